//! What is the same of every drawing of a dataset, or of every drawing of one
//! window: worked out once, so that a change of the filters only has to look
//! at what it yields.

use crate::data::{Dataset, Day, RecordId, ValueId};
use crate::timeline::mark::Mark;
use crate::timeline::overview::Touched;
use crate::timeline::pieces::Pieces;
use crate::timeline::scale::{Limits, Scale};

/// Where a record stands in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the strip for what no source dates.
    Undated,
    /// Before the window, or on both sides of it.
    Before,
    /// After the window.
    After,
    /// In it.
    Here {
        /// Where its mark begins.
        x: i32,
        /// The first day of which anything is known.
        first: Day,
    },
}

/// The shapes of all records of a dataset.
#[derive(Debug, Default)]
pub struct Shapes {
    pieces: Vec<Pieces>,
    /// For each source of [`Dataset::coverage`] and each value, whether the
    /// source speaks of any record with the value.
    speaks: Vec<Vec<bool>>,
    /// Their places in the window that was drawn last.
    window: Option<(Scale, Vec<Place>)>,
    /// Their places where rows are counted.
    whole: Option<(Scale, Vec<Place>)>,
    touched: Option<Touched>,
}

impl Shapes {
    /// The shapes of the records of a dataset.
    pub fn of(dataset: &Dataset) -> Shapes {
        let mut speaks = vec![vec![false; dataset.values.len()]; dataset.coverage.len()];
        for record in &dataset.records {
            let sources = dataset.coverage.iter().zip(&mut speaks);
            for (_, speaks) in sources.filter(|(it, _)| record.values.contains(&it.source)) {
                for value in &record.values {
                    if let Some(speaks) = speaks.get_mut(*value as usize) {
                        *speaks = true;
                    }
                }
            }
        }
        let pieces = dataset.records.iter().map(|record| Pieces::of(dataset, record));
        Shapes { pieces: pieces.collect(), speaks, ..Shapes::default() }
    }

    /// The pieces of a record.
    pub fn pieces(&self, record: RecordId) -> Option<&Pieces> {
        self.pieces.get(record as usize)
    }

    /// Whether a source speaks of any record with the value; the source by its
    /// place in [`Dataset::coverage`].
    pub fn speaks(&self, source: usize, value: ValueId) -> bool {
        self.speaks.get(source).and_then(|speaks| speaks.get(value as usize)).copied().unwrap_or_default()
    }

    /// Looks at this window from now on.
    pub fn turn_to(&mut self, dataset: &Dataset, scale: Scale) {
        if self.window.as_ref().is_none_or(|(known, _)| *known != scale) {
            self.window = Some((scale, self.places(dataset, scale)));
        }
    }

    /// Looks at all time from now on too, at this width.
    pub fn turn_to_whole(&mut self, dataset: &Dataset, width: i32) {
        let scale = Limits::of(dataset).whole(width);
        if self.whole.as_ref().is_none_or(|(known, _)| *known != scale) {
            self.whole = Some((scale, self.places(dataset, scale)));
        }
    }

    /// The place of a record in a window that was turned to.
    pub fn place(&self, record: RecordId, scale: Scale) -> Option<Place> {
        let known = [&self.window, &self.whole].into_iter().flatten().find(|(known, _)| *known == scale);
        known?.1.get(record as usize).copied()
    }

    fn places(&self, dataset: &Dataset, scale: Scale) -> Vec<Place> {
        let place = |(record, pieces): (RecordId, &Pieces)| {
            let Some(extent) = pieces.extent() else { return Place::Undated };
            // Where a mark begins does not depend on the day.
            match Mark::of(dataset, record, pieces, scale, Day::LATEST) {
                Some(mark) => Place::Here { x: mark.hit.0, first: extent.earliest },
                None if extent.earliest > scale.to() => Place::After,
                None => Place::Before,
            }
        };
        (0..).zip(&self.pieces).map(place).collect()
    }

    /// What each record touches of the overview at this width.
    pub fn touched(&mut self, dataset: &Dataset, width: i32) -> &Touched {
        let known = self.touched.take().filter(|touched| touched.is_of(width));
        self.touched.insert(known.unwrap_or_else(|| Touched::of(dataset, &self.pieces, width)))
    }
}
