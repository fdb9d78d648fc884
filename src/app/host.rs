//! What the page in a frame and the site around it say to each other, in the
//! words of docs/embed.md. Nothing is said where the page is no embed.

use std::cell::RefCell;

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Event, MessageEvent, Window};

use crate::app::{State, Update, browser};
use crate::query::message::{Shows, asked};
use crate::query::url;

/// The site around the page, and what it was last told.
struct Host {
    window: Window,
    told: RefCell<(String, [u32; 2])>,
}

/// Listens to the site, and tells it what is shown and how high that is.
pub fn start(state: State) -> Update {
    let Some(window) = browser::host() else { return Box::new(|_, _| {}) };
    let host: &'static Host = Box::leak(Box::new(Host { window, told: RefCell::default() }));
    browser::listen(&browser::window(), "message", move |event| host.hear(state, event));
    browser::listen(&browser::window(), "resized", move |_| host.tell());
    Box::new(move |query, answers| {
        if query.embed.is_some() {
            // What the site gave the page it knows.
            let query = url::write(state.dataset(), &query.on_the_full_page());
            let counts = [answers.results.count, state.dataset().records.len() as u32];
            *host.told.borrow_mut() = (query, counts);
            host.tell();
        }
    })
}

impl Host {
    /// Takes a query from the site, and from nobody else.
    fn hear(&self, state: State, event: &Event) {
        let event: &MessageEvent = event.unchecked_ref();
        let is_from_host = event.source().is_some_and(|it| JsValue::from(it) == JsValue::from(&self.window));
        if !is_from_host || state.query.with_untracked(|query| query.embed.is_none()) {
            return;
        }
        // Read by hand: what would read it for us carries 9 kB of words for what
        // is wrong, which nobody would see.
        let data = event.data();
        let text = |place| Reflect::get_u32(&data, place).ok()?.as_string();
        if let Some(fragment) = asked([0, 1, 2].map(text)) {
            let mut query = url::parse(state.dataset(), &fragment);
            query.embed.get_or_insert_default();
            // Not brought into view: where the reader is belongs to the site.
            state.follow(query);
        }
    }

    /// Tells the site, once there is anything to tell. A page that is not laid out,
    /// as in a hidden tab, has no height.
    fn tell(&self) {
        let (query, counts) = self.told.borrow().clone();
        let height = browser::height();
        if counts == [0; 2] || height == 0 {
            return;
        }
        if let Ok(message) = serde_wasm_bindgen::to_value(&Shows::new(query, counts, height)) {
            let _ = self.window.post_message(&message, "*");
        }
    }
}
