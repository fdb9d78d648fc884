//! Where a record stands among those found, and what is linked with it in time.

use crate::data::{Dataset, Day, RecordId};
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

/// A linked record, and when it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The record.
    pub record: RecordId,
    /// The first day of its first dated stage.
    pub day: Day,
    /// Whether it began after the record that it is linked with.
    pub after: bool,
}

/// Those of the linked records that have a date, in the order of time. None
/// where the record itself has no date to be before or after.
pub fn in_time(dataset: &Dataset, record: RecordId, linked: &[RecordId]) -> Vec<Linked> {
    let day = |id: RecordId| dataset.records.get(id as usize).and_then(cell::first_day);
    let Some(own) = day(record) else { return Vec::new() };
    let mut in_time: Vec<Linked> = Vec::new();
    for other in linked {
        let Some(day) = day(*other).filter(|_| *other != record) else { continue };
        let linked = Linked { record: *other, day, after: day > own };
        if !in_time.contains(&linked) {
            let place = in_time.iter().position(|it| (it.day, it.record) > (day, *other));
            in_time.insert(place.unwrap_or(in_time.len()), linked);
        }
    }
    in_time
}
