//! How a place in a source reads. Numbers are those that the source prints.

use crate::text::fill;

/// How [`note`] begins; styles of citation have abbreviations of it.
pub const NOTE: &str = "note ";

/// A footnote, whose number may have been counted, and an entry of it.
pub fn note(number: u32, counted: bool, entry: Option<u32>) -> String {
    let template = match (counted, entry) {
        (false, None) => "note {0}",
        (false, Some(_)) => "note {0}, entry {1}",
        (true, None) => "note {0} (counted)",
        (true, Some(_)) => "note {0} (counted), entry {1}",
    };
    fill(template, &[&number.to_string(), &entry.unwrap_or_default().to_string()])
}

/// A row of a table.
pub fn row(name: &str) -> String {
    fill("row “{0}”", &[name])
}

/// A heading.
pub fn section(name: &str) -> String {
    fill("“{0}”", &[name])
}

/// A page.
pub fn page(number: u32) -> String {
    fill("p. {0}", &[&number.to_string()])
}
