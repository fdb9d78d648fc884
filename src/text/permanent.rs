//! The words of the page of a single record.

/// What leads into the explorer.
pub const EXPLORE: &str = "See this record among all others, on timelines with filters";
pub const CITE: &str = "To cite";
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
    format!("{record} · {name}")
}

/// How to cite a record.
pub fn cite(title: &str, name: &str, version: &str) -> String {
    format!("“{title}”, {name}, version {version}")
}

/// What leads to the version that never changes.
pub fn frozen(version: &str) -> String {
    format!("in version {version}, which never changes")
}

/// One claim in a line: the source, then what it says.
pub fn said(source: &str, says: &str) -> String {
    format!("{source}: {says}")
}

/// Where a passage is and the words to look for.
pub fn passage(place: &str, find: &str, anchor: &str) -> String {
    format!("{place}. {find}: “{anchor}”")
}
