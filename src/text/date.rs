//! How a date of the sources reads, each with the words around its dates.

use crate::text::{calendar, fill};

pub const ABOUT: &str = "about ";
pub const PERHAPS: &str = "perhaps ";
pub const PERHAPS_ABOUT: &str = "perhaps about ";

/// At any time up to then.
pub fn by(end: &str) -> String {
    fill("by {0}", &[end])
}

/// Going on when the source was written.
pub fn going_on(start: &str) -> String {
    fill("from {0}, going on", &[start])
}

/// Nobody says until when.
pub fn end_unknown(start: &str) -> String {
    fill("from {0}, end not known", &[start])
}

/// From one to the other.
pub fn lasting(start: &str, end: &str) -> String {
    fill("{0} to {1}", &[start, end])
}

/// `the 1980s`, given its first year.
pub fn decade(first: i32) -> String {
    fill("the {0}s", &[&calendar::year(first)])
}
