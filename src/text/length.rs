//! How long something lasted, in words, never longer or shorter than known.

use crate::data::Length;
use crate::text::language::Plural::{One, Other};
use crate::text::{counted, fill, number};

/// `at least 4, at most 5 years`, `known for at least 4 years`.
pub fn duration(length: Length) -> String {
    let (least, unit) = rounded_down(length.at_least);
    match length.at_most.map(rounded_up) {
        Some((most, most_unit)) if (most, most_unit) == (least, unit) => unit.of(least),
        Some((most, most_unit)) => {
            let least = if unit == most_unit { number(least) } else { unit.of(least) };
            fill("at least {0}, at most {1}", &[&least, &most_unit.of(most)])
        }
        None => "since when is not known".to_string(),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    Months,
    Years,
}

impl Unit {
    /// `4 years`.
    pub(super) fn of(self, count: u32) -> String {
        counted(
            count,
            match self {
                Unit::Days => &[(One, "{0} day"), (Other, "{0} days")],
                Unit::Months => &[(One, "{0} month"), (Other, "{0} months")],
                Unit::Years => &[(One, "{0} year"), (Other, "{0} years")],
            },
        )
    }
}

/// Whole units that have certainly passed: a month of 31 days, a year of 366.
pub(super) fn rounded_down(days: i32) -> (u32, Unit) {
    let days = days.max(0) as u32;
    match days {
        0..62 => (days, Unit::Days),
        62..732 => (days / 31, Unit::Months),
        _ => (days / 366, Unit::Years),
    }
}

/// Units that have certainly not been exceeded: of 28 and of 365 days.
fn rounded_up(days: i32) -> (u32, Unit) {
    let days = days.max(0) as u32;
    match days {
        0..62 => (days, Unit::Days),
        62..730 => (days.div_ceil(30), Unit::Months),
        _ => (days.div_ceil(365), Unit::Years),
    }
}
