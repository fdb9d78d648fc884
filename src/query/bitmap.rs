//! A set of records, one bit each, in words of 64.

use crate::data::RecordId;

/// A set of records. Sets that are combined must have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bitmap {
    words: Vec<u64>,
}

impl Bitmap {
    /// No record of `n_records`.
    pub fn empty(n_records: usize) -> Bitmap {
        Bitmap { words: vec![0; n_records.div_ceil(64)] }
    }

    /// All of `n_records`.
    pub fn full(n_records: usize) -> Bitmap {
        let mut words = vec![u64::MAX; n_records.div_ceil(64)];
        if let (Some(last), rest @ 1..) = (words.last_mut(), n_records % 64) {
            *last = (1 << rest) - 1;
        }
        Bitmap { words }
    }

    /// Adds a record. One past the end is ignored.
    pub fn insert(&mut self, record: RecordId) {
        if let Some(word) = self.words.get_mut(record as usize / 64) {
            *word |= 1 << (record % 64);
        }
    }

    /// Whether the record is in the set.
    pub fn contains(&self, record: RecordId) -> bool {
        self.words.get(record as usize / 64).is_some_and(|word| word >> (record % 64) & 1 == 1)
    }

    /// Takes all records out.
    pub fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Keeps only what is also in the other set.
    pub fn keep(&mut self, other: &Bitmap) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds what is in the other set.
    pub fn add(&mut self, other: &Bitmap) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// How many records are in the set.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many records are in both sets.
    pub fn count_both(&self, other: &Bitmap) -> u32 {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones()).sum()
    }

    /// The records of the set, in rising order.
    pub fn iter(&self) -> impl Iterator<Item = RecordId> + '_ {
        (0..).zip(&self.words).flat_map(|(index, word)| {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_agree_with_a_naive_reading() {
        for n_records in [0, 1, 63, 64, 65, 130] {
            let mut odd = Bitmap::empty(n_records);
            let mut third = Bitmap::empty(n_records);
            (0..n_records as u32).filter(|record| record % 2 == 1).for_each(|record| odd.insert(record));
            (0..n_records as u32).filter(|record| record % 3 == 0).for_each(|record| third.insert(record));
            let naive = |keep: &dyn Fn(u32) -> bool| -> Vec<u32> {
                (0..n_records as u32).filter(|record| keep(*record)).collect()
            };
            let mut both = odd.clone();
            both.keep(&third);
            let mut either = odd.clone();
            either.add(&third);
            assert_eq!(both.iter().collect::<Vec<_>>(), naive(&|r| r % 2 == 1 && r % 3 == 0));
            assert_eq!(either.iter().collect::<Vec<_>>(), naive(&|r| r % 2 == 1 || r % 3 == 0));
            assert_eq!(odd.count_both(&third), both.count());
            assert_eq!(Bitmap::full(n_records).count(), n_records as u32);
            assert!(!odd.contains(n_records as u32 + 200));
        }
    }
}
