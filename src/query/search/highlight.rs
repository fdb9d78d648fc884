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
    let mut ranges = ranges.iter();
    let mut range = ranges.next();
    let mut place = 0;
    for letter in text.chars() {
        let mut begins = place == 0;
        if range.is_some_and(|range| range.end <= place) {
            (range, begins) = (ranges.next(), true);
        }
        let found = range.is_some_and(|range| range.start <= place);
        begins |= range.is_some_and(|range| range.start == place);
        if begins {
            pieces.push((found, String::new()));
        }
        if let Some((_, piece)) = pieces.last_mut() {
            piece.push(letter);
        }
        place += letter.len_utf16() as u32;
    }
    pieces
}
