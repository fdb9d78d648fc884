//! Facets, search and the as-of day.

use serde_json::json;
use standing_invitation::text;

use crate::expected::{dataset, expected, shortest};
use crate::explorer::DRAWING_BOX;
use crate::on_the_page;
use crate::webdriver::key;

const STATUS_LINES: &str = "() => [...document.querySelectorAll('[data-record]')]
    .map(it => [it.id, it.querySelector('[data-status]').textContent])";

#[test]
fn a_facet_yields_what_stands_on_it() {
    on_the_page("", |explorer, _| {
        let visits = explorer.choose("series", "visits");
        explorer.shows("series=visits");
        assert_eq!(explorer.count(), visits);
        assert_eq!(explorer.chips().len(), 1);

        // Another value of the same facet adds to it, one of another narrows.
        explorer.choose("series", "treaties");
        explorer.shows("series=treaties~visits");
        let of_source = explorer.choose("source", "hric-2016");
        explorer.shows(&shortest("series=treaties~visits&source=hric-2016"));
        assert_eq!(explorer.count(), of_source);
        assert_eq!(explorer.chips().len(), 3);

        // A chip drops its value, a chosen value drops itself.
        let first = explorer.chips().remove(0);
        explorer.click(".chip");
        explorer.changes("() => document.querySelector('.chip').textContent", json!([]), first);
        assert_eq!(explorer.chips().len(), 2);
        explorer.choose("source", "hric-2016");
        // The address is written after the page is painted.
        let written = "() => ['#series=visits', '#series=treaties'].includes(location.hash)";
        explorer.becomes(written, json!([]), true);
        let left = explorer.fragment();
        explorer.shows(&left);

        explorer.click("[data-clear]");
        explorer.shows("");
        assert_eq!(explorer.count(), dataset().records.len() as u64);
    });
}

#[test]
fn every_value_of_a_facet_that_has_records_is_offered() {
    on_the_page("", |explorer, _| {
        let offered = "() => [...document.querySelectorAll('[data-facet]')]
            .filter(it => !it.closest('[hidden]'))
            .map(it => it.dataset.facet + '=' + it.dataset.value)";
        let all = expected("");
        let with_records =
            |value: &&standing_invitation::data::Value| all.choosing(value.facet.key(), &value.key) > Some(0);
        let names =
            dataset().values.iter().filter(with_records).map(|it| format!("{}={}", it.facet.key(), it.key));
        explorer.becomes(offered, json!([]), json!(names.collect::<Vec<_>>()));
    });
}

#[test]
fn typing_searches_and_nothing_jumps() {
    on_the_page("", |explorer, _| {
        let before = explorer.drawing_box();
        explorer.click("input[type=search]");
        for (typed, fragment) in [("lawy", "q=lawy"), ("ers", "q=lawyers")] {
            explorer.press(&typed.split("").filter(|it| !it.is_empty()).collect::<Vec<_>>());
            explorer.shows(fragment);
            assert_eq!(explorer.focus(), "search");
            assert_eq!(explorer.drawing_box(), before, "top and height of the drawing");
        }

        explorer.search("刘晓波");
        explorer.shows(&shortest("q=刘晓波"));
        assert!(expected("q=刘晓波").count() > 0);
        assert_eq!(explorer.drawing_box(), before);

        let nothing =
            "() => document.querySelector('[data-nothing]').checkVisibility({ visibilityProperty: true })";
        explorer.becomes(nothing, json!([]), false);
        explorer.search("zzzz");
        explorer.shows("q=zzzz");
        assert_eq!(explorer.count(), 0);
        explorer.becomes(nothing, json!([]), true);
        assert_eq!(explorer.drawing_box(), before);

        explorer.search("");
        explorer.shows("");
        assert_eq!(explorer.drawing_box(), before);
    });
}

#[test]
fn nothing_jumps_on_a_narrow_screen() {
    on_the_page("", |explorer, _| {
        explorer.set_narrow();
        let before = explorer.settles(DRAWING_BOX);
        for text in ["lawyers", "zzzz", ""] {
            explorer.search(text);
            explorer.shows(&shortest(&format!("q={text}")));
            assert_eq!(explorer.drawing_box(), before, "while searching `{text}`");
        }
    });
}

