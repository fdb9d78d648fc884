//! Which records fall into a stretch of time, certainly or possibly.
//!
//! Where the stretch moves, only the records are looked at of which a day lies
//! between the old end and the new one.

use crate::data::{Day, RecordId, Span};
use crate::query::bitmap::Bitmap;
use crate::query::lists::Lists;

/// A stretch of time that a record occupies: from some day of `start` to some
/// day of `end`.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// When it begins.
    pub start: Span,
    /// When it ends.
    pub end: Span,
}

/// The records within a stretch of time.
pub struct Stretch {
    extents: Lists<Extent>,
    /// What encloses the extents of 64 records each: as records stand in the
    /// order of time, it mostly decides for all of them.
    hulls: Vec<Extent>,
    /// The records by the earliest and the latest day on which they begin,
    /// which decide when the end of the stretch moves.
    starts: [ByDay; 2],
    /// The records by the earliest and the latest day on which they end, which
    /// decide when its beginning moves.
    ends: [ByDay; 2],
    /// `None` until a stretch is asked for.
    range: Option<(Day, Day)>,
    certain: Bitmap,
    possible: Bitmap,
}

impl Stretch {
    /// Takes the extents of each record. What moves lies between the two days.
    pub fn new(extents: Lists<Extent>, first: Day, last: Day) -> Stretch {
        let n_records = extents.n_records();
        let by = |day: fn(&Extent) -> Day| ByDay::new(&extents, first, last, day);
        Stretch {
            starts: [by(|it| it.start.earliest), by(|it| it.start.latest)],
            ends: [by(|it| it.end.earliest), by(|it| it.end.latest)],
            hulls: hulls(&extents),
            range: None,
            certain: Bitmap::empty(n_records),
            possible: Bitmap::empty(n_records),
            extents,
        }
    }

    /// Moves to a stretch, its first and last day included. Returns the blocks of
    /// 512 records that it looked at one by one; `None` where it looked at all.
    pub fn move_to(&mut self, from: Day, to: Day) -> Option<Vec<u32>> {
        let Some((old_from, old_to)) = self.range.replace((from, to)) else { return self.scan(from, to) };
        // A day before the beginning decides as a day after the end does.
        let (out, old_out) = (Day(from.0 - 1), Day(old_from.0 - 1));
        let mut touched = [
            self.starts[0].between(old_to, to),
            self.starts[1].between(old_to, to),
            self.ends[0].between(old_out, out),
            self.ends[1].between(old_out, out),
        ];
        // Out of order, each costs some times what it does in order.
        if touched.iter().map(|records| records.len()).sum::<usize>() * 4 > self.extents.n_items() {
            return self.scan(from, to);
        }
        // Where all days are certain, both ways of looking see the same.
        for (one, other) in [(0, 1), (2, 3)] {
            if touched[one].iter().eq(touched[other]) {
                touched[other] = &[];
            }
        }
        let mut blocks = Vec::new();
        for record in touched.into_iter().flatten() {
            let (certain, possible) = judge(self.extents.of(*record), from, to);
            self.certain.set(*record, certain);
            self.possible.set(*record, possible);
            if blocks.last() != Some(&(record / 512)) {
                blocks.push(record / 512);
            }
        }
        Some(blocks)
    }

    /// The records that certainly fall into it.
    pub fn certain(&self) -> &Bitmap {
        &self.certain
    }

    /// The records that certainly or possibly fall into it.
    pub fn possible(&self) -> &Bitmap {
        &self.possible
    }

    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        let days = self.starts.iter().chain(&self.ends);
        let days = days.map(|it| size_of_val(it.records.as_slice()) + size_of_val(it.begins.as_slice()));
        let hulls = size_of_val(self.hulls.as_slice());
        self.extents.bytes() + hulls + days.sum::<usize>() + self.certain.bytes() + self.possible.bytes()
    }

    /// Looks at all records, but not at each where a block of them tells enough.
    fn scan(&mut self, from: Day, to: Day) -> Option<Vec<u32>> {
        let words = self.certain.words_mut().iter_mut().zip(self.possible.words_mut());
        for ((first, hull), (certain_word, possible_word)) in (0..).step_by(64).zip(&self.hulls).zip(words) {
            (*certain_word, *possible_word) = (0, 0);
            if hull.start.earliest > to || hull.end.latest < from {
                continue;
            }
            if hull.start.latest <= to && hull.end.earliest >= from {
                (*certain_word, *possible_word) = (u64::MAX, u64::MAX);
                continue;
            }
            for bit in 0..64 {
                let (certain, possible) = judge(self.extents.of(first + bit), from, to);
                *certain_word |= u64::from(certain) << bit;
                *possible_word |= u64::from(possible) << bit;
            }
        }
        None
    }
}

