//! Promise and practice: what the state accepted, joined and announced, each
//! beside what the sources tell of the same afterwards. Where they tell
//! nothing, that is their silence, and is called so.

use crate::data::corpus::{Corpus, Record};
use crate::html::{escape, spoken};
use crate::site::record::{shorts, when};
use crate::text;

/// All promises under their headings. The app relies on the order of these and
/// of what stands beside each.
pub fn html(corpus: &Corpus) -> String {
    let headings = corpus.vocabulary.promises.iter().map(|heading| {
        let promises: Vec<String> = corpus.promised(heading).map(|it| promise(corpus, it)).collect();
        format!(
            "<section class=promises><h3>{} <span class=n>{}</span></h3>{}</section>",
            escape(&heading.label),
            text::number(promises.len() as u32),
            promises.concat()
        )
    });
    let vocabulary = &corpus.vocabulary;
    let first = vocabulary.links.iter().find(|link| Some(&link.id) == vocabulary.follow_up.first());
    let follow_up = first.map(|link| escape(&link.inverse)).unwrap_or_default();
    let note = text::practice::note(&follow_up).map(|paragraph| format!("<p>{paragraph}</p>"));
    note.concat() + &headings.collect::<String>()
}

fn promise(corpus: &Corpus, record: &Record) -> String {
    let beside = corpus.beside(record);
    let silent = !beside.iter().any(|group| group.follow_up);
    let groups = beside.iter().map(|group| {
        let name = if group.inverse { &group.link.inverse } else { &group.link.label };
        let others = group
            .records
            .iter()
            .map(|other| format!("<li>{}: {}", escape(name), told(corpus, other, &other.label)));
        others.collect::<String>()
    });
    let groups: String = groups.collect();
    format!(
        "<article class=promise><h4>{}</h4><div>{}{}</div></article>",
        told(corpus, record, &record.title),
        if silent {
            format!("<p>{}</p>", text::practice::silent(corpus.sources.len()))
        } else {
            String::new()
        },
        if groups.is_empty() { groups } else { format!("<ul>{groups}</ul>") },
    )
}

/// A link to a record, with its years and the sources that speak of it.
fn told(corpus: &Corpus, record: &Record, name: &str) -> String {
    format!(
        "<a href=#{}>{}</a> <span>({}; {})</span>",
        escape(&record.id),
        spoken(name),
        when(record),
        shorts(corpus, record)
    )
}
