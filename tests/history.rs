//! What a record is in on a day: the rule that knowledge ends, over all
//! records and many days, and hand-worked examples.

use standing_invitation::data::{Dataset, Day, Record, Span, Status};

fn day(text: &str) -> Day {
    Span::parse(text).map(|span| span.earliest).expect("a date")
}

#[track_caller]
fn record<'a>(dataset: &'a Dataset, id: &str) -> &'a Record {
    let id = dataset.record(id).expect("a record of the dataset");
    &dataset.records[id as usize]
}

/// `requested since 2011..2011, 1795 to 2159 days` and the like.
fn tell(dataset: &Dataset, id: &str, on: &str) -> String {
    let record = record(dataset, id);
    let on = day(on);
    let name = |state: u16| dataset.states[usize::from(state)].key.clone();
    let status = match dataset.status(record, on) {
        Status::NotYet => "nothing yet".to_string(),
        Status::Certain(state) => name(state),
        Status::Possible(state) => format!("possibly {}", name(state)),
        Status::LastReported(state, day) => format!("{} as last reported on {}", name(state), day.iso()),
    };
    match dataset.length(record, on) {
        None => status,
        Some(length) => {
            let at_most = length.at_most.map(|days| days.to_string()).unwrap_or("?".to_string());
            format!("{status}, {} to {at_most} days", length.at_least)
        }
    }
}

/// Every month of a century and a half, and every day on which a record changes.
fn days(dataset: &Dataset) -> Vec<Day> {
    let mut days: Vec<Day> =
        (1900..2050).flat_map(|year| (1..=12).map(move |month| Day::new(year, month, 1))).collect();
    for step in dataset.records.iter().flat_map(|record| &record.steps) {
        for near in [step.start.earliest, step.start.latest, step.known] {
            days.extend([-1, 0, 1].map(|offset| Day(near.0 + offset)));
        }
    }
    days.sort_unstable();
    days.dedup();
    days
}

#[test]
fn no_open_state_is_present_and_no_length_counted_past_the_last_claim_that_asserts_it() {
    let dataset = Dataset::embedded();
    assert!(dataset.records.len() > 100, "the dataset is not empty");
    let days = days(&dataset);
    let mut expired = 0;
    for record in &dataset.records {
        let known = record.steps.iter().map(|step| step.known).max().expect("a step");
        for day in &days {
            let status = dataset.status(record, *day);
            if let Status::Certain(state) | Status::Possible(state) = status
                && dataset.states[usize::from(state)].open
            {
                assert!(*day <= known, "{} is {status:?} on {}", record.id, day.iso());
            }
            expired += usize::from(matches!(status, Status::LastReported(..)));
            if let Some(length) = dataset.length(record, *day) {
                assert!(length.until <= known, "{} counted to {}", record.id, length.until.iso());
                assert!(length.until <= *day, "{} counted past {}", record.id, day.iso());
                assert!(length.at_most.is_none_or(|at_most| length.at_least <= at_most), "{}", record.id);
                assert_eq!(length.last_reported, matches!(status, Status::LastReported(..)));
            }
        }
    }
    assert!(expired > 1000, "the rule was tried on records whose knowledge ends");
}

#[test]
fn nothing_comes_back_from_a_later_day() {
    let dataset = Dataset::embedded();
    let days = days(&dataset);
    for record in &dataset.records {
        let mut begun = false;
        for day in &days {
            let not_yet = dataset.status(record, *day) == Status::NotYet;
            assert!(!(begun && not_yet), "{} had begun before {}", record.id, day.iso());
            begun |= !not_yet;
        }
    }
}

#[test]
fn a_request_with_reminders_stays_open_until_the_source_ends() {
    let dataset = Dataset::embedded();
    let tell = |on: &str| tell(&dataset, "visit-judges-lawyers", on);
    assert_eq!(tell("2010-12-31"), "nothing yet");
    assert_eq!(tell("2011-06-01"), "possibly requested");
    // From 31 December or 1 January 2011 to 1 January 2013.
    assert_eq!(tell("2013-01-01"), "requested, 367 to 731 days");
    assert_eq!(tell("2016-11-30"), "requested, 1796 to 2160 days");
    assert_eq!(tell("2016-12-01"), "requested as last reported on 2016-11-30, 1796 to 2160 days");
    assert_eq!(tell("2026-01-01"), "requested as last reported on 2016-11-30, 1796 to 2160 days");
}

#[test]
fn a_treaty_signed_and_not_ratified() {
    let dataset = Dataset::embedded();
    let tell = |on: &str| tell(&dataset, "treaty-iccpr", on);
    assert_eq!(tell("1998-10-04"), "nothing yet");
    assert_eq!(tell("1998-10-05"), "signed, 0 to 0 days");
    assert_eq!(tell("1999-10-05"), "signed, 365 to 365 days");
}

#[test]
fn an_interval_with_an_end_is_over_after_it() {
    let dataset = Dataset::embedded();
    let id = "internet-shutdown-xinjiang-2009";
    let tell = |on: &str| tell(&dataset, id, on);
    assert_eq!(tell("2009-06-30"), "nothing yet");
    assert_eq!(tell("2009-07-15"), "possibly under-restriction");
    assert_eq!(tell("2009-08-01"), "under-restriction, 1 to 31 days");
    assert_eq!(tell("2010-05-15"), "possibly ended");
    assert_eq!(tell("2010-05-31"), "ended");
    assert_eq!(tell("2022-11-30"), "ended");
}

#[test]
fn a_treaty_not_signed_has_no_beginning_and_ends_with_knowledge() {
    let dataset = Dataset::embedded();
    let tell = |on: &str| tell(&dataset, "treaty-rome-statute", on);
    assert_eq!(tell("2005-01-01"), "possibly not-signed");
    assert_eq!(tell("2019-12-31"), "not-signed, 0 to ? days");
    assert_eq!(tell("2020-01-01"), "not-signed as last reported on 2019-12-31, 0 to ? days");
}
