//! The reader of the authored files: TOML in, a checked [`Corpus`] out, or
//! every mistake at once with file and line.
//!
//! Runs in `build.rs` and in native tests; nothing of it is in the page.

// The paths are spelled out because `build.rs` includes this file too.
#[path = "compile/about.rs"]
mod about;
#[path = "compile/change.rs"]
mod change;
#[path = "compile/date.rs"]
pub mod date;
#[path = "compile/disagreement.rs"]
mod disagreement;
#[path = "compile/finding.rs"]
mod finding;
#[path = "compile/folder.rs"]
pub mod folder;
#[path = "compile/layout.rs"]
pub mod layout;
#[path = "compile/order.rs"]
mod order;
#[path = "compile/record.rs"]
mod record;
#[path = "compile/source.rs"]
mod source;
#[path = "compile/table.rs"]
mod table;
#[path = "compile/withhold.rs"]
mod withhold;

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use crate::data::corpus::{ClaimRef, Corpus, Person, Term, Vocabulary};
use layout::Layout;
pub use table::Mistake;
use table::{File, Table, Text, did_you_mean};

/// The files that are not series; every other file is one.
const FIXED: [&str; 5] = ["dataset", "disagreements", "sources", "people", "vocabularies"];

/// All that the authored files give.
#[derive(Clone, Debug, PartialEq)]
pub struct Authored {
    /// What is published.
    pub corpus: Corpus,
    /// The file and line of each claim, for reports.
    pub lines: BTreeMap<ClaimRef, String>,
    /// How the text of a source is set, by its id, for the check against it.
    pub layouts: BTreeMap<String, Layout>,
}

/// Reads and checks the authored files, each a name such as
/// `data/visits.toml` and its text, and keeps what is published of them.
///
/// # Errors
/// All mistakes of all files, in the order of files and lines.
pub fn compile(files: &[(String, String)]) -> Result<Corpus, Vec<Mistake>> {
    read(files).map(|authored| authored.corpus)
}

/// Reads and checks the authored files and keeps all of them.
///
/// # Errors
/// All mistakes of all files, in the order of files and lines.
pub fn read(files: &[(String, String)]) -> Result<Authored, Vec<Mistake>> {
    let files: Vec<File> =
        files.iter().map(|(name, text)| File { name, text, mistakes: Default::default() }).collect();
    let mut tables = BTreeMap::new();
    for file in &files {
        let (table, errors) = DeTable::parse_recoverable(file.text);
        for error in &errors {
            let span = error.span().unwrap_or_default();
            file.mistake(&span, format!("this is not valid TOML: {}", error.message()));
        }
        tables.insert(stem(file.name), (file, table));
    }
    let root = |name: &str| {
        let (file, table) = tables.get(name)?;
        Some(Table::new(file, "file", table))
    };
    let mut missing = Vec::new();
    for name in FIXED {
        if root(name).is_none() {
            missing.push(Mistake {
                file: format!("data/{name}.toml"),
                line: 1,
                message: "the file is missing: see docs/data.md".to_string(),
            });
        }
    }
    let (Some(dataset), Some(disagreements), Some(sources), Some(people), Some(vocabularies)) =
        (root("dataset"), root("disagreements"), root("sources"), root("people"), root("vocabularies"))
    else {
        return Err(missing);
    };

    let vocabulary = read_vocabulary(&vocabularies);
    let mut layouts = BTreeMap::new();
    let mut corpus = Corpus {
        about: about::read(&dataset),
        sources: source::read(&sources, &vocabulary, &mut layouts),
        people: read_people(&people),
        records: Vec::new(),
        disagreements: Vec::new(),
        vocabulary,
    };
    let mut places = record::Places::default();
    for (name, (file, _)) in &tables {
        if FIXED.contains(name) {
            continue;
        }
        if let Some(table) = root(name) {
            if crate::data::corpus::position(&corpus.vocabulary.series, name).is_none() {
                file.mistake(
                    &(0..0),
                    format!("no series is called \"{name}\": add a [[series]] to data/vocabularies.toml or rename the file"),
                );
            }
            let records = record::read(&table, name, &corpus, &mut places);
            corpus.records.extend(records);
            table.finish();
        }
    }
    places.check_links();
    corpus.disagreements = disagreement::read(&disagreements, &corpus);

    let mut mistakes: Vec<Mistake> = files.iter().flat_map(|file| file.mistakes.borrow().clone()).collect();
    mistakes.sort();
    mistakes.dedup();
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    withhold::withhold(&mut corpus);
    let vocabulary = &corpus.vocabulary;
    corpus.records.sort_by_cached_key(|record| order::order(record, vocabulary));
    Ok(Authored { corpus, lines: places.lines, layouts })
}

