//! A long list on shelves. Whenever one record comes or goes, browsers look at
//! all its neighbours; of a long list they then look at the shelves.

use leptos::web_sys::Element;

use crate::app::browser;

/// How many records stand on one.
const RECORDS: usize = 100;
/// How long the browser has its turn before each shelf is filled, in milliseconds.
const PAUSE: u32 = 10;

/// Puts the records that stand in the section itself on shelves, little by
/// little, the last first. Those that already stand elsewhere, as in a copy that
/// was saved, stay there.
pub fn put(section: &Element, articles: &[Element]) {
    let is_loose = |article: &&Element| article.parent_element().as_ref() == Some(section);
    let loose: Vec<Element> = articles.iter().filter(is_loose).cloned().collect();
    put_later(loose);
}

fn put_later(mut loose: Vec<Element>) {
    if !loose.is_empty() {
        let put = move || {
            let records = loose.split_off(loose.len().saturating_sub(RECORDS));
            // Without a shelf they stay where they are.
            let _ = shelve(&records);
            put_later(loose);
        };
        browser::after(PAUSE, Box::new(put)).forget();
    }
}

/// Moves everything from the first record to the last onto a shelf in its
/// place, unless the reader is there.
fn shelve(records: &[Element]) -> Option<()> {
    let active = browser::document().active_element();
    if records.iter().any(|record| record.contains(active.as_ref().map(AsRef::as_ref))) {
        return None;
    }
    let shelf = browser::create("div", "")?;
    let range = browser::document().create_range().ok()?;
    range.set_start_before(records.first()?).ok()?;
    range.set_end_after(records.last()?).ok()?;
    let moved = range.extract_contents().ok()?;
    shelf.append_child(&moved).ok()?;
    range.insert_node(&shelf).ok()
}
