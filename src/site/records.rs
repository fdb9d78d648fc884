//! `records.json`: everything the records hold, for whoever builds on them.
//! `docs/records.md` describes it field by field.

use serde::Serialize;

use crate::data::Dataset;
use crate::data::corpus::{About, Corpus, Disagreement, Person, Record, Source, Vocabulary};

#[derive(Serialize)]
struct Release<'a> {
    about: &'a About,
    horizon: String,
    beginning: String,
    sources: &'a [Source],
    people: &'a [Person],
    vocabulary: &'a Vocabulary,
    records: &'a [Record],
    disagreements: &'a [Disagreement],
}

/// The whole dataset as JSON, indented, for people and programs.
pub fn json(corpus: &Corpus, dataset: &Dataset) -> String {
    let release = Release {
        about: &corpus.about,
        horizon: dataset.horizon.iso(),
        beginning: dataset.beginning.iso(),
        sources: &corpus.sources,
        people: &corpus.people,
        vocabulary: &corpus.vocabulary,
        records: &corpus.records,
        disagreements: &corpus.disagreements,
    };
    // Strings, numbers and lists of them cannot fail to be written.
    serde_json::to_string_pretty(&release).unwrap_or_default()
}
