//! A few words around what was found.

use crate::query::search::highlight::{pieces, ranges};
use crate::query::search::needle::Needle;

/// How many bytes stand before what was found.
const BEFORE: usize = 50;

/// How many of the needles stand in the text.
pub fn count(text: &str, needles: &[Needle]) -> usize {
    needles.iter().filter(|needle| !ranges(text, std::slice::from_ref(needle)).is_empty()).count()
}

/// About so many bytes of the text from shortly before the first place where
/// any of the needles stands, in pieces, and whether each piece is such a place.
pub fn snippet(text: &str, needles: &[Needle], mut room: usize) -> Vec<(bool, String)> {
    let mut pieces = pieces(text, &ranges(text, needles));
    let mut kept = 0;
    let whole = pieces.len() == 1;
    for (found, piece) in &mut pieces {
        if kept == 0 && !*found && !whole {
            *piece = tail(piece);
        }
        kept += 1;
        if piece.len() > room {
            if !*found {
                *piece = head(piece, room);
            }
            break;
        }
        room -= piece.len();
    }
    pieces.truncate(kept);
    pieces
}

/// The last words of a text.
fn tail(text: &str) -> String {
    let mut cut = text.len().saturating_sub(BEFORE);
    if cut > 0 {
        cut += text.bytes().skip(cut).position(|letter| letter == b' ').unwrap_or_default();
    }
    // Where there is no space, the cut may be within a letter.
    let Some(rest) = text.get(cut..).filter(|_| cut > 0) else { return text.to_string() };
    let mut tail = "…".to_string();
    tail.push_str(rest);
    tail
}

/// The first words of a text.
fn head(text: &str, room: usize) -> String {
    let cut = text.bytes().take(room).rposition(|letter| letter == b' ');
    let mut head = cut.and_then(|cut| text.get(..cut)).unwrap_or(text).to_string();
    head.push_str(" …");
    head
}
