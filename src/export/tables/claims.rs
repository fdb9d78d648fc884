//! The table of claims.

use serde_json::{Map, json};

use super::{TO_RECORD, TO_SOURCE};
use crate::data::corpus::{Claim, Corpus, Record};
use crate::export::column::{Column, list, maybe, required, text, typed};
use crate::export::table::{Head, Table};

const HEAD: Head = Head {
    name: "claims",
    title: "Claims: who says what, and where",
    key: &["record", "claim"],
    references: &[TO_RECORD, TO_SOURCE],
};

pub fn table(corpus: &Corpus) -> Result<Table, String> {
    let columns: &[Column<(&Record, &Claim)>] = &[
        text("record", "Id of the record", |(record, _)| record.id.clone()),
        text("claim", "Key of the claim within the record", |(_, claim)| claim.key.clone()),
        text("source", "Id of the document", |(_, claim)| claim.source.clone()),
        maybe("section", "Heading that the passage stands under", |(_, claim)| claim.at.section.clone()),
        maybe("row", "Row of a table", |(_, claim)| claim.at.row.clone()),
        typed("note", "integer", "Footnote", |(_, claim)| number(claim.at.note)),
        typed("nth", "integer", "Entry of the footnote", |(_, claim)| number(claim.at.nth)),
        required(typed(
            "counted",
            "boolean",
            "Whether the note's number was counted, being lost in the text",
            |(_, claim)| claim.at.counted.to_string(),
        )),
        typed("page", "integer", "Page, where known", |(_, claim)| number(claim.at.page)),
        text("anchor", "Words of the passage to look for", |(_, claim)| claim.at.anchor.clone()),
        text("says", "What the document says, in our words", |(_, claim)| claim.says.clone()),
        maybe("speaker", "Whose words the document reports", |(_, claim)| claim.speaker.clone()),
        text("as_of", "Up to when the claim can speak, in EDTF", |(_, claim)| claim.as_of.clone()),
        required(typed("known", "date", "Last day that it can speak of", |(_, claim)| claim.known.iso())),
        typed("values", "object", "What it asserts in figures", |(_, claim)| values(claim)),
        list("cites", "Documents that the passage rests on", |(_, claim)| claim.cites.clone()),
        maybe("printed", "A misprint as printed", |(_, claim)| claim.printed.clone()),
        maybe("remark", "What is odd about the passage", |(_, claim)| claim.note.clone()),
    ];
    let rows =
        corpus.records.iter().flat_map(|record| record.claims.iter().map(move |claim| (record, claim)));
    Table::new(HEAD, columns, rows)
}

fn number(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// A JSON object, or nothing where no figure is asserted.
fn values(claim: &Claim) -> String {
    if claim.values.is_empty() {
        return String::new();
    }
    let values: Map<_, _> = claim.values.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    json!(values).to_string()
}
