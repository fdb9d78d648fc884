//! What a record is in on a day, for how long, and until when that is known.
//!
//! The one rule: an open state holds only until the latest claim that asserts
//! it. After that it is "as last reported", never present, and no length is
//! counted past that day. The reader's clock is never used.

use crate::data::dataset::{Dataset, End, Facet, Record, StateId, ValueId};
use crate::data::day::{Day, Span};

/// A stretch of time in which a record is in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The state it is in.
    pub state: StateId,
    /// When it began.
    pub start: Span,
    /// When it ended, or the last day on which it is known to have gone on.
    pub end: Span,
    /// Which of the two `end` means.
    pub ending: Ending,
}

/// How a [`Period`] ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A source says so, or reports what came next.
    Ended,
    /// Knowledge ends; what happened later is not known.
    LastReported,
}

/// What a record is in on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing of it had certainly or possibly begun.
    NotYet,
    /// It was in this state.
    Certain(StateId),
    /// It may have been in this state: the dates leave it open.
    Possible(StateId),
    /// It was in this state when last reported, on that earlier day.
    LastReported(StateId, Day),
}

/// How long a record has been in its present or last reported open state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The least number of days that the dates allow.
    pub at_least: i32,
    /// The greatest; `None` where no source says when it began.
    pub at_most: Option<i32>,
    /// The last day counted.
    pub until: Day,
    /// Whether `until` is the end of knowledge and not the day asked for.
    pub last_reported: bool,
}

impl Dataset {
    /// The states of a record one after the other. Each state-changing step
    /// ends the state before it.
    pub fn periods(&self, record: &Record) -> Vec<Period> {
        let mut periods = Vec::new();
        let mut steps = record
            .steps
            .iter()
            .filter_map(|step| {
                let state = self.acts.get(usize::from(step.act))?.state?;
                Some((step, state))
            })
            .peekable();
        while let Some((step, state)) = steps.next() {
            let next = steps.peek().map(|(step, _)| step.start);
            let open = self.states.get(usize::from(state)).is_some_and(|state| state.open);
            let (end, ending) = match (open, step.end, next) {
                (_, End::At(end), _) => (end, Ending::Ended),
                (false, _, _) => (step.start, Ending::Ended),
                (true, _, Some(next)) => (next, Ending::Ended),
                (true, End::GoingOn, None) => (Span::day(step.known), Ending::LastReported),
                (true, _, None) => (Span::day(step.start.latest), Ending::LastReported),
            };
            periods.push(Period { state, start: step.start, end, ending });
            if let (true, End::At(end), None) = (open, step.end, next) {
                let state = self.state("ended");
                periods.push(Period { state, start: end, end, ending: Ending::Ended });
            }
        }
        // A record of acts that change no state is an event from the first on.
        if let (true, Some(first)) = (periods.is_empty(), record.steps.first()) {
            let (state, start) = (self.state("reported"), first.start);
            periods.push(Period { state, start, end: start, ending: Ending::Ended });
        }
        periods
    }

    /// What the record is in on that day, as far as the sources know.
    pub fn status(&self, record: &Record, day: Day) -> Status {
        self.moment(record, day).0
    }

    /// The facet value that stands for a status.
    pub fn status_value(&self, status: Status) -> ValueId {
        let value = |state: u16| self.states.get(usize::from(state)).map(|state| state.value);
        let value = match status {
            Status::NotYet => None,
            Status::Certain(state) => value(state),
            Status::Possible(state) => value(state).map(|value| value + 1),
            Status::LastReported(state, _) => value(state).map(|value| value + 2),
        };
        value.or_else(|| self.value(Facet::Status, "not-yet")).unwrap_or_default()
    }

    /// For how long the record has been in the open state that
    /// [`Dataset::status`] gives. `None` for closed states and before any.
    pub fn length(&self, record: &Record, day: Day) -> Option<Length> {
        let (status, period) = self.moment(record, day);
        let period = period?;
        let last_reported = match status {
            Status::Certain(state) if self.is_open(state) => false,
            Status::LastReported(..) => true,
            _ => return None,
        };
        let until = day.min(period.end.latest);
        let certain_until = day.min(period.end.earliest);
        let begun = period.start.earliest > Day::EARLIEST;
        Some(Length {
            at_least: (certain_until.0 - period.start.latest.0).max(0),
            at_most: begun.then_some(until.0 - period.start.earliest.0),
            until,
            last_reported,
        })
    }

    fn moment(&self, record: &Record, day: Day) -> (Status, Option<Period>) {
        let mut moment = (Status::NotYet, None);
        for period in self.periods(record) {
            if day < period.start.earliest {
                continue;
            }
            let begun = day >= period.start.latest;
            let state = period.state;
            let status = if !begun {
                Status::Possible(state)
            } else if !self.is_open(state) || day <= period.end.earliest {
                Status::Certain(state)
            } else if period.ending == Ending::LastReported {
                Status::LastReported(state, period.end.latest)
            } else {
                // The dates leave open whether it had ended; a later period
                // that has certainly begun will overrule this.
                Status::Possible(state)
            };
            // What has only possibly begun does not overrule what is certain
            // of an undated step: both lie anywhere before they were reported.
            if begun || period.start.earliest > Day::EARLIEST || moment.1.is_none() {
                moment = (status, Some(period));
            }
        }
        moment
    }

    fn is_open(&self, state: StateId) -> bool {
        self.states.get(usize::from(state)).is_some_and(|state| state.open)
    }

    /// A closed state that the vocabulary must hold: `ended` follows an open
    /// one whose end is known and after which nothing is reported, `reported`
    /// stands for what has no other.
    fn state(&self, key: &str) -> StateId {
        let index = self.states.iter().position(|state| state.key == key);
        index.unwrap_or_default() as StateId
    }
}
