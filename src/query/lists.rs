//! A list of things for each record, all in one piece of memory.

use crate::data::RecordId;

/// The lists, in the order of the records.
#[derive(Clone, Debug)]
pub struct Lists<T> {
    items: Vec<T>,
    /// Where each list ends, which is where the next begins.
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Lists<T> {
        Lists { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds the list of the next record.
    pub fn push(&mut self, items: impl IntoIterator<Item = T>) {
        self.items.extend(items);
        self.ends.push(self.items.len() as u32);
    }

    /// How many records have a list, be it empty.
    pub fn n_records(&self) -> usize {
        self.ends.len()
    }

    /// How many things all lists hold.
    pub fn n_items(&self) -> usize {
        self.items.len()
    }

    /// The list of a record.
    pub fn of(&self, record: RecordId) -> &[T] {
        let end = self.ends.get(record as usize).copied().unwrap_or_default();
        self.items.get(self.begin(record)..end as usize).unwrap_or_default()
    }

    /// The first thing in the list of a record.
    pub fn first_mut(&mut self, record: RecordId) -> Option<&mut T> {
        let begin = self.begin(record);
        self.items.get_mut(begin)
    }

    /// All lists, one after the other.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        let mut begin = 0;
        self.ends.iter().map(move |end| {
            let list = self.items.get(begin..*end as usize).unwrap_or_default();
            begin = *end as usize;
            list
        })
    }

    /// How many bytes they take.
    pub fn bytes(&self) -> usize {
        size_of_val(self.items.as_slice()) + size_of_val(self.ends.as_slice())
    }

    fn begin(&self, record: RecordId) -> usize {
        let before = (record as usize).checked_sub(1).and_then(|before| self.ends.get(before));
        before.copied().unwrap_or_default() as usize
    }
}
