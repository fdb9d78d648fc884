//! The button under a long list that shows more of it.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::app::{State, browser};
use crate::query::{View, window};

/// How much of a list the reader has asked for.
pub struct More {
    state: State,
    button: Option<Element>,
    asked: Rc<Cell<u32>>,
}

impl More {
    /// Adopts the button of a view.
    pub fn of(state: State, view: View) -> More {
        let section = browser::element(view.key());
        let button = section.and_then(|it| browser::within(&it, "[data-more]"));
        let asked: Rc<Cell<u32>> = Rc::default();
        if let Some(button) = &button {
            let asked = asked.clone();
            browser::listen(button, "click", move |_| {
                asked.set(asked.get() + 1);
                state.query.notify();
            });
        }
        More { state, button, asked }
    }

    /// How many of the records found are shown.
    pub fn shown(&self, found: u32) -> u32 {
        let in_frame = self.state.query.with_untracked(|query| query.embed.is_some());
        let shown = if in_frame { window::shown_in_frame } else { window::shown };
        let shown = shown(found, self.asked.get());
        if let Some(button) = &self.button {
            browser::set_flag(button, "hidden", shown == found);
        }
        shown
    }
}
