//! Lays records out in time: lanes, rows, bars, points, labels, ticks.
//!
//! [`layout`] turns a list of records and a window into a [`Timeline`]: whole
//! pixels and nothing else, drawn by `svg` for the release and by the page
//! itself. Knows neither queries nor the browser.

pub mod cluster;
pub mod lane;
pub mod mark;
pub mod overview;
pub mod packing;
pub mod pen;
pub mod pieces;
pub mod pixels;
pub mod rows;
pub mod scale;
pub mod shapes;
pub mod svg;
pub mod text_width;
pub mod ticks;
pub mod undated;

pub use cluster::Cluster;
pub use lane::{Band, Lane};
pub use mark::{Bar, Label, Mark, Point, Side, Symbol, TARGET};
pub use overview::{Overview, overview};
pub use packing::Room;
pub use rows::{LaneRows, REFERENCE_WIDTH, Rows, rows};
pub use scale::{Limits, SHORTEST, Scale};
pub use shapes::Shapes;
pub use undated::Caption;

use crate::data::{Dataset, Day, RecordId, ValueId};

/// The height of the axis above the lanes.
pub const AXIS: i32 = 24;

/// The height of a row of the page. Targets for fingers are 24 pixels high.
const ROW_HEIGHT: i32 = 24;
/// The width of a character of the page's labels, in tenths of a pixel.
const CHAR_WIDTH: i32 = 67;
/// A lane of the page never has more rows than this.
const MOST_ROWS: i32 = 20;
/// All lanes that are shown share about this many rows.
pub const ALL_ROWS: i32 = 74;
/// Within an article, where the drawing is as low as can be read, about this many.
pub const EMBED_ROWS: i32 = 9;

/// What the drawing is made to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The width of the drawing.
    pub width: i32,
    /// The height of a row; 24 makes every mark a target for fingers.
    pub row_height: i32,
    /// The width of a character of a label, in tenths of a pixel.
    pub char_width: i32,
    /// How many rows each lane has, from [`rows`].
    pub rows: Rows,
}

impl Frame {
    /// The frame of the page, live and static, at this width for lanes that need
    /// these rows.
    pub fn of_page(needed: &Rows, width: i32) -> Frame {
        Frame::within(needed, width, ALL_ROWS)
    }

    /// The same for lanes that share about so many rows.
    pub fn within(needed: &Rows, width: i32, rows: i32) -> Frame {
        Frame { width, row_height: ROW_HEIGHT, char_width: CHAR_WIDTH, rows: rows::fit(needed, rows) }
    }

    /// The rows that these lanes of the page need: counted once for a dataset.
    pub fn rows_of_page(dataset: &Dataset, lanes: &[ValueId]) -> Rows {
        rows(dataset, lanes, CHAR_WIDTH, MOST_ROWS)
    }
}

impl Shapes {
    /// The rows that these lanes of the page need.
    pub fn rows_of_page(&mut self, dataset: &Dataset, lanes: &[ValueId]) -> Rows {
        rows::count(dataset, self, lanes, CHAR_WIDTH, MOST_ROWS)
    }
}

/// What is looked at, and from when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The first day of the window.
    pub from: Day,
    /// The last day of the window.
    pub to: Day,
    /// The day from which everything is seen.
    pub as_of: Day,
}

/// A drawing, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Its width.
    pub width: i32,
    /// Its height, which depends on the lanes and the frame's rows alone.
    pub height: i32,
    /// What is the same in every row.
    pub row: RowMetrics,
    /// The calendar, from left to right.
    pub ticks: Vec<Tick>,
    /// The lanes, from top to bottom.
    pub lanes: Vec<Lane>,
    /// The marks, lane by lane; in a lane from left to right, then the strip
    /// for what no source dates.
    pub marks: Vec<Mark>,
    /// The counts of what would collide, lane by lane.
    pub clusters: Vec<Cluster>,
    /// The names of bodies before undated marks that have no names.
    pub captions: Vec<Caption>,
    /// Where the as-of day ends: 0 if before the window, `None` if after.
    pub as_of: Option<i32>,
    /// Where the last day ends that any source can speak of, likewise.
    pub horizon: Option<i32>,
    /// How many records lie before the window, or on both sides of it.
    pub outside_before: usize,
    /// How many records lie after the window.
    pub outside_after: usize,
    /// How many records belong to lanes that are not shown.
    pub elsewhere: usize,
}

