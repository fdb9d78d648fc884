//! Where in a text stands what was found.

use crate::query::search::fold::fold;
use crate::query::search::needle::Needle;

/// A stretch of a text, in UTF-16 units as browsers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first unit.
    pub start: u32,
    /// The one after the last.
    pub end: u32,
}

/// Where any of the needles stands in the text: in rising order, and never
/// overlapping.
pub fn ranges(text: &str, needles: &[Needle]) -> Vec<Range> {
    let mut folded = String::with_capacity(text.len() + 8);
    let mut places = Vec::with_capacity(text.len() + 8);
    fold(text, &mut folded, Some(&mut places));
    let place = |at: usize| places.get(at).copied().unwrap_or_default();
    let letters = folded.as_bytes();
    let mut ranges = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let mut length = 0;
        if letters.get(at) == Some(&b' ') {
            let word = letters.get(at + 1..).unwrap_or_default();
            let found = needles.iter().filter(|needle| needle.begins(word).is_some());
            length = found.map(|needle| needle.words.len()).max().unwrap_or_default();
        }
        if length > 0 {
            ranges.push(Range { start: place(at), end: place(at + length) });
        }
        at += length.max(1);
    }
    ranges
}

/// The text in pieces, and whether each is what was found.
pub fn pieces(text: &str, ranges: &[Range]) -> Vec<(bool, String)> {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    let mut ranges = ranges.iter().peekable();
    let mut place = 0;
    let mut begins = true;
    for letter in text.chars() {
        while ranges.next_if(|range| range.end <= place).is_some() {
            begins = true;
        }
        let range = ranges.peek().filter(|range| range.start <= place);
        begins |= range.is_some_and(|range| range.start == place);
        match pieces.last_mut().filter(|_| !begins) {
            Some((_, piece)) => piece.push(letter),
            None => pieces.push((range.is_some(), letter.to_string())),
        }
        begins = false;
        place += letter.len_utf16() as u32;
    }
    pieces
}
