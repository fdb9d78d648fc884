//! The summary strip: what the sources add up to on the last day that any of
//! them can speak of. The app tells other days in a copy of it.

use crate::data::corpus::Corpus;
use crate::data::{Dataset, Finding, Found, Part};
use crate::html::escape;
use crate::query::{Query, url};
use crate::text::{self, finding as words};

/// The strip, and below it what its numbers count.
pub fn html(corpus: &Corpus, dataset: &Dataset) -> String {
    let found = dataset.found(dataset.horizon);
    let findings = corpus.vocabulary.findings.iter().zip(&dataset.findings).zip(&found);
    let items = findings.map(|((authored, finding), found)| {
        format!("<li><b>{}</b>{}", escape(&authored.label), numbers(dataset, finding, found))
    });
    let definitions = corpus.vocabulary.findings.iter().map(|it| (&*it.label, &*it.definition));
    let definitions = definitions.chain([(words::DISAGREEMENTS, words::DISAGREEMENTS_DEFINITION)]);
    let definitions =
        definitions.map(|(label, meaning)| format!("<dt>{}<dd>{}", escape(label), escape(meaning)));
    format!(
        "<section class=numbers aria-labelledby=summary-heading><h2 id=summary-heading class=visually-hidden>{heading}</h2>\
         <div id=summary><div data-static><ul>{items}<li><b>{differ}</b><a href=#{differing}><strong>{count}</strong></a>\
         <span>{told}</span></ul><p>{seen}</p></div></div>\
         <details><summary>{what}</summary><p>{note}</p><dl>{definitions}</dl></details></section>",
        heading = words::SUMMARY,
        items = items.collect::<String>(),
        differ = words::DISAGREEMENTS,
        differing = escape(&url::write(dataset, &Query::of_disagreements(None))),
        count = text::number(dataset.disagreements.len() as u32),
        told = words::told(dataset.told(dataset.horizon)),
        seen = words::greyed(
            dataset.horizon,
            dataset.horizon,
            [0, corpus.sources.len()],
            [0, dataset.records.len()],
        ),
        what = words::DEFINITIONS,
        note = words::DEFINITIONS_NOTE,
        definitions = definitions.collect::<String>(),
    )
}

/// The three parts of a number, each a link to what it counts, the longest
/// time, a link to whose it is, and until when all this is known. The app
/// relies on this order.
fn numbers(dataset: &Dataset, finding: &Finding, found: &Found) -> String {
    let parts = Part::ALL.map(|part| {
        let query = Query::of_finding(dataset, finding, part, None);
        format!(
            "<a href=\"#{}\"{}><strong>{}</strong> <span>{}</span></a>",
            escape(&url::write(dataset, &query)),
            if found.shows(part) { "" } else { " hidden" },
            text::number(found.count(part)),
            words::part(dataset, finding, found, part),
        )
    });
    let longest = found.longest.as_ref();
    let record = longest.and_then(|it| dataset.records.get(*it.records.first()? as usize));
    let longest = if finding.longest {
        format!(
            "<a href=#{}{}>{}</a>",
            record.map(|record| escape(&record.id)).unwrap_or_default(),
            if record.is_some() { "" } else { " hidden" },
            longest.map(|it| words::longest(it.length)).unwrap_or_default(),
        )
    } else {
        String::new()
    };
    format!("{}{longest}<span>{}</span>", parts.concat(), words::notes(finding, found))
}
