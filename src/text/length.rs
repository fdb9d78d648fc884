//! How long something lasted, in words, never longer or shorter than known.

use crate::data::Length;
use crate::text::plural;

/// `at least 4, at most 5 years`, `known for at least 4 years`.
pub fn duration(length: Length) -> String {
    let (least, unit) = rounded_down(length.at_least);
    let mut text = String::new();
    match length.at_most.map(rounded_up) {
        Some((most, most_unit)) if (most, most_unit) == (least, unit) => {
            text.push_str(&plural(least, unit.one(), unit.many()));
        }
        Some((most, most_unit)) => {
            text.push_str("at least ");
            if unit == most_unit {
                text.push_str(&least.to_string());
            } else {
                text.push_str(&plural(least, unit.one(), unit.many()));
            }
            text.push_str(", at most ");
            text.push_str(&plural(most, most_unit.one(), most_unit.many()));
        }
        None => {
            text.push_str("since when is not known");
        }
    }
    text
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    Months,
    Years,
}

impl Unit {
    pub(super) fn one(self) -> &'static str {
        match self {
            Unit::Days => "day",
            Unit::Months => "month",
            Unit::Years => "year",
        }
    }

    pub(super) fn many(self) -> &'static str {
        match self {
            Unit::Days => "days",
            Unit::Months => "months",
            Unit::Years => "years",
        }
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
