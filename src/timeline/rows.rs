//! How many rows each lane has. They are counted once, over all records at one
//! width, so that neither filtering nor resizing ever moves what stands below,
//! and the static drawing is exactly as high as the live one. Only the choice
//! of lanes changes them: the fewer lanes, the more rows for each.

use crate::data::{Dataset, ValueId};
use crate::timeline::lane::{pack_here, shelve, sort};
use crate::timeline::packing::Room;
use crate::timeline::scale::Limits;
use crate::timeline::shapes::Shapes;
use crate::timeline::undated;

/// The width at which rows are counted, and at which the static drawing is made.
pub const REFERENCE_WIDTH: i32 = 960;

/// The strip without dates takes at most this many rows; the rest is a count.
const MOST_UNDATED: i32 = 6;

/// The rows of lanes, in their order.
pub type Rows = Vec<LaneRows>;

/// The rows of one lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LaneRows {
    /// Rows on the axis, one at least.
    pub dated: i32,
    /// Rows for records that no source dates; none if there are no such records.
    pub undated: i32,
}

/// The rows of lanes that share a height: as many for each as it needs, up to
/// the most that leaves all of them together within `budget`, and one at least.
pub fn fit(needed: &Rows, budget: i32) -> Rows {
    let most = needed.iter().map(|rows| rows.dated.max(rows.undated)).max().unwrap_or_default();
    // What has no date says less in a drawing of time, and gets half the room.
    let cut = |rows: &LaneRows, cap: i32| LaneRows {
        dated: rows.dated.min(cap),
        undated: rows.undated.min((cap + 1) / 2),
    };
    let within = |cap: &i32| {
        let heights = needed.iter().map(|rows| cut(rows, *cap)).map(|rows| rows.dated + rows.undated);
        heights.sum::<i32>() <= budget
    };
    let cap = (1..=most).rev().find(within).unwrap_or(1);
    needed.iter().map(|rows| cut(rows, cap)).collect()
}

/// Counts the rows that every record with its name needs when all time is
/// shown as of the end of knowledge, but no more than `most` for a lane.
pub fn rows(dataset: &Dataset, lanes: &[ValueId], char_width: i32, most: i32) -> Rows {
    count(dataset, &mut Shapes::of(dataset), lanes, char_width, most)
}

/// The same with what is known of the dataset.
pub fn count(dataset: &Dataset, shapes: &mut Shapes, lanes: &[ValueId], char_width: i32, most: i32) -> Rows {
    let scale = Limits::of(dataset).whole(REFERENCE_WIDTH);
    shapes.turn_to_whole(dataset, REFERENCE_WIDTH);
    let everything: Vec<u32> = (0..).take(dataset.records.len()).collect();
    let (shelves, _) = shelve(dataset, &everything, lanes, dataset.horizon);
    let count = |records: &Vec<u32>| {
        let sorted = sort(dataset, shapes, records, scale, char_width);
        let used = pack_here(
            dataset,
            shapes,
            sorted.here,
            (scale, dataset.horizon),
            (most, char_width),
            Room::ALONE,
        )
        .rows;
        let strip = undated::rows(&sorted.undated, char_width, REFERENCE_WIDTH);
        LaneRows { dated: used.clamp(1, most.max(1)), undated: strip.min(MOST_UNDATED) }
    };
    shelves.iter().map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_share_a_height_and_one_alone_has_all_it_needs() {
        let needed: Rows =
            [(20, 6), (3, 0), (12, 1), (1, 4)].map(|(dated, undated)| LaneRows { dated, undated }).to_vec();
        let shown = |lanes: &[usize], budget| {
            let needed: Rows = lanes.iter().map(|lane| needed[*lane]).collect();
            fit(&needed, budget).iter().map(|it| (it.dated, it.undated)).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[0, 1, 2, 3], 99), [(20, 6), (3, 0), (12, 1), (1, 4)]);
        assert_eq!(shown(&[0, 1, 2, 3], 20), [(4, 2), (3, 0), (4, 1), (1, 2)]);
        assert_eq!(shown(&[0, 1, 2, 3], 0), [(1, 1), (1, 0), (1, 1), (1, 1)], "one row at least");
        assert_eq!(shown(&[0], 26), [(20, 6)]);
    }
}
