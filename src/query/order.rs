//! The order of the rows of the table, and of the values of a facet.
//!
//! What has nothing to be sorted by stands last, whichever way round; equals
//! stay in the order of the dataset.

use std::collections::BinaryHeap;

use crate::data::{Dataset, Day, Record, RecordId};
use crate::query::cell::{self, cell};
use crate::query::search::fold::fold;
use crate::query::{Column, Sort};

/// What something is sorted by: a number, and words where that is the same.
pub type Key = (i32, String);

/// The key of words: case and diacritics do not count.
pub fn words(text: &str) -> Option<Key> {
    let mut folded = String::with_capacity(text.len());
    fold(text, &mut folded, None);
    (!folded.is_empty()).then_some((0, folded))
}

/// The places of the keys in their order; `None` stands for nothing.
pub fn sorted(keys: Vec<Option<Key>>, descending: bool) -> Vec<u32> {
    let mut rows = Vec::with_capacity(keys.len());
    let mut rest = Vec::new();
    for (place, key) in (0_u32..).zip(keys) {
        match key {
            // Turned round at the end, equals stand in their old order again.
            Some((number, words)) => rows.push((number, words, if descending { !place } else { place })),
            None => rest.push(place),
        }
    }
    // The sort of slices is several times as large.
    let mut rows = BinaryHeap::from(rows).into_sorted_vec();
    if descending {
        rows.reverse();
    }
    let mut places = Vec::with_capacity(rows.len() + rest.len());
    places.extend(rows.iter().map(|(_, _, place)| if descending { !*place } else { *place }));
    places.append(&mut rest);
    places
}

/// All records in the order of the table. `of_page` says what only the page
/// knows of a record: its title, its documents, how many claims it holds.
pub fn order(
    dataset: &Dataset,
    sort: Sort,
    as_of: Day,
    of_page: &dyn Fn(RecordId, Column) -> String,
) -> Vec<RecordId> {
    let records = (0..).zip(&dataset.records);
    let keys = records.map(|(id, record)| key(dataset, id, record, sort.column, as_of, of_page));
    sorted(keys.collect(), sort.descending)
}

fn key(
    dataset: &Dataset,
    id: RecordId,
    record: &Record,
    column: Column,
    as_of: Day,
    of_page: &dyn Fn(RecordId, Column) -> String,
) -> Option<Key> {
    let number = match column {
        Column::First => cell::start(record).map(|start| start.earliest.0),
        Column::Last => cell::last_day(record).map(|day| day.0),
        Column::Length => dataset.length(record, as_of).map(|length| length.at_least),
        Column::Claims => of_page(id, column).parse::<u32>().ok().map(|claims| claims as i32),
        _ => {
            let text = cell(dataset, record, column, as_of).unwrap_or_else(|| of_page(id, column));
            return words(&text);
        }
    };
    number.map(|number| (number, String::new()))
}