/// `visits` of `data/visits.toml`.
fn stem(name: &str) -> &str {
    let base = name.rsplit('/').next().unwrap_or(name);
    base.strip_suffix(".toml").unwrap_or(base)
}

fn read_people(table: &Table) -> Vec<Person> {
    let mut ids = Ids::default();
    let people = table.tables("person");
    let people = people.iter().map(|table| {
        let id = table.text("id");
        ids.add(table, &id);
        let as_of = table.text("as_of");
        read_date(table, &as_of, crate::data::Day::LATEST);
        let person = Person {
            id: id.value,
            name: table.text("name").value,
            chinese: table.optional_text("chinese").value,
            also: values(table.texts("also")),
            reason: table.text("reason").value,
            harm: table.text("harm").value,
            last_known: table.text("last_known").value,
            as_of: as_of.value,
            withhold: table.flag("withhold"),
        };
        table.finish();
        person
    });
    let people = people.collect();
    table.finish();
    people
}

fn read_vocabulary(table: &Table) -> Vocabulary {
    let mut vocabulary = Vocabulary {
        groups: read_terms(table, "group"),
        series: read_terms(table, "series"),
        states: read_terms(table, "state"),
        acts: read_terms(table, "act"),
        roles: read_terms(table, "role"),
        bodies: read_terms(table, "body"),
        actors: read_terms(table, "actor"),
        themes: read_terms(table, "theme"),
        places: read_terms(table, "place"),
        kinds: read_terms(table, "kind"),
        links: read_terms(table, "link"),
        conflicts: read_terms(table, "conflict"),
        spellings: read_spellings(table),
        ..Vocabulary::default()
    };
    vocabulary.follow_up = values(finding::each_of(table, "follow_up", &vocabulary.links, "type of link"));
    vocabulary.beside = values(finding::each_of(table, "beside", &vocabulary.links, "type of link"));
    vocabulary.findings = finding::findings(table, &vocabulary);
    vocabulary.promises = finding::promises(table, &vocabulary);
    for act in table.tables("act") {
        let state = act.optional_text("state");
        if !state.value.is_empty() {
            known(&act, &state, &vocabulary.states, "state");
        }
        let open = vocabulary.states.iter().find(|term| term.id == state.value).map(|term| term.open);
        let effect = act.text("effect");
        let wrong = match (effect.value.as_str(), open) {
            ("begins", Some(true)) | ("ends", Some(false)) | ("point", None) => None,
            ("begins", _) => Some("an act that begins a state needs a `state` with open = true"),
            ("ends", _) => Some("an act that ends a state needs a `state` with open = false"),
            ("point", _) => Some("an act that is a point has no `state`"),
            _ => Some("`effect` is \"begins\", \"ends\" or \"point\""),
        };
        if let Some(wrong) = wrong {
            act.file.mistake(&effect.span, wrong.to_string());
        }
    }
    for series in table.tables("series") {
        known(&series, &series.text("group"), &vocabulary.groups, "group");
    }
    for actor in table.tables("actor") {
        let id = actor.text("id");
        if vocabulary.bodies.iter().any(|body| body.id == id.value) {
            actor.file.mistake(&id.span, format!("\"{}\" is a body already: choose another id", id.value));
        }
    }
    for needed in ["ended", "reported"] {
        if !vocabulary.states.iter().any(|state| state.id == needed && !state.open) {
            table.mistake(format!("the closed state \"{needed}\" is missing: records may need it"));
        }
    }
    table.finish();
    vocabulary
}

