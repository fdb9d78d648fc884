//! What holds for every input from outside, whatever its bytes are. The fuzzer
//! looks for inputs for which it does not; `tests/fuzz.rs` runs the same over
//! all inputs that the fuzzer has kept.

// Each fuzz target makes one of the checks, the test makes all.
#![allow(dead_code)]

use std::sync::{Mutex, OnceLock, PoisonError};

use standing_invitation::data::blob::{self, Names};
use standing_invitation::data::compile::date;
use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::letters::is_unseen;
use standing_invitation::data::{Dataset, Day, End, Span};
use standing_invitation::excerpt::{
    About, Entry, Excerpt, Form, Said, Work, article, citation, csv, json, reference,
};
use standing_invitation::html::plain;
use standing_invitation::query::message;
use standing_invitation::query::search::highlight::{pieces, ranges};
use standing_invitation::query::search::snippet::snippet;
use standing_invitation::query::unknown::unknown;
use standing_invitation::query::{Index, Query, Search, url};
use standing_invitation::site::date as words;
use standing_invitation::timeline::{self, Frame, View};

#[path = "../tests/search/corpus.rs"]
mod corpus;

struct Shipped {
    dataset: Dataset,
    /// It remembers its last answer, as that of a page does.
    index: Mutex<Index>,
    search: Search,
}

fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let corpus = Corpus::embedded();
        let dataset = corpus.dataset();
        Shipped {
            index: Mutex::new(Index::new(&dataset)),
            search: corpus::search(&corpus, &dataset),
            dataset,
        }
    })
}

fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

/// An address means something that can be written, read again, run and drawn;
/// and what is written can stand in any address.
pub fn address(input: &[u8]) {
    let Shipped { dataset, index, search } = shipped();
    let query = url::parse(dataset, &text(input));
    let written = url::write(dataset, &query);
    assert_eq!(url::parse(dataset, &written), query, "{written}");
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"#<>\"'`\\^{|}".contains(&byte);
    assert!(written.bytes().all(is_plain), "{written}");
    assert!(query.values.is_sorted() && query.text.chars().count() <= 500, "{query:?}");
    for (from, to) in query.from.iter().zip(&query.to) {
        assert!(from <= to && *from > dataset.beginning && *to < dataset.horizon, "{query:?}");
    }
    let told = unknown(dataset, &text(input));
    assert!(told.len() <= 3 && told.iter().all(|it| it.chars().count() <= 60), "{told:?}");
    assert!(!told.iter().any(|it| it.contains(is_unseen)), "{told:?}");
    assert_eq!(unknown(dataset, &written), [""; 0], "{written}");
    if query == Query::default() {
        return;
    }
    let found = search.find(&query.text);
    let mut index = index.lock().unwrap_or_else(PoisonError::into_inner);
    let results = index.run(dataset, &query, found.as_ref().map(|found| &found.records));
    assert!(results.count as usize <= dataset.records.len() && results.possible <= results.count);
    let records: Vec<u32> = results.records.iter().collect();
    assert_eq!(records.len(), results.count as usize);
    let lanes: Vec<u32> = dataset.values_of(query.lanes.0).map(|(id, _)| id).collect();
    let (from, to) = query.range(dataset);
    let view = View { from, to, as_of: query.as_of(dataset) };
    let frame = Frame::of_page(&Frame::rows_of_page(dataset, &lanes), 900);
    timeline::layout(dataset, &records, &lanes, view, &frame);
}

/// A date is refused, or means days of the calendar; as words it is no markup
/// but that of a date.
pub fn date(input: &[u8]) {
    let text = text(input);
    let read = date::read(&text);
    let is_right = |span: Span| span.earliest <= span.latest && span.latest <= Day::LATEST;
    if let Ok(when) = &read {
        assert!(is_right(when.start) && when.start.earliest >= Day::EARLIEST, "{text}: {when:?}");
        if let End::At(end) = when.end {
            assert!(is_right(end) && end.earliest > Day::EARLIEST, "{text}: {when:?}");
            assert!(end.latest >= when.start.earliest, "{text} ends before it begins: {when:?}");
        }
        assert_eq!(Span::parse(&when.start.latest.iso()), Some(Span::day(when.start.latest)));
    }
    if let Some(span) = Span::parse(&text) {
        assert!(is_right(span));
        assert_eq!(read, Ok(date::When { start: span, end: End::Same }), "{text}");
    }
    let html = words::html(&text).replace("</time>", "");
    for tag in html.split('<').skip(1) {
        let day = tag.strip_prefix("time datetime=").and_then(|tag| tag.split('>').next());
        assert!(day.is_some_and(|day| Span::parse(day).is_some()), "{text}: {html}");
    }
}

