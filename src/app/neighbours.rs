//! Where the open record stands: its place among those found, the ones before
//! and after it, and what is linked with it in time.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::web_sys::Element;

use crate::app::drawn::{Entry, list};
use crate::app::{State, Update, browser, choice, keys};
use crate::data::{RecordId, Span};
use crate::query::neighbours::{self, Place, Side};
use crate::text;

/// Draws in the open record, and steps by keys.
pub fn start(state: State, articles: Vec<Element>) -> Update {
    let drawn: RefCell<Option<Element>> = RefCell::default();
    let shown = Cell::new(None);
    let place: Rc<Cell<Place>> = Rc::default();
    let stepped = place.clone();
    browser::listen(&browser::document(), "keydown", move |event| {
        let to = match keys::single(event).as_deref() {
            Some("]" | "j") => stepped.get().next,
            Some("[" | "k") => stepped.get().previous,
            _ => return,
        };
        if let Some(record) = to {
            event.prevent_default();
            state.set_opened_by_mark(false);
            state.choose(|query| query.open_record(record));
        }
    });
    Box::new(move |query, answers| {
        let found = &answers.results.records;
        place.set(Place::of(found, query.open));
        let now = query.open.map(|open| (open, place.get(), answers.results.count));
        if shown.replace(now) == now {
            return;
        }
        if let Some(drawn) = drawn.take() {
            drawn.remove();
        }
        if let Some((open, place, count)) = now {
            let article = articles.get(open as usize);
            drawn.replace(article.and_then(|article| draw(state, article, open, place, count)));
        }
    })
}

fn draw(state: State, article: &Element, open: RecordId, place: Place, count: u32) -> Option<Element> {
    let details = browser::within(article, "details")?;
    let nav = browser::document().create_element("nav").ok()?;
    browser::set_attribute(&nav, "data-drawn", Some(""));
    browser::set_attribute(&nav, "class", Some("neighbours"));
    browser::set_attribute(&nav, "aria-label", Some(text::neighbours::NEIGHBOURS));
    browser::append(&nav, "p", &text::neighbours::place(place.number, count))?;
    let label = browser::append(&nav, "label", "")?;
    browser::set_attribute(&label, "class", Some("check"));
    choice::add(state, &label, open);
    browser::append(&label, "span", text::CHOOSE_OPEN)?;
    let mut entries = Vec::new();
    let mut push = |before, record: RecordId, date: Option<Span>| {
        let Some(it) = state.dataset().records.get(record as usize) else { return };
        let label = match date {
            Some(date) => text::neighbours::dated(&text::span(date), &it.label),
            None => it.label.clone(),
        };
        entries.push(Entry { before, label, target: text::joined("#", &it.id) });
    };
    for (before, record) in
        [(text::neighbours::PREVIOUS, place.previous), (text::neighbours::NEXT, place.next)]
    {
        if let Some(record) = record {
            push(before, record, None);
        }
    }
    for linked in neighbours::in_time(state.dataset(), open, &linked(state, article)) {
        let before = match linked.side {
            Side::Before => text::neighbours::BEFORE,
            Side::Overlapping => text::neighbours::OVERLAPPING,
            Side::After => text::neighbours::AFTER,
        };
        push(before, linked.record, Some(linked.start));
    }
    list(&nav, &entries, None)?;
    let summary = details.first_element_child()?;
    details.insert_before(&nav, summary.next_sibling().as_ref()).ok()?;
    Some(nav)
}

/// The records of the same matter, and those it follows or that follow it.
fn linked(state: State, article: &Element) -> Vec<RecordId> {
    let links = browser::all_in(article, ".near a");
    let target = |link: &Element| {
        let href = link.get_attribute("href")?;
        state.dataset().record(href.rsplit('#').next()?)
    };
    links.iter().filter_map(target).collect()
}
