//! The dataset as it is filtered and drawn: ids, days, facet values.
//!
//! It holds no text but the names that the drawing shows. All other texts stand
//! once, in the page itself, and are read from there when the page starts.

use serde::{Deserialize, Serialize};

use crate::data::day::{Day, Span};

/// Everything that filtering and drawing need to know.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// Every facet value, those of one facet together, in display order.
    pub values: Vec<Value>,
    /// What a record's steps can be.
    pub acts: Vec<Act>,
    /// What a record can be in.
    pub states: Vec<State>,
    /// The timelines, in display order.
    pub series: Vec<Series>,
    /// The years that each source examined.
    pub coverage: Vec<Coverage>,
    /// Sorted by the earliest day of their first dated step, then by id;
    /// records without any date stand last, by series, body and symbol.
    pub records: Vec<Record>,
    /// Where the sources differ, in the order of the page.
    pub disagreements: Vec<Disagreement>,
    /// What the summary strip counts, in its order.
    pub findings: Vec<Finding>,
    /// What the state has promised, in the order of the page.
    pub promises: Vec<Promise>,
    /// The last day that any source can speak of. Nothing is known after it.
    pub horizon: Day,
    /// The first day of any dated step.
    pub beginning: Day,
}

/// What records can be filtered by, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The timeline a record stands in.
    Series,
    /// What the record is in on the as-of day. Depends on that day.
    Status,
    /// The UN bodies and mandates it concerns.
    Body,
    /// Others who took part or are reported to have.
    Actor,
    /// What it is about.
    Theme,
    /// Where.
    Place,
    /// The documents that speak of it.
    Source,
    /// The kind of publisher of those documents.
    Kind,
    /// In what way those documents differ on it.
    Disagreement,
}

impl Facet {
    /// All facets, in the order of the page.
    pub const ALL: [Facet; 9] = [
        Facet::Series,
        Facet::Status,
        Facet::Body,
        Facet::Actor,
        Facet::Theme,
        Facet::Place,
        Facet::Source,
        Facet::Kind,
        Facet::Disagreement,
    ];

    /// The facet of that name.
    pub fn from_key(key: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// The name of the facet in addresses, in `data-facet` and in files.
    pub const fn key(self) -> &'static str {
        match self {
            Facet::Series => "series",
            Facet::Status => "status",
            Facet::Body => "body",
            Facet::Actor => "actor",
            Facet::Theme => "theme",
            Facet::Place => "place",
            Facet::Source => "source",
            Facet::Kind => "kind",
            Facet::Disagreement => "disagreement",
        }
    }
}

/// The key of the value for records of which no source states anything else
/// of the facet.
pub const NOT_STATED: &str = "not-stated";

/// One value of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Which facet it belongs to.
    pub facet: Facet,
    /// Its name in addresses and files.
    pub key: String,
    /// What the page calls it; empty where only the page itself can say, as of
    /// a status or of what is not stated.
    pub label: String,
}

/// An index into [`Dataset::values`].
pub type ValueId = u32;
/// An index into [`Dataset::records`].
pub type RecordId = u32;
/// An index into [`Dataset::disagreements`].
pub type DisagreementId = u32;
/// An index into [`Dataset::states`].
pub type StateId = u16;

/// What a step can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// The state that the record is in from this act on; `None` where the act
    /// changes none.
    pub state: Option<StateId>,
}

/// What a record can be in.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Its name in files.
    pub key: String,
    /// What the page calls it; empty where only the page itself can say, as of
    /// a status or of what is not stated.
    pub label: String,
    /// Whether it can end without a source saying so. An open state is never
    /// taken to hold after the last claim that asserts it.
    pub open: bool,
    /// The facet value for "in this state". The two after it stand for
    /// "possibly in this state" and "in this state when last reported".
    pub value: ValueId,
}

/// One timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its facet value, which also has its name and label.
    pub value: ValueId,
    /// The heading that it stands under.
    pub group: String,
}

/// A stretch of time that a source examined.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The facet value of the source.
    pub source: ValueId,
    /// From the first day to the last.
    pub span: Span,
}

/// One record, without its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The slug that stands in links.
    pub id: String,
    /// The short name that the drawing shows.
    pub label: String,
    /// An index into [`Dataset::series`].
    pub series: u16,
    /// Its facet values but for status, in rising order.
    pub values: Vec<ValueId>,
    /// Its dated stages, in the order of time.
    pub steps: Vec<Step>,
}

/// One stage of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// An index into [`Dataset::acts`].
    pub act: u16,
    /// When it was, or began. An undated step lies anywhere from
    /// [`Day::EARLIEST`] to `known`.
    pub start: Span,
    /// How it goes on.
    pub end: End,
    /// The last day that any of the claims that assert it can speak of.
    pub known: Day,
}

impl Step {
    /// Whether any source says when it began.
    pub fn is_dated(&self) -> bool {
        self.start.earliest > Day::EARLIEST
    }

    /// Its dates in EDTF; empty where no source says when it was.
    pub fn edtf(&self) -> String {
        if !self.is_dated() {
            return String::new();
        }
        let start = self.start.edtf();
        match self.end {
            End::Same => start,
            End::Unknown => start + "/",
            End::GoingOn => start + "/..",
            End::At(end) => [&start, "/", &end.edtf()].concat(),
        }
    }
}

/// How a step goes on after its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// It is an act of one day, though the day may be uncertain.
    Same,
    /// It lasted until then.
    At(Span),
    /// It lasted, nobody says until when.
    Unknown,
    /// It was going on when the claim was made.
    GoingOn,
}

/// A matter on which the sources differ, without its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// The slug that stands in links.
    pub id: String,
    /// The records concerned, in rising order.
    pub records: Vec<RecordId>,
    /// The day by which two of its sides had spoken.
    pub told: Day,
}

/// What a number of the summary strip counts, without its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Indices into [`Dataset::series`].
    pub series: Vec<u16>,
    /// The states counted.
    pub states: Vec<StateId>,
    /// The other states of what it is a part of; none where it is of nothing.
    pub of: Vec<StateId>,
    /// Whether the longest time in these states is told.
    pub longest: bool,
}

/// A promise, and what stands beside it on the page, in its order.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The record of the promise.
    pub record: RecordId,
    /// The follow-up to it and what is on the same matter.
    pub beside: Vec<RecordId>,
}

impl Dataset {
    /// The values of one facet, with their ids, in display order.
    pub fn values_of(&self, facet: Facet) -> impl Iterator<Item = (ValueId, &Value)> {
        (0..).zip(&self.values).filter(move |(_, value)| value.facet == facet)
    }

    /// The value with this key.
    pub fn value(&self, facet: Facet, key: &str) -> Option<ValueId> {
        self.values_of(facet).find(|(_, value)| value.key == key).map(|(id, _)| id)
    }

    /// The disagreement with this slug.
    pub fn disagreement(&self, id: &str) -> Option<DisagreementId> {
        self.disagreements.iter().position(|it| it.id == id).map(|index| index as DisagreementId)
    }

    /// The label of the first value that a record has of a facet; nothing where
    /// none is stated.
    pub fn first_label(&self, record: &Record, facet: Facet) -> &str {
        let mut values = record.values.iter().filter_map(|id| self.values.get(*id as usize));
        let value = values.find(|value| value.facet == facet).filter(|value| value.key != NOT_STATED);
        value.map_or("", |value| &value.label)
    }

    /// The record with this slug.
    pub fn record(&self, id: &str) -> Option<RecordId> {
        self.records.iter().position(|record| record.id == id).map(|index| index as RecordId)
    }
}
