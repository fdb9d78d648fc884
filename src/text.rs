//! Every visible word that is not data, in one place and ready for other
//! languages. Numbers and dates are put into words only here.

// What each constant means is what it says.
#![allow(missing_docs)]

pub mod date;
pub mod embed;
pub mod excerpt;
pub mod facets;
pub mod finding;
pub mod keys;
pub mod length;
pub mod neighbours;
pub mod permanent;
pub mod place;
pub mod practice;
pub mod table;

use crate::data::{Dataset, Day, Facet, Length, Span, Status};

pub const LOOK: &str = "Light or dark, otherwise as the browser is set";
pub const LOOKS: [(&str, &str); 3] = [("", "Light or dark"), ("light", "Light"), ("dark", "Dark")];
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
    let mut text = records(count as u32);
    if let Some(days) = opens {
        text.push_str(", ");
        text.push_str(&span(days));
        text.push_str(". ");
        text.push_str(ZOOM_IN);
    }
    text
}

/// The short name of a month, 1 to 12, for the axis.
pub fn short_month(number: i32) -> &'static str {
    month(number).get(..3).unwrap_or_default()
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
    let mut label = if key == "not-yet" { "Nothing yet" } else { state }.to_string();
    if key.ends_with("-possibly") {
        label.push_str(" (possibly)");
    } else if key.ends_with("-last") {
        label.push_str(" (as last reported)");
    }
    label
}

/// `29 August 2005`.
pub fn day(day: Day) -> String {
    let (year, number, date) = day.ymd();
    let mut text = date.to_string();
    text.push(' ');
    text.push_str(month(number));
    text.push(' ');
    text.push_str(&year.to_string());
    text
}

/// `November 2016` for the last day of that month, `2016` for the last of that
/// year, else the day.
pub fn last_day(last: Day) -> String {
    let (year, number, date) = last.ymd();
    if (number, date) == (12, 31) {
        year.to_string()
    } else if date == Day::days_in_month(year, number) {
        month_of(year, number)
    } else {
        day(last)
    }
}

/// `November 2016`.
fn month_of(year: i32, number: i32) -> String {
    let mut text = month(number).to_string();
    text.push(' ');
    text.push_str(&year.to_string());
    text
}

/// The span of a whole year or month as such, a day as a day, and anything
/// else from its first day to its last.
pub fn span(span: Span) -> String {
    if span.is_exact() {
        return day(span.earliest);
    }
    let (year, number, date) = span.earliest.ymd();
    let whole_year = span == Span { earliest: Day::new(year, 1, 1), latest: Day::new(year, 12, 31) };
    let last = Day::new(year, number, Day::days_in_month(year, number));
    if whole_year {
        return year.to_string();
    }
    if date == 1 && span.latest == last {
        return month_of(year, number);
    }
    let mut text = day(span.earliest);
    text.push_str(" – ");
    text.push_str(&day(span.latest));
    text
}

/// `1990–2020`: the years from one day to another.
pub fn years(days: Span) -> String {
    format!("{}–{}", days.earliest.year(), days.latest.year())
}

/// The name of a month, 1 to 12.
pub fn month(number: i32) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS.get((number - 1) as usize).copied().unwrap_or_default()
}

/// `1 record`, `37 records`.
pub fn records(count: u32) -> String {
    plural(count, "record", "records")
}

/// `12 chosen`.
pub fn chosen(count: usize) -> String {
    let mut text = count.to_string();
    text.push_str(" chosen");
    text
}

/// `37 of 139 records`.
pub fn shown(count: u32, all: usize) -> String {
    let mut text = count.to_string();
    text.push_str(" of ");
    text.push_str(&records(all as u32));
    text
}

/// `: 32 certainly, 5 possibly in these years`.
pub fn in_years(certain: u32, possible: u32) -> String {
    let mut text = ": ".to_string();
    text.push_str(&certain.to_string());
    text.push_str(" certainly, ");
    text.push_str(&possible.to_string());
    text.push_str(" possibly in these years");
    text
}

/// Appends `No word begins with “tortrue”; showing “torture”. `
pub fn corrected(typed: &str, used: &str, text: &mut String) {
    for part in ["No word begins with “", typed, "”; showing “", used, "”. "] {
        text.push_str(part);
    }
}

/// `2 claims, 2 sources`.
pub fn claims(claims: usize, sources: usize) -> String {
    let mut text = plural(claims as u32, "claim", "claims");
    text.push_str(", ");
    text.push_str(&plural(sources as u32, "source", "sources"));
    text
}

fn plural(count: u32, one: &str, many: &str) -> String {
    let mut text = count.to_string();
    text.push(' ');
    text.push_str(if count == 1 { one } else { many });
    text
}

/// `Nothing after November 2022.`
pub fn horizon(horizon: Day) -> String {
    let mut text = "The sources know nothing after ".to_string();
    text.push_str(&last_day(horizon));
    text.push('.');
    text
}

/// What a record is in on the as-of day, and for how long.
pub fn status(dataset: &Dataset, status: Status, length: Option<Length>) -> String {
    let label = |state: u16| dataset.states.get(usize::from(state)).map(|state| state.label.as_str());
    let mut text = String::new();
    match status {
        Status::NotYet => text.push_str("Nothing yet on this day"),
        Status::Certain(state) => text.push_str(label(state).unwrap_or_default()),
        Status::Possible(state) => {
            text.push_str("Possibly: ");
            text.push_str(label(state).unwrap_or_default());
        }
        Status::LastReported(state, known) => {
            text.push_str(label(state).unwrap_or_default());
            text.push_str(" as last reported, ");
            text.push_str(&last_day(known));
        }
    }
    if let Some(length) = length {
        text.push_str(" · ");
        text.push_str(&length::duration(length));
    }
    text
}

/// Who says it, what kind of publisher that is, and up to when it speaks.
pub fn publisher(name: &str, kind: &str, as_of: &str) -> String {
    format!("{name} · {kind}, {as_of}")
}

/// One text and then another.
pub fn joined(one: &str, other: &str) -> String {
    let mut text = String::with_capacity(one.len() + other.len());
    text.push_str(one);
    text.push_str(other);
    text
}

/// `206 claims`.
pub fn n_claims(count: usize) -> String {
    plural(count as u32, "claim", "claims")
}
