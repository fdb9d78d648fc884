//! The address bar: the query is written there, and read from there when the
//! reader goes back, forward, or follows a link within the page.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::Ordering::Relaxed;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use crate::app::{State, Update, browser, links};
use crate::data::Dataset;
use crate::query::unknown::unknown;
use crate::query::{Query, View, url};
use crate::text;

/// The least time between two writings, in milliseconds. WebKit refuses more
/// than about a hundred in ten seconds.
const PAUSE: f64 = 250.0;

/// What is still to be written.
#[derive(Default)]
struct Writer {
    last: f64,
    /// The fragment, and whether the back button should undo it.
    pending: Option<(String, bool)>,
    timer: Option<Timeout>,
}

/// What the address means, and the id of what it leads to. The page knows ids
/// that the dataset does not: of claims, of sources, of people.
pub fn read(dataset: &Dataset) -> (Query, Option<String>) {
    let fragment = browser::fragment();
    let mut query = url::parse(dataset, &fragment);
    let id = fragment.trim_start_matches('#');
    let element = if id.contains('=') { None } else { browser::element(id) };
    if let Some(element) = &element {
        links::lead(&mut query, dataset, element);
    }
    let in_view = (query.view != View::default() && query.differ.is_none()).then(|| query.view.key());
    (query, element.map(|element| element.id()).or(in_view.map(str::to_string)))
}

/// What the address asks for that is not here.
fn not_here(dataset: &Dataset) -> Vec<String> {
    let fragment = browser::fragment();
    let is_here = browser::element(fragment.trim_start_matches('#')).is_some();
    if is_here { Vec::new() } else { unknown(dataset, &fragment) }
}

/// Keeps the address and the query the same.
pub fn start(state: State) -> Update {
    let writer = Rc::new(RefCell::new(Writer { last: -PAUSE, ..Writer::default() }));
    // What the address meant when it was last read.
    let meant = Rc::new(RefCell::new(state.query.get_untracked()));
    let follow = {
        let (writer, meant) = (writer.clone(), meant.clone());
        move |_: &leptos::web_sys::Event| {
            writer.borrow_mut().pending = None;
            let (query, target) = read(state.dataset());
            meant.replace(query.clone());
            state.change(false, target, |present| *present = query);
        }
    };
    browser::listen(&browser::window(), "popstate", follow.clone());
    browser::listen(&browser::window(), "hashchange", follow);
    let written = RefCell::new(state.query.get_untracked());
    let unknown = browser::first("[data-unknown]");
    Box::new(move |query, _| {
        if let Some(unknown) = &unknown {
            let names = if *meant.borrow() == *query { not_here(state.dataset()) } else { Vec::new() };
            browser::say(unknown, &text::unknown(&names));
        }
        // The address that the page was opened with stays as it is.
        if written.replace(query.clone()) != *query {
            let fragment = url::write(state.dataset(), query);
            write(&writer, fragment, state.engine.pushes.load(Relaxed));
        }
    })
}

/// Writes soon what the back button should undo, and the rest at most four
/// times a second, the last one for certain.
fn write(writer: &Rc<RefCell<Writer>>, fragment: String, push: bool) {
    let mut this = writer.borrow_mut();
    let mut pushes = push;
    if let Some((before, true)) = this.pending.take() {
        if push {
            browser::write_fragment(&before, true);
        }
        pushes = true;
    }
    this.pending = Some((fragment, pushes));
    if this.timer.is_some() && !push {
        return;
    }
    // The page is painted before, as writing takes the longer the longer the page is.
    let wait = if push { 0.0 } else { this.last + PAUSE - browser::now() };
    let writer = writer.clone();
    this.timer = Some(browser::after(
        (wait as u32).max(browser::AFTER_PAINT),
        Box::new(move || {
            let mut this = writer.borrow_mut();
            this.timer = None;
            this.last = browser::now();
            if let Some((fragment, push)) = this.pending.take() {
                browser::write_fragment(&fragment, push);
            }
        }),
    ));
}
