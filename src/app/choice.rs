//! The records that the reader has ticked, one by one, to take them away together.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

use crate::app::{State, Update, browser, controls, keys};
use crate::data::RecordId;
use crate::text;

/// Listens to the boxes and to a key, and keeps the boxes up to date.
pub fn start(state: State) -> Update {
    let document = browser::document();
    browser::listen(&document, "change", move |event| {
        let record = controls::input(event, "[data-choose]").and_then(|it| it.get_attribute("data-choose"));
        if let Some(record) = record.and_then(|id| state.dataset().record(&id)) {
            state.adjust(|query| query.toggle_record(record));
        }
    });
    browser::listen(&document, "keydown", move |event| {
        if keys::single(event).as_deref() == Some("x") {
            state.adjust(|query| query.open.into_iter().for_each(|open| query.toggle_record(open)));
        }
    });
    let before: RefCell<Vec<RecordId>> = RefCell::default();
    Box::new(move |query, _| {
        if before.replace(query.chosen.clone()) == query.chosen {
            return;
        }
        let records = query.chosen.iter().filter_map(|id| state.dataset().records.get(*id as usize));
        let ids: Vec<&str> = records.map(|record| record.id.as_str()).collect();
        for input in browser::all("[data-choose]") {
            tick(&input, ids.contains(&browser::attribute(&input, "data-choose").as_str()));
        }
    })
}

/// A box of a record, with a name that says which.
pub fn add(state: State, parent: &Element, record: RecordId) -> Option<()> {
    let id = &state.dataset().records.get(record as usize)?.id;
    let input = browser::append(parent, "input", "")?;
    let name = text::joined(text::CHOOSE, &state.engine.title(record));
    browser::set_attributes(&input, &[("type", "checkbox"), ("data-choose", id), ("aria-label", &name)]);
    tick(&input, state.query.with_untracked(|query| query.chosen.contains(&record)));
    Some(())
}

fn tick(input: &Element, chosen: bool) {
    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
        input.set_checked(chosen);
    }
}
