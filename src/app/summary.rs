//! The summary strip on other days than the last: a copy of it is drawn, and
//! the one that was published stays as it is under it.

use std::cell::{Cell, OnceCell, RefCell};

use leptos::web_sys::{Element, Node};

use crate::app::as_of::Source;
use crate::app::{State, Update, browser};
use crate::data::{Day, Finding, Found, Part, Status};
use crate::query::{Query, url};
use crate::text::{self, finding as words};

/// Tells the numbers of the as-of day.
pub fn start(state: State) -> Update {
    let shown = Cell::new(state.dataset().horizon);
    let copy = RefCell::new(None);
    let sources = OnceCell::new();
    Box::new(move |query, _| {
        let day = query.as_of(state.dataset());
        if shown.replace(day) == day {
            return;
        }
        let mut copy = copy.borrow_mut();
        if let Some(strip) = copy.get_or_insert_with(draw) {
            tell(state, strip, query, sources.get_or_init(Source::all), day);
        }
    })
}

/// Copies the strip, which is then hidden.
fn draw() -> Option<Element> {
    let published = browser::first("#summary > [data-static]")?;
    let place = browser::place_in("summary")?;
    let children = published.child_nodes();
    for child in (0..children.length()).filter_map(|index| children.item(index)) {
        let _ = place.append_child(&Node::clone_node_with_deep(&child, true).ok()?);
    }
    Some(place)
}

fn tell(state: State, strip: &Element, query: &Query, sources: &[Source], day: Day) {
    let dataset = state.dataset();
    let items = browser::all_in(strip, "li");
    for ((finding, found), item) in dataset.findings.iter().zip(dataset.found(day)).zip(&items) {
        tell_finding(state, item, finding, &found, query.as_of);
    }
    // The disagreements stand last.
    if let Some(item) = items.last() {
        let [link, told] = ["a", "span"].map(|name| browser::within(item, name));
        set_link(dataset, link.as_ref(), &Query::of_disagreements(query.as_of));
        set_text(told.as_ref(), &words::told(dataset.told(day)));
    }
    let later = sources.iter().filter(|source| source.is_later(day)).count();
    let not_yet = dataset.records.iter().filter(|record| dataset.status(record, day) == Status::NotYet);
    let seen =
        words::greyed(day, dataset.horizon, [later, sources.len()], [not_yet.count(), dataset.records.len()]);
    set_text(strip.last_element_child().as_ref(), &seen);
}

/// The links and words of one number, in the order that the page has them.
fn tell_finding(state: State, item: &Element, finding: &Finding, found: &Found, as_of: Option<Day>) {
    let dataset = state.dataset();
    let links = browser::all_in(item, "a");
    for (part, link) in Part::ALL.into_iter().zip(&links) {
        browser::set_flag(link, "hidden", !found.shows(part));
        set_link(dataset, Some(link), &Query::of_finding(dataset, finding, part, as_of));
        set_text(link.first_element_child().as_ref(), &text::number(found.count(part)));
        set_text(link.last_element_child().as_ref(), &words::part(dataset, finding, found, part));
    }
    if let Some(link) = links.get(Part::ALL.len()) {
        browser::set_flag(link, "hidden", found.longest.is_none());
        if let Some(longest) = &found.longest {
            let record = longest.records.first().and_then(|id| dataset.records.get(*id as usize));
            set_href(link, record.map(|it| it.id.as_str()).unwrap_or_default());
            set_text(Some(link), &words::longest(longest.length));
        }
    }
    set_text(item.last_element_child().as_ref(), &words::notes(finding, found));
}

fn set_link(dataset: &crate::data::Dataset, link: Option<&Element>, query: &Query) {
    if let Some(link) = link {
        set_href(link, &url::write(dataset, query));
    }
}

fn set_href(link: &Element, fragment: &str) {
    let mut href = String::from("#");
    href.push_str(fragment);
    browser::set_attribute(link, "href", Some(&href));
}

fn set_text(element: Option<&Element>, text: &str) {
    if let Some(element) = element {
        browser::say(element, text);
    }
}
