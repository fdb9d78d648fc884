//! What it takes to answer the reader: script, and then style and layout, from
//! an event to the moment at which the next frame can be painted.

use serde_json::json;

use crate::acts;
use crate::took::{BUDGET, Took, p95};
use crate::visit::median;
use crate::webdriver::Browser;

/// How often each interaction is done.
const TIMES: usize = 40;

/// Each interaction: its name, the address it starts at, and what to do for the
/// n-th time. Each does something else than the time before.
const INTERACTIONS: [(&str, &str, &str); 12] = [
    ("choose or drop a facet value", "", acts::VALUE),
    ("choose a second value", "source=hric-2016", acts::THEME),
    ("type a letter", "", acts::LETTER),
    ("a step of the brush", "from=1990&to=2010", acts::BRUSH),
    ("zoom", "", acts::ZOOM),
    (
        "pan",
        "from=1990&to=2010",
        "(n) => document.querySelector(n % 4 < 2 ? '[data-act=earlier]' : '[data-act=later]').click()",
    ),
    (
        "another as-of day",
        "",
        "(n) => { const input = document.querySelector('[data-asof]');
            input.value = `${2000 + n % 20}-06-30`;
            input.dispatchEvent(new Event('input', { bubbles: true }));
            input.dispatchEvent(new Event('change', { bubbles: true })); }",
    ),
    (
        "open a record",
        "",
        "(n) => { const all = document.querySelectorAll('article.record h3 a'); all[n * 11 % all.length].click(); }",
    ),
    (
        "another view",
        "",
        "(n) => { const all = document.querySelectorAll('.views a'); all[n % all.length].click(); }",
    ),
    ("lanes of another facet", "", acts::LANES),
    (
        "sort the table",
        "view=table",
        "(n) => { const all = document.querySelectorAll('#table th button'); all[n % all.length].click(); }",
    ),
    ("filter the table", "view=table", acts::THEME),
];

/// Goes to the page at an address, and waits until it can be used.
fn open(browser: &Browser, page: &str, fragment: &str) {
    browser.go("about:blank");
    browser.go(&format!("{page}#{fragment}"));
    browser.becomes("() => document.documentElement.hasAttribute('data-ready')", json!([]), json!(true));
}

/// Prints the table.
pub fn print(browser: &Browser, page: &str) {
    println!("\nInteractions on this machine, {TIMES} of each, in milliseconds (budget: {BUDGET} at p95).\n");
    println!("| interaction | script p50 | p95 | style and layout p50 | p95 | together p95 | first |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for (name, fragment, act) in INTERACTIONS {
        open(browser, page, fragment);
        let took = Took::by(browser, TIMES, 0, act);
        let (script, layout, both) = (took.script(), took.layout(), took.together());
        let mark = if p95(&both) <= BUDGET { "" } else { " over" };
        println!(
            "| {name} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1}{mark} | {:.1} |",
            median(script.iter().copied()),
            p95(&script),
            median(layout.iter().copied()),
            p95(&layout),
            p95(&both),
            both.first().copied().unwrap_or(f64::NAN),
        );
    }
}
