//! `docs/method.md` as part of the page, and the people whom records name.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};

use crate::data::Dataset;
use crate::data::corpus::{Corpus, Person};
use crate::html::{escape, spoken};
use crate::site::date;
use crate::site::glossary::glossary;
use crate::text;

const METHOD: &str = include_str!("../../docs/method.md");

/// The method, what the words of the facets mean, and the people.
pub fn html(corpus: &Corpus, dataset: &Dataset) -> String {
    let contact = escape(&corpus.about.contact);
    format!(
        "{}<p>{}: <a href=\"mailto:{contact}\">{contact}</a></p>{}<h3 id=people>{}</h3><p>{}</p>{}",
        markdown(METHOD),
        text::CONTACT,
        glossary(corpus, dataset),
        text::PEOPLE,
        text::PEOPLE_NOTE,
        corpus.people.iter().map(|it| person(corpus, it)).collect::<String>(),
    )
}

/// A document of ours without its title, its headings a level lower. Markup
/// within it stays text.
fn markdown(text: &str) -> String {
    let mut in_title = false;
    // Of each link or image that is open: whether it leads to an address of the
    // web, and is a link here. All others stand as their text.
    let mut open = Vec::new();
    let lower = |level| match level {
        HeadingLevel::H2 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    };
    let events = Parser::new(text).filter_map(|event| {
        match &event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                in_title = false;
                return None;
            }
            _ => {}
        }
        (!in_title).then(|| match event {
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let address = ["https://", "http://"].iter().any(|scheme| dest_url.starts_with(scheme));
                open.push(address);
                let rel = "rel=\"noopener noreferrer\"";
                let link = format!("<a href=\"{}\" {rel}>", escape(&dest_url));
                Event::InlineHtml(CowStr::from(if address { link } else { String::new() }))
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let link = open.pop() == Some(true);
                Event::InlineHtml(CowStr::from(if link { "</a>" } else { "" }))
            }
            Event::Html(markup) | Event::InlineHtml(markup) => Event::Text(markup),
            other => other,
        })
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    out
}

/// Why a person is named, and what the name may do to them; or, where the name
/// is withheld, that it is.
fn person(corpus: &Corpus, person: &Person) -> String {
    let records = corpus.records.iter().filter(|record| record.people.contains(&person.id));
    let records =
        records.map(|record| format!("<a href=#{}>{}</a>", escape(&record.id), spoken(&record.label)));
    let facts = if person.withhold {
        format!("<p>{}</p>", text::WITHHELD)
    } else {
        format!(
            "<dl><dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{} ({})</dl>",
            text::REASON,
            spoken(&person.reason),
            text::HARM,
            spoken(&person.harm),
            text::LAST_KNOWN,
            spoken(&person.last_known),
            date::html(&person.as_of),
        )
    };
    let names = [person.name.as_str(), &person.chinese].join(" ");
    format!(
        "<article class=person id=person-{}><h4>{}</h4>{facts}<p>{}</p></article>",
        escape(&person.id),
        spoken(if person.withhold { text::NAME_WITHHELD } else { names.trim() }),
        records.collect::<Vec<_>>().join(" · "),
    )
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn a_document_becomes_part_of_the_page() {
        let document = "# Title\n\n## How\n\nA *word*, <b>no</b> markup, [a link](https://un.org), \
                        [a trap](javascript:alert(1)), ![no image](x.png).\n\n- one\n";
        expect![[r#"
            <h3>How</h3>
            <p>A <em>word</em>, &lt;b&gt;no&lt;/b&gt; markup, <a href="https://un.org" rel="noopener noreferrer">a link</a>, a trap, no image.</p>
            <ul>
            <li>one</li>
            </ul>
        "#]]
        .assert_eq(&markdown(document));
    }
}
