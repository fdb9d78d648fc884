//! The controls of the page, adopted as they stand: search, the facets,
//! and the line that says what is shown.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use crate::app::{Answers, State, Update, browser};
use crate::data::{Facet, Span, ValueId};
use crate::query::Query;
use crate::text;

/// From this width of the drawing on, the facets stand beside the records.
const WIDE: i32 = 700;
/// How many facets are open then.
const OPEN_FACETS: usize = 2;

/// The buttons of the facet values, in the order of the dataset.
pub fn facet_buttons() -> Vec<Element> {
    browser::all("#facets [data-value]")
}

/// Listens to the controls and keeps them up to date.
pub fn start(state: State, buttons: Vec<Element>) -> Update {
    let labels: Vec<String> = buttons.iter().map(browser::label_of).collect();
    chips(state, labels);
    listen(state);
    if state.width() >= WIDE {
        for facet in browser::all(".facet").iter().take(OPEN_FACETS) {
            browser::set_attribute(facet, "open", Some(""));
        }
    }
    let find = |selector| browser::first(selector).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let inputs = [find("[type=search]"), find("[data-certain]")];
    let line = ["[data-count]", "[data-possible]", "[data-clear]", ".check", "[data-instead]"];
    let line = line.map(browser::first);
    Box::new(move |query, answers| {
        let [search, certain] = &inputs;
        set_value(search, &query.text);
        if let Some(certain) = certain {
            certain.set_checked(query.certain);
        }
        let [count, possible, clear, check, instead] = &line;
        let results = &answers.results;
        if let Some(count) = count {
            browser::set_attribute(count, "data-count", Some(&results.count.to_string()));
            count.set_text_content(Some(&text::shown(results.count, state.dataset().records.len())));
        }
        if let Some(possible) = possible {
            let certain = results.count - results.possible;
            let words =
                if query.has_range() { text::in_years(certain, results.possible) } else { String::new() };
            possible.set_text_content(Some(&words));
        }
        if let Some(instead) = instead {
            let mut words = String::new();
            for it in answers.found.iter().flat_map(|found| &found.corrections) {
                text::corrected(&it.typed, &it.used, &mut words);
            }
            instead.set_text_content(Some(&words));
        }
        set_flag(clear, "hidden", !query.is_filtered());
        set_flag(check, "hidden", !query.has_range());
        for (id, button) in (0..).zip(&buttons) {
            update_button(button, id, query, answers);
        }
        tab_stops(&buttons);
    })
}

/// A value is offered if any record has it on the as-of day, or if it is
/// chosen; so nothing comes and goes while one types.
fn update_button(button: &Element, id: ValueId, query: &Query, answers: &Answers) {
    let count = |counts: &[u32]| counts.get(id as usize).copied().unwrap_or_default();
    let chosen = query.has(id);
    browser::set_attribute(button, "aria-pressed", Some(if chosen { "true" } else { "false" }));
    let n = count(&answers.results.counts).to_string();
    if button.get_attribute("data-n").as_ref() != Some(&n) {
        browser::set_attribute(button, "data-n", Some(&n));
        if let Some(shown) = button.last_element_child() {
            shown.set_text_content(Some(&n));
        }
    }
    let offered = chosen || count(&answers.totals) > 0;
    set_flag(&button.parent_element(), "hidden", !offered);
}

/// Each group of values is one stop of the Tab key: its first value, or the
/// one that was focused last.
fn tab_stops(buttons: &[Element]) {
    let mut group = None;
    let mut stopped = false;
    for button in buttons {
        let of = button.get_attribute("data-facet");
        if of != group {
            (group, stopped) = (of, false);
        }
        let offered = button.parent_element().is_some_and(|item| !item.has_attribute("hidden"));
        let stop = offered && !stopped;
        stopped |= stop;
        browser::set_attribute(button, "tabindex", Some(if stop { "0" } else { "-1" }));
    }
}

/// What is chosen, each with a button that drops it.
fn chips(state: State, labels: Vec<String>) {
    let dataset = state.dataset();
    browser::mount("chips", move || {
        move || {
            let query = state.query.get();
            let values = Facet::ALL.iter().flat_map(|facet| query.values_of(dataset, *facet));
            let label = |id: ValueId| labels.get(id as usize).cloned().unwrap_or_default();
            let mut chips: Vec<(String, String)> = values.map(|id| (label(id), id.to_string())).collect();
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
    browser::listen(&document, "change", move |event| {
        if let Some(input) = input(event, "[data-certain]") {
            state.choose(|query| query.certain = input.checked());
        }
    });
    browser::listen(&document, "click", move |event| {
        let buttons = "[data-act],[data-clear],[data-drop],[data-value]";
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
        } else if let Some(value) = value_of(state, &button) {
            state.choose(|query| query.toggle(value));
        }
    });
    if let Some(facets) = browser::element("facets") {
        browser::listen(&facets, "keydown", rove);
    }
}

fn value_of(state: State, button: &Element) -> Option<ValueId> {
    let (facet, key) = (button.get_attribute("data-facet")?, button.get_attribute("data-value")?);
    state.dataset().value(Facet::from_key(&facet)?, &key)
}

/// Arrow keys move between the offered values of a group.
fn rove(event: &Event) {
    let (Some(key), Some(button)) =
        (event.dyn_ref::<KeyboardEvent>(), browser::closest(event, "[data-value]"))
    else {
        return;
    };
    let Some(list) = button.closest("ul").ok().flatten() else { return };
    let items = browser::all_in(&list, "li:not([hidden]) > button");
    let place = items.iter().position(|item| *item == button).unwrap_or_default();
    let last = items.len().saturating_sub(1);
    let next = match key.key().as_str() {
        "ArrowDown" => (place + 1).min(last),
        "ArrowUp" => place.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    browser::rove(&items, next, true);
}

/// The input that an event happened in, if it matches.
pub fn input(event: &Event, selector: &str) -> Option<HtmlInputElement> {
    browser::closest(event, selector)?.dyn_into().ok()
}

/// Writes into an input, unless it says so already: that would move the caret.
pub fn set_value(input: &Option<HtmlInputElement>, value: &str) {
    if let Some(input) = input.as_ref().filter(|input| input.value() != value) {
        input.set_value(value);
    }
}

/// Sets or removes an attribute of an element that the page may lack.
pub fn set_flag(element: &Option<Element>, name: &str, set: bool) {
    if let Some(element) = element {
        browser::set_flag(element, name, set);
    }
}
