//! Calendar days as integers, and spans of days that something may fall into.
//!
//! Only what filtering and drawing need: dates as the sources write them are
//! EDTF and are resolved to spans when the data is compiled.

use serde::{Deserialize, Serialize, Serializer};

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Day(pub i32);

impl Day {
    /// Before every day that a source speaks of: "no known beginning".
    pub const EARLIEST: Day = Day(-719_528); // 0000-01-01
    /// After every day that a source speaks of: "no known end".
    pub const LATEST: Day = Day(2_932_896); // 9999-12-31

    /// The day of a year (0 to 9999), month (1 to 12) and day of the month.
    /// A day past the end of the month counts on into the next.
    pub const fn new(year: i32, month: i32, day: i32) -> Day {
        // Counts from March, so that the leap day is the last of its year.
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let month_from_march = (month + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Day(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month and day of the month.
    pub const fn ymd(self) -> (i32, i32, i32) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day)
    }

    /// The calendar year.
    pub const fn year(self) -> i32 {
        self.ymd().0
    }

    /// How many days the month has.
    pub const fn days_in_month(year: i32, month: i32) -> i32 {
        let next = if month == 12 { Day::new(year + 1, 1, 1) } else { Day::new(year, month + 1, 1) };
        next.0 - Day::new(year, month, 1).0
    }

    /// `2005-08-29`.
    pub fn iso(self) -> String {
        let (year, month, day) = self.ymd();
        let mut text = String::with_capacity(10);
        push_padded(&mut text, year, 4);
        text.push('-');
        push_padded(&mut text, month, 2);
        text.push('-');
        push_padded(&mut text, day, 2);
        text
    }
}

impl Serialize for Day {
    /// For people `2005-08-29`, and nothing where no beginning is known; for
    /// our own blobs the number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (serializer.is_human_readable(), *self) {
            (false, _) => serializer.serialize_i32(self.0),
            (true, Day::EARLIEST) => serializer.serialize_none(),
            (true, _) => serializer.serialize_str(&self.iso()),
        }
    }
}

/// The days that a date as written may mean: `2005-08` is the span of that month.
/// Always `earliest <= latest`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first day it may mean.
    pub earliest: Day,
    /// The last day it may mean.
    pub latest: Day,
}

impl Span {
    /// A span of one day.
    pub const fn day(day: Day) -> Span {
        Span { earliest: day, latest: day }
    }

    /// Whether only one day is meant.
    pub fn is_exact(self) -> bool {
        self.earliest == self.latest
    }

    /// The span in EDTF: a year, a month or a day as such; an interval without its
    /// beginning where none is known; anything else as one day of a set, from the
    /// first to the last that it may be.
    pub fn edtf(self) -> String {
        let (first, last) = (self.earliest.iso(), self.latest.iso());
        // As short as may be, from the last day alone where no first is known.
        for length in [4, 7, 10] {
            let short = last.get(..length).unwrap_or_default();
            let Some(span) = Span::parse(short) else { continue };
            if span == self {
                return short.to_string();
            }
            if self.earliest.year() < 1 && span.latest == self.latest {
                return ["../", short].concat();
            }
        }
        ["[", &first, "..", &last, "]"].concat()
    }

    /// Reads `2005`, `2005-08` or `2005-08-29`, with years from 0001 to 9999.
    /// `None` for anything else, days that do not exist included.
    pub fn parse(text: &str) -> Option<Span> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|part| number(part, 2));
        let day = parts.next().map(|part| number(part, 2));
        if parts.next().is_some() || year < 1 {
            return None;
        }
        match (month, day) {
            (None, _) => Some(Span { earliest: Day::new(year, 1, 1), latest: Day::new(year, 12, 31) }),
            (Some(month), day) => {
                let month = month.filter(|month| (1..=12).contains(month))?;
                let last = Day::days_in_month(year, month);
                match day {
                    None => {
                        Some(Span { earliest: Day::new(year, month, 1), latest: Day::new(year, month, last) })
                    }
                    Some(day) => {
                        let day = day.filter(|day| (1..=last).contains(day))?;
                        Some(Span::day(Day::new(year, month, day)))
                    }
                }
            }
        }
    }
}

fn number(text: &str, digits: usize) -> Option<i32> {
    let well_formed = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if well_formed { text.parse().ok() } else { None }
}

fn push_padded(text: &mut String, number: i32, digits: u32) {
    for place in (0..digits).rev() {
        let digit = number / 10_i32.pow(place) % 10;
        text.push(char::from(b'0' + digit as u8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_400_years_round_trips_in_order() {
        let mut day = Day::new(1800, 1, 1);
        while day < Day::new(2200, 1, 1) {
            let (year, month, date) = day.ymd();
            assert_eq!(Day::new(year, month, date), day);
            assert_eq!(Span::parse(&day.iso()), Some(Span::day(day)));
            day = Day(day.0 + 1);
        }
    }

    #[test]
    fn known_days() {
        assert_eq!(Day::new(1970, 1, 1), Day(0));
        assert_eq!(Day::new(0, 1, 1), Day::EARLIEST);
        assert_eq!(Day::new(9999, 12, 31), Day::LATEST);
        assert_eq!(Day::new(2000, 2, 29).iso(), "2000-02-29");
        assert_eq!(Day::days_in_month(1900, 2), 28);
        assert_eq!(Day::days_in_month(2016, 2), 29);
    }

    #[test]
    fn spans_in_edtf() {
        for written in ["2005", "2005-08", "2016-02", "2005-08-29"] {
            assert_eq!(Span::parse(written).map(Span::edtf).as_deref(), Some(written));
        }
        let span = |earliest, latest| Span { earliest, latest };
        let end = Day::new(2006, 12, 31);
        assert_eq!(span(Day::new(2004, 1, 1), end).edtf(), "[2004-01-01..2006-12-31]");
        assert_eq!(span(Day::EARLIEST, end).edtf(), "../2006");
        assert_eq!(span(Day::EARLIEST, Day::new(2006, 8, 30)).edtf(), "../2006-08-30");
    }

    #[test]
    fn spans_as_written() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let span = Span::parse(text).map(|span| (span.earliest.iso(), span.latest.iso()));
            let expected = expected.map(|(a, b)| (a.to_string(), b.to_string()));
            assert_eq!(span, expected, "{text}");
        };
        check("2005", Some(("2005-01-01", "2005-12-31")));
        check("2016-02", Some(("2016-02-01", "2016-02-29")));
        check("2005-08-29", Some(("2005-08-29", "2005-08-29")));
        for junk in [
            "",
            "-",
            "0000",
            "205",
            "20055",
            "2005-",
            "2005-13",
            "2005-0",
            "2015-02-29",
            "2005-01-01-",
            "+200",
            "２００５",
        ] {
            check(junk, None);
        }
    }
}
