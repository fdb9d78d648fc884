//! One lane: the records with one value of a facet, their marks in rows, the
//! strip for what no source dates, and the years that the sources examined.

use crate::data::{Dataset, Day, Facet, RecordId, ValueId};
use crate::timeline::cluster::{Cluster, clusters};
use crate::timeline::mark::{Mark, Symbol};
use crate::timeline::packing::{Draft, Found, Packed, Room, pack};
use crate::timeline::rows::LaneRows;
use crate::timeline::scale::Scale;
use crate::timeline::shapes::{Place, Shapes};
use crate::timeline::text_width::text_width;
use crate::timeline::undated::{self, Caption, Loose};
use crate::timeline::{Frame, View};

/// The height of a lane's heading.
pub const HEADING: i32 = 26;
/// Clear room below the rows of a lane, and above its strip.
pub const PADDING: i32 = 6;

/// One lane of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// What its records have in common.
    pub value: ValueId,
    /// Whether it is the first lane of its group and shows the group's name.
    pub opens_group: bool,
    /// Its upper edge.
    pub y: i32,
    /// Its height, heading and padding included.
    pub height: i32,
    /// The upper edge of its first row.
    pub rows_y: i32,
    /// The upper edge of the strip for what no source dates; `None` without.
    pub strip_y: Option<i32>,
    /// One for each source that examined some of the years shown.
    pub bands: Vec<Band>,
    /// How many of the records handed in belong here, drawn or not.
    pub records: usize,
}

/// The years that a source examined, behind the rows of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The source, as a facet value.
    pub source: ValueId,
    /// From here…
    pub x0: i32,
    /// …to here.
    pub x1: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its height: the rows on the axis, not the strip.
    pub height: i32,
}

/// The records of a lane before they have rows.
#[derive(Clone, Debug, Default)]
pub struct Sorted<'a> {
    /// Those in the window.
    pub here: Vec<Found>,
    /// Those that no source dates.
    pub undated: Vec<Loose<'a>>,
    /// How many lie before the window, or on both sides of it.
    pub before: usize,
    /// How many lie after it.
    pub after: usize,
}

/// A lane with everything in it.
pub struct Filled {
    /// The lane itself.
    pub lane: Lane,
    /// What stands in it.
    pub marks: Vec<Mark>,
    /// What is only counted.
    pub clusters: Vec<Cluster>,
    /// The names of bodies in the strip.
    pub captions: Vec<Caption>,
    /// How many records lie before the window.
    pub before: usize,
    /// How many lie after it.
    pub after: usize,
}

/// Sorts the records by lane, in the order of `lanes`, and counts those that
/// belong to none of them. A record with several values stands in the lane of
/// each; its status is that of the as-of day.
pub fn shelve(
    dataset: &Dataset,
    records: &[RecordId],
    lanes: &[ValueId],
    as_of: Day,
) -> (Vec<Vec<RecordId>>, usize) {
    let mut shelf_of: Vec<Option<usize>> = vec![None; dataset.values.len()];
    for (shelf, &lane) in lanes.iter().enumerate() {
        if let Some(slot) = shelf_of.get_mut(lane as usize) {
            slot.get_or_insert(shelf);
        }
    }
    let facet = lanes.first().and_then(|lane| dataset.values.get(*lane as usize)).map(|value| value.facet);
    let mut shelves: Vec<Vec<RecordId>> = vec![Vec::new(); lanes.len()];
    let mut elsewhere = 0;
    for &id in records {
        let Some(record) = dataset.records.get(id as usize) else { continue };
        let status =
            (facet == Some(Facet::Status)).then(|| dataset.status_value(dataset.status(record, as_of)));
        let mut shelved = false;
        for value in record.values.iter().copied().chain(status) {
            let shelf = shelf_of.get(value as usize).copied().flatten();
            if let Some(shelf) = shelf.and_then(|shelf| shelves.get_mut(shelf)) {
                shelf.push(id);
                shelved = true;
            }
        }
        elsewhere += usize::from(!shelved);
    }
    (shelves, elsewhere)
}

