//! The address: a [`Query`] as the fragment of a URL and back.
//!
//! Reading is total: whatever is not understood is ignored. What is at its
//! default is not written. `docs/url.md` describes every key.

use crate::data::{Dataset, Day, Facet, Span};
use crate::query::look::Colours;
use crate::query::selection::add;
use crate::query::{Colour, Column, Columns, Embed, Lanes, Look, Mode, Query, Scheme, Selection, Sort, View};

/// The keys that are not facets, as they stand in addresses.
pub const KEYS: [&str; 20] = [
    "q", "from", "to", "certain", "asof", "record", "view", "differ", "lanes", "columns", "sort", "pick",
    "hide", "chosen", "embed", "title", "scheme", "paper", "ink", "accent",
];

/// Reads a fragment, with or without its `#`.
pub fn parse(dataset: &Dataset, fragment: &str) -> Query {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let mut query = Query::default();
    if !fragment.contains('=') {
        let id = decode(fragment);
        // A claim leads to its record; not every claim has a place of its own.
        query.open = dataset.record(id.split('.').next().unwrap_or_default());
        query.view = View::from_key(&id).unwrap_or_default();
        if let Some(disagreement) = dataset.disagreement(&id) {
            query.open_disagreement(disagreement);
        }
        return query;
    }
    let mut range = (None, None);
    let (mut is_embed, mut title, mut scheme, mut colours) = (false, String::new(), None, [None; 3]);
    for pair in fragment.split('&') {
        let Some((key, value)) = pair.split_once('=') else { continue };
        match key {
            "q" => query.text = decode(value),
            "from" => range.0 = Span::parse(value).map(|span| span.earliest),
            "to" => range.1 = Span::parse(value).map(|span| span.latest),
            "certain" => query.certain = value == "1",
            "asof" => query.as_of = Span::parse(value).map(|span| span.latest),
            "record" => query.open = dataset.record(&decode(value)),
            "view" => query.view = View::from_key(value).unwrap_or_default(),
            "differ" => query.differ = dataset.disagreement(&decode(value)),
            "lanes" => query.lanes = Facet::from_key(value).map(Lanes).unwrap_or_default(),
            "columns" => query.columns = Columns::of(value.split('~').filter_map(Column::from_key)),
            "sort" => query.sort = Sort::parse(value).unwrap_or_default(),
            "pick" | "hide" | "chosen" => {
                let Selection { pick, hide } = &mut query.selection;
                let records = match key {
                    "pick" => pick,
                    "hide" => hide,
                    _ => &mut query.chosen,
                };
                let known = value.split('~').filter_map(|id| dataset.record(&decode(id)));
                known.for_each(|record| add(records, record));
            }
            "embed" => is_embed = value == "1",
            "title" => title = Embed::title(&decode(value)),
            "scheme" => scheme = Scheme::from_key(value),
            "paper" => colours[0] = Colour::parse(value),
            "ink" => colours[1] = Colour::parse(value),
            "accent" => colours[2] = Colour::parse(value),
            _ => {
                let (key, mode) = key.split_once('.').unwrap_or((key, Mode::Any.key()));
                let (Some(facet), Some(mode)) = (Facet::from_key(key), Mode::from_key(mode)) else {
                    continue;
                };
                query.modes[facet as usize] = mode;
                for value in value.split('~').filter_map(|key| dataset.value(facet, &decode(key))) {
                    if !query.has(value) {
                        query.toggle(value);
                    }
                }
            }
        }
    }
    if range != (None, None) {
        query.set_range(dataset, range.0.unwrap_or(dataset.beginning), range.1.unwrap_or(dataset.horizon));
    }
    query.as_of = query.as_of.filter(|day| *day != dataset.horizon);
    // Without a stretch of time there is nothing to be certain of.
    query.certain &= query.has_range();
    // A disagreement is open only where one sees it.
    if let Some(disagreement) = query.differ {
        query.open_disagreement(disagreement);
    }
    // What a site gives counts in its frame only.
    query.look = Look::of(scheme, if is_embed { colours } else { [None; 3] });
    query.embed = is_embed.then_some(Embed { title });
    query = query.settled(dataset);
    query.text = query.text.trim().to_string();
    query
}

