//! What it takes to answer the reader: script, and then style and layout, from
//! an event to the moment at which the next frame can be painted.

use serde_json::{Value, json};

use crate::visit::median;
use crate::webdriver::Browser;

/// How often each interaction is done.
const TIMES: usize = 40;

/// The budget of an interaction in milliseconds, which 95 in 100 should keep.
const BUDGET: f64 = 8.0;

/// Each interaction: its name, the address it starts at, and what to do for the
/// n-th time. Each does something else than the time before.
const INTERACTIONS: [(&str, &str, &str); 12] = [
    (
        "choose or drop a facet value",
        "",
        "(n) => { const all = document.querySelectorAll('#facets [data-value]:not([data-n=\"0\"])');
            (n % 2 ? window.chosen : window.chosen = all[n * 7 % all.length]).click(); }",
    ),
    (
        "choose a second value",
        "source=hric-2016",
        "(n) => { const all = document.querySelectorAll('[data-facet=theme]:not([data-n=\"0\"])');
            (n % 2 ? window.chosen : window.chosen = all[n * 3 % all.length]).click(); }",
    ),
    (
        "type a letter",
        "",
        "(n) => { const input = document.querySelector('input[type=search]');
            input.value = 'torture convention'.slice(0, n % 18 + 1);
            input.dispatchEvent(new Event('input', { bubbles: true })); }",
    ),
    (
        "a step of the brush",
        "from=1990&to=2010",
        "(n) => { const place = document.querySelector('[data-overview]').getBoundingClientRect();
            const at = document.querySelector('[data-overview] [data-drawn]');
            const x = place.left + place.width * .55 + (n % 20 < 10 ? n % 10 : 10 - n % 10) * 3;
            const send = (kind) => at.dispatchEvent(new PointerEvent(kind,
                { bubbles: true, clientX: x, clientY: place.top + 20, pointerId: 1 }));
            if (n == 0) send('pointerdown');
            send('pointermove'); }",
    ),
    (
        "zoom",
        "",
        "(n) => document.querySelector(n % 4 < 2 ? '[data-act=zoom-in]' : '[data-act=zoom-out]').click()",
    ),
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
    (
        "lanes of another facet",
        "",
        "(n) => { const select = document.querySelector('[data-lanes]');
            select.selectedIndex = n % select.options.length;
            select.dispatchEvent(new Event('change', { bubbles: true })); }",
    ),
    (
        "sort the table",
        "view=table",
        "(n) => { const all = document.querySelectorAll('#table th button'); all[n % all.length].click(); }",
    ),
    (
        "filter the table",
        "view=table",
        "(n) => { const all = document.querySelectorAll('[data-facet=theme]:not([data-n=\"0\"])');
            (n % 2 ? window.chosen : window.chosen = all[n * 3 % all.length]).click(); }",
    ),
];

/// Does one thing many times and tells of each how long script took, and style
/// and layout after it. The app answers in microtasks after the event; a new
/// task begins when they are done.
const TIME: &str = "async (times, act) => {
    const frame = () => new Promise(done => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
    }));
    const task = () => new Promise(done => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
    });
    const does = eval(act);
    const took = [];
    for (let n = 0; n < times; n++) {
        await frame();
        await frame();
        document.body.getBoundingClientRect();
        const start = performance.now();
        does(n);
        await task();
        const script = performance.now();
        document.body.getBoundingClientRect();
        took.push([script - start, performance.now() - script]);
    }
    return took;
}";

/// Prints the table. Tells whether every interaction kept the budget.
pub fn print(browser: &Browser, page: &str) {
    println!("\nInteractions on this machine, {TIMES} of each, in milliseconds (budget: {BUDGET} at p95).\n");
    println!("| interaction | script p50 | p95 | style and layout p50 | p95 | together p95 | first |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for (name, fragment, act) in INTERACTIONS {
        browser.go("about:blank");
        browser.go(&format!("{page}#{fragment}"));
        browser.becomes("() => document.documentElement.hasAttribute('data-ready')", json!([]), json!(true));
        let took = browser.read(TIME, json!([TIMES, act]));
        let took: Vec<(f64, f64)> = took.as_array().into_iter().flatten().map(pair).collect();
        let part = |part: fn(&(f64, f64)) -> f64| took.iter().map(part).collect::<Vec<f64>>();
        let (script, layout, both) = (part(|it| it.0), part(|it| it.1), part(|it| it.0 + it.1));
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

fn pair(value: &Value) -> (f64, f64) {
    let of = |index: usize| value[index].as_f64().unwrap_or(f64::NAN);
    (of(0), of(1))
}

/// What 95 in 100 do not exceed.
fn p95(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let at = (values.len() * 95).div_ceil(100).saturating_sub(1);
    values.get(at).copied().unwrap_or(f64::NAN)
}