/// Sorts the records of a lane by where they stand in a window that the shapes
/// were turned to.
pub fn sort<'a>(
    dataset: &'a Dataset,
    shapes: &Shapes,
    records: &[RecordId],
    scale: Scale,
    char_width: i32,
) -> Sorted<'a> {
    let mut sorted = Sorted::default();
    for &id in records {
        let (Some(record), Some(place)) = (dataset.records.get(id as usize), shapes.place(id, scale)) else {
            continue;
        };
        match place {
            Place::Undated => {
                let act = record.steps.last().map(|step| step.act).unwrap_or_default();
                sorted.undated.push(Loose {
                    record: id,
                    act,
                    symbol: Symbol::of(dataset, act),
                    name: &record.label,
                    name_width: text_width(&record.label, char_width),
                    body: dataset.first_label(record, Facet::Body),
                });
            }
            Place::Before => sorted.before += 1,
            Place::After => sorted.after += 1,
            Place::Here { x, first } => sorted.here.push(Found { record: id, x, first }),
        }
    }
    sorted
}

/// Puts records into rows, as marks; of those that find no room there is none.
pub fn pack_here(
    dataset: &Dataset,
    shapes: &Shapes,
    here: Vec<Found>,
    (scale, as_of): (Scale, Day),
    (rows, char_width): (i32, i32),
    room: Room,
) -> Packed {
    let draft = |id: RecordId| {
        let name = dataset.records.get(id as usize).map_or("", |record| record.label.as_str());
        let mark = Mark::of(dataset, id, shapes.pieces(id)?, scale, as_of)?;
        Some(Draft::new(mark, name, char_width))
    };
    pack(here, &draft, rows, scale.width(), room)
}

/// Fills the lane of a facet value whose upper edge is at `y`.
pub fn fill(
    (dataset, shapes): (&Dataset, &Shapes),
    value: ValueId,
    records: &[RecordId],
    (view, scale): (View, Scale),
    (frame, rows, room): (&Frame, LaneRows, Room),
    y: i32,
) -> Filled {
    let sorted = sort(dataset, shapes, records, scale, frame.char_width);
    let rows_y = y + HEADING;
    let rows_height = rows.dated * frame.row_height;
    let strip_y = (rows.undated > 0).then_some(rows_y + rows_height + PADDING);
    let strip_height = if rows.undated > 0 { PADDING + rows.undated * frame.row_height } else { 0 };

    let (to, by) = ((scale, view.as_of), (rows.dated, frame.char_width));
    let packed = pack_here(dataset, shapes, sorted.here, to, by, room);
    let place = |(mark, row): (Mark, i32), top: i32| Mark { y: top + row * frame.row_height, ..mark };
    let mut marks: Vec<Mark> = packed.marks.into_iter().map(|placed| place(placed, rows_y)).collect();
    let last_row = rows_y + (rows.dated - 1) * frame.row_height;
    let mut clusters = clusters(&packed.left_over, value, scale, room.count);
    clusters.iter_mut().for_each(|cluster| cluster.y = last_row);

    let strip = undated::strip(value, &sorted.undated, frame.char_width, rows.undated, scale.width());
    let strip_top = strip_y.unwrap_or(rows_y);
    marks.extend(strip.marks.into_iter().map(|placed| place(placed, strip_top)));
    let captions = strip.captions.into_iter();
    let captions =
        captions.map(|(it, row)| Caption { y: strip_top + row * frame.row_height, ..it }).collect();
    clusters.extend(strip.rest.map(|(rest, row)| Cluster { y: strip_top + row * frame.row_height, ..rest }));

    let lane = Lane {
        value,
        opens_group: false,
        y,
        height: HEADING + rows_height + strip_height + PADDING,
        rows_y,
        strip_y,
        bands: bands(dataset, shapes, value, scale, (rows_y, rows_height)),
        records: records.len(),
    };
    Filled { lane, marks, clusters, captions, before: sorted.before, after: sorted.after }
}

/// One band for each source that speaks of any record of the lane; in the lane
/// of a source, its own.
fn bands(
    dataset: &Dataset,
    shapes: &Shapes,
    value: ValueId,
    scale: Scale,
    (y, height): (i32, i32),
) -> Vec<Band> {
    let of_source = dataset.coverage.iter().any(|coverage| coverage.source == value);
    let speaking = dataset.coverage.iter().enumerate().filter(|(nth, coverage)| {
        if of_source { coverage.source == value } else { shapes.speaks(*nth, value) }
    });
    let bands = speaking.map(|(_, coverage)| Band {
        source: coverage.source,
        x0: scale.day_to_x(coverage.span.earliest).max(0),
        x1: scale.day_to_x(Day(coverage.span.latest.0 + 1)).min(scale.width()),
        y,
        height,
    });
    bands.filter(|band| band.x0 < band.x1).collect()
}
