//! Which passages of a text claims point to, and which none.

use super::locator;
use super::text::{Found, Text};
use crate::data::corpus::Corpus;

/// How many claims point to each place of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The id of the source.
    pub source: String,
    /// Each heading with its depth and the claims in running text under it
    /// that are under no deeper one.
    pub sections: Vec<(u32, String, usize)>,
    /// Each row with its claims.
    pub rows: Vec<(String, usize)>,
    /// Each note with its claims: those in it and those that rest on it.
    pub notes: Vec<(u32, usize)>,
    /// Numbers of notes that are called or counted, but whose text is lost.
    pub lost: Vec<u32>,
}

/// Counts the claims that point to each place of a source.
pub fn coverage(corpus: &Corpus, source: &str, text: &Text) -> Coverage {
    let mut sections = vec![0; text.headings.len()];
    let mut rows = vec![0; text.rows.len()];
    let last =
        text.notes.iter().map(|note| note.number).chain(text.blocks.iter().flat_map(|block| block.notes()));
    let last = last.max().unwrap_or_default();
    let mut notes = vec![0; last as usize];
    let mut add_note = |number: u32| {
        if let Some(count) = (number as usize).checked_sub(1).and_then(|index| notes.get_mut(index)) {
            *count += 1;
        }
    };
    let claims =
        corpus.records.iter().flat_map(|record| &record.claims).filter(|claim| claim.source == source);
    for claim in claims {
        let Found::Blocks(blocks) = text.find(&claim.at.anchor) else { continue };
        let best = blocks.into_iter().min_by_key(|at| locator::faults(text, *at, &claim.at).len());
        let Some(block) = best.and_then(|at| text.blocks.get(at)) else { continue };
        if let Some(note) = block.place.note.and_then(|note| text.notes.get(note)) {
            add_note(note.number);
            continue;
        }
        if let Some(note) = claim.at.note {
            add_note(note);
        }
        if let Some(count) = block.place.row.and_then(|row| rows.get_mut(row)) {
            *count += 1;
        } else if let Some(count) = block.place.sections.last().and_then(|section| sections.get_mut(*section))
        {
            *count += 1;
        }
    }
    let headings = text.headings.iter().zip(sections);
    Coverage {
        source: source.to_string(),
        sections: headings.map(|(heading, count)| (heading.level, heading.text.clone(), count)).collect(),
        rows: text.rows.iter().zip(rows).map(|(row, count)| (row.indicator.clone(), count)).collect(),
        notes: (1..).zip(notes).filter(|(number, _)| text.note(*number).is_some()).collect(),
        lost: (1..=last).filter(|number| text.note(*number).is_none()).collect(),
    }
}

impl std::fmt::Display for Coverage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        writeln!(formatter, "{}", self.source)?;
        for (level, heading, count) in &self.sections {
            let indent = "  ".repeat((*level).min(4) as usize - 1);
            writeln!(formatter, "  {:>4}  {indent}{}", shown(*count), cut(heading))?;
        }
        for (row, count) in &self.rows {
            writeln!(formatter, "  {:>4}  row: {}", shown(*count), cut(row))?;
        }
        if self.notes.is_empty() {
            return Ok(());
        }
        let with = self.notes.iter().filter(|(_, count)| *count > 0);
        let with = with.map(
            |(number, count)| if *count == 1 { number.to_string() } else { format!("{number}×{count}") },
        );
        let without = self.notes.iter().filter(|(_, count)| *count == 0).map(|(number, _)| *number);
        writeln!(formatter, "  notes with claims: {}", or_none(&with.collect::<Vec<_>>().join(", ")))?;
        writeln!(formatter, "  notes without: {}", or_none(&ranges(without)))?;
        if !self.lost.is_empty() {
            writeln!(formatter, "  notes not in the text held: {}", ranges(self.lost.iter().copied()))?;
        }
        Ok(())
    }
}

/// A count, with nothing standing out.
fn shown(count: usize) -> String {
    if count == 0 { "—".to_string() } else { count.to_string() }
}

fn or_none(list: &str) -> &str {
    if list.is_empty() { "none" } else { list }
}

/// A heading short enough for a line.
fn cut(heading: &str) -> String {
    if heading.chars().count() <= 80 {
        return heading.to_string();
    }
    format!("{}…", heading.chars().take(79).collect::<String>().trim_end())
}

/// `3, 5–9` of 3, 5, 6, 7, 8 and 9.
fn ranges(numbers: impl Iterator<Item = u32>) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let shown = ranges.iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}
