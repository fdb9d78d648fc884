//! The sources: what each document is, and how much it says in each series.

use crate::data::corpus::{Corpus, Record, Source, Term, days, label};
use crate::html::{escape, linked, spoken};
use crate::site::date;
use crate::text;

/// How many claims each kind of publisher and each source has in each series,
/// and the years of the series.
pub fn coverage(corpus: &Corpus) -> String {
    let kinds = kinds(corpus).into_iter().map(|kind| format!("<th scope=col>{}", escape(&kind.label)));
    let sources = corpus.sources.iter().map(|it| format!("<th scope=col>{}", escape(&it.short)));
    let all: Vec<&Record> = corpus.records.iter().collect();
    let of = |series: &Term| all.iter().copied().filter(|record| record.series == series.id).collect();
    let rows = corpus.vocabulary.series.iter().map(|series| (series.label.as_str(), of(series)));
    let rows = rows.filter(|(_, records): &(_, Vec<&Record>)| !records.is_empty());
    format!(
        "<div class=scroll tabindex=0 role=region aria-label=\"{caption}\"><table><caption>{caption}</caption>\
         <thead><tr><th scope=col>{series}<th scope=col>{records}<th scope=col>{years}{kinds}{sources}</thead>\
         <tbody>{rows}</tbody><tfoot>{sum}</tfoot></table></div>",
        caption = text::COVERAGE,
        series = text::facet(crate::data::Facet::Series),
        records = text::RECORDS,
        years = text::YEARS,
        kinds = kinds.collect::<String>(),
        sources = sources.collect::<String>(),
        rows = rows.map(|(label, records)| row(corpus, label, &records)).collect::<String>(),
        sum = row(corpus, text::ALL, &all),
    )
}

/// The kinds of publisher that there are sources of.
fn kinds(corpus: &Corpus) -> Vec<&Term> {
    let used = |kind: &&Term| corpus.sources.iter().any(|source| source.kind == kind.id);
    corpus.vocabulary.kinds.iter().filter(used).collect()
}

fn row(corpus: &Corpus, label: &str, records: &[&Record]) -> String {
    let claims = |source: &Source| {
        let claims = records.iter().flat_map(|record| &record.claims);
        claims.filter(|claim| claim.source == source.id).count()
    };
    let of_kind = |kind: &Term| {
        let sources = corpus.sources.iter().filter(|source| source.kind == kind.id);
        sources.map(claims).sum::<usize>()
    };
    let counts = kinds(corpus).into_iter().map(of_kind).chain(corpus.sources.iter().map(claims));
    format!(
        "<tr><th scope=row>{}<td>{}<td>{}{}",
        escape(label),
        text::number(records.len() as u32),
        years(records),
        counts.map(|count| format!("<td>{}", text::number(count as u32))).collect::<String>()
    )
}

/// The years from the first dated step to the last.
fn years(records: &[&Record]) -> String {
    let days = days(records.iter().flat_map(|record| &record.steps));
    days.map(text::years).unwrap_or_else(|| text::UNDATED.to_string())
}

/// The document as an `<article>`: what it is, in its own words, and what was read.
pub fn article(corpus: &Corpus, source: &Source) -> String {
    let n_claims: usize = corpus
        .records
        .iter()
        .map(|record| record.claims.iter().filter(|claim| claim.source == source.id).count())
        .sum();
    let authors = if source.authors.is_empty() {
        String::new()
    } else {
        format!("<span class=authors>{}</span>. ", spoken(&source.authors.join(", ")))
    };
    let address = if source.address.is_empty() { String::new() } else { linked(&source.address) };
    format!(
        "<article class=source id=source-{id} data-known={known} tabindex=-1><h3>{short}</h3><p>{authors}<cite>{title}</cite>. <span class=publisher>{publisher}</span>, <span class=published>{published}</span>. {address}</p>\
         <dl><dt>{kind_heading}<dd>{kind}<dt>{self_heading}<dd>{describes}<dt>{held_heading}<dd>{held}\
         <dt>{examined_heading}<dd>{examined}. {because}<dt>{as_of_heading}<dd>{as_of}</dl><p>{n_claims}</p></article>",
        id = escape(&source.id),
        known = source.known.iso(),
        short = escape(&source.short),
        title = spoken(&source.title),
        publisher = spoken(&source.publisher),
        published = date::html(&source.published),
        kind_heading = text::facet(crate::data::Facet::Kind),
        kind = escape(label(&corpus.vocabulary.kinds, &source.kind)),
        self_heading = text::SELF,
        describes = spoken(&source.describes_itself),
        held_heading = text::HELD,
        held = spoken(&source.held),
        n_claims = text::n_claims(n_claims),
        as_of_heading = text::SPEAKS_UP_TO,
        as_of = date::html(&source.as_of),
        examined_heading = text::EXAMINED,
        examined = date::html(&source.examined),
        because = spoken(&source.examined_because),
    )
}
