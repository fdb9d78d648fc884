//! The data with every text: what is published as `records.json` and written
//! into the static page. Native only; the page's code holds a [`Dataset`].
//!
//! The fields are those of the authored files, described in `docs/data.md`.

#[path = "corpus/disagreement.rs"]
mod disagreement;
#[path = "corpus/finding.rs"]
mod finding;
#[path = "corpus/slim.rs"]
pub mod slim;

use serde::{Deserialize, Serialize};

use crate::data::dataset::End;
use crate::data::day::{Day, Span};
pub use disagreement::{ClaimRef, Disagreement, Side};
pub use finding::{Finding, Promise};

/// Everything the authored files say, checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// What the dataset is as a whole.
    pub about: About,
    /// The documents the records rest on.
    pub sources: Vec<Source>,
    /// People named in the records. Withheld ones have lost their names.
    pub people: Vec<Person>,
    /// The closed lists.
    pub vocabulary: Vocabulary,
    /// All records, in the order of [`Dataset::records`].
    pub records: Vec<Record>,
    /// Where the sources differ, as authored.
    pub disagreements: Vec<Disagreement>,
}

/// What the dataset is as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct About {
    pub name: String,
    pub title: String,
    pub sentence: String,
    pub state: String,
    pub version: String,
    pub licence: String,
    pub contact: String,
    /// Where the release is published, up to the last slash; may be empty.
    pub address: String,
}

impl About {
    /// What files that readers save are called, without their ending: letters and
    /// digits of the name, and the version.
    pub fn file(&self) -> String {
        let letter = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
        let name: String = self.name.to_lowercase().chars().map(letter).collect();
        format!("{name}-{}", self.version)
    }

    /// The whole address of a file of the release, if it is known.
    pub fn published(&self, path: &str) -> Option<String> {
        (!self.address.is_empty()).then(|| format!("{}{path}", self.address))
    }
}

/// A document that records rest on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its name in files and addresses.
    pub id: String,
    /// The title as published, or a descriptive one where it is lost.
    pub title: String,
    /// The name used beside claims.
    pub short: String,
    /// As printed; may be empty.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: String,
    /// An id of [`Vocabulary::kinds`].
    pub kind: String,
    /// When, in EDTF.
    pub published: String,
    /// Up to when it can speak, in EDTF.
    pub as_of: String,
    /// The stretch of time it looked into, as an EDTF interval.
    pub examined: String,
    /// Why we say so.
    pub examined_because: String,
    /// A language tag.
    pub language: String,
    /// Its address, where known; else empty.
    pub address: String,
    /// The address of an archived copy, where known; else empty.
    pub archived: String,
    /// The SHA-256 of the text that was read.
    pub sha256: String,
    /// The publisher's words about itself.
    pub describes_itself: String,
    /// What part of it was read.
    pub held: String,
    /// The first and last day of `examined`.
    pub examined_days: Span,
    /// The last day of `as_of`.
    pub known: Day,
}

/// A person whom the sources name as a public case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Its name in files; never the person's.
    pub id: String,
    /// Empty when withheld.
    pub name: String,
    /// In Chinese characters as a source prints it; may be empty.
    pub chinese: String,
    /// Other spellings.
    pub also: Vec<String>,
    /// Why the name is there.
    pub reason: String,
    /// What naming the person here may do to them, and why it was thought right.
    pub harm: String,
    /// What the sources know last.
    pub last_known: String,
    /// And from when, in EDTF.
    pub as_of: String,
    /// Whether the name leaves the release.
    pub withhold: bool,
}

/// The closed lists, each in display order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Vocabulary {
    pub groups: Vec<Term>,
    pub series: Vec<Term>,
    pub states: Vec<Term>,
    pub acts: Vec<Term>,
    pub roles: Vec<Term>,
    pub bodies: Vec<Term>,
    pub actors: Vec<Term>,
    pub themes: Vec<Term>,
    pub places: Vec<Term>,
    pub kinds: Vec<Term>,
    pub links: Vec<Term>,
    pub conflicts: Vec<Term>,
    /// The types of links that lead from follow-up to a promise, in this order.
    pub follow_up: Vec<String>,
    /// The types of links that also stand beside a promise.
    pub beside: Vec<String>,
    pub findings: Vec<Finding>,
    pub promises: Vec<Promise>,
    /// Groups of spellings of one thing, for search.
    pub spellings: Vec<Vec<String>>,
}

/// A value of a closed list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Its name in files and addresses.
    pub id: String,
    /// What the page calls it.
    pub label: String,
    /// What it means.
    pub definition: String,
    /// Other spellings, for search.
    pub also: Vec<String>,
    /// Of a series: its group.
    pub group: String,
    /// Of a state: whether it can end unreported.
    pub open: bool,
    /// Of a state: the official page where it can be looked up; empty if none.
    pub check: String,
    /// Of an act: the state the record is in from then on; empty if none.
    pub state: String,
    /// Of a link: what it is called from the other side.
    pub inverse: String,
}

/// A record with its texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Record {
    pub id: String,
    pub series: String,
    pub title: String,
    pub label: String,
    pub summary: String,
    pub bodies: Vec<String>,
    pub themes: Vec<String>,
    pub places: Vec<String>,
    pub parties: Vec<Party>,
    pub people: Vec<String>,
    pub documents: Vec<String>,
    pub also: Vec<String>,
    pub claims: Vec<Claim>,
    pub steps: Vec<Step>,
    pub links: Vec<Link>,
    /// What is new in it, by version.
    pub changes: Vec<Change>,
}

