//! Where a record stands among those found, and what is linked with it in time.

use crate::data::{Dataset, RecordId, Span};
use crate::query::Bitmap;
use crate::query::cell;

/// Where a record stands among those found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its number from one on; `None` where it is not among them.
    pub number: Option<u32>,
    /// The record found before it.
    pub previous: Option<RecordId>,
    /// The record found after it.
    pub next: Option<RecordId>,
}

impl Place {
    /// The place of a record; without one, that before the first and after the
    /// last record found.
    pub fn of(found: &Bitmap, record: Option<RecordId>) -> Place {
        let mut place = Place::default();
        let Some(record) = record else {
            place.next = found.iter().next();
            place.previous = found.iter().last();
            return place;
        };
        let mut before = 0;
        for id in found.iter() {
            if id < record {
                before += 1;
                place.previous = Some(id);
            } else if id == record {
                place.number = Some(before + 1);
            } else {
                place.next = Some(id);
                break;
            }
        }
        place
    }
}

/// How a linked record lies in time to the one that it is linked with. Dates
/// that leave the order open are not put in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It certainly began earlier.
    Before,
    /// Their dates overlap.
    Overlapping,
    /// It certainly began later.
    After,
}

/// A linked record, and when it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The record.
    pub record: RecordId,
    /// When its first dated stage was, or began.
    pub start: Span,
    /// Whether that is before or after the record that it is linked with.
    pub side: Side,
}

/// Those of the linked records that have a date, in the order of their first
/// days. None where the record itself has no date to be before or after.
pub fn in_time(dataset: &Dataset, record: RecordId, linked: &[RecordId]) -> Vec<Linked> {
    let start = |id: RecordId| dataset.records.get(id as usize).and_then(cell::start);
    let Some(own) = start(record) else { return Vec::new() };
    let mut in_time: Vec<Linked> = Vec::new();
    for other in linked {
        let Some(start) = start(*other).filter(|_| *other != record) else { continue };
        let side = if start.latest < own.earliest {
            Side::Before
        } else if start.earliest > own.latest {
            Side::After
        } else {
            Side::Overlapping
        };
        if !in_time.iter().any(|it| it.record == *other) {
            let first = (start.earliest, *other);
            let place = in_time.iter().position(|it| (it.start.earliest, it.record) > first);
            in_time.insert(place.unwrap_or(in_time.len()), Linked { record: *other, start, side });
        }
    }
    in_time
}
