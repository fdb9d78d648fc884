//! The entries of a note that lists several.

use std::ops::Range;

/// What begins each entry of a note that is a list of lines.
const LINE: &str = " - <";

/// The bytes of each entry. Entries end with a semicolon, or are lines of a list.
pub fn of_note(note: &str) -> Vec<Range<usize>> {
    let mut entries = Vec::new();
    let mut start = 0;
    let mark = if note.contains(LINE) { LINE } else { ";" };
    for (at, _) in note.match_indices(mark).chain([(note.len(), "")]) {
        if note.get(start..at).is_some_and(|entry| !entry.trim().is_empty()) {
            entries.push(start..at);
        }
        start = at + 1;
    }
    entries
}

/// Which numbers the entry that holds the words may have, from 1: semicolons
/// within brackets, full stops and "and" before a name may part entries or not.
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
    let (mut depth, mut outside, mut all) = (0_u32, 0, 0);
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ';' => {
                all += 1;
                outside += u32::from(depth == 0);
            }
            _ => {}
        }
    }
    let fresh = |rest: &str| rest.starts_with(|letter: char| letter.is_uppercase() || letter == '“');
    let rest = |from: usize| text.get(from..).filter(|rest| !rest.is_empty()).unwrap_or(after);
    let parted = |mark: &str| text.match_indices(mark).filter(|(at, _)| fresh(rest(at + mark.len()))).count() as u32;
    outside..all + 1 + parted(". ") + parted(" and ")
}

/// The entry of this number, which for a list of lines comes after what
/// introduces it.
pub fn nth(note: &str, number: u32) -> Option<&str> {
    let skipped = if note.contains(LINE) { 0 } else { 1 };
    let entry = of_note(note).into_iter().nth((number as usize).checked_sub(skipped)?)?;
    note.get(entry)
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
