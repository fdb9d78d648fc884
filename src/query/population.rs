//! Records that several sets have in common, brought up to date where these
//! change.

use crate::data::RecordId;
use crate::query::bitmap::Bitmap;

/// The records, and how many they are.
#[derive(Clone)]
pub struct Population {
    /// The records.
    pub records: Bitmap,
    /// How many there are.
    pub count: u32,
}

/// What changed of a population.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// How many records came.
    pub came: u32,
    /// How many went.
    pub gone: u32,
    /// Which came or went, where these are not too many to be listed.
    pub records: Vec<RecordId>,
}

impl Changes {
    /// Whether they are too many to be listed.
    pub fn are_many(&self) -> bool {
        (self.came + self.gone) as usize > self.records.len()
    }
}

impl Population {
    /// Of no record of `n_records`.
    pub fn empty(n_records: usize) -> Population {
        Population { records: Bitmap::empty(n_records), count: 0 }
    }

    /// Becomes what all of the sets hold, which have changed in these blocks
    /// only. Lists up to `limit` changes.
    pub fn become_all_of(&mut self, sets: &[&Bitmap], blocks: &[u32], limit: usize) -> Changes {
        let changes = self.records.become_all_of(sets, blocks, limit);
        self.count = self.count + changes.came - changes.gone;
        changes
    }
}
