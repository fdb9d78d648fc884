//! Our page beside vis-timeline and TimelineJS3 with the same dated records,
//! loaded for the first time over a slow line: a table of medians, not a test.
//! Run by `make bench-pages`, best on an idle machine.

#[allow(dead_code)]
#[path = "browser/engine.rs"]
mod engine;
#[path = "browser/slow.rs"]
mod slow;
#[path = "measure/visit.rs"]
mod visit;
#[allow(dead_code)]
#[path = "browser/webdriver.rs"]
mod webdriver;

use serde_json::{Value, json};
use standing_invitation::serve::{Server, serve};

use engine::{Engine, Without};
use visit::{NOTE, median};
use webdriver::Browser;

const RUNS: usize = 5;

/// What a visit costs, in the order of the table.
const COLUMNS: [&str; 7] =
    ["kB, brotli", "requests", "first paint, ms", "usable, ms", "layout shift", "JS heap, MB", "DOM nodes"];

fn main() {
    let peers = serve("target/pages", "127.0.0.1:0").expect("`scripts/pages` builds what is served");
    let ours = serve("dist", "127.0.0.1:0").expect("`make build` writes dist/");
    let pages = [
        ("TimelineJS3", peers.url("timelinejs.html"), &peers),
        ("vis-timeline", peers.url("vis.html"), &peers),
        ("Standing Invitation", ours.url("index.html"), &ours),
    ];
    println!("First visits over slow 4G (1.6 Mb/s, 150 ms), CPU ÷ 4; medians of {RUNS}.\n");
    println!("| page | {} |", COLUMNS.join(" | "));
    println!("|---|{}", "---:|".repeat(COLUMNS.len()));
    let mut medians = Vec::new();
    for (name, address, server) in &pages {
        let visits: Vec<[f64; 7]> = (0..RUNS).map(|_| visit(address, server)).collect();
        let row: Vec<f64> =
            (0..COLUMNS.len()).map(|column| median(visits.iter().map(|visit| visit[column]))).collect();
        let cells: Vec<String> = row.iter().map(|it| tidy(*it)).collect();
        println!("| {name} | {} |", cells.join(" | "));
        medians.push(row);
    }
    if let [_, vis, ours] = medians.as_slice() {
        let ratio = |column: usize| ours[column] / vis[column];
        println!(
            "\nOf vis-timeline: first paint {:.2} (aim 0.25), usable {:.2} (aim 0.7).",
            ratio(2),
            ratio(3)
        );
    }
}

/// Visits a page for the first time. What the server sends is asked for in the
/// order of the columns.
fn visit(address: &str, server: &Server) -> [f64; 7] {
    let browser = Browser::start(Engine::Chromium, Without::Nothing);
    // The peers' pages note for themselves when they have drawn.
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE }));
    slow::slow_down(&browser);
    server.take_requests();
    browser.go(address);
    let ready = browser.changes("() => window.readyAt ?? null", json!([]), Value::Null);
    let read = |function| browser.read(function, json!([])).as_f64().unwrap_or(f64::NAN);
    let bytes = read(
        "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
            .reduce((sum, entry) => sum + entry.encodedBodySize, 0)",
    );
    let contentful = read("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime");
    let shift = read(
        "() => new Promise(done => {
            const observer = new PerformanceObserver(() => {});
            observer.observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() =>
                done(observer.takeRecords().reduce((sum, entry) => sum + entry.value, 0))));
        })",
    );
    browser.devtools("Performance.enable", json!({}));
    browser.devtools("HeapProfiler.collectGarbage", json!({}));
    let metrics = browser.devtools("Performance.getMetrics", json!({}));
    let metric = |name: &str| {
        let mut metrics = metrics["metrics"].as_array().into_iter().flatten();
        metrics.find(|it| it["name"] == name).and_then(|it| it["value"].as_f64()).unwrap_or(f64::NAN)
    };
    let requests = server.take_requests().len() as f64;
    let heap = metric("JSHeapUsedSize") / 1e6;
    let ready = ready.as_f64().unwrap_or(f64::NAN);
    [bytes / 1e3, requests, contentful, ready, shift, heap, metric("Nodes")]
}

/// Whole numbers from ten on, small ones with two digits.
fn tidy(value: f64) -> String {
    if value >= 10.0 || value == value.trunc() { format!("{value:.0}") } else { format!("{value:.2}") }
}
