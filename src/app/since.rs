//! What has changed of the open record since the link was made that the reader
//! came by.

use std::cell::RefCell;

use leptos::web_sys::Element;

use crate::app::{Update, browser};
use crate::data::version::is_later;
use crate::text;

/// Says so in the open record, where a link tells its version and the page is a
/// later one.
pub fn start(articles: Vec<Element>) -> Update {
    let fragment = browser::fragment();
    let since = fragment.split(['#', '&']).find_map(|pair| pair.strip_prefix("since="));
    let version = browser::element("take").and_then(|dialog| dialog.get_attribute("data-version"));
    let Some(since) = since.filter(|since| version.is_some_and(|version| is_later(&version, since))) else {
        return Box::new(|_, _| {});
    };
    let since = since.to_string();
    let drawn: RefCell<Option<Element>> = RefCell::default();
    Box::new(move |query, _| {
        if let Some(before) = drawn.take() {
            before.remove();
        }
        let Some(article) = query.open.and_then(|open| articles.get(open as usize)) else { return };
        let changes = browser::all_in(article, "[data-version]").into_iter();
        let changes =
            changes.filter(|it| it.get_attribute("data-version").is_some_and(|it| is_later(&it, &since)));
        let changes: Vec<String> = changes.filter_map(|change| change.text_content()).collect();
        let line = browser::create("p", &text::excerpt::since(&since, &changes));
        if let (Some(line), Ok(Some(meta))) = (line, article.query_selector(".meta")) {
            browser::set_attributes(&line, &[("class", "odd"), ("data-drawn", ""), ("role", "status")]);
            let _ = meta.after_with_node_1(&line);
            drawn.replace(Some(line));
        }
    })
}
