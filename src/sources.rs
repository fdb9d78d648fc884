//! Whether the claims stand where they say they stand: each claim is held
//! against the text of its source. Native only, for those who hold the texts;
//! the texts themselves are not in this repository.
//!
//! [`text`] makes a model of a text from its layout, [`values`] finds what
//! a claim asserts in figures and names, [`check`] compares the two, and
//! [`coverage`] tells which passages no claim points to.

pub mod check;
pub mod coverage;
pub mod dates;
pub mod entries;
pub mod headings;
pub mod locator;
pub mod marks;
pub mod names;
pub mod numbers;
pub mod passage;
pub mod plain;
pub mod report;
pub mod roles;
pub mod table;
pub mod text;
pub mod values;

pub use check::{Fault, Outcome, Unread, check};
pub use text::Text;
