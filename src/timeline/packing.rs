//! Puts the marks of a lane into rows so that nothing touches.
//!
//! One pass from left to right, each mark into the first row with room for it
//! and its name. When rows run out, names give way to marks; what then still
//! finds no room is left over, to be counted instead of drawn.

use crate::data::{Day, RecordId};
use std::collections::BinaryHeap;

use crate::timeline::mark::{Label, Mark, Side, TARGET};
use crate::timeline::pixels::RADIUS;
use crate::timeline::text_width::text_width;

/// Clear room between two things in a row.
pub const CLEAR: i32 = 8;
/// Room between a mark and its name.
const LABEL_GAP: i32 = 5;
/// How many marks and counts a lane has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// It never draws many more marks than this, however many there are.
    pub marks: i32,
    /// A count is at least so wide.
    pub count: i32,
}

/// From more records than this on, the lanes share the room for marks: any that
/// are drawn then are few of many, and all lanes together should be drawn soon.
const MANY: usize = 2_000;
/// About how many marks all lanes have together then.
const MARKS_OF_MANY: i32 = 150;

impl Room {
    /// The room that a lane has by itself.
    pub const ALONE: Room = Room { marks: 300, count: 64 };

    /// The room of each of so many lanes that are to show so many records.
    pub fn of(n_records: usize, n_lanes: usize) -> Room {
        let lanes = i32::try_from(n_lanes).unwrap_or(i32::MAX).max(1);
        if n_records > MANY {
            Room { marks: (MARKS_OF_MANY / lanes).max(6), count: 128 }
        } else {
            Room::ALONE
        }
    }
}

/// A mark that waits for a row, with its name.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// The mark, without row and label.
    pub mark: Mark,
    /// Its name.
    pub name: &'a str,
    /// The width of its name.
    pub name_width: i32,
    /// Where on the mark the name could stand, if anywhere.
    pub inside: Option<i32>,
}

impl<'a> Draft<'a> {
    /// A mark that waits for a row.
    pub fn new(mark: Mark, name: &'a str, char_width: i32) -> Draft<'a> {
        let name_width = text_width(name, char_width);
        let inside = inside(&mark, name_width);
        Draft { mark, name, name_width, inside }
    }
}

/// Marks in rows, and what found none.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    /// Each mark with the number of its row, from left to right.
    pub marks: Vec<(Mark, i32)>,
    /// What found no room, from left to right.
    pub left_over: Vec<Found>,
    /// How many rows would be used, one for what is left over included.
    pub rows: i32,
}

/// A record in the window, before anything else is known of its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which record.
    pub record: RecordId,
    /// Where its mark begins.
    pub x: i32,
    /// The first day of which anything is known.
    pub first: Day,
}

/// What stands at the right end of a row.
#[derive(Clone, Copy)]
struct Row {
    /// The last mark, as an index into the marks already placed.
    last: Option<usize>,
    /// Where that mark begins.
    last_x: i32,
    /// What may begin here if that mark keeps its label…
    free: i32,
    /// …or gives it up.
    free_unlabelled: i32,
    /// Where that mark's label may begin.
    free_before: i32,
}

/// Packs marks into at most `rows` rows. If they do not suffice, the last row
/// is kept clear for counts. A mark is only made where a row may have room for
/// it: of many records, most are only counted.
pub fn pack<'a>(
    here: Vec<Found>,
    draft: &dyn Fn(RecordId) -> Option<Draft<'a>>,
    rows: i32,
    width: i32,
    room: Room,
) -> Packed {
    let here = from_left_to_right(here, width);
    let rows = rows.max(1);
    // Where there are too many to draw, those drawn are spread evenly.
    let crowded = here.len() as i64 > i64::from(room.marks);
    let pitch = if crowded { (rows * width / room.marks).max(TARGET) } else { 0 };
    let hopeless = here.len() as i64 > i64::from(rows) * i64::from(width / TARGET + 1);
    let packed = if hopeless { None } else { Some(fill(&here, draft, rows, pitch, width)) };
    match packed.filter(|packed| packed.left_over.is_empty()) {
        Some(packed) => packed,
        None => fill(&here, draft, rows - 1, pitch, width),
    }
}

/// Sorts the records by where they begin, then in their order: by counting, as
/// marks begin within the width.
fn from_left_to_right(here: Vec<Found>, width: i32) -> Vec<Found> {
    let at = |found: &Found| found.x.clamp(0, width.max(0)) as usize;
    let mut free = vec![0_usize; width.max(0) as usize + 2];
    here.iter().for_each(|found| free[at(found) + 1] += 1);
    for x in 1..free.len() {
        free[x] += free[x - 1];
    }
    let mut sorted = here.clone();
    for found in &here {
        let place = &mut free[at(found)];
        sorted[*place] = *found;
        *place += 1;
    }
    sorted
}

