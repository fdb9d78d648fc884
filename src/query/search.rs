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
use terms::Term;
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
        let first = terms.first()?.start;
        let several = terms.len() > 1;
        let corrections = self.correct(&mut terms);
        self.spellings.add(&mut terms);

        // For each record and value the run of terms that it holds up to the
        // present one: where in the text that begins, and what it is worth.
        let mut runs = vec![(0, 0); self.words.documents()];
        let mut needles = Vec::new();
        for term in terms {
            let mut worths = vec![0; runs.len()];
            for (place, needle) in term.needles.iter().enumerate() {
                self.raise(needle, u16::from(place > 0), &mut worths);
            }
            for ((start, sum), worth) in runs.iter_mut().zip(worths) {
                if worth == 0 || *sum == 0 {
                    (*start, *sum) = (term.start, worth);
                } else {
                    *sum = sum.saturating_add(worth);
                }
            }
            needles.extend(term.needles);
        }
        // Words in a row are worth more.
        let phrase = Needle { words: fold::folded(text), whole: false };
        let mut extra = vec![0; runs.len()];
        if several {
            self.words.find(&phrase, 0, &mut extra);
        }

        // A record must hold all of the terms, a value as many of the last ones
        // as any does.
        let values_from = runs.iter().skip(self.n_records).filter(|(_, sum)| *sum > 0).map(|(from, _)| *from);
        let values_from = values_from.min().unwrap_or(text.len());
        let mut records = Bitmap::empty(self.n_records);
        let mut worths = Vec::with_capacity(runs.len());
        for (id, ((from, sum), extra)) in (0..).zip(runs.into_iter().zip(extra)) {
            let is_record = id < self.n_records;
            let held = sum > 0 && from == if is_record { first } else { values_from };
            worths.push(if held { sum.saturating_add(extra) } else { 0 });
            if held && is_record {
                records.insert(id as RecordId);
            }
        }
        let values = worths.split_off(self.n_records);
        Some(Found { records, worths, values, values_from, corrections, needles })
    }

    /// Puts words right that nothing begins with, where one slip explains them.
    fn correct(&self, terms: &mut [Term]) -> Vec<Correction> {
        let mut corrections = Vec::new();
        for term in terms {
            let Some(own) = term.needles.first_mut().filter(|own| !own.whole) else { continue };
            let begun = |words: &str| self.words.iter().any(|text| text.starts_with(words));
            if self.spellings.begin(&own.words) || begun(&own.words) {
                continue;
            }
            if let Some(used) = typo::correct(&self.words, &own.words) {
                own.words.clone_from(&used);
                corrections.push(Correction { typed: term.typed.clone(), used });
            }
        }
        corrections
    }

    /// Raises the worth of what holds the needle, and of the records that have
    /// a value whose name holds it.
    fn raise(&self, needle: &Needle, cost: u16, worths: &mut [u16]) {
        self.words.find(needle, cost, worths);
        let (records, values) = worths.split_at_mut(self.n_records);
        for (holders, worth) in self.holders.iter().zip(values).filter(|(_, worth)| **worth > 0) {
            let name = words::worth_of_name(*worth);
            for record in holders {
                if let Some(worth) = records.get_mut(*record as usize) {
                    *worth = (*worth).max(name);
                }
            }
        }
    }
}
