//! What narrows down the records, one by one, and the query without it.

use crate::data::{Dataset, Facet};
use crate::query::Query;

/// One thing that narrows down the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrowing {
    /// The words searched for.
    Text,
    /// The values chosen of a facet.
    Facet(Facet),
    /// The stretch of time.
    Range,
}

impl Narrowing {
    /// The narrowing of that name.
    pub fn from_key(key: &str) -> Option<Narrowing> {
        match key {
            "text" => Some(Narrowing::Text),
            "range" => Some(Narrowing::Range),
            _ => Facet::from_key(key).map(Narrowing::Facet),
        }
    }

    /// Its name; that of a facet is the facet's.
    pub const fn key(self) -> &'static str {
        match self {
            Narrowing::Text => "text",
            Narrowing::Range => "range",
            Narrowing::Facet(facet) => facet.key(),
        }
    }
}

impl Query {
    /// All that narrows down the records.
    pub fn narrowings(&self, dataset: &Dataset) -> Vec<Narrowing> {
        let mut narrowings = Vec::new();
        if !self.text.trim().is_empty() {
            narrowings.push(Narrowing::Text);
        }
        for facet in Facet::ALL {
            if !self.values_of(dataset, facet).is_empty() {
                narrowings.push(Narrowing::Facet(facet));
            }
        }
        if self.has_range() {
            narrowings.push(Narrowing::Range);
        }
        narrowings
    }

    /// Takes one of them out.
    pub fn widen(&mut self, dataset: &Dataset, narrowing: Narrowing) {
        match narrowing {
            Narrowing::Text => self.text.clear(),
            Narrowing::Facet(facet) => self.drop_facet(dataset, facet),
            Narrowing::Range => (self.from, self.to, self.certain) = (None, None, false),
        }
    }
}
