//! What the table says besides the data.

// What each constant means is what it says.
#![allow(missing_docs)]

pub const COLUMNS: &str = "Columns";
pub const CAPTION: &str = "The records found. The buttons in the head sort.";
pub const TITLE: &str = "Title";
pub const FIRST_DATE: &str = "First date";
pub const LAST_DATE: &str = "Last date";
pub const STATUS: &str = "Status";
pub const LENGTH: &str = "For how long";
pub const CLAIMS: &str = "Claims";
