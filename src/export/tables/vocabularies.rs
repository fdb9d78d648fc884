//! The table of the closed lists.

use crate::data::corpus::{Corpus, Term};
use crate::export::column::{Column, list, maybe, text, typed};
use crate::export::table::{Head, Table};

const HEAD: Head = Head {
    name: "vocabularies",
    title: "The closed lists, with definitions",
    key: &["list", "id"],
    references: &[],
};

pub fn table(corpus: &Corpus) -> Result<Table, String> {
    let columns: &[Column<(&str, &Term)>] = &[
        text("list", "Which closed list", |(list, _)| list.to_string()),
        text("id", "Name of the value", |(_, term)| term.id.clone()),
        text("label", "What the page calls it", |(_, term)| term.label.clone()),
        maybe("definition", "What it means here", |(_, term)| term.definition.clone()),
        list("also", "Other spellings", |(_, term)| term.also.clone()),
        maybe("group", "Of a series: its group", |(_, term)| term.group.clone()),
        maybe("state", "Of an act: the state it leads to", |(_, term)| term.state.clone()),
        typed("open", "boolean", "Of a state: whether it can end unreported", |(list, term)| {
            if *list == "state" { term.open.to_string() } else { String::new() }
        }),
        maybe("check", "Of a state: where its present form can be looked up", |(_, term)| term.check.clone()),
        maybe("inverse", "Of a link: its name from the other side", |(_, term)| term.inverse.clone()),
    ];
    let rows = corpus
        .vocabulary
        .lists()
        .into_iter()
        .flat_map(|(list, terms)| terms.iter().map(move |term| (list, term)));
    Table::new(HEAD, columns, rows)
}
