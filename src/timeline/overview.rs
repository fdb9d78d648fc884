//! The small overview under the brush: how many records touch each stretch of
//! time, by series, and where the window stands in the whole.

use crate::data::{Dataset, Day, RecordId};
use crate::timeline::View;
use crate::timeline::packing::sort;
use crate::timeline::pieces::Pieces;
use crate::timeline::scale::{Limits, Scale};

/// The least width of a bin.
const BIN: i32 = 6;

/// A histogram of all time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// From days to its pixels and back, for the brush.
    pub scale: Scale,
    /// Its bins from left to right; those that hold nothing are left out.
    pub bins: Vec<Bin>,
    /// The greatest number of records in one bin, all series together.
    pub most: u32,
    /// The left and right edge of the window.
    pub window: (i32, i32),
}

/// The records that touch a stretch of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bin {
    /// Its left edge.
    pub x: i32,
    /// Its width.
    pub width: i32,
    /// The number of records of each series, in the order of
    /// [`Dataset::series`].
    pub counts: Vec<u32>,
}

/// For each record, the bins that it touches at one width.
#[derive(Clone, Debug)]
pub struct Touched {
    scale: Scale,
    n_bins: usize,
    /// From the first bin to the last, without gaps; all records together.
    runs: Vec<(u32, u32)>,
    /// Where the runs of each record end.
    ends: Vec<u32>,
}

impl Touched {
    /// What the pieces of each record touch.
    pub fn of(dataset: &Dataset, pieces: &[Pieces], width: i32) -> Touched {
        let scale = Limits::of(dataset).whole(width);
        let n_bins = usize::try_from(scale.width() / BIN).unwrap_or_default().max(1);
        let bin_of = |day: Day| {
            let x = i64::from(scale.day_to_x(day).clamp(0, scale.width() - 1));
            (x * n_bins as i64 / i64::from(scale.width())) as i32
        };
        let mut touched = Touched { scale, n_bins, runs: Vec::new(), ends: Vec::with_capacity(pieces.len()) };
        for pieces in pieces {
            let mut runs: Vec<(i32, i32)> =
                pieces.spans().map(|span| (bin_of(span.earliest), bin_of(span.latest))).collect();
            sort(&mut runs);
            let mut free = 0;
            for (first, last) in runs {
                // Pieces that share a bin count once.
                let first = first.max(free);
                if first <= last {
                    touched.runs.push((first as u32, last as u32));
                    free = last + 1;
                }
            }
            touched.ends.push(touched.runs.len() as u32);
        }
        touched
    }

    /// Whether it is of this width.
    pub fn is_of(&self, width: i32) -> bool {
        self.scale.width() == width.max(1)
    }

    fn of_record(&self, record: RecordId) -> &[(u32, u32)] {
        let end = |index: usize| self.ends.get(index).map_or(0, |end| *end as usize);
        let begin = (record as usize).checked_sub(1).map_or(0, end);
        self.runs.get(begin..end(record as usize)).unwrap_or_default()
    }

    /// Counts the records over all time that the dataset spans.
    pub fn overview(&self, dataset: &Dataset, records: &[RecordId], view: View) -> Overview {
        let (scale, n_bins) = (self.scale, self.n_bins);
        let edge = |bin: usize| (bin as i64 * i64::from(scale.width()) / n_bins as i64) as i32;
        // What begins in a bin, minus what ended before it; sums make counts.
        let mut changes: Vec<Vec<i32>> = vec![vec![0; n_bins + 1]; dataset.series.len()];
        for &id in records {
            let series = dataset.records.get(id as usize).map(|record| usize::from(record.series));
            let Some(changes) = series.and_then(|series| changes.get_mut(series)) else { continue };
            for (first, last) in self.of_record(id) {
                if let Some(change) = changes.get_mut(*first as usize) {
                    *change += 1;
                }
                if let Some(change) = changes.get_mut(*last as usize + 1) {
                    *change -= 1;
                }
            }
        }
        let mut running = vec![0_i32; changes.len()];
        let mut bins = Vec::new();
        let mut most = 0;
        for bin in 0..n_bins {
            for (sum, changes) in running.iter_mut().zip(&changes) {
                *sum += changes.get(bin).copied().unwrap_or_default();
            }
            let counts: Vec<u32> = running.iter().map(|&sum| sum.max(0) as u32).collect();
            let all = counts.iter().sum();
            most = most.max(all);
            if all > 0 {
                bins.push(Bin { x: edge(bin), width: edge(bin + 1) - edge(bin), counts });
            }
        }
        let shown = Scale::new(view.from, view.to, 1);
        let x0 = scale.day_to_x(shown.from()).clamp(0, scale.width());
        let x1 = scale.day_to_x(Day(shown.to().0 + 1)).clamp(x0, scale.width());
        Overview { scale, bins, most, window: (x0, x1) }
    }
}

/// Counts the records over all time that the dataset spans, in a drawing of
/// this width.
pub fn overview(dataset: &Dataset, records: &[RecordId], view: View, width: i32) -> Overview {
    let pieces: Vec<Pieces> = dataset.records.iter().map(|record| Pieces::of(dataset, record)).collect();
    Touched::of(dataset, &pieces, width).overview(dataset, records, view)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_makes_an_empty_overview() {
        let dataset = Dataset::default();
        let view = View { from: dataset.beginning, to: dataset.horizon, as_of: dataset.horizon };
        for width in [0, 1, 5, 960] {
            let overview = overview(&dataset, &[], view, width);
            assert_eq!((overview.bins.len(), overview.most), (0, 0));
        }
    }
}
