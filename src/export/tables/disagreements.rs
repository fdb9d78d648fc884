//! The table of disagreements.

use crate::data::corpus::{ClaimRef, Corpus, Disagreement, Side};
use crate::export::column::{Column, maybe, required, text, typed};
use crate::export::table::{Head, Reference, Table};

const TO_CLAIM: Reference =
    Reference { from: &["record", "claim"], table: "claims", to: &["record", "claim"] };

const HEAD: Head = Head {
    name: "disagreements",
    title: "Where the sources differ: a row for each claim of each side",
    key: &[],
    references: &[TO_CLAIM],
};

/// A claim of a side, or the side itself where it is silent.
struct Row<'a> {
    disagreement: &'a Disagreement,
    number: usize,
    side: &'a Side,
    claim: Option<&'a ClaimRef>,
}

pub fn table(corpus: &Corpus) -> Result<Table, String> {
    let columns: &[Column<Row>] = &[
        text("disagreement", "Name of the disagreement in links", |row| row.disagreement.id.clone()),
        text("type", "Id of the way in which the sides differ", |row| row.disagreement.kind.clone()),
        text("title", "What it is about", |row| row.disagreement.title.clone()),
        text("about", "What differs and, where it can be told, why", |row| row.disagreement.about.clone()),
        required(typed("side", "integer", "Number of the side, from 1", |row| row.number.to_string())),
        text("holds", "What the side says, in a few words", |row| row.side.holds.clone()),
        maybe("record", "Id of the record whose claim says so", |row| {
            row.claim.map(|claim| claim.record.clone()).unwrap_or_default()
        }),
        maybe("claim", "Key of that claim", |row| {
            row.claim.map(|claim| claim.claim.clone()).unwrap_or_default()
        }),
        maybe("silent", "Id of the document that says nothing", |row| row.side.silent.clone()),
    ];
    let mut rows = Vec::new();
    for disagreement in &corpus.disagreements {
        for (number, side) in (1..).zip(&disagreement.sides) {
            let row = |claim| Row { disagreement, number, side, claim };
            rows.extend(side.claims.iter().map(|claim| row(Some(claim))));
            if side.claims.is_empty() {
                rows.push(row(None));
            }
        }
    }
    Table::new(HEAD, columns, rows)
}
