//! The dataset as it travels in the page: numbers only. Every name
//! stands in the page already and is handed in when the numbers are read.
//!
//! A serde format would do the same; its code is 5 kB larger, unpacked.

use crate::data::dataset::{
    Act, Coverage, Dataset, Disagreement, End, Finding, Promise, Record, RecordId, Series, State, Step,
    Value, ValueId,
};
use crate::data::day::{Day, Span};

/// The names that the page holds, in the order of the dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// Every facet value.
    pub values: Vec<Value>,
    /// The group that each series stands under.
    pub groups: Vec<String>,
    /// The label of each state.
    pub states: Vec<String>,
    /// The id and the short name of each record.
    pub records: Vec<(String, String)>,
    /// The id of each disagreement.
    pub disagreements: Vec<String>,
}

impl Names {
    /// The names that a dataset has.
    pub fn of(dataset: &Dataset) -> Names {
        Names {
            values: dataset.values.clone(),
            groups: dataset.series.iter().map(|series| series.group.clone()).collect(),
            states: dataset.states.iter().map(|state| state.label.clone()).collect(),
            records: dataset.records.iter().map(|it| (it.id.clone(), it.label.clone())).collect(),
            disagreements: dataset.disagreements.iter().map(|it| it.id.clone()).collect(),
        }
    }
}

/// How many bytes change places with plain letters where bytes stand in the page
/// as letters (`letters` of `site/bundle.rs`); `boot.js` counts on it too.
/// More or fewer make the page larger.
pub const SWAPS: usize = 20;

/// The bytes that stand in the page as these letters: the low half of each
/// letter's code, but for the letters that come first. They stand for the bytes
/// of those that come next.
pub fn bytes(letters: &str) -> Vec<u8> {
    let mut letters = letters.chars().map(u32::from);
    let plain: Vec<u32> = letters.by_ref().take(SWAPS).collect();
    let other: Vec<u32> = letters.by_ref().take(SWAPS).collect();
    let byte = |letter: u32| match plain.iter().position(|it| *it == letter) {
        Some(swap) => other.get(swap).copied().unwrap_or_default() as u8,
        None => letter as u8,
    };
    letters.map(byte).collect()
}

/// Writes the numbers of a dataset.
pub fn encode(dataset: &Dataset) -> Vec<u8> {
    let mut out = Writer::default();
    out.day(dataset.beginning);
    out.day(dataset.horizon);
    out.list(&dataset.acts, |out, act| out.number(act.state.map_or(0, |state| i32::from(state) + 1)));
    out.list(&dataset.states, |out, state| {
        out.number(i32::from(state.open));
        out.number(state.value as i32);
    });
    out.list(&dataset.series, |out, series| {
        out.number(series.value as i32);
    });
    out.list(&dataset.coverage, |out, coverage| {
        out.number(coverage.source as i32);
        out.span(coverage.span);
    });
    out.list(&dataset.records, |out, record| {
        out.number(i32::from(record.series));
        out.list(&record.values, |out, value| out.number(*value as i32));
        out.list(&record.steps, |out, step| {
            out.number(i32::from(step.act));
            out.span(step.start);
            out.day(step.known);
            match step.end {
                End::Same => out.number(0),
                End::Unknown => out.number(1),
                End::GoingOn => out.number(2),
                End::At(end) => {
                    out.number(3);
                    out.span(end);
                }
            }
        });
    });
    out.list(&dataset.disagreements, |out, it| {
        out.list(&it.records, |out, record| out.number(*record as i32));
        out.day(it.told);
    });
    out.list(&dataset.findings, |out, finding| {
        out.numbers(&finding.series);
        out.numbers(&finding.states);
        out.numbers(&finding.of);
        out.number(i32::from(finding.longest));
    });
    out.list(&dataset.promises, |out, promise| {
        out.number(promise.record as i32);
        out.list(&promise.beside, |out, record| out.number(*record as i32));
    });
    out.bytes
}

