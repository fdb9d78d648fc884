//! What the page must show, computed by the same engine without a browser.

use std::sync::OnceLock;

use serde_json::{Value, json};
use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::{Dataset, Day, Facet};
use standing_invitation::query::{Index, Query, Results, Search, url};
use standing_invitation::text;

use crate::corpus;

/// The dataset of this build.
pub fn dataset() -> &'static Dataset {
    static DATASET: OnceLock<Dataset> = OnceLock::new();
    DATASET.get_or_init(Dataset::embedded)
}

/// What a fragment means and yields.
pub struct Expected {
    pub query: Query,
    results: Results,
}

/// What the page with this fragment must show.
pub fn expected(fragment: &str) -> Expected {
    let query = url::parse(dataset(), fragment);
    let found = search().find(&query.text);
    let results = Index::new(dataset()).run(dataset(), &query, found.as_ref().map(|found| &found.records));
    Expected { query, results }
}

/// What search knows: all that a record says, not how the page labels it.
pub fn search() -> &'static Search {
    static SEARCH: OnceLock<Search> = OnceLock::new();
    SEARCH.get_or_init(|| corpus::search(&Corpus::embedded(), dataset()))
}

impl Expected {
    /// How many records match.
    pub fn count(&self) -> u32 {
        self.results.count
    }

    /// The ids of the records in the list: those that match, and the open one.
    pub fn listed(&self) -> Vec<&'static str> {
        let listed = |id: &u32| self.results.records.contains(*id) || self.query.open == Some(*id);
        let ids = 0..dataset().records.len() as u32;
        ids.filter(listed).map(|id| dataset().records[id as usize].id.as_str()).collect()
    }

    /// The open record.
    pub fn open(&self) -> Vec<&'static str> {
        self.query.open.iter().map(|id| dataset().records[*id as usize].id.as_str()).collect()
    }

    /// How many records one would get by choosing the value.
    pub fn choosing(&self, facet: &str, value: &str) -> Option<u32> {
        let facet = Facet::ALL.into_iter().find(|it| it.key() == facet)?;
        self.results.counts.get(dataset().value(facet, value)? as usize).copied()
    }

    /// The keys of the chosen values, as `facet=value`.
    pub fn chosen(&self) -> Vec<String> {
        let values = self.query.values.iter().map(|id| &dataset().values[*id as usize]);
        values.map(|value| format!("{}={}", value.facet.key(), value.key)).collect()
    }

    /// The line about the status of each record, with the record's id.
    pub fn status_lines(&self) -> Value {
        let day = self.query.as_of(dataset());
        let line =
            |record| text::status(dataset(), dataset().status(record, day), dataset().length(record, day));
        json!(dataset().records.iter().map(|record| (&record.id, line(record))).collect::<Vec<_>>())
    }

    /// The stretch of time shown.
    pub fn range(&self) -> (Day, Day) {
        self.query.range(dataset())
    }
}

/// The shortest writing of what a fragment means.
pub fn shortest(fragment: &str) -> String {
    url::write(dataset(), &url::parse(dataset(), fragment))
}
