//! Records as an article of plain HTML, for sites that strip frames and scripts:
//! headings, paragraphs, lists, emphasis and links, and no attribute but their
//! addresses and languages. WordPress leaves all of it as it is.

use crate::excerpt::template::fill;
use crate::excerpt::{Entry, Excerpt, Said, parts};
use crate::html::linked;
use crate::text;
use crate::text::excerpt as words;

/// The article.
pub fn html(excerpt: &Excerpt) -> String {
    let about = &excerpt.about;
    let records: String = excerpt.records.iter().map(record).collect();
    let texts = [
        &about.title,
        &about.asked_after(&about.count),
        &text::horizon(excerpt.horizon),
        &about.address,
        &excerpt.edition(),
        &about.licence,
    ];
    fill(words::ARTICLE, &texts.map(|text| text.as_str()), &[&records])
}

fn record((record, claims): &(Entry, Vec<Said>)) -> String {
    let claims: String = claims.iter().map(claim).collect();
    let end = if record.summary.is_empty() { "" } else { "<br>" };
    let texts = [&record.title, &record.years, &record.status, &record.summary, &record.address];
    fill(words::ARTICLE_RECORD, &texts.map(|text| text.as_str()), &[end, &claims])
}

fn claim(said: &Said) -> String {
    let rests: Vec<String> = parts(&said.rests_on).map(linked).collect();
    let rests = if said.rests_on.is_empty() {
        String::new()
    } else {
        fill(words::ARTICLE_RESTS, &[text::RESTS_ON], &[&rests.join("; ")])
    };
    fill(words::ARTICLE_CLAIM, &[&said.by, &said.at, &said.says], &[&rests])
}
