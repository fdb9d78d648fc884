//! What it takes to answer the reader: script, and then style and layout, from
//! an event to the moment at which the next frame can be painted.

use serde_json::json;

use crate::acts;
use crate::took::{BUDGET, Took, p95};
use crate::visit::median;
use crate::webdriver::Browser;

/// How often each interaction is done.
const TIMES: usize = 40;

/// How long a reader pauses before the next of them, in milliseconds; a brush is
/// moved without.
const PAUSE: u32 = 150;

/// Each interaction: its name, the address it starts at, what is then in view, and
/// what to do for the n-th time. Each does something else than the time before.
const INTERACTIONS: [(&str, &str, &str, &str); 13] = [
    ("choose or drop a facet value", "", FILTERS, acts::VALUE),
    ("choose a second value", "source=hric-2016", FILTERS, acts::THEME),
    ("the same with the drawing in view", "", DRAWING, acts::VALUE),
    ("type a letter", "", TOP, acts::LETTER),
    (BRUSH, "from=1990&to=2010", OVERVIEW, acts::BRUSH),
    ("zoom", "", DRAWING, acts::ZOOM),
    (
        "pan",
        "from=1990&to=2010",
        DRAWING,
        "(n) => document.querySelector(n % 4 < 2 ? '[data-act=earlier]' : '[data-act=later]').click()",
    ),
    (
        "another as-of day",
        "",
        TOP,
        "(n) => { const input = document.querySelector('[data-asof]');
            input.value = `${2000 + n % 20}-06-30`;
            input.dispatchEvent(new Event('input', { bubbles: true }));
            input.dispatchEvent(new Event('change', { bubbles: true })); }",
    ),
    (
        "open a record",
        "",
        FILTERS,
        "(n) => { const all = document.querySelectorAll('article.record h3 a'); all[n * 11 % all.length].click(); }",
    ),
    (
        "another view",
        "",
        FILTERS,
        "(n) => { const all = document.querySelectorAll('.views a'); all[n % all.length].click(); }",
    ),
    ("lanes of another facet", "", DRAWING, acts::LANES),
    (
        "sort the table",
        "view=table",
        FILTERS,
        "(n) => { const all = document.querySelectorAll('#table th button'); all[n % all.length].click(); }",
    ),
    ("filter the table", "view=table", FILTERS, acts::THEME),
];

const BRUSH: &str = "a step of the brush";

/// What is in view: the beginning of the page, the drawing, what moves its window,
/// the filters beside what they yield.
const TOP: &str = "body";
const DRAWING: &str = ".timelines";
const OVERVIEW: &str = ".overview";
const FILTERS: &str = ".columns";

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
    for (name, fragment, place, act) in INTERACTIONS {
        open(browser, page, fragment);
        browser.read("css => document.querySelector(css).scrollIntoView()", json!([place]));
        let took = Took::by(browser, TIMES, if name == BRUSH { 0 } else { PAUSE }, act);
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
