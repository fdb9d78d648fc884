//! Reads the disagreements and checks that every side has somebody to say it.

use std::collections::BTreeSet;

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
        if corpus.record(&id.value).is_some() {
            let message = format!("\"{}\" is a record already: choose another id", id.value);
            table.file.mistake(&id.span, message);
        }
        let kind = table.text("type");
        known(table, &kind, &corpus.vocabulary.conflicts, "type of disagreement");
        let sides: Vec<Side> = table.tables("sides").iter().map(|side| read_side(side, corpus)).collect();
        if sides.len() < 2 {
            table.mistake("a disagreement needs two `sides` at least".to_string());
        }
        if sides.iter().all(|side| side.claims.is_empty()) {
            table.mistake("no side names a claim: one at least must say something".to_string());
        }
        let mut seen = BTreeSet::new();
        for claim in sides.iter().flat_map(|side| &side.claims) {
            if !seen.insert((&claim.record, &claim.claim)) {
                let message = format!("{}#{} stands on two sides: choose one", claim.record, claim.claim);
                table.mistake(message);
            }
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

fn read_side(table: &Table, corpus: &Corpus) -> Side {
    let silent = table.optional_text("silent");
    if !silent.value.is_empty() && corpus.source(&silent.value).is_none() {
        let ids: Vec<&str> = corpus.sources.iter().map(|source| source.id.as_str()).collect();
        let message = format!("unknown source \"{}\"{}", silent.value, did_you_mean(&silent.value, &ids));
        table.file.mistake(&silent.span, message);
    }
    let claims: Vec<Text> = table.texts("claims");
    if claims.is_empty() == silent.value.is_empty() {
        let message = "a side names either `claims`, as [\"record#a\"], or the source that is `silent`";
        table.mistake(message.to_string());
    }
    let side = Side {
        holds: check_prose(table, table.text("holds"), HOLDS_LENGTH, corpus),
        claims: claims.iter().filter_map(|text| read_place(table, text, corpus)).collect(),
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
