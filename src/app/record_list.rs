//! The list, adopted from the static page: filtering hides records and never
//! removes them, so that a page saved while filtered is still complete.

use std::cell::Cell;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

use crate::app::more::More;
use crate::app::{State, Update, browser, keys};
use crate::data::{Dataset, Day, RecordId, Status};
use crate::query::{Query, View};
use crate::text;

/// The articles of the records, in the order of the dataset.
pub fn articles() -> Vec<Element> {
    browser::all("article[data-record]")
}

/// Shows what the query yields, and opens what it names.
pub fn start(state: State, articles: Vec<Element>) -> Update {
    listen(state);
    // What was published is told as of the end of knowledge.
    let shown_as_of = Cell::new(state.dataset().horizon);
    let shown_open = Cell::new(None);
    let more = More::of(state, View::Records);
    Box::new(move |query, answers| {
        let as_of = query.as_of(state.dataset());
        if shown_as_of.replace(as_of) != as_of {
            tell_status(state.dataset(), &articles, as_of);
        }
        let before = shown_open.replace(query.open);
        let mut left = more.shown(answers.results.count);
        for (id, article) in (0..).zip(&articles) {
            // A link to a record shows it, whatever is filtered.
            let open = query.open == Some(id);
            let shown = left > 0 && answers.results.records.contains(id);
            left -= u32::from(shown);
            browser::set_flag(article, "hidden", !(open || shown));
            set_open(article, open);
        }
        let closed = before.filter(|_| query.open.is_none());
        if let Some(closed) = closed.and_then(|id: RecordId| articles.get(id as usize)) {
            focus_opener(closed, state.opened_by_mark());
        }
    })
}

/// Says of each record what it is in on the as-of day.
fn tell_status(dataset: &Dataset, articles: &[Element], day: Day) {
    for (record, article) in dataset.records.iter().zip(articles) {
        let status = dataset.status(record, day);
        if let Ok(Some(line)) = article.query_selector("[data-status]") {
            browser::set_text(&line, &text::status(dataset, status, dataset.length(record, day)));
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

fn listen(state: State) {
    browser::listen(&browser::document(), "keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if escape && !keys::is_open() {
            state.choose(Query::close);
        }
    });
}

/// Brings an element into view and gives its own title the focus, or itself.
pub fn show(element: &Element) {
    browser::bring_into_view(element);
    focus_title(element);
}

fn focus_title(element: &Element) {
    let title = element.query_selector(":scope > h3 a, :scope > h5 a").ok().flatten();
    browser::focus(title.as_ref().unwrap_or(element), false);
}

/// Gives the focus back to what opened the record: its mark in the drawing, if
/// that was it, or else its title.
fn focus_opener(article: &Element, by_mark: bool) {
    let id = article.id();
    let mark = browser::first(&format!("[data-mark='{id}'],[data-only='{id}']"));
    match mark.filter(|_| by_mark) {
        Some(mark) => browser::focus(&mark, true),
        None => focus_title(article),
    }
}
