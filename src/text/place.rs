//! How a place in a source reads.

/// A footnote, whose number may have been counted, and an entry of it.
pub fn note(number: u32, counted: bool, entry: Option<u32>) -> String {
    let counted = if counted { " (counted)" } else { "" };
    match entry {
        Some(entry) => format!("note {number}{counted}, entry {entry}"),
        None => format!("note {number}{counted}"),
    }
}

/// A row of a table.
pub fn row(name: &str) -> String {
    format!("row “{name}”")
}

/// A heading.
pub fn section(name: &str) -> String {
    format!("“{name}”")
}

/// A page.
pub fn page(number: u32) -> String {
    format!("p. {number}")
}
