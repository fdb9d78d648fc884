//! A text from shortly before what was found on.

use crate::query::search::highlight::{pieces, ranges};
use crate::query::search::needle::Needle;

/// How many bytes stand before what was found.
const BEFORE: usize = 50;

/// How many of the needles stand in the text.
pub fn count(text: &str, needles: &[Needle]) -> usize {
    needles.iter().filter(|needle| !ranges(text, std::slice::from_ref(needle)).is_empty()).count()
}

/// The text from shortly before the first place where any of the needles
/// stands, in pieces, and whether each piece is such a place.
pub fn snippet(text: &str, needles: &[Needle]) -> Vec<(bool, String)> {
    let mut pieces = pieces(text, &ranges(text, needles));
    let is_found = pieces.len() > 1;
    if let Some((false, before)) = pieces.first_mut().filter(|_| is_found) {
        tail(before);
    }
    pieces
}

/// Keeps the last words of a text.
fn tail(text: &mut String) {
    let mut cut = text.len().saturating_sub(BEFORE);
    while cut > 0 && cut < text.len() && text.as_bytes().get(cut) != Some(&b' ') {
        cut += 1;
    }
    // Where there is no space, all of it goes.
    if cut > 0 {
        let mut tail = "…".to_string();
        tail.push_str(text.get(cut..).unwrap_or_default());
        *text = tail;
    }
}
