//! The words of the summary strip.

use super::length::{duration, rounded_down};
use super::{day, last_day, plural};
use crate::data::{Dataset, Day, Finding, Found, Length, Part, Span};

/// What the section is called.
pub const SUMMARY: &str = "In numbers";
/// What stands over the definitions.
pub const DEFINITIONS: &str = "What these numbers count";
/// What the definitions begin with.
pub const DEFINITIONS_NOTE: &str = "Each number counts records of this page and leads to them. What was last reported on an earlier day is never counted as so on the day that the page is seen from, and no time is counted past it.";
/// What is counted of the sources themselves.
pub const DISAGREEMENTS: &str = "Matters on which the sources differ";
/// And what that means.
pub const DISAGREEMENTS_DEFINITION: &str =
    "All that were found, whatever the day. A matter is told by a day once two of its sides have spoken.";

/// `on this day`: the words behind the number of one part of a finding.
pub fn part(dataset: &Dataset, finding: &Finding, found: &Found, part: Part) -> String {
    let mut text = String::new();
    match (part, found.reported) {
        (Part::Last, Some(reported)) => {
            text.push_str("as last reported, ");
            text.push_str(&reports(reported));
        }
        (Part::Possible, _) => text.push_str("possibly"),
        _ => {
            let open = |state: &u16| dataset.states.get(usize::from(*state)).is_some_and(|it| it.open);
            let lasts = finding.states.iter().any(open);
            text.push_str(if lasts { "on this day" } else { "by this day" });
        }
    }
    text
}

/// `November 2016`, or `November 2016 to 2019` where the reports end on several days.
fn reports(days: Span) -> String {
    let mut text = last_day(days.earliest);
    if !days.is_exact() {
        text.push_str(" to ");
        text.push_str(&last_day(days.latest));
    }
    text
}

/// What else there is to say of a number: what it is a part of, and until when
/// it is known.
pub fn notes(finding: &Finding, found: &Found) -> String {
    let mut text = String::new();
    if !finding.of.is_empty() && found.of > 0 {
        text.push_str("Of ");
        text.push_str(&found.of.to_string());
        text.push_str(" told one by one.");
    }
    // What was last reported says so itself.
    let present = found.count(Part::Certain) + found.count(Part::Possible) > 0;
    if let Some(horizon) = found.horizon.filter(|_| present) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str("Known to ");
        text.push_str(&last_day(horizon));
        text.push('.');
    }
    text
}

/// `The longest: at least 10, at most 12 years, to November 2016`.
pub fn longest(length: Length) -> String {
    let mut text = String::from("The longest: ");
    if length.at_most.is_some() {
        text.push_str(&duration(length));
    } else {
        let (least, unit) = rounded_down(length.at_least);
        text.push_str("at least ");
        text.push_str(&plural(least, unit.one(), unit.many()));
        text.push_str(", of others the beginning is not known");
    }
    text.push_str(", to ");
    text.push_str(&last_day(length.until));
    text
}

/// `109 told by this day.`
pub fn told(told: u32) -> String {
    let mut text = told.to_string();
    text.push_str(" told by this day.");
    text
}

/// What is greyed: `Seen as of June 2010. Greyed is what is later than that: 5
/// of 5 sources, and 300 of 577 records, of which nothing had begun.`
pub fn greyed(as_of: Day, horizon: Day, sources: [usize; 2], records: [usize; 2]) -> String {
    let mut text = String::from("Seen as of ");
    text.push_str(&if as_of > horizon { day(as_of) } else { last_day(as_of) });
    text.push_str(". ");
    if sources[0] == 0 {
        text.push_str("No source knows anything after ");
        text.push_str(&last_day(horizon));
        text.push_str(", and most end earlier: what one reports is not taken to go on after its end.");
        return text;
    }
    text.push_str("Greyed is what is later than this day: ");
    text.push_str(&sources[0].to_string());
    text.push_str(" of ");
    text.push_str(&sources[1].to_string());
    text.push_str(" sources with their claims, and ");
    text.push_str(&records[0].to_string());
    text.push_str(" of ");
    text.push_str(&records[1].to_string());
    text.push_str(" records, of which nothing had begun.");
    text
}
