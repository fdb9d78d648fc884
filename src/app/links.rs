//! Links within the page. Every link whose target is on this page is followed
//! by us: in a frame made of `srcdoc` the browser would load the host instead,
//! and in a page that a browser saved as complete it would go to the live site.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, MouseEvent};

use crate::app::record_list::show;
use crate::app::{State, Update, browser};
use crate::query::{Query, View};

/// Follows links, and shows what they lead to once the page has brought it up.
pub fn start(state: State) -> Update {
    let target = Rc::new(RefCell::new(None));
    let pending = target.clone();
    browser::listen(&browser::document(), "click", move |event| {
        let Some((link, element)) = followed(event) else { return };
        event.prevent_default();
        state.set_opened_by_mark(link.has_attribute("data-mark"));
        let before = state.query();
        let mut query = before.clone();
        lead(&mut query, state, &element);
        if query == before {
            show(&element);
        } else {
            *pending.borrow_mut() = Some(element);
            state.choose(|present| *present = query);
        }
    });
    Box::new(move |_, _| {
        if let Some(element) = target.borrow_mut().take() {
            show(&element);
        }
    })
}

/// The link of a click that nobody else handles, and its target on this page.
fn followed(event: &Event) -> Option<(Element, Element)> {
    let mouse = event.dyn_ref::<MouseEvent>()?;
    let modified =
        mouse.button() != 0 || mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key();
    let link = browser::closest(event, "a[href*='#']")?;
    let href = link.get_attribute("href")?;
    let target = browser::element(href.rsplit('#').next()?)?;
    (!modified && !event.default_prevented()).then_some((link, target))
}

/// Opens what the element is or stands in: a record, a claim of one, a
/// disagreement, or another view.
fn lead(query: &mut Query, state: State, element: &Element) {
    let id = element.id();
    let dataset = state.dataset();
    let record = id.split('.').next().and_then(|id| dataset.record(id));
    if record.is_some() {
        query.open_record(record);
    } else if let Some(disagreement) = dataset.disagreement(&id) {
        query.open_disagreement(disagreement);
    } else if let Ok(Some(section)) = element.closest("[data-view]") {
        query.show(View::from_key(&section.id()).unwrap_or_default());
    }
}
