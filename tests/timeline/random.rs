//! Datasets that look random and are the same on every machine.

use standing_invitation::data::*;

use crate::fixture::{empty, record};

/// Numbers that look random and are the same on every machine.
pub struct Numbers(pub u64);

impl Numbers {
    /// The next number below `limit`.
    pub fn below(&mut self, limit: i32) -> i32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit.max(1) as u64) as i32
    }
}

/// Records at random over `years`, with every kind of date and end.
pub fn random(seed: u64, n_records: i32, years: i32) -> Dataset {
    let mut numbers = Numbers(seed);
    let mut dataset = empty();
    let first = Day::new(1980, 1, 1);
    dataset.beginning = first;
    dataset.horizon = Day(first.0 + years * 365);
    for nth in 0..n_records {
        let mut steps = Vec::new();
        let mut day = first.0 + numbers.below(years * 365);
        for _ in 0..=numbers.below(4) {
            let length = [0, 0, 30, 365][numbers.below(4) as usize];
            let earliest = if numbers.below(8) == 0 { Day::EARLIEST } else { Day(day) };
            let start = Span { earliest, latest: Day(day + length) };
            let last = start.latest.0 + numbers.below(900);
            let end = match numbers.below(5) {
                0 => End::GoingOn,
                1 => End::Unknown,
                2 => End::At(Span { earliest: Day(last), latest: Day(last + length) }),
                _ => End::Same,
            };
            let known = if numbers.below(2) == 0 { start.latest } else { dataset.horizon.max(start.latest) };
            steps.push(Step { act: numbers.below(7) as u16, start, end, known });
            day += numbers.below(1_500);
        }
        let label =
            "A name of up to thirty letters".chars().take(numbers.below(30) as usize).collect::<String>();
        dataset.records.push(record(numbers.below(3) as u16, &format!("record-{nth}"), &label, steps));
    }
    dataset
}
