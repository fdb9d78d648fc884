//! The queries that yield what the findings count.

use crate::data::{Dataset, Day, Finding, Part};
use crate::query::{Query, View};

impl Query {
    /// The query whose results are what a finding counts, in one of its parts,
    /// on that day.
    pub fn of_finding(dataset: &Dataset, finding: &Finding, part: Part, as_of: Option<Day>) -> Query {
        let mut query = Query { as_of, ..Query::default() };
        let series = finding.series.iter().filter_map(|id| dataset.series.get(usize::from(*id)));
        let states = finding.states.iter().filter_map(|id| dataset.states.get(usize::from(*id)));
        series.map(|it| it.value).for_each(|value| query.choose(value));
        states.map(|it| it.value + part as u32).for_each(|value| query.choose(value));
        query
    }

    /// The query that shows where the sources differ.
    pub fn of_disagreements(as_of: Option<Day>) -> Query {
        Query { as_of, view: View::Disagreements, ..Query::default() }
    }

    /// Chooses a value, if it is not chosen.
    fn choose(&mut self, value: u32) {
        if !self.has(value) {
            self.toggle(value);
        }
    }
}
