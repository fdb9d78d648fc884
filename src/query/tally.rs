//! How many records of each value there are among some, remembered from one
//! query to the next so that only what changed is counted again.

use std::ops::Range;

use crate::data::{Facet, ValueId};
use crate::query::bitmap::Bitmap;
use crate::query::lists::Lists;

/// The records of each value and the values of each record, which say the same
/// in the two ways that counting needs.
pub struct Values {
    /// The values of each facet, in the order of [`Facet::ALL`].
    pub of_facet: [Range<usize>; Facet::ALL.len()],
    /// For each value, its records.
    pub records: Vec<Bitmap>,
    /// For each record, its values: its status, which depends on the as-of day,
    /// and then the others.
    pub of_record: Lists<ValueId>,
}

/// The last counts, and what was counted.
pub struct Tally {
    /// The records that most facets were counted among.
    common: Bitmap,
    /// For each facet that was counted among records of its own, these.
    own: [Option<Bitmap>; Facet::ALL.len()],
    counts: Vec<u32>,
}

impl Tally {
    /// Of no records.
    pub fn new(n_records: usize, n_values: usize) -> Tally {
        Tally { common: Bitmap::empty(n_records), own: Default::default(), counts: vec![0; n_values] }
    }

    /// Counts the values of each facet among records of its own, and those of
    /// facets that have none among the common ones.
    pub fn count(
        &mut self,
        values: &Values,
        common: &Bitmap,
        own: [Option<Bitmap>; Facet::ALL.len()],
    ) -> &[u32] {
        let is_common = |facet: &usize| self.own[*facet].is_none() && own[*facet].is_none();
        let (shared, apart): (Vec<usize>, Vec<usize>) = (0..own.len()).partition(is_common);
        recount(&mut self.counts, values, &shared, &self.common, common);
        for facet in apart {
            let before = self.own[facet].as_ref().unwrap_or(&self.common);
            let after = own[facet].as_ref().unwrap_or(common);
            recount(&mut self.counts, values, &[facet], before, after);
        }
        self.common.clone_from(common);
        self.own = own;
        &self.counts
    }

    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        let sets = self.own.iter().flatten().chain([&self.common]);
        sets.map(Bitmap::bytes).sum::<usize>() + size_of_val(self.counts.as_slice())
    }
}

/// Brings the counts of some facets from one set of records to another, in the
/// way that has least to look at.
fn recount(counts: &mut [u32], values: &Values, facets: &[usize], before: &Bitmap, after: &Bitmap) {
    let changed = before.count_changes(after);
    if changed == 0 {
        return;
    }
    let of_facets = facets.iter().flat_map(|facet| values.of_facet[*facet].clone());
    let few = after.count() < changed;
    let n_visits = if few { after.count() } else { changed };
    // Record by record, each of its values is looked at; value by value, each
    // word of 64 records.
    let n_records = values.of_record.n_records().max(1);
    let by_record = n_visits as usize * (values.of_record.n_items() / n_records + 1);
    if by_record > of_facets.clone().count() * n_records / 64 {
        for value in of_facets {
            counts[value] = values.records[value].count_both(after);
        }
        return;
    }
    // Counts all values of the records, and keeps those of the facets.
    let mut found = if few { vec![0; counts.len()] } else { counts.to_vec() };
    let nothing = Bitmap::empty(if few { n_records } else { 0 });
    let before = if few { &nothing } else { before };
    before.for_each_change(after, |record, enters| {
        let change = if enters { 1 } else { u32::MAX };
        for value in values.of_record.of(record) {
            if let Some(count) = found.get_mut(*value as usize) {
                *count = count.wrapping_add(change);
            }
        }
    });
    of_facets.for_each(|value| counts[value] = found[value]);
}
