//! The layer of the page in which the timelines are drawn: the room for it, and what of
//! it is in the window.

use leptos::web_sys::Element;

use crate::app::browser;

/// What is drawn in, over an element as high as the drawing: when the height of a
/// drawing changes, Chromium lays out all that is in it.
pub fn start() -> Option<Element> {
    let place = browser::place_in("timeline")?;
    let layer = browser::append(&place, "div", "")?;
    browser::append_svg(&place, "svg")?;
    Some(layer)
}

/// Gives the drawing its room, in pixels.
pub fn set_height(layer: &Element, height: i32) {
    if let Some(room) = layer.next_element_sibling() {
        browser::set_attribute(&room, "height", Some(&height.to_string()));
    }
}

/// The rows of the drawing in the window and around it. While the focus is in the
/// drawing, which moves by all that is drawn, all of them; none of a drawing that
/// stands above, as what is in the window stays there then.
pub fn near(parent: &Element) -> Option<(i32, i32)> {
    let active = browser::document().active_element();
    if parent.contains(active.as_ref().map(AsRef::as_ref)) {
        return None;
    }
    // The bar with the search stays at the upper edge, over what moves below it.
    let bar = browser::first(".controls").map_or(0.0, |bar| bar.get_bounding_client_rect().bottom());
    Some(if browser::ends_above(parent, bar.max(0.0)) { (0, 0) } else { browser::near_rows(parent) })
}
