//! The words of the page of a single record.

use crate::text::fill;

/// What leads into the explorer.
pub const EXPLORE: &str = "See this record among all others, on timelines with filters";
pub const ADDRESS: &str = "Address";
pub const FROZEN: &str = "As it stood";
/// What nobody may take the page for.
pub const CLAIMS_ONLY: &str =
    "This page says who says what, and where. Nothing here is stated as a fact by this site.";
/// What the picture of the release shows.
pub const PICTURE: &str =
    "Records as marks on a time axis, in a lane for each series, in the years that the sources examined.";

/// The title of the window.
pub fn title(record: &str, name: &str) -> String {
    fill("{0} · {1}", &[record, name])
}

/// `To cite, UN style`: what a citation is called.
pub fn cite(name: &str) -> String {
    fill("To cite, {0}", &[name])
}

/// What leads to the version that never changes.
pub fn frozen(version: &str) -> String {
    fill("in version {0}, which never changes", &[version])
}

/// One claim in a line: the source, then what it says.
pub fn said(source: &str, says: &str) -> String {
    fill("{0}: {1}", &[source, says])
}

/// Where a passage is and the words to look for.
pub fn passage(place: &str, find: &str, anchor: &str) -> String {
    fill("{0}. {1}: “{2}”", &[place, find, anchor])
}
