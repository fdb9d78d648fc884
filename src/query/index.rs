//! The engine: one bitmap for each facet value, and a query is ANDs and ORs
//! of them. A facet's counts say what one would get by choosing each value.

use crate::data::{Dataset, Day, Facet, RecordId, Status, ValueId};
use crate::query::Query;
use crate::query::bitmap::Bitmap;
use crate::query::lists::Lists;
use crate::query::mode::Mode;
use crate::query::narrowing::{self, Narrowing};
use crate::query::population::Population;
use crate::query::selection::Selection;
use crate::query::stretch::{Extent, Stretch};
use crate::query::tally::{Tally, Values};

/// What a query yields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The records that match, certainly or possibly.
    pub records: Bitmap,
    /// How many there are.
    pub count: u32,
    /// How many of them only possibly fall into the stretch of time.
    pub possible: u32,
    /// How many more would possibly fall into it, were not only what does so
    /// with certainty asked for.
    pub left_out: u32,
    /// For each value of the dataset, how many records choosing it would
    /// yield, all other facets as they are. Where every chosen value or not one
    /// of them is wanted, the other values of its facet stay chosen as well;
    /// and for a value that is chosen already it is what there is now.
    pub counts: Vec<u32>,
    /// The records that match whatever the stretch of time.
    pub timeless: Bitmap,
}

impl Results {
    /// How many records match with certainty.
    pub fn certain(&self) -> u32 {
        self.count - self.possible
    }
}

/// The answering side of a dataset. Remembers the last answer, because the next
/// query seldom differs much.
pub struct Index {
    n_records: usize,
    values: Values,
    as_of: Option<Day>,
    stretch: Stretch,
    /// What the rest is an answer to; `None` where that is out of date.
    asked: Option<Asked>,
    /// The records that a site has chosen; `None` where that is all.
    base: Option<Bitmap>,
    /// For each facet the records that pass for it; `None` where all do.
    selections: [Option<Bitmap>; Facet::ALL.len()],
    timeless: Population,
    /// The records that match with certainty.
    certain: Population,
    tally: Tally,
}

/// What decides on the records, but for where the stretch of time lies.
#[derive(PartialEq)]
struct Asked {
    values: Vec<ValueId>,
    modes: [Mode; Facet::ALL.len()],
    certain: bool,
    has_range: bool,
    found: Option<Bitmap>,
    selection: Selection,
}

/// What narrows down the records, and to which; those that all the rest narrows
/// down, all records or what a site has chosen of them, come first.
type Parts<'a> = Vec<(Option<Narrowing>, &'a Bitmap)>;

impl Index {
    /// Reads the dataset once.
    pub fn new(dataset: &Dataset) -> Index {
        let mut values = Lists::default();
        let mut extents = Lists::default();
        let nothing_yet = dataset.status_value(Status::NotYet);
        for record in &dataset.records {
            values.push([nothing_yet].into_iter().chain(record.values.iter().copied()));
            let periods = dataset.periods(record).into_iter();
            let periods = periods.map(|period| Extent { start: period.start, end: period.end });
            extents.push(periods.chain(record.steps.iter().map(|step| Extent {
                start: step.start,
                end: match step.end {
                    crate::data::End::At(end) => end,
                    _ => step.start,
                },
            })));
        }
        Index::of(dataset, values, extents)
    }