/// Groups of spellings, in which search takes each word for all the others.
fn read_spellings(table: &Table) -> Vec<Vec<String>> {
    let groups = table.tables("spelling");
    let groups = groups.iter().map(|table| {
        let same = table.texts("same");
        if same.len() < 2 {
            table.mistake("`same` needs two spellings or more".to_string());
        }
        // The page carries them as one text.
        for spelling in same.iter().filter(|it| it.value.contains(['|', ';'])) {
            table.file.mistake(&spelling.span, "a spelling holds neither `|` nor `;`".to_string());
        }
        table.finish();
        values(same)
    });
    groups.collect()
}

fn read_terms(table: &Table, list: &'static str) -> Vec<Term> {
    let mut ids = Ids::default();
    let terms = table.tables(list);
    let terms = terms.iter().map(|table| {
        let id = table.text("id");
        ids.add(table, &id);
        let has_effect = list == "act";
        let term = Term {
            id: id.value,
            label: table.text("label").value,
            definition: if list == "group" { String::new() } else { table.text("definition").value },
            also: values(table.texts("also")),
            group: if list == "series" { table.text("group").value } else { String::new() },
            open: if list == "state" { table.flag("open") } else { false },
            check: if list == "state" { table.address("check").value } else { String::new() },
            state: if has_effect { table.optional_text("state").value } else { String::new() },
            inverse: if list == "link" { table.text("inverse").value } else { String::new() },
        };
        if has_effect {
            table.text("effect");
        }
        table.finish();
        term
    });
    terms.collect()
}

/// Ids seen so far in one list.
#[derive(Default)]
struct Ids(BTreeSet<String>);

impl Ids {
    /// Checks the form of an id and that it is the first of its name.
    fn add(&mut self, table: &Table, id: &Text) {
        let well_formed = id.value.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
        if !id.value.is_empty() && !well_formed {
            let message =
                format!("\"{}\" is not an id: use lower-case letters, digits and single hyphens", id.value);
            table.file.mistake(&id.span, message);
        }
        if !self.0.insert(id.value.clone()) && !id.value.is_empty() {
            table.file.mistake(&id.span, format!("\"{}\" is there twice: ids must be unique", id.value));
        }
    }
}

/// What the page itself calls its parts: no record or disagreement may.
pub const PAGE_IDS: [&str; 33] = [
    "about",
    "chips",
    "controls",
    "disagreements",
    "disagreements-heading",
    "facets",
    "keys",
    "keys-heading",
    "method",
    "method-heading",
    "names",
    "numbers",
    "overview",
    "people",
    "practice",
    "practice-heading",
    "records",
    "records-heading",
    "sources",
    "sources-heading",
    "suggestions",
    "summary",
    "summary-heading",
    "table",
    "table-caption",
    "table-heading",
    "take",
    "take-heading",
    "timeline",
    "timelines",
    "views",
    "wasm",
    "words",
];

/// How other ids of the page begin: those of sources and people, of what words
/// mean, and of such a meaning at its facet.
pub const PAGE_PREFIXES: [&str; 4] = ["source-", "person-", "words-", "means-"];

/// Checks that an id does not name a part of the page.
fn not_of_the_page(table: &Table, id: &Text) {
    let of_page = PAGE_IDS.contains(&id.value.as_str());
    if of_page || PAGE_PREFIXES.iter().any(|prefix| id.value.starts_with(prefix)) {
        let message = format!("\"{}\" is what the page calls a part of itself: choose another id", id.value);
        table.file.mistake(&id.span, message);
    }
}

/// Checks that the id is in the list.
fn known(table: &Table, id: &Text, terms: &[Term], what: &str) {
    if id.value.is_empty() || terms.iter().any(|term| term.id == id.value) {
        return;
    }
    let ids: Vec<&str> = terms.iter().map(|term| term.id.as_str()).collect();
    let message = format!(
        "unknown {what} \"{}\": write an id from data/vocabularies.toml{}",
        id.value,
        did_you_mean(&id.value, &ids)
    );
    table.file.mistake(&id.span, message);
}

fn read_date(table: &Table, text: &Text, known: crate::data::Day) -> date::When {
    let nothing = date::When {
        start: crate::data::Span { earliest: crate::data::Day::EARLIEST, latest: known },
        end: crate::data::End::Same,
    };
    if text.value.is_empty() {
        return nothing;
    }
    date::read(&text.value).unwrap_or_else(|message| {
        table.file.mistake(&text.span, message);
        nothing
    })
}

fn values(texts: Vec<Text>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}
