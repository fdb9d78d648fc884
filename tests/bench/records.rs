//! Records as no dataset of ours has them: any number, always the same.

use standing_invitation::data::{Dataset, Day, Facet, Span, Value};
use standing_invitation::query::{Extent, Index, Lists};

use crate::chance::Chance;
use crate::words::WORDS;

/// How many values each facet has.
const FACETS: [(Facet, usize); 6] = [
    (Facet::Series, 15),
    (Facet::Status, 40),
    (Facet::Body, 70),
    (Facet::Theme, 40),
    (Facet::Place, 30),
    (Facet::Source, 5),
];

const FIRST_YEAR: i32 = 1980;
const LAST_YEAR: i32 = 2019;

/// The records, one column for each thing that they have. Sorted by day.
pub struct Records {
    pub columns: [Vec<u8>; FACETS.len()],
    pub days: Vec<i32>,
    /// The first record of each year, and behind them how many there are.
    pub of_years: Vec<u32>,
    /// Six words for each title.
    words: Vec<[u8; 6]>,
}

impl Records {
    pub fn generate(n_records: u32) -> Records {
        let mut chance = Chance::new();
        let first = Day::new(FIRST_YEAR, 1, 1).0;
        let n_days = (Day::new(LAST_YEAR + 1, 1, 1).0 - first) as usize;
        // The later, the more records there are.
        let mut days: Vec<i32> =
            (0..n_records).map(|_| first + chance.below(n_days).max(chance.below(n_days)) as i32).collect();
        days.sort_unstable();
        // Few values have many records and many have few.
        let columns =
            FACETS.map(|(_, n_values)| (0..n_records).map(|_| chance.rarely_below(n_values) as u8).collect());
        let word = |chance: &mut Chance| chance.rarely_below(WORDS.len()) as u8;
        let words = (0..n_records).map(|_| [(); 6].map(|()| word(&mut chance))).collect();
        let of_years =
            Records::years().map(|year| days.partition_point(|day| *day < year.0) as u32).collect();
        Records { columns, days, of_years, words }
    }

    /// The first day of each year, and behind them the first of the next.
    pub fn years() -> impl Iterator<Item = Day> {
        (FIRST_YEAR..=LAST_YEAR + 1).map(|year| Day::new(year, 1, 1))
    }

    pub fn title(&self, record: u32) -> String {
        let words = self.words[record as usize].map(|word| WORDS[word as usize]);
        words.join(" ")
    }

    /// What values and days there are, without any record.
    pub fn dataset(&self) -> Dataset {
        let value = |(facet, n)| {
            (0..n).map(move |key: usize| Value { facet, key: key.to_string(), label: String::new() })
        };
        Dataset {
            values: FACETS.into_iter().flat_map(value).collect(),
            beginning: Day::new(FIRST_YEAR, 1, 1),
            horizon: Day::new(LAST_YEAR, 12, 31),
            ..Dataset::default()
        }
    }

    pub fn index(&self, dataset: &Dataset) -> Index {
        let (mut values, mut extents) = (Lists::default(), Lists::default());
        // The status comes first.
        let order = [1, 0, 2, 3, 4, 5];
        let first = |facet: usize| FACETS[..facet].iter().map(|(_, n_values)| *n_values as u32).sum::<u32>();
        let firsts = order.map(first);
        for (record, day) in self.days.iter().enumerate() {
            let of_record = order.iter().zip(&firsts);
            values.push(of_record.map(|(facet, first)| first + u32::from(self.columns[*facet][record])));
            let day = Span::day(Day(*day));
            extents.push([Extent { start: day, end: day }]);
        }
        Index::of(dataset, values, extents)
    }
}
