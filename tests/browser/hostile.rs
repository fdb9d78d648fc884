//! Whatever stands in the data, in the address or in the search field is text:
//! it adds no element, runs nothing and asks for nothing.

use std::{collections::BTreeSet, sync::OnceLock};

use serde_json::{Value, json};

use crate::explorer::Explorer;
use crate::hostile_corpus::{HOSTILE, corpus, harmless};
use crate::in_each_engine;
use crate::place::{Folder, release_of, served};
use crate::watch::{told, watch};

/// Every element of the page with the names of its attributes, in order.
const SKELETON: &str = "() => [...document.querySelectorAll('*')]
    .map(it => it.localName + ' ' + it.getAttributeNames().sort().join(' '))";
/// The kinds of elements there are.
const KINDS: &str = "() => [...new Set([...document.querySelectorAll('*')]
    .flatMap(it => [it.localName, ...it.getAttributeNames().map(name => it.localName + ' ' + name)]))].sort()";

/// The explorer and the page of a record, of the corpus in which all texts are
/// this one.
fn folder(text: &str) -> Folder {
    let release = release_of(&corpus(text));
    let file = |path: &str| {
        let (_, content) =
            release.files.iter().find(|(name, _)| name == path).expect("a file of the release");
        std::str::from_utf8(content).expect("a text")
    };
    Folder::new().with("index.html", file("index.html")).with("record.html", file("r/visit-water.html"))
}

#[track_caller]
fn nothing_was_tried(explorer: &Explorer) {
    if explorer.engine.has_devtools() {
        assert_eq!(told(explorer), json!([]));
    }
    explorer.is_clean();
}

fn watched(test: impl Fn(&Explorer)) {
    in_each_engine(|explorer| {
        if explorer.engine.has_devtools() {
            watch(explorer);
        }
        test(explorer);
    });
}

/// Opens everything that shows a text, and returns what the page is then made of.
fn opened(explorer: &Explorer) -> Vec<Value> {
    let mut seen = vec![explorer.read(SKELETON, json!([]))];
    for view in ["table", "practice", "disagreements", "sources", "method", "records"] {
        explorer.click(&format!(".views a[href='#{view}']"));
        explorer.becomes("view => !document.getElementById(view).hidden", json!([view]), true);
        seen.push(explorer.settles(SKELETON));
    }
    explorer.click("#visit-water h3 a");
    explorer.becomes("() => document.querySelector('[data-open]')?.id", json!([]), "visit-water");
    seen.push(explorer.settles(SKELETON));
    seen
}

#[test]
fn hostile_data_is_text_in_a_browser() {
    let (hostile, harmless) = (folder(HOSTILE), folder(&harmless()));
    let (hostile, harmless) = (hostile.served(), harmless.served());
    watched(|explorer| {
        explorer.open(&harmless.url("index.html"));
        let expected = opened(explorer);
        hostile.take_requests();
        explorer.open(&hostile.url("index.html"));
        for (ours, theirs) in opened(explorer).iter().zip(&expected) {
            let (ours, theirs) = (ours.as_array().expect("elements"), theirs.as_array().expect("elements"));
            let first = ours.iter().zip(theirs).find(|(one, other)| one != other);
            assert!(
                first.is_none() && ours.len() == theirs.len(),
                "{first:?}, {} and {}",
                ours.len(),
                theirs.len()
            );
        }
        let texts = "() => ['#visit-water h3', '#differ-water h3', '[data-facet=series] span', 'h1', 'title']
            .map(selector => document.querySelector(selector).textContent.trim())";
        let told = explorer.read(texts, json!([]));
        for text in &told.as_array().expect("texts")[..4] {
            assert!(text.as_str().is_some_and(|text| text.contains(HOSTILE)), "{text}");
        }
        // What it suggests and finds best is text as well.
        explorer.search("onerror alert");
        explorer.becomes(
            "() => document.querySelectorAll('#suggestions [role=option]').length > 1",
            json!([]),
            true,
        );
        let suggested = "() => document.querySelector('#suggestions [role=option]').textContent";
        let suggested = explorer.read(suggested, json!([]));
        assert!(
            suggested.as_str().is_some_and(|text| text.contains("<img src=x onerror=alert(1)>")),
            "{suggested}"
        );
        explorer.becomes("() => document.querySelectorAll('img, iframe, base, script[src], [onclick], [onerror], [onfocus]').length", json!([]), 0);
        nothing_was_tried(explorer);
        explorer.go(&hostile.url("record.html"));
        let heading = explorer.read("() => document.querySelector('h1').textContent", json!([]));
        assert_eq!(heading, HOSTILE);
        explorer.becomes(
            "() => document.querySelectorAll('img, svg, iframe, base, [onclick], [onerror]').length",
            json!([]),
            0,
        );
        nothing_was_tried(explorer);
        assert_eq!(hostile.take_requests(), ["GET /index.html", "GET /record.html"]);
    });
}

/// The kinds of elements that the page has for harmless readers, whatever they do.
fn kinds(explorer: &Explorer) -> BTreeSet<String> {
    static KINDS_OF_PAGE: OnceLock<BTreeSet<String>> = OnceLock::new();
    let seen = || {
        let mut seen = BTreeSet::new();
        for fragment in [
            "",
            "q=torture&series=visits~treaties&from=2005&certain=1",
            "q=zzz&series=visits",
            "q=surveilance",
            "record=visit-judges-lawyers&asof=2012",
            "view=table",
        ] {
            explorer.open(&served().url(&format!("index.html#{fragment}")));
            seen.extend(kinds_now(explorer));
        }
        for text in ["uighu", "nothing of that name", ""] {
            explorer.search(text);
            seen.extend(kinds_now(explorer));
        }
        seen
    };
    KINDS_OF_PAGE.get_or_init(seen).clone()
}

