//! Wherever the page stands, it is the same page: on a server, on disk, in a
//! frame of somebody else, saved by a reader.

use serde_json::json;
use standing_invitation::data::corpus::Corpus;

use crate::explorer::Explorer;
use crate::place::{Folder, page, quoted, served_alone};
use crate::{in_each_engine, on_the_page};

/// A record that every timeline of it can be asked about, and one linked in it.
const RECORD: &str = "visit-judges-lawyers";

#[test]
fn served_it_is_one_request() {
    let server = served_alone();
    in_each_engine(|explorer| {
        server.take_requests();
        explorer.open(&server.url("index.html"));
        explorer.shows("");
        explorer.is_there_once();
        let resources = "() => performance.getEntriesByType('resource').map(it => it.name)";
        assert_eq!(explorer.read(resources, json!([])), json!([]));
        assert_eq!(server.take_requests(), ["GET /index.html"]);
        explorer.is_clean();
    });
}

#[test]
fn a_link_opens_a_record() {
    on_the_page(RECORD, |explorer, server| {
        explorer.shows(RECORD);
        explorer.shows_open(RECORD);
        // Even where the same link filters it away.
        let fragment = format!("series=treaties&record={RECORD}");
        explorer.open(&server.url(&format!("index.html#{fragment}")));
        explorer.shows(&fragment);
        explorer.shows_open(RECORD);
    });
}

#[test]
fn a_link_filters() {
    on_the_page("series=visits&q=lawyers", |explorer, server| {
        explorer.shows("series=visits&q=lawyers");
        let text = "() => document.querySelector('input[type=search]').value";
        explorer.becomes(text, json!([]), "lawyers");
        for fragment in
            ["from=2005&to=2009-06", "from=2005&to=2009-06&certain=1", "series=treaties~visits&asof=2010"]
        {
            explorer.open(&server.url(&format!("index.html#{fragment}")));
            explorer.shows(fragment);
        }
    });
}

#[test]
fn an_address_of_junk_shows_everything() {
    on_the_page("series=nothing&asof=2010-02-30&q=&x=%ZZ&=&from", |explorer, _| {
        explorer.shows_without_address("");
    });
}

#[test]
fn on_disk_it_works() {
    let folder = Folder::with_page();
    in_each_engine(|explorer| {
        explorer.open(&folder.address("index.html"));
        explorer.shows("");
        works(explorer);
        explorer.is_clean();
    });
}

/// Filters, and follows a link within the page.
#[track_caller]
pub fn works(explorer: &Explorer) {
    explorer.read("() => { window.stayed = true; }", json!([]));
    let promised = explorer.choose("series", "visits");
    explorer.shows_without_address("series=visits");
    assert_eq!(explorer.count(), promised);
    explorer.click(&format!("#{RECORD} h3 a"));
    explorer.shows_without_address(&format!("series=visits&record={RECORD}"));
    explorer.shows_open(RECORD);
    explorer.click("[data-open] .claim h5 a");
    explorer.becomes("() => window.stayed", json!([]), true);
    explorer.is_there_once();
}

/// The page in frames that may run scripts and nothing else.
#[test]
fn in_a_sandboxed_frame_it_works() {
    let frame = |source: &str| {
        format!(
            "<!doctype html><meta charset=utf-8><title>Host</title><link rel=icon href='data:,'><h1>An article</h1>\
             <iframe sandbox=allow-scripts width=1000 height=700 {source}></iframe>"
        )
    };
    let folder = Folder::with_page()
        .with("of-address.html", &frame("src=index.html"))
        .with("of-text.html", &frame(&format!("srcdoc=\"{}\"", quoted(&page()))));
    let server = folder.served();
    in_each_engine(|explorer| {
        for host in ["of-address.html", "of-text.html"] {
            for address in [server.url(host), folder.address(host)] {
                println!("{address}");
                stays_in_its_frame(explorer, &address);
            }
        }
    });
}

