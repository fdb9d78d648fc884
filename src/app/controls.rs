//! The controls of the page, adopted as they stand: search, the as-of day, and
//! the line that says what is shown.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement};

use crate::app::{State, Update, browser};
use crate::data::{Facet, Span};
use crate::query::{Mode, Query};
use crate::text;

/// Listens to the controls and keeps them up to date.
pub fn start(state: State) -> Update {
    chips(state);
    listen(state);
    let find = |selector| browser::first(selector).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let inputs = [find("[type=search]"), find("[data-asof]"), find("[data-certain]")];
    let line = ["[data-count]", "[data-possible]", "[data-clear]", ".check", "[data-act=latest]"];
    let line = line.map(browser::first);
    Box::new(move |query, answers| {
        let [search, as_of, certain] = &inputs;
        set_value(search, &query.text);
        set_value(as_of, &query.as_of(state.dataset()).iso());
        if let Some(certain) = certain {
            certain.set_checked(query.certain);
        }
        let [count, possible, clear, check, latest] = &line;
        let results = &answers.results;
        if let Some(count) = count {
            browser::set_attribute(count, "data-count", Some(&results.count.to_string()));
            count.set_text_content(Some(&text::shown(results.count, state.dataset().records.len())));
        }
        if let Some(possible) = possible {
            let words = if results.possible > 0 { text::possibly(results.possible) } else { String::new() };
            possible.set_text_content(Some(&words));
        }
        set_flag(clear, "hidden", !query.is_filtered());
        set_flag(check, "hidden", !query.has_range());
        set_flag(latest, "disabled", query.as_of.is_none());
    })
}

/// What is chosen, each with a button that drops it.
fn chips(state: State) {
    let dataset = state.dataset();
    browser::mount("chips", move || {
        move || {
            let query = state.query.get();
            let mut chips = Vec::new();
            for facet in Facet::ALL {
                for (place, id) in query.values_of(dataset, facet).into_iter().enumerate() {
                    let label = dataset.values.get(id as usize).map_or("", |value| &value.label);
                    let words = match query.mode(facet) {
                        Mode::None => text::facets::not(label),
                        Mode::All if place > 0 => text::facets::and(label),
                        Mode::All | Mode::Any => label.to_string(),
                    };
                    chips.push((words, id.to_string()));
                }
            }
            if query.has_range() {
                let (earliest, latest) = query.range(dataset);
                chips.push((text::span(Span { earliest, latest }), String::new()));
            }
            chips
                .into_iter()
                .map(|(label, drop)| {
                    view! { <button type="button" class="chip" data-drop=drop>{label}</button> }
                })
                .collect_view()
        }
    });
}

fn listen(state: State) {
    let document = browser::document();
    browser::listen(&document, "input", move |event| {
        if let Some(input) = input(event, "[type=search]") {
            state.adjust(|query| query.text = input.value());
        }
    });
    let typed = Rc::new(Cell::new(false));
    browser::listen(&document, "focusin", {
        let typed = typed.clone();
        move |_| typed.set(false)
    });
    browser::listen(&document, "change", move |event| {
        if let Some(input) = input(event, "[data-asof]") {
            // While a year is typed, its first digits are no day yet; and all
            // days typed in one go are one step of the history.
            if !input.check_validity() {
                return;
            }
            let day = Span::parse(&input.value()).map(|span| span.latest);
            let horizon = state.dataset().horizon;
            state.change(!typed.replace(true), None, |query| query.as_of = day.filter(|day| *day != horizon));
        } else if let Some(input) = input(event, "[data-certain]") {
            state.choose(|query| query.certain = input.checked());
        }
    });
    browser::listen(&document, "click", move |event| {
        let buttons = "[data-act],[data-clear],[data-drop]";
        let Some(button) = browser::closest(event, buttons) else { return };
        if button.has_attribute("data-clear") {
            state.choose(Query::clear);
        } else if let Some(drop) = button.get_attribute("data-drop") {
            match drop.parse() {
                Ok(value) => state.choose(|query| query.toggle(value)),
                Err(_) => state.act("whole"),
            }
        } else if let Some(act) = button.get_attribute("data-act") {
            state.act(&act);
        }
    });
}

fn input(event: &Event, selector: &str) -> Option<HtmlInputElement> {
    browser::closest(event, selector)?.dyn_into().ok()
}

/// Writes into an input, unless it says so already: that would move the caret.
fn set_value(input: &Option<HtmlInputElement>, value: &str) {
    if let Some(input) = input.as_ref().filter(|input| input.value() != value) {
        input.set_value(value);
    }
}

fn set_flag(element: &Option<Element>, name: &str, set: bool) {
    if let Some(element) = element {
        browser::set_flag(element, name, set);
    }
}
