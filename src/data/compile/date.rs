//! EDTF dates as written, resolved to the days they may mean.

use edtf_core::{Bound, Edtf, IntervalEndpoint};

use crate::data::dataset::End;
use crate::data::day::{Day, Span};

/// The first day that a date can mean. [`Day::EARLIEST`] says that none is known.
const FIRST: Day = Day(Day::EARLIEST.0 + 1);

/// A date as written: when something was or began, and how it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// When it was, or began. Begins at [`Day::EARLIEST`] where that is unknown.
    pub start: Span,
    /// How it goes on.
    pub end: End,
}

/// Reads an EDTF date of level 0 to 2.
///
/// # Errors
/// Says what is wrong with the text and what would be right.
pub fn read(text: &str) -> Result<When, String> {
    let edtf = Edtf::parse(text).map_err(|error| {
        format!(
            "\"{text}\" is not an EDTF date ({}): write such as 2005, 2005-08, 2005-08-29, 2005~, \
             2009-07/2010-05, 2008/ or 1998-10-05/..",
            error.message
        )
    })?;
    match &edtf {
        Edtf::Date(_) => Ok(When { start: span(&edtf)?, end: End::Same }),
        Edtf::Interval(interval) => {
            match (endpoint(&interval.start)?, endpoint(&interval.end)?) {
                (Some(start), Some(end)) => Ok(When { start, end: End::At(end) }),
                // An unknown beginning with a known end is an act of one day
                // that took place by then.
                (None, Some(end)) => {
                    Ok(When { start: Span { earliest: Day::EARLIEST, latest: end.latest }, end: End::Same })
                }
                (Some(start), None) => {
                    let open = matches!(interval.end, IntervalEndpoint::Open);
                    Ok(When { start, end: if open { End::GoingOn } else { End::Unknown } })
                }
                (None, None) => Err(format!("\"{text}\" has neither beginning nor end: leave the date out")),
            }
        }
        Edtf::DateTime(_) | Edtf::Set(_) => Err(format!(
            "\"{text}\" is a time of day or a set: write one date or an interval such as 2009-07/2010-05"
        )),
    }
}

fn endpoint(endpoint: &IntervalEndpoint) -> Result<Option<Span>, String> {
    match endpoint {
        IntervalEndpoint::Date(date) => span(&Edtf::Date(*date)).map(Some),
        IntervalEndpoint::Unknown | IntervalEndpoint::Open => Ok(None),
        _ => Err("an interval may only begin and end with dates, `..` or nothing".to_string()),
    }
}

/// The days that a date may mean. "About" and "perhaps" widen it on both
/// sides by its own length, so that about 2005 is never certainly in 2005.
fn span(edtf: &Edtf) -> Result<Span, String> {
    let bounds = edtf.bounds();
    let (Some(earliest), Some(latest)) = (day(&bounds.earliest), day(&bounds.latest)) else {
        return Err("the date is outside the years 1 to 9999".to_string());
    };
    let margin = if edtf.is_uncertain() || edtf.is_approximate() { latest.0 - earliest.0 + 1 } else { 0 };
    let (earliest, latest) = (Day(earliest.0 - margin), Day(latest.0 + margin));
    // No day before the first is known of, and none after the last.
    Ok(Span { earliest: earliest.max(FIRST), latest: latest.min(Day::LATEST) })
}

fn day(bound: &Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) if (1..=9999).contains(&date.year) => {
            Some(Day::new(date.year as i32, i32::from(date.month), i32::from(date.day)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = match read(text) {
            Err(_) => "refused".to_string(),
            Ok(when) => {
                let from = if when.start.earliest == Day::EARLIEST {
                    "?".to_string()
                } else {
                    when.start.earliest.iso()
                };
                let end = match when.end {
                    End::Same => String::new(),
                    End::Unknown => ", end unknown".to_string(),
                    End::GoingOn => ", going on".to_string(),
                    End::At(end) => format!(", until {}..{}", end.earliest.iso(), end.latest.iso()),
                };
                format!("{from}..{}{end}", when.start.latest.iso())
            }
        };
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn dates_mean_the_days_they_allow() {
        check("2005", "2005-01-01..2005-12-31");
        check("2016-02", "2016-02-01..2016-02-29");
        check("201X", "2010-01-01..2019-12-31");
        check("2005~", "2004-01-02..2006-12-31");
        check("2016-08-23?", "2016-08-22..2016-08-24");
        check("2009-07/2010-05", "2009-07-01..2009-07-31, until 2010-05-01..2010-05-31");
        check("2008-12/", "2008-12-01..2008-12-31, end unknown");
        check("1998-10-05/..", "1998-10-05..1998-10-05, going on");
        check("../2016-08", "?..2016-08-31");
        // About then, but within what the calendar of the data holds.
        check("9999~", "9998-01-01..9999-12-31");
        check("1XXX~", "0000-01-02..2999-12-30");
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for junk in [
            "",
            "yesterday",
            "2005-13",
            "2005-02-30",
            "05",
            "{2005,2006}",
            "2005-01-01T00:00:00Z",
            "-0044",
            "/..",
            "/",
        ] {
            check(junk, "refused");
        }
    }
}
