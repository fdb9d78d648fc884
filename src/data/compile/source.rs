//! Reads the sources.

use std::collections::BTreeMap;

use super::layout::{self, Layout};
use super::table::Table;
use super::{Ids, known, read_date, values};
use crate::data::corpus::{Source, Vocabulary};
use crate::data::{Day, End, Span};

/// Reads every `[[source]]`, and how the text of each is set.
pub fn read(table: &Table, vocabulary: &Vocabulary, layouts: &mut BTreeMap<String, Layout>) -> Vec<Source> {
    let mut ids = Ids::default();
    let sources = table.tables("source");
    let sources = sources.iter().map(|table| {
        let id = table.text("id");
        ids.add(table, &id);
        let kind = table.text("kind");
        known(table, &kind, &vocabulary.kinds, "kind of publisher");
        let as_of = table.text("as_of");
        let known = read_date(table, &as_of, Day::LATEST);
        let examined = table.text("examined");
        let examined_when = read_date(table, &examined, known.start.latest);
        let sha256 = table.text("sha256");
        if !(sha256.value.len() == 64 && sha256.value.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            table.file.mistake(&sha256.span, "`sha256` must be 64 hexadecimal digits".to_string());
        }
        let published = table.text("published");
        read_date(table, &published, Day::LATEST);
        if let Some(layout) = table.table("layout") {
            layouts.insert(id.value.clone(), layout::read(&layout));
        }
        let end = match examined_when.end {
            End::At(end) => end.latest,
            _ => examined_when.start.latest,
        };
        let source = Source {
            title: table.text("title").value,
            short: table.text("short").value,
            authors: values(table.texts("authors")),
            publisher: table.text("publisher").value,
            language: table.text("language").value,
            address: table.address("address").value,
            archived: table.address("archived").value,
            examined_because: table.text("examined_because").value,
            describes_itself: table.text("describes_itself").value,
            held: table.text("held").value,
            id: id.value,
            kind: kind.value,
            published: published.value,
            as_of: as_of.value,
            examined: examined.value,
            sha256: sha256.value,
            examined_days: Span { earliest: examined_when.start.earliest, latest: end },
            known: known.start.latest,
        };
        table.finish();
        source
    });
    let sources = sources.collect();
    table.finish();
    sources
}
