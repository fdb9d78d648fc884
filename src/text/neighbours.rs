//! What an open record says of its place and its neighbours, and what leads out
//! of where nothing is found.

// What each constant means is what it says.
#![allow(missing_docs)]

use crate::text::{SEARCH, fill, number, records};

pub const NOT_IN_RESULTS: &str = "Not in these results";
pub const PREVIOUS: &str = "Previous: ";
pub const NEXT: &str = "Next: ";
pub const BEFORE: &str = "Before: ";
pub const OVERLAPPING: &str = "Dates overlap: ";
pub const AFTER: &str = "After: ";
pub const NEIGHBOURS: &str = "Records before and after this one";

/// `12 of 49 in these results`.
pub fn place(at: Option<u32>, count: u32) -> String {
    match at {
        Some(at) => fill("{0} of {1} in these results", &[&number(at), &number(count)]),
        None => NOT_IN_RESULTS.to_string(),
    }
}

/// `3 of 40`.
pub fn of(part: u32, whole: u32) -> String {
    fill("{0} of {1}", &[&number(part), &number(whole)])
}

/// `2013 · label`: when a linked record began, and what it is.
pub fn dated(date: &str, label: &str) -> String {
    fill("{0} · {1}", &[date, label])
}

/// `Without Theme: 12 records`.
pub fn way(without: &str, count: u32) -> String {
    fill("Without {0}: {1}", &[without, &records(count)])
}

/// `Search: lawyers`.
pub fn search_for(words: &str) -> String {
    fill("{0}: {1}", &[SEARCH, words])
}
