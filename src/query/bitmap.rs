//! A set of records, one bit each.
//!
//! The bits stand in blocks of eight words, and the loops below say what to do
//! with all eight: so they are fast although the page is compiled to be small.

use std::ops::Range;

use crate::data::RecordId;
use crate::query::population::Changes;

/// 512 records.
type Block = [u64; 8];

/// A set of records. Sets that are combined must have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bitmap {
    blocks: Vec<Block>,
}

impl Bitmap {
    /// No record of `n_records`.
    pub fn empty(n_records: usize) -> Bitmap {
        Bitmap { blocks: vec![[0; 8]; n_records.div_ceil(512)] }
    }

    /// All of `n_records`.
    pub fn full(n_records: usize) -> Bitmap {
        let mut full = Bitmap::empty(n_records);
        for (word, first) in full.words_mut().iter_mut().zip((0..n_records).step_by(64)) {
            *word = u64::MAX >> 64_usize.saturating_sub(n_records - first);
        }
        full
    }

    /// Adds a record. One past the end is ignored.
    pub fn insert(&mut self, record: RecordId) {
        self.set(record, true);
    }

    /// Adds a record or takes it out. One past the end is ignored.
    pub fn set(&mut self, record: RecordId, within: bool) {
        if let Some(word) = self.words_mut().get_mut(record as usize / 64) {
            let bit = record % 64;
            *word = *word & !(1 << bit) | u64::from(within) << bit;
        }
    }

    /// Whether the record is in the set.
    pub fn contains(&self, record: RecordId) -> bool {
        self.words().get(record as usize / 64).is_some_and(|word| word >> (record % 64) & 1 == 1)
    }

    /// Keeps only what is also in the other set.
    pub fn keep(&mut self, other: &Bitmap) {
        for (block, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *block = each(block, other, |a, b| a & b);
        }
    }

    /// Adds what is in the other set.
    pub fn add(&mut self, other: &Bitmap) {
        for (block, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *block = each(block, other, |a, b| a | b);
        }
    }

    /// Takes out what is in the other set.
    pub fn remove(&mut self, other: &Bitmap) {
        for (block, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *block = each(block, other, |a, b| a & !b);
        }
    }

    /// Becomes what is in one of the sets and not in the other.
    pub fn differ(&mut self, other: &Bitmap) {
        for (block, other) in self.blocks.iter_mut().zip(&other.blocks) {
            *block = each(block, other, |a, b| a ^ b);
        }
    }

    /// How many records are in the set.
    pub fn count(&self) -> u32 {
        self.count_both(self)
    }

    /// How many records are in both sets.
    pub fn count_both(&self, other: &Bitmap) -> u32 {
        let blocks = self.blocks.iter().zip(&other.blocks);
        blocks.map(|(block, other)| ones(each(block, other, |a, b| a & b))).sum()
    }

    /// How many records of the set lie from one record up to another. Records
    /// stand in the order of time, so that this counts what a year holds.
    pub fn count_within(&self, records: Range<RecordId>) -> u32 {
        let before = |end: RecordId, blocks: &[Block]| {
            let mut count = 0;
            for (first, word) in (0..end % 512).step_by(64).zip(blocks.first().into_iter().flatten()) {
                let beyond = 64_u32.saturating_sub(end % 512 - first);
                count += (word << beyond).count_ones();
            }
            count
        };
        let from = self.blocks.get(records.start as usize / 512..).unwrap_or_default();
        let to = self.blocks.get(records.end as usize / 512..).unwrap_or_default();
        let whole = from.iter().take(from.len() - to.len().min(from.len()));
        let whole: u32 = whole.map(|block| ones(*block)).sum();
        whole + before(records.end, to) - before(records.start, from)
    }

    /// Becomes, in these blocks, what is in all of the sets. Lists up to `limit`
    /// of the records that thereby come or go.
    pub(super) fn become_all_of(&mut self, sets: &[&Bitmap], blocks: &[u32], limit: usize) -> Changes {
        let mut changes = Changes::default();
        for index in blocks {
            let Some(block) = self.blocks.get_mut(*index as usize) else { continue };
            let mut all = [u64::MAX; 8];
            for set in sets.iter().filter_map(|set| set.blocks.get(*index as usize)) {
                all = each(&all, set, |a, b| a & b);
            }
            let changed = each(block, &all, |a, b| a ^ b);
            let n_changed = ones(changed);
            if n_changed > 0 {
                let came = ones(each(&changed, &all, |a, b| a & b));
                changes.came += came;
                changes.gone += n_changed - came;
                if (changes.came + changes.gone) as usize <= limit {
                    push_records(&mut changes.records, &changed, *index);
                }
                *block = all;
            }
        }
        changes
    }

