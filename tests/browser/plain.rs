//! Whatever the browser lacks, the page can be read.

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::engine::{Engine, Without};
use crate::expected::{dataset, expected};
use crate::explorer::Explorer;
use crate::in_each_engine;
use crate::place::{Folder, page, served};
use crate::places::saved_while_filtered;

/// What is drawn of the page, whether it says that filters are off, and what
/// of it looks as if it would do something.
const READABLE: &str = "() => {
    const drawn = selector => [...document.querySelectorAll(selector)].filter(it => it.checkVisibility({ visibilityProperty: true }));
    const note = drawn('.plain').map(it => it.textContent);
    return {
        ready: document.documentElement.hasAttribute('data-ready'),
        records: drawn('[data-record]').length,
        drawings: drawn('[data-timeline] svg').length,
        marks: drawn('[data-timeline] svg a').length > 50,
        views: drawn('[data-view]').length,
        counts: [...document.querySelectorAll('.views .n')].map(it => Number(it.textContent)),
        chosen: document.querySelectorAll('[aria-current], [data-open]').length,
        note,
        // The finder and the switch work wherever script does.
        dead: drawn('input, button, [role=slider], [role=button]').filter(it => !it.closest('.finder, .keep'))
            .filter(it => it.checkVisibility({ visibilityProperty: true })).length,
    };
}";

#[track_caller]
pub fn can_be_read(explorer: &Explorer) {
    explorer.becomes(
        READABLE,
        json!([]),
        json!({
            "ready": false,
            "records": dataset().records.len(),
            "drawings": 1,
            "marks": true,
            "views": 5,
            "counts": [dataset().records.len(), dataset().promises.len(), dataset().disagreements.len()],
            "chosen": 0,
            "note": [standing_invitation::text::PLAIN],
            "dead": 0,
        }),
    );
}

fn in_each_engine_without(without: Without, test: impl Fn(&Explorer)) {
    for engine in Engine::wanted() {
        println!("in {engine:?}");
        test(&Explorer::start_without(engine, without));
    }
}

#[test]
fn without_script_it_can_be_read() {
    let server = served();
    in_each_engine_without(Without::Script, |explorer| {
        explorer.go(&server.url("index.html"));
        can_be_read(explorer);
        explorer.click("#visit-judges-lawyers h3 a");
        explorer.becomes("() => location.hash", json!([]), "#visit-judges-lawyers");
        explorer.has_in_view("visit-judges-lawyers");
        explorer.click("#visit-judges-lawyers summary");
        explorer.go(&server.url("index.html#visit-health"));
        explorer.has_in_view("visit-health");
    });
}

#[test]
fn without_webassembly_it_can_be_read() {
    let server = served();
    in_each_engine_without(Without::WebAssembly, |explorer| {
        explorer.go(&server.url("index.html#visit-judges-lawyers"));
        assert_eq!(explorer.read("() => typeof WebAssembly", json!([])), "undefined");
        can_be_read(explorer);
        explorer.has_in_view("visit-judges-lawyers");
        explorer.is_clean();
    });
}

/// A few lines of script filter the list where the app cannot run.
#[test]
fn without_webassembly_the_list_is_filtered() {
    let server = served();
    in_each_engine_without(Without::WebAssembly, |explorer| {
        explorer.go(&server.url("index.html"));
        can_be_read(explorer);
        let shown = "() => [
            document.querySelector('.finder [role=status]').textContent,
            [...document.querySelectorAll('[data-record]')].filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.id),
            [...document.querySelectorAll('.group > h3')].filter(it => it.checkVisibility({ visibilityProperty: true })).length,
        ]";
        let n_visits = expected("series=visits").count();
        explorer.read(
            "() => {
                const series = document.querySelector('.finder select');
                series.value = 'visits';
                series.dispatchEvent(new Event('input', { bubbles: true }));
            }",
            json!([]),
        );
        let told = explorer.read(shown, json!([]));
        assert_eq!(told[0], format!("{n_visits} of {} records", dataset().records.len()));
        assert_eq!(told[1].as_array().map(Vec::len), Some(n_visits as usize));
        assert_eq!(told[2], 1, "one group of visits is without dates");
        explorer.type_into(".finder input", "lawyers independence");
        explorer.becomes(shown, json!([]), json!(["1 of 577 records", ["visit-judges-lawyers"], 0]));
        // What a reader saves then is complete again.
        let html = explorer.read("() => document.documentElement.outerHTML", json!([]));
        let folder = Folder::new()
            .with("saved.html", &format!("<!DOCTYPE html>\n{}", html.as_str().unwrap_or_default()));
        explorer.go(&folder.address("saved.html"));
        can_be_read(explorer);
        assert_eq!(explorer.read("() => document.querySelectorAll('.finder').length", json!([])), 1);
    });
}

