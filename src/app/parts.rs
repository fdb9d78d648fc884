//! The parts of the page, and the order in which they are brought up to date.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::reactive::effect::ImmediateEffect;
use leptos::web_sys::Element;

use crate::app::{Answers, State, browser};
use crate::data::RecordId;
use crate::query::{Query, View};

/// Brings one part of the page up to date with the query and what it yields.
pub type Update = Box<dyn Fn(&Query, &Answers)>;

/// Looks where the reader is, before anything is changed.
pub type Look = Box<dyn Fn()>;

/// The parts of the page, in the order in which they are brought up to date.
#[derive(Default)]
pub struct Parts {
    /// What stands above, and depends only on what is found and at what width.
    pub above: RefCell<Vec<Update>>,
    /// Where the reader is in what stands below.
    pub look: RefCell<Option<Look>>,
    /// What stands below the timelines, and depends on the same.
    found: Vec<Update>,
    /// What stands below the timelines, and depends on all that is chosen.
    pub below: RefCell<Vec<Update>>,
    /// What depends on all that is chosen, and stands nowhere or above.
    pub around: RefCell<Vec<Update>>,
    /// What those above and those below were last brought up to date with, if they
    /// depend only on that.
    before: [RefCell<Option<(Query, i32)>>; 2],
    /// What was open when all were.
    opened: RefCell<Option<Opened>>,
    /// What is below is then brought up to date.
    later: Cell<Option<Timeout>>,
}

/// The view, the record and the disagreement that are open.
type Opened = (View, Option<RecordId>, Option<u32>);

/// The parts where they live as long as the page.
pub type Kept = StoredValue<Parts, LocalStorage>;

impl Parts {
    /// Those that there are while the texts are still to come.
    pub fn of(above: Vec<Update>, found: Vec<Update>) -> Parts {
        Parts { above: RefCell::new(above), found, ..Parts::default() }
    }

    /// Brings them up to date: what stands below and is not seen a little later.
    pub fn update(&self, state: State, kept: Kept) {
        // Asked before anything is changed, as browsers lay out to answer that.
        let is_seen = is_seen();
        if let Some(look) = self.look.borrow().as_ref() {
            look();
        }
        let query = state.query.get_untracked();
        let answers = state.engine.answer(&query);
        if self.is_new(0, state, &query) {
            self.above.borrow().iter().for_each(|update| update(&query, &answers));
        }
        let opened = Some((query.view, query.open, query.differ));
        let is_whole = !self.around.borrow().is_empty();
        let opens = is_whole && (self.opened.replace(opened) != opened || state.has_target());
        let is_later = !is_seen && !opens;
        self.later.set(None);
        set_partial(is_later);
        if is_later {
            let rest = move || {
                let query = state.query.get_untracked();
                let answers = state.engine.answer(&query);
                kept.with_value(|parts| parts.update_below(state, &query, &answers));
                set_partial(false);
            };
            self.later.set(Some(browser::after(browser::AFTER_PAINT, Box::new(rest))));
        } else {
            self.update_below(state, &query, &answers);
        }
        self.around.borrow().iter().for_each(|update| update(&query, &answers));
    }

    /// Whether something else is found, or the width is another, than when these parts
    /// were last brought up to date.
    fn is_new(&self, parts: usize, state: State, query: &Query) -> bool {
        let now = Some((query.above(), state.width()));
        self.before.get(parts).is_none_or(|before| before.replace(now.clone()) != now)
    }

    /// Has all parts brought up to date, whatever they were before.
    pub fn forget(&self) {
        self.before.iter().for_each(|before| drop(before.take()));
    }

    fn update_below(&self, state: State, query: &Query, answers: &Answers) {
        if self.is_new(1, state, query) {
            self.found.iter().for_each(|update| update(query, answers));
        }
        self.below.borrow().iter().for_each(|update| update(query, answers));
    }
}

/// What stands below the timelines.
fn below() -> Option<Element> {
    browser::first(".columns")
}

/// Says whether what stands there is still to be brought up to date.
fn set_partial(is_partial: bool) {
    if let Some(below) = below() {
        browser::set_flag(&below, "data-partial", is_partial);
    }
}

/// Whether any of what stands below the timelines is in the window or near it.
fn is_seen() -> bool {
    let is_near = below().is_none_or(|below| {
        let (from, to) = browser::near_rows(&below);
        from < below.client_height() && to > 0
    });
    // The filters among it may have come up as a sheet.
    let filters = browser::element("facets");
    is_near || filters.is_some_and(|filters| filters.matches(":popover-open").unwrap_or_default())
}

/// Brings the page up to date whenever the query changes. All changes in one go
/// are one update, after the event. An effect that runs at once needs no
/// executor, which saves 6 kB of the app.
pub fn follow(state: State, kept: Kept) {
    let is_due = StoredValue::new(false);
    let effect = ImmediateEffect::new(move || {
        state.query.track();
        if !is_due.get_value() {
            is_due.set_value(true);
            queue_microtask(move || {
                is_due.set_value(false);
                kept.with_value(|parts| {
                    parts.update(state, kept);
                    browser::set_ready(!parts.around.borrow().is_empty());
                });
            });
        }
    });
    std::mem::forget(effect);
}
