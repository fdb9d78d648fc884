//! A list of things for each record, all in one piece of memory.

use crate::data::RecordId;

/// The lists, in the order of the records.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    items: Vec<T>,
    /// Where each list begins, and behind them where the last ends.
    bounds: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Lists<T> {
        Lists { items: Vec::new(), bounds: vec![0] }
    }
}

impl<T> Lists<T> {
    /// Adds the list of the next record.
    pub fn push(&mut self, items: impl IntoIterator<Item = T>) {
        self.items.extend(items);
        self.bounds.push(self.items.len() as u32);
    }

    /// How many records have a list, be it empty.
    pub fn n_records(&self) -> usize {
        self.bounds.len() - 1
    }

    /// How many things all lists hold.
    pub fn n_items(&self) -> usize {
        self.items.len()
    }

    /// The list of a record.
    #[inline(always)]
    pub fn of(&self, record: RecordId) -> &[T] {
        match self.bounds.get(record as usize..) {
            Some([begin, end, ..]) => self.items.get(*begin as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The first thing in the list of a record.
    pub fn first_mut(&mut self, record: RecordId) -> Option<&mut T> {
        let begin = self.bounds.get(record as usize)?;
        self.items.get_mut(*begin as usize)
    }

    /// All lists, one after the other.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.n_records() as RecordId).map(|record| self.of(record))
    }

    /// How many bytes they take.
    pub fn bytes(&self) -> usize {
        size_of_val(self.items.as_slice()) + size_of_val(self.bounds.as_slice())
    }
}
