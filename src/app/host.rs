//! What the page in a frame and the site around it say to each other, in the
//! words of docs/embed.md. Nothing is said where the page is no embed.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{MessageEvent, Window};

use crate::app::{State, Update, browser};
use crate::query::message::{Show, Shows};
use crate::query::url;

/// Listens to the site, and tells it what is shown and how high that is.
pub fn start(state: State) -> Update {
    let Some(host) = browser::host() else { return Box::new(|_, _| {}) };
    let said: Rc<RefCell<Option<Shows>>> = Rc::default();
    listen(state, JsValue::from(&host));
    browser::when_resized({
        let (host, said) = (host.clone(), said.clone());
        move || {
            let before = said.borrow().clone();
            if let Some(before) = before {
                say(&host, &said, before.query, before.count, before.of);
            }
        }
    });
    Box::new(move |query, answers| {
        if query.embed.is_some() {
            let fragment = url::write(state.dataset(), query);
            say(&host, &said, fragment, answers.results.count, state.dataset().records.len() as u32);
        }
    })
}

/// Takes a query from the site, and from nobody else.
fn listen(state: State, host: JsValue) {
    browser::listen(&browser::window(), "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let is_from_host = event.source().is_some_and(|source| JsValue::from(source) == host);
        if !is_from_host || state.query.with_untracked(|query| query.embed.is_none()) {
            return;
        }
        let Ok(asked) = serde_wasm_bindgen::from_value::<Show>(event.data()) else { return };
        let Some(fragment) = asked.query() else { return };
        let mut query = url::parse(state.dataset(), fragment);
        query.embed.get_or_insert_default();
        // Not brought into view: where the reader is belongs to the site.
        state.follow(query);
    });
}

/// Tells the site, if that is anything new. A page that is not laid out, as in a
/// hidden tab, has no height to tell.
fn say(host: &Window, said: &RefCell<Option<Shows>>, query: String, count: u32, of: u32) {
    let shows = Shows::new(query, count, of, browser::height());
    let is_new = said.borrow().as_ref() != Some(&shows);
    if let Ok(message) = serde_wasm_bindgen::to_value(&shows)
        && is_new
        && shows.height > 0
    {
        let _ = host.post_message(&message, "*");
    }
    *said.borrow_mut() = Some(shows);
}
