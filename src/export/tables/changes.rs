//! The table of changes.

use super::TO_RECORD;
use crate::data::corpus::{Change, Corpus, Record};
use crate::export::column::{Column, text};
use crate::export::table::{Head, Table};

const HEAD: Head = Head {
    name: "changes",
    title: "Changes: what a version of the data has changed of a record",
    key: &["record", "version"],
    references: &[TO_RECORD],
};

pub fn table(corpus: &Corpus) -> Result<Table, String> {
    let columns: &[Column<(&Record, &Change)>] = &[
        text("record", "Id of the record", |(record, _)| record.id.clone()),
        text("version", "Version of the data", |(_, change)| change.version.clone()),
        text("what", "What is new, in our words", |(_, change)| change.what.clone()),
    ];
    let rows =
        corpus.records.iter().flat_map(|record| record.changes.iter().map(move |change| (record, change)));
    Table::new(HEAD, columns, rows)
}
