//! Where a record stands among those found, what is linked with it in time, and
//! what to leave out where nothing is found.

use expect_test::{Expect, expect};
use standing_invitation::data::corpus::{Corpus, Link};
use standing_invitation::data::{Dataset, Facet, RecordId};
use standing_invitation::query::neighbours::{Place, in_time};
use standing_invitation::query::{Bitmap, Index, Mode, Narrowing, Query, url};
use standing_invitation::text;

#[test]
fn a_record_has_a_place_among_those_found() {
    let mut found = Bitmap::empty(100);
    for record in [3, 10, 70] {
        found.insert(record);
    }
    let check = |record: Option<RecordId>, number, previous, next| {
        assert_eq!(Place::of(&found, record), Place { number, previous, next }, "{record:?}");
    };
    check(Some(3), Some(1), None, Some(10));
    check(Some(10), Some(2), Some(3), Some(70));
    check(Some(70), Some(3), Some(10), None);
    // One that is open though it is not found stands between its neighbours.
    check(Some(50), None, Some(10), Some(70));
    check(Some(0), None, None, Some(3));
    check(Some(99), None, Some(70), None);
    // Where none is open, one steps to the first and back to the last.
    check(None, None, Some(70), Some(3));
    assert_eq!(Place::of(&Bitmap::empty(100), Some(3)), Place::default());
}

/// The records linked with this one, in the order of time.
#[track_caller]
fn check_linked(id: &str, expected: Expect) {
    let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
    let own = dataset.record(id).expect("a record");
    let near = |link: &&Link| ["same-matter", "follows"].contains(&link.kind.as_str());
    let from = corpus.records[own as usize].links.iter().filter(near).map(|link| link.to.as_str());
    let to = corpus.records.iter().filter(|other| other.links.iter().filter(near).any(|link| link.to == id));
    let ids = from.chain(to.map(|other| other.id.as_str()));
    let linked: Vec<RecordId> = ids.filter_map(|id| dataset.record(id)).collect();
    let words = in_time(&dataset, own, &linked).into_iter().map(|it| {
        let when = text::span(it.start);
        format!("{:?} {when} {}", it.side, dataset.records[it.record as usize].id)
    });
    expected.assert_eq(&words.collect::<Vec<_>>().join("\n"));
}

#[test]
fn linked_records_stand_in_the_order_of_time() {
    check_linked(
        "upr-2013",
        expect![[r#"
        Before 5 October 1998 treaty-iccpr
        Overlapping 2013 defenders-campaign-since-2013
        After November 2016 upr-mid-term-reports
        After November 2018 upr-2018
        After 2019 rating-peer-review"#]],
    );
    check_linked(
        "treaty-iccpr",
        expect![[r#"
        Before 3 September 1997 treaty-vienna-law-of-treaties
        After 2005 coop-ohchr-projects
        After 2013 upr-2013
        After 29 September 2016 plan-2016-iccpr
        After November 2016 asks-iccpr
        After November 2016 asks-states-iccpr
        After November 2016 law-internet-rules
        After 2019 rating-treaties"#]],
    );
    check_linked("visit-torture-2005", expect!["After November 2015 visit-torture-2015"]);
}

#[test]
fn no_linked_record_is_before_or_after_one_without_a_date() {
    let dataset = Dataset::embedded();
    let undated = dataset.records.iter().position(|it| it.steps.iter().all(|step| !step.is_dated()));
    let undated = undated.expect("a record without a date") as RecordId;
    assert_eq!(in_time(&dataset, undated, &[0, 1, 2]), []);
    // Nor is anything its own neighbour, or a neighbour twice.
    assert_eq!(in_time(&dataset, 0, &[0]), []);
    assert_eq!(in_time(&dataset, 0, &[5, 5]).len(), 1);
    assert_eq!(in_time(&dataset, 0, &[undated]), []);
}

#[test]
fn each_narrowing_can_be_taken_out() {
    let dataset = Dataset::embedded();
    let query =
        url::parse(&dataset, "q=lawyers&series=visits&theme.none=torture&from=1990&to=1991&certain=1");
    let mut index = Index::new(&dataset);
    let found = Bitmap::full(dataset.records.len());
    let mut narrowings = |query: &Query| -> Vec<Narrowing> {
        let found = Some(&found).filter(|_| !query.text.is_empty());
        index.ways_out(&dataset, query, found).into_iter().map(|(what, _)| what).collect()
    };
    let all = narrowings(&query);
    let facets = [Facet::Series, Facet::Theme].map(Narrowing::Facet);
    for narrowing in [Narrowing::Text, Narrowing::Time].into_iter().chain(facets) {
        assert!(all.contains(&narrowing), "{}", narrowing.key());
    }
    assert_eq!(all.len(), 4);
    let mut rest = query.clone();
    for narrowing in all {
        assert_eq!(Narrowing::from_key(narrowing.key()), Some(narrowing));
        let before = narrowings(&rest).len();
        rest.widen(&dataset, narrowing);
        assert_eq!(narrowings(&rest).len(), before - 1, "{}", narrowing.key());
    }
    assert_eq!(rest, Query::default());
}

/// A record has exactly one series and one status: it cannot have all of two.
#[test]
fn a_facet_has_the_modes_that_mean_something() {
    let dataset = Dataset::embedded();
    let check = |fragment: &str, facet: Facet, expected: Mode| {
        assert_eq!(url::parse(&dataset, fragment).mode(facet), expected, "{fragment}");
    };
    check("series.all=visits~treaties", Facet::Series, Mode::Any);
    check("series.none=visits~treaties", Facet::Series, Mode::None);
    check("status.all=requested", Facet::Status, Mode::Any);
    check("theme.all=torture~women", Facet::Theme, Mode::All);
    check("theme.all=nothing", Facet::Theme, Mode::Any);
    for record in &dataset.records {
        let series = record.values.iter().filter(|id| dataset.values[**id as usize].facet == Facet::Series);
        assert_eq!(series.count(), 1, "{}", record.id);
    }
}
