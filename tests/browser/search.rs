//! The search field: what it suggests, what it highlights, what matches best.

use serde_json::{Value, json};
use standing_invitation::query::search::rank;

use crate::expected::{dataset, search};
use crate::explorer::Explorer;
use crate::on_the_page;
use crate::webdriver::key;

/// What is suggested: each with its group, and whether Enter would choose it.
const SUGGESTED: &str = "() => [...document.querySelectorAll('#suggestions:not([hidden]) [role=option]')]
    .map(it => [it.closest('[role=group]').getAttribute('aria-label'), it.firstChild ? it.textContent : '',
        it.getAttribute('aria-selected') === 'true'])";
/// What the field says of its list to those who do not see it.
const FIELD: &str = "() => {
    const field = document.querySelector('input[type=search]');
    const list = document.getElementById(field.getAttribute('aria-controls'));
    const active = document.getElementById(field.getAttribute('aria-activedescendant') ?? 'none');
    return [field.role ?? field.getAttribute('role'), list.getAttribute('role'), field.getAttribute('aria-expanded'),
        active ? [...list.querySelectorAll('[role=option]')].indexOf(active) : null];
}";
/// The texts that the browser highlights, in small letters.
const HIGHLIGHTED: &str = "() => [...new Set([...(CSS.highlights?.get('found') ?? [])].map(it => it.toString().toLowerCase()))].sort()";
const BEST: &str = "() => [...document.querySelectorAll('.best:not([hidden]) li')]
    .map(it => [it.querySelector('a').hash.slice(1), it.querySelectorAll('mark').length > 0])";

#[track_caller]
fn field(explorer: &Explorer, expanded: bool, active: Value) {
    explorer.becomes(FIELD, json!([]), json!(["combobox", "listbox", expanded.to_string(), active]));
}

/// The ids of the records that match best.
fn best(text: &str) -> Vec<&'static str> {
    let found = search().find(text).expect("a word");
    let best = rank::best(&found.worths, 5, &|_| true).into_iter();
    best.map(|id| dataset().records[id as usize].id.as_str()).collect()
}

#[test]
fn a_suggestion_is_chosen_by_keyboard() {
    on_the_page("", |explorer, _| {
        explorer.search("surveillance uygu");
        field(explorer, true, Value::Null);
        let suggested = explorer.read(SUGGESTED, json!([]));
        assert_eq!(suggested[0][0], "Filters", "{suggested}");
        let value = suggested[0][1].as_str().unwrap_or_default().to_owned();
        assert!(value.starts_with("Uyghurs"), "{suggested}");

        // Enter does nothing as long as nothing is chosen.
        explorer.press(&[key::ENTER]);
        field(explorer, true, Value::Null);
        explorer.press(&[key::DOWN]);
        field(explorer, true, json!(0));
        explorer.press(&[key::UP]);
        let last = suggested.as_array().map_or(0, Vec::len) - 1;
        field(explorer, true, json!(last));
        explorer.press(&[key::DOWN]);
        field(explorer, true, json!(0));
        assert_eq!(explorer.read(SUGGESTED, json!([]))[0][2], true);
        // Escape closes the list and keeps the text.
        explorer.press(&[key::ESCAPE]);
        field(explorer, false, Value::Null);
        explorer.shows("q=surveillance+uygu");
        explorer.press(&[key::DOWN, key::DOWN]);
        field(explorer, true, json!(0));

        // The filter takes the place of the word that names it.
        explorer.press(&[key::ENTER]);
        explorer.shows("q=surveillance&actor=uyghurs");
        field(explorer, false, Value::Null);
        assert_eq!(explorer.focus(), "search");
        explorer.back();
        explorer.shows("q=surveillance+uygu");
    });
}

