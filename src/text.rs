//! Every visible word that is not data, in one place and ready for other
//! languages. Numbers and dates are put into words only here.

// What each constant means is what it says.
#![allow(missing_docs)]

pub mod calendar;
pub mod date;
pub mod embed;
pub mod excerpt;
pub mod facets;
pub mod finding;
pub mod keys;
pub mod language;
pub mod length;
pub mod neighbours;
pub mod permanent;
pub mod place;
pub mod practice;
pub mod table;
mod template;

pub use calendar::{day, last_day, span, years};
pub use language::{Forms, LANGUAGE, counted, number};
pub use template::{fill, gaps};

use Plural::{One, Other};

use crate::data::{Dataset, Day, Facet, Length, Span, Status};
use language::Plural;

pub const LOOK: &str = "Light or dark, otherwise as the browser is set";
pub const LOOKS: [(&str, &str); 5] = [
    ("", "Light or dark"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("kept-light", "Light, kept on this device"),
    ("kept-dark", "Dark, kept on this device"),
];
/// Before the title of a record, and of the one that is open.
pub const CHOOSE: &str = "Choose: ";
pub const CHOOSE_OPEN: &str = "Choose, to share or cite with others";
pub const SKIP: &str = "Skip to the records";
pub const NOT_UN: &str = "This is not a site of the United Nations.";
pub const PLAIN: &str = "Filters and zoom are off here. Every record can still be read below.";
pub const SEARCH: &str = "Search";
pub const SEARCH_HINT: &str = "Names, bodies, places, UN symbols";
pub const SUGGESTIONS: &str = "Suggestions";
pub const BEST: &str = "Best matches";
pub const AS_OF: &str = "Seen as of";
pub const AS_OF_RESET: &str = "Latest";
pub const AS_OF_BY_MONTH: &str = "Seen as of, by the month";
pub const YEAR_BACK_SHORT: &str = "−1 yr";
pub const YEAR_ON_SHORT: &str = "+1 yr";
pub const YEAR_BACK: &str = "−1 yr: a year back";
pub const YEAR_ON: &str = "+1 yr: a year on";
pub const IS_LATER: &str = "later than this day";
/// What the buttons are called that each drop one choice.
pub const CHOSEN: &str = "Chosen; press one to drop it";
pub const CLEAR: &str = "Clear all";
pub const TIMELINES: &str = "Timelines";
pub const RECORDS: &str = "Records";
pub const TABLE: &str = "Table";
pub const PRACTICE: &str = "Promise and practice";
pub const NOT_STATED: &str = "Not stated";
pub const NONE_NOTED: &str = "None noted";
pub const DISAGREEMENTS: &str = "Where the sources disagree";
pub const SOURCES: &str = "Sources and coverage";
pub const METHOD: &str = "About and method";
pub const FILTERS: &str = "Filters";
pub const VIEWS: &str = "Views";
pub const COVERAGE: &str = "Claims of each kind of publisher and of each source, by series";
pub const YEARS: &str = "Years of the records";
pub const ALL: &str = "All";
pub const DISAGREEMENTS_NOTE: &str =
    "Sides stand next to each other. Nothing here says who is right, and silence is not denial.";
pub const CONTACT: &str = "To report an error";
pub const PEOPLE: &str = "People named";
pub const PEOPLE_NOTE: &str = "Only people whom a source names as a public case. Each name can be withheld from every page and file; the records then stay without it.";
pub const NAME_WITHHELD: &str = "Name withheld";
pub const WITHHELD: &str = "This name has been withheld from all pages and files. The records that spoke of the person remain, without the name.";
pub const REASON: &str = "Why named";
pub const HARM: &str = "Possible harm";
pub const LAST_KNOWN: &str = "Last known";
pub const SOURCES_NOTE: &str = "What each document is, in its own words, and which part of it was read, for all records, whatever is chosen.";
pub const ABOUT: &str = "How to read this page";
pub const NOTHING: &str = "No record matches.";
pub const NOTHING_DIFFERS: &str = "No disagreement concerns what is chosen.";
pub const NOTHING_HINT: &str = "Drop a filter above, or clear all.";
pub const MORE: &str = "Show more";
pub const CERTAIN_ONLY: &str = "Only records certainly in these years";
pub const LANES: &str = "Lanes by";
pub const WHOLE: &str = "All years";
pub const ZOOM_IN: &str = "Zoom in";
pub const ZOOM_OUT: &str = "Zoom out";
pub const EARLIER: &str = "Earlier";
pub const LATER: &str = "Later";
pub const OVERVIEW: &str = "Overview of all years";
pub const OVERVIEW_FROM: &str = "First day shown";
pub const OVERVIEW_TO: &str = "Last day shown";
pub const DRAWING: &str = "Records on a time axis, by series. The list below says the same in words.";
pub const DRAWING_KEYS: &str = "Left, right: previous and next record in time. Up, down: nearest record above and below. Enter: open. Plus, minus, zero: zoom. Shift and arrows: earlier, later.";
pub const ZOOM_HINT: &str = "Drag to move, Ctrl and wheel or pinch to zoom.";
pub const UNDATED_STRIP: &str = "No date in the source";
pub const UNDATED: &str = "No date";
pub const CLAIMS: &str = "Who says what";
pub const STEPS: &str = "Stages";
pub const RESTS_ON: &str = "Rests on";
pub const ODD: &str = "Note";
pub const PRINTED: &str = "Printed as";
pub const FIND: &str = "Find in the text";
pub const AS_REPORTED_BY: &str = "quoting or reporting";
pub const DOCUMENTS: &str = "Documents";
pub const RELATED: &str = "Linked records";
pub const CHECK: &str = "How it stands today";
pub const DIFFER: &str = "Sources differ";
pub const ABOUT_WHOM: &str = "Parties";
pub const NO_DATE: &str = "no date in the source";
pub const INFERRED: &str = "inferred";
pub const PUBLISHED: &str = "date of publication";
pub const SCHEDULED: &str = "then still to come";
pub const SELF: &str = "About itself";
pub const HELD: &str = "What was read";
pub const SPEAKS_UP_TO: &str = "Speaks up to";
pub const EXAMINED: &str = "Years examined";

/// The paragraphs of [`ABOUT`].
pub const ABOUT_TEXT: [&str; 4] = [
    "A record holds claims: who says what, and where. Nothing here is stated as a fact by this site. Where sources differ, their claims stand side by side.",
    "Dates are as the sources give them. A year alone is drawn as a span; what is not certain is hatched.",
    "Knowledge ends. A request, a treaty or a detention is shown as going on only up to the last day of the source that says so; after that it is “as last reported”, its bar fades, and it is not counted as present.",
    "Behind each timeline, a faint band shows the years its sources examined. Where there is no band, silence means nothing.",
];

/// What the legend under the timelines explains: class and words.
pub const LEGEND: [(&str, &str); 5] = [
    ("core", "going on"),
    ("possible", "possibly, by the dates"),
    ("fade", "knowledge ends"),
    ("point", "dated act"),
    ("band", "years examined"),
];

/// The sign before the name of a record, which the legend explains too.
pub const LEGEND_DIFFER: &str = "‡ sources differ";

/// What a count of marks stands for: how many records, the days over which
/// they begin, and that zooming shows them apart, if it does.
pub fn cluster(count: usize, opens: Option<Span>) -> String {
    let records = records(count as u32);
    match opens {
        Some(days) => fill("{0}, {1}. {2}", &[&records, &span(days), ZOOM_IN]),
        None => records,
    }
}

/// The name of a facet.
pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Series => "Timeline",
        Facet::Status => "Status on that day",
        Facet::Body => "UN body or mandate",
        Facet::Actor => "Others concerned",
        Facet::Theme => "Theme",
        Facet::Place => "Place",
        Facet::Source => "Source",
        Facet::Kind => "Kind of publisher",
        Facet::Disagreement => "Where sources differ",
    }
}

