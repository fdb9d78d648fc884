//! One disagreement as HTML: its sides next to each other, each told by its
//! claims or by nobody.

use crate::data::corpus::{ClaimRef, Corpus, Disagreement, Side, label};
use crate::html::{escape, spoken};
use crate::site::{date, record};
use crate::text;

/// The disagreement as an `<article>`.
pub fn article(corpus: &Corpus, disagreement: &Disagreement) -> String {
    format!(
        "<article class=differ id={id}><h3><a href=#{id}>{title}</a></h3><p class=meta>{kind}</p>\
         <p>{about}</p><div class=claims>{sides}</div></article>\n",
        id = escape(&disagreement.id),
        title = spoken(&disagreement.title),
        kind = escape(label(&corpus.vocabulary.conflicts, &disagreement.kind)),
        about = spoken(&disagreement.about),
        sides = disagreement.sides.iter().map(|it| side(corpus, it)).collect::<String>(),
    )
}

fn side(corpus: &Corpus, side: &Side) -> String {
    let mut said: String = side.claims.iter().map(|it| claim(corpus, it)).collect();
    if let Some(source) = corpus.source(&side.silent) {
        let publisher = publisher(corpus, &source.id, &source.as_of);
        said = format!("<p class=\"kind {}\">{publisher}</p>", escape(&source.id));
    }
    format!("<div class=claim><h4>{}</h4>{said}</div>", spoken(&side.holds))
}

/// Who says it, what kind of publisher that is and up to when it speaks, with
/// a link to the claim in its record.
fn claim(corpus: &Corpus, place: &ClaimRef) -> String {
    let Some((of, claim)) = corpus.claim(place) else { return String::new() };
    let anchor = of.anchor(claim);
    let (class, known) = record::spoken_by(corpus, claim);
    format!(
        "<div class=\"side{class}\"{known}><p class=kind>{}</p><p class=says>{} <a href=#{}>{}</a></p></div>",
        publisher(corpus, &claim.source, &claim.as_of),
        record::says(claim),
        escape(&anchor),
        spoken(&of.label),
    )
}

/// `HRIC 2016`, its publisher and kind, and the day.
fn publisher(corpus: &Corpus, source: &str, as_of: &str) -> String {
    let Some(source) = corpus.source(source) else { return String::new() };
    text::publisher(
        &format!("<a href=#source-{}>{}</a>", escape(&source.id), escape(&source.short)),
        &escape(label(&corpus.vocabulary.kinds, &source.kind)),
        &date::html(as_of),
    )
}