    /// Takes the values and the extents of each record as they are; a record's
    /// first value is its status. The dataset may lack records then, so that a
    /// million need no names: it says what values there are and of what days.
    pub fn of(dataset: &Dataset, of_record: Lists<ValueId>, extents: Lists<Extent>) -> Index {
        let n_records = of_record.n_records();
        let mut records = vec![Bitmap::empty(n_records); dataset.values.len()];
        for (record_id, values) in (0..).zip(of_record.iter()) {
            for value in values {
                if let Some(bitmap) = records.get_mut(*value as usize) {
                    bitmap.insert(record_id);
                }
            }
        }
        let of_facet = Facet::ALL.map(|facet| {
            let begin = dataset.values.iter().take_while(|value| value.facet < facet).count();
            begin..begin + dataset.values_of(facet).count()
        });
        let values = Values {
            of_facet,
            totals: records.iter().map(Bitmap::count).collect(),
            records,
            of_record,
            all: Bitmap::full(n_records),
            blocks: (0..n_records.div_ceil(512) as u32).collect(),
        };
        Index {
            n_records,
            as_of: None,
            stretch: Stretch::new(extents, dataset.beginning, dataset.horizon),
            asked: None,
            base: None,
            selections: Default::default(),
            timeless: Population::empty(n_records),
            certain: Population::empty(n_records),
            tally: Tally::new(n_records, values.totals.len()),
            values,
        }
    }

    /// Answers a query. `found` are the records that its text matches; `None`
    /// stands for all.
    pub fn run(&mut self, dataset: &Dataset, query: &Query, found: Option<&Bitmap>) -> Results {
        let blocks = self.turn_to(dataset, query, found);
        // Lent out, so that they can change while the rest is looked at.
        let empty = || Population::empty(0);
        let mut timeless = std::mem::replace(&mut self.timeless, empty());
        let mut certain = std::mem::replace(&mut self.certain, empty());
        let mut tally = std::mem::replace(&mut self.tally, Tally::new(0, 0));
        let parts = self.parts(query, found);
        // Another value of such a facet would yield more, not less.
        let own = Facet::ALL.map(|facet| {
            let grows = query.mode(facet) == Mode::Any && self.selections[facet as usize].is_some();
            grows.then(|| but(&parts, Some(Narrowing::Facet(facet))))
        });
        let mut sets = but(&parts, None);
        tally.count(&self.values, &sets, &own, &blocks);
        sets.extend(query.has_range().then_some(self.stretch.certain()));
        certain.become_all_of(&sets, &blocks, 0);
        timeless.become_all_of(&but(&parts, Some(Narrowing::Time)), &blocks, 0);

        let count = tally.common.count;
        let mut counts = tally.counts.clone();
        for facet in Facet::ALL.into_iter().filter(|facet| query.mode(*facet) == Mode::None) {
            let of_facet = self.values.of_facet[facet as usize].clone();
            counts.iter_mut().take(of_facet.end).skip(of_facet.start).for_each(|it| *it = count - *it);
        }
        let left_out = match query.certain && query.has_range() {
            true => timeless.records.count_both(self.stretch.possible()) - count,
            false => 0,
        };
        let (records, possible) = (tally.common.records.clone(), count - certain.count);
        let results =
            Results { records, count, possible, left_out, counts, timeless: timeless.records.clone() };
        (self.timeless, self.certain, self.tally) = (timeless, certain, tally);
        results
    }

    /// For each value, how many records it has on the as-of day of the last
    /// query, whatever else that asked for.
    pub fn totals(&self) -> &[u32] {
        &self.values.totals
    }

