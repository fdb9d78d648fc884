//! Where the sources differ.

use serde::{Deserialize, Serialize};

/// A matter on which sources differ, or one source with itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disagreement {
    /// A slug that stands in links for ever.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// An id of [`Vocabulary::conflicts`].
    #[serde(rename = "type")]
    pub kind: String,
    /// One neutral sentence: what differs and, where it can be told, why.
    pub about: String,
    /// Two at least.
    pub sides: Vec<Side>,
}

/// One side of a [`Disagreement`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// What it says, in a few words.
    pub holds: String,
    /// Who says it; none where the side is silent.
    pub claims: Vec<ClaimRef>,
    /// The id of the source that says nothing of the matter; else empty.
    pub silent: String,
}

/// A claim of a record, written `record#claim` in the authored files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ClaimRef {
    pub record: String,
    pub claim: String,
}

impl Disagreement {
    /// Every claim of every side.
    pub fn claims(&self) -> impl Iterator<Item = &ClaimRef> {
        self.sides.iter().flat_map(|side| &side.claims)
    }

    /// Whether the record is concerned.
    pub fn concerns(&self, record: &str) -> bool {
        self.claims().any(|claim| claim.record == record)
    }
}