/// A search finds what there is, and marks it within the text.
pub fn search(input: &[u8]) {
    let Shipped { dataset, search, .. } = shipped();
    let text = text(input);
    let Some(found) = search.find(&text) else { return };
    assert_eq!(found.worths.len(), dataset.records.len());
    assert_eq!(found.values.len(), dataset.values.len());
    for (id, worth) in (0..).zip(&found.worths) {
        assert_eq!(found.records.contains(id), *worth > 0, "{text}");
    }
    assert!(text.is_char_boundary(found.values_from), "{text}");
    // What was typed is also what is looked through.
    let marked = ranges(&text, &found.needles);
    let units = text.encode_utf16().count() as u32;
    let mut place = 0;
    for range in &marked {
        assert!(place <= range.start && range.start < range.end && range.end <= units, "{text}: {marked:?}");
        place = range.end;
    }
    let whole: String = pieces(&text, &marked).into_iter().map(|(_, piece)| piece).collect();
    assert_eq!(whole, text);
    snippet(&text, &found.needles);
}

/// A message of three texts, each of which may be none, is refused or asks for an
/// address; one that asks says so in its first two.
pub fn message(input: &[u8]) {
    let mut parts = input.split(|byte| *byte == 0xff).map(|part| (!part.is_empty()).then(|| text(part)));
    let parts = [(); 3].map(|()| parts.next().flatten());
    let [name, kind, query] = parts.clone();
    if let Some(asked) = message::asked(parts) {
        assert!(name.as_deref() == Some(message::NAME) && kind.as_deref() == Some("show"));
        assert_eq!(Some(&asked), query.as_ref());
        address(asked.as_bytes());
    }
}

/// What is taken away can be read again, whatever the texts are: each form by its
/// own rules.
pub fn excerpt(input: &[u8]) {
    let text = text(input).replace(|letter: char| letter.is_control() || letter == '|', "");
    let text = text.trim();
    let said = |says: &str| Said {
        source: "s".into(),
        by: "S".into(),
        says: says.into(),
        at: text.into(),
        ..Said::default()
    };
    let entry = Entry {
        record: "r".into(),
        title: text.into(),
        summary: text.into(),
        address: text.into(),
        ..Entry::default()
    };
    let excerpt = Excerpt {
        about: About { name: text.into(), asked: text.into(), address: text.into(), ..About::default() },
        horizon: Day::default(),
        records: vec![(entry, vec![said(text), said("")])],
        sources: vec![Work { source: "s".into(), title: text.into(), ..Work::default() }],
    };
    let html = [article::html(&excerpt), citation::html(&excerpt, Form::Un)].concat();
    for tag in html.split('<').skip(1).filter_map(|tag| tag.split_once('>')).map(|(tag, _)| tag) {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        assert!(
            ["h2", "h3", "p", "ul", "li", "strong", "em", "br", "a", "span"].contains(&name),
            "{text}: <{tag}>"
        );
        let attributes = ["a href=\"", "span lang=\"zh\""];
        assert!(!tag.contains(' ') || attributes.iter().any(|it| tag.starts_with(it)), "{text}: <{tag}>");
        assert_eq!(tag.matches('"').count() % 2, 0, "{text}: <{tag}>");
    }
    assert!(plain(&html).contains(text), "{text}");
    let all: serde_json::Value = serde_json::from_str(&json::text(&excerpt)).expect("JSON");
    assert_eq!(all["records"][0]["claims"][0]["says"], text);
    let items: serde_json::Value = serde_json::from_str(&reference::text(&excerpt, Form::Csl)).expect("JSON");
    assert_eq!(items.as_array().map(Vec::len), Some(2));
    let bib = reference::text(&excerpt, Form::Bibtex);
    let braces = bib.matches('{').count();
    assert!(braces == bib.matches('}').count(), "{bib}");
    let ris = reference::text(&excerpt, Form::Ris);
    assert!(ris.lines().all(|line| line.is_empty() || line.get(2..6) == Some("  - ")), "{ris}");
    let table = csv::text(&excerpt);
    assert_eq!(table.matches('"').count() % 2, 0, "{table}");
}

/// The numbers of a page that somebody has changed read as a dataset, and one
/// that is no larger than they are.
pub fn numbers(input: &[u8]) {
    let dataset = blob::decode(input, Names::default());
    assert!(dataset.records.len() + dataset.acts.len() + dataset.disagreements.len() <= input.len());
}
