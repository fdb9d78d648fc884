//! The engine against a naive recount, over generated records and whole
//! sequences of queries: what it remembers of one must not spoil the next.

use proptest::prelude::*;
use standing_invitation::data::{Dataset, Day, Facet, Span, Value};
use standing_invitation::query::{Bitmap, Extent, Index, Lists, Mode, Narrowing, Query, Results};

const FIRST: Day = Day(10_000);
const LAST: Day = Day(10_400);

/// How many values each facet has.
const N_VALUES: [(Facet, usize); 4] =
    [(Facet::Series, 3), (Facet::Status, 2), (Facet::Theme, 5), (Facet::Place, 30)];

/// The first values of these facets.
const THEMES: u32 = 5;
const PLACES: u32 = 10;

/// One record: its values, and the stretches of time that it occupies.
#[derive(Clone, Debug)]
struct Record {
    values: Vec<u32>,
    extents: Vec<Extent>,
}

/// The records, and the dataset that says what values and days there are.
struct World {
    dataset: Dataset,
    records: Vec<Record>,
}

impl World {
    fn new(records: Vec<Record>) -> World {
        let value = |(facet, n)| {
            (0..n).map(move |key: usize| Value { facet, key: key.to_string(), label: String::new() })
        };
        let values = N_VALUES.into_iter().flat_map(value).collect();
        World { dataset: Dataset { values, beginning: FIRST, horizon: LAST, ..Dataset::default() }, records }
    }

    fn index(&self) -> Index {
        let (mut values, mut extents) = (Lists::default(), Lists::default());
        for record in &self.records {
            values.push(record.values.iter().copied());
            extents.push(record.extents.iter().copied());
        }
        Index::of(&self.dataset, values, extents)
    }

    /// Whether a record matches, certainly and possibly.
    fn matches(&self, id: u32, query: &Query, found: Option<&Bitmap>) -> (bool, bool) {
        let record = &self.records[id as usize];
        let passes = found.is_none_or(|found| found.contains(id))
            && Facet::ALL.into_iter().all(|facet| {
                let chosen = query.values_of(&self.dataset, facet);
                let mut has = chosen.iter().map(|value| record.values.contains(value));
                chosen.is_empty()
                    || match query.mode(facet) {
                        Mode::Any => has.any(|it| it),
                        Mode::All => has.all(|it| it),
                        Mode::None => !has.any(|it| it),
                    }
            });
        if !query.has_range() {
            return (passes, passes);
        }
        let (from, to) = query.range(&self.dataset);
        let mut extents = record.extents.iter();
        let certain = extents.clone().any(|it| it.start.latest <= to && it.end.earliest >= from);
        let possible = extents.any(|it| it.start.earliest <= to && it.end.latest >= from);
        (passes && certain, passes && possible)
    }

    /// The records that match with certainty, and those that do so possibly.
    fn found(&self, query: &Query, found: Option<&Bitmap>) -> (Vec<u32>, Vec<u32>) {
        let ids = || 0..self.records.len() as u32;
        let certain = ids().filter(|id| self.matches(*id, query, found).0).collect();
        (certain, ids().filter(|id| self.matches(*id, query, found).1).collect())
    }

    fn count(&self, query: &Query, found: Option<&Bitmap>) -> u32 {
        let (certain, possible) = self.found(query, found);
        if query.certain { certain.len() as u32 } else { possible.len() as u32 }
    }

    /// What the query would become by choosing a value as well, where its facet
    /// wants any of the chosen: by choosing it alone.
    fn choosing(&self, query: &Query, value: u32) -> Query {
        let mut chosen = query.clone();
        let facet = self.dataset.values[value as usize].facet;
        match query.mode(facet) {
            Mode::Any => chosen.choose_alone(&self.dataset, value),
            Mode::All | Mode::None if query.has(value) => {}
            Mode::All | Mode::None => chosen.toggle(value),
        }
        chosen
    }

    #[track_caller]
    fn check(&self, index: &mut Index, query: &Query, found: Option<&Bitmap>) {
        let results = index.run(&self.dataset, query, found);
        let (certain, possible) = self.found(query, found);
        let timeless = Query { from: None, to: None, ..query.clone() };
        let (count, n_possible) = (self.count(query, found), (possible.len() - certain.len()) as u32);
        let expected = Results {
            count,
            possible: if query.certain { 0 } else { n_possible },
            left_out: if query.certain { n_possible } else { 0 },
            counts: (0..self.dataset.values.len() as u32)
                .map(|value| self.count(&self.choosing(query, value), found))
                .collect(),
            records: self.bitmap(if query.certain { &certain } else { &possible }),
            timeless: self.bitmap(&self.found(&timeless, found).1),
        };
        assert_eq!(results.certain() as usize, certain.len());
        assert_eq!(results, expected, "{query:?}");
        let mut narrowing = Vec::new();
        narrowing.extend(found.map(|_| (Narrowing::Text, self.count(query, None))));
        narrowing.extend(query.has_range().then(|| (Narrowing::Time, self.count(&timeless, found))));
        for facet in Facet::ALL.into_iter().filter(|facet| !query.values_of(&self.dataset, *facet).is_empty())
        {
            let mut without = query.clone();
            without.drop_facet(&self.dataset, facet);
            narrowing.push((Narrowing::Facet(facet), self.count(&without, found)));
        }
        narrowing.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        // Which must not tell on the line of answers, so asks another index.
        assert_eq!(self.index().ways_out(&self.dataset, query, found), narrowing, "{query:?}");
    }

    fn bitmap(&self, ids: &[u32]) -> Bitmap {
        let mut bitmap = Bitmap::empty(self.records.len());
        ids.iter().for_each(|id| bitmap.insert(*id));
        bitmap
    }
}