#[test]
fn a_suggested_record_is_opened_by_pointer() {
    on_the_page("", |explorer, _| {
        explorer.set_narrow();
        explorer.search("judges lawyers");
        field(explorer, true, Value::Null);
        let inside = "() => {
            const box = document.getElementById('suggestions').getBoundingClientRect();
            return box.left >= 0 && box.right <= innerWidth && document.documentElement.scrollWidth <= innerWidth;
        }";
        assert_eq!(explorer.read(inside, json!([])), true, "the list fits a phone");
        let narrow = "() => [...document.querySelectorAll('[role=option]')].map(it => it.offsetHeight).filter(it => it < 24)";
        assert_eq!(explorer.read(narrow, json!([])), json!([]));
        explorer.click("#suggestions [aria-label=Records] [role=option]");
        field(explorer, false, Value::Null);
        explorer.shows_open(best("judges lawyers")[0]);
    });
}

#[test]
fn a_text_that_came_with_a_link_suggests_when_asked() {
    on_the_page("q=torture", |explorer, _| {
        field(explorer, false, Value::Null);
        explorer.press(&["/"]);
        assert_eq!(explorer.focus(), "search");
        field(explorer, false, Value::Null);
        explorer.press(&[key::DOWN]);
        field(explorer, true, Value::Null);
        // Leaving the field closes the list.
        explorer.press(&[key::TAB]);
        field(explorer, false, Value::Null);
        // In a field, the key is a letter like any other.
        explorer.press_with(&[key::SHIFT], &[key::TAB]);
        explorer.press(&[key::END, "/"]);
        explorer.becomes("() => document.querySelector('input[type=search]').value", json!([]), "torture/");
    });
}

#[test]
fn what_was_found_is_highlighted_and_the_best_stands_above() {
    let to_the_list = "() => document.querySelector('[data-record]:not([hidden])').scrollIntoView()";
    on_the_page("", |explorer, _| {
        explorer.becomes(BEST, json!([]), json!([]));
        explorer.search("Xizang");
        explorer.shows("q=Xizang");
        explorer.read(to_the_list, json!([]));
        explorer.becomes(HIGHLIGHTED, json!([]), json!(["tibet"]));
        let expected: Vec<_> = best("Xizang").into_iter().map(|id| (id, true)).collect();
        assert_eq!(explorer.read(BEST, json!([])), json!(expected));
        let order = "() => [...document.querySelectorAll('[data-record]:not([hidden])')]
            .every((it, at, all) => at === 0 || all[at - 1].compareDocumentPosition(it) & 4)";
        assert_eq!(explorer.read(order, json!([])), true);

        // Only where the reader looks; the rest when one gets there.
        explorer.search("human");
        explorer.shows("q=human");
        explorer.read(to_the_list, json!([]));
        explorer.becomes(HIGHLIGHTED, json!([]), json!(["human"]));
        let last = "() => {
            const last = [...document.querySelectorAll('[data-record]:not([hidden])')].pop();
            return [...CSS.highlights.get('found')].some(it => last.contains(it.startContainer));
        }";
        assert_eq!(explorer.read(last, json!([])), false);
        explorer.read(
            "() => [...document.querySelectorAll('[data-record]:not([hidden])')].pop().scrollIntoView()",
            json!([]),
        );
        explorer.becomes(last, json!([]), true);

        explorer.search("");
        explorer.shows("");
        explorer.becomes(HIGHLIGHTED, json!([]), json!([]));
        explorer.becomes(BEST, json!([]), json!([]));
    });
}

/// Each party, document and source of a claim is a text of its own.
#[test]
fn what_stands_in_a_row_of_its_own_is_found() {
    let record = dataset().records.iter().find(|it| it.id == "xinjiang-discrimination").expect("a record");
    on_the_page("", |explorer, _| {
        explorer.search("affected the general public discrimination r2p muslim migrants");
        explorer.becomes(BEST, json!([]), json!([[record.id, true]]));
    });
}

#[test]
fn a_slip_is_put_right_and_said() {
    on_the_page("q=tortrue", |explorer, _| {
        explorer.shows("q=tortrue");
        let said = "() => document.querySelector('[data-instead]').textContent.trim()";
        explorer.becomes(said, json!([]), "No word begins with “tortrue”; showing “torture”.");
        assert!(explorer.count() > 0);
        explorer.search("torture");
        explorer.becomes(said, json!([]), "");
    });
}
