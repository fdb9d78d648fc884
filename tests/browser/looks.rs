//! How it looks: nothing shifts while it loads, nothing sticks out at the side.

use std::{fs, path::Path};

use serde_json::json;

use crate::engine::Engine;
use crate::explorer::Explorer;
use crate::place::served;
use crate::slow::slow_down;
use crate::{in_each_engine, on_the_page};

#[test]
fn nothing_shifts_while_it_loads() {
    let server = served();
    for engine in Engine::wanted() {
        if !engine.has_devtools() {
            println!("{engine:?} does not measure shifts: not tested there");
            continue;
        }
        for (width, height) in [(360, 740), (768, 1024), (1280, 900)] {
            let explorer = Explorer::start(engine);
            explorer.set_viewport(width, height);
            slow_down(&explorer);
            explorer.open(&server.url("index.html"));
            let shifts = "done => new Promise(done => {
                const shifts = [];
                const take = (entries) => {
                    for (const shift of entries)
                        shifts.push([shift.value, shift.startTime, shift.sources.map(it =>
                            [it.node?.id || it.node?.className || it.node?.nodeName, it.previousRect.y, it.currentRect.y].join(' '))]);
                };
                const observer = new PerformanceObserver((list) => take(list.getEntries()));
                observer.observe({ type: 'layout-shift', buffered: true });
                // What two frames have shown, and has not been handed over yet.
                requestAnimationFrame(() => requestAnimationFrame(() => {
                    take(observer.takeRecords());
                    done(shifts);
                }));
            })";
            let shifts = explorer.read(shifts, json!([]));
            let each = shifts.as_array().cloned().unwrap_or_default();
            let sum: f64 = each.iter().filter_map(|shift| shift[0].as_f64()).sum();
            println!("{engine:?} at {width}: {sum:.4}");
            assert!(sum <= 0.02, "{sum} at {width}: {shifts:#}");
        }
    }
}

#[test]
fn nothing_sticks_out_at_the_side() {
    on_the_page("", |explorer, server| {
        let outside = "() => {
            const root = document.scrollingElement;
            if (root.scrollWidth <= root.clientWidth) return [];
            return ['scrolls by ' + (root.scrollWidth - root.clientWidth), ...[...document.querySelectorAll('body *')]
                .filter(it => it.getBoundingClientRect().right > root.clientWidth + 1)
                .slice(0, 8).map(it => it.localName + '.' + it.getAttribute('class') + ' ' + it.textContent.slice(0, 40))];
        }";
        for width in [320, 360, 768].map(|width| width.max(explorer.engine.narrowest())) {
            explorer.set_viewport(width, 740);
            for fragment in [
                "",
                "series=visits&q=lawyers&from=2005&to=2015",
                "visit-judges-lawyers",
                "q=zzzz",
                "view=table",
            ] {
                explorer.open(&server.url(&format!("index.html#{fragment}")));
                assert_eq!(explorer.read(outside, json!([])), json!([]), "at {width}, #{fragment}");
            }
            explorer.read(
                "() => document.querySelectorAll('details').forEach(it => { it.open = true; })",
                json!([]),
            );
            assert_eq!(explorer.read(outside, json!([])), json!([]), "at {width}, everything open");
        }
    });
}

/// Not compared with anything: for whoever wants to see what the tests saw.
#[test]
fn screenshots_are_made() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    fs::create_dir_all(&folder).expect("target/ is writable");
    let server = served();
    in_each_engine(|explorer| {
        for (width, height) in [(360, 740), (768, 1024), (1280, 900)] {
            let width = width.max(explorer.engine.narrowest());
            explorer.set_viewport(width, height);
            for scheme in ["light", "dark"] {
                if explorer.engine.has_devtools() {
                    explorer.set_media(&[("prefers-color-scheme", scheme)]);
                } else if scheme == "dark" {
                    println!("{:?} cannot be told to be dark: no picture", explorer.engine);
                    continue;
                }
                for (name, fragment) in [
                    ("page", ""),
                    ("filtered", "series=visits&from=2003&to=2017"),
                    ("record", "visit-judges-lawyers"),
                ] {
                    explorer.open(&server.url(&format!("index.html#{fragment}")));
                    let engine = format!("{:?}", explorer.engine).to_lowercase();
                    let file = folder.join(format!("{engine}-{width}-{scheme}-{name}.png"));
                    let picture = explorer.screenshot();
                    assert!(picture.len() > 5_000, "{}", file.display());
                    fs::write(&file, picture).expect("target/ is writable");
                }
            }
        }
    });
}
