//! Every call to the browser that is not an event of a view. Whatever the
//! browser refuses (a sandboxed frame refuses much) is answered by doing
//! without, never by failing.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{CssStyleSheet, Document, Element, Event, EventTarget, HtmlElement, Window};

use crate::data::blob;
use crate::query::search::Texts;

const SVG: &str = "http://www.w3.org/2000/svg";

/// The window of the page.
pub fn window() -> Window {
    leptos::prelude::window()
}

/// The document of the page.
pub fn document() -> Document {
    leptos::prelude::document()
}

/// The element with this id.
pub fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The first element that matches.
pub fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The first element within another that matches.
pub fn within(parent: &Element, selector: &str) -> Option<Element> {
    parent.query_selector(selector).ok().flatten()
}

/// Its text; empty where none matches.
pub fn text_within(parent: &Element, selector: &str) -> String {
    within(parent, selector).and_then(|found| found.text_content()).unwrap_or_default()
}

/// An attribute; empty where there is none.
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// All elements that match, in the order of the page.
pub fn all(selector: &str) -> Vec<Element> {
    document().document_element().map(|root| all_in(&root, selector)).unwrap_or_default()
}

/// All elements within another that match.
pub fn all_in(parent: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = parent.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Puts a view into an element, in place of what is there.
pub fn put(parent: &Element, view: impl IntoView) {
    parent.set_text_content(None);
    view.into_view().build().mount(parent, None);
}

/// A place of our own in the element with this id, above what the page holds
/// there: that is hidden, and shown again where a saved copy has no app.
pub fn place_in(id: &str) -> Option<Element> {
    let parent = element(id)?;
    for kept in all_in(&parent, "[data-static]") {
        set_attribute(&kept, "hidden", Some(""));
    }
    let place = document().create_element("div").ok()?;
    set_attribute(&place, "data-drawn", Some(""));
    parent.append_child(&place).ok()?;
    Some(place)
}

/// The width of an element in whole pixels.
pub fn width_of(id: &str) -> i32 {
    element(id).map(|element| element.client_width()).unwrap_or_default()
}

/// The numbers of the dataset.
pub fn numbers() -> Vec<u8> {
    let text = element("numbers").and_then(|numbers| numbers.text_content()).unwrap_or_default();
    blob::bytes(&text)
}

/// The parts of an article that search knows, by how much they count: what is
/// said, not how the page labels it.
pub const SEARCHED: [&str; 4] = ["h3", "dd:not(.elsewhere)", ".summary", ".says,p.odd,.cites li,.steps li,q"];

/// The texts of an article that search should know, hidden names included.
pub fn texts_of(article: &Element) -> Texts {
    let mut texts = Texts::default();
    for (text, parts) in texts.iter_mut().zip(SEARCHED) {
        for part in all_in(article, parts) {
            text.push_str(&part.text_content().unwrap_or_default());
            text.push(' ');
        }
    }
    texts[1].push_str(&attribute(article, "data-also"));
    texts
}

/// The label of a facet value and its other spellings.
pub fn names_of(button: &Element) -> Texts {
    let also = attribute(button, "data-also");
    [label_of(button), also, String::new(), String::new()]
}

/// The label of a facet value, without its count.
pub fn label_of(button: &Element) -> String {
    button.first_element_child().and_then(|label| label.text_content()).unwrap_or_default()
}

/// The title of an article.
pub fn title_of(article: &Element) -> String {
    text_within(article, "h3")
}

/// Sets or removes an attribute.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    // Neither can fail for the names that are used here.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Changes the text of an element, and remembers what was published, so that a
/// copy without the app says it again.
pub fn set_text(element: &Element, text: &str) {
    let before = element.text_content().unwrap_or_default();
    if text != before {
        if !element.has_attribute("data-published") {
            set_attribute(element, "data-published", Some(&before));
        }
        say(element, text);
    }
}

/// Changes the text of an element, where it is another. A text that stands alone is
/// changed in its place, so that browsers have less to do.
pub fn say(element: &Element, text: &str) {
    let alone = element.first_child().filter(|it| it.next_sibling().is_none());
    match alone.and_then(|it| Some((it.node_value()?, it))) {
        Some((before, _)) if before == text => {}
        Some((_, alone)) => alone.set_node_value(Some(text)),
        None => element.set_text_content(Some(text)),
    }
}

/// Sets or removes an attribute that needs no value, where that changes anything.
pub fn set_flag(element: &Element, name: &str, set: bool) {
    if element.has_attribute(name) != set {
        set_attribute(element, name, set.then_some(""));
    }
}

/// Makes one of a group the only stop of the Tab key, and gives it the focus.
pub fn rove(group: &[Element], to: usize, scroll: bool) {
    for (index, element) in group.iter().enumerate() {
        set_attribute(element, "tabindex", Some(if index == to { "0" } else { "-1" }));
    }
    if let Some(element) = group.get(to) {
        focus(element, scroll);
    }
}

/// A new element with a text, not yet in the page.
pub fn create(name: &str, text: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_text_content(Some(text));
    Some(element)
}

/// Appends a new element with a text to a parent.
pub fn append(parent: &Element, name: &str, text: &str) -> Option<Element> {
    let child = create(name, text)?;
    parent.append_child(&child).ok()?;
    Some(child)
}

/// Appends a text in pieces, each marked or not.
pub fn append_marked(parent: &Element, pieces: &[(bool, String)]) {
    for (marked, piece) in pieces {
        append(parent, if *marked { "mark" } else { "span" }, piece);
    }
}

/// Sets attributes, each with its value.
pub fn set_attributes(element: &Element, attributes: &[(&str, &str)]) {
    for (name, value) in attributes {
        set_attribute(element, name, Some(value));
    }
}

/// Appends a new SVG element to a parent.
pub fn append_svg(parent: &Element, name: &str) -> Option<Element> {
    let child = document().create_element_ns(Some(SVG), name).ok()?;
    parent.append_child(&child).ok()?;
    Some(child)
}

/// Tells everybody who waits that the page can be used: all of it, or only what
/// stands above the texts, while these arrive.
pub fn set_ready(whole: bool) {
    if let Some(root) = document().document_element() {
        set_attribute(&root, "data-ready", Some(if whole { "" } else { "above" }));
    }
}

/// Whether all of the page has arrived.
pub fn is_whole() -> bool {
    document().ready_state() != "loading"
}

/// Calls back when all of the page has arrived: at once, if it has.
pub fn when_whole(callback: impl FnOnce() + 'static) {
    if is_whole() {
        return callback();
    }
    let mut callback = Some(callback);
    listen(&document(), "DOMContentLoaded", move |_| {
        if let Some(callback) = callback.take() {
            callback();
        }
    });
}

/// The ids of all records and disagreements, each with the short name that only a
/// record has, and what may stand before it.
pub fn names() -> Vec<(String, String)> {
    let name = |link: Element| {
        // A browser that saved the page may have put its address before the `#`.
        let id = link.get_attribute("href")?.rsplit('#').next()?.to_string();
        let mut label = link.previous_sibling()?.text_content()?;
        label.push_str(&link.text_content()?);
        Some((id, label))
    };
    all("#names a").into_iter().filter_map(name).collect()
}

/// The fragment of the address, with its `#`; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Whether the page stands in a frame, whose history belongs to its host.
pub fn is_framed() -> bool {
    host().is_some()
}

/// The window of the site around the page, if there is one.
pub fn host() -> Option<Window> {
    let parent = window().parent().ok().flatten()?;
    (parent != window()).then_some(parent)
}

/// Whether the page is made for a frame of a site: docs/embed.md.
pub fn is_embed() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-embed"))
}

