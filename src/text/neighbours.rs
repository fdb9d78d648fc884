//! What an open record says of its place and its neighbours, and what leads out
//! of where nothing is found.

// What each constant means is what it says.
#![allow(missing_docs)]

use crate::text::{SEARCH, joined, records};

pub const IN_RESULTS: &str = " in these results";
pub const NOT_IN_RESULTS: &str = "Not in these results";
pub const PREVIOUS: &str = "Previous: ";
pub const NEXT: &str = "Next: ";
pub const BEFORE: &str = "Before: ";
pub const OVERLAPPING: &str = "Dates overlap: ";
pub const AFTER: &str = "After: ";
pub const NEIGHBOURS: &str = "Records before and after this one";

/// `12 of 49 in these results`.
pub fn place(number: Option<u32>, count: u32) -> String {
    let Some(number) = number else { return NOT_IN_RESULTS.to_string() };
    let mut text = of(number, count);
    text.push_str(IN_RESULTS);
    text
}

/// `3 of 40`.
pub fn of(part: u32, whole: u32) -> String {
    let mut text = part.to_string();
    text.push_str(" of ");
    text.push_str(&whole.to_string());
    text
}

/// `2013 · label`: when a linked record began, and what it is.
pub fn dated(date: &str, label: &str) -> String {
    let mut text = joined(date, " · ");
    text.push_str(label);
    text
}

/// `Without Theme: 12 records`.
pub fn way(without: &str, count: u32) -> String {
    let mut text = joined("Without ", without);
    text.push_str(": ");
    text.push_str(&records(count));
    text
}

/// `Search: lawyers`.
pub fn search_for(words: &str) -> String {
    joined(&joined(SEARCH, ": "), words)
}
