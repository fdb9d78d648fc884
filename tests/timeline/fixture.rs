//! A small dataset with every awkward case, built by hand.

use standing_invitation::data::*;

/// Acts, by their place in the fixture.
pub const SIGNATURE: u16 = 0;
pub const RATIFICATION: u16 = 1;
pub const REQUEST: u16 = 2;
pub const REMINDER: u16 = 3;
pub const VISIT: u16 = 4;
pub const RESTRICTION: u16 = 5;
pub const REPORT: u16 = 6;

/// Reads `2005`, `2005-08` or `2005-08-29`.
pub fn span(text: &str) -> Span {
    Span::parse(text).unwrap_or_else(|| panic!("not a date: {text}"))
}

/// A dated step known to November 2016.
pub fn step(act: u16, start: &str, end: End) -> Step {
    Step { act, start: span(start), end, known: Day::new(2016, 11, 30) }
}

/// A step that lies anywhere up to `latest`, known to November 2016.
pub fn before(act: u16, latest: &str, end: End) -> Step {
    let start = Span { earliest: Day::EARLIEST, latest: span(latest).latest };
    Step { act, start, end, known: Day::new(2016, 11, 30) }
}

pub fn until(text: &str) -> End {
    End::At(span(text))
}

/// Two sources speak of the first series, one of the second, and none that is
/// in the data of the third.
pub fn record(series: u16, id: &str, label: &str, steps: Vec<Step>) -> Record {
    let sources: &[u32] = match series {
        0 => &[SOURCE, SOURCE + 1],
        1 => &[SOURCE],
        _ => &[],
    };
    let values = [&[u32::from(series)], sources].concat();
    Record { id: id.to_owned(), label: label.to_owned(), series, values, steps }
}

/// The first source, as a facet value: before it stand three series and three
/// statuses for each of seven states.
const SOURCE: u32 = 3 + 3 * 7;

/// Everything but records.
pub fn empty() -> Dataset {
    let value = |facet, key: &str, label: &str| Value { facet, key: key.to_owned(), label: label.to_owned() };
    let mut values = vec![
        value(Facet::Series, "treaties", "Treaties"),
        value(Facet::Series, "visits", "Visits"),
        value(Facet::Series, "events", "Events"),
    ];
    let mut states = Vec::new();
    let names = [
        ("signed", true),
        ("party", true),
        ("requested", true),
        ("visited", false),
        ("restricted", true),
        ("reported", false),
        ("ended", false),
    ];
    for (key, open) in names {
        states.push(State { key: key.to_owned(), label: key.to_owned(), open, value: values.len() as u32 });
        values.extend((0..3).map(|_| value(Facet::Status, key, key)));
    }
    assert_eq!(values.len() as u32, SOURCE);
    values.push(value(Facet::Source, "one", "Source One"));
    values.push(value(Facet::Source, "two", "Source <Two>"));
    // The name is for whoever reads the list of acts below.
    let act = |_name: &str, state| Act { state };
    let coverage = |source, from: &str, to: &str| Coverage {
        source,
        span: Span { earliest: span(from).earliest, latest: span(to).latest },
    };
    let series = |value, group: &str| Series { value, group: group.to_owned() };
    Dataset {
        disagreements: Vec::new(),
        findings: Vec::new(),
        promises: Vec::new(),
        values,
        acts: vec![
            act("signature", Some(0)),
            act("ratification", Some(1)),
            act("request", Some(2)),
            act("reminder", None),
            act("visit", Some(3)),
            act("restriction", Some(4)),
            act("report", None),
        ],
        states,
        series: vec![series(0, "Signed"), series(1, "Let in"), series(2, "Let in")],
        coverage: vec![coverage(SOURCE, "2013", "2016-11"), coverage(SOURCE + 1, "2006", "2019")],
        records: Vec::new(),
        horizon: Day::new(2016, 11, 30),
        beginning: Day::new(1998, 1, 1),
    }
}

/// Every awkward case once, and one crowd.
pub fn awkward() -> Dataset {
    let mut dataset = empty();
    dataset.records = vec![
        record(
            0,
            "exact-going-on",
            "Covenant",
            vec![
                step(SIGNATURE, "1998-10-05", End::GoingOn),
                step(REPORT, "2005", until("2008-08-30")),
                step(REPORT, "2014-02-27", End::Same),
            ],
        ),
        record(
            0,
            "signed-then-party",
            "Signed, then party",
            vec![step(SIGNATURE, "2001", End::Same), step(RATIFICATION, "2005", End::GoingOn)],
        ),
        record(
            0,
            "unknown-start",
            "Since nobody says",
            vec![before(SIGNATURE, "2016-11-30", End::GoingOn), step(REPORT, "2011", End::Same)],
        ),
        record(1, "year-only", "Year only", vec![step(REMINDER, "2004", End::Same)]),
        record(
            1,
            "request-reminded",
            "Judges",
            vec![
                step(REQUEST, "2005", End::GoingOn),
                step(REMINDER, "2008", End::Same),
                step(REMINDER, "2013-10", End::Same),
            ],
        ),
        record(1, "visit-interval", "Visit", vec![step(VISIT, "2005-08-29", until("2005-09-02"))]),
        record(1, "request-ended", "Asked until 2009", vec![step(REQUEST, "2006-03", until("2009"))]),
        record(1, "request-unknown-end", "Asked, end unknown", vec![step(REQUEST, "2007", End::Unknown)]),
        record(1, "visit-before", "Before March 2010", vec![before(VISIT, "2010-03-01", End::Same)]),
        record(2, "restriction-interval", "Ten months", vec![step(RESTRICTION, "2009-07", until("2010-05"))]),
    ];
    for day in 1..=9 {
        let id = format!("crowd-{day}");
        let start = format!("2013-0{day}");
        dataset.records.push(record(2, &id, "Crowd", vec![step(REPORT, &start, End::Same)]));
    }
    dataset.records.extend([
        record(0, "undated-signature", "Not dated", vec![before(SIGNATURE, "2016-11-30", End::GoingOn)]),
        record(0, "undated-report", "Not dated either", vec![before(REPORT, "2016-11-30", End::Same)]),
        record(2, "no-steps", "No steps", vec![]),
    ]);
    dataset
}

/// All records, in the order of the dataset.
pub fn all(dataset: &Dataset) -> Vec<RecordId> {
    (0..).take(dataset.records.len()).collect()
}
