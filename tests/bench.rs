//! The engine beside crossfilter2, in one run of one browser: a table of
//! medians. Run by `make bench`, best on an idle machine. Fails where the two
//! count differently, and where the engine is not as much faster as it must be.

#[allow(dead_code)]
#[path = "browser/engine.rs"]
mod engine;
#[allow(dead_code)]
#[path = "browser/webdriver.rs"]
mod webdriver;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use standing_invitation::serve::serve;

use engine::{Engine, Without};
use webdriver::Browser;

const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];
/// How many samples are taken of each change, and three times as many where
/// they do not take longer than this.
const SAMPLES: usize = 7;
const PATIENCE: Duration = Duration::from_secs(5);

/// How many times faster than crossfilter2 a change must be with a million
/// records. Text is searched by both in the same way and has no such gate.
const GATES: [(&str, f64); 6] = [
    ("one value", 10.0),
    ("a rare value", 10.0),
    ("a set of three", 10.0),
    ("brush jump", 10.0),
    ("brush step", 1.0),
    ("brush step under two filters", 1.0),
];

fn main() {
    let folder = std::env::var("BENCH").unwrap_or_else(|_| "target/bench".to_string());
    let server = serve(folder, "127.0.0.1:0").expect("`make bench` builds what is served");
    let browser = Browser::start(Engine::Chromium, Without::Nothing);
    browser.go(&server.url("index.html"));
    let names = browser.read("() => load()", json!([]));
    let names: Vec<&str> = names.as_array().expect("names").iter().filter_map(Value::as_str).collect();
    println!(
        "One change, all counts of seven dimensions read; medians of {SAMPLES} or more, in milliseconds.\n"
    );
    println!("| records | change | engine | crossfilter2 | ratio |");
    println!("|---:|---|---:|---:|---:|");
    let mut slow = Vec::new();
    let mut bytes = 0.0;
    for n_records in SIZES {
        let built = browser.read("(n) => build(n)", json!([n_records]));
        bytes = built["bytes"].as_f64().unwrap_or(f64::NAN);
        row(n_records, "getting ready", &built);
        for name in &names {
            if *name == "text search" {
                browser.read("(n) => buildSearch(n)", json!([n_records]));
            }
            browser.read("(name) => prepare(name)", json!([name]));
            let started = Instant::now();
            let mut samples = Vec::new();
            while samples.len() < SAMPLES || (samples.len() < 3 * SAMPLES && started.elapsed() < PATIENCE) {
                samples.push(browser.read("(name) => sample(name)", json!([name])));
            }
            let measured = ["ours", "peer"].map(|side| (side.to_string(), median(&samples, side)));
            let measured = Value::Object(measured.into_iter().collect());
            browser.read("() => clear()", json!([]));
            let ratio = row(n_records, name, &measured);
            let gate = GATES.iter().find(|(gated, _)| gated == name && n_records == 1_000_000);
            slow.extend(gate.filter(|(_, gate)| ratio < *gate || ratio.is_nan()));
        }
    }
    println!("\nWith a million records the engine takes {bytes:.0} bytes for each.");
    for (name, gate) in &slow {
        println!("{name} is not {gate} times as fast as crossfilter2.");
    }
    std::process::exit(i32::from(!slow.is_empty()));
}

/// Prints what both took and returns how many times faster the engine is.
fn row(n_records: u32, name: &str, measured: &Value) -> f64 {
    let [ours, peer] = ["ours", "peer"].map(|side| measured[side].as_f64().unwrap_or(f64::NAN));
    println!("| {n_records} | {name} | {ours:.3} | {peer:.3} | {:.1} |", peer / ours);
    peer / ours
}

fn median(samples: &[Value], side: &str) -> Value {
    let mut times: Vec<f64> = samples.iter().filter_map(|sample| sample[side].as_f64()).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().into()
}
