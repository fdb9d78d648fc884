//! Whatever somebody writes, or a link brings, is text: on the pages, in the
//! exports, in addresses and in search.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;
use standing_invitation::data::Dataset;
use standing_invitation::data::formula;
use standing_invitation::query::url;
use standing_invitation::site::release::{Release, release};

#[path = "hostile/corpus.rs"]
mod hostile;
#[path = "hostile/markup.rs"]
mod markup;

use hostile::{HOSTILE, corpus, harmless};

const GLUE: &str = "b=new URL(document.currentScript.src,location.href).toString();";
/// A module with one function that does nothing.
const WASM: &[u8] = b"\0asm\x01\0\0\0\x0a\x04\x01\x02\0\x0b";

static RELEASED: LazyLock<[Release; 2]> = LazyLock::new(|| {
    [HOSTILE.to_string(), harmless()].map(|text| release(&corpus(&text), GLUE, WASM).expect("a release"))
});

fn files<'a>(release: &'a Release, end: &str) -> Vec<(&'a str, &'a str)> {
    let files = release.files.iter().filter(|(name, _)| name.ends_with(end));
    files.map(|(name, content)| (name.as_str(), std::str::from_utf8(content).expect("a text"))).collect()
}

#[test]
fn hostile_texts_change_no_page_but_its_words() {
    let [hostile, harmless] = &*RELEASED;
    let pages = files(hostile, ".html");
    assert_eq!(pages.len(), 4, "the explorer twice, and two records");
    for ((path, html), (_, other)) in pages.into_iter().zip(files(harmless, ".html")) {
        let (ours, theirs) = (markup::skeleton(html), markup::skeleton(other));
        let first = ours.iter().zip(&theirs).position(|(one, other)| one != other);
        let near = |of: &[String]| {
            of.iter().skip(first.unwrap_or(0).saturating_sub(3)).take(6).cloned().collect::<Vec<_>>()
        };
        assert!(ours == theirs, "{path}: {:?} instead of {:?}", near(&ours), near(&theirs));
        assert_eq!(markup::faults(html, path.ends_with("index.html")), [""; 0], "{path}");
        let told = markup::said(html).iter().filter(|said| said.contains(HOSTILE)).count();
        assert!(told > 20, "{path} tells it {told} times");
    }
}

#[test]
fn hostile_texts_change_no_export() {
    let [hostile, harmless] = &*RELEASED;
    let mut seen = 0;
    // Figures are JSON.
    let (harmless_text, in_json) = (hostile::harmless(), Value::from(HOSTILE).to_string());
    let in_json = in_json.trim_matches('"');
    for ((name, csv), (_, other)) in files(hostile, ".csv").into_iter().zip(files(harmless, ".csv")) {
        let rows = |csv: &str| {
            let reader = csv::Reader::from_reader(csv.as_bytes()).into_records();
            reader.map(|row| row.expect("as many cells as columns")).collect::<Vec<_>>()
        };
        let (rows, others) = (rows(csv), rows(other));
        assert_eq!(rows.len(), others.len(), "{name}");
        for (cell, other) in rows.iter().flatten().zip(others.iter().flatten()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{name}: {cell}");
            let text = cell.strip_prefix('\'').unwrap_or(cell);
            let told = text.replace(HOSTILE, &harmless_text).replace(in_json, &harmless_text);
            assert_eq!(told, other, "{name}");
            seen += usize::from(text.contains(HOSTILE));
        }
    }
    assert!(seen > 100, "{seen} hostile cells");
    let json = files(hostile, "records.json")[0].1;
    let told: Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(told["records"][0]["title"], HOSTILE);
    let package = files(hostile, "datapackage.json")[0].1;
    let package: Value = serde_json::from_str(package).expect("JSON");
    assert_eq!(package["title"], HOSTILE);
    for (path, page) in files(hostile, ".html").into_iter().filter(|(path, _)| path.starts_with("r/")) {
        let (_, data) = page.split_once("<script type=\"application/ld+json\">").expect("a block of data");
        let (data, _) = data.split_once("</script>").expect("its end");
        let data: Value = serde_json::from_str(data).expect("JSON");
        assert_eq!(data["name"], HOSTILE, "{path}");
    }
}

#[test]
fn a_million_letters_are_a_long_text() {
    let mut corpus = corpus("words");
    let long = "<b>a</b> ".repeat(120_000);
    corpus.records[0].claims[0].says = long.trim().to_string();
    let released = release(&corpus, GLUE, WASM).expect("a release");
    for (path, html) in files(&released, ".html") {
        let told = markup::said(html).iter().any(|said| said.contains(long.trim()));
        assert_eq!(told, !path.ends_with("visit-air.html"), "{path}");
    }
}

