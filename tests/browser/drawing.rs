//! Zoom, pan, the overview and the marks.

use serde_json::json;
use standing_invitation::data::Day;

use crate::expected::{dataset, expected};
use crate::explorer::Explorer;
use crate::on_the_page;
use crate::webdriver::key;

fn days((from, to): (Day, Day)) -> i32 {
    to.0 - from.0 + 1
}

fn range(fragment: &str) -> (Day, Day) {
    expected(fragment).range()
}

#[test]
fn buttons_zoom_and_pan() {
    on_the_page("", |explorer, _| {
        let height = explorer.drawing_box();
        explorer.press_tool("zoom-in");
        let once = explorer.moved_on_from("");
        explorer.press_tool("zoom-in");
        let twice = explorer.moved_on_from(&once);
        assert!(days(range(&twice)) < days(range(&once)) && days(range(&once)) < days(range("")));
        assert!(expected(&twice).count() < expected("").count(), "the list follows");

        explorer.press_tool("earlier");
        let earlier = explorer.moved_on_from(&twice);
        assert!(range(&earlier).0 < range(&twice).0 && range(&earlier).1 < range(&twice).1);
        explorer.press_tool("later");
        let later = explorer.moved_on_from(&earlier);
        assert!(range(&later).0 > range(&earlier).0);
        explorer.press_tool("zoom-out");
        let wider = explorer.moved_on_from(&later);
        assert!(days(range(&wider)) > days(range(&later)));

        explorer.press_tool("whole");
        explorer.shows("");
        assert_eq!(explorer.drawing_box(), height, "zoom changes no height");
    });
}

fn has_wheel(explorer: &Explorer) -> bool {
    let has = explorer.engine.has_wheel();
    if !has {
        println!("{:?} has no wheel that turns as it is told: not tested there", explorer.engine);
    }
    has
}

#[test]
fn the_wheel_zooms_where_it_points() {
    on_the_page("", |explorer, _| {
        if !has_wheel(explorer) {
            return;
        }
        let (x, y) = explorer.empty_place(8);
        explorer.wheel_with(key::CONTROL, (x, y), -120);
        let zoomed = explorer.moved_on_from("");
        let ((from, to), (first, last)) = (range(&zoomed), range(""));
        assert!(days((from, to)) < days((first, last)));
        // At eight tenths from the left, more is cut off there than on the right.
        assert!(from.0 - first.0 > 2 * (last.0 - to.0), "{zoomed}");
        explorer.wheel_with(key::CONTROL, (x, y), 120);
        let back = explorer.moved_on_from(&zoomed);
        assert!(days(range(&back)) > days(range(&zoomed)));
    });
}

#[test]
fn the_wheel_alone_scrolls_the_page() {
    on_the_page("", |explorer, _| {
        if !has_wheel(explorer) {
            return;
        }
        let at = explorer.empty_place(5);
        let before = explorer.read("() => scrollY", json!([]));
        explorer.wheel(at, 200);
        explorer.changes("() => scrollY", json!([]), before);
        explorer.shows("");
    });
}

#[test]
fn dragging_pans() {
    on_the_page("from=2004&to=2009", |explorer, _| {
        let (x, y) = explorer.empty_place(3);
        explorer.drag((x, y), (x + 200, y));
        let panned = explorer.moved_on_from("from=2004&to=2009");
        let (before, after) = (range("from=2004&to=2009"), range(&panned));
        assert!(after.0 < before.0 && after.1 < before.1, "to the right is to the past: {panned}");
        assert!((days(after) - days(before)).abs() <= 2, "the stretch keeps its length: {panned}");
    });
}

#[test]
fn a_drag_that_ends_on_a_mark_opens_nothing() {
    on_the_page("series=visits&from=2004&to=2017", |explorer, _| {
        let (x, y) = explorer.place_of_mark("visit-judges-lawyers");
        explorer.drag((x, y), (x + 60, y));
        let panned = explorer.moved_on_from("series=visits&from=2004&to=2017");
        assert_eq!(expected(&panned).open(), [""; 0]);
    });
}

#[test]
fn keys_move_the_edges_of_the_overview() {
    on_the_page("from=2004&to=2009", |explorer, _| {
        let edge = |explorer: &Explorer, edge: &str, pressed: &str| {
            let before = explorer.fragment();
            explorer.read("edge => document.querySelector(`[data-edge=${edge}]`).focus()", json!([edge]));
            explorer.press(&[pressed]);
            let after = explorer.moved_on_from(&before);
            assert_eq!(explorer.focus(), format!("edge {edge}"));
            let label = "edge => document.querySelector(`[data-edge=${edge}]`).getAttribute('aria-valuenow')";
            let day = if edge == "from" { range(&after).0 } else { range(&after).1 };
            explorer.becomes(label, json!([edge]), day.year().to_string());
            range(&after)
        };
        let start = range("from=2004&to=2009");
        let year_later = edge(explorer, "from", key::PAGE_UP);
        assert!((365..=366).contains(&(year_later.0.0 - start.0.0)), "a year");
        assert_eq!(year_later.1, start.1);
        let month_earlier = edge(explorer, "from", key::LEFT);
        assert!((28..=31).contains(&(year_later.0.0 - month_earlier.0.0)), "a month");
        let month_later = edge(explorer, "to", key::RIGHT);
        assert!((28..=31).contains(&(month_later.1.0 - month_earlier.1.0)), "a month");
        let year_earlier = edge(explorer, "to", key::PAGE_DOWN);
        assert!((365..=366).contains(&(month_later.1.0 - year_earlier.1.0)), "a year");
        assert_eq!(edge(explorer, "to", key::END).1, dataset().horizon);
        assert_eq!(edge(explorer, "from", key::HOME).0, dataset().beginning);
        explorer.shows("");
    });
}

