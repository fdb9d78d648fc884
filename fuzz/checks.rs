//! What holds for every input from outside, whatever its bytes are. The fuzzer
//! looks for inputs for which it does not; `tests/fuzz.rs` runs the same over
//! all inputs that the fuzzer has kept.

// Each fuzz target makes one of the checks, the test makes all.
#![allow(dead_code)]

use std::sync::{Mutex, OnceLock, PoisonError};

use standing_invitation::data::blob::{self, Names};
use standing_invitation::data::compile::date;
use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::{Dataset, Day, End, Span};
use standing_invitation::query::search::highlight::{pieces, ranges};
use standing_invitation::query::search::snippet::snippet;
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

/// The numbers of a page that somebody has changed read as a dataset, and one
/// that is no larger than they are.
pub fn numbers(input: &[u8]) {
    let dataset = blob::decode(input, Names::default());
    assert!(dataset.records.len() + dataset.acts.len() + dataset.disagreements.len() <= input.len());
}
