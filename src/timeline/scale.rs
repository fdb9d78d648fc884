//! The relation between days and pixels, both ways, and how zooming and
//! panning change it. Day `from` begins at pixel 0 and day `to` ends at
//! pixel `width`; everything is integer arithmetic, so that a drawing is the
//! same on every machine.

use crate::data::{Dataset, Day, Span};

/// A window is never shorter than this, so that a day stays readable as a day.
pub const SHORTEST: i32 = 60;

/// Maps the days of a window to the pixels of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    from: Day,
    days: i32,
    width: i32,
}

/// The days that a window may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Limits {
    /// From the first to the last day that the sources speak of, with a margin
    /// on both sides so that nothing sticks to an edge.
    pub fn of(dataset: &Dataset) -> Limits {
        let from = dataset.beginning.min(dataset.horizon);
        let to = dataset.beginning.max(dataset.horizon);
        let margin = (to.0 - from.0) / 32 + SHORTEST / 2;
        Limits { from: Day(from.0 - margin), to: Day(to.0 + margin) }
    }

    /// The scale that shows all of it.
    pub fn whole(self, width: i32) -> Scale {
        Scale::new(self.from, self.to, width)
    }
}

impl Scale {
    /// The scale that shows `from` to `to`, both included, in either order.
    pub fn new(from: Day, to: Day, width: i32) -> Scale {
        let (from, to) = (from.min(to), from.max(to));
        Scale { from, days: to.0 - from.0 + 1, width: width.max(1) }
    }

    /// The scale that shows a span with some room around it: what a cluster
    /// opens to. It may exceed the limits; see [`Scale::within`].
    pub fn showing(span: Span, width: i32) -> Scale {
        let room = (span.latest.0 - span.earliest.0) / 8 + 2;
        let short = (SHORTEST - (span.latest.0 - span.earliest.0 + 1 + 2 * room)).max(0);
        let (from, to) = (span.earliest.0 - room - short / 2, span.latest.0 + room + (short + 1) / 2);
        Scale::new(Day(from), Day(to), width)
    }

    /// The first day shown.
    pub fn from(self) -> Day {
        self.from
    }

    /// The last day shown.
    pub fn to(self) -> Day {
        Day(self.from.0 + self.days - 1)
    }

    /// How many days are shown.
    pub fn days(self) -> i32 {
        self.days
    }

    /// How many pixels they take.
    pub fn width(self) -> i32 {
        self.width
    }

    /// The pixel at which the day begins. Outside the window it is negative or
    /// beyond the width.
    pub fn day_to_x(self, day: Day) -> i32 {
        let offset = i64::from(day.0) - i64::from(self.from.0);
        clamped((offset * i64::from(self.width)).div_euclid(i64::from(self.days)))
    }

    /// The last day that begins at or before the pixel. Where a pixel holds
    /// several days, `day_to_x` of it is that pixel; where a day holds several
    /// pixels, it is the day of the pixel.
    pub fn x_to_day(self, x: i32) -> Day {
        let passed = (i64::from(x) + 1) * i64::from(self.days);
        let width = i64::from(self.width);
        let offset = (passed + width - 1).div_euclid(width) - 1;
        Day(clamped(i64::from(self.from.0) + offset))
    }

    /// Shows `numerator / denominator` times as many days, and keeps the day
    /// under the pixel where it is. Two thirds zoom in, three halves zoom out.
    pub fn zoom(self, x: i32, numerator: i32, denominator: i32) -> Scale {
        let scaled = i64::from(self.days) * i64::from(numerator.max(1));
        let days = i64::from(clamped(scaled / i64::from(denominator.max(1)))).max(1);
        let at = i64::from(x);
        let shift = at * (i64::from(self.days) - days) / i64::from(self.width);
        Scale { from: Day(clamped(i64::from(self.from.0) + shift)), days: days as i32, ..self }
    }

    /// Moves the window later by as many pixels, or earlier if negative.
    pub fn pan(self, pixels: i32) -> Scale {
        let shift = i64::from(pixels) * i64::from(self.days) / i64::from(self.width);
        Scale { from: Day(clamped(i64::from(self.from.0) + shift)), ..self }
    }

    /// The nearest window that lies within the limits and is not too short.
    pub fn within(self, limits: Limits) -> Scale {
        let most = (limits.to.0 - limits.from.0 + 1).max(1);
        let days = self.days.clamp(SHORTEST.min(most), most);
        let middle = self.from.0 + (self.days - days) / 2;
        let from = middle.clamp(limits.from.0, limits.from.0 + most - days);
        Scale { from: Day(from), days, ..self }
    }
}

/// Far more pixels or days than anything here has, and far from overflowing.
fn clamped(number: i64) -> i32 {
    number.clamp(-1_000_000_000, 1_000_000_000) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_and_days_round_trip() {
        for (days, width) in [(60, 960), (365, 960), (960, 960), (5_000, 960), (24_800, 361), (61, 7)] {
            let scale = Scale::new(Day(-100), Day(-100 + days - 1), width);
            assert_eq!(scale.day_to_x(scale.from()), 0);
            assert_eq!(scale.day_to_x(Day(scale.to().0 + 1)), width);
            for x in 0..width {
                let day = scale.x_to_day(x);
                assert!(scale.day_to_x(day) <= x && scale.day_to_x(Day(day.0 + 1)) > x, "{x}");
                assert!(days < width || scale.day_to_x(day) == x, "{x} of {width}");
            }
            for day in (-200..days).map(Day) {
                assert!(days > width || scale.x_to_day(scale.day_to_x(day)) == day, "{day:?}");
            }
        }
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let scale = Scale::new(Day::new(1956, 1, 1), Day::new(2022, 11, 30), 960);
        for x in [0, 1, 333, 700, 959] {
            let near = scale.zoom(x, 1, 3);
            assert_eq!(near.days(), scale.days() / 3);
            assert!((near.day_to_x(scale.x_to_day(x)) - x).abs() <= 3, "{x}");
            let far = near.zoom(x, 3, 1);
            assert!((far.from().0 - scale.from().0).abs() <= 30, "{x}");
        }
    }

    #[test]
    fn a_window_stays_within_the_limits() {
        let limits = Limits { from: Day(0), to: Day(999) };
        let check = |from: i32, to: i32, expected: (i32, i32)| {
            let scale = Scale::new(Day(from), Day(to), 500).within(limits);
            assert_eq!((scale.from().0, scale.to().0), expected, "{from}..{to}");
        };
        check(100, 299, (100, 299));
        check(-50, 149, (0, 199));
        check(900, 1_099, (800, 999));
        check(-9_000, 9_000, (0, 999));
        check(500, 500, (471, 530));
        check(998, 999, (940, 999));
        assert_eq!(limits.whole(500).pan(250), Scale::new(Day(500), Day(1_499), 500));
    }

    #[test]
    fn what_a_cluster_opens_to_holds_it() {
        for (from, to) in [(0, 0), (0, 3), (0, 58), (0, 60), (10, 4_000)] {
            let span = Span { earliest: Day(from), latest: Day(to) };
            let scale = Scale::showing(span, 960);
            assert!(scale.from() < span.earliest && scale.to() > span.latest);
            assert!(scale.days() >= SHORTEST);
        }
    }
}
