//! The tables of the Data Package, each from the corpus.

mod changes;
mod claims;
mod disagreements;
mod links;
mod people;
mod records;
mod sources;
mod steps;
mod vocabularies;

use crate::data::Day;
use crate::data::corpus::Corpus;
use crate::export::table::{Reference, Table};

const TO_RECORD: Reference = Reference { from: &["record"], table: "records", to: &["id"] };
const TO_SOURCE: Reference = Reference { from: &["source"], table: "sources", to: &["id"] };

/// All tables.
///
/// # Errors
/// When a cell cannot be written.
pub fn tables(corpus: &Corpus) -> Result<[Table; 9], String> {
    Ok([
        records::table(corpus)?,
        steps::table(corpus)?,
        claims::table(corpus)?,
        links::table(corpus)?,
        changes::table(corpus)?,
        disagreements::table(corpus)?,
        sources::table(corpus)?,
        people::table(corpus)?,
        vocabularies::table(corpus)?,
    ])
}

fn iso(day: Option<Day>) -> String {
    day.map(Day::iso).unwrap_or_default()
}