/// The inner measures of a row, from its upper edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowMetrics {
    /// Its height.
    pub height: i32,
    /// Where symbols and threads are centred.
    pub middle: i32,
    /// The upper edge of a bar.
    pub bar_y: i32,
    /// The height of a bar.
    pub bar_height: i32,
    /// The upper edge of the thinner bar of an act that took its time.
    pub lasting_y: i32,
    /// The height of that bar.
    pub lasting_height: i32,
    /// The baseline of labels.
    pub baseline: i32,
}

impl RowMetrics {
    /// The measures of a row of this height.
    pub fn of(height: i32) -> RowMetrics {
        let middle = height / 2;
        let bar_height = (height * 2 / 5) | 1;
        let bar_y = middle - bar_height / 2;
        RowMetrics {
            height,
            middle,
            bar_y,
            bar_height,
            lasting_y: bar_y + bar_height + 1,
            lasting_height: 3,
            baseline: middle + 4,
        }
    }
}

/// A line of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where the period begins.
    pub x: i32,
    /// Its name, which stands right of the line; empty without room.
    pub label: String,
    /// Whether it begins a year, or among years a decade or century.
    pub major: bool,
}

/// Lays out the records that are handed in, in the order of the dataset, on
/// the lanes of these values of one facet. In each lane that it belongs to, a
/// record ends up in exactly one mark, cluster or count.
pub fn layout(
    dataset: &Dataset,
    records: &[RecordId],
    lanes: &[ValueId],
    view: View,
    frame: &Frame,
) -> Timeline {
    layout_of((dataset, &mut Shapes::of(dataset)), records, lanes, view, frame)
}

/// The same with what is known of the dataset.
pub fn layout_of(
    (dataset, shapes): (&Dataset, &mut Shapes),
    records: &[RecordId],
    lanes: &[ValueId],
    view: View,
    frame: &Frame,
) -> Timeline {
    let scale = Scale::new(view.from, view.to, frame.width);
    shapes.turn_to(dataset, scale);
    let (shelves, elsewhere) = lane::shelve(dataset, records, lanes, view.as_of);
    let mut timeline = Timeline {
        width: scale.width(),
        height: AXIS,
        row: RowMetrics::of(frame.row_height),
        ticks: ticks::ticks(scale, frame.char_width),
        lanes: Vec::with_capacity(lanes.len()),
        marks: Vec::new(),
        clusters: Vec::new(),
        captions: Vec::new(),
        as_of: end_of(view.as_of, scale),
        horizon: end_of(dataset.horizon, scale),
        outside_before: 0,
        outside_after: 0,
        elsewhere,
    };
    let room = Room::of(records.len(), lanes.len());
    let mut group = None;
    for (nth, (&value, records)) in lanes.iter().zip(&shelves).enumerate() {
        let rows = frame.rows.get(nth).copied().unwrap_or_default();
        let rows = LaneRows { dated: rows.dated.max(1), undated: rows.undated.max(0) };
        let known = (dataset, &*shapes);
        let mut filled =
            lane::fill(known, value, records, (view, scale), (frame, rows, room), timeline.height);
        let of_group = dataset.series.iter().find(|series| series.value == value).map(|series| &series.group);
        filled.lane.opens_group = of_group != group;
        group = of_group;
        timeline.height += filled.lane.height;
        timeline.lanes.push(filled.lane);
        timeline.marks.append(&mut filled.marks);
        timeline.clusters.append(&mut filled.clusters);
        timeline.captions.append(&mut filled.captions);
        timeline.outside_before += filled.before;
        timeline.outside_after += filled.after;
    }
    timeline
}

/// Where a day ends in the window: at its left edge if before, nowhere if after.
fn end_of(day: Day, scale: Scale) -> Option<i32> {
    (day < scale.to()).then(|| scale.day_to_x(Day(day.0 + 1)).max(0))
}
