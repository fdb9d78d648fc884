//! The few records that match a text best, above the list, which itself stays
//! in the order of time.

use std::cell::RefCell;

use leptos::web_sys::Element;

use crate::app::{State, Update, browser};
use crate::query::search::highlight::{pieces, ranges};
use crate::query::search::{Needle, rank, snippet};
use crate::text;

/// How many they are.
const LIMIT: usize = 5;

/// Draws them as long as there is a text.
pub fn start(state: State) -> Update {
    let Some((section, list)) = place() else { return Box::new(|_, _| {}) };
    let drawn = RefCell::new((String::new(), Vec::new()));
    Box::new(move |query, answers| {
        let best = match &answers.found {
            Some(found) => {
                rank::best(&found.worths, LIMIT, &|record| answers.results.records.contains(record))
            }
            None => Vec::new(),
        };
        browser::set_flag(&section, "hidden", best.is_empty());
        let now = (query.text.clone(), best);
        if *drawn.borrow() == now {
            return;
        }
        list.set_text_content(None);
        let needles = answers.found.as_ref().map(|found| found.needles.as_slice()).unwrap_or_default();
        for record in &now.1 {
            let article = state.dataset().records.get(*record as usize);
            if let Some(article) = article.and_then(|it| browser::element(&it.id)) {
                let title = state.engine.title(*record);
                append(&list, &article, &title, needles);
            }
        }
        drawn.replace(now);
    })
}

/// A section of our own before the records.
fn place() -> Option<(Element, Element)> {
    let section = browser::create("section", "")?;
    browser::set_attributes(
        &section,
        &[("class", "best"), ("aria-label", text::BEST), ("data-drawn", ""), ("hidden", "")],
    );
    browser::element("records-heading")?.after_with_node_1(&section).ok()?;
    browser::append(&section, "h3", text::BEST)?;
    let list = browser::append(&section, "ol", "")?;
    Some((section, list))
}

/// One record: its title, and what it says where most of the words stand.
fn append(list: &Element, article: &Element, title: &str, needles: &[Needle]) -> Option<()> {
    let item = browser::append(list, "li", "")?;
    let link = browser::append(&item, "a", "")?;
    let mut address = "#".to_string();
    address.push_str(&article.id());
    browser::set_attribute(&link, "href", Some(&address));
    browser::append_marked(&link, &pieces(title, &ranges(title, needles)));
    let [_, names, summary, rest] = browser::SEARCHED;
    let (mut most, mut best) = (0, String::new());
    for parts in [summary, rest, names] {
        for part in browser::all_in(article, parts) {
            let said = part.text_content().unwrap_or_default();
            let count = snippet::count(&said, needles);
            if best.is_empty() || count > most {
                (most, best) = (count, said);
            }
        }
    }
    browser::append_marked(&browser::append(&item, "p", "")?, &snippet::snippet(&best, needles));
    Some(())
}
