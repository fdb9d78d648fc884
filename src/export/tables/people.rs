//! The table of people.

use crate::data::corpus::{Corpus, Person};
use crate::export::column::{Column, list, maybe, required, text, typed};
use crate::export::table::{Head, Table};

const HEAD: Head = Head {
    name: "people",
    title: "People whom a source names as a public case",
    key: &["id"],
    references: &[],
};

pub fn table(corpus: &Corpus) -> Result<Table, String> {
    let columns: &[Column<&Person>] = &[
        text("id", "Name in files, never the person's", |it| it.id.clone()),
        maybe("name", "Empty where withheld", |it| it.name.clone()),
        maybe("chinese", "In Chinese characters, where a source prints them", |it| it.chinese.clone()),
        list("also", "Other spellings", |it| it.also.clone()),
        maybe("reason", "Why the name is there; empty where withheld", |it| it.reason.clone()),
        maybe("harm", "What naming the person may do to them; empty where withheld", |it| it.harm.clone()),
        maybe("last_known", "What the sources know last; empty where withheld", |it| it.last_known.clone()),
        text("as_of", "And from when, in EDTF", |it| it.as_of.clone()),
        required(typed("withheld", "boolean", "Whether the name is withheld", |it| it.withhold.to_string())),
    ];
    Table::new(HEAD, columns, &corpus.people)
}
