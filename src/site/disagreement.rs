//! One disagreement as HTML: its sides next to each other, each told by its
//! claims or by nobody.

use crate::data::corpus::{ClaimRef, Corpus, Disagreement, Side};
use crate::site::html::{escape, spoken};
use crate::site::{date, record};
use crate::text;

/// The disagreement as an `<article>`.
pub fn article(corpus: &Corpus, disagreement: &Disagreement) -> String {
    let conflicts = &corpus.vocabulary.conflicts;
    let kind = conflicts.iter().find(|term| term.id == disagreement.kind);
    format!(
        "<article class=differ id={id}><h3><a href=#{id}>{title}</a></h3><p class=meta>{kind}</p>\
         <p>{about}</p><div class=claims>{sides}</div></article>\n",
        id = escape(&disagreement.id),
        title = spoken(&disagreement.title),
        kind = kind.map(|kind| escape(&kind.label)).unwrap_or_default(),
        about = spoken(&disagreement.about),
        sides = disagreement.sides.iter().map(|it| side(corpus, it)).collect::<String>(),
    )
}

fn side(corpus: &Corpus, side: &Side) -> String {
    let mut said: String = side.claims.iter().map(|it| claim(corpus, it)).collect();
    if let Some(source) = corpus.source(&side.silent) {
        said = format!("<p class=kind>{}</p>", publisher(corpus, &source.id, &source.as_of));
    }
    format!("<div class=claim><h4>{}</h4>{said}</div>", spoken(&side.holds))
}

/// Who says it, what kind of publisher that is and up to when it speaks, with
/// a link to the claim in its record.
fn claim(corpus: &Corpus, place: &ClaimRef) -> String {
    let Some((of, claim)) = corpus.claim(place) else { return String::new() };
    let anchor = of.anchor(claim);
    format!(
        "<p class=kind>{}</p><p class=says>{} <a href=#{}>{}</a></p>",
        publisher(corpus, &claim.source, &claim.as_of),
        record::says(claim),
        escape(&anchor),
        spoken(&of.label),
    )
}

/// `HRIC 2016`, its publisher and kind, and the day.
fn publisher(corpus: &Corpus, source: &str, as_of: &str) -> String {
    let Some(source) = corpus.source(source) else { return String::new() };
    let kinds = &corpus.vocabulary.kinds;
    let kind = kinds.iter().find(|kind| kind.id == source.kind).map(|kind| kind.label.as_str());
    text::publisher(
        &format!("<a href=#source-{}>{}</a>", escape(&source.id), escape(&source.short)),
        &escape(kind.unwrap_or_default()),
        &date::html(as_of),
    )
}
