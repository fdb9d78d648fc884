//! Text search: what a reader types, and which records hold it, the best first.
//!
//! Each word must begin a word of the record or of the name of a value that it
//! has. Case and diacritics do not count, another spelling counts, and a slip
//! of the fingers is put right.

pub mod fold;
pub mod highlight;
pub mod needle;
pub mod rank;
pub mod snippet;
pub mod spellings;
pub mod terms;
pub mod typo;
pub mod words;

use crate::data::{Dataset, RecordId};
use crate::query::Bitmap;

pub use needle::Needle;
pub use typo::Correction;
pub use words::Texts;

use spellings::Spellings;
use words::Words;

/// The searchable texts of all records and facet values, folded once.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Of the records, then of the facet values.
    words: Words,
    n_records: usize,
    /// The records that have each value.
    holders: Vec<Vec<RecordId>>,
    spellings: Spellings,
}

/// What a text finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The records that hold all of it.
    pub records: Bitmap,
    /// What it is worth that each record holds it; nothing where it does not.
    pub worths: Vec<u16>,
    /// The same for each facet value, of whose name the last words may be part.
    pub values: Vec<u16>,
    /// Where in the text these last words begin, in bytes.
    pub values_from: usize,
    /// The words that nothing begins with, and what was searched for instead.
    pub corrections: Vec<Correction>,
    /// What to highlight.
    pub needles: Vec<Needle>,
}

impl Search {
    /// Takes the texts of each record and of each facet value, which has a
    /// label for a title and other names, both in the order of the dataset;
    /// and spellings of the same thing: `Uyghur|Uighur;Tibet|Xizang`.
    pub fn new(dataset: &Dataset, records: &[Texts], values: &[Texts], spellings: &str) -> Search {
        let mut words = Words::default();
        records.iter().chain(values).for_each(|texts| words.add(texts));
        let mut holders = vec![Vec::new(); values.len()];
        for (id, record) in (0..).zip(&dataset.records) {
            for value in &record.values {
                if let Some(holders) = holders.get_mut(*value as usize) {
                    holders.push(id);
                }
            }
        }
        Search { words, n_records: records.len(), holders, spellings: Spellings::new(spellings) }
    }

    /// What holds every word of the text; `None` where it has no word.
    pub fn find(&self, text: &str) -> Option<Found> {
        let mut terms = terms::terms(text);
        if terms.is_empty() {
            return None;
        }
        let mut found = Found::default();
        for term in terms.iter_mut().filter(|term| !term.exact) {
            let begun = self.spellings.begin(&term.words)
                || self.words.iter().any(|word| word.starts_with(&term.words));
            if let Some(used) = (!begun).then(|| typo::correct(&self.words, &term.words)).flatten() {
                term.words.clone_from(&used);
                found.corrections.push(Correction { typed: term.typed.clone(), used });
            }
        }
        // Every record holds nothing at all.
        found.worths = vec![1; self.n_records];
        let mut run = vec![(0, 0); self.holders.len()];
        let mut rest = terms.as_slice();
        while let Some(first) = rest.first() {
            let (count, others) = self.spellings.of(rest);
            let (these, after) = rest.split_at(count);
            let own = these.iter().map(|term| Needle { words: term.words.clone(), whole: term.exact });
            let own: Vec<Needle> = own.collect();
            let worths = self.worths(&own, &others);
            let (records, values) = worths.split_at(self.n_records.min(worths.len()));
            for (sum, worth) in found.worths.iter_mut().zip(records) {
                *sum = if *sum > 0 && *worth > 0 { *sum + worth } else { 0 };
            }
            for ((from, sum), worth) in run.iter_mut().zip(values) {
                if *worth == 0 {
                    (*from, *sum) = (0, 0);
                } else {
                    *from = if *sum > 0 { *from } else { first.start };
                    *sum += worth;
                }
            }
            found.needles.extend(own);
            found.needles.extend(others);
            rest = after;
        }
        self.favour_the_phrase(&terms, &mut found.worths);
        // The more of the words are part of a value's name, the better.
        let from = run.iter().filter(|(_, sum)| *sum > 0).map(|(from, _)| *from).min();
        found.values_from = from.unwrap_or(text.len());
        found.values =
            run.iter().map(|(from, sum)| if *from == found.values_from { *sum } else { 0 }).collect();
        found.records = Bitmap::empty(self.n_records);
        for (id, worth) in (0..).zip(&found.worths) {
            if *worth > 0 {
                found.records.insert(id);
            }
        }
        Some(found)
    }

    /// What it is worth to each record and each value to hold all of these
    /// needles, or any of the others.
    fn worths(&self, all: &[Needle], others: &[Needle]) -> Vec<u16> {
        let nothing = vec![0; self.words.documents()];
        let mut worths: Option<Vec<u16>> = None;
        for needle in all {
            let mut these = nothing.clone();
            self.raise(needle, 0, &mut these);
            match &mut worths {
                Some(worths) => {
                    worths.iter_mut().zip(these).for_each(|(one, other)| *one = (*one).min(other))
                }
                None => worths = Some(these),
            }
        }
        let mut worths = worths.unwrap_or(nothing);
        others.iter().for_each(|needle| self.raise(needle, 1, &mut worths));
        worths
    }

    /// Raises the worth of what holds the needle, and of the records that have
    /// a value whose name holds it.
    fn raise(&self, needle: &Needle, cost: u16, worths: &mut [u16]) {
        self.words.find(needle, cost, worths);
        let (records, values) = worths.split_at_mut(self.n_records.min(worths.len()));
        for (holders, worth) in self.holders.iter().zip(values).filter(|(_, worth)| **worth > 0) {
            let name = words::worth_of_name(*worth);
            for record in holders {
                if let Some(worth) = records.get_mut(*record as usize) {
                    *worth = (*worth).max(name);
                }
            }
        }
    }

    /// Of the records that hold several words, those that hold them in a row
    /// are worth more.
    fn favour_the_phrase(&self, terms: &[terms::Term], worths: &mut [u16]) {
        if terms.len() < 2 {
            return;
        }
        let mut phrase = Needle { words: String::new(), whole: false };
        for term in terms {
            if !phrase.words.is_empty() {
                phrase.words.push(' ');
            }
            phrase.words.push_str(&term.words);
        }
        let mut extra = vec![0; self.words.documents()];
        self.words.find(&phrase, 0, &mut extra);
        for (worth, extra) in worths.iter_mut().zip(extra).filter(|(worth, _)| **worth > 0) {
            *worth += extra;
        }
    }
}
