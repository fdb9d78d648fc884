//! Reads the findings and the promises, and checks that they count something.

use super::table::{Table, Text};
use super::{Ids, known, values};
use crate::data::corpus::{Finding, Promise, Term, Vocabulary};

/// Reads every `[[finding]]`, once the closed lists are read.
pub fn findings(table: &Table, vocabulary: &Vocabulary) -> Vec<Finding> {
    let mut ids = Ids::default();
    let findings = table.tables("finding");
    let findings = findings.iter().map(|table| {
        let id = table.text("id");
        ids.add(table, &id);
        let states = some_of(table, "states", &vocabulary.states, "state");
        let of = each_of(table, "of", &vocabulary.states, "state");
        for text in of.iter().filter(|text| states.contains(&text.value)) {
            let message = format!("\"{}\" is counted already: `of` names the other states", text.value);
            table.file.mistake(&text.span, message);
        }
        let longest = table.flag("longest");
        let open = |state: &&Term| state.open && states.contains(&state.id);
        if longest && !vocabulary.states.iter().any(|state| open(&state)) {
            table.mistake("`longest` needs an open state: what has ended has no length".to_string());
        }
        let finding = Finding {
            id: id.value,
            label: table.text("label").value,
            definition: table.text("definition").value,
            series: some_of(table, "series", &vocabulary.series, "series"),
            states,
            of: values(of),
            longest,
        };
        table.finish();
        finding
    });
    findings.collect()
}

/// Reads every `[[promise]]`, once the closed lists are read.
pub fn promises(table: &Table, vocabulary: &Vocabulary) -> Vec<Promise> {
    let mut ids = Ids::default();
    let promises = table.tables("promise");
    let promises = promises.iter().map(|table| {
        let id = table.text("id");
        ids.add(table, &id);
        let promise = Promise {
            id: id.value,
            label: table.text("label").value,
            series: some_of(table, "series", &vocabulary.series, "series"),
            acts: some_of(table, "acts", &vocabulary.acts, "act"),
        };
        table.finish();
        promise
    });
    promises.collect()
}

/// The ids of a list, each known.
pub fn each_of(table: &Table, key: &'static str, terms: &[Term], what: &str) -> Vec<Text> {
    let texts = table.texts(key);
    texts.iter().for_each(|text| known(table, text, terms, what));
    texts
}

/// The ids of a list that must not be empty, each known.
fn some_of(table: &Table, key: &'static str, terms: &[Term], what: &str) -> Vec<String> {
    let texts = each_of(table, key, terms, what);
    if texts.is_empty() {
        table.mistake(format!("`{key}` names no {what}: name one at least"));
    }
    values(texts)
}
