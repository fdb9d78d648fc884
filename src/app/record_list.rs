//! The list, adopted from the static page: filtering hides records and never
//! removes them, so that a page saved while filtered is still complete.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent, MouseEvent};

use crate::app::{State, Update, browser};
use crate::data::{Dataset, Day, RecordId, Status};
use crate::text;

/// The articles of the records, in the order of the dataset.
pub fn articles() -> Vec<Element> {
    browser::all("article[data-record]")
}

/// Shows what the query yields, and opens what it names.
pub fn start(state: State, articles: Vec<Element>) -> Update {
    let by_mark = Rc::new(Cell::new(false));
    listen(state, by_mark.clone());
    let shown_as_of = Cell::new(None);
    let shown_open = Cell::new(None);
    let nothing = browser::first("[data-nothing]");
    Box::new(move |query, answers| {
        let as_of = query.as_of(state.dataset());
        if shown_as_of.replace(Some(as_of)) != Some(as_of) {
            tell_status(state.dataset(), &articles, as_of);
        }
        let before = shown_open.replace(query.open);
        for (id, article) in (0..).zip(&articles) {
            // A link to a record shows it, whatever is filtered.
            let open = query.open == Some(id);
            browser::set_flag(article, "hidden", !(open || answers.results.records.contains(id)));
            set_open(article, open);
        }
        if let Some(nothing) = &nothing {
            browser::set_flag(nothing, "hidden", answers.results.count > 0);
        }
        if before != query.open {
            let article = |id: RecordId| articles.get(id as usize);
            match (query.open.and_then(article), before.and_then(article)) {
                (Some(opened), _) => show(opened),
                (None, Some(closed)) => focus_opener(closed, by_mark.get()),
                _ => {}
            }
        }
    })
}

/// Says of each record what it is in on the as-of day. What was published is
/// remembered in the page, so that a copy without the app says it again.
fn tell_status(dataset: &Dataset, articles: &[Element], day: Day) {
    for (record, article) in dataset.records.iter().zip(articles) {
        let status = dataset.status(record, day);
        if let Ok(Some(line)) = article.query_selector("[data-status]") {
            let words = text::status(dataset, status, dataset.length(record, day));
            let before = line.text_content().unwrap_or_default();
            if words != before {
                if !line.has_attribute("data-published") {
                    browser::set_attribute(&line, "data-published", Some(&before));
                }
                line.set_text_content(Some(&words));
            }
        }
        browser::set_flag(article, "data-later", status == Status::NotYet);
    }
}

fn set_open(article: &Element, open: bool) {
    if article.has_attribute("data-open") == open {
        return;
    }
    browser::set_flag(article, "data-open", open);
    if let Ok(Some(details)) = article.query_selector("details") {
        browser::set_flag(&details, "open", open);
    }
}

fn listen(state: State, by_mark: Rc<Cell<bool>>) {
    browser::listen(&browser::document(), "click", move |event| on_click(state, event, &by_mark));
    browser::listen(&browser::document(), "keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if escape && state.query.with_untracked(|query| query.open.is_some()) {
            state.open(None);
        }
    });
}

/// Every link whose target is on this page is followed by us: in a frame made
/// of `srcdoc` the browser would load the host instead, and in a page that a
/// browser saved as complete it would go to the live site.
fn on_click(state: State, event: &leptos::web_sys::Event, by_mark: &Cell<bool>) {
    let modified = event.dyn_ref::<MouseEvent>().is_none_or(|mouse| {
        mouse.button() != 0 || mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key()
    });
    let Some(link) = browser::closest(event, "a[href*='#']") else { return };
    let href = link.get_attribute("href").unwrap_or_default();
    let id = href.rsplit('#').next().unwrap_or_default();
    let Some(target) = browser::element(id).filter(|_| !modified && !event.default_prevented()) else {
        return;
    };
    event.prevent_default();
    by_mark.set(link.has_attribute("data-mark"));
    match state.dataset().record(id) {
        Some(record) if state.query.with_untracked(|query| query.open) == Some(record) => show(&target),
        Some(record) => state.open(Some(record)),
        None => {
            // A claim opens its record; anything else is only shown.
            let record = id.split('.').next().and_then(|id| state.dataset().record(id));
            if record.is_some() {
                state.open(record);
            }
            show(&target);
        }
    }
}

fn show(element: &Element) {
    element.scroll_into_view();
    focus_title(element);
}

fn focus_title(element: &Element) {
    let title = element.query_selector("h3 a, h5 a").ok().flatten();
    browser::focus(title.as_ref().unwrap_or(element), false);
}

/// Gives the focus back to what opened the record: its mark in the drawing, if
/// that was it, or else its title.
fn focus_opener(article: &Element, by_mark: bool) {
    let mark = browser::first(&format!("[data-mark='{}']", article.id()));
    match mark.filter(|_| by_mark) {
        Some(mark) => browser::focus(&mark, true),
        None => focus_title(article),
    }
}
