//! Reads the disagreements and checks that every side has somebody to say it.

use std::collections::BTreeMap;

use super::known;
use super::record::check_prose;
use super::table::{Table, Text, did_you_mean};
use crate::data::corpus::{ClaimRef, Corpus, Disagreement, Side};

const TITLE_LENGTH: usize = 90;
const HOLDS_LENGTH: usize = 90;
const ABOUT_LENGTH: usize = 280;

/// Reads every `[[disagreement]]`, once all records are read.
pub fn read(table: &Table, corpus: &Corpus) -> Vec<Disagreement> {
    let mut ids = super::Ids::default();
    let disagreements = table.tables("disagreement");
    let disagreements = disagreements.iter().map(|table| {
        let id = table.text("id");
        ids.add(table, &id);
        super::not_of_the_page(table, &id);
        if corpus.record(&id.value).is_some() {
            let message = format!("\"{}\" is a record already: choose another id", id.value);
            table.file.mistake(&id.span, message);
        }
        let kind = table.text("type");
        known(table, &kind, &corpus.vocabulary.conflicts, "type of disagreement");
        let mut seen = Seen::default();
        let sides = (1..).zip(table.tables("sides"));
        let sides: Vec<Side> =
            sides.map(|(number, side)| read_side(&side, number, corpus, &mut seen)).collect();
        if sides.len() < 2 {
            table.mistake("a disagreement needs two `sides` at least".to_string());
        }
        if sides.iter().all(|side| side.claims.is_empty()) {
            table.mistake("no side names a claim: one at least must say something".to_string());
        }
        let disagreement = Disagreement {
            title: check_prose(table, table.text("title"), TITLE_LENGTH, corpus),
            about: check_prose(table, table.text("about"), ABOUT_LENGTH, corpus),
            id: id.value,
            kind: kind.value,
            sides,
        };
        table.finish();
        disagreement
    });
    let disagreements = disagreements.collect();
    table.finish();
    disagreements
}

/// The claims of a disagreement so far, each with the number of its side.
type Seen = BTreeMap<String, usize>;

fn read_side(table: &Table, number: usize, corpus: &Corpus, seen: &mut Seen) -> Side {
    let silent = table.optional_text("silent");
    if !silent.value.is_empty() && corpus.source(&silent.value).is_none() {
        let ids: Vec<&str> = corpus.sources.iter().map(|source| source.id.as_str()).collect();
        let message = format!("unknown source \"{}\"{}", silent.value, did_you_mean(&silent.value, &ids));
        table.file.mistake(&silent.span, message);
    }
    let places: Vec<Text> = table.texts("claims");
    if places.is_empty() == silent.value.is_empty() {
        let message = "a side names either `claims`, as [\"record#a\"], or the source that is `silent`";
        table.mistake(message.to_string());
    }
    let mut claims = Vec::new();
    for text in &places {
        let Some(place) = read_place(table, text, corpus) else { continue };
        claims.push(place);
        if let Some(other) = seen.insert(text.value.clone(), number) {
            let same = "stands twice on this side: remove one";
            let wrong = if other == number { same } else { "stands on another side too: choose one" };
            table.file.mistake(&text.span, format!("{} {wrong}", text.value));
        }
    }
    let side = Side {
        holds: check_prose(table, table.text("holds"), HOLDS_LENGTH, corpus),
        claims,
        silent: silent.value,
    };
    table.finish();
    side
}

/// Reads `record#claim`, which must exist.
fn read_place(table: &Table, text: &Text, corpus: &Corpus) -> Option<ClaimRef> {
    let (record, claim) = text.value.split_once('#').unwrap_or((&text.value, ""));
    let place = ClaimRef { record: record.to_string(), claim: claim.to_string() };
    if corpus.claim(&place).is_some() {
        return Some(place);
    }
    let message = match corpus.record(record) {
        None => {
            let ids: Vec<&str> = corpus.records.iter().map(|record| record.id.as_str()).collect();
            format!("no record is called \"{record}\"{}", did_you_mean(record, &ids))
        }
        Some(found) => {
            let keys: Vec<&str> = found.claims.iter().map(|claim| claim.key.as_str()).collect();
            format!("write record#claim; \"{record}\" has the claims {}", keys.join(", "))
        }
    };
    table.file.mistake(&text.span, message);
    None
}
