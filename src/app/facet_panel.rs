//! The facets: what one can filter by, and how many records each would give.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

use crate::app::State;
use crate::data::{Facet, ValueId};
use crate::query::Results;
use crate::text;

/// All facets. The first three stand open.
pub fn facet_panel(state: State) -> impl IntoView {
    let groups = Facet::ALL.iter().enumerate();
    groups.map(|(index, facet)| group(state, *facet, index < 2)).collect_view()
}

fn group(state: State, facet: Facet, open: bool) -> impl IntoView {
    let values = state.dataset().values_of(facet).map(|(id, _)| id);
    let buttons = values.map(|id| button(state, facet, id)).collect_view();
    view! {
        <details class="facet" open=open>
            <summary>{text::facet(facet)}</summary>
            <ul role="group" aria-label=text::facet(facet) on:keydown=move |event| rove(&event)>
                {buttons}
            </ul>
        </details>
    }
}

/// One value. It is offered if any record has it on the as-of day, or if it is
/// chosen; so nothing comes and goes while one types.
fn button(state: State, facet: Facet, id: ValueId) -> impl IntoView {
    let dataset = state.dataset();
    let key = dataset.values.get(id as usize).map(|value| value.key.clone()).unwrap_or_default();
    let count = move |results: &Results| results.counts.get(id as usize).copied().unwrap_or_default();
    let chosen = move || state.query.with(|query| query.has(id));
    let n = move || state.answers.with(|answers| count(&answers.results).to_string());
    view! {
        <li prop:hidden=move || !chosen() && state.answers.with(|answers| count(&answers.baseline) == 0)>
            <button
                type="button"
                data-facet=facet.key()
                data-value=key
                data-n=n
                aria-pressed=move || if chosen() { "true" } else { "false" }
                on:click=move |_| state.choose(|query| query.toggle(id))
            >
                <span>{text::value(dataset, id)}</span>
                <span class="n">{n}</span>
            </button>
        </li>
    }
}

/// Arrow keys move between the values of a group.
fn rove(event: &KeyboardEvent) {
    let list = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let item = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let item = item.and_then(|target| target.closest("li").ok().flatten());
    let (Some(list), Some(item)) = (list, item) else { return };
    let next = match event.key().as_str() {
        "ArrowDown" => item.next_element_sibling().or(list.first_element_child()),
        "ArrowUp" => item.previous_element_sibling().or(list.last_element_child()),
        "Home" => list.first_element_child(),
        "End" => list.last_element_child(),
        _ => return,
    };
    event.prevent_default();
    let button = next.and_then(|item| item.first_element_child());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}
