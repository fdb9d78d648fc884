//! The data: what the sources claim, when, and until when that is known.
//!
//! Knows neither queries nor pixels nor the browser. Native builds also hold
//! the whole texts ([`corpus`]) and the reader of the authored files
//! ([`compile`]); neither is in the page.

pub mod blob;
pub mod dataset;
pub mod day;
pub mod finding;
pub mod formula;
pub mod history;
pub mod letters;
pub mod version;

#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
#[cfg(not(target_arch = "wasm32"))]
pub mod corpus;

pub use dataset::{
    Act, Coverage, Dataset, Disagreement, DisagreementId, End, Facet, Finding, NOT_STATED, Promise, Record,
    RecordId, Series, State, StateId, Step, Value, ValueId,
};
pub use day::{Day, Span};
pub use finding::{Found, Longest, Part};
pub use history::{Ending, Length, Period, Status};

#[cfg(not(target_arch = "wasm32"))]
impl Dataset {
    /// The dataset of this build.
    pub fn embedded() -> Dataset {
        corpus::Corpus::embedded().dataset()
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl corpus::Corpus {
    /// The corpus of this build, as `build.rs` compiled it from `data/`.
    ///
    /// # Panics
    /// Never in a build that succeeded: the same types wrote the blob.
    #[allow(clippy::expect_used)]
    pub fn embedded() -> corpus::Corpus {
        let blob = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"));
        postcard::from_bytes(blob).expect("build.rs wrote this blob from the same types")
    }
}
