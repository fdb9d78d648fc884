//! The page as a reader knows it: what one does with it, and what it shows.
//! Everything it relies on stands in `docs/page.md`.

use std::ops::Deref;

use serde_json::{Value, json};

use crate::engine::{Engine, Without};
use crate::expected::{Expected, dataset, expected};
use crate::webdriver::{Browser, key};

/// The records in the list. One that is hidden but drawn, or the reverse, is
/// reported as such.
const LISTED: &str = "() => [...document.querySelectorAll('[data-record]')]
    .map(it => [it.id, it.hidden, it.checkVisibility({ visibilityProperty: true })])
    .filter(([, hidden, drawn]) => !hidden || drawn)
    .map(([id, hidden, drawn]) => hidden ? id + ' (hidden, but drawn)' : drawn ? id : id + ' (not drawn)')";
const COUNT: &str = "() => Number(document.querySelector('[data-count]').dataset.count)";
/// The open records, and what is wrong about how they are open.
const OPEN: &str = "() => [...document.querySelectorAll('[data-open]')]
    .map(it => it.id + (it.querySelector('details').open ? '' : ' (details closed)'))";
const FACETS: &str = "() => [...document.querySelectorAll('[data-facet]')]
    .map(it => [it.dataset.facet, it.dataset.value, Number(it.dataset.n), it.getAttribute('aria-pressed') === 'true'])";
const FRAGMENT: &str = "() => location.hash.slice(1)";
/// How many records the drawing holds, alone or in counts.
const DRAWN: &str = "() => {
    const shown = selector => [...document.querySelectorAll('[data-timeline] ' + selector)]
        .filter(it => it.checkVisibility({ visibilityProperty: true }));
    return shown('[data-mark]').length
        + shown('[data-cluster]').reduce((sum, it) => sum + Number(it.dataset.cluster), 0);
}";

/// The top and the height of the drawing, in the page.
pub const DRAWING_BOX: &str = "() => {
    const box = document.querySelector('[data-timeline]').getBoundingClientRect();
    return [box.top + scrollY, box.height].map(Math.round);
}";

/// The page, open in a browser.
pub struct Explorer {
    browser: Browser,
}

impl Deref for Explorer {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Explorer {
    /// A browser that has no page open yet.
    pub fn start(engine: Engine) -> Explorer {
        Explorer { browser: Browser::start(engine, Without::Nothing) }
    }

    /// The same without something that the page would like to have.
    pub fn start_without(engine: Engine, without: Without) -> Explorer {
        Explorer { browser: Browser::start(engine, without) }
    }

    /// Opens an address afresh and waits until the page is ready.
    #[track_caller]
    pub fn open(&self, address: &str) {
        self.go("about:blank");
        self.go(address);
        self.is_ready();
    }

    /// The document as it stands, as some browsers save it.
    #[track_caller]
    pub fn document(&self) -> String {
        let html = self.read("() => document.documentElement.outerHTML", json!([]));
        format!("<!DOCTYPE html>\n{}", html.as_str().unwrap_or_default())
    }

    #[track_caller]
    pub fn is_ready(&self) {
        self.becomes("() => document.documentElement.hasAttribute('data-ready')", json!([]), true);
        self.is_whole();
    }

    /// What is not in the window is up to date, too.
    #[track_caller]
    pub fn is_whole(&self) {
        self.becomes("() => document.querySelector('[data-partial]') === null", json!([]), true);
    }

    /// The page shows what the fragment means, and the address says so.
    #[track_caller]
    pub fn shows(&self, fragment: &str) {
        self.has_fragment(fragment);
        self.shows_without_address(fragment);
    }

    #[track_caller]
    pub fn has_fragment(&self, fragment: &str) {
        self.becomes(FRAGMENT, json!([]), fragment);
    }

    /// The page shows what the fragment means: the list, the count, the open
    /// record, every count of the facets, and as many records in the drawing.
    #[track_caller]
    pub fn shows_without_address(&self, fragment: &str) {
        let expected = expected(fragment);
        self.becomes(COUNT, json!([]), expected.count());
        self.is_whole();
        self.becomes(LISTED, json!([]), json!(expected.listed()));
        self.becomes(OPEN, json!([]), json!(expected.open()));
        self.facets_agree(&expected);
        if !expected.query.has_range() {
            self.becomes(DRAWN, json!([]), expected.count());
        }
        let clear = "() => [...document.querySelectorAll('[data-clear]')].filter(it => it.checkVisibility({ visibilityProperty: true })).length";
        self.becomes(clear, json!([]), u32::from(expected.query.is_filtered()));
    }

