//! The table of steps.

use super::{TO_RECORD, iso};
use crate::data::End;
use crate::data::corpus::{Corpus, Record, Step};
use crate::export::column::{Column, list, maybe, required, text, typed};
use crate::export::table::{Head, Table};

const HEAD: Head = Head {
    name: "steps",
    title: "Steps: the dated stages of records",
    key: &["record", "number"],
    references: &[TO_RECORD],
};

pub fn table(corpus: &Corpus) -> Result<Table, String> {
    let columns: &[Column<(&Record, usize, &Step)>] = &[
        text("record", "Id of the record", |(record, ..)| record.id.clone()),
        required(typed("number", "integer", "Place within the record, from 1", |row| row.1.to_string())),
        text("act", "Id of what took place", |(.., step)| step.act.clone()),
        maybe("date", "EDTF; empty where no source gives a date", |(.., step)| step.date.clone()),
        text(
            "end",
            "same (an act of one day), unknown, going-on (when the source was written) or at",
            |row| end(row.2.end).to_string(),
        ),
        text("basis", "stated, inferred, published or scheduled", |(.., step)| step.basis.clone()),
        maybe("article", "The article that a reservation is about", |(.., step)| step.article.clone()),
        maybe("note", "How a date was inferred, or what is odd", |(.., step)| step.note.clone()),
        required(list("claims", "Keys of the claims that assert it", |(.., step)| step.claims.clone())),
        typed("earliest", "date", "First day that the date can mean", |(.., step)| iso(step.first_day())),
        typed("latest", "date", "Last day that the date, or its end, can mean", |(.., step)| {
            iso(step.last_day())
        }),
        required(typed("known", "date", "Last day that its claims can speak of", |(.., step)| {
            step.known.iso()
        })),
    ];
    let rows = corpus.records.iter().flat_map(|record| {
        let steps = (1..).zip(&record.steps);
        steps.map(move |(number, step)| (record, number, step))
    });
    Table::new(HEAD, columns, rows)
}

/// How a step goes on, as `date` alone does not always say: an end that was
/// still to come when the source was written is none.
fn end(end: End) -> &'static str {
    match end {
        End::Same => "same",
        End::Unknown => "unknown",
        End::GoingOn => "going-on",
        End::At(_) => "at",
    }
}