/// The label of a value of the status facet, of which a state has three.
pub fn status_value(key: &str, state: &str) -> String {
    let state = if key == "not-yet" { "Nothing yet" } else { state };
    let template = if key.ends_with("-possibly") {
        "{0} (possibly)"
    } else if key.ends_with("-last") {
        "{0} (as last reported)"
    } else {
        "{0}"
    };
    fill(template, &[state])
}

/// `1 record`, `37 records`.
pub fn records(count: u32) -> String {
    counted(count, &[(One, "{0} record"), (Other, "{0} records")])
}

/// `12 chosen`.
pub fn chosen(count: usize) -> String {
    counted(count as u32, &[(Other, "{0} chosen")])
}

/// `37 of 139 records`.
pub fn shown(count: u32, all: usize) -> String {
    fill("{0} of {1}", &[&number(count), &records(all as u32)])
}

/// `: 32 certainly, 5 possibly in these years`.
pub fn in_years(certain: u32, possible: u32) -> String {
    fill(": {0} certainly, {1} possibly in these years", &[&number(certain), &number(possible)])
}

/// `No word begins with “tortrue”; showing “torture”. `
pub fn corrected(typed: &str, used: &str) -> String {
    fill("No word begins with “{0}”; showing “{1}”. ", &[typed, used])
}

/// `This page has no “visit-nope”, which the address asks for. What else the address
/// asks for is shown.`
pub fn unknown(names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names: Vec<String> = names.iter().map(|name| fill("“{0}”", &[name])).collect();
    let template =
        "This page has no {0}, which the address asks for. What else the address asks for is shown.";
    fill(template, &[&names.join(", ")])
}

/// `2 claims, 2 sources`.
pub fn claims(claims: usize, sources: usize) -> String {
    let sources = counted(sources as u32, &[(One, "{0} source"), (Other, "{0} sources")]);
    fill("{0}, {1}", &[&n_claims(claims), &sources])
}

/// `206 claims`.
pub fn n_claims(count: usize) -> String {
    counted(count as u32, &[(One, "{0} claim"), (Other, "{0} claims")])
}

/// `The sources know nothing after November 2022.`
pub fn horizon(horizon: Day) -> String {
    fill("The sources know nothing after {0}.", &[&last_day(horizon)])
}

/// What a record is in on the as-of day, and for how long.
pub fn status(dataset: &Dataset, status: Status, length: Option<Length>) -> String {
    let label = |state: u16| dataset.states.get(usize::from(state)).map_or("", |state| state.label.as_str());
    let text = match status {
        Status::NotYet => "Nothing yet on this day".to_string(),
        Status::Certain(state) => label(state).to_string(),
        Status::Possible(state) => fill("Possibly: {0}", &[label(state)]),
        Status::LastReported(state, known) => {
            fill("{0} as last reported, {1}", &[label(state), &last_day(known)])
        }
    };
    match length {
        Some(length) => fill("{0} · {1}", &[&text, &length::duration(length)]),
        None => text,
    }
}

/// Who says it, what kind of publisher that is, and up to when it speaks.
pub fn publisher(name: &str, kind: &str, as_of: &str) -> String {
    fill("{0} · {1}, {2}", &[name, kind, as_of])
}

/// One text and then another.
pub fn joined(one: &str, other: &str) -> String {
    [one, other].concat()
}