/// The test of the pages finds what it looks for.
#[test]
fn a_page_that_does_more_than_its_policy_says_is_found() {
    let [release, _] = &*RELEASED;
    let page = files(release, "index.html")[0].1;
    assert_eq!(markup::faults(page, true), [""; 0]);
    for (from, to) in [
        ("<body>", "<body><script>alert(1)</script>"),
        ("<body>", "<body><script type=module>alert(1)</script>"),
        ("<body>", "<body><style>*{}</style>"),
        ("<body>", "<body onload=alert(1)>"),
        ("<body>", "<body><img src=x>"),
        ("<body>", "<body><p style=margin:0>"),
        ("<body>", "<body><a href=javascript:alert(1)>"),
        ("<body>", "<body><a href=\" data:text/html,x\">"),
        ("<body>", "<body><a href=//evil.example>"),
        ("<body>", "<body><a href=#x target=_blank>"),
        ("<body>", "<body><a href=https://evil.example>"),
        ("<body>", "<body><iframe>"),
        ("<body>", "<body><svg><animate>"),
        ("<body>", "<body><meta http-equiv=refresh content=0>"),
        ("<link rel", "<link rel=\"stylesheet\" href=\"https://evil.example\"><link rel"),
        ("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\"><script type=\"text/plain\"></script>"),
        ("script-src ", "script-src 'unsafe-inline' "),
        ("script-src ", "script-src 'unsafe-eval' "),
        ("script-src ", "script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' "),
        ("default-src 'none'", "default-src *"),
        ("connect-src 'none'; ", ""),
        ("<style>", "<style> "),
        ("data-below", "data-below/>\n<script>x</script><p "),
    ] {
        assert!(page.contains(from), "{from}");
        let changed = page.replacen(from, to, 1);
        assert_ne!(markup::faults(&changed, true), [""; 0], "{to}");
    }
}

/// Read once for hundreds of cases.
fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(Dataset::embedded);
    &DATASET
}

#[test]
fn an_address_brings_text_and_only_so_much() {
    let text = |fragment: &str| url::parse(dataset(), fragment).text;
    assert_eq!(text("q=%3Cscript%3Ealert(1)%3C/script%3E"), "<script>alert(1)</script>");
    assert_eq!(text("q=javascript:alert(1)"), "javascript:alert(1)");
    // What turns a text around is nothing that one searches for.
    assert_eq!(text("q=%E2%80%AEeslaf%E2%80%AC+%E2%81%A6a%00b%0A"), "eslaf ab");
    assert_eq!(text("q=%E2%80%AE+"), "");
    // Half a surrogate pair, an escape that is cut, bytes that are no text.
    for junk in ["q=%ED%A0%80", "q=%F0%9F%98", "q=%FF%FE"] {
        assert_eq!(text(junk), "", "{junk}");
    }
    assert_eq!(text("q=100%"), "100%");
    assert_eq!(text("q=%F0%9F%98%80%4"), "😀%4");
    // A million letters are cut, and a million words are not looked for.
    assert_eq!(text(&format!("q={}", "é".repeat(1_000_000))), "é".repeat(500));
    let query = url::parse(dataset(), &format!("q={}", "a+".repeat(1_000_000)));
    assert_eq!(url::parse(dataset(), &url::write(dataset(), &query)), query);
    let values = format!("series={}", "visits~nope~".repeat(100_000));
    assert_eq!(url::write(dataset(), &url::parse(dataset(), &values)), "series=visits");
}

/// Letters that parsers stumble over, among others.
fn letters() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        any::<char>(),
        prop::sample::select(
            "=&~#+%-.\"'<>[]{}()\\/ \u{202e}\u{2066}\u{feff}\u{0}\n\u{fffd}刘é\u{301}😀"
                .chars()
                .collect::<Vec<_>>()
        ),
    ];
    let word = prop_oneof![
        letter.prop_map(String::from),
        prop::sample::select(vec![
            "q=",
            "series=",
            "from=",
            "to=",
            "asof=",
            "view=",
            "sort=",
            "columns=",
            "lanes=",
            "theme.all=",
            "record=",
            "visits",
            "2005-08",
            "%E2%80%AE",
            "%ED%A0%80",
            "torture",
            "uighur",
            "../",
            "/..",
            "~",
            "201X",
        ])
        .prop_map(str::to_string),
    ];
    prop::collection::vec(word, 0..24).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_exported_is_no_formula_and_can_be_had_back(text in letters()) {
        let cell = formula::as_text(&text);
        prop_assert!(!cell.starts_with(['=', '+', '-', '@']));
        let has_one_more = cell.len() > text.len();
        prop_assert_eq!(if has_one_more { &cell[1..] } else { &cell[..] }, text.as_str());
    }

    #[test]
    fn whatever_is_written_stays_text(text in letters()) {
        use standing_invitation::html::{escape, linked, spoken};
        let is_text = |html: &str| {
            let opened: Vec<_> = markup::skeleton(html);
            opened.iter().all(|tag| ["<a href rel>", "</a>", "<span lang>", "</span>"].contains(&tag.as_str()))
        };
        prop_assert!(is_text(&linked(&text)));
        prop_assert_eq!(markup::said(&spoken(&text)).into_iter().filter(|it| it != "zh").collect::<String>(), text.as_str());
        let within = format!("<p title=\"{0}\">{0}</p>", escape(&text));
        prop_assert_eq!(markup::skeleton(&within), ["<p title>", "</p>"]);
        prop_assert!(markup::said(&within).iter().all(|said| *said == text));
    }
}
