//! The calendar under the drawing: the finest step whose labels fit.
//!
//! Coarse steps are tried first: a step whose labels do not fit means that no
//! finer one does, so that long ladders of days are never built for nothing.

use crate::data::Day;
use crate::text;
use crate::timeline::Tick;
use crate::timeline::scale::Scale;
use crate::timeline::text_width::text_width;

/// How far right of its line a label begins.
pub const TICK_GAP: i32 = 3;

/// Clear room between one label and the next line.
const CLEAR: i32 = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Years(i32),
    Months(i32),
    /// This many days, counted anew from the first of each month.
    Days(i32),
}

/// From the coarsest to the finest.
const LADDER: [Step; 12] = [
    Step::Years(100),
    Step::Years(50),
    Step::Years(20),
    Step::Years(10),
    Step::Years(5),
    Step::Years(2),
    Step::Years(1),
    Step::Months(3),
    Step::Months(1),
    Step::Days(15),
    Step::Days(5),
    Step::Days(1),
];

/// The lines and labels of a window, from left to right.
pub fn ticks(scale: Scale, char_width: i32) -> Vec<Tick> {
    let mut best = Vec::new();
    for step in LADDER {
        let days = days(scale, step);
        let ticks = labelled(scale, step, &days);
        if !best.is_empty() && !fits(&ticks, char_width) {
            break;
        }
        best = ticks;
    }
    for tick in &mut best {
        // Half a label at the right edge would be worse than none.
        if tick.x + TICK_GAP + text_width(&tick.label, char_width) > scale.width() {
            tick.label.clear();
        }
    }
    best
}

/// Whether each label ends before the next line.
fn fits(ticks: &[Tick], char_width: i32) -> bool {
    ticks
        .iter()
        .zip(ticks.iter().skip(1))
        .all(|(tick, next)| tick.x + TICK_GAP + text_width(&tick.label, char_width) + CLEAR <= next.x)
}

/// The days of the window that begin a step.
fn days(scale: Scale, step: Step) -> Vec<Day> {
    let (year, month, _) = scale.from().ymd();
    let (last_year, last_month, _) = scale.to().ymd();
    let days: Vec<Day> = match step {
        Step::Years(n) => {
            (year.div_euclid(n)..=last_year.div_euclid(n)).map(|index| Day::new(index * n, 1, 1)).collect()
        }
        Step::Months(n) => (months(year, month).div_euclid(n)..=months(last_year, last_month).div_euclid(n))
            .map(|index| first_of(index * n))
            .collect(),
        Step::Days(n) => (months(year, month)..=months(last_year, last_month))
            .flat_map(|index| {
                let first = first_of(index);
                // The 31st would stand next to the first.
                (0..30 / n).map(move |nth| (first, Day(first.0 + nth * n)))
            })
            .filter(|(first, day)| day.ymd().1 == first.ymd().1)
            .map(|(_, day)| day)
            .collect(),
    };
    days.into_iter().filter(|&day| day >= scale.from() && day <= scale.to()).collect()
}

fn months(year: i32, month: i32) -> i32 {
    year * 12 + month - 1
}

fn first_of(months: i32) -> Day {
    Day::new(months.div_euclid(12), months.rem_euclid(12) + 1, 1)
}

/// The ticks with their labels. The first of each year carries the year; where
/// at least half of the labels would, all do: an alternation of wide and
/// narrow would save nothing and look uneven.
fn labelled(scale: Scale, step: Step, days: &[Day]) -> Vec<Tick> {
    let mut before = None;
    let mut majors: Vec<bool> = Vec::with_capacity(days.len());
    for day in days {
        let (year, month, _) = day.ymd();
        let new = before.is_none_or(|(last, _)| last != year);
        majors.push(new || matches!(step, Step::Years(_)));
        before = Some((year, month));
    }
    let all = majors.iter().filter(|&&major| major).count() * 2 >= majors.len();
    let mut month_before = None;
    let mut ticks = Vec::with_capacity(days.len());
    for (&day, major) in days.iter().zip(majors) {
        let (year, month, date) = day.ymd();
        let new_month = month_before != Some(month);
        month_before = Some(month);
        let mut label = String::new();
        match step {
            Step::Years(_) => {}
            Step::Months(_) if major && month == 1 && !all => {}
            Step::Months(_) => label.push_str(text::LANGUAGE.short_month(month)),
            Step::Days(n) => {
                label = text::calendar::short_day(month, date, n > 1 || new_month || all);
            }
        }
        if major || all {
            if !label.is_empty() {
                label.push(' ');
            }
            label.push_str(&text::calendar::year(year));
        }
        ticks.push(Tick { x: scale.day_to_x(day), label, major });
    }
    // Years are all alike unless one of them begins a decade or a century.
    if let Step::Years(n) = step {
        let round = if n <= 5 { 10 } else { 100 };
        for (tick, day) in ticks.iter_mut().zip(days) {
            tick.major = day.year() % round == 0;
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Span;

    /// The labels of a window; a major tick has a star.
    fn check(from: &str, to: &str, width: i32, expected: &str) {
        let day = |text| Span::parse(text).map(|span| span.earliest).unwrap_or_default();
        let ticks = ticks(Scale::new(day(from), day(to), width), 65);
        let labels: Vec<String> =
            ticks.iter().map(|tick| format!("{}{}", tick.label, if tick.major { "*" } else { "" })).collect();
        assert_eq!(labels.join(" · "), expected);
    }

    #[test]
    fn the_finest_step_that_fits() {
        check("1700-01-01", "2022-11-30", 150, "1700* · 1800* · 1900* · *");
        check("1956-01-01", "2022-11-30", 300, "1960 · 1970 · 1980 · 1990 · 2000* · 2010 · ");
        check(
            "1956-01-01",
            "2022-11-30",
            960,
            "1960* · 1965 · 1970* · 1975 · 1980* · 1985 · 1990* · 1995 · 2000* · 2005 · 2010* · 2015 · 2020*",
        );
        check("2009-06-01", "2014-02-28", 400, "2010* · 2011 · 2012 · 2013 · ");
        check("2013-06-01", "2015-02-28", 500, "Jul 2013* · Oct · 2014* · Apr · Jul · Oct · 2015*");
        check("2015-11-20", "2016-03-10", 500, "Dec 2015* · Jan 2016* · Feb 2016 · ");
        check("2015-11-20", "2016-01-30", 300, "Dec 2015* · Jan 2016*");
        check(
            "2016-01-01",
            "2016-03-01",
            960,
            "1 Jan 2016* · 6 Jan · 11 Jan · 16 Jan · 21 Jan · 26 Jan · 1 Feb · 6 Feb · 11 Feb · 16 Feb · 21 Feb · 26 Feb · ",
        );
        check(
            "2016-03-01",
            "2016-04-30",
            1_900,
            "1 Mar 2016* · 6 Mar · 11 Mar · 16 Mar · 21 Mar · 26 Mar · 1 Apr · 6 Apr · 11 Apr · 16 Apr · 21 Apr · 26 Apr",
        );
    }

    #[test]
    fn labels_never_touch() {
        for days in (60..30_000).step_by(97) {
            for width in [200, 360, 960, 1_900] {
                let scale = Scale::new(Day::new(1950, 3, 5), Day(Day::new(1950, 3, 5).0 + days), width);
                let ticks = ticks(scale, 65);
                assert!(fits(&ticks, 65), "{days} days in {width}");
                assert!(days < 800 || ticks.len() > 1, "{days} days in {width}");
            }
        }
    }
}
