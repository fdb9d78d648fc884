//! The list of all keys, a dialog of the static page, and which keys work.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlDialogElement, HtmlInputElement, KeyboardEvent};

use crate::app::browser;

/// Opens and closes the list of keys.
pub fn start() {
    let Some(dialog) = dialog() else { return };
    browser::listen(&browser::document(), "keydown", {
        let dialog = dialog.clone();
        move |event| {
            if single(event).as_deref() == Some("?") {
                event.prevent_default();
                let _ = dialog.show_modal();
            }
        }
    });
    browser::listen(&browser::document(), "click", move |event| {
        if browser::closest(event, "[data-keys]").is_some() {
            let _ = dialog.show_modal();
        } else if browser::closest(event, "[data-close]").is_some()
            && let Some(Ok(dialog)) =
                browser::closest(event, "dialog").map(Element::dyn_into::<HtmlDialogElement>)
        {
            dialog.close();
        }
    });
}

fn dialog() -> Option<HtmlDialogElement> {
    browser::element("keys")?.dyn_into().ok()
}

/// Whether a dialog or the sheet of filters is open: then the page behind it is
/// left alone. Browsers that do not know sheets refuse to look for one.
pub fn is_open() -> bool {
    browser::first("dialog[open]").or_else(|| browser::first(":popover-open")).is_some()
}

/// The key of an event that works everywhere: pressed alone, not in a field,
/// and while the reader wants such keys. Whoever speaks to the computer may not.
pub fn single(event: &Event) -> Option<String> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let wanted = browser::first("[data-single]")?.dyn_into::<HtmlInputElement>().ok()?.checked();
    let in_field = browser::closest(event, "input,select,textarea").is_some();
    let held = key.ctrl_key() || key.meta_key() || key.alt_key();
    (wanted && !in_field && !held && !is_open()).then(|| key.key())
}
