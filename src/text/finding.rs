//! The words of the summary strip.

use super::date::lasting;
use super::language::Plural::Other;
use super::length::{duration, rounded_down};
use super::neighbours::of;
use super::{counted, day, fill, last_day};
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
    match (part, found.reported) {
        (Part::Last, Some(reported)) => fill("as last reported, {0}", &[&reports(reported)]),
        (Part::Possible, _) => "possibly".to_string(),
        _ => {
            let open = |state: &u16| dataset.states.get(usize::from(*state)).is_some_and(|it| it.open);
            let lasts = finding.states.iter().any(open);
            if lasts { "on this day" } else { "by this day" }.to_string()
        }
    }
}

/// `November 2016`, or `November 2016 to 2019` where the reports end on several days.
fn reports(days: Span) -> String {
    let first = last_day(days.earliest);
    if days.is_exact() { first } else { lasting(&first, &last_day(days.latest)) }
}

/// What else there is to say of a number: what it is a part of, and until when
/// it is known.
pub fn notes(finding: &Finding, found: &Found) -> String {
    let mut text = String::new();
    if !finding.of.is_empty() && found.of > 0 {
        text = counted(found.of, &[(Other, "Of {0} told one by one.")]);
    }
    // What was last reported says so itself.
    let present = found.count(Part::Certain) + found.count(Part::Possible) > 0;
    if let Some(horizon) = found.horizon.filter(|_| present) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&fill("Known to {0}.", &[&last_day(horizon)]));
    }
    text
}

/// `The longest: at least 10, at most 12 years, to November 2016`.
pub fn longest(length: Length) -> String {
    let until = last_day(length.until);
    if length.at_most.is_some() {
        return fill("The longest: {0}, to {1}", &[&duration(length), &until]);
    }
    let (least, unit) = rounded_down(length.at_least);
    fill(
        "The longest: at least {0}, of others the beginning is not known, to {1}",
        &[&unit.of(least), &until],
    )
}

/// `109 told by this day.`
pub fn told(told: u32) -> String {
    counted(told, &[(Other, "{0} told by this day.")])
}

/// What is greyed: `Seen as of June 2010. Greyed is what is later than that: 5
/// of 5 sources, and 300 of 577 records, of which nothing had begun.`
pub fn greyed(as_of: Day, horizon: Day, sources: [usize; 2], records: [usize; 2]) -> String {
    let template = if sources[0] == 0 {
        "Seen as of {0}. No source knows anything after {1}, and most end earlier: what one reports is not taken to go \
         on after its end."
    } else {
        "Seen as of {0}. Greyed is what is later than this day: {2} sources with their claims, and {3} records, of which \
         nothing had begun."
    };
    let seen = if as_of > horizon { day(as_of) } else { last_day(as_of) };
    let [sources, records] = [sources, records].map(|[part, whole]| of(part as u32, whole as u32));
    fill(template, &[&seen, &last_day(horizon), &sources, &records])
}
