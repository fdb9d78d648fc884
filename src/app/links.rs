//! Links within the page. Every link whose target is on this page is followed
//! by us: in a frame made of `srcdoc` the browser would load the host instead,
//! and in a page that a browser saved as complete it would go to the live site.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, MouseEvent};

use crate::app::record_list::show;
use crate::app::{State, Update, browser};
use crate::data::Dataset;
use crate::query::{Query, View, url};

/// Follows links, and shows what was led to once the page has brought it up.
pub fn start(state: State) -> Update {
    browser::listen(&browser::document(), "click", move |event| {
        if let Some(query) = chosen(state.dataset(), event) {
            event.prevent_default();
            state.choose_and_show(query.view.key().to_string(), |present| *present = query);
            return;
        }
        let Some((link, element)) = followed(event) else { return };
        event.prevent_default();
        state.set_opened_by_mark(link.has_attribute("data-mark"));
        let before = state.query.get_untracked();
        let mut query = before.clone();
        lead(&mut query, state.dataset(), &element);
        if query == before {
            show(&element);
        } else {
            state.choose_and_show(element.id(), |present| *present = query);
        }
    });
    Box::new(move |_, _| {
        if let Some(element) = state.take_target().and_then(|id| browser::element(&id)) {
            show(&element);
        }
    })
}

/// The query that a link leads to whose address is one, such as a number of the
/// summary strip.
fn chosen(dataset: &Dataset, event: &Event) -> Option<Query> {
    let (_, fragment) = clicked(event)?;
    fragment.contains('=').then(|| url::parse(dataset, &fragment))
}

/// The link of a click that nobody else handles, and its target on this page.
fn followed(event: &Event) -> Option<(Element, Element)> {
    let (link, fragment) = clicked(event)?;
    Some((link, browser::element(&fragment)?))
}

/// The link of a click that nobody else handles, and what stands behind its `#`.
fn clicked(event: &Event) -> Option<(Element, String)> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    let modified =
        mouse.button() != 0 || mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key();
    // Links out have a `rel`, and may end in what is an id here.
    let link = browser::closest(event, "a[href*='#']:not([rel])")?;
    let href = link.get_attribute("href")?;
    let fragment = href.rsplit('#').next()?.to_string();
    (!modified && !event.default_prevented()).then_some((link, fragment))
}

/// Opens what the element is or stands in: a record, a claim of one, a
/// disagreement, or another view.
pub fn lead(query: &mut Query, dataset: &Dataset, element: &Element) {
    let id = element.id();
    if let Some(record) = id.split('.').next().and_then(|id| dataset.record(id)) {
        query.open_record(record);
    } else if let Some(disagreement) = dataset.disagreement(&id) {
        query.open_disagreement(disagreement);
    } else if let Ok(Some(section)) = element.closest("[data-view]") {
        query.show(View::from_key(&section.id()).unwrap_or_default());
    }
}
