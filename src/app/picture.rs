//! The timelines as drawn, as a picture that stands alone: with its own style,
//! what it shows and whence it is, in words too.

use js_sys::encode_uri_component;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, XmlSerializer,
};

use crate::app::browser;
use crate::excerpt::{Excerpt, Site};
use crate::text;

const SVG: &str = "http://www.w3.org/2000/svg";

/// The room for the line under the drawing, in pixels.
const LINE: i32 = 24;
/// What the page's stylesheet does not say: what stands behind the drawing, and
/// how the line under it is written.
const PAPER: &str = "svg.timeline{font:12px var(--sans)}svg>.paper{fill:var(--paper)}";

/// The drawing as an SVG file.
pub fn svg(excerpt: &Excerpt, site: &Site, width: i32) -> Option<String> {
    let drawing = browser::first("#timeline [data-drawn] svg")?;
    let height = drawing.parent_element()?.client_height();
    let drawing: Element = drawing.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    browser::set_attribute(&drawing, "height", Some(&height.to_string()));
    // The addresses of its links are those of the page, which is elsewhere then.
    for link in browser::all_in(&drawing, "a[href^='#']") {
        let id = browser::attribute(&link, "href");
        browser::set_attribute(&link, "href", Some(&site.record(id.trim_start_matches('#'))));
    }
    let whole = element("svg")?;
    let total = (height + LINE).to_string();
    let size = [("class", "timeline"), ("width", &width.to_string()), ("height", &total)];
    browser::set_attributes(&whole, &size);
    let line =
        [&excerpt.edition(), " · ", &excerpt.about.count, " · ", &text::horizon(excerpt.horizon)].concat();
    let style = browser::first("style")?.text_content().unwrap_or_default();
    let paper = [("class", "paper"), ("width", "100%"), ("height", "100%")];
    let below = [("class", "tick-label"), ("x", "4"), ("y", &(height + LINE - 8).to_string())];
    let add = |name, content: &str| {
        let part = element(name)?;
        part.set_text_content(Some(content));
        whole.append_child(&part).ok().map(|_| part)
    };
    add("title", &excerpt.about.title)?;
    add("desc", &[text::DRAWING, " ", &excerpt.about.asked].concat())?;
    add("style", &[&style, PAPER].concat())?;
    browser::set_attributes(&add("rect", "")?, &paper);
    browser::set_attributes(&add("text", &line)?, &below);
    whole.append_child(&drawing).ok()?;
    XmlSerializer::new().ok()?.serialize_to_string(&whole).ok()
}

/// How many pixels of the picture stand for one of the page.
const SHARP: f64 = 2.0;

/// Makes pixels of an SVG file, and calls back with their `data:` address.
pub fn png(svg: &str, then: impl Fn(String) + 'static) {
    let Ok(image) = HtmlImageElement::new() else { return };
    let loaded = image.clone();
    browser::listen(&image, "load", move |_| {
        if let Some(address) = pixels(&loaded) {
            then(address);
        }
    });
    image.set_src(&address("image/svg+xml", svg));
}

fn pixels(image: &HtmlImageElement) -> Option<String> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (f64::from(image.width()) * SHARP, f64::from(image.height()) * SHARP);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height).ok()?;
    canvas.to_data_url().ok()
}

/// A text as the address of a file.
pub fn address(kind: &str, text: &str) -> String {
    let text = String::from(encode_uri_component(text));
    ["data:", kind, ";charset=utf-8,", &text].concat()
}

/// Bytes as the address of a file.
pub fn address_of_bytes(kind: &str, bytes: &[u8]) -> String {
    let mut address = ["data:", kind, ","].concat();
    let digit = |nibble: u8| char::from(if nibble < 10 { b'0' + nibble } else { b'A' - 10 + nibble });
    for byte in bytes {
        address.extend(['%', digit(byte >> 4), digit(byte & 15)]);
    }
    address
}

fn element(name: &str) -> Option<Element> {
    document().create_element_ns(Some(SVG), name).ok()
}