/// Reads what [`encode`] wrote, with the names of the same dataset. Numbers
/// that are missing read as 0 and names as nothing.
pub fn decode(bytes: &[u8], names: Names) -> Dataset {
    let mut input = Reader { bytes };
    let (beginning, horizon) = (input.day(), input.day());
    let acts = input.list(|input| Act { state: input.number().wrapping_sub(1).try_into().ok() });
    let mut labels = names.states.into_iter();
    let states = input.list(|input| {
        let (open, value) = (input.number() == 1, input.number() as ValueId);
        let key = names.values.get(value as usize).map(|value| value.key.clone()).unwrap_or_default();
        State { key, label: labels.next().unwrap_or_default(), open, value }
    });
    let mut groups = names.groups.into_iter();
    let series = input
        .list(|input| Series { value: input.number() as ValueId, group: groups.next().unwrap_or_default() });
    let coverage = input.list(|input| Coverage { source: input.number() as ValueId, span: input.span() });
    let mut records = names.records.into_iter();
    let records = input.list(|input| {
        let (id, label) = records.next().unwrap_or_default();
        Record {
            id,
            label,
            series: input.number() as u16,
            values: input.list(|input| input.number() as ValueId),
            steps: input.list(|input| Step {
                act: input.number() as u16,
                start: input.span(),
                known: input.day(),
                end: match input.number() {
                    0 => End::Same,
                    1 => End::Unknown,
                    2 => End::GoingOn,
                    _ => End::At(input.span()),
                },
            }),
        }
    });
    let mut ids = names.disagreements.into_iter();
    let disagreements = input.list(|input| Disagreement {
        id: ids.next().unwrap_or_default(),
        records: input.list(|input| input.number() as RecordId),
        told: input.day(),
    });
    let findings = input.list(|input| Finding {
        series: input.numbers(),
        states: input.numbers(),
        of: input.numbers(),
        longest: input.number() == 1,
    });
    let promises = input.list(|input| Promise {
        record: input.number() as RecordId,
        beside: input.list(|input| input.number() as RecordId),
    });
    Dataset {
        values: names.values,
        acts,
        states,
        series,
        coverage,
        records,
        disagreements,
        findings,
        promises,
        horizon,
        beginning,
    }
}

/// Numbers in seven-bit groups, the lowest first.
#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn number(&mut self, number: i32) {
        let mut rest = number as u32;
        while rest > 127 {
            self.bytes.push(rest as u8 | 128);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    /// Counted from the earliest day, so that it is never negative.
    fn day(&mut self, day: Day) {
        self.number(day.0 - Day::EARLIEST.0);
    }

    fn span(&mut self, span: Span) {
        self.day(span.earliest);
        self.number(span.latest.0 - span.earliest.0);
    }

    fn numbers(&mut self, numbers: &[u16]) {
        self.list(numbers, |out, number| out.number(i32::from(*number)));
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Writer, &T)) {
        self.number(items.len() as i32);
        items.iter().for_each(|item| write(self, item));
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl Reader<'_> {
    fn number(&mut self) -> i32 {
        let mut number = 0;
        let mut shift = 0;
        while let Some((byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            number |= u32::from(byte & 127) << shift;
            if *byte < 128 || shift > 21 {
                break;
            }
            shift += 7;
        }
        number as i32
    }

    fn day(&mut self) -> Day {
        Day(self.number().wrapping_add(Day::EARLIEST.0))
    }

    fn span(&mut self) -> Span {
        let earliest = self.day();
        Span { earliest, latest: Day(earliest.0.wrapping_add(self.number())) }
    }

    fn numbers(&mut self) -> Vec<u16> {
        self.list(|input| input.number() as u16)
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        // Each item takes a byte at least.
        let length = (self.number().max(0) as usize).min(self.bytes.len());
        (0..length).map(|_| read(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_dataset_survives() {
        let dataset = Dataset::embedded();
        assert!(dataset.records.len() > 100);
        assert_eq!(decode(&encode(&dataset), Names::of(&dataset)), dataset);
    }

    #[test]
    fn numbers_survive() {
        for number in [0, 1, 127, 128, 300, 719_528, 3_652_424, 268_435_455] {
            let mut out = Writer::default();
            out.number(number);
            assert_eq!(Reader { bytes: &out.bytes }.number(), number);
        }
    }

    #[test]
    fn numbers_beyond_all_calendars_read_without_harm() {
        decode(&[0xff; 64], Names::default());
        let least = [
            0, 1, 0x1d, 0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80,
            0x80, 0x18,
        ];
        decode(&[&least[..], &[0x80; 80]].concat(), Names::default());
    }

    #[test]
    fn half_a_blob_reads_without_harm() {
        let dataset = Dataset::embedded();
        let bytes = encode(&dataset);
        for length in (0..bytes.len()).step_by(97) {
            decode(&bytes[..length], Names::default());
        }
    }
}
