//! The page with 10,000 and 50,000 generated records: how long it takes to draw
//! them all and to answer a change of the filters, and how much of the document
//! that is. A table, not a test. Run by `make measure-large`, best on an idle
//! machine.

#[path = "measure/acts.rs"]
mod acts;
#[path = "bench/chance.rs"]
mod chance;
#[allow(dead_code)]
#[path = "browser/engine.rs"]
mod engine;
#[allow(dead_code)]
#[path = "browser/place.rs"]
mod place;
#[path = "measure/synthetic.rs"]
mod synthetic;
#[path = "measure/took.rs"]
mod took;
#[path = "measure/visit.rs"]
mod visit;
#[allow(dead_code)]
#[path = "browser/webdriver.rs"]
mod webdriver;
#[path = "bench/words.rs"]
mod words;

use std::env;

use serde_json::{Value, json};

use engine::{Engine, Without};
use place::{Folder, release_of};
use took::{BUDGET, Took, p95};
use visit::{NOTE, median};
use webdriver::Browser;

/// How many records there are, unless `SIZES` says other numbers.
const SIZES: &str = "10000,50000";

/// How long a reader looks before the next change, in milliseconds: what the page
/// does in slices after a change is then done for the most part.
const PAUSE: u32 = 400;

/// What is done: its name, how often, the address it starts at, and how it is
/// done for the n-th time. The first two draw everything anew.
const ACTS: [(&str, usize, &str, &str); 8] = [
    (
        "draw a stretch of time, then all years",
        20,
        "",
        "(n) => { if (n % 2) return document.querySelector('[data-act=whole]').click();
            for (let i = 0; i < 6; i++) document.querySelector('[data-act=zoom-in]').click(); }",
    ),
    ("draw lanes of another facet", 18, "", acts::LANES),
    ("choose or drop a facet value", 40, "", acts::VALUE),
    ("choose or drop a second value", 40, "source=hric-2016", acts::THEME),
    ("type a letter", 24, "", acts::LETTER),
    ("a step of the brush", 40, "from=1990&to=2010", acts::BRUSH),
    ("zoom", 40, "", acts::ZOOM),
    (
        "filter the table",
        40,
        "view=table",
        "(n) => { const all = document.querySelectorAll('#facets [data-facet=theme]:not([data-n=\"0\"])');
            (n % 2 ? window.chosen : window.chosen = all[n * 3 % all.length]).click(); }",
    ),
];

/// What there is of the drawing, the list and the table.
const PARTS: [(&str, &str); 5] = [
    ("elements of the drawing", "#timeline > [data-drawn] *"),
    ("marks", "[data-mark]"),
    ("counts", "[data-cluster]"),
    ("records shown", "article.record:not([hidden])"),
    ("rows shown", "#table tbody tr"),
];

fn main() {
    let sizes = env::var("SIZES").unwrap_or_else(|_| SIZES.to_string());
    for size in sizes.split(',').map(|size| size.trim().parse().expect("`SIZES` are numbers")) {
        let page = release_of(&synthetic::corpus(size)).page.html;
        let folder = Folder::new().with("index.html", &page);
        let browser = Browser::start(Engine::Chromium, Without::Nothing);
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE }));
        browser.go(&folder.address("index.html"));
        let ready = browser.changes("() => window.readyAt ?? null", json!([]), Value::Null);
        let parsed = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventStart";
        let parsed = browser.read(parsed, json!([])).as_f64().unwrap_or(f64::NAN);
        println!(
            "\n{size} records, a page of {:.1} MB: read after {:.1} s, and ready {:.2} s later.",
            page.len() as f64 / 1e6,
            parsed / 1e3,
            (ready.as_f64().unwrap_or(f64::NAN) - parsed) / 1e3,
        );
        print(&browser);
    }
}

/// Prints the table of what is done in the page that is open.
fn print(browser: &Browser) {
    println!("\nIn milliseconds (budget of a change of the filters: {BUDGET} at p95).\n");
    let parts: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    println!(
        "| done | script p50 | p95 | style and layout p50 | p95 | together least | p50 | p95 | painted p95 | {} |",
        parts.join(" | ")
    );
    println!("|---|{}", "---:|".repeat(8 + PARTS.len()));
    for (name, times, fragment, act) in ACTS {
        browser.read("(fragment) => { location.hash = fragment; }", json!([fragment]));
        browser.settles("() => document.querySelector('[data-count]').dataset.count");
        let took = Took::by(browser, times, PAUSE, act);
        // What is counted is what the reader ends up with.
        browser.becomes("() => !document.querySelector('[data-partial]')", json!([]), true);
        let pair = |times: Vec<f64>| format!("{:.1} | {:.1}", median(times.iter().copied()), p95(&times));
        let count = |(_, selector)| {
            browser.read("(selector) => document.querySelectorAll(selector).length", json!([selector]))
        };
        let counts = PARTS.map(count).map(|count| count.to_string());
        println!(
            "| {name} | {} | {} | {:.1} | {} | {:.0} | {} |",
            pair(took.script()),
            pair(took.layout()),
            took.together().into_iter().fold(f64::INFINITY, f64::min),
            pair(took.together()),
            p95(&took.painted()),
            counts.join(" | ")
        );
    }
}
