//! What holds for every drawing.

use standing_invitation::data::{Dataset, Day, RecordId};
use standing_invitation::timeline::*;

use crate::fixture::all;
use crate::random::{Numbers, random};

/// Nothing touches, nothing is lost, nothing is out of order.
#[track_caller]
pub fn assert_lawful(dataset: &Dataset, records: &[RecordId], timeline: &Timeline) {
    assert_nothing_touches(dataset, timeline);
    assert_nothing_is_lost(records, timeline);
    assert_bars_are_in_order(timeline);
}

#[track_caller]
fn assert_nothing_touches(dataset: &Dataset, timeline: &Timeline) {
    // Row, left and right edge, and whose it is.
    let mut things: Vec<(i32, i32, i32, RecordId)> = Vec::new();
    for mark in &timeline.marks {
        assert!(0 <= mark.hit.0 && mark.hit.1 <= timeline.width.max(TARGET), "{mark:?}");
        assert!(mark.hit.1 - mark.hit.0 >= TARGET.min(timeline.width), "{mark:?}");
        let (mut x0, mut x1) = mark.hit;
        if let Some(label) = &mark.label {
            let (from, to) = label.extent();
            assert!(from >= 0 && to <= timeline.width.max(x1), "{mark:?}");
            match label.side {
                Side::Right if mark.undated => {}
                Side::Right => assert!(from >= x1),
                Side::Left => assert!(to <= x0),
                Side::Inside => {
                    assert!(from >= x0 && to <= x1);
                    for point in &mark.points {
                        assert!(point.x <= from || point.x >= to, "a symbol under its own name: {mark:?}");
                    }
                }
            }
            (x0, x1) = (x0.min(from), x1.max(to));
        }
        things.push((mark.y, x0, x1, mark.record));
    }
    for cluster in &timeline.clusters {
        let first = cluster.records.first().copied().unwrap_or_default();
        things.push((cluster.y, cluster.x, cluster.x + cluster.width, first));
    }
    things.sort_unstable();
    for (a, b) in things.iter().zip(things.iter().skip(1)) {
        let name = |id: RecordId| dataset.records.get(id as usize).map(|record| &record.id);
        assert!(a.0 + timeline.row.height <= b.0 || a.0 == b.0, "rows overlap: {a:?} {b:?}");
        assert!(a.0 != b.0 || a.2 < b.1, "{:?} {a:?} touches {:?} {b:?}", name(a.3), name(b.3));
    }
    for lane in &timeline.lanes {
        let (top, bottom) = (lane.rows_y, lane.y + lane.height - timeline.row.height);
        let strip = lane.strip_y.unwrap_or(bottom);
        for mark in timeline.marks.iter().filter(|mark| mark.y >= lane.y && mark.y < lane.y + lane.height) {
            assert!(mark.y >= top && mark.y <= bottom);
            assert!(mark.undated == (mark.y >= strip) || lane.strip_y.is_none(), "{mark:?}");
        }
    }
}

#[track_caller]
fn assert_nothing_is_lost(records: &[RecordId], timeline: &Timeline) {
    let mut drawn: Vec<RecordId> = timeline.marks.iter().map(|mark| mark.record).collect();
    drawn.extend(timeline.clusters.iter().flat_map(|cluster| &cluster.records));
    let n_drawn = drawn.len();
    drawn.sort_unstable();
    drawn.dedup();
    assert_eq!(drawn.len(), n_drawn, "a record is drawn twice");
    assert!(drawn.iter().all(|id| records.binary_search(id).is_ok()), "a record was not handed in");
    let counted = timeline.outside_before + timeline.outside_after + timeline.elsewhere;
    assert_eq!(n_drawn + counted, records.len(), "a record is lost");
    let in_lanes: usize = timeline.lanes.iter().map(|lane| lane.records).sum();
    assert_eq!(in_lanes + timeline.elsewhere, records.len());
    assert!(timeline.clusters.iter().all(|cluster| !cluster.records.is_empty()));
}

#[track_caller]
fn assert_bars_are_in_order(timeline: &Timeline) {
    for mark in &timeline.marks {
        for bar in &mark.bars {
            let edges = [0, bar.lead, bar.x0, bar.core0, bar.core1, bar.x1, bar.trail, timeline.width];
            assert!(edges.is_sorted(), "{bar:?}");
            assert!(bar.lead >= mark.hit.0 && bar.trail <= mark.hit.1, "{mark:?}");
        }
        for point in &mark.points {
            assert!(point.x0 <= point.x1, "{point:?}");
        }
        assert!(mark.undated || !mark.bars.is_empty() || !mark.points.is_empty());
    }
}

#[test]
fn laws_hold_for_random_datasets_and_windows() {
    let mut numbers = Numbers(7);
    for seed in 0..300 {
        let n_records = [1, 5, 40, 200, 700][numbers.below(5) as usize];
        let dataset = random(seed, n_records, 1 + numbers.below(60));
        let char_width = 50 + numbers.below(40);
        let lanes: &[u32] = if numbers.below(4) == 0 { &[2, 0] } else { &[0, 1, 2] };
        let rows = rows(&dataset, lanes, char_width, 1 + numbers.below(28));
        let records: Vec<RecordId> = all(&dataset).into_iter().filter(|_| numbers.below(5) > 0).collect();
        let limits = Limits::of(&dataset);
        for _ in 0..6 {
            let width = 200 + numbers.below(1_600);
            let whole = limits.whole(width);
            let scale = whole.zoom(numbers.below(width), 1, 1 + numbers.below(40)).within(limits);
            let as_of = scale.x_to_day(numbers.below(width));
            let view = View { from: scale.from(), to: scale.to(), as_of };
            let frame = Frame { width, row_height: 18 + numbers.below(8), char_width, rows: rows.clone() };
            let timeline = layout(&dataset, &records, lanes, view, &frame);
            assert_lawful(&dataset, &records, &timeline);
            assert_eq!(timeline, layout(&dataset, &records, lanes, view, &frame), "not deterministic");
            for cluster in &timeline.clusters {
                if let Some(span) = cluster.opens {
                    let opened = Scale::showing(span, width).within(limits);
                    assert!(opened.days() < scale.days(), "zooming to {cluster:?} leads nowhere");
                }
            }
        }
    }
}

#[test]
fn nothing_fails_in_frames_and_windows_without_sense() {
    let dataset = random(3, 300, 20);
    let records: Vec<RecordId> = all(&dataset);
    for width in [-5, 0, 1, 10, 23, 60, 100] {
        for (from, to) in [(Day::EARLIEST, Day::LATEST), (Day(0), Day(0)), (Day(9_000), Day(-9_000))] {
            for most in [-1, 0, 1, 40] {
                let rows = rows(&dataset, &[2, 9, 1, 1], 65, most);
                let frame = Frame { width, row_height: 24, char_width: 65, rows };
                let view = View { from, to, as_of: Day::LATEST };
                let timeline = layout(&dataset, &records, &[2, 9, 1, 1], view, &frame);
                assert_nothing_is_lost(&records, &timeline);
                let _ = overview(&dataset, &records, view, width);
            }
        }
    }
}
