//! Whether a passage is where its locator says.

use super::entries;
use super::passage::list;
use super::plain::{fits, fold, plain};
use super::text::{Block, Text};
use crate::data::corpus::Locator;

/// What is wrong with a locator whose anchor is in this block.
pub fn faults(text: &Text, at: usize, locator: &Locator) -> Vec<String> {
    let mut faults = Vec::new();
    let Some(block) = text.blocks.get(at) else { return faults };
    let here = text.name(block);
    let number = block.place.note.and_then(|note| text.notes.get(note)).map(|note| note.number);
    // The running text that the section and the row are compared with: that of
    // the anchor, or that which calls the anchor's note.
    let running = match number {
        None => Some(block),
        Some(number) => text.call(number).and_then(|at| text.blocks.get(at)),
    };
    if let Some(note) = locator.note {
        match number {
            Some(number) if number != note => {
                faults.push(format!("the anchor is in note {number}, not in note {note}: correct `note`"));
            }
            None if locator.section.is_empty() && locator.row.is_empty() => {
                faults.push(format!("the anchor is not in note {note} but in {here}: add `section` or `row`, or take an anchor from the note"));
            }
            None if !calls(text, at, note, &locator.anchor) => {
                let called = text.call(note).and_then(|at| text.blocks.get(at));
                let called = called.map_or("nowhere in the text held".to_string(), |block| {
                    format!("in {}", text.name(block))
                });
                faults.push(format!("the passage does not call note {note}, which is called {called}: correct `note` or `anchor`"));
            }
            _ => faults.extend(number_faults(text, note, locator)),
        }
    } else if let Some(number) = number {
        faults.push(format!(
            "the anchor is in note {number}: add `note = {number}`, or take an anchor from running text"
        ));
    }
    if let Some(block) = running {
        if !locator.section.is_empty() && !is_in_section(text, block, &locator.section) {
            faults.push(section_fault(text, block, &locator.section));
        }
        if !locator.row.is_empty() && !is_in_row(text, block, &locator.row) {
            faults.push(format!(
                "the passage is in {}, not in the row “{}”: correct `row`",
                text.name(block),
                locator.row
            ));
        }
    }
    faults
}

/// Whether the passage calls the note: in a sentence of the anchor, at the
/// next mark after it, or, where it calls none or is a part of a cell, beside
/// it; or the list or the heading that it stands under does.
fn calls(text: &Text, at: usize, note: u32, anchor: &str) -> bool {
    let Some(own) = text.blocks.get(at) else { return false };
    // A list rests on the notes of its items, and an item on those of its list.
    let listed = list(text, at);
    if (own.text.ends_with(':') || own.marks.is_empty()) && listed.iter().any(|block| block.calls(note)) {
        return true;
    }
    // A heading that calls a note does so for what stands under it.
    let above = |block: &&Block| block.place.heading && own.place.sections.starts_with(&block.place.sections);
    if text.blocks.iter().filter(above).any(|block| block.calls(note)) {
        return true;
    }
    if own.marks.is_empty() || own.place.row.is_some() {
        let running: Vec<&Block> = text.blocks.iter().filter(|block| block.place.note.is_none()).collect();
        let at = running.iter().position(|block| std::ptr::eq(*block, own)).unwrap_or_default();
        return running.iter().skip(at.saturating_sub(1)).take(3).any(|block| block.calls(note));
    }
    // An anchor that holds a mark cannot be found in the words without it.
    let Some(start) = own.text.find(&fold(anchor)) else { return own.calls(note) };
    let end = start + fold(anchor).len();
    let sentence = own.text.get(..start).and_then(|before| before.rfind(". ")).unwrap_or_default();
    let stop =
        own.text.get(end..).and_then(|after| after.find(". ")).map_or(own.text.len(), |at| end + at + 2);
    let mut places = own.marks.iter().map(|(_, at)| *at);
    let last = places.find(|at| *at >= end).unwrap_or_default().max(stop);
    own.marks.iter().any(|(number, at)| *number == note && (sentence..=last).contains(at))
}

/// What is wrong with `counted` and `nth`.
fn number_faults(text: &Text, number: u32, locator: &Locator) -> Vec<String> {
    let mut faults = Vec::new();
    match text.note(number) {
        Some(note) if note.lost && !locator.counted => {
            faults.push(format!("the text has lost the number of note {number}: add `counted = true`"));
        }
        Some(note) if !note.lost && locator.counted => {
            faults.push(format!("the number of note {number} is printed: remove `counted = true`"));
        }
        _ => {}
    }
    let words = text.words_of_note(number).unwrap_or_default();
    if let Some(nth) = locator.nth {
        match entries::numbers(words, &fold(&locator.anchor)) {
            Some(numbers) if !numbers.contains(&nth) => {
                let last = numbers.end - 1;
                let counted = if numbers.start == last {
                    last.to_string()
                } else {
                    format!("{} to {last}", numbers.start)
                };
                faults.push(format!(
                    "the anchor is in entry {counted} of note {number}, not in entry {nth}: correct `nth`"
                ));
            }
            _ => {}
        }
    }
    faults
}

fn is_in_section(text: &Text, block: &Block, section: &str) -> bool {
    let headings = block.place.sections.iter().filter_map(|place| text.headings.get(*place));
    headings.into_iter().any(|heading| fits(section, &heading.text))
}

/// Rows may be cut by a page; punctuation differs between their two lists.
fn is_in_row(text: &Text, block: &Block, row: &str) -> bool {
    let letters =
        |text: &str| -> String { plain(text).chars().filter(|letter| letter.is_alphanumeric()).collect() };
    let Some(printed) = block.place.row.and_then(|place| text.rows.get(place)) else { return false };
    let (wanted, printed) = (letters(row), letters(&printed.indicator));
    fits(row, &printed) || wanted == printed || (printed.len() > 30 && wanted.starts_with(&printed))
}

fn section_fault(text: &Text, block: &Block, section: &str) -> String {
    let here = text.name(block);
    if text.headings.iter().any(|heading| fits(section, &heading.text)) {
        format!("the passage is in {here}, not in the section “{section}”: correct `section`")
    } else {
        format!("no section is called “{section}”; the passage is in {here}: write the heading as printed")
    }
}
