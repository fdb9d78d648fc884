//! Lists that the app adds to the page, and takes out of saved copies.

use leptos::web_sys::Element;

use crate::app::browser;

/// One entry of a list: words, and then a link or a button.
pub struct Entry {
    /// What stands before it.
    pub before: &'static str,
    /// What it says.
    pub label: String,
    /// Where the link leads, or what the button is for.
    pub target: String,
}

/// Adds a list of links to a parent, or, where an attribute says what they are
/// for, of buttons.
pub fn list(parent: &Element, entries: &[Entry], purpose: Option<&str>) -> Option<()> {
    let list = browser::append(parent, "ul", "")?;
    browser::set_attribute(&list, "data-drawn", Some(""));
    for entry in entries {
        let item = browser::append(&list, "li", "")?;
        item.set_text_content(Some(entry.before));
        let link = browser::append(&item, if purpose.is_some() { "button" } else { "a" }, "")?;
        browser::set_attribute(&link, purpose.unwrap_or("href"), Some(&entry.target));
        link.set_text_content(Some(&entry.label));
    }
    Some(())
}