/// What a page in `srcdoc` may do is also up to the policy of its host. Of one
/// that allows nothing it inherits that, and has neither style nor script.
#[test]
fn in_text_in_a_strict_host_it_can_be_read() {
    let host = format!(
        "<!doctype html><meta charset=utf-8><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">\
         <title>Host</title><iframe width=1000 height=700 srcdoc=\"{}\"></iframe>",
        quoted(&page())
    );
    let folder = Folder::new().with("host.html", &host);
    let server = folder.served();
    let told = "() => {
        const seen = selector => [...document.querySelectorAll(selector)].filter(it => it.checkVisibility({ visibilityProperty: true }));
        for (const details of document.querySelectorAll('[data-record] details')) details.open = true;
        return {
            ready: document.documentElement.hasAttribute('data-ready'),
            styled: getComputedStyle(document.querySelector('.record')).paddingInlineStart !== '0px',
            records: seen('[data-record]').length,
            claims: seen('[data-record] .claim').filter(it => it.innerText.trim().length > 20).length,
            marks: seen('[data-timeline] svg a').length > 50,
        };
    }";
    let corpus = Corpus::embedded();
    in_each_engine(|explorer| {
        for address in [server.url("host.html"), folder.address("host.html")] {
            explorer.go(&address);
            explorer.enter_frame("iframe");
            let whole = json!({
                "ready": false,
                "styled": false,
                "records": corpus.records.len(),
                "claims": corpus.records.iter().map(|record| record.claims.len()).sum::<usize>(),
                "marks": true,
            });
            explorer.becomes(told, json!([]), whole);
            explorer.leave_frames();
        }
    });
}

#[track_caller]
fn stays_in_its_frame(explorer: &Explorer, address: &str) {
    explorer.go(address);
    let history_length = explorer.history_length();
    explorer.enter_frame("iframe");
    explorer.is_ready();
    explorer.shows_without_address("");
    works(explorer);
    explorer.is_clean();
    explorer.leave_frames();
    assert_eq!(explorer.address(), address);
    assert_eq!(explorer.history_length(), history_length, "the history is the host's");
}

/// The page with as much chosen as may be in the way of a copy.
pub fn filtered(explorer: &Explorer, address: &str) {
    explorer.open(&format!("{address}#series=visits&q=lawyers&record={RECORD}"));
    explorer.press_tool("zoom-in");
    explorer.changes("() => location.hash.includes('from=')", json!([]), false);
    // And in another view, with a disagreement open.
    explorer.click(".views a[href$='#disagreements']");
    explorer.changes("() => location.hash.includes('view=')", json!([]), false);
    explorer.click("article.differ:not([hidden]) h3 a");
    explorer.changes("() => location.hash.includes('differ=')", json!([]), false);
}

/// The document as it stands when a reader saves the page while it is filtered.
pub fn saved_while_filtered(explorer: &Explorer, address: &str) -> String {
    filtered(explorer, address);
    explorer.document()
}

#[test]
fn saved_while_filtered_it_starts_afresh() {
    let server = served_alone();
    in_each_engine(|explorer| {
        let saved = saved_while_filtered(explorer, &server.url("index.html"));
        assert!(saved.contains("data-ready"), "it was saved after it had started");
        let folder = Folder::new().with("saved.html", &saved);
        server.take_requests();
        explorer.open(&folder.address("saved.html"));
        explorer.shows("");
        explorer.is_there_once();
        works(explorer);
        // And once more: a copy of a copy.
        let folder = folder.with("again.html", &explorer.document());
        explorer.open(&folder.address("again.html"));
        explorer.shows("");
        works(explorer);
        assert_eq!(server.take_requests(), [""; 0]);
        explorer.is_clean();
    });
}

/// Chromium saves links within a page as links to where the page came from.
#[test]
fn saved_with_links_to_the_live_site_it_stays_the_copy() {
    let server = served_alone();
    in_each_engine(|explorer| {
        let saved = saved_while_filtered(explorer, &server.url("index.html"));
        let live = format!("href=\"{}#", server.url("index.html"));
        let saved = saved.replace("href=\"#", &live);
        assert!(saved.matches(&live).count() > 100);
        let folder = Folder::new().with("saved.html", &saved);
        server.take_requests();
        explorer.open(&folder.address("saved.html"));
        works(explorer);
        assert!(explorer.address().starts_with(&folder.address("saved.html")));
        assert_eq!(server.take_requests(), [""; 0]);
        explorer.is_clean();
    });
}