/// Sorts, by a heap: the sort of slices is faster and adds five kilobytes to
/// the page.
pub fn sort(pairs: &mut Vec<(i32, i32)>) {
    *pairs = BinaryHeap::from(std::mem::take(pairs)).into_sorted_vec();
}

fn fill<'a>(
    here: &[Found],
    draft: &dyn Fn(RecordId) -> Option<Draft<'a>>,
    n_rows: i32,
    pitch: i32,
    width: i32,
) -> Packed {
    let empty = Row { last: None, last_x: i32::MIN / 2, free: 0, free_unlabelled: 0, free_before: 0 };
    let mut rows = vec![empty; usize::try_from(n_rows).unwrap_or_default()];
    let mut packed = Packed::default();
    // The names of placed marks, for the case that one must move.
    let mut names: Vec<Draft> = Vec::new();
    for found in here {
        let has_room = rows.iter().any(|row| row.is_open(found.x, pitch));
        let draft = if has_room { draft(found.record) } else { None };
        let placed = draft.and_then(|draft| Some((place(&draft, &rows, pitch, width)?, draft)));
        let Some(((nth, label), draft)) = placed else {
            packed.left_over.push(*found);
            continue;
        };
        let Some(row) = rows.get_mut(nth) else {
            continue;
        };
        let (hit0, hit1) = draft.mark.hit;
        let mut before = row.free;
        if before > hit0 {
            // The name of the mark before stands in the way: it goes to the
            // left of that mark, onto it, or away.
            before = row.free_unlabelled;
            let last = row.last.and_then(|last| packed.marks.get_mut(last).zip(names.get(last)));
            if let Some(((mark, _), name)) = last {
                mark.label = beside(name, row.free_before, hit0 - CLEAR);
            }
        }
        let label_end = label.as_ref().map_or(hit1, |label| label.extent().1.max(hit1));
        *row = Row {
            last: Some(packed.marks.len()),
            last_x: hit0,
            free: label_end + CLEAR,
            free_unlabelled: hit1 + CLEAR,
            free_before: before,
        };
        packed.marks.push((Mark { label, ..draft.mark.clone() }, nth as i32));
        names.push(draft);
        packed.rows = packed.rows.max(nth as i32 + 1);
    }
    if !packed.left_over.is_empty() {
        packed.rows = n_rows + 1;
    }
    packed
}

impl Row {
    /// Whether a mark may begin here, if only without its name or that of the
    /// mark before.
    fn is_open(&self, x: i32, pitch: i32) -> bool {
        x >= self.free_unlabelled && x - self.last_x >= pitch
    }
}

/// The first row that takes the mark with its name; else the emptiest that
/// takes it without; else the emptiest that takes it once the mark before has
/// given up its name.
fn place(draft: &Draft, rows: &[Row], pitch: i32, width: i32) -> Option<(usize, Option<Label>)> {
    let x0 = draft.mark.hit.0;
    let open = |row: &&(usize, &Row)| row.1.is_open(x0, pitch);
    for (nth, row) in rows.iter().enumerate().filter(|row| open(&row)) {
        if x0 >= row.free
            && let Some(label) = beside(draft, row.free, width)
        {
            return Some((nth, Some(label)));
        }
    }
    let clear = rows.iter().enumerate().filter(|row| open(&row) && x0 >= row.1.free);
    if let Some((nth, _)) = clear.min_by_key(|(_, row)| row.free) {
        return Some((nth, None));
    }
    let open = rows.iter().enumerate().filter(|row| open(&row));
    let (nth, row) = open.min_by_key(|(_, row)| row.free_unlabelled)?;
    Some((nth, beside(draft, row.free_unlabelled, width)))
}

/// The name right of the mark, left of it or on it, between `from` and `to`.
fn beside(draft: &Draft, from: i32, to: i32) -> Option<Label> {
    let (hit0, hit1) = draft.mark.hit;
    let width = draft.name_width;
    let label = |x, side| Some(Label { x, width, text: draft.name.to_owned(), side });
    if draft.name.is_empty() {
        None
    } else if hit1 + LABEL_GAP + width <= to {
        label(hit1 + LABEL_GAP, Side::Right)
    } else if hit0 - LABEL_GAP - width >= from {
        label(hit0 - LABEL_GAP, Side::Left)
    } else {
        draft.inside.and_then(|x| label(x, Side::Inside))
    }
}

/// The first stretch of the mark that is clear of symbols and wide enough.
fn inside(mark: &Mark, width: i32) -> Option<i32> {
    let room = width + 2 * LABEL_GAP;
    let mut x = mark.hit.0;
    if mark.hit.1 - x < room {
        return None;
    }
    // From symbol to symbol, until the next one is far enough.
    while let Some(next) = mark.points.iter().map(|point| point.x).filter(|point| *point + RADIUS > x).min() {
        if next - RADIUS - x >= room {
            break;
        }
        x = next + RADIUS;
    }
    (mark.hit.1 - x >= room).then_some(x + LABEL_GAP)
}
