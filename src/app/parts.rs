//! The parts of the page, and the order in which they are brought up to date.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::app::{Answers, State};
use crate::query::Query;

/// Brings one part of the page up to date with the query and what it yields.
pub type Update = Box<dyn Fn(&Query, &Answers)>;

/// The parts of the page, in the order in which they are brought up to date.
#[derive(Default)]
pub struct Parts {
    /// What depends only on what is found and at what width.
    pub above: RefCell<Vec<Update>>,
    /// What depends on all that is chosen.
    pub below: RefCell<Vec<Update>>,
    /// What the first were last brought up to date with.
    pub before: RefCell<Option<(Query, i32)>>,
}

impl Parts {
    /// Brings them up to date.
    pub fn update(&self, state: State) {
        let query = state.query.get_untracked();
        let answers = state.engine.answer(&query);
        let now = Some((query.above(), state.width()));
        if self.before.replace(now.clone()) != now {
            self.above.borrow().iter().for_each(|update| update(&query, &answers));
        }
        self.below.borrow().iter().for_each(|update| update(&query, &answers));
    }
}
