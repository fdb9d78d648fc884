//! The day from which everything is seen: a date to type, a slider by the
//! month, buttons for a year; and what had not been said by then is greyed.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement, KeyboardEvent};

use crate::app::controls::{input, set_flag, set_value};
use crate::app::{State, Update, browser};
use crate::data::{Day, Span};
use crate::query::as_of::{last_day_of, month_of};
use crate::text;

/// The months of a year, which the page keys move the slider by.
const YEAR: i32 = 12;

/// Listens to the date, the slider and the buttons, and keeps them up to date.
pub fn start(state: State) -> Update {
    listen(state);
    let find = |selector| browser::first(selector).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let [date, slider] = [find("[data-asof]"), find("[data-month]")];
    let latest = browser::first("[data-act=latest]");
    // Sources, and claims with a day of their own: read when another day than
    // the last is first chosen.
    let (sources, claims) = (OnceCell::new(), OnceCell::new());
    let shown = Cell::new(state.dataset().horizon);
    Box::new(move |query, _| {
        let dataset = state.dataset();
        let day = query.as_of(dataset);
        set_value(&date, &day.iso());
        set_flag(&latest, "disabled", query.as_of.is_none());
        if shown.replace(day) == day {
            return;
        }
        set_value(&slider, &month_of(dataset, day).to_string());
        if let Some(slider) = &slider {
            browser::set_attribute(slider, "aria-valuetext", Some(&text::last_day(day)));
        }
        tell_unwritten(sources.get_or_init(Source::all), day);
        for (known, claim) in claims.get_or_init(dated_claims) {
            browser::set_flag(claim, "data-later", *known > day);
        }
    })
}

/// A document, and the last day that it can speak of.
pub struct Source {
    id: String,
    known: Day,
}

impl Source {
    /// All sources, as the page has them.
    pub fn all() -> Vec<Source> {
        let source = |element: &Element| {
            let id = element.id().strip_prefix("source-")?.to_string();
            Some(Source { id, known: known(element)? })
        };
        browser::all("[data-known].source").iter().filter_map(source).collect()
    }

    /// Whether it had not spoken by that day.
    pub fn is_later(&self, day: Day) -> bool {
        self.known > day
    }
}

/// Until when a source or claim speaks, where the page says so.
fn known(element: &Element) -> Option<Day> {
    Some(Span::parse(&element.get_attribute("data-known")?)?.latest)
}

/// The claims that speak up to another day than their source.
fn dated_claims() -> Vec<(Day, Element)> {
    let claims = browser::all("[data-known]:not(.source)").into_iter();
    claims.filter_map(|claim| Some((known(&claim)?, claim))).collect()
}

/// Names the sources that had not spoken by that day on the root, where the
/// stylesheet greys what they say.
fn tell_unwritten(sources: &[Source], day: Day) {
    let mut unwritten = String::new();
    for source in sources.iter().filter(|source| source.is_later(day)) {
        unwritten.push_str(&source.id);
        unwritten.push(' ');
    }
    if let Some(root) = browser::document().document_element() {
        let unwritten = (!unwritten.is_empty()).then_some(unwritten.trim_end());
        browser::set_attribute(&root, "data-unwritten", unwritten);
    }
}

fn listen(state: State) {
    let document = browser::document();
    // All days chosen in one go are one step of the history: while the focus
    // stays in a field, and while the slider is held.
    let moved = Rc::new(Cell::new(false));
    for begin in ["focusin", "pointerdown"] {
        let moved = moved.clone();
        browser::listen(&document, begin, move |_| moved.set(false));
    }
    browser::listen(&document, "change", {
        let moved = moved.clone();
        move |event| {
            // While a year is typed, its first digits are no day yet.
            let Some(input) = input(event, "[data-asof]").filter(HtmlInputElement::check_validity) else {
                return;
            };
            let day = Span::parse(&input.value()).map(|span| span.latest);
            let horizon = state.dataset().horizon;
            state.change(!moved.replace(true), None, |query| query.as_of = day.filter(|day| *day != horizon));
        }
    });
    let slide = move |month: i32| {
        let dataset = state.dataset();
        let day = last_day_of(dataset, month);
        state.change(!moved.replace(true), None, |query| query.set_as_of(dataset, day));
    };
    browser::listen(&document, "input", {
        let slide = slide.clone();
        move |event| {
            if let Some(month) = input(event, "[data-month]").and_then(|it| it.value().parse().ok()) {
                slide(month);
            }
        }
    });
    // Browsers differ in how far a page is.
    browser::listen(&document, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|_| input(event, "[data-month]").is_some())
        else {
            return;
        };
        let by = match key.key().as_str() {
            "PageUp" => YEAR,
            "PageDown" => -YEAR,
            _ => return,
        };
        event.prevent_default();
        let dataset = state.dataset();
        slide(month_of(dataset, state.as_of()) + by);
    });
    browser::listen(&document, "click", move |event| {
        let years = browser::closest(event, "[data-years]").and_then(|it| it.get_attribute("data-years"));
        if let Some(years) = years.and_then(|years| years.parse().ok()) {
            state.choose(|query| query.shift_as_of(state.dataset(), years));
        }
    });
}
