//! The facets as HTML: every value with its label and other spellings, and how
//! a facet is searched, sorted and read. The app adopts them and fills in the
//! counts.

use crate::data::corpus::{Corpus, Term};
use crate::data::dataset::Value;
use crate::data::{Dataset, Facet, NOT_STATED};
use crate::html::escape;
use crate::query::{Index, Mode, Query};
use crate::text;

/// A facet that offers more values than this can be searched.
const LONG: usize = 12;

/// All facets, closed: on a phone they would stand before the records. The
/// buttons stand in the order of [`Dataset::values`], which the app relies on.
pub fn facets(corpus: &Corpus, dataset: &Dataset) -> String {
    let counts = Index::new(dataset).run(dataset, &Query::default(), None).counts;
    let group = |facet: &Facet| {
        let offered = dataset.values_of(*facet).filter(|(id, _)| counts.get(*id as usize) > Some(&0));
        let buttons: String = dataset.values_of(*facet).map(|(_, value)| button(corpus, value)).collect();
        format!(
            "<details class=facet><summary>{name}</summary><div class=how>{how}</div>\
             <ul aria-label=\"{name}\">{buttons}</ul></details>",
            name = text::facet(*facet),
            how = how(*facet, offered.count() > LONG),
        )
    };
    Facet::ALL.iter().map(group).collect()
}

/// How the values of a facet are searched, taken together, sorted, explained.
fn how(facet: Facet, is_long: bool) -> String {
    let name = text::facet(facet);
    let find = format!(
        "<input data-find autocomplete=off spellcheck=false placeholder=\"{find} {name}\" aria-label=\"{find} {name}\">\
         <p class=left role=status></p>",
        find = text::facets::FIND_IN,
    );
    let mode = |mode: &Mode| (mode.key(), text::facets::MODES[*mode as usize]);
    format!(
        "{find}{modes}{orders}<button type=button data-define aria-pressed=false>{define}</button>",
        find = if is_long { find } else { String::new() },
        modes = select("data-mode disabled", text::facets::MODE, name, Mode::of(facet).iter().map(mode)),
        orders = select("data-order", text::facets::ORDER, name, text::facets::ORDERS.into_iter()),
        define = text::facets::DEFINITIONS,
    )
}

fn select(
    attributes: &str,
    label: &str,
    facet: &str,
    options: impl Iterator<Item = (&'static str, &'static str)>,
) -> String {
    let options = options.map(|(value, words)| format!("<option value={value}>{words}"));
    format!(
        "<select {attributes} autocomplete=off aria-label=\"{facet}: {label}\">{}</select>",
        options.collect::<String>()
    )
}

fn button(corpus: &Corpus, value: &Value) -> String {
    let group = corpus.term(value).map(|term| group_of(corpus, term)).unwrap_or_default();
    let aliases = corpus.aliases(value);
    let also =
        if aliases.is_empty() { String::new() } else { format!(" data-also=\"{}\"", escape(&aliases)) };
    format!(
        "<li hidden><button type=button tabindex=-1 aria-pressed=false data-facet={} data-value={}{group}{also}>\
         <span>{}</span> <span class=n></span></button>",
        value.facet.key(),
        escape(&value.key),
        escape(&corpus.label(value)),
    )
}

/// The group of a series, which the drawing names.
fn group_of(corpus: &Corpus, term: &Term) -> String {
    let group = corpus.vocabulary.groups.iter().find(|group| group.id == term.group);
    group.map(|group| format!(" data-group=\"{}\"", escape(&group.label))).unwrap_or_default()
}

impl Corpus {
    /// What the page calls a facet value.
    pub fn label(&self, value: &Value) -> String {
        if let Some(term) = self.term(value) {
            return term.label.clone();
        }
        if value.facet == Facet::Source {
            return self.source(&value.key).map(|source| source.short.clone()).unwrap_or_default();
        }
        if value.key == NOT_STATED {
            let none = value.facet == Facet::Disagreement;
            return if none { crate::text::NONE_NOTED } else { crate::text::NOT_STATED }.to_string();
        }
        let states = self.vocabulary.states.iter();
        let state = states.filter(|state| value.key.starts_with(&state.id));
        // The longest, in case the name of one state begins like another's.
        let state = state.max_by_key(|state| state.id.len()).map(|state| state.label.as_str());
        crate::text::status_value(&value.key, state.unwrap_or_default())
    }

    /// Other spellings of a facet value, for search.
    pub fn aliases(&self, value: &Value) -> String {
        match (self.term(value), self.source(&value.key)) {
            (Some(term), _) => term.also.join(" · "),
            (None, Some(source)) => source.publisher.clone(),
            _ => String::new(),
        }
    }

    /// All groups of spellings, as search reads them.
    pub fn spellings(&self) -> String {
        self.vocabulary.spellings.iter().map(|same| same.join("|")).collect::<Vec<_>>().join(";")
    }

    /// The entry of the vocabulary that a facet value stands for.
    pub fn term(&self, value: &Value) -> Option<&Term> {
        let vocabulary = &self.vocabulary;
        let terms = match value.facet {
            Facet::Series => &vocabulary.series,
            Facet::Body => &vocabulary.bodies,
            Facet::Actor => &vocabulary.actors,
            Facet::Theme => &vocabulary.themes,
            Facet::Place => &vocabulary.places,
            Facet::Kind => &vocabulary.kinds,
            Facet::Disagreement => &vocabulary.conflicts,
            Facet::Status | Facet::Source => return None,
        };
        terms.iter().find(|term| term.id == value.key)
    }
}
