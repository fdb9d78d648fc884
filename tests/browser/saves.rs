//! A copy that a reader saved is the same page, on a machine without a network
//! and where no script runs.

use serde_json::json;
use standing_invitation::data::corpus::Corpus;

use crate::engine::{Engine, Without};
use crate::expected::dataset;
use crate::explorer::Explorer;
use crate::place::{Folder, page, served_alone};
use crate::places::{filtered, works};
use crate::plain::can_be_read;
use crate::saving;

/// Follows one link of each kind that leads to a place of the page, and returns
/// what is wrong with any: those that go to no place of the page, and those that
/// would leave the copy. The others are told from it by their `rel`.
const LINKS: &str = "live => {
    const here = location.href.split('#')[0], wrong = [], kinds = new Set();
    const links = [...document.querySelectorAll('a[href]')];
    for (const link of links) {
        // What another click has removed; and what leads from a frame to the full page.
        if (!link.isConnected || link.matches('[data-full]')) continue;
        const href = link.getAttribute('href');
        const [address, fragment] = new URL(href, document.baseURI).href.split('#');
        if (link.hasAttribute('rel') || href.startsWith('mailto:')) {
            if (address.startsWith(live)) wrong.push('out, to the live page: ' + href);
            continue;
        }
        if (address !== here && address !== live + 'index.html') wrong.push('away: ' + href);
        if (fragment && !fragment.includes('=') && !document.getElementById(decodeURIComponent(fragment)))
            wrong.push('nowhere: ' + href);
        const kind = [link.closest('[id]')?.localName, link.parentElement.localName, link.parentElement.className, link.className, link.namespaceURI, fragment?.includes('=')].join();
        if (kinds.has(kind)) continue;
        kinds.add(kind);
        const click = new MouseEvent('click', { bubbles: true, cancelable: true, view: window });
        if (link.dispatchEvent(click) && address !== here) wrong.push('followed away: ' + href);
    }
    return [links.length > 2000, kinds.size > 10, wrong, location.href.split('#')[0] === here];
}";

/// In each engine, in a browser that can save.
fn where_pages_are_saved(test: impl Fn(&Explorer)) {
    for engine in Engine::wanted() {
        println!("in {engine:?}");
        test(&saving::start(engine));
    }
}

#[test]
fn saved_by_the_browser_it_is_the_same_page_and_so_is_a_copy_of_the_copy() {
    let server = served_alone();
    where_pages_are_saved(|explorer| {
        filtered(explorer, &server.url("index.html"));
        let saved = saving::saved(explorer);
        assert!(saved.contains("data-ready"), "it was saved after it had started");
        let folder = Folder::new().with("saved.html", &saved);
        server.take_requests();
        explorer.open(&folder.address("saved.html"));
        explorer.shows("");
        explorer.is_there_once();
        works(explorer);
        assert_eq!(explorer.read(LINKS, json!([server.url("")])), json!([true, true, [], true]));

        filtered(explorer, &folder.address("saved.html"));
        let again = saving::saved(explorer);
        let folder = folder.with("again.html", &again);
        explorer.open(&folder.address("again.html"));
        explorer.shows("");
        explorer.is_there_once();
        works(explorer);
        assert_eq!(server.take_requests(), [""; 0]);
        explorer.is_clean();

        let reader = Explorer::start_without(explorer.engine, Without::WebAssembly);
        reader.go(&folder.address("again.html"));
        can_be_read(&reader);
        assert_eq!(server.take_requests(), [""; 0]);
    });
}

/// What is seen of a page that nobody starts: records, their claims once they are
/// unfolded, one drawing with marks, and whether the words of a claim are there.
const SEEN: &str = "() => {
    const seen = selector => [...document.querySelectorAll(selector)].filter(it => it.checkVisibility());
    for (const details of document.querySelectorAll('[data-record] details')) details.open = true;
    return {
        scripts: document.scripts.length,
        records: seen('[data-record]').length,
        claims: seen('[data-record] .claim').filter(it => it.textContent.trim().length > 20).length,
        drawings: seen('[data-timeline] svg[role=group]').length,
        marks: seen('[data-timeline] svg a').length > 50,
    };
}";

/// A page as programs leave it that take scripts out, such as those that archive.
fn without_scripts(html: &str) -> String {
    let mut parts = html.split("<script");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once("</script>").expect("a script ends").1);
    first + &rest.collect::<String>()
}

#[test]
fn without_its_scripts_a_copy_is_a_whole_document() {
    let server = served_alone();
    where_pages_are_saved(|explorer| {
        explorer.open(&server.url("index.html"));
        let saved = saving::saved(explorer);
        let folder = Folder::new()
            .with("published.html", &without_scripts(&page()))
            .with("saved.html", &without_scripts(&saved));
        server.take_requests();
        let claims = Corpus::embedded().records.iter().map(|record| record.claims.len()).sum::<usize>();
        for file in ["published.html", "saved.html"] {
            explorer.go(&folder.address(file));
            let whole = json!({ "scripts": 0, "records": dataset().records.len(), "claims": claims, "drawings": 1, "marks": true });
            explorer.becomes(SEEN, json!([]), whole);
        }
        assert_eq!(server.take_requests(), [""; 0]);
    });
}
