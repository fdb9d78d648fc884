//! Days, months, years and stretches of time, in words.

use crate::data::{Day, Span};
use crate::text::{LANGUAGE, fill};

/// `29 August 2005`.
pub fn day(day: Day) -> String {
    let (year, month, date) = day.ymd();
    LANGUAGE.day(year, month, date)
}

/// `November 2016` for the last day of that month, `2016` for the last of that
/// year, else the day.
pub fn last_day(last: Day) -> String {
    let (year, month, date) = last.ymd();
    if (month, date) == (12, 31) {
        self::year(year)
    } else if date == Day::days_in_month(year, month) {
        LANGUAGE.month(year, month)
    } else {
        day(last)
    }
}

/// `2016`.
pub fn year(year: i32) -> String {
    LANGUAGE.digits(year.unsigned_abs())
}

/// The span of a whole year or month as such, a day as a day, and anything
/// else from its first day to its last.
pub fn span(span: Span) -> String {
    if span.is_exact() {
        return day(span.earliest);
    }
    let (year, month, date) = span.earliest.ymd();
    let whole_year = span == Span { earliest: Day::new(year, 1, 1), latest: Day::new(year, 12, 31) };
    let last = Day::new(year, month, Day::days_in_month(year, month));
    if whole_year {
        return self::year(year);
    }
    if date == 1 && span.latest == last {
        return LANGUAGE.month(year, month);
    }
    fill("{0} – {1}", &[&day(span.earliest), &day(span.latest)])
}

/// `1990–2020`: the years from one day to another.
pub fn years(days: Span) -> String {
    fill("{0}–{1}", &[&year(days.earliest.year()), &year(days.latest.year())])
}

/// The day of a month on the axis, with or without its month: `29 Aug`.
pub fn short_day(month: i32, date: i32, with_month: bool) -> String {
    let date = LANGUAGE.digits(date.unsigned_abs());
    if with_month { fill("{0} {1}", &[&date, LANGUAGE.short_month(month)]) } else { date }
}
