//! The order of records.

use crate::data::Span;
use crate::data::corpus::{Record, Vocabulary, position};

/// What comes first in the order of records: those with a date by the first
/// of their days, then the others by series, body and UN symbol.
pub type Order = (bool, Option<Span>, Option<usize>, Option<usize>, Vec<(String, u32)>, String);

pub fn order(record: &Record, vocabulary: &Vocabulary) -> Order {
    let first = record.steps.iter().filter(|step| step.is_dated()).map(|step| step.start).min();
    let undated = first.is_none();
    let place = |terms, id: Option<&String>| position(terms, id?).filter(|_| undated);
    let symbol = record.documents.first().filter(|_| undated);
    (
        undated,
        first,
        place(&vocabulary.series, Some(&record.series)),
        place(&vocabulary.bodies, record.bodies.first()),
        symbol.map(|symbol| natural(symbol)).unwrap_or_default(),
        record.id.clone(),
    )
}

/// A symbol in parts of letters and numbers, so that `S-9/1` comes before
/// `S-12/1`.
fn natural(symbol: &str) -> Vec<(String, u32)> {
    let mut parts = Vec::new();
    let mut rest = symbol;
    while !rest.is_empty() {
        let letters = rest.find(|letter: char| letter.is_ascii_digit()).unwrap_or(rest.len());
        let (before, digits) = rest.split_at(letters);
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        let (number, after) = digits.split_at(end);
        parts.push((before.to_string(), number.parse().unwrap_or_default()));
        rest = after;
    }
    parts
}
