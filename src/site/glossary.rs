//! What each value of each facet means. The facets show it from here.

use crate::data::corpus::{Corpus, label};
use crate::data::dataset::Value;
use crate::data::{Dataset, Facet, NOT_STATED};
use crate::html::{escape, spoken};
use crate::site::date;
use crate::text;

/// The words of all facets. Each stands in the order of the dataset, which the
/// app relies on; a state has one entry for its three values.
pub fn glossary(corpus: &Corpus, dataset: &Dataset) -> String {
    let facets = Facet::ALL.map(|facet| {
        let entries = dataset.values_of(facet).filter(|(_, value)| is_entry(dataset, value));
        let entries: String = entries.map(|(_, value)| entry(corpus, value)).collect();
        format!(
            "<details><summary>{}</summary><dl id=words-{}>{entries}</dl></details>",
            text::facet(facet),
            facet.key()
        )
    });
    format!("<h3 id=words>{}</h3>{}", text::facets::WORDS, facets.concat())
}

/// Whether a value has an entry of its own.
fn is_entry(dataset: &Dataset, value: &Value) -> bool {
    let is_state = |key: &str| dataset.states.iter().any(|state| state.key == key);
    value.facet != Facet::Status || value.key == "not-yet" || is_state(&value.key)
}

fn entry(corpus: &Corpus, value: &Value) -> String {
    format!("<dt>{}<dd>{}", escape(&corpus.label(value)), definition(corpus, value))
}

/// What a value means, as HTML; of a source what it is.
fn definition(corpus: &Corpus, value: &Value) -> String {
    if let Some(source) = corpus.source(&value.key).filter(|_| value.facet == Facet::Source) {
        return format!(
            "<cite>{}</cite>. {}, {}, {}",
            spoken(&source.title),
            spoken(&source.publisher),
            escape(label(&corpus.vocabulary.kinds, &source.kind)),
            date::html(&source.published)
        );
    }
    let states = &corpus.vocabulary.states;
    let state = states.iter().find(|state| value.facet == Facet::Status && state.id == value.key);
    match corpus.term(value).or(state) {
        Some(term) => spoken(&term.definition),
        None if value.key != NOT_STATED => text::facets::NOT_YET_MEANS.to_string(),
        None if value.facet == Facet::Disagreement => text::facets::NONE_NOTED_MEANS.to_string(),
        None => text::facets::NOT_STATED_MEANS.to_string(),
    }
}