    /// The ways out of a query that yields nothing: for each thing that narrows
    /// the records down, how many there would be without it; the most first.
    pub fn ways_out(
        &mut self,
        dataset: &Dataset,
        query: &Query,
        found: Option<&Bitmap>,
    ) -> Vec<(Narrowing, u32)> {
        self.turn_to(dataset, query, found);
        let parts = self.parts(query, found);
        let mut records = Population::empty(self.n_records);
        let ways = parts.iter().filter_map(|(what, _)| *what).map(|what| {
            records.become_all_of(&but(&parts, Some(what)), &self.values.blocks, 0);
            (what, records.count)
        });
        let ways = narrowing::sorted(ways);
        // The next answer does not follow on the last any more.
        self.asked = None;
        ways
    }

    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        let sets = self.values.records.iter().chain(self.selections.iter().flatten());
        let sets = sets
            .chain([&self.values.all, &self.timeless.records, &self.certain.records])
            .map(Bitmap::bytes)
            .sum::<usize>();
        let totals = size_of_val(self.values.totals.as_slice());
        sets + totals + self.values.of_record.bytes() + self.stretch.bytes() + self.tally.bytes()
    }

    /// Turns to what a query asks for. Returns the blocks of records about
    /// which that may say something else than the last one.
    fn turn_to(&mut self, dataset: &Dataset, query: &Query, found: Option<&Bitmap>) -> Vec<u32> {
        self.set_as_of(dataset, query.as_of(dataset));
        let mut moved = None;
        if query.has_range() {
            let (from, to) = query.range(dataset);
            moved = self.stretch.move_to(from, to);
        }
        let asked = Asked {
            values: query.values.clone(),
            modes: query.modes,
            certain: query.certain,
            has_range: query.has_range(),
            found: found.cloned(),
            selection: query.selection.clone(),
        };
        let blocks = self.values.blocks.clone();
        if self.asked.as_ref() != Some(&asked) {
            self.base = asked.selection.records(self.n_records);
            self.asked = Some(asked);
            self.selections = Facet::ALL.map(|facet| self.selection(query, facet));
            return blocks;
        }
        moved.filter(|moved| moved.len() < blocks.len()).unwrap_or(blocks)
    }

    /// The records that pass for a facet; `None` where all do.
    fn selection(&self, query: &Query, facet: Facet) -> Option<Bitmap> {
        let of_facet = &self.values.of_facet[facet as usize];
        let chosen = query.values.iter().map(|value| *value as usize);
        let mut sets = chosen.filter(|it| of_facet.contains(it)).map(|it| &self.values.records[it]);
        let mut selection = sets.next()?.clone();
        match query.mode(facet) {
            Mode::All => sets.for_each(|set| selection.keep(set)),
            Mode::Any | Mode::None => sets.for_each(|set| selection.add(set)),
        }
        if query.mode(facet) == Mode::None {
            let mut others = self.values.all.clone();
            others.remove(&selection);
            selection = others;
        }
        Some(selection)
    }

    /// What narrows down the records.
    fn parts<'a>(&'a self, query: &Query, found: Option<&'a Bitmap>) -> Parts<'a> {
        let within = if query.certain { self.stretch.certain() } else { self.stretch.possible() };
        let mut parts = vec![(None, self.base.as_ref().unwrap_or(&self.values.all))];
        parts.extend(found.map(|found| (Some(Narrowing::Text), found)));
        parts.extend(query.has_range().then_some((Some(Narrowing::Time), within)));
        for (facet, selection) in Facet::ALL.into_iter().zip(&self.selections) {
            parts.extend(selection.as_ref().map(|selection| (Some(Narrowing::Facet(facet)), selection)));
        }
        parts
    }

    /// Sorts the records by their status on that day.
    fn set_as_of(&mut self, dataset: &Dataset, as_of: Day) {
        if self.as_of.replace(as_of) == Some(as_of) {
            return;
        }
        for (record_id, record) in (0..).zip(&dataset.records) {
            self.set_status(record_id, dataset.status_value(dataset.status(record, as_of)));
        }
        // What was counted by another day tells nothing.
        self.tally = Tally::new(self.n_records, self.values.totals.len());
        self.asked = None;
    }

    fn set_status(&mut self, record: RecordId, status: ValueId) {
        let Some(before) = self.values.of_record.first_mut(record) else { return };
        let before = std::mem::replace(before, status);
        for (value, within) in [(before as usize, false), (status as usize, true)] {
            if let (Some(set), Some(total)) =
                (self.values.records.get_mut(value), self.values.totals.get_mut(value))
            {
                set.set(record, within);
                *total = if within { *total + 1 } else { *total - 1 };
            }
        }
    }
}

/// The sets of all parts but one.
fn but<'a>(parts: &Parts<'a>, what: Option<Narrowing>) -> Vec<&'a Bitmap> {
    parts.iter().filter(|(part, _)| part.is_none() || *part != what).map(|(_, set)| *set).collect()
}