/// Records without a date stand in groups; a group without records has no name.
#[test]
fn groups_without_dates_are_named_while_they_hold_records() {
    let headings = "() => [...document.querySelectorAll('.group > h3')]
        .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.textContent)";
    on_the_page("series=votes", |explorer, _| {
        let group = |body: &str| format!("No date in the source · Votes · {body}");
        let groups = ["Human Rights Council", "UN General Assembly", "UN Security Council"].map(group);
        let shown = explorer.read(headings, json!([]));
        let shown: Vec<&str> =
            shown.as_array().expect("headings").iter().filter_map(|it| it.as_str()).collect();
        assert!(groups.iter().all(|group| shown.contains(&group.as_str())), "{shown:?}");
        assert!(shown.iter().all(|shown| shown.contains("Votes")), "{shown:?}");
        explorer.search("1973");
        explorer.shows("q=1973&series=votes");
        explorer.becomes(headings, json!([]), json!([group("UN Security Council")]));
    });
}

/// What is typed stays as it is typed, spaces included.
#[test]
fn the_search_field_is_left_to_the_reader() {
    on_the_page("", |explorer, _| {
        explorer.click("input[type=search]");
        explorer.press(&["h", "u", "m", "a", "n", " "]);
        explorer.shows("q=human");
        explorer.press(&["r", "i", "g", "h", "t"]);
        explorer.shows("q=human+right");
        let value = "() => document.querySelector('input[type=search]').value";
        explorer.becomes(value, json!([]), "human right");
        // A letter in the middle stays in the middle.
        explorer.press(&[key::HOME, "x", "y"]);
        explorer.becomes(value, json!([]), "xyhuman right");
    });
}

#[test]
fn the_as_of_day_changes_what_is_known() {
    on_the_page("series=visits", |explorer, _| {
        let latest = expected("");
        explorer.becomes(STATUS_LINES, json!([]), latest.status_lines());
        explorer.look_from("2010-06-30");
        explorer.shows("series=visits&asof=2010-06");
        let then = expected("asof=2010-06");
        assert_ne!(then.status_lines(), latest.status_lines());
        explorer.becomes(STATUS_LINES, json!([]), then.status_lines());
        explorer.choose("status", "requested");
        explorer.shows("series=visits&status=requested&asof=2010-06");
        assert!(explorer.count() > 0);
    });
}

/// Whoever types a year digit by digit passes through the years 2, 20 and 201.
#[test]
fn typing_a_day_is_one_step_of_the_history() {
    on_the_page("", |explorer, _| {
        let before = explorer.history_length();
        explorer.look_from("2010-06-30");
        explorer.shows("asof=2010-06");
        assert!(explorer.history_length() <= before + 1, "{} steps", explorer.history_length() - before);
    });
}

/// An address that asks for what is not here says so, until something else is chosen.
#[test]
fn what_an_address_asks_for_in_vain_is_told() {
    const TOLD: &str = "() => document.querySelector('[data-unknown]').textContent";
    on_the_page("visit-nope", |explorer, server| {
        explorer.becomes(TOLD, json!([]), text::unknown(&["visit-nope".to_owned()]));
        explorer.choose("series", "visits");
        explorer.shows("series=visits");
        explorer.becomes(TOLD, json!([]), "");
        for (fragment, told) in [
            ("series=visits~nope", vec!["nope".to_owned()]),
            ("source-hric-2016", vec![]),
            ("visit-judges-lawyers.a", vec![]),
        ] {
            explorer.open(&server.url(&format!("index.html#{fragment}")));
            explorer.becomes("() => document.documentElement.dataset.ready", json!([]), "");
            explorer.becomes(TOLD, json!([]), text::unknown(&told));
        }
        // A link within the page, too.
        explorer.read("() => { location.hash = 'differ-nope'; }", json!([]));
        explorer.becomes(TOLD, json!([]), text::unknown(&["differ-nope".to_owned()]));
    });
}