/// Writes a query as a fragment without its `#`; empty for the front page.
pub fn write(dataset: &Dataset, query: &Query) -> String {
    let record = query.open.and_then(|open| dataset.records.get(open as usize)).map(|it| &it.id);
    let differ = query.differ.and_then(|open| dataset.disagreements.get(open as usize)).map(|it| &it.id);
    for id in [record, differ].into_iter().flatten() {
        if parse(dataset, id) == *query {
            return id.clone();
        }
    }
    let mut fragment = String::new();
    let mut push = |key: &str, value: &str| {
        if !fragment.is_empty() {
            fragment.push('&');
        }
        fragment.push_str(key);
        fragment.push('=');
        fragment.push_str(value);
    };
    let text = query.text.trim();
    if !text.is_empty() {
        push("q", &encode(text));
    }
    for facet in Facet::ALL {
        let values = query.values_of(dataset, facet).into_iter();
        let values = values.filter_map(|id| dataset.values.get(id as usize));
        let keys: Vec<&str> = values.map(|value| value.key.as_str()).collect();
        let mode = query.mode(facet);
        if keys.is_empty() {
            continue;
        }
        let mut key = facet.key().to_string();
        if mode != Mode::default() {
            key.push('.');
            key.push_str(mode.key());
        }
        push(&key, &keys.join("~"));
    }
    if let Some(from) = query.from {
        push("from", &first_day(from));
    }
    if let Some(to) = query.to {
        push("to", &last_day(to));
    }
    if query.certain {
        push("certain", "1");
    }
    if let Some(as_of) = query.as_of {
        push("asof", &last_day(as_of));
    }
    if let Some(record) = record {
        push("record", record);
    }
    match differ {
        Some(differ) => push("differ", differ),
        None if query.view != View::default() => push("view", query.view.key()),
        None => {}
    }
    if query.lanes != Lanes::default() {
        push("lanes", query.lanes.0.key());
    }
    if query.columns != Columns::default() {
        let keys: Vec<&str> = query.columns.iter().map(Column::key).collect();
        push("columns", &keys.join("~"));
    }
    if query.sort != Sort::default() {
        push("sort", &query.sort.write());
    }
    let Selection { pick, hide } = &query.selection;
    for (key, chosen) in [("pick", pick), ("hide", hide), ("chosen", &query.chosen)] {
        let records = chosen.iter().filter_map(|id| dataset.records.get(*id as usize));
        let ids: Vec<&str> = records.map(|record| record.id.as_str()).collect();
        if !ids.is_empty() {
            push(key, &ids.join("~"));
        }
    }
    if let Some(Embed { title }) = &query.embed {
        push("embed", "1");
        if !title.is_empty() {
            push("title", &encode(title));
        }
    }
    match &query.look {
        Look::Reader => {}
        Look::Scheme(scheme) => push("scheme", scheme.key()),
        Look::Colours(Colours { paper, ink, accent }) => {
            push("paper", &paper.write());
            push("ink", &ink.write());
            if let Some(accent) = accent {
                push("accent", &accent.write());
            }
        }
    }
    fragment
}

/// The shortest date whose first day this is.
fn first_day(day: Day) -> String {
    shortest(day, |span| span.earliest)
}

/// The shortest date whose last day this is.
fn last_day(day: Day) -> String {
    shortest(day, |span| span.latest)
}

fn shortest(day: Day, end: fn(Span) -> Day) -> String {
    let iso = day.iso();
    let candidates = [4, 7].into_iter().filter_map(|length| iso.get(..length));
    let shortest = candidates.into_iter().find(|text| Span::parse(text).map(end) == Some(day));
    shortest.map(str::to_string).unwrap_or(iso)
}

/// Percent-encodes what has a meaning in a fragment or is not plain ASCII.
fn encode(text: &str) -> String {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' => encoded.push('+'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'/' | b':' | b',' => {
                encoded.push(char::from(byte));
            }
            _ => {
                encoded.push('%');
                encoded.push(HEX[usize::from(byte >> 4)]);
                encoded.push(HEX[usize::from(byte & 15)]);
            }
        }
    }
    encoded
}

/// Undoes [`encode`]. A percent sign that begins no code stands for itself;
/// bytes that are no text decode to nothing.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(byte) = bytes.get(index) {
        let code = bytes.get(index + 1..index + 3).filter(|_| *byte == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                index += 3;
            }
            None => {
                decoded.push(if *byte == b'+' { b' ' } else { *byte });
                index += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_default()
}
