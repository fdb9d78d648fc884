//! The entries of a note that lists several.

use std::ops::Range;

/// What begins each entry of a note that is a list of lines.
const LINE: &str = " - <";

/// Each entry. Entries end with a semicolon, or are lines of a list.
pub fn of_note(note: &str) -> Vec<&str> {
    let entries = note.split(if note.contains(LINE) { LINE } else { ";" });
    entries.filter(|entry| !entry.trim().is_empty()).collect()
}

/// Which numbers the entry that holds the words may have, from 1: full stops
/// between two citations may part entries or not.
pub fn numbers(note: &str, words: &str) -> Option<Range<u32>> {
    let at = note.find(words)?;
    let before = note.get(..at)?;
    if note.contains(LINE) {
        // Words of three lines and more are in several.
        let through = note.get(..at + words.len())?;
        let first = before.matches(LINE).count() + usize::from(words.starts_with("- <"));
        let (first, last) = (first.max(1), through.matches(LINE).count());
        return Some(first as u32..last.max(first) as u32 + 1);
    }
    let end = note.get(..at + words.len())?;
    Some(separators(before, "").start + 1..separators(end, note.get(end.len()..)?).end + 1)
}

/// How many ends of entries are in the text, which goes on with `after`: those
/// that are certain and those that may be.
fn separators(text: &str, after: &str) -> Range<u32> {
    let fresh = |rest: &str| rest.starts_with(|letter: char| letter.is_uppercase() || letter == '“');
    let rest = |from: usize| text.get(from..).filter(|rest| !rest.is_empty()).unwrap_or(after);
    let certain = text.match_indices(';').filter(|(at, _)| !is_in_brackets(text, after, *at)).count() as u32;
    let after_address = |at: usize| {
        let since = text.get(..at).unwrap_or_default().rsplit(';').next().unwrap_or_default();
        since.contains("http")
    };
    let parted = |(at, mark): &(usize, &str)| {
        let rest = rest(at + mark.len());
        fresh(rest)
            && (after_address(*at)
                || rest.starts_with('“')
                || rest.starts_with("See")
                || rest.starts_with("Cf"))
    };
    let stops = text.match_indices(". ").filter(parted).count();
    certain..certain + 1 + stops as u32
}

/// Whether a semicolon stands within brackets: after an opening one, and with
/// the closing one before the next that opens.
fn is_in_brackets(text: &str, after: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    let opened = before.rfind('(') > before.rfind(')');
    let next = rest.chars().chain(after.chars()).find(|letter| matches!(letter, '(' | ')'));
    opened && next == Some(')')
}

/// The entry of this number, which for a list of lines comes after what
/// introduces it.
pub fn nth(note: &str, number: u32) -> Option<&str> {
    let skipped = if note.contains(LINE) { 0 } else { 1 };
    of_note(note).into_iter().nth((number as usize).checked_sub(skipped)?)
}

/// How many entries a note may be said to have.
pub fn count(note: &str) -> Range<u32> {
    let last = note.split(' ').next_back().unwrap_or_default();
    let all = of_note(note).len() as u32;
    if note.contains(LINE) {
        return all - 1..all;
    }
    let most = numbers(note, last).map_or(all, |numbers| numbers.end - 1);
    all.min(most)..most.max(all) + 1
}
