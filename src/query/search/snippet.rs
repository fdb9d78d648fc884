//! A few words around what was found.

use crate::query::search::highlight::{pieces, ranges};
use crate::query::search::needle::Needle;

/// How many letters stand before what was found.
const BEFORE: usize = 50;

/// How many of the needles stand in the text.
pub fn count(text: &str, needles: &[Needle]) -> usize {
    needles.iter().filter(|needle| !ranges(text, std::slice::from_ref(needle)).is_empty()).count()
}

/// About so many letters of the text from shortly before the first place where
/// any of the needles stands, in pieces, and whether each piece is such a place.
pub fn snippet(text: &str, needles: &[Needle], letters: usize) -> Vec<(bool, String)> {
    let mut pieces = pieces(text, &ranges(text, needles));
    let whole = pieces.len() == 1;
    if let Some((false, before)) = pieces.first_mut().filter(|_| !whole) {
        *before = tail(before);
    }
    let mut room = letters;
    let mut kept = 0;
    for (found, piece) in &mut pieces {
        kept += 1;
        let length = piece.chars().count();
        if length > room {
            if !*found {
                *piece = head(piece, room);
            }
            break;
        }
        room -= length;
    }
    pieces.truncate(kept);
    pieces
}

/// The last words of a text.
fn tail(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(BEFORE) else { return text.to_string() };
    let rest = text.get(cut..).unwrap_or_default();
    let rest = rest.split_once(' ').map_or(rest, |(_, words)| words);
    let mut tail = "… ".to_string();
    tail.push_str(rest);
    tail
}

/// The first words of a text.
fn head(text: &str, letters: usize) -> String {
    let cut = text.char_indices().nth(letters).map_or(text.len(), |(cut, _)| cut);
    let start = text.get(..cut).unwrap_or_default();
    let mut head = start.rsplit_once(' ').map_or(start, |(words, _)| words).to_string();
    head.push_str(" …");
    head
}
