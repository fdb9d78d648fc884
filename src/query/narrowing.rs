//! What narrows down the records, the query without it, and the nearest way out
//! where it leaves none.

use crate::data::{Dataset, Facet};
use crate::query::Query;

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

impl Narrowing {
    /// The narrowing of that name.
    pub fn from_key(key: &str) -> Option<Narrowing> {
        match key {
            "text" => Some(Narrowing::Text),
            "time" => Some(Narrowing::Time),
            _ => Facet::from_key(key).map(Narrowing::Facet),
        }
    }

    /// Its name; that of a facet is the facet's.
    pub const fn key(self) -> &'static str {
        match self {
            Narrowing::Text => "text",
            Narrowing::Time => "time",
            Narrowing::Facet(facet) => facet.key(),
        }
    }
}

impl Query {
    /// Takes out what narrows down the records.
    pub fn widen(&mut self, dataset: &Dataset, narrowing: Narrowing) {
        match narrowing {
            Narrowing::Text => self.text.clear(),
            Narrowing::Facet(facet) => self.drop_facet(dataset, facet),
            Narrowing::Time => (self.from, self.to, self.certain) = (None, None, false),
        }
    }
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
