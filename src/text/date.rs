//! How a date of the sources reads, each with the words around its dates.

pub const ABOUT: &str = "about ";
pub const PERHAPS: &str = "perhaps ";
pub const PERHAPS_ABOUT: &str = "perhaps about ";

/// At any time up to then.
pub fn by(end: &str) -> String {
    format!("by {end}")
}

/// Going on when the source was written.
pub fn going_on(start: &str) -> String {
    format!("from {start}, going on")
}

/// Nobody says until when.
pub fn end_unknown(start: &str) -> String {
    format!("from {start}, end not known")
}

/// From one to the other.
pub fn lasting(start: &str, end: &str) -> String {
    format!("{start} to {end}")
}

/// `the 1980s`, given `198`.
pub fn decade(start: &str) -> String {
    format!("the {start}0s")
}
