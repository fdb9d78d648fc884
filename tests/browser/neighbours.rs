//! Stepping through what is found, the list of keys, and what leads out of where
//! nothing is found.

use serde_json::json;

use crate::expected::expected;
use crate::on_the_page;
use crate::webdriver::key;

const PLACE: &str = "() => [...document.querySelectorAll('.neighbours p')].map(it => it.textContent)";
const DIALOG: &str = "() => document.querySelector('dialog').open";

#[test]
fn keys_step_through_what_is_found() {
    let fragment = "series=visits&body=sr-health~sr-torture";
    let found = expected(fragment).listed();
    let n = found.len();
    assert!(n >= 2, "{found:?}");
    let place = |number: usize| json!([format!("{number} of {n} in these results")]);
    on_the_page(fragment, |explorer, _| {
        explorer.becomes(PLACE, json!([]), json!([]));
        // Where none is open, to the first.
        explorer.press(&["]"]);
        explorer.shows_open(found[0]);
        explorer.becomes(PLACE, json!([]), place(1));
        assert_eq!(explorer.focus(), format!("record {} a", found[0]));
        explorer.press(&["j"]);
        explorer.shows_open(found[1]);
        explorer.becomes(PLACE, json!([]), place(2));
        assert_eq!(explorer.focus(), format!("record {} a", found[1]));
        explorer.press(&["["]);
        explorer.shows_open(found[0]);
        // There is none before the first.
        explorer.press(&["k"]);
        explorer.shows_open(found[0]);
        explorer.becomes(PLACE, json!([]), place(1));
        // The same by a link; a step can be taken back.
        explorer.click(".neighbours a");
        explorer.shows_open(found[1]);
        // The address is written after the paint.
        explorer.becomes("id => location.hash.includes(`record=${id}`)", json!([found[1]]), true);
        explorer.back();
        explorer.becomes(PLACE, json!([]), place(1));
        explorer.press(&[key::ESCAPE]);
        explorer.shows(fragment);
        explorer.becomes(PLACE, json!([]), json!([]));
        // In a field, letters are letters.
        explorer.click("input[type=search]");
        explorer.press(&["j"]);
        explorer.shows(&format!("q=j&{fragment}"));
    });
}

#[test]
fn an_open_record_says_what_came_before_and_after() {
    let linked =
        "() => [...document.querySelectorAll('.neighbours li')].map(it => it.textContent.split(' · ')[0])";
    on_the_page("series=visits&record=upr-2013", |explorer, _| {
        explorer.becomes(PLACE, json!([]), json!(["Not in these results"]));
        let linked = explorer.read(linked, json!([]));
        let linked: Vec<&str> =
            linked.as_array().expect("items").iter().filter_map(|it| it.as_str()).collect();
        assert!(linked.contains(&"Before: 5 October 1998"), "{linked:?}");
        assert!(linked.contains(&"After: November 2018"), "{linked:?}");
        // Choosing something else tells the place anew.
        explorer.click("[data-clear]");
        explorer.changes(PLACE, json!([]), json!(["Not in these results"]));
        explorer.click(".neighbours a[href='#upr-2018']");
        explorer.shows_open("upr-2018");
    });
}

#[test]
fn the_keys_are_listed() {
    let record = "visit-judges-lawyers";
    on_the_page(record, |explorer, _| {
        let focus = explorer.focus();
        explorer.press(&["?"]);
        explorer.becomes(DIALOG, json!([]), true);
        let listed = "() => [...document.querySelectorAll('dialog td')].filter(it => it.checkVisibility({ visibilityProperty: true })).length";
        explorer.becomes(listed, json!([]), standing_invitation::text::keys::KEYS.len());
        // The page behind it is left alone.
        explorer.press(&["]"]);
        explorer.press(&[key::ESCAPE]);
        explorer.becomes(DIALOG, json!([]), false);
        explorer.shows_open(record);
        assert_eq!(explorer.focus(), focus, "the focus goes back");

        explorer.click("[data-keys]");
        explorer.becomes(DIALOG, json!([]), true);
        explorer.click("[data-single]");
        explorer.click("[data-close]");
        explorer.becomes(DIALOG, json!([]), false);
        assert_eq!(explorer.focus(), "button Keys");
        // Whoever does not want keys that work everywhere has none.
        explorer.press(&["?", "]"]);
        explorer.has_fragment(record);
        explorer.becomes(DIALOG, json!([]), false);
    });
}

#[test]
fn where_nothing_is_found_there_are_ways_out() {
    let ways = "() => [...document.querySelectorAll('[data-without]')]
        .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.textContent)";
    let fragment = "q=zzzz&series=visits";
    let way =
        |without: &str, fragment: &str| format!("Without {without}: {} records", expected(fragment).count());
    on_the_page(fragment, |explorer, server| {
        explorer.becomes(ways, json!([]), json!([way("Search: zzzz", "series=visits")]));
        explorer.click("[data-without=text]");
        explorer.shows("series=visits");
        explorer.becomes("() => document.querySelectorAll('[data-without]').length", json!([]), 0);

        // Each with what it yields; in the table too.
        let fragment = "series=visits&theme=women&from=1990&to=1991";
        assert_eq!(expected(fragment).count(), 0);
        explorer.open(&server.url(&format!("index.html#{fragment}&view=table")));
        let wanted = [
            ("Timeline", "theme=women&from=1990&to=1991"),
            ("Theme", "series=visits&from=1990&to=1991"),
            ("1 January 1990 – 31 December 1991", "series=visits&theme=women"),
        ];
        // The most first.
        let mut found = wanted.map(|(name, rest)| (expected(rest).count(), way(name, rest))).to_vec();
        found.retain(|(count, _)| *count > 0);
        found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let found: Vec<String> =
            found.into_iter().map(|(_, way)| way.replace(": 1 records", ": 1 record")).collect();
        assert!(!found.is_empty());
        explorer.becomes(ways, json!([]), json!(found));
    });
}
