//! The passage a claim points to: the paragraph of its anchor, what stands
//! beside it, and the notes it rests on.

use super::entries;
use super::plain::{addresses, unmarked, without_addresses};
use super::text::{Block, Text};
use crate::data::corpus::Claim;

/// The words in which a claim's values are looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage<'a> {
    /// The paragraph, the item, the part of a cell, or the entry of a note.
    own: &'a str,
    /// Its neighbours in the same section or row, and what stands above it.
    near: Vec<&'a str>,
    /// The notes it rests on.
    notes: Vec<&'a str>,
    /// How many items the list has that it is in or introduces.
    items: usize,
}

impl<'a> Passage<'a> {
    /// The passage around a block.
    pub fn around(text: &'a Text, at: usize, claim: &Claim) -> Passage<'a> {
        let Some(block) = text.blocks.get(at) else { return Passage::default() };
        let mut passage = Passage { own: &block.text, ..Passage::default() };
        let mut calls: Vec<u32> =
            claim.cites.iter().flat_map(|cited| text.notes_with(&addresses(cited))).collect();
        let mut near: Vec<&Block> = Vec::new();
        if block.place.heading {
            // An anchor in a heading points to its whole section.
            let is_under = |under: &&Block| under.place.sections.starts_with(&block.place.sections);
            near.extend(text.blocks.iter().filter(is_under));
        } else if let Some(note) = block.place.note.and_then(|note| text.notes.get(note)) {
            passage.own = own_entry(&block.text, claim);
            // The sentence that calls the note says what the note is about.
            if let Some(at) = text.call(note.number) {
                near.extend(text.blocks.get(at).into_iter().chain(list(text, at)));
            }
            calls.extend(resolved(text, note.number));
        } else {
            let list = list(text, at);
            passage.items = list.iter().filter(|block| !block.text.ends_with(':')).count();
            if claim.at.note.is_some() || !claim.cites.is_empty() {
                let marks = list.iter().chain([&block]).flat_map(|block| block.notes()).chain(claim.at.note);
                calls.extend(marks.flat_map(|mark| resolved(text, mark)));
            }
            near.extend(neighbours(text, at).chain(list));
        }
        passage.near = near.into_iter().map(|block| block.text.as_str()).collect();
        passage.notes = calls.into_iter().filter_map(|number| text.words_of_note(number)).collect();
        let headings = block.place.sections.iter().filter_map(|place| text.headings.get(*place));
        passage.near.extend(headings.map(|heading| heading.text.as_str()));
        if let Some(row) = block.place.row.and_then(|row| text.rows.get(row)) {
            passage.near.extend([row.area.as_str(), &row.indicator, &row.rating]);
        }
        passage
    }

    /// All of it.
    pub fn whole(&self) -> String {
        format!("{}\n{}\n{}", self.own, self.near.join("\n"), self.notes.join("\n"))
    }

    /// Its words with their figures, without addresses; but where the passage itself is
    /// nothing else, with the words of its address.
    pub fn words(&self) -> String {
        let words = without_addresses(&unmarked(&self.whole()));
        if without_addresses(&unmarked(self.own)).split(' ').count() > 2 {
            return words;
        }
        let spoken = self.own.replace(['-', '/', '_', '.', '<', '>'], " ");
        format!("{words}\n{spoken}")
    }

    /// Figures that the passage does not print but that counting gives: the
    /// items of its list and the entries of its note.
    pub fn counts(&self, note: Option<&str>) -> Vec<String> {
        let mut counts: Vec<u32> = note.map(|note| entries::count(note).collect()).unwrap_or_default();
        counts.push(self.items as u32);
        counts.into_iter().filter(|count| *count > 1).map(|count| count.to_string()).collect()
    }
}

/// The note, and the note that its "Ibid." refers to; where the words of a
/// note are lost, some of them may stand in the one before.
fn resolved(text: &Text, number: u32) -> Vec<u32> {
    let mut numbers = vec![number];
    let mut last = number;
    while last > 1 && text.words_of_note(last).is_none_or(|note| note.contains("Ibid")) {
        last -= 1;
        numbers.push(last);
    }
    numbers
}

/// The list a paragraph introduces or is in, with what introduces it: items
/// follow a colon, and each but the last ends with a comma or semicolon, or is
/// set as an item.
pub fn list(text: &Text, at: usize) -> Vec<&Block> {
    let Some(own) = text.blocks.get(at) else { return Vec::new() };
    let running = |block: &&Block| block.place.note.is_none() && is_beside(block, own);
    let mut above: Vec<&Block> = Vec::new();
    for block in text.blocks.iter().take(at).rev().filter(running) {
        let below = above.last().copied().unwrap_or(own);
        if block.text.ends_with(':') {
            above.push(block);
            // A list may be within another.
            if block.item {
                continue;
            }
            break;
        }
        if !(below.item || goes_on(block)) {
            above.clear();
            break;
        }
        above.push(block);
    }
    if !above.last().is_some_and(|block| block.text.ends_with(':')) {
        above.clear();
    }
    if above.is_empty() && !own.text.ends_with(':') {
        return Vec::new();
    }
    let mut list: Vec<&Block> = above.into_iter().rev().collect();
    list.extend(opening(text, list.first().copied().unwrap_or(own)));
    let mut last = own;
    for block in text.blocks.iter().skip(at + 1).filter(running) {
        if !(block.item || goes_on(last) || last.text.ends_with(':')) {
            break;
        }
        list.push(block);
        last = block;
    }
    if !own.text.ends_with(':') {
        list.push(own);
    }
    list
}

/// The paragraph before a section that divides another, if the section begins
/// with this block: it tells what is listed below.
fn opening<'a>(text: &'a Text, first: &Block) -> Option<&'a Block> {
    let at = text.blocks.iter().position(|block| block == first)?;
    let mut before = text.blocks.get(..at)?.iter().rev().filter(|block| block.place.note.is_none());
    let (heading, above) = (before.next()?, before.next()?);
    let divides = first.place.sections.starts_with(&above.place.sections) && !above.place.heading;
    (heading.place.heading && divides).then_some(above)
}

/// Whether an item of a list is not its last.
fn goes_on(block: &Block) -> bool {
    block.text.ends_with([',', ';']) || block.text.ends_with(" and") || block.text.ends_with(" or")
}

/// The entry of a note that holds the anchor, if the claim is about one.
fn own_entry<'a>(note: &'a str, claim: &Claim) -> &'a str {
    let Some(nth) = claim.at.nth else { return note };
    let words = super::plain::fold(&claim.at.anchor);
    let with_anchor = entries::of_note(note).into_iter().find(|entry| entry.contains(&words));
    with_anchor.or_else(|| entries::nth(note, nth)).unwrap_or(note)
}

/// The running text before and after a block, in the same section and row.
fn neighbours(text: &Text, at: usize) -> impl Iterator<Item = &Block> {
    let running = |block: &&Block| block.place.note.is_none();
    let (before, after) = text.blocks.split_at(at);
    let own = after.first();
    let both = [before.iter().rfind(running), after.iter().skip(1).find(running)];
    both.into_iter().flatten().filter(move |block| own.is_some_and(|own| is_beside(block, own)))
}

fn is_beside(one: &Block, other: &Block) -> bool {
    one.place.sections == other.place.sections && one.place.row == other.place.row
}
