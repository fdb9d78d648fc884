//! The table of sources.

use crate::data::corpus::{Corpus, Source};
use crate::export::column::{Column, list, maybe, text};
use crate::export::table::{Head, Table};

const HEAD: Head =
    Head { name: "sources", title: "The documents that the records rest on", key: &["id"], references: &[] };

pub fn table(corpus: &Corpus) -> Result<Table, String> {
    let columns: &[Column<&Source>] = &[
        text("id", "Name of the document in files and addresses", |it| it.id.clone()),
        text("title", "As published, or descriptive where lost", |it| it.title.clone()),
        text("short", "Name used beside claims", |it| it.short.clone()),
        list("authors", "As printed", |it| it.authors.clone()),
        text("publisher", "Who published it", |it| it.publisher.clone()),
        text("kind", "Id of the kind of publisher", |it| it.kind.clone()),
        text("published", "When, in EDTF", |it| it.published.clone()),
        text("as_of", "Up to when it can speak, in EDTF", |it| it.as_of.clone()),
        text("examined", "Years that it looked into, in EDTF", |it| it.examined.clone()),
        text("examined_because", "Why we say so", |it| it.examined_because.clone()),
        text("language", "Language tag", |it| it.language.clone()),
        maybe("address", "Address, where known", |it| it.address.clone()),
        maybe("archived", "Address of an archived copy", |it| it.archived.clone()),
        text("sha256", "SHA-256 of the text that was read", |it| it.sha256.clone()),
        text("describes_itself", "The publisher about itself", |it| it.describes_itself.clone()),
        text("held", "What part of it was read", |it| it.held.clone()),
    ];
    Table::new(HEAD, columns, &corpus.sources)
}