/// Addresses of sources become text, and links again; a copy saved meanwhile has
/// no link out.
#[test]
fn addresses_of_sources_become_text() {
    let server = served();
    let links = "() => [...document.querySelectorAll('article a')].filter(it => it.protocol.startsWith('http') && it.host !== location.host)
        .map(it => [it.getAttribute('href'), it.textContent])";
    let switch =
        "() => { const it = document.querySelector('[data-unlink]'); it.click(); return it.checked; }";
    for without in [Without::Nothing, Without::WebAssembly] {
        in_each_engine_without(without, |explorer| {
            explorer.go(&server.url("index.html"));
            explorer.becomes("() => document.readyState", json!([]), "complete");
            let before = explorer.read(links, json!([]));
            let count = before.as_array().map_or(0, Vec::len);
            assert!(count > 300, "{count} links lead out");
            assert_eq!(explorer.read(switch, json!([])), true);
            assert_eq!(explorer.read(links, json!([])), json!([]));
            let texts = "() => [...document.querySelectorAll('a[data-host]')].map(it => it.textContent)";
            let texts = explorer.read(texts, json!([]));
            let addresses: Vec<_> = before.as_array().into_iter().flatten().map(|it| it[0].clone()).collect();
            assert_eq!(texts, json!(addresses));
            let folder = Folder::new().with("saved.html", &explorer.document());
            explorer.go(&folder.address("saved.html"));
            explorer.becomes("() => document.readyState", json!([]), "complete");
            assert_eq!(explorer.read(links, json!([])), json!([]));
            assert_eq!(explorer.read(switch, json!([])), false);
            assert_eq!(explorer.read(links, json!([])), before);
        });
    }
}

/// The link that saves the page names the file by its version, and gives it as it
/// was published; a copy has none.
#[test]
fn a_link_saves_the_page() {
    let server = served();
    let link = "() => { const it = document.querySelector('[data-save]'); return [it.href, it.download, it.checkVisibility({ visibilityProperty: true })]; }";
    in_each_engine(|explorer| {
        explorer.go(&server.url("index.html#series=visits"));
        let name = format!("standing-invitation-{}.html", env!("CARGO_PKG_VERSION"));
        assert_eq!(explorer.read(link, json!([])), json!([server.url("index.html"), name, true]));
        let folder = Folder::with_page();
        explorer.open(&folder.address("index.html"));
        let is_link = "() => document.querySelector('[data-save]').hasAttribute('href')";
        assert_eq!(explorer.read(is_link, json!([])), false);
        explorer.is_clean();
    });
}

/// A copy that somebody saved while it was filtered, read by somebody else in
/// a hardened browser.
#[test]
fn saved_while_filtered_it_can_be_read_without_webassembly() {
    let server = served();
    in_each_engine(|explorer| {
        let saved = saved_while_filtered(explorer, &server.url("index.html"));
        let folder = Folder::new().with("saved.html", &saved);
        let reader = Explorer::start_without(explorer.engine, Without::WebAssembly);
        reader.go(&folder.address("saved.html"));
        can_be_read(&reader);
    });
}

/// The page with a line before all others, which its policy is told to allow.
fn page_after(line: &str) -> String {
    let hash = BASE64.encode(Sha256::digest(line));
    let page = page();
    assert_eq!(page.matches("script-src ").count(), 1);
    let page = page.replace("script-src ", &format!("script-src 'sha256-{hash}' "));
    page.replacen("<title>", &format!("<script>{line}</script><title>"), 1)
}

#[test]
fn where_webassembly_never_was_it_can_be_read() {
    in_each_engine(|explorer| {
        let folder = Folder::new().with("index.html", &page_after("delete window.WebAssembly"));
        explorer.go(&folder.address("index.html"));
        assert_eq!(explorer.read("() => 'WebAssembly' in window", json!([])), false);
        can_be_read(explorer);
        explorer.is_clean();
    });
}

/// Browsers of before 2023 lack it.
#[test]
fn without_decompression_it_works() {
    in_each_engine(|explorer| {
        let folder = Folder::new().with("index.html", &page_after("delete window.DecompressionStream"));
        explorer.open(&folder.address("index.html"));
        assert_eq!(explorer.read("() => 'DecompressionStream' in window", json!([])), false);
        explorer.choose("series", "visits");
        explorer.shows("series=visits");
        explorer.is_clean();
    });
}

/// An app that stops before it has begun.
#[test]
fn with_a_broken_app_it_can_be_read() {
    in_each_engine(|explorer| {
        let line = "WebAssembly.Instance = function () { throw Error('no') }";
        let folder = Folder::new().with("index.html", &page_after(line));
        explorer.go(&folder.address("index.html"));
        can_be_read(explorer);
    });
}

/// The helper above does not by itself break the page.
#[test]
fn a_line_more_changes_nothing() {
    in_each_engine(|explorer| {
        let folder = Folder::new().with("index.html", &page_after("window.more = true"));
        explorer.open(&folder.address("index.html"));
        assert_eq!(explorer.read("() => window.more", json!([])), true);
        explorer.shows("");
    });
}

/// Seen as of another day, the page says what was so then. A copy that cannot
/// say which day that was must say what was published.
#[test]
fn saved_as_of_another_day_it_says_what_was_published() {
    let server = served();
    let told = "() => [
        [...document.querySelectorAll('[data-status]')].map(it => it.textContent),
        document.querySelectorAll('[data-later], [data-unwritten]').length,
        [...document.querySelectorAll('#summary a, #summary p')]
            .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.textContent + it.hash),
    ]";
    in_each_engine(|explorer| {
        let reader = Explorer::start_without(explorer.engine, Without::WebAssembly);
        reader.go(&server.url("index.html"));
        let published = reader.read(told, json!([]));
        explorer.open(&server.url("index.html#asof=2005"));
        assert_ne!(explorer.read(told, json!([])), published);
        let folder = Folder::new().with("saved.html", &explorer.document());
        reader.go(&folder.address("saved.html"));
        can_be_read(&reader);
        assert_eq!(reader.read(told, json!([])), published);
    });
}
