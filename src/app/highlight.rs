//! What was searched for, highlighted in the list by the browser: nothing of
//! the page changes. Where the browser cannot, nothing happens.
//!
//! Only records near the window are looked through, a few at a time, shortly
//! after the page has been painted; the rest when one scrolls to them.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, Node};

use crate::app::{Update, browser};
use crate::data::RecordId;
use crate::query::View;
use crate::query::search::Needle;
use crate::query::search::highlight::ranges;

/// How many records are looked through at a time.
const AT_A_TIME: usize = 6;
/// How long after a change, in milliseconds: the page is painted first.
const PAUSE: u32 = 40;
/// How far from the window a record is looked through, in pixels.
const NEAR: f64 = 400.0;

struct Highlighter {
    /// The browser's own set of ranges.
    ranges: JsValue,
    /// The articles of all records.
    articles: Vec<Element>,
    /// The records of the list, and whether each has been looked through.
    listed: RefCell<Vec<(usize, bool)>>,
    needles: RefCell<Vec<Needle>>,
    timer: Cell<Option<Timeout>>,
}

/// Highlights what the text of the query finds.
pub fn start(articles: Vec<Element>) -> Update {
    let Some(ranges) = registered() else { return Box::new(|_, _| {}) };
    let this: &'static Highlighter = Box::leak(Box::new(Highlighter {
        ranges,
        articles,
        listed: RefCell::default(),
        needles: RefCell::default(),
        timer: Cell::default(),
    }));
    browser::listen(&browser::document(), "scroll", move |_| this.look_soon());
    Box::new(move |query, answers| {
        let found = answers.found.as_ref().filter(|_| query.view == View::Records);
        let needles = found.map(|found| found.needles.as_slice()).unwrap_or_default();
        if needles.is_empty() && this.needles.borrow().is_empty() {
            return;
        }
        call(&this.ranges, "clear", &[]);
        *this.needles.borrow_mut() = needles.to_vec();
        let mut listed = this.listed.borrow_mut();
        listed.clear();
        for id in 0..this.articles.len() {
            let shown = answers.results.records.contains(id as RecordId);
            if shown || query.open == Some(id as RecordId) {
                listed.push((id, needles.is_empty()));
            }
        }
        drop(listed);
        this.look_soon();
    })
}

/// A set of ranges that the style sheet knows as `found`.
fn registered() -> Option<JsValue> {
    let window = JsValue::from(browser::window());
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let highlights = get(&get(&window, "CSS")?, "highlights")?;
    let ranges =
        Reflect::construct(get(&window, "Highlight")?.unchecked_ref::<Function>(), &Array::new()).ok()?;
    call(&highlights, "set", &["found".into(), ranges.clone()])?;
    Some(ranges)
}

/// Calls a method that the bindings do not know yet; `None` where it is not there.
fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<()> {
    let method = Reflect::get(object, &method.into()).ok()?;
    let arguments: Array = arguments.iter().collect();
    Reflect::apply(method.unchecked_ref::<Function>(), object, &arguments).ok()?;
    Some(())
}

impl Highlighter {
    /// Looks through what is near the window, after a pause.
    fn look_soon(&'static self) {
        let pending = self.timer.take();
        if pending.is_some() || self.listed.borrow().is_empty() {
            self.timer.set(pending);
            return;
        }
        let look = move || {
            self.timer.set(None);
            if self.look() {
                self.look_soon();
            }
        };
        self.timer.set(Some(browser::after(PAUSE, Box::new(look))));
    }

    /// Looks through a few records near the window. Says whether more are there.
    fn look(&self) -> bool {
        let mut listed = self.listed.borrow_mut();
        let is_far = |id: usize| self.articles.get(id).is_some_and(|it| browser::ends_above(it, -NEAR));
        let first = listed.partition_point(|(id, _)| is_far(*id));
        let mut looked = 0;
        for (id, done) in listed.iter_mut().skip(first) {
            let Some(article) = self.articles.get(*id) else { break };
            if article.get_bounding_client_rect().top() > f64::from(browser::window_height()) + NEAR {
                break;
            }
            if *done {
                continue;
            }
            if looked == AT_A_TIME {
                return true;
            }
            looked += 1;
            *done = true;
            for parts in browser::SEARCHED {
                browser::all_in(article, parts).iter().for_each(|part| self.mark(part));
            }
        }
        false
    }

    /// Adds the ranges of all texts within an element.
    fn mark(&self, part: &Element) {
        let document = browser::document();
        // 4 stands for texts.
        let Ok(walker) = document.create_tree_walker_with_what_to_show(part, 4) else { return };
        while let Ok(Some(node)) = walker.next_node() {
            let text = Node::text_content(&node).unwrap_or_default();
            for found in ranges(&text, &self.needles.borrow()) {
                let Ok(range) = document.create_range() else { return };
                if range.set_start(&node, found.start).is_ok() && range.set_end(&node, found.end).is_ok() {
                    call(&self.ranges, "add", &[range.into()]);
                }
            }
        }
    }
}
