//! The engine: one bitmap for each facet value, and a query is ANDs and ORs
//! of them. A facet's counts ignore its own selection, so that each says what
//! one would get by choosing it.

use crate::data::{Dataset, Day, Facet, RecordId, Span, ValueId};
use crate::query::{Bitmap, Query};

/// What a query yields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The records that match, certainly or possibly.
    pub records: Bitmap,
    /// How many there are.
    pub count: u32,
    /// How many of them only possibly fall into the stretch of time.
    pub possible: u32,
    /// For each value of the dataset, how many records choosing it would
    /// yield, all other facets as they are.
    pub counts: Vec<u32>,
}

/// A stretch of time that a record occupies: from some day of `start` to some
/// day of `end`.
#[derive(Clone, Copy)]
struct Extent {
    start: Span,
    end: Span,
}

/// The answering side of a dataset. Remembers what only depends on the as-of
/// day or on the stretch of time, because these change less often than the rest.
pub struct Index {
    n_records: usize,
    /// For each value, its records. Those of status depend on `as_of`.
    values: Vec<Bitmap>,
    as_of: Option<Day>,
    /// The stretches of all records one after the other; those of record `r`
    /// end before `ends[r]`.
    extents: Vec<Extent>,
    ends: Vec<u32>,
    range: Option<(Day, Day)>,
    certain: Bitmap,
    possible: Bitmap,
}

impl Index {
    /// Reads the dataset once.
    pub fn new(dataset: &Dataset) -> Index {
        let n_records = dataset.records.len();
        let mut values = vec![Bitmap::empty(n_records); dataset.values.len()];
        let mut extents = Vec::new();
        let mut ends = Vec::with_capacity(n_records);
        for (record_id, record) in (0..).zip(&dataset.records) {
            for value in &record.values {
                if let Some(bitmap) = values.get_mut(*value as usize) {
                    bitmap.insert(record_id);
                }
            }
            let periods = dataset.periods(record).into_iter();
            extents.extend(periods.map(|period| Extent { start: period.start, end: period.end }));
            extents.extend(record.steps.iter().map(|step| Extent {
                start: step.start,
                end: match step.end {
                    crate::data::End::At(end) => end,
                    _ => step.start,
                },
            }));
            ends.push(extents.len() as u32);
        }
        Index {
            n_records,
            values,
            as_of: None,
            extents,
            ends,
            range: None,
            certain: Bitmap::full(n_records),
            possible: Bitmap::full(n_records),
        }
    }

    /// Answers a query. `found` are the records that its text matches; `None`
    /// stands for all.
    pub fn run(&mut self, dataset: &Dataset, query: &Query, found: Option<&Bitmap>) -> Results {
        self.set_as_of(dataset, query.as_of(dataset));
        self.set_range(query.has_range().then(|| query.range(dataset)));

        let mut base = if query.certain { self.certain.clone() } else { self.possible.clone() };
        if let Some(found) = found {
            base.keep(found);
        }
        let selections: Vec<Option<Bitmap>> =
            Facet::ALL.iter().map(|facet| self.selection(&query.values_of(dataset, *facet))).collect();

        let mut records = base.clone();
        for selection in selections.iter().flatten() {
            records.keep(selection);
        }
        let mut counts = vec![0; dataset.values.len()];
        for (facet, selection) in Facet::ALL.iter().zip(&selections) {
            // What the other facets leave: only a facet with a selection of
            // its own needs to be counted apart.
            let others = selection.as_ref().map(|_| {
                let mut others = base.clone();
                let rest = Facet::ALL.iter().zip(&selections).filter(|(other, _)| *other != facet);
                rest.filter_map(|(_, selection)| selection.as_ref()).for_each(|it| others.keep(it));
                others
            });
            let others = others.as_ref().unwrap_or(&records);
            for (value, _) in dataset.values_of(*facet) {
                let bitmap = self.values.get(value as usize);
                if let (Some(count), Some(bitmap)) = (counts.get_mut(value as usize), bitmap) {
                    *count = others.count_both(bitmap);
                }
            }
        }
        let count = records.count();
        let possible = count - records.count_both(&self.certain);
        Results { records, count, possible, counts }
    }

    /// The records with any of these values; `None` where none is chosen.
    fn selection(&self, values: &[ValueId]) -> Option<Bitmap> {
        let mut selection = None;
        for value in values {
            if let Some(bitmap) = self.values.get(*value as usize) {
                selection.get_or_insert_with(|| Bitmap::empty(self.n_records)).add(bitmap);
            }
        }
        selection
    }

    /// Sorts the records by their status on that day.
    fn set_as_of(&mut self, dataset: &Dataset, as_of: Day) {
        if self.as_of == Some(as_of) {
            return;
        }
        self.as_of = Some(as_of);
        for (value, _) in dataset.values_of(Facet::Status) {
            if let Some(bitmap) = self.values.get_mut(value as usize) {
                bitmap.clear();
            }
        }
        for (record_id, record) in (0..).zip(&dataset.records) {
            let value = dataset.status_value(dataset.status(record, as_of));
            if let Some(bitmap) = self.values.get_mut(value as usize) {
                bitmap.insert(record_id);
            }
        }
    }

    /// Sorts the records by whether they fall into a stretch of time.
    fn set_range(&mut self, range: Option<(Day, Day)>) {
        if self.range == range {
            return;
        }
        self.range = range;
        let Some((from, to)) = range else {
            self.certain = Bitmap::full(self.n_records);
            self.possible = Bitmap::full(self.n_records);
            return;
        };
        self.certain.clear();
        self.possible.clear();
        let mut begin = 0;
        for (record_id, end) in (0 as RecordId..).zip(&self.ends) {
            let extents = self.extents.get(begin..*end as usize).unwrap_or_default();
            begin = *end as usize;
            let certainly = |it: &Extent| it.start.latest <= to && it.end.earliest >= from;
            let possibly = |it: &Extent| it.start.earliest <= to && it.end.latest >= from;
            if extents.iter().any(certainly) {
                self.certain.insert(record_id);
                self.possible.insert(record_id);
            } else if extents.iter().any(possibly) {
                self.possible.insert(record_id);
            }
        }
    }
}