/// What a version of the data has changed of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The version, as in `data/dataset.toml`.
    pub version: String,
    /// What is new, in our words.
    pub what: String,
}

/// Who took part, or is reported to have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// An id of [`Vocabulary::roles`].
    pub role: String,
    /// An id of [`Vocabulary::bodies`] or [`Vocabulary::actors`].
    pub who: String,
}

/// Who says what, and where.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its name within the record.
    pub key: String,
    /// The id of the source.
    pub source: String,
    /// Where in it.
    pub at: Locator,
    /// The primary documents that the passage rests on, as printed.
    pub cites: Vec<String>,
    /// Whose words the source reports; empty if its own.
    pub speaker: String,
    /// What it says, in our words.
    pub says: String,
    /// Up to when it can speak, in EDTF.
    pub as_of: String,
    /// What it asserts in figures: name and value.
    pub values: Vec<(String, String)>,
    /// A misprint exactly as printed.
    pub printed: String,
    /// What is odd about the passage.
    pub note: String,
    /// The last day of `as_of`.
    pub known: Day,
}

/// Where in a source a passage is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Locator {
    /// The heading it stands under; may be empty.
    pub section: String,
    /// The row of a table; may be empty.
    pub row: String,
    /// The footnote, if it is in one.
    pub note: Option<u32>,
    /// Which entry of the note, from 1.
    pub nth: Option<u32>,
    /// Whether the note's number was counted because the text has lost it.
    pub counted: bool,
    /// The page, where known.
    pub page: Option<u32>,
    /// Three to eight consecutive words of it.
    pub anchor: String,
}

/// A dated stage of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// An id of [`Vocabulary::acts`].
    pub act: String,
    /// In EDTF; empty where the source gives no date.
    pub date: String,
    /// `stated`, `inferred`, `published` or `scheduled`.
    pub basis: String,
    /// The article a reservation is about; may be empty.
    pub article: String,
    /// How a date was inferred, or what is odd.
    pub note: String,
    /// The keys of the claims that assert it.
    pub claims: Vec<String>,
    /// The days `date` may mean.
    pub start: Span,
    /// How it goes on.
    pub end: End,
    /// The last day that its claims can speak of.
    pub known: Day,
}

/// A typed link to another record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// An id of [`Vocabulary::links`].
    #[serde(rename = "type")]
    pub kind: String,
    /// The id of the other record.
    pub to: String,
}

impl Step {
    /// Whether any source says when it began.
    pub fn is_dated(&self) -> bool {
        self.start.earliest > Day::EARLIEST
    }

    /// The first day that it can mean, if it is dated.
    pub fn first_day(&self) -> Option<Day> {
        self.is_dated().then_some(self.start.earliest)
    }

    /// The last day that it, or its end, can mean, if it is dated.
    pub fn last_day(&self) -> Option<Day> {
        self.is_dated().then_some(match self.end {
            End::At(end) => end.latest,
            _ => self.start.latest,
        })
    }
}

/// From the first day that dated steps can mean to the last; `None` if none is dated.
pub fn days<'a>(steps: impl IntoIterator<Item = &'a Step> + Clone) -> Option<Span> {
    let earliest = steps.clone().into_iter().filter_map(Step::first_day).min()?;
    let latest = steps.into_iter().filter_map(Step::last_day).max()?;
    Some(Span { earliest, latest })
}

impl Vocabulary {
    /// Every list with the name of its tables in the authored file.
    pub fn lists(&self) -> [(&'static str, &[Term]); 12] {
        [
            ("group", &self.groups),
            ("series", &self.series),
            ("state", &self.states),
            ("act", &self.acts),
            ("role", &self.roles),
            ("body", &self.bodies),
            ("actor", &self.actors),
            ("theme", &self.themes),
            ("place", &self.places),
            ("kind", &self.kinds),
            ("link", &self.links),
            ("conflict", &self.conflicts),
        ]
    }
}

impl Record {
    /// Whether only one source speaks of it.
    pub fn has_one_source(&self) -> bool {
        self.claims.windows(2).all(|pair| pair[0].source == pair[1].source)
    }

    /// The address of a claim on the page. A single claim has the record's.
    pub fn anchor(&self, claim: &Claim) -> String {
        if self.claims.len() == 1 { self.id.clone() } else { format!("{}.{}", self.id, claim.key) }
    }
}

impl Corpus {
    /// The record with this id.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id == id)
    }

    /// The claim, with its record.
    pub fn claim(&self, place: &ClaimRef) -> Option<(&Record, &Claim)> {
        let record = self.record(&place.record)?;
        let claim = record.claims.iter().find(|claim| claim.key == place.claim)?;
        Some((record, claim))
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The last day that any source can speak of.
    pub fn horizon(&self) -> Day {
        self.sources.iter().map(|source| source.known).max().unwrap_or_default()
    }
}

/// The label of the term with this id; empty if there is none.
pub fn label<'a>(terms: &'a [Term], id: &str) -> &'a str {
    terms.iter().find(|term| term.id == id).map(|term| term.label.as_str()).unwrap_or_default()
}

/// Where the term with this id stands in its list.
pub fn position(terms: &[Term], id: &str) -> Option<usize> {
    terms.iter().position(|term| term.id == id)
}