    /// The blocks that hold any record.
    pub(super) fn filled_blocks(&self) -> Vec<u32> {
        let blocks = (0..).zip(&self.blocks);
        blocks.filter(|(_, block)| ones(**block) > 0).map(|(index, _)| index).collect()
    }

    /// How many records are in both sets, in these blocks.
    pub(super) fn count_both_in(&self, other: &Bitmap, blocks: &[u32]) -> u32 {
        let mut count = 0;
        for index in blocks {
            let pair = self.blocks.get(*index as usize).zip(other.blocks.get(*index as usize));
            count += pair.map_or(0, |(block, other)| ones(each(block, other, |a, b| a & b)));
        }
        count
    }

    /// The records of the set, in rising order.
    pub fn iter(&self) -> impl Iterator<Item = RecordId> + '_ {
        (0..).zip(self.words()).flat_map(|(index, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                Some(index * 64 + bit)
            })
        })
    }

    /// The words, 64 records each; the last may stand for no record.
    pub(super) fn words_mut(&mut self) -> &mut [u64] {
        self.blocks.as_flattened_mut()
    }

    fn words(&self) -> &[u64] {
        self.blocks.as_flattened()
    }

    /// How many bytes it takes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.words())
    }
}

/// The same for each word of two blocks, written out: a compiler that saves
/// bytes would not.
#[inline(always)]
fn each(a: &Block, b: &Block, f: impl Fn(u64, u64) -> u64) -> Block {
    [
        f(a[0], b[0]),
        f(a[1], b[1]),
        f(a[2], b[2]),
        f(a[3], b[3]),
        f(a[4], b[4]),
        f(a[5], b[5]),
        f(a[6], b[6]),
        f(a[7], b[7]),
    ]
}

/// Adds the records of a block.
fn push_records(records: &mut Vec<RecordId>, block: &Block, index: u32) {
    for (first, word) in (index * 512..).step_by(64).zip(block) {
        let mut rest = *word;
        while rest != 0 {
            records.push(first + rest.trailing_zeros());
            rest &= rest - 1;
        }
    }
}

#[inline(always)]
fn ones(block: Block) -> u32 {
    let [a, b, c, d, e, f, g, h] = block;
    let first = a.count_ones() + b.count_ones() + c.count_ones() + d.count_ones();
    first + e.count_ones() + f.count_ones() + g.count_ones() + h.count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_agree_with_a_naive_reading() {
        for n_records in [0, 1, 63, 64, 65, 130, 511, 512, 513, 1100] {
            let mut odd = Bitmap::empty(n_records);
            let mut third = Bitmap::empty(n_records);
            (0..n_records as u32).filter(|record| record % 2 == 1).for_each(|record| odd.insert(record));
            (0..n_records as u32).filter(|record| record % 3 == 0).for_each(|record| third.insert(record));
            let naive = |keep: &dyn Fn(u32) -> bool| -> Vec<u32> {
                (0..n_records as u32).filter(|record| keep(*record)).collect()
            };
            let list = |set: &Bitmap| set.iter().collect::<Vec<_>>();
            let (mut both, mut either, mut only) = (odd.clone(), odd.clone(), odd.clone());
            both.keep(&third);
            either.add(&third);
            only.remove(&third);
            assert_eq!(list(&both), naive(&|r| r % 2 == 1 && r % 3 == 0));
            assert_eq!(list(&either), naive(&|r| r % 2 == 1 || r % 3 == 0));
            assert_eq!(list(&only), naive(&|r| r % 2 == 1 && r % 3 != 0));
            assert_eq!(odd.count_both(&third), both.count());
            let full = Bitmap::full(n_records);
            assert_eq!(list(&full), naive(&|_| true));
            assert_eq!(full.count(), n_records as u32);
            assert!(!odd.contains(n_records as u32 + 2000));
            for start in (0..n_records as u32).step_by(7) {
                for end in (start..=n_records as u32).step_by(5) {
                    assert_eq!(odd.count_within(start..end), end / 2 - start / 2);
                }
            }
            let differ = naive(&|r| (r % 2 == 1) != (r % 6 == 3));
            let blocks = full.filled_blocks();
            let mut changing = odd.clone();
            let changes = changing.become_all_of(&[&odd, &third], &blocks, differ.len());
            assert_eq!((changes.came, changes.gone as usize), (0, differ.len()));
            assert_eq!(changes.records, differ);
            assert_eq!(changing, both);
            assert_eq!(odd.count_both_in(&third, &blocks), both.count());
            let changes = both.become_all_of(&[&full], &blocks, 0);
            assert_eq!((changes.came, changes.gone), (full.count() - changing.count(), 0));
            assert!(changes.records.is_empty());
        }
    }
}
