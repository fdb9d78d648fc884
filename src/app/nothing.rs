//! What to leave out where no record matches.

use crate::app::{Answers, State, Update, browser};
use crate::data::{Dataset, Span};
use crate::query::{Narrowing, Query};
use crate::text;

/// A way out: what to leave out, and how many records match without it.
pub struct Way {
    /// What it is called.
    pub label: String,
    /// How many records match without it.
    pub count: u32,
    /// What is left out.
    pub drop: Narrowing,
}

/// Shows the ways out where nothing is found.
pub fn start(state: State) -> Update {
    browser::listen(&browser::document(), "click", move |event| {
        let way = browser::closest(event, "[data-without]").and_then(|it| it.get_attribute("data-without"));
        if let Some(narrowing) = way.and_then(|key| Narrowing::from_key(&key)) {
            state.choose(|query| query.widen(state.dataset(), narrowing));
        }
    });
    Box::new(move |query, answers| draw(&ways(state, query, answers)))
}

/// Each thing that narrows down the records, with what is found without it.
/// None where anything is found with it.
fn ways(state: State, query: &Query, answers: &Answers) -> Vec<Way> {
    if answers.results.count > 0 {
        return Vec::new();
    }
    let way = |drop: Narrowing| {
        let mut wider = query.clone();
        wider.widen(state.dataset(), drop);
        let count = state.engine.answer(&wider).results.count;
        Way { label: name(state.dataset(), query, drop), count, drop }
    };
    query.narrowings(state.dataset()).into_iter().map(way).filter(|way| way.count > 0).collect()
}

fn name(dataset: &Dataset, query: &Query, narrowing: Narrowing) -> String {
    match narrowing {
        Narrowing::Text => text::neighbours::search_for(query.text.trim()),
        Narrowing::Facet(facet) => text::facet(facet).to_string(),
        Narrowing::Range => {
            let (earliest, latest) = query.range(dataset);
            text::span(Span { earliest, latest })
        }
    }
}

/// A button for each way, in place of those that were there.
fn draw(ways: &[Way]) {
    for drawn in browser::all(".ways") {
        drawn.remove();
    }
    if ways.is_empty() {
        return;
    }
    for place in browser::all("div[data-nothing]") {
        let Some(list) = browser::append(&place, "ul") else { continue };
        browser::set_attribute(&list, "class", Some("ways"));
        browser::set_attribute(&list, "data-drawn", Some(""));
        for way in ways {
            let Some(button) = browser::append(&list, "li").and_then(|it| browser::append(&it, "button"))
            else {
                continue;
            };
            browser::set_attribute(&button, "type", Some("button"));
            browser::set_attribute(&button, "data-without", Some(way.drop.key()));
            button.set_text_content(Some(&text::neighbours::way(&way.label, way.count)));
        }
    }
}
