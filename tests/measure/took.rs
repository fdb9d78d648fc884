//! How long the page takes to answer.

use serde_json::{Value, json};

use crate::webdriver::Browser;

/// The budget of an interaction in milliseconds, which 95 in 100 should keep.
pub const BUDGET: f64 = 8.0;

/// Does one thing many times and tells of each how long script took, style and
/// layout after it, and all until the next frame was painted. The app answers in
/// microtasks after the event, a few of which follow each other. Were a new task
/// waited for, a frame could come before it, and its paint would be taken for script.
/// The pause before each is that of a reader, and no wait for anything.
const TIME: &str = "async (times, pause, act) => {
    const task = () => new Promise(done => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
    });
    const frame = () => new Promise(done => requestAnimationFrame(() => task().then(done)));
    const does = eval(act);
    const took = [];
    for (let n = 0; n < times; n++) {
        await new Promise(done => setTimeout(done, pause));
        await frame();
        await frame();
        document.body.getBoundingClientRect();
        const start = performance.now();
        does(n);
        for (let turn = 0; turn < 50; turn++) await null;
        const script = performance.now();
        document.body.getBoundingClientRect();
        const layout = performance.now();
        await frame();
        took.push([script - start, layout - script, performance.now() - start]);
    }
    return took;
}";

/// How long one thing took each time that it was done, in milliseconds.
pub struct Took {
    times: Vec<[f64; 3]>,
}

impl Took {
    /// Does it so many times in the page that is open, with a pause before each
    /// in milliseconds.
    pub fn by(browser: &Browser, times: usize, pause: u32, act: &str) -> Took {
        let took = browser.read(TIME, json!([times, pause, act]));
        let of = |value: &Value| [0, 1, 2].map(|index| value[index].as_f64().unwrap_or(f64::NAN));
        Took { times: took.as_array().into_iter().flatten().map(of).collect() }
    }

    /// In script.
    pub fn script(&self) -> Vec<f64> {
        self.times.iter().map(|it| it[0]).collect()
    }

    /// In style and layout.
    pub fn layout(&self) -> Vec<f64> {
        self.times.iter().map(|it| it[1]).collect()
    }

    /// In script, style and layout.
    pub fn together(&self) -> Vec<f64> {
        self.times.iter().map(|it| it[0] + it[1]).collect()
    }

    /// From the event until the next frame was painted.
    pub fn painted(&self) -> Vec<f64> {
        self.times.iter().map(|it| it[2]).collect()
    }
}

/// What 95 in 100 do not exceed.
pub fn p95(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let at = (values.len() * 95).div_ceil(100).saturating_sub(1);
    values.get(at).copied().unwrap_or(f64::NAN)
}
