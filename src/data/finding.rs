//! The numbers of the summary strip, on any day.
//!
//! A number has three parts that are never added up: what was so on the day,
//! what possibly was, and what was so when last reported, on an earlier day.

use crate::data::dataset::{Dataset, Finding, Record, RecordId, StateId};
use crate::data::day::{Day, Span};
use crate::data::history::{Length, Status};

/// How well something is known to have been so on the as-of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It was.
    Certain,
    /// The dates leave it open.
    Possible,
    /// It was when last reported, on an earlier day.
    Last,
}

impl Part {
    /// All parts, in the order of the strip and of the values of a state.
    pub const ALL: [Part; 3] = [Part::Certain, Part::Possible, Part::Last];
}

/// What a [`Finding`] counts on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many records, for each of [`Part::ALL`].
    pub counts: [u32; 3],
    /// How many records it is a part of, in whichever way they are known.
    pub of: u32,
    /// From the first to the last day of the last reports, if any are such.
    pub reported: Option<Span>,
    /// The last day on which any record counted is known to have been so.
    pub horizon: Option<Day>,
    /// The longest time that any of them had lasted, where the finding tells it.
    pub longest: Option<Longest>,
}

/// The longest of the lengths of several records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Longest {
    /// How long it was: at least the greatest of the least lengths, and at most
    /// the greatest that any of the records allows.
    pub length: Length,
    /// Whose it may be, the one that had certainly lasted longest first.
    pub records: Vec<RecordId>,
}

impl Dataset {
    /// What the findings count on a day, in the order of the strip.
    pub fn found(&self, day: Day) -> Vec<Found> {
        let mut all = vec![Found::default(); self.findings.len()];
        for (id, record) in (0..).zip(&self.records) {
            for (finding, found) in self.findings.iter().zip(&mut all) {
                if finding.series.contains(&record.series) {
                    found.add(self, finding, id, record, day);
                }
            }
        }
        for found in &mut all {
            found.settle(self, day);
        }
        all
    }

    /// How many disagreements two sides had told of by that day.
    pub fn told(&self, day: Day) -> u32 {
        self.disagreements.iter().filter(|it| it.told <= day).count() as u32
    }
}

impl Found {
    /// How many records it counts in that way.
    pub fn count(&self, part: Part) -> u32 {
        self.counts[part as usize]
    }

    /// Whether the strip shows that part: what is not zero, or that all are.
    pub fn shows(&self, part: Part) -> bool {
        self.count(part) > 0 || (part == Part::Certain && self.counts == [0; 3])
    }

    fn add(&mut self, dataset: &Dataset, finding: &Finding, id: RecordId, record: &Record, day: Day) {
        let (part, state, known) = match dataset.status(record, day) {
            Status::NotYet => return,
            Status::Certain(state) => (Part::Certain, state, None),
            Status::Possible(state) => (Part::Possible, state, None),
            Status::LastReported(state, known) => (Part::Last, state, Some(known)),
        };
        let counted = finding.states.contains(&state);
        self.of += u32::from(counted || finding.of.contains(&state));
        if !counted {
            return;
        }
        self.counts[part as usize] += 1;
        self.horizon = self.horizon.max(known.or_else(|| known_in(dataset, record, state)));
        if let Some(known) = known {
            let span = self.reported.get_or_insert(Span::day(known));
            span.earliest = span.earliest.min(known);
            span.latest = span.latest.max(known);
        }
        if finding.longest
            && let Some(length) = dataset.length(record, day)
        {
            let longest = self.longest.get_or_insert(Longest { length, records: Vec::new() });
            if length.at_least > longest.length.at_least || longest.records.is_empty() {
                longest.records.insert(0, id);
                longest.length =
                    Length { at_most: greater(longest.length.at_most, length.at_most), ..length };
            } else {
                longest.records.push(id);
                longest.length.at_most = greater(longest.length.at_most, length.at_most);
            }
        }
    }

    /// Drops from the longest those that are certainly shorter.
    fn settle(&mut self, dataset: &Dataset, day: Day) {
        let Some(longest) = &mut self.longest else { return };
        let at_least = longest.length.at_least;
        longest.records.retain(|id| {
            let record = dataset.records.get(*id as usize);
            let length = record.and_then(|record| dataset.length(record, day));
            length.is_some_and(|length| length.at_most.is_none_or(|at_most| at_most >= at_least))
        });
    }
}

/// The greater of two greatest lengths, of which none is without an end.
fn greater(a: Option<i32>, b: Option<i32>) -> Option<i32> {
    Some(a?.max(b?))
}

/// The last day that any claim can speak of which puts the record in the state.
fn known_in(dataset: &Dataset, record: &Record, state: StateId) -> Option<Day> {
    let asserts = |act: u16| dataset.acts.get(usize::from(act)).is_some_and(|act| act.state == Some(state));
    record.steps.iter().filter(|step| asserts(step.act)).map(|step| step.known).max()
}
