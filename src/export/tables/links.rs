//! The table of links between records.

use super::TO_RECORD;
use crate::data::corpus::{Corpus, Link, Record};
use crate::export::column::{Column, text};
use crate::export::table::{Head, Reference, Table};

const TO_OTHER: Reference = Reference { from: &["to"], table: "records", to: &["id"] };

const HEAD: Head = Head {
    name: "links",
    title: "Typed links between records",
    key: &["record", "type", "to"],
    references: &[TO_RECORD, TO_OTHER],
};

pub fn table(corpus: &Corpus) -> Result<Table, String> {
    let columns: &[Column<(&Record, &Link)>] = &[
        text("record", "Id of the record that links", |(record, _)| record.id.clone()),
        text("type", "Id of the type of link", |(_, link)| link.kind.clone()),
        text("to", "Id of the record linked to", |(_, link)| link.to.clone()),
    ];
    let rows = corpus.records.iter().flat_map(|record| record.links.iter().map(move |link| (record, link)));
    Table::new(HEAD, columns, rows)
}