/// The height of the whole page in pixels; none where it is not laid out.
pub fn height() -> u32 {
    let root = document().document_element().map(|root| root.get_bounding_client_rect());
    root.filter(|root| root.width() > 0.0).map_or(0, |root| root.height().ceil() as u32)
}

/// An empty stylesheet of the page's own making, which its policy allows; `None`
/// in browsers of before 2023.
pub fn new_sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    document().set_adopted_style_sheets(&js_sys::Array::of1(&sheet));
    Some(sheet)
}

/// Opens links out in a window of their own: many sites refuse to be framed.
pub fn open_links_elsewhere() {
    if first("base").is_some() {
        return;
    }
    if let Some(base) = first("head").and_then(|head| append(&head, "base", "")) {
        set_attributes(&base, &[("target", "_blank"), ("data-drawn", "")]);
    }
}

/// Writes the fragment into the address, as a new entry of the history or in
/// place of the present one. In `srcdoc` the history refuses, and in a
/// sandboxed frame the address does: the page then simply has no address.
pub fn write_fragment(fragment: &str, push: bool) {
    let window = window();
    let location = window.location();
    let Ok(href) = location.href() else { return };
    let mut address = href.split('#').next().unwrap_or_default().to_string();
    if !fragment.is_empty() {
        address.push('#');
        address.push_str(fragment);
    }
    if address == href {
        return;
    }
    let written = window.history().and_then(|history| {
        if push && !is_framed() {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        }
    });
    if written.is_err() && !is_framed() {
        let _ = location.set_hash(fragment);
    }
}

/// Calls back on every event of that kind, for as long as the page lives. The
/// callback may prevent what the browser would do.
pub fn listen(target: &EventTarget, kind: &'static str, callback: impl FnMut(&Event) + 'static) {
    listen_boxed(target, kind, Box::new(callback));
}

/// One kind of listener for all callbacks keeps the page small.
fn listen_boxed(target: &EventTarget, kind: &'static str, callback: Box<dyn FnMut(&Event)>) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, kind, options, callback).forget();
}

/// Calls back once, after so many milliseconds, unless the timer is dropped.
pub fn after(pause: u32, callback: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(pause, callback)
}

/// The element that an event happened in, or one around it, that matches.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()
}

/// Gives an element the focus. Only where asked does it scroll into view. A frame
/// never takes the focus from the site around it.
pub fn focus(element: &Element, scroll: bool) {
    if is_framed() && !document().has_focus().unwrap_or(true) {
        return;
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = leptos::web_sys::FocusOptions::new();
        options.set_prevent_scroll(!scroll);
        let _ = element.focus_with_options(&options);
    } else if let Some(element) = element.dyn_ref::<leptos::web_sys::SvgElement>() {
        let _ = element.focus();
    }
}

/// What is beyond the window, and so far from it in pixels, is not near.
const MARGIN: i32 = 40;

/// The rows of an element that are in the window or near it, in pixels from its upper
/// edge. The page is laid out for that, so ask before anything is changed.
pub fn near_rows(element: &Element) -> (i32, i32) {
    let top = element.get_bounding_client_rect().top() as i32;
    (-top - MARGIN, window_height() - top + MARGIN)
}

/// The height of the window in pixels.
pub fn window_height() -> i32 {
    document().document_element().map_or(0, |root| root.client_height())
}

/// Whether an element that is shown ends above so many pixels below the upper edge of
/// the window.
pub fn ends_above(element: &Element, y: f64) -> bool {
    element.get_bounding_client_rect().bottom() <= y
}

/// How long the page has to be painted before what may wait is done, in milliseconds.
pub const AFTER_PAINT: u32 = 30;

/// Milliseconds since the page began.
pub fn now() -> f64 {
    window().performance().map(|performance| performance.now()).unwrap_or_default()
}