    #[track_caller]
    fn facets_agree(&self, expected: &Expected) {
        let facets = self.read(FACETS, json!([]));
        let facets = facets.as_array().expect("a list of facet values");
        assert!(facets.len() > 20, "{} facet values are offered", facets.len());
        let mut chosen = Vec::new();
        for facet in facets {
            let (key, value) = (facet[0].as_str().unwrap_or(""), facet[1].as_str().unwrap_or(""));
            assert_eq!(facet[2], json!(expected.choosing(key, value)), "data-n of {key}={value}");
            if facet[3] == true {
                chosen.push(format!("{key}={value}"));
            }
        }
        assert_eq!(chosen, expected.chosen());
    }

    /// The page shows whatever its address says. Returns the fragment, once it
    /// is something else than before and changes no more.
    #[track_caller]
    pub fn moved_on_from(&self, before: &str) -> String {
        self.changes(FRAGMENT, json!([]), before);
        let fragment = self.settles(FRAGMENT).as_str().unwrap_or_default().to_owned();
        self.shows(&fragment);
        fragment
    }

    #[track_caller]
    pub fn fragment(&self) -> String {
        self.read(FRAGMENT, json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// The number in the line above the list.
    #[track_caller]
    pub fn count(&self) -> u64 {
        self.read(COUNT, json!([])).as_u64().unwrap_or_default()
    }

    #[track_caller]
    pub fn history_length(&self) -> u64 {
        self.read("() => history.length", json!([])).as_u64().unwrap_or_default()
    }

    /// Clicks on a facet value, which its group may hide, and returns the
    /// number that stood on it.
    #[track_caller]
    pub fn choose(&self, facet: &str, value: &str) -> u64 {
        let button = format!("[data-facet={facet}][data-value={value}]");
        let closed = "css => {
            const group = document.querySelector(css).closest('details:not([open])');
            if (group) group.querySelector('summary').id = 'closed-group';
            return group !== null;
        }";
        if self.read(closed, json!([button])) == true {
            self.click("#closed-group");
            self.read("() => document.getElementById('closed-group').removeAttribute('id')", json!([]));
        }
        let promised = self.read("css => Number(document.querySelector(css).dataset.n)", json!([button]));
        self.click(&button);
        promised.as_u64().unwrap_or_default()
    }

    /// The words on the buttons that each drop one choice.
    #[track_caller]
    pub fn chips(&self) -> Vec<String> {
        let chips =
            self.read("() => [...document.querySelectorAll('.chip')].map(it => it.textContent)", json!([]));
        let chips = chips.as_array().cloned().unwrap_or_default();
        chips.iter().filter_map(|chip| Some(chip.as_str()?.to_owned())).collect()
    }

    /// Types into the search field in place of what is there.
    #[track_caller]
    pub fn search(&self, text: &str) {
        self.click("input[type=search]");
        self.press_with(&[key::CONTROL], &["a"]);
        self.type_into("input[type=search]", if text.is_empty() { "\u{e017}" } else { text });
    }

    /// Types a day such as `2010-06-30` into the field for the as-of day.
    #[track_caller]
    pub fn look_from(&self, day: &str) {
        let keys = self.engine.date_keys(day);
        self.type_into("[data-asof]", &keys);
    }

    /// Presses one of the buttons that zoom and pan.
    #[track_caller]
    pub fn press_tool(&self, act: &str) {
        self.click(&format!("[data-act={act}]"));
    }

    /// A place in the drawing that is no mark, so many tenths from the left.
    #[track_caller]
    pub fn empty_place(&self, tenths: i64) -> (i64, i64) {
        self.place(
            "tenths => {
                const timeline = document.querySelector('[data-timeline]');
                timeline.scrollIntoView();
                const box = timeline.getBoundingClientRect();
                const x = Math.round(box.left + box.width * tenths / 10);
                for (let y = Math.ceil(box.top); y < innerHeight; y++) {
                    const at = document.elementFromPoint(x, y);
                    if (at && timeline.contains(at) && !at.closest('[data-mark],[data-cluster]')) return [x, y];
                }
            }",
            json!([tenths]),
        )
    }

    /// A place where a click hits the mark of the record.
    #[track_caller]
    pub fn place_of_mark(&self, id: &str) -> (i64, i64) {
        self.place(
            "id => {
                for (const mark of document.querySelectorAll(`[data-timeline] [data-mark='${id}']`)) {
                    mark.scrollIntoView({ block: 'center' });
                    const box = mark.getBoundingClientRect();
                    for (let x = Math.ceil(box.left); x < box.right; x += 2)
                        for (let y = Math.ceil(box.top); y < box.bottom; y += 2)
                            if (mark.contains(document.elementFromPoint(x, y))) return [x + 1, y + 1];
                }
            }",
            json!([id]),
        )
    }

