//! Moving the day from which everything is seen: by months, by years, and back
//! to the end of knowledge.

use crate::data::{Dataset, Day};
use crate::query::Query;

impl Query {
    /// Sees everything from that day, as far as it lies within the data. The
    /// end of knowledge is the default and is not kept.
    pub fn set_as_of(&mut self, dataset: &Dataset, day: Day) {
        let day = day.max(dataset.beginning);
        self.as_of = (day < dataset.horizon).then_some(day);
    }

    /// Moves the day by some years; the last of a month stays the last.
    pub fn shift_as_of(&mut self, dataset: &Dataset, years: i32) {
        let (year, month, day) = self.as_of(dataset).ymd();
        let (last, of_then) = (Day::days_in_month(year, month), Day::days_in_month(year + years, month));
        let day = if day == last { of_then } else { day.min(of_then) };
        self.set_as_of(dataset, Day::new(year + years, month, day));
    }
}

/// How many months the data spans: the last place of the slider, from 0.
pub fn months(dataset: &Dataset) -> i32 {
    month_of(dataset, dataset.horizon)
}

/// The month of a day, counted from that of the first day of the data.
pub fn month_of(dataset: &Dataset, day: Day) -> i32 {
    let count = |day: Day| day.ymd().0 * 12 + day.ymd().1;
    count(day) - count(dataset.beginning)
}

/// The last day of a month, counted likewise.
pub fn last_day_of(dataset: &Dataset, month: i32) -> Day {
    let (year, first, _) = dataset.beginning.ymd();
    let months = first - 1 + month;
    let (year, month) = (year + months.div_euclid(12), months.rem_euclid(12) + 1);
    Day::new(year, month, Day::days_in_month(year, month))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::url;

    #[test]
    fn the_last_day_of_each_month_is_in_that_month() {
        let dataset = Dataset::embedded();
        for month in 0..=months(&dataset) {
            let day = last_day_of(&dataset, month);
            assert_eq!(month_of(&dataset, day), month);
            assert_eq!(month_of(&dataset, Day(day.0 + 1)), month + 1);
        }
        assert_eq!(last_day_of(&dataset, months(&dataset)), dataset.horizon);
    }

    #[test]
    fn years_go_back_and_forth_within_the_data() {
        let dataset = Dataset::embedded();
        let check = |from: &str, years: i32, to: &str| {
            let mut query = url::parse(&dataset, from);
            query.shift_as_of(&dataset, years);
            assert_eq!(url::write(&dataset, &query), to, "{from} and {years}");
        };
        check("", -1, "asof=2021-11");
        check("asof=2021-11", 1, "");
        check("asof=2022-06", 1, "");
        check("asof=2016-02-29", -1, "asof=2015-02");
        check("asof=2015-02", 1, "asof=2016-02");
        check("asof=2016-02-10", -1, "asof=2015-02-10");
        let mut query = Query::default();
        query.shift_as_of(&dataset, -2000);
        assert_eq!(query.as_of, Some(dataset.beginning));
    }
}
