//! What to leave out where no record matches.

use leptos::web_sys::Element;

use crate::app::drawn::{Entry, list};
use crate::app::{Answers, State, Update, browser};
use crate::data::{Dataset, Span};
use crate::query::{Narrowing, Query};
use crate::text;

/// A way out.
pub struct Way {
    /// What to leave out.
    pub drop: Narrowing,
    /// What that is called.
    pub label: String,
    /// How many records match without it.
    pub count: u32,
}

/// Shows the ways out where nothing is found.
pub fn start(state: State) -> Update {
    browser::listen(&browser::document(), "click", move |event| {
        let way = browser::closest(event, "[data-without]").and_then(|it| it.get_attribute("data-without"));
        if let Some(narrowing) = way.and_then(|key| Narrowing::from_key(&key)) {
            state.choose(|query| query.widen(state.dataset(), narrowing));
        }
    });
    let places = browser::all("div[data-nothing]");
    Box::new(move |query, answers| draw(&places, &ways(state, query, answers)))
}

/// Each thing that narrows down the records, with what is found without it.
/// None where anything is found with it.
fn ways(state: State, query: &Query, answers: &Answers) -> Vec<Way> {
    if answers.results.count > 0 {
        return Vec::new();
    }
    let ways = state.engine.ways_out(query, answers).into_iter().filter(|(_, count)| *count > 0);
    ways.map(|(drop, count)| Way { drop, label: name(state.dataset(), query, drop), count }).collect()
}

fn name(dataset: &Dataset, query: &Query, narrowing: Narrowing) -> String {
    match narrowing {
        Narrowing::Text => text::neighbours::search_for(query.text.trim()),
        Narrowing::Facet(facet) => text::facet(facet).to_string(),
        Narrowing::Time => {
            let (earliest, latest) = query.range(dataset);
            text::span(Span { earliest, latest })
        }
    }
}

/// A button for each way, in place of those that were there.
fn draw(places: &[Element], ways: &[Way]) {
    for drawn in places.iter().flat_map(|place| browser::all_in(place, "ul")) {
        drawn.remove();
    }
    if ways.is_empty() {
        return;
    }
    let entry = |way: &Way| Entry {
        before: "",
        label: text::neighbours::way(&way.label, way.count),
        target: way.drop.key().to_string(),
    };
    let entries: Vec<Entry> = ways.iter().map(entry).collect();
    for place in places {
        list(place, &entries, Some("data-without"));
    }
}
