//! Search, the as-of day, and the line that says what is shown.

use leptos::prelude::*;

use crate::app::{State, chosen};
use crate::data::Span;
use crate::text;

/// The controls above the timelines.
pub fn controls(state: State) -> impl IntoView {
    view! {
        <div class="bar">
            <label>
                {text::SEARCH}
                <input
                    type="search"
                    placeholder=text::SEARCH_HINT
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || state.query.with(|query| query.text.clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        state.adjust(|query| query.text = text);
                    }
                />
            </label>
            {as_of(state)}
        </div>
        {shown(state)}
    }
}

fn as_of(state: State) -> impl IntoView {
    let dataset = state.dataset();
    let is_latest = move || state.query.with(|query| query.as_of.is_none());
    view! {
        <div class="as-of">
            <label>
                {text::AS_OF}
                <input
                    type="date"
                    data-asof=""
                    min=dataset.beginning.iso()
                    prop:value=move || state.query.with(|query| query.as_of(dataset).iso())
                    on:change=move |event| {
                        let day = Span::parse(&event_target_value(&event)).map(|span| span.latest);
                        state.choose(|query| {
                            query.as_of = day.filter(|day| *day != dataset.horizon);
                        });
                    }
                />
            </label>
            <button
                type="button"
                prop:disabled=is_latest
                on:click=move |_| state.choose(|query| query.as_of = None)
            >
                {text::AS_OF_RESET}
            </button>
        </div>
    }
}

fn shown(state: State) -> impl IntoView {
    let dataset = state.dataset();
    let n_records = dataset.records.len();
    let count = move || state.answers.with(|answers| answers.results.count);
    let possibly = move || {
        let possible = state.answers.with(|answers| answers.results.possible);
        (possible > 0).then(|| format!(", {}", text::possibly(possible)))
    };
    let chips = move || {
        let chip = |label: String, drop: Box<dyn Fn() + 'static>| {
            view! { <button type="button" class="chip" on:click=move |_| drop()>{label}</button> }
        };
        let mut chips = Vec::new();
        for (id, label) in chosen(state) {
            chips.push(chip(label, Box::new(move || state.choose(|query| query.toggle(id)))));
        }
        let query = state.query.get();
        if query.has_range() {
            let (from, to) = query.range(dataset);
            let label = text::span(Span { earliest: from, latest: to });
            let drop = move || state.choose(|query| (query.from, query.to, query.certain) = (None, None, false));
            chips.push(chip(label, Box::new(drop)));
        }
        chips
    };
    let certain = move || {
        state.query.with(|query| query.has_range()).then(|| {
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || state.query.with(|query| query.certain)
                        on:change=move |event| {
                            let certain = event_target_checked(&event);
                            state.choose(|query| query.certain = certain);
                        }
                    />
                    {text::CERTAIN_ONLY}
                </label>
            }
        })
    };
    let clear = move || {
        state.query.with(|query| query.is_filtered()).then(|| {
            view! {
                <button type="button" class="clear" data-clear="" on:click=move |_| state.choose(|query| query.clear())>
                    {text::CLEAR}
                </button>
            }
        })
    };
    view! {
        <div class="shown">
            <p role="status">
                <strong data-count=move || count().to_string()>{move || text::shown(count(), n_records)}</strong>
                {possibly}
            </p>
            {chips}
            {certain}
            {clear}
        </div>
    }
}
