//! The layout of the timeline: drawings to be read in a review, and what holds
//! for every dataset and window.

#[path = "timeline/ascii.rs"]
mod ascii;
#[path = "timeline/drawings.rs"]
mod drawings;
#[path = "timeline/fixture.rs"]
mod fixture;
#[path = "timeline/laws.rs"]
mod laws;
#[path = "timeline/random.rs"]
mod random;

use expect_test::{expect, expect_file};
use standing_invitation::data::{Dataset, Day, Facet};
use standing_invitation::timeline::svg::{Live, Texts, svg};
use standing_invitation::timeline::*;

use fixture::{all, awkward, span};

/// Tenths of a pixel; the letters of the drawing are eight pixels wide.
const CHAR_WIDTH: i32 = 80;

fn view(from: &str, to: &str, as_of: &str) -> View {
    View { from: span(from).earliest, to: span(to).latest, as_of: span(as_of).latest }
}

fn frame(dataset: &Dataset, width: i32, most: i32) -> Frame {
    Frame { width, row_height: 24, char_width: CHAR_WIDTH, rows: rows(dataset, &[0, 1, 2], CHAR_WIDTH, most) }
}

#[test]
fn the_height_stays_whatever_is_filtered_or_zoomed() {
    let dataset = awkward();
    let wide = frame(&dataset, 1_400, 8);
    let narrow = Frame { width: 360, ..wide.clone() };
    let height = layout(&dataset, &all(&dataset), &[0, 1, 2], view("1997", "2019", "2016"), &wide).height;
    for records in [all(&dataset), vec![3], vec![]] {
        for frame in [&wide, &narrow] {
            for view in [view("1997", "2019", "2016"), view("2005-01", "2005-04", "2001")] {
                assert_eq!(layout(&dataset, &records, &[0, 1, 2], view, frame).height, height);
            }
        }
    }
}

#[test]
fn records_of_lanes_that_are_not_shown_are_counted() {
    let dataset = awkward();
    let view = view("1997", "2019", "2016-11");
    let timeline = layout(&dataset, &all(&dataset), &[1], view, &frame(&dataset, 960, 8));
    assert_eq!(timeline.lanes.len(), 1);
    assert_eq!(timeline.marks.len() + timeline.elsewhere, dataset.records.len());
}

#[test]
fn lanes_part_by_any_facet_and_a_record_stands_in_each_of_its_own() {
    let dataset = awkward();
    let check = |lanes: &[u32], as_of: &str, expected: expect_test::Expect| {
        let rows = rows(&dataset, lanes, CHAR_WIDTH, 8);
        let frame = Frame { width: 960, row_height: 24, char_width: CHAR_WIDTH, rows };
        let timeline = layout(&dataset, &all(&dataset), lanes, view("1997", "2019", as_of), &frame);
        let lanes = timeline.lanes.iter().map(|lane| {
            let value = &dataset.values[lane.value as usize];
            format!("{}: {} records, {} bands\n", value.label, lane.records, lane.bands.len())
        });
        expected.assert_eq(&format!("{}elsewhere: {}\n", lanes.collect::<String>(), timeline.elsewhere));
    };
    let sources: Vec<u32> = dataset.values_of(Facet::Source).map(|(id, _)| id).collect();
    check(
        &sources,
        "2016-11",
        expect![[r#"
            Source One: 11 records, 1 bands
            Source <Two>: 5 records, 1 bands
            elsewhere: 11
        "#]],
    );
    let requested = dataset.value(Facet::Status, "requested").expect("a status");
    check(
        &[requested],
        "2007",
        expect![[r#"
        requested: 3 records, 0 bands
        elsewhere: 19
    "#]],
    );
    check(
        &[requested],
        "2012",
        expect![[r#"
        requested: 1 records, 0 bands
        elsewhere: 21
    "#]],
    );
}

#[test]
fn the_static_drawing() {
    let dataset = awkward();
    let view = view("1997", "2019", "2013-06");
    let timeline = layout(&dataset, &all(&dataset), &[0, 1, 2], view, &frame(&dataset, 960, 4));
    let texts = Texts {
        name: "Timeline",
        live: Some(Live {
            mark: &|record| format!("Title of {}", dataset.records[record as usize].id),
            cluster: &|cluster| format!("{} records", cluster.records.len()),
        }),
    };
    let drawing = svg(&dataset, &timeline, &texts);
    assert!(!drawing.contains("style"), "the page's policy forbids style attributes");
    expect_file!["snapshots/timeline.svg"].assert_eq(&drawing);
}

#[test]
fn the_overview_counts_what_touches_a_stretch_of_time() {
    let dataset = awkward();
    let overview = overview(&dataset, &all(&dataset), view("2005", "2006", "2016"), 120);
    let bins: String =
        overview.bins.iter().map(|bin| format!("{}+{} {:?}\n", bin.x, bin.width, bin.counts)).collect();
    expect![[r#"
        6+6 [1, 0, 0]
        12+6 [1, 0, 0]
        18+6 [2, 0, 0]
        24+6 [2, 0, 0]
        30+6 [2, 0, 0]
        36+6 [2, 1, 0]
        42+6 [2, 2, 0]
        48+6 [2, 3, 0]
        54+6 [2, 3, 0]
        60+6 [2, 3, 0]
        66+6 [2, 2, 0]
        72+6 [2, 3, 1]
        78+6 [3, 1, 0]
        84+6 [3, 1, 0]
        90+6 [2, 1, 7]
        96+6 [2, 1, 3]
        102+6 [2, 1, 0]
        108+6 [2, 1, 0]
        114+6 [3, 1, 0]
        most 10 window (45, 57)
    "#]]
    .assert_eq(&format!("{bins}most {} window {:?}\n", overview.most, overview.window));
}

#[test]
fn the_embedded_dataset_fits() {
    let dataset = Dataset::embedded();
    let lanes: Vec<u32> = dataset.series.iter().map(|series| series.value).collect();
    let whole = Limits::of(&dataset).whole(REFERENCE_WIDTH);
    let view = View { from: whole.from(), to: whole.to(), as_of: dataset.horizon };
    let frame = Frame { width: 960, row_height: 24, char_width: 65, rows: rows(&dataset, &lanes, 65, 28) };
    let timeline = layout(&dataset, &all(&dataset), &lanes, view, &frame);
    laws::assert_lawful(&dataset, &all(&dataset), &timeline);
    assert_eq!((timeline.outside_before, timeline.outside_after, timeline.elsewhere), (0, 0, 0));
}

#[test]
fn drawing_fifty_thousand_records_stays_small() {
    let dataset = random::random(5, 50_000, 40);
    let records = all(&dataset);
    let frame = frame(&dataset, 960, 28);
    let mut scale = Limits::of(&dataset).whole(960);
    while scale.days() > SHORTEST {
        let view = View { from: scale.from(), to: scale.to(), as_of: Day(scale.from().0 + 40) };
        let timeline = layout(&dataset, &records, &[0, 1, 2], view, &frame);
        for lane in &timeline.lanes {
            let within = |y: i32| (lane.y..lane.y + lane.height).contains(&y);
            let dated = timeline.marks.iter().filter(|mark| within(mark.y) && !mark.undated).count();
            let clusters = timeline.clusters.iter().filter(|cluster| within(cluster.y)).count();
            assert!(dated + clusters < 360, "{dated} marks and {clusters} clusters in one lane");
        }
        laws::assert_lawful(&dataset, &records, &timeline);
        scale = scale.zoom(480, 1, 4).within(Limits::of(&dataset));
    }
}
