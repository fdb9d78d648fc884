//! The pen of the live page: makes SVG elements.

use leptos::web_sys::Element;

use crate::app::browser;
use crate::timeline::pen::Pen;

/// Draws into an element, which it never leaves.
pub struct DomPen {
    open: Vec<Element>,
}

impl DomPen {
    /// A pen that draws inside this element.
    pub fn new(parent: &Element) -> DomPen {
        DomPen { open: vec![parent.clone()] }
    }
}

impl Pen for DomPen {
    fn open(&mut self, name: &str) {
        let child = self.open.last().and_then(|parent| browser::append_svg(parent, name));
        self.open.extend(child);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        if let Some(element) = self.open.last() {
            browser::set_attribute(element, name, Some(value));
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(element) = self.open.last() {
            element.set_text_content(Some(text));
        }
    }

    fn close(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }
}
