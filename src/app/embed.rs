//! How the page looks, and in a frame of another site what it says there and where
//! it leads. The stylesheet leaves out what an article has no room for.

use std::cell::Cell;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{CssStyleSheet, Element, HtmlSelectElement};

use crate::app::{State, Update, browser};
use crate::query::look::{Colours, Scheme};
use crate::query::{Look, url};
use crate::text;

/// Keeps the page up to date with how it is to look, and its frame with what the
/// site gives it.
pub fn start(state: State) -> Update {
    let [title, seen, full] = ["h1", "p.framed", "[data-full]"].map(browser::first);
    let own = title.as_ref().and_then(|title| title.text_content()).unwrap_or_default();
    let sheet = browser::new_sheet();
    // With every change of a stylesheet, browsers hold its rules against the page. Of
    // the first look a copy that was saved with another has to be told, too.
    let coloured = Cell::new(None);
    let choice = browser::first("[data-look]").and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
    if let Some(choice) = choice.clone() {
        browser::listen(&choice.clone(), "change", move |_| {
            let scheme = Scheme::from_key(&choice.value());
            state.adjust(|query| query.look = Look::of(scheme, [None; 3]));
        });
    }
    Box::new(move |query, _| {
        let Some(root) = browser::document().document_element() else { return };
        browser::set_flag(&root, "data-embed", query.embed.is_some());
        let mut given = "";
        if let Some(embed) = &query.embed {
            given = &embed.title;
            browser::open_links_elsewhere();
        }
        let look = query.look;
        // What is kept on the device holds where the address says nothing.
        let kept = browser::attribute(&root, "data-kept");
        let asked = look.scheme();
        let scheme = asked.or_else(|| Scheme::from_key(&kept));
        browser::set_attribute(&root, "data-scheme", scheme.map(Scheme::key));
        if let Some(sheet) = sheet.as_ref().filter(|_| coloured.replace(Some(look)) != Some(look)) {
            colour(&root, sheet, look);
        }
        if let Some(choice) = &choice {
            let before = if asked.is_none() && scheme.is_some() { "kept-" } else { "" };
            choice.set_value(&text::joined(before, scheme.map(Scheme::key).unwrap_or_default()));
        }
        if let Some(title) = &title {
            browser::set_text(title, if given.is_empty() { &own } else { given });
        }
        if let Some(seen) = &seen {
            browser::say(seen, &text::embed::seen(query.as_of, !given.is_empty()));
        }
        if let Some(full) = &full {
            let fragment = url::write(state.dataset(), &query.on_the_full_page());
            browser::set_attribute(full, "href", Some(&text::joined("#", &fragment)));
        }
    })
}

/// Takes the colours of the site, or the page's own. What lies between them the
/// stylesheet mixes.
fn colour(root: &Element, sheet: &CssStyleSheet, look: Look) {
    let mut rules = String::new();
    if let Look::Colours(Colours { paper, ink, accent }) = look {
        // Stronger than what the stylesheet says of a scheme.
        rules.push_str(":root:root:root{");
        for (name, colour) in [("--paper:#", paper), ("--ink:#", ink), ("--link:#", accent.unwrap_or(ink))] {
            rules.push_str(name);
            rules.push_str(&colour.write());
            rules.push(';');
        }
        rules.push('}');
    }
    browser::set_flag(root, "data-colours", !rules.is_empty());
    let _ = sheet.replace_sync(&rules);
}