    /// Opens the record by its mark, with the mouse. Firefox's driver clicks into the
    /// middle of a mark, where there may be none of it; Chromium's counts places in a
    /// frame from the window; and WebKit's can do neither there.
    #[track_caller]
    pub fn open_mark(&self, id: &str) {
        let mark = format!("[data-timeline] [data-mark='{id}']");
        match self.engine {
            Engine::Chromium => self.click(&mark),
            Engine::Firefox => self.click_at(self.place_of_mark(id)),
            Engine::WebKit => {
                let click = "css => document.querySelector(css)
                    .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
                drop(self.read(click, json!([mark])));
            }
        }
    }

    #[track_caller]
    fn place(&self, function: &str, args: Value) -> (i64, i64) {
        let place = self.read(function, args.clone());
        match (place[0].as_i64(), place[1].as_i64()) {
            (Some(x), Some(y)) => (x, y),
            _ => panic!("there is no such place in the drawing: {args}"),
        }
    }

    /// What has the focus, in words of this file; `page` if nothing has.
    #[track_caller]
    pub fn focus(&self) -> String {
        let focus = "() => {
            const at = document.activeElement;
            if (!at || at === document.body || at === document.documentElement) return 'page';
            if (at.matches('a.skip')) return 'skip link';
            if (at.matches('input[type=search]')) return 'search';
            if (at.matches('[data-asof]')) return 'as-of day';
            if (at.dataset.act) return 'tool ' + at.dataset.act;
            if (at.dataset.edge) return 'edge ' + at.dataset.edge;
            if (at.closest('[data-timeline]')) return 'timeline ' + (at.dataset.mark ?? 'count of ' + at.dataset.cluster);
            if (at.dataset.facet) return 'facet ' + at.dataset.facet + '=' + at.dataset.value;
            const group = at.matches('summary') && at.parentElement.querySelector('[data-facet]');
            if (group) return 'group ' + group.dataset.facet;
            const record = at.closest('[data-record]');
            if (record) return 'record ' + record.id + ' ' + (at.className || at.localName);
            return at.localName + ' ' + at.textContent.trim().slice(0, 30);
        }";
        self.read(focus, json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// The record is open, and the reader can see where it begins.
    #[track_caller]
    pub fn shows_open(&self, id: &str) {
        self.becomes(OPEN, json!([]), json!([id]));
        self.has_in_view(id);
    }

    /// Where the element begins can be seen: it is in the window, and nothing
    /// lies over it.
    #[track_caller]
    pub fn has_in_view(&self, id: &str) {
        let in_view = "id => {
            const element = document.getElementById(id);
            const title = (element.querySelector('h2,h3') ?? element).getBoundingClientRect();
            const [x, y] = [title.left + 10, title.top + 10];
            const there = document.elementFromPoint(x, y);
            return (there !== null && element.contains(there))
                || `at ${Math.round(x)}, ${Math.round(y)} of ${innerWidth}, ${innerHeight} is ${there?.outerHTML.slice(0, 60)}`;
        }";
        self.becomes(in_view, json!([id]), true);
    }

    /// Where the drawing stands in the page, and how high it is.
    #[track_caller]
    pub fn drawing_box(&self) -> Value {
        self.read(DRAWING_BOX, json!([]))
    }

    /// Every part of the page is there once, whatever was there before.
    #[track_caller]
    pub fn is_there_once(&self) {
        let parts = "() => {
            const all = selector => [...document.querySelectorAll(selector)];
            const drawn = selector => all(selector).filter(it => it.checkVisibility({ visibilityProperty: true })).length;
            const values = all('[data-facet]').map(it => it.dataset.facet + it.dataset.value);
            const records = all('[data-record]').map(it => it.id);
            return {
                drawings: drawn('[data-timeline] > svg, [data-timeline] > * > svg'),
                overviews: drawn('[data-overview] > svg, [data-overview] > * > svg'),
                searches: all('input[type=search]').length,
                days: all('[data-asof]').length,
                counts: all('[data-count]').length,
                edges: all('[data-edge]').filter(it => it.checkVisibility({ visibilityProperty: true })).length,
                tools: ['zoom-in', 'zoom-out', 'earlier', 'later', 'whole'].map(it => all(`[data-act=${it}]`).length),
                doubled: [...values, ...records].filter((it, at, list) => list.indexOf(it) !== at),
                records: new Set(records).size,
            };
        }";
        let expected = json!({
            "drawings": 1, "overviews": 1, "searches": 1, "days": 1, "counts": 1, "edges": 2,
            "tools": [1, 1, 1, 1, 1],
            "doubled": [], "records": dataset().records.len(),
        });
        assert_eq!(self.read(parts, json!([])), expected);
    }

    /// Nothing went wrong that a reader would not see at once: no complaint in
    /// the console, and no style that a saved page would lose.
    #[track_caller]
    pub fn is_clean(&self) {
        let styled = "() => [...document.querySelectorAll('[style]')].map(it => it.outerHTML.slice(0, 120))";
        assert_eq!(self.read(styled, json!([])), json!([]), "elements with a style of their own");
        assert_eq!(self.complaints(), Vec::<String>::new());
    }
}
