//! What stands in the head of all files, and the head of the page of a record:
//! how it looks, and what it tells programs that never show it.

use crate::data::corpus::{About, Corpus, Record};
use crate::html::escape;
use crate::site::{bundle, linked_data, permanent, share};
use crate::text;

/// How the head of every file begins. The policy comes first, so that it holds
/// for all that follows. Without an icon of their own, browsers ask the server for
/// /favicon.ico. `robots` is a line for search engines, or nothing.
pub fn begin(policy: &str, robots: &str, description: &str, title: &str) -> String {
    let (description, title) = (escape(description), escape(title));
    format!(
        r#"<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width,initial-scale=1">
{robots}<meta name="description" content="{description}">
<title>{title}</title>
<link rel="icon" href="data:,">
"#
    )
}

/// The head of the page of a record, but for its own tags, with this stylesheet.
/// What needs a whole address is left out where none is known.
pub fn html(corpus: &Corpus, record: &Record, css: &str, listed: bool) -> String {
    let about = &corpus.about;
    let title = text::permanent::title(&record.title, &about.name);
    let robots = if listed { "" } else { "<meta name=\"robots\" content=\"noindex\">\n" };
    let description = description(corpus, record);
    let policy = format!(
        "default-src 'none'; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        bundle::hash(css)
    );
    let mut head = begin(&policy, robots, &description, &title);
    head.push_str(&preview(about, "article", &permanent::path(&record.id), &record.title, &description));
    head.push_str(&format!("<style>{css}</style>\n"));
    head + &linked_data::html(corpus, record)
}

/// What a file tells those who make previews of links to it, and search engines,
/// at whichever address they found it.
pub fn preview(about: &About, kind: &str, path: &str, title: &str, description: &str) -> String {
    let mut head = String::new();
    let mut graph = |name: &str, content: &str| {
        head.push_str(&format!("<meta property=\"og:{name}\" content=\"{}\">\n", escape(content)));
    };
    graph("type", kind);
    graph("site_name", &about.name);
    graph("title", title);
    graph("description", description);
    if let (Some(url), Some(image)) = (about.published(path), about.published(share::PATH)) {
        graph("url", &url);
        graph("image", &image);
        graph("image:width", &share::WIDTH.to_string());
        graph("image:height", &share::HEIGHT.to_string());
        graph("image:alt", text::permanent::PICTURE);
        head.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
        head.push_str(&format!("<link rel=\"canonical\" href=\"{}\">\n", escape(&url)));
    }
    head
}

/// What the record is about; where it has one claim, that claim with its source.
pub fn description(corpus: &Corpus, record: &Record) -> String {
    let [claim] = record.claims.as_slice() else {
        return record.summary.clone();
    };
    let short = corpus.source(&claim.source).map(|source| source.short.as_str()).unwrap_or_default();
    text::permanent::said(short, &linked_data::says(claim))
}
