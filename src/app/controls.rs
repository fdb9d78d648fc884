//! The controls of the page, adopted as they stand: what is chosen, and the line
//! that says what is shown.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement};

use crate::app::{State, Update, browser, jump};
use crate::data::{Dataset, Facet, Span};
use crate::query::{Mode, Narrowing, Query, Selection};
use crate::text;

/// Listens to the controls and keeps them up to date.
pub fn start(state: State) -> Update {
    let place = browser::element("chips");
    listen(state);
    let find = |selector| browser::first(selector).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let inputs = [find("[type=search]"), find("[data-certain]")];
    let line = ["[data-count]", "[data-possible]", "[data-clear]", ".check", "[data-instead]"];
    let line = line.map(browser::first);
    let sheet = browser::first("[data-sheet]");
    Box::new(move |query, answers| {
        if let Some(place) = &place {
            browser::put(place, chips(state.dataset(), query));
        }
        let [search, certain] = &inputs;
        set_value(search, &query.text);
        if let Some(certain) = certain {
            certain.set_checked(query.certain);
        }
        let [count, possible, clear, check, instead] = &line;
        let results = &answers.results;
        if let Some(count) = count {
            browser::set_attribute(count, "data-count", Some(&results.count.to_string()));
            browser::say(count, &shown(state.dataset(), query, results.count));
        }
        if let Some(sheet) = &sheet {
            browser::set_text(sheet, &text::facets::show(results.count));
        }
        if let Some(possible) = possible {
            let certain = results.count - results.possible;
            let words =
                if query.has_range() { text::in_years(certain, results.possible) } else { String::new() };
            browser::say(possible, &words);
        }
        if let Some(instead) = instead {
            let mut words = String::new();
            for it in answers.found.iter().flat_map(|found| &found.corrections) {
                words.push_str(&text::corrected(&it.typed, &it.used));
            }
            browser::say(instead, &words);
        }
        set_flag(clear, "hidden", !query.is_filtered());
        set_flag(check, "hidden", !query.has_range());
    })
}

/// The line that says how many records are shown of how many, and in a frame of
/// a site that it chose them.
pub fn shown(dataset: &Dataset, query: &Query, count: u32) -> String {
    let all = dataset.records.len();
    if query.embed.is_some() && query.selection.is_any() {
        text::embed::chosen(count, query.selection.count(all), all)
    } else {
        text::shown(count, all)
    }
}

/// What `data-drop` says of what a site has chosen.
const SELECTION: &str = "selection";
/// And of the records that the reader has ticked.
const CHOSEN: &str = "chosen";

/// What is chosen, each with a button that drops it.
fn chips(dataset: &Dataset, query: &Query) -> impl IntoView + use<> {
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
    if query.selection.is_any() && query.embed.is_none() {
        chips.push((text::embed::CHOSEN.to_string(), SELECTION.to_string()));
    }
    if !query.chosen.is_empty() {
        chips.push((text::chosen(query.chosen.len()), CHOSEN.to_string()));
    }
    let chip = |(label, drop): (String, String)| {
        view! { <button type="button" class="chip" data-drop=drop>{label}</button> }
    };
    chips.into_iter().map(chip).collect_view()
}

fn listen(state: State) {
    let document = browser::document();
    browser::listen(&document, "change", move |event| {
        if let Some(input) = input(event, "[data-certain]") {
            state.choose(|query| query.certain = input.checked());
        }
    });
    browser::listen(&document, "click", move |event| {
        let buttons = "[data-act],[data-clear],[data-drop],[data-sheet]";
        let Some(button) = browser::closest(event, buttons) else { return };
        if button.has_attribute("data-clear") {
            state.choose(Query::clear);
        } else if let Some(drop) = button.get_attribute("data-drop") {
            state.choose(|query| match drop.parse() {
                Ok(value) => query.toggle(value),
                Err(_) if drop == SELECTION => query.selection = Selection::default(),
                Err(_) if drop == CHOSEN => query.chosen.clear(),
                Err(_) => query.widen(state.dataset(), Narrowing::Time),
            });
        } else if let Some(act) = button.get_attribute("data-act") {
            state.act(&act);
        } else {
            show_timelines();
        }
    });
}

/// Brings the timelines into view, unless the reader has gone on to what follows.
fn show_timelines() {
    let timelines = browser::first(".timelines");
    if let Some(timelines) = timelines.filter(|it| it.get_bounding_client_rect().top() > 0.0) {
        jump::bring_into_view(&timelines);
    }
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