fn day() -> impl Strategy<Value = Day> {
    prop_oneof![8 => (FIRST.0 - 20..LAST.0 + 20).prop_map(Day), 1 => Just(Day::EARLIEST)]
}

fn span() -> impl Strategy<Value = Span> {
    (day(), 0..60).prop_map(|(earliest, days)| Span { earliest, latest: Day(earliest.0 + days) })
}

fn record() -> impl Strategy<Value = Record> {
    let extent = (span(), span(), 0..4).prop_map(|(a, b, instant)| Extent {
        start: a.min(b),
        end: if instant > 0 { a.min(b) } else { a.max(b) },
    });
    let themes = proptest::collection::btree_set(THEMES..PLACES, 0..3);
    // Few records have any of the places, so that some values are rare.
    let places = proptest::option::weighted(0.1, PLACES..PLACES + 30);
    let extents = proptest::collection::vec(extent, 0..4);
    (0..3_u32, 3..5_u32, themes, places, extents).prop_map(|(series, status, themes, place, extents)| {
        Record { values: [status, series].into_iter().chain(themes).chain(place).collect(), extents }
    })
}

/// One change of a query.
#[derive(Clone, Debug)]
enum Change {
    Toggle(u32),
    Mode(Facet, Mode),
    Move(i32, i32),
    Range(Day, Day),
    AllTime,
    Certain,
    Find(Option<u32>),
}

fn change() -> impl Strategy<Value = Change> {
    let mode = (0..Facet::ALL.len(), 0..3_usize).prop_map(|(f, m)| Change::Mode(Facet::ALL[f], Mode::ALL[m]));
    prop_oneof![
        4 => (0..40_u32).prop_map(Change::Toggle),
        2 => (0..10_u32).prop_map(Change::Toggle),
        2 => mode,
        4 => (-9..9, -9..9).prop_map(|(from, to)| Change::Move(from, to)),
        2 => (day(), day()).prop_map(|(from, to)| Change::Range(from, to)),
        1 => Just(Change::AllTime),
        1 => Just(Change::Certain),
        1 => proptest::option::of(2..5_u32).prop_map(Change::Find),
    ]
}

proptest! {
    // Each case asks up to a dozen queries and recounts every value of each.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_was_asked_before_an_answer_is_what_a_recount_finds(
        records in prop_oneof![
            proptest::collection::vec(record(), 0..8),
            proptest::collection::vec(record(), 500..700),
        ],
        changes in proptest::collection::vec((change(), proptest::bool::weighted(0.2)), 1..12),
    ) {
        let world = World::new(records);
        let mut index = world.index();
        let mut query = Query::default();
        let mut found = None;
        for (change, ways_out_first) in changes {
            match change {
                Change::Toggle(value) => query.toggle(value),
                Change::Mode(facet, mode) => query.modes[facet as usize] = mode,
                Change::Move(from, to) => {
                    let (old_from, old_to) = query.range(&world.dataset);
                    query.set_range(&world.dataset, Day(old_from.0 + from), Day(old_to.0 + to));
                }
                Change::Range(from, to) => query.set_range(&world.dataset, from, to),
                Change::AllTime => (query.from, query.to) = (None, None),
                Change::Certain => query.certain = !query.certain,
                Change::Find(every) => {
                    let ids: Option<Vec<u32>> =
                        every.map(|n| (0..world.records.len() as u32).step_by(n as usize).collect());
                    found = ids.map(|ids| world.bitmap(&ids));
                }
            }
            query = query.settled(&world.dataset);
            query.certain &= query.has_range();
            if ways_out_first {
                index.ways_out(&world.dataset, &query, found.as_ref());
            }
            world.check(&mut index, &query, found.as_ref());
        }
    }
}

#[test]
fn the_nearest_way_out_comes_first() {
    let on = |day: i32| vec![Extent { start: Span::day(Day(day)), end: Span::day(Day(day)) }];
    let record = |series, theme, day| Record { values: vec![3, series, THEMES + theme], extents: on(day) };
    let world = World::new(vec![record(0, 0, 10_010), record(1, 1, 10_020), record(1, 1, 10_300)]);
    let mut query = Query { values: vec![0, THEMES + 1], ..Query::default() };
    query.set_range(&world.dataset, FIRST, Day(10_100));
    let mut index = world.index();
    assert_eq!(index.run(&world.dataset, &query, None).count, 0);
    let ways = index.ways_out(&world.dataset, &query, None);
    assert_eq!(
        ways,
        [(Narrowing::Facet(Facet::Series), 1), (Narrowing::Facet(Facet::Theme), 1), (Narrowing::Time, 0)]
    );
    assert_eq!(index.ways_out(&world.dataset, &Query::default(), None), []);
}

/// The shipped records over several as-of days, each answered by an index that
/// has seen the others and by a fresh one.
#[test]
fn another_as_of_day_leaves_nothing_behind() {
    let dataset = Dataset::embedded();
    let mut index = Index::new(&dataset);
    let years = [2022, 1990, 2016, 2015, 2022];
    for (year, from) in years.into_iter().zip([None, Some(Day::new(2005, 1, 1))].into_iter().cycle()) {
        let as_of = Some(Day::new(year, 6, 1));
        let query = Query { as_of, from, ..Query::default() };
        let mut fresh = Index::new(&dataset);
        assert_eq!(index.run(&dataset, &query, None), fresh.run(&dataset, &query, None), "{year}");
        assert_eq!(index.totals(), fresh.totals(), "{year}");
        let of_all = fresh.run(&dataset, &Query { as_of, ..Query::default() }, None);
        assert_eq!(index.totals(), of_all.counts, "{year}");
    }
}
