//! What narrows down the records, and the nearest way out where it leaves none.

use crate::data::Facet;

/// What can narrow down the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrowing {
    /// The words searched for.
    Text,
    /// The stretch of time.
    Time,
    /// The chosen values of a facet.
    Facet(Facet),
}

/// Sorts by what each thing left out would yield, the most first; what yields
/// alike stays in its order. There are never more than a few.
pub fn sorted(found: impl Iterator<Item = (Narrowing, u32)>) -> Vec<(Narrowing, u32)> {
    let mut ways: Vec<(Narrowing, u32)> = Vec::new();
    for way in found {
        let place = ways.iter().position(|(_, count)| *count < way.1).unwrap_or(ways.len());
        ways.insert(place, way);
    }
    ways
}