#[track_caller]
fn kinds_now(explorer: &Explorer) -> BTreeSet<String> {
    let kinds = explorer.settles(KINDS);
    kinds.as_array().into_iter().flatten().filter_map(|kind| Some(kind.as_str()?.to_owned())).collect()
}

#[track_caller]
fn adds_no_kind(explorer: &Explorer, expected: &BTreeSet<String>, what: &str) {
    let kinds = kinds_now(explorer);
    let new: Vec<&String> = kinds.difference(expected).collect();
    assert!(new.is_empty(), "{what} adds {new:?}");
}

#[test]
fn hostile_addresses_are_text() {
    let server = served();
    watched(|explorer| {
        let expected = kinds(explorer);
        for (fragment, text) in [
            ("q=<script>alert(1)</script>", "<script>alert(1)</script>"),
            ("q=\"><img src=x onerror=alert(1)>", "\"><img src=x onerror=alert(1)>"),
            ("q=%22%20autofocus%20onfocus=alert(1)%20x=%22", "\" autofocus onfocus=alert(1) x=\""),
            ("q=javascript:alert(1)", "javascript:alert(1)"),
            ("q=data:text/html,<script>alert(1)</script>", "data:text/html,<script>alert(1)</script>"),
            ("q=%E2%80%AEgnp.exe%E2%81%A6", "gnp.exe"),
            ("q=%ED%A0%80", ""),
            ("q=%F0%9F%98", ""),
            ("q=%F0%9F%98%80%4", "😀%4"),
            ("q==1%2B1", "=1+1"),
            ("javascript:alert(1)", ""),
            ("<img src=x onerror=alert(1)>", ""),
            ("record=<script>&series=\"><svg/onload=alert(1)>&view=javascript:alert(1)", ""),
            ("asof=<b>&from=%00&to=--&sort=__proto__&columns=constructor~title&lanes=__proto__", ""),
            ("__proto__", ""),
            ("constructor=1", ""),
            ("wasm", ""),
            ("names", ""),
            ("%", ""),
        ] {
            println!("#{fragment}");
            explorer.open(&server.url(&format!("index.html#{fragment}")));
            explorer.shows_without_address(fragment);
            explorer.becomes("() => document.querySelector('input[type=search]').value", json!([]), text);
            adds_no_kind(explorer, &expected, fragment);
            nothing_was_tried(explorer);
        }
    });
}

#[test]
fn a_million_letters_in_the_address_are_cut() {
    watched(|explorer| {
        for (unit, cut) in [("a", "a".repeat(500)), ("%E5%88%98", "刘".repeat(500))] {
            let fragment = format!("q={}", unit.repeat(1_000_000 / unit.len()));
            explorer.open(&served().url(&format!("index.html#{fragment}")));
            explorer.becomes("() => document.querySelector('input[type=search]').value", json!([]), cut);
            explorer.shows_without_address(&fragment);
            nothing_was_tried(explorer);
        }
    });
}

/// Puts a text into the search field as pasting does; a string of its units.
const PASTE: &str = "units => {
    const field = document.querySelector('input[type=search]');
    field.focus();
    field.value = String.fromCharCode(...units);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}";

#[test]
fn hostile_text_in_the_search_field_is_text() {
    let server = served();
    watched(|explorer| {
        let expected = kinds(explorer);
        explorer.open(&server.url("index.html"));
        for text in [
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "=HYPERLINK(\"https://evil.example\")",
            "torture \"onfocus=\"alert(1)",
            "surveilance<b>",
        ] {
            explorer.search(text);
            let fragment = standing_invitation::query::url::write(
                crate::expected::dataset(),
                &standing_invitation::query::Query { text: text.to_owned(), ..Default::default() },
            );
            explorer.shows(&fragment);
            adds_no_kind(explorer, &expected, text);
            nothing_was_tried(explorer);
        }
        // Half a pair, what turns a text around, and what is no letter.
        explorer.read(PASTE, json!([[0xd800, 0x202e, 0x61, 0xdc00, 0x0, 0xffff]]));
        explorer.becomes(
            "() => document.querySelector('[data-count]').dataset.count !== ''",
            json!([]),
            true,
        );
        explorer.settles("() => location.hash");
        nothing_was_tried(explorer);
        // A word that is corrected is told without what turns the line around.
        let units: Vec<u16> = "\u{202e}surveilance".encode_utf16().collect();
        explorer.read(PASTE, json!([units]));
        let instead = "() => document.querySelector('[data-instead]').textContent.includes('surveilance')";
        explorer.becomes(instead, json!([]), true);
        let turns = "() => /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.querySelector('[data-instead]').textContent)";
        assert_eq!(explorer.read(turns, json!([])), false);
        // A million letters.
        let paste = "() => {
            const field = document.querySelector('input[type=search]');
            field.value = 'word '.repeat(200000);
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }";
        explorer.read(paste, json!([]));
        explorer.becomes("() => document.querySelector('input[type=search]').value.length", json!([]), 500);
        explorer.search("");
        explorer.shows("");
        nothing_was_tried(explorer);
    });
}
