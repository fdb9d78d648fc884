//! The table of records.

use super::iso;
use crate::data::corpus::{Corpus, Record, days};
use crate::export::column::{Column, list, maybe, required, text, typed};
use crate::export::table::{Head, Table};

const HEAD: Head = Head {
    name: "records",
    title: "Records: one matter each, with one claim or more",
    key: &["id"],
    references: &[],
};

pub fn table(corpus: &Corpus) -> Result<Table, String> {
    let columns: &[Column<&Record>] = &[
        text("id", "Name of the record in links, for ever", |it| it.id.clone()),
        text("series", "Id of its series", |it| it.series.clone()),
        text("title", "What it is about", |it| it.title.clone()),
        text("label", "Short name", |it| it.label.clone()),
        maybe("summary", "Neutral summary; empty where one claim says all", |it| it.summary.clone()),
        list("bodies", "Ids of UN bodies", |it| it.bodies.clone()),
        required(list("themes", "Ids of themes", |it| it.themes.clone())),
        list("places", "Ids of places", |it| it.places.clone()),
        list("parties", "Who took part or is reported to have, as role: who", |it| {
            it.parties.iter().map(|party| format!("{}: {}", party.role, party.who)).collect()
        }),
        list("people", "Ids of people named", |it| it.people.clone()),
        list("documents", "UN symbols and articles of law", |it| it.documents.clone()),
        list("also", "Other names", |it| it.also.clone()),
        typed("earliest", "date", "First day that its first dated step can mean", |it| {
            iso(days(&it.steps).map(|days| days.earliest))
        }),
        typed("latest", "date", "Last day that its last dated step can mean", |it| {
            iso(days(&it.steps).map(|days| days.latest))
        }),
    ];
    Table::new(HEAD, columns, &corpus.records)
}
