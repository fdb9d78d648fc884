//! Records that found no room, as counts in the last row of a lane.
//!
//! Each count stands in a cell of a fixed grid, so that counts never touch and
//! there are never more than fit.

use crate::data::{Day, RecordId, Span, ValueId};
use crate::timeline::packing::{CLEAR, Found};
use crate::timeline::scale::Scale;

/// A count of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The lane, as a facet value.
    pub lane: ValueId,
    /// Its left edge.
    pub x: i32,
    /// The upper edge of its row.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// The records it stands for; one at least.
    pub records: Vec<RecordId>,
    /// The days over which they begin:
    /// [`Scale::showing`] them spreads the records out. `None` where no zoom
    /// can, because they begin on one day, before the window or on no day;
    /// then the list has them.
    pub opens: Option<Span>,
    /// Whether it belongs to the strip for what no source dates.
    pub undated: bool,
}

/// Gathers what is left over, which is sorted from left to right, in cells of
/// this width at least, with one count in each.
pub fn clusters(left_over: &[Found], lane: ValueId, scale: Scale, cell: i32) -> Vec<Cluster> {
    let width = scale.width();
    let n_cells = (width / cell).max(1);
    let cell_of = |left: &Found| (left.x * n_cells / width).clamp(0, n_cells - 1);
    left_over
        .chunk_by(|a, b| cell_of(a) == cell_of(b))
        .map(|members| {
            let cell = members.first().map_or(0, cell_of);
            let (x0, x1) = (cell * width / n_cells, (cell + 1) * width / n_cells);
            let days = members.iter().map(|left| left.first);
            Cluster {
                lane,
                x: x0 + CLEAR / 2,
                y: 0,
                width: (x1 - x0 - CLEAR).max(1),
                records: members.iter().map(|left| left.record).collect(),
                opens: opens(days, scale),
                undated: false,
            }
        })
        .collect()
}

/// The span of the days, if a window around it would be clearly narrower.
fn opens(days: impl Iterator<Item = Day>, scale: Scale) -> Option<Span> {
    let span = days
        .map(|day| Span::day(day.max(scale.from())))
        .reduce(|a, b| Span { earliest: a.earliest.min(b.earliest), latest: a.latest.max(b.latest) })?;
    let narrower = Scale::showing(span, scale.width()).days() <= scale.days() / 4 * 3;
    (narrower && !span.is_exact()).then_some(span)
}
