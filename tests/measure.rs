//! How fast the page gets to a reader with a slow line and a slow telephone:
//! a table of medians, not a test. Run by `make measure`, best on an idle
//! machine.

#[path = "measure/acts.rs"]
mod acts;
#[allow(dead_code)]
#[path = "browser/engine.rs"]
mod engine;
#[path = "measure/interactions.rs"]
mod interactions;
#[allow(dead_code)]
#[path = "browser/place.rs"]
mod place;
#[path = "browser/slow.rs"]
mod slow;
#[allow(dead_code)]
#[path = "measure/took.rs"]
mod took;
#[path = "measure/visit.rs"]
mod visit;
#[allow(dead_code)]
#[path = "browser/webdriver.rs"]
mod webdriver;

use serde_json::{Value, json};
use standing_invitation::{compress, serve::Server};

use engine::{Engine, Without};
use visit::{NOTE, median};
use webdriver::Browser;

const RUNS: usize = 5;

/// What one visit took.
struct Visit {
    contentful: f64,
    ready: f64,
    bytes: u64,
}

fn main() {
    let server = place::served();
    let packed = compress::brotli(place::page().as_bytes()).len() as u64;
    println!("The page, {packed} bytes in brotli; medians of {RUNS} first visits, in milliseconds.\n");
    println!("| line and processor | first contentful paint | ready |");
    println!("|---|---:|---:|");
    for (name, slow) in [("slow 4G (1.6 Mb/s, 150 ms), CPU ÷ 4", true), ("this machine", false)] {
        let visits: Vec<Visit> = (0..RUNS).map(|_| visit(server, slow)).collect();
        assert!(visits.iter().all(|visit| visit.bytes == packed), "it came as brotli");
        let contentful = median(visits.iter().map(|visit| visit.contentful));
        let ready = median(visits.iter().map(|visit| visit.ready));
        println!("| {name} | {contentful:.0} | {ready:.0} |");
    }
    interactions::print(&Browser::start(Engine::Chromium, Without::Nothing), &server.url("index.html"));
}

/// Visits the page for the first time.
fn visit(server: &Server, slow: bool) -> Visit {
    let browser = Browser::start(Engine::Chromium, Without::Nothing);
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE }));
    if slow {
        slow::slow_down(&browser);
    }
    browser.go(&server.url("index.html"));
    let ready = browser.changes("() => window.readyAt ?? null", json!([]), Value::Null);
    let read = |function| browser.read(function, json!([]));
    let contentful = read("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
    let bytes = read("() => performance.getEntriesByType('navigation')[0].encodedBodySize");
    Visit {
        contentful: contentful.as_f64().unwrap_or(f64::NAN),
        ready: ready.as_f64().unwrap_or(f64::NAN),
        bytes: bytes.as_u64().unwrap_or_default(),
    }
}
