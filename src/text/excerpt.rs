//! The words of what readers take away, and of the dialog where they do.

// What each constant means is what it says.
#![allow(missing_docs)]

use crate::data::Day;
use crate::text::{fill, last_day};

pub const TAKE: &str = "Share";
pub const TAKE_MORE: &str = ", cite, download";
pub const WHAT: &str = "What";
pub const FOUND: &str = "the records found";
pub const CHOSEN: &str = "the records chosen";
pub const OPEN: &str = "the open record";
pub const AS: &str = "As";
pub const FROZEN: &str = "Keep this version, which never changes";
pub const READING: &str = "Records read";
pub const CANCEL: &str = "Cancel";
pub const CANCELLED: &str = "Cancelled. Choose a form to begin anew.";
pub const COPY: &str = "Copy";
pub const DOWNLOAD: &str = "Download";
pub const PREVIEW: &str = "Preview";
pub const TEXT: &str = "As text";
pub const COPIED: &str = "Copied.";
pub const SELECTED: &str = "Not allowed here: it is selected, copy it with the keys of your system.";
/// What stands for the folder of a copy that does not know where it is published.
pub const NOWHERE: &str = "…/";
pub const NO_ADDRESS: &str = "This copy does not know where it is published: put that in place of “…/”.";
pub const PICTURE_BELOW: &str = "A picture, to be downloaded. Here is what it shows:";

pub const CITING: &str = ", citing ";

/// An article: its heading, how many records and what they were narrowed down by, the
/// horizon, the address, the edition, the licence; and the records.
pub const ARTICLE: &str = "<h2>{0}</h2>\n<p>{1}. {2}</p>\n{a}<p>From <a href=\"{3}\">{4}</a> ({5}). \
    It says who says what, and where, and states nothing as a fact itself.</p>\n";
/// A record: its title, years, status, summary and address; a line break before a
/// summary, and its claims.
pub const ARTICLE_RECORD: &str = "<h3>{0}</h3>\n<p><strong>{1}</strong> · {2}{a}{3}</p>\n<ul>{b}</ul>\n\
    <p><a href=\"{4}\">All claims, stages and sources of this record</a></p>\n";
/// A claim: who says it, where and what; and what it rests on.
pub const ARTICLE_CLAIM: &str = "<li><strong>{0}</strong>, {1}: {2}{a}</li>\n";
pub const ARTICLE_RESTS: &str = "<br><em>{0}</em> {a}";

/// Of each style (UN, Chicago, OSCOLA): the original, of author, title, date,
/// place and what it cites; the explorer, of title, name and edition, with the
/// original before it and its address behind; and how a note is abbreviated.
pub const STYLES: [[&str; 3]; 3] = [
    ["{0}, <em>{1}</em>, {2}, {3}{4}; in ", "<p>{a}<em>{1}</em>, “{0}”, {2}. Available at {b}.</p>", "note "],
    ["{0}, <em>{1}</em> ({2}), {3}{4}, in ", "<p>{a}“{0},” <em>{1}</em>, {2}, {b}.</p>", "n. "],
    ["{0}, <em>{1}</em> ({2}) {3}{4}, in ", "<p>{a}‘{0}’ (<em>{1}</em>, {2}) &lt;{b}&gt;.</p>", "n "],
];
/// `Standing Invitation, version 0.1.0`.
pub fn edition(name: &str, version: &str) -> String {
    fill("{0}, version {1}", &[name, version])
}

/// `version 0.1.0, records to November 2022`.
pub fn known_to(version: &str, horizon: Day) -> String {
    fill("version {0}, records to {1}", &[version, &last_day(horizon)])
}

/// What the files of a Data Package are.
pub const PACKAGE: &str = "claims.csv has a row for each claim: who says what of a record, and where. datapackage.json \
    says what each column means. references.bib has the records and the documents that they rest on. Claims are told in \
    our own words; nothing is stated as a fact. To cite:";
/// What the columns of the table mean, in their order.
pub const COLUMNS: [&str; 18] = [
    "Id of the record",
    "Title of the record",
    "Its timeline",
    "The years that its dates may mean",
    "Its stages: date in EDTF, and what it is the date of; parted by |",
    "What it was in on the as-of day",
    "Our words about several claims",
    "The address of its page",
    "Id of the source",
    "Short name of the source",
    "Up to when the claim speaks",
    "What the source says, in our words",
    "Where in the source",
    "The documents that the passage rests on; parted by |",
    "The explorer",
    "Version of its data",
    "Its licence",
    "The sources know nothing after this day",
];
pub const ALT: &str = "Timelines: records as marks on a time axis, in a lane for each series.";

/// The forms, as `excerpt::Form` lists them, each with the heading that it
/// begins; none where it goes on under the last.
pub const FORMS: [(&str, &str); 16] = [
    ("Share", "Link"),
    ("", "Embed, with a script"),
    ("", "Embed, as a frame"),
    ("", "Picture with a link"),
    ("Republish", "Article (HTML)"),
    ("Cite", "UN style"),
    ("", "Chicago note"),
    ("", "OSCOLA footnote"),
    ("", "BibTeX"),
    ("", "CSL-JSON"),
    ("", "RIS"),
    ("Data", "Table of claims (CSV)"),
    ("", "All of it (JSON)"),
    ("", "Data Package (zip)"),
    ("Picture", "Drawing (SVG)"),
    ("", "Drawing (PNG)"),
];

pub const SAVE: &str = "Save a copy";
pub const UNLINK: &str = "Show the addresses of sources as text, not as links";

/// What follows the link that saves a copy.
pub fn saved(version: &str) -> String {
    fill(
        ": one file that works without a network. To pass it on, pass on that file. To check it, compare its SHA-256 with \
         index.html in SHA256SUMS of version {0}.",
        &[version],
    )
}

/// What is new in each version of a record.
pub const CHANGES: &str = "Changed";

/// `0.2.0: The date was corrected.`
pub fn change(version: &str, what: &str) -> String {
    fill("{0}: {1}", &[version, what])
}

/// What has changed of a record since a link to it was made.
pub fn since(version: &str, changes: &[String]) -> String {
    let what = if changes.is_empty() {
        "nothing in this record has changed.".to_string()
    } else {
        changes.join(" ")
    };
    fill("Since this link was made, with version {0}: {1}", &[version, &what])
}
