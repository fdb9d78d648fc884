//! The records that a site has chosen for an article: these alone, or all but
//! some of them.

use crate::data::RecordId;
use crate::query::Bitmap;

/// What a site chose, by ids. Everything else that narrows the records down
/// works within it. The default chooses nothing, which leaves all records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The only records shown, in rising order; all where there are none.
    pub pick: Vec<RecordId>,
    /// Records left out, in rising order.
    pub hide: Vec<RecordId>,
}

impl Selection {
    /// Whether anything was chosen.
    pub fn is_any(&self) -> bool {
        !self.pick.is_empty() || !self.hide.is_empty()
    }

    /// The records chosen, of so many; `None` where that is all of them.
    pub fn records(&self, n_records: usize) -> Option<Bitmap> {
        if !self.is_any() {
            return None;
        }
        let mut records =
            if self.pick.is_empty() { Bitmap::full(n_records) } else { Bitmap::empty(n_records) };
        for record in self.pick.iter().filter(|it| (**it as usize) < n_records) {
            records.insert(*record);
        }
        for record in &self.hide {
            records.set(*record, false);
        }
        Some(records)
    }

    /// How many records were chosen, of so many.
    pub fn count(&self, n_records: usize) -> u32 {
        self.records(n_records).map_or(n_records as u32, |records| records.count())
    }
}

/// Puts a record into a list in rising order, once.
pub fn add(records: &mut Vec<RecordId>, record: RecordId) {
    if let Err(place) = records.binary_search(&record) {
        records.insert(place, record);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_these_alone_or_all_but_some() {
        let check = |pick: &[RecordId], hide: &[RecordId], expected: Option<&[RecordId]>| {
            let selection = Selection { pick: pick.to_vec(), hide: hide.to_vec() };
            let records = selection.records(6).map(|records| records.iter().collect::<Vec<_>>());
            assert_eq!(records.as_deref(), expected, "{selection:?}");
            assert_eq!(selection.count(6) as usize, expected.map_or(6, <[RecordId]>::len));
        };
        check(&[], &[], None);
        check(&[1, 4], &[], Some(&[1, 4]));
        check(&[], &[0, 5], Some(&[1, 2, 3, 4]));
        check(&[1, 4], &[4, 5], Some(&[1]));
        check(&[1], &[1], Some(&[]));
        check(&[2, 99], &[700], Some(&[2]));
    }

    #[test]
    fn what_is_added_twice_is_there_once() {
        let mut records = Vec::new();
        [5, 1, 5, 3].iter().for_each(|record| add(&mut records, *record));
        assert_eq!(records, [1, 3, 5]);
    }
}
