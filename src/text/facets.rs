//! What the facets say: how their values are found, taken together and explained.

// What each constant means is what it says.
#![allow(missing_docs)]

use crate::text::{fill, records};

pub const FIND_IN: &str = "Find in";
pub const MODE: &str = "which of those chosen a record has";
/// In the order of the modes.
pub const MODES: [&str; 3] = ["Any of", "All of", "None of"];
pub const ORDER: &str = "order";
/// How the values of a facet are sorted: name in the page, and words.
pub const ORDERS: [(&str, &str); 3] = [("listed", "As listed"), ("count", "By count"), ("name", "By name")];
pub const DEFINITIONS: &str = "Definitions";
pub const WORDS: &str = "What the words mean";
pub const NOT_YET_MEANS: &str = "Nothing of the record had begun on that day.";
pub const NOT_STATED_MEANS: &str = "No source states any of these.";
pub const NONE_NOTED_MEANS: &str = "No difference between the sources has been noted.";

/// `Show 12 records`: what closes the filters where they cover the records.
pub fn show(count: u32) -> String {
    fill("Show {0}", &[&records(count)])
}

/// `not: Women`: a value that no record found has.
pub fn not(label: &str) -> String {
    fill("not: {0}", &[label])
}

/// `and: Women`: a value that every record found has beside the one before.
pub fn and(label: &str) -> String {
    fill("and: {0}", &[label])
}