#[test]
fn the_edges_of_the_overview_can_be_dragged() {
    on_the_page("from=2004&to=2009", |explorer, _| {
        let at = "edge => {
            const handle = document.querySelector(`[data-edge=${edge}]`);
            handle.scrollIntoView({ block: 'center' });
            const box = handle.getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2].map(Math.round);
        }";
        let at = explorer.read(at, json!(["to"]));
        let (x, y) = (at[0].as_i64().unwrap_or(0), at[1].as_i64().unwrap_or(0));
        explorer.drag((x, y), (x + 80, y));
        let wider = explorer.moved_on_from("from=2004&to=2009");
        assert_eq!(range(&wider).0, range("from=2004").0, "the other edge stays");
        assert!(range(&wider).1 > range("to=2009").1);
    });
}

#[test]
fn a_mark_opens_its_record() {
    on_the_page("series=visits", |explorer, _| {
        let at = explorer.place_of_mark("visit-judges-lawyers");
        explorer.click_at(at);
        explorer.shows("series=visits&record=visit-judges-lawyers");
        explorer.shows_open("visit-judges-lawyers");
    });
}

#[test]
fn a_count_of_marks_opens_on_zoom() {
    on_the_page("", |explorer, _| {
        let at = "() => {
            for (const cluster of document.querySelectorAll('[data-timeline] [data-cluster]:not([data-cluster=\"1\"])')) {
                cluster.scrollIntoView({ block: 'center' });
                const box = cluster.getBoundingClientRect();
                return [box.left + box.width / 2, box.top + box.height / 2].map(Math.round);
            }
        }";
        let at = explorer.read(at, json!([]));
        // A dataset without marks that collide has no such count.
        if let (Some(x), Some(y)) = (at[0].as_i64(), at[1].as_i64()) {
            explorer.click_at((x, y));
            explorer.moved_on_from("");
        }
    });
}

/// The assessments have one date, so that no zoom can part them.
#[test]
fn a_count_that_no_zoom_can_part_shows_its_lane_alone() {
    on_the_page("", |explorer, _| {
        let last = "() => [...document.querySelectorAll('[data-timeline] [data-cluster]')]
            .findIndex(it => Number(it.dataset.cluster) > 30 && !it.querySelector('title').textContent.includes(','))";
        let index = explorer.read(last, json!([])).as_u64().expect("a count of one date");
        let at = "index => {
            const cluster = document.querySelectorAll('[data-timeline] [data-cluster]')[index];
            cluster.scrollIntoView({ block: 'center' });
            const box = cluster.getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2].map(Math.round);
        }";
        let at = explorer.read(at, json!([index]));
        explorer.click_at((at[0].as_i64().expect("a place"), at[1].as_i64().expect("a place")));
        let fragment = explorer.moved_on_from("");
        assert!(fragment.starts_with("series="), "{fragment}");
        explorer.shows(&fragment);
    });
}

#[test]
fn a_count_of_one_opens_its_record_and_gets_the_focus_back() {
    on_the_page("", |explorer, _| {
        let one = "() => {
            const one = document.querySelector('[data-timeline] [data-cluster=\"1\"]');
            one.focus();
            return one.dataset.only;
        }";
        let id = explorer.read(one, json!([]));
        let id = id.as_str().expect("a count of one").to_string();
        explorer.press(&[key::ENTER]);
        explorer.shows(&id);
        explorer.shows_open(&id);
        explorer.press(&[key::ESCAPE]);
        explorer.shows("");
        explorer.becomes("() => document.activeElement.dataset.only", json!([]), id);
    });
}

#[test]
fn hatching_and_fading_are_painted() {
    on_the_page("series=visits", |explorer, _| {
        // What fills a shape must stand in the same drawing: in one that is
        // hidden it would fill nothing.
        let painted = "() => {
            const drawing = document.querySelector('[data-timeline] [data-drawn] svg');
            const filled = [...drawing.querySelectorAll('[fill^=\"url(\"]')];
            const missing = filled.filter(it => {
                const paint = document.getElementById(it.getAttribute('fill').slice(5, -1));
                return !paint || !drawing.contains(paint);
            });
            return [filled.length > 20, missing.length];
        }";
        assert_eq!(explorer.read(painted, json!([])), json!([true, 0]));
    });
}
