//! How many records of each value there are among some, remembered from one
//! query to the next so that only what changed is counted again.

use std::ops::Range;

use crate::data::{Facet, ValueId};
use crate::query::bitmap::Bitmap;
use crate::query::lists::Lists;
use crate::query::population::{Changes, Population};

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
    /// For each value, how many records it has.
    pub totals: Vec<u32>,
    /// All records.
    pub all: Bitmap,
    /// The blocks of 512 that they stand in.
    pub blocks: Vec<u32>,
}

/// The last counts, and what was counted.
pub struct Tally {
    /// The records that most facets were counted among.
    pub common: Population,
    /// For each facet that was counted among records of its own, these.
    own: [Option<Population>; Facet::ALL.len()],
    /// For each value, how many of them have it.
    pub counts: Vec<u32>,
}

impl Tally {
    /// Of no records.
    pub fn new(n_records: usize, n_values: usize) -> Tally {
        Tally { common: Population::empty(n_records), own: Default::default(), counts: vec![0; n_values] }
    }

    /// Counts the values of each facet among the records of all sets that are
    /// given for it, and those of facets for which none are among the records
    /// of all common sets. Only these blocks of the sets have changed.
    pub fn count(
        &mut self,
        values: &Values,
        common: &[&Bitmap],
        own: &[Option<Vec<&Bitmap>>],
        blocks: &[u32],
    ) {
        // Beyond this many, one does not go from record to record.
        let limit = values.of_record.n_records() / 32;
        let mut shared = Vec::new();
        for (facet, sets) in own.iter().enumerate() {
            let before = self.own[facet].take();
            if before.is_none() && sets.is_none() {
                shared.push(facet);
                continue;
            }
            let mut records = before.unwrap_or_else(|| self.common.clone());
            let changes = records.become_all_of(sets.as_deref().unwrap_or(common), blocks, limit);
            recount(&mut self.counts, values, &[facet], &records, changes);
            self.own[facet] = sets.is_some().then_some(records);
        }
        let changes = self.common.become_all_of(common, blocks, limit);
        recount(&mut self.counts, values, &shared, &self.common, changes);
    }

    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        let sets = self.own.iter().flatten().chain([&self.common]);
        sets.map(|it| it.records.bytes()).sum::<usize>() + size_of_val(self.counts.as_slice())
    }
}

/// Brings the counts of some facets up to date with a population that changed
/// so, in the way that has least to look at.
fn recount(
    counts: &mut [u32],
    values: &Values,
    facets: &[usize],
    population: &Population,
    mut changes: Changes,
) {
    let of_facets = || facets.iter().flat_map(|facet| values.of_facet[*facet].clone());
    let mut found = counts.to_vec();
    if changes.are_many() {
        // Starts from no record or from all, or goes value by value.
        let blocks = population.records.filled_blocks();
        let n_records = values.of_record.n_records();
        let count = population.count as usize;
        let few = count <= n_records / 2;
        let by_record = count.min(n_records - count) * (values.of_record.n_items() / n_records + 1);
        // To find the count of a value costs about twice what a word does.
        if by_record * 2 > of_facets().count() * blocks.len() * 8 {
            for value in of_facets() {
                counts[value] = values.records[value].count_both_in(&population.records, &blocks);
            }
            return;
        }
        let mut start = if few { Bitmap::empty(n_records) } else { values.all.clone() };
        found = if few { vec![0; counts.len()] } else { values.totals.clone() };
        changes = start.become_all_of(&[&population.records], &values.blocks, n_records);
    }
    // Counts all values of the records, and keeps those of the facets.
    for record in changes.records {
        let change = if population.records.contains(record) { 1 } else { u32::MAX };
        for value in values.of_record.of(record) {
            if let Some(count) = found.get_mut(*value as usize) {
                *count = count.wrapping_add(change);
            }
        }
    }
    of_facets().for_each(|value| counts[value] = found[value]);
}