/// For each 64 records the days from which and up to which any of them begins
/// and ends. Where one has no extent, or there are fewer, it is too wide to
/// decide for all.
fn hulls(extents: &Lists<Extent>) -> Vec<Extent> {
    let mut hulls = Vec::new();
    for first in (0..extents.n_records() as RecordId).step_by(64) {
        let (none, all) = (Day::LATEST, Day::EARLIEST);
        let mut hull =
            Extent { start: Span { earliest: none, latest: all }, end: Span { earliest: none, latest: all } };
        for record in first..first + 64 {
            let of_record = extents.of(record);
            if of_record.is_empty() {
                hull.start.latest = Day(i32::MAX);
            }
            for Extent { start, end } in of_record {
                hull.start.earliest = hull.start.earliest.min(start.earliest);
                hull.start.latest = hull.start.latest.max(start.latest);
                hull.end.earliest = hull.end.earliest.min(end.earliest);
                hull.end.latest = hull.end.latest.max(end.latest);
            }
        }
        hulls.push(hull);
    }
    hulls
}

/// Whether any of the extents falls certainly, and possibly, into the stretch.
fn judge(extents: &[Extent], from: Day, to: Day) -> (bool, bool) {
    let mut judged = (false, false);
    for Extent { start, end } in extents {
        judged.0 |= (start.latest <= to) & (end.earliest >= from);
        judged.1 |= (start.earliest <= to) & (end.latest >= from);
    }
    judged
}

/// Records in the order of one of their days, as far as it matters: those of a
/// bucket of days stand together.
struct ByDay {
    first: Day,
    last: Day,
    /// A bucket holds this power of two of days: few enough for many records to
    /// be parted well, so many that the buckets are no more than the records.
    shift: u32,
    /// Where each bucket begins in `records`, and behind them the last ends.
    begins: Vec<u32>,
    records: Vec<RecordId>,
}

impl ByDay {
    fn new(extents: &Lists<Extent>, first: Day, last: Day, day: fn(&Extent) -> Day) -> ByDay {
        let days = (last.0 - first.0).max(0) as usize;
        let mut shift = 0;
        while days >> shift > extents.n_records() {
            shift += 1;
        }
        let begins = vec![0; (days >> shift) + 2];
        let mut by_day = ByDay { first, last, shift, begins, records: vec![0; extents.n_items()] };
        // Counts what each bucket holds, then where it ends; filling each from
        // its end leaves where it begins.
        for extent in extents.iter().flatten() {
            let bucket = by_day.bucket(day(extent));
            if let Some(count) = by_day.begins.get_mut(bucket) {
                *count += 1;
            }
        }
        let mut end = 0;
        for count in &mut by_day.begins {
            end += *count;
            *count = end;
        }
        for (record, list) in (0..).zip(extents.iter()) {
            for extent in list {
                let bucket = by_day.bucket(day(extent));
                if let Some(begin) = by_day.begins.get_mut(bucket) {
                    *begin -= 1;
                    if let Some(place) = by_day.records.get_mut(*begin as usize) {
                        *place = record;
                    }
                }
            }
        }
        by_day
    }

    /// All records with a day after the earlier of the two and not after the
    /// later, perhaps among others.
    fn between(&self, one: Day, other: Day) -> &[RecordId] {
        if one == other {
            return &[];
        }
        let after = Day(one.min(other).0 + 1);
        let begin = self.begins.get(self.bucket(after)).copied().unwrap_or_default();
        let end = self.begins.get(self.bucket(one.max(other)) + 1).copied().unwrap_or_default();
        self.records.get(begin as usize..end as usize).unwrap_or_default()
    }

    fn bucket(&self, day: Day) -> usize {
        (day.min(self.last).0.saturating_sub(self.first.0).max(0) >> self.shift) as usize
    }
}
