//! The passage a claim points to: the paragraph of its anchor, what stands
//! beside it, and the notes it rests on.

use super::entries;
use super::plain::{addresses, unmarked, without_addresses};
use super::text::{Block, Text};
use crate::data::corpus::Claim;

/// The words in which a claim's values are looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// The paragraph, the item, the part of a cell, or the entry of a note.
    pub own: String,
    /// Its neighbours in the same section or row, and what stands above it.
    pub near: String,
    /// The notes it rests on.
    pub notes: String,
    /// What the entry of a note stands among: its titles and symbols, not its
    /// figures, may be the claim's.
    pub cited: String,
    /// How many items the list has that it is in or introduces.
    pub items: usize,
}

impl Passage {
    /// The passage around a block.
    pub fn around(text: &Text, at: usize, claim: &Claim) -> Passage {
        let Some(block) = text.blocks.get(at) else { return Passage::default() };
        let mut passage = Passage { own: block.text.clone(), ..Passage::default() };
        let mut calls: Vec<u32> =
            claim.cites.iter().flat_map(|cited| text.notes_with(&addresses(cited))).collect();
        if block.place.heading {
            // An anchor in a heading points to its whole section.
            let section = block.place.sections.last();
            let under = text
                .blocks
                .iter()
                .filter(|under| section.is_some_and(|it| under.place.sections.contains(it)));
            for block in under {
                passage.near.push_str(&block.text);
                passage.near.push('\n');
            }
        } else if block.place.note.is_some() {
            let number = block.place.note.and_then(|note| text.notes.get(note)).map_or(0, |note| note.number);
            passage.own = own_entry(&block.text, claim);
            // The figures of the other entries are not those of this one.
            if passage.own.len() < block.text.len() {
                passage.cited.push_str(&block.text);
            }
            // The sentence that calls the note says what the note is about.
            for caller in text
                .call(number)
                .into_iter()
                .flat_map(|at| text.blocks.get(at).into_iter().chain(list(text, at)))
            {
                passage.near.push_str(&caller.text);
                passage.near.push('\n');
            }
            calls.extend(resolved(text, number));
        } else {
            let mut beside: Vec<&Block> = [before(text, at), after(text, at)].into_iter().flatten().collect();
            let list = list(text, at);
            passage.items = list.iter().filter(|block| !block.text.ends_with(':')).count();
            beside.extend(list.clone());
            for block in &beside {
                passage.near.push_str(&block.text);
                passage.near.push('\n');
            }
            if claim.at.note.is_some() || !claim.cites.is_empty() {
                let marks = list.iter().chain([&block]).flat_map(|block| block.notes()).chain(claim.at.note);
                calls.extend(marks.flat_map(|mark| resolved(text, mark)));
            }
        }
        calls.sort_unstable();
        calls.dedup();
        for note in calls.into_iter().filter_map(|number| text.words_of_note(number)) {
            passage.notes.push('\n');
            passage.notes.push_str(note);
        }
        for heading in block.place.sections.iter().filter_map(|place| text.headings.get(*place)) {
            passage.near.push('\n');
            passage.near.push_str(&heading.text);
        }
        if let Some(row) = block.place.row.and_then(|row| text.rows.get(row)) {
            passage.near.push_str(&format!("\n{}\n{}\n{}", row.area, row.indicator, row.rating));
        }
        passage
    }

    /// All of it.
    pub fn whole(&self) -> String {
        format!("{}\n{}", self.stated(), self.cited)
    }

    /// What figures are looked for in.
    fn stated(&self) -> String {
        format!("{}\n{}\n{}", self.own, self.near, self.notes)
    }

    /// Its words with their figures, without addresses; but where the passage itself is
    /// nothing else, with the words of its address.
    pub fn words(&self) -> String {
        let words = without_addresses(&unmarked(&self.stated()));
        if without_addresses(&unmarked(&self.own)).split(' ').count() > 2 {
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
    let running = |block: &&Block| block.place.note.is_none() && is_beside(&block.place, &own.place);
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
fn own_entry(note: &str, claim: &Claim) -> String {
    let Some(nth) = claim.at.nth else { return note.to_string() };
    let words = super::plain::fold(&claim.at.anchor);
    let with_anchor = entries::of_note(note).into_iter().filter_map(|entry| note.get(entry));
    let entry = entries::nth(note, nth)
        .filter(|entry| entry.contains(&words) || entry.contains("- <") || entry.contains("<http"));
    entry.or_else(|| with_anchor.into_iter().find(|entry| entry.contains(&words))).unwrap_or(note).to_string()
}

fn before(text: &Text, at: usize) -> Option<&Block> {
    let place = &text.blocks.get(at)?.place;
    text.blocks
        .iter()
        .take(at)
        .rfind(|block| block.place.note.is_none())
        .filter(|block| is_beside(&block.place, place))
}

fn after(text: &Text, at: usize) -> Option<&Block> {
    let place = &text.blocks.get(at)?.place;
    let mut after = text.blocks.iter().skip(at + 1);
    after.find(|block| block.place.note.is_none()).filter(|block| is_beside(&block.place, place))
}

fn is_beside(one: &super::text::Place, other: &super::text::Place) -> bool {
    one.sections == other.sections && one.row == other.row
}
