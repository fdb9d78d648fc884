//! The numbers of the summary strip and the promises, as authored.

use serde::{Deserialize, Serialize};

use super::{Corpus, Link, Record, Term};

/// A number of the summary strip: how many records are in certain states.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Its name in files.
    pub id: String,
    /// What is counted.
    pub label: String,
    /// What counts as one, and what the number does not say.
    pub definition: String,
    /// Ids of [`super::Vocabulary::series`].
    pub series: Vec<String>,
    /// Ids of [`super::Vocabulary::states`]: what is counted.
    pub states: Vec<String>,
    /// The other states of what it is a part of; none where it is of nothing.
    pub of: Vec<String>,
    /// Whether the longest time in these states is told.
    pub longest: bool,
}

/// A heading of the promises, with the records that stand under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// Its name in files.
    pub id: String,
    /// The heading.
    pub label: String,
    /// Ids of [`super::Vocabulary::series`].
    pub series: Vec<String>,
    /// Ids of [`super::Vocabulary::acts`], of which a record has one at least.
    pub acts: Vec<String>,
}

/// Records that stand beside a promise under one name, such as *Followed up by*.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside<'a> {
    /// The type of the links.
    pub link: &'a Term,
    /// Whether the links lead from these records to the promise.
    pub inverse: bool,
    /// Whether they are follow-up to it.
    pub follow_up: bool,
    /// The records, in the order of the dataset.
    pub records: Vec<&'a Record>,
}

impl Corpus {
    /// The records under a heading of the promises, in the order of the dataset.
    pub fn promised<'a>(&'a self, promise: &'a Promise) -> impl Iterator<Item = &'a Record> {
        let of_series = |record: &&Record| promise.series.contains(&record.series);
        let has_act = |record: &&Record| record.steps.iter().any(|step| promise.acts.contains(&step.act));
        self.records.iter().filter(of_series).filter(has_act)
    }

    /// What stands beside a promise: first the follow-up, by the type of link,
    /// then what is on the same matter, then what the promise itself follows.
    /// No record stands there twice.
    pub fn beside(&self, promise: &Record) -> Vec<Beside<'_>> {
        let vocabulary = &self.vocabulary;
        let to = |kind: &str, from: &Record, to: &Record| {
            from.links.iter().any(|link: &Link| link.kind == kind && link.to == to.id)
        };
        let follow_up = vocabulary.follow_up.iter().map(|kind| (kind, true, true));
        let same = vocabulary.beside.iter().map(|kind| (kind, true, false));
        let followed = vocabulary.follow_up.iter().map(|kind| (kind, false, false));
        let mut seen: Vec<&str> = Vec::new();
        let mut groups = Vec::new();
        for (kind, inverse, follow_up) in follow_up.chain(same).chain(followed) {
            let Some(link) = vocabulary.links.iter().find(|term| term.id == *kind) else { continue };
            // A type with one name for both directions has no direction.
            let either = link.label == link.inverse;
            let beside = |other: &&Record| {
                (inverse && to(kind, other, promise)) || ((!inverse || either) && to(kind, promise, other))
            };
            let mut records: Vec<&Record> = self.records.iter().filter(beside).collect();
            records.retain(|record| !seen.contains(&record.id.as_str()));
            seen.extend(records.iter().map(|record| record.id.as_str()));
            if !records.is_empty() {
                groups.push(Beside { link, inverse, follow_up, records });
            }
        }
        groups
    }
}
