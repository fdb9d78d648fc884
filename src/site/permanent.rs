//! A page of its own for every record: readable without any code, with an
//! address for ever, and leading into the explorer.

use crate::data::corpus::{Corpus, Record, label};
use crate::data::{Dataset, RecordId};
use crate::html::{escape, spoken};
use crate::site::stand::Stand;
use crate::site::{bundle, cite, head, minify, record, rules};
use crate::text;

/// What the page of a record has besides the stylesheet of the explorer.
const STYLE: &str = include_str!("../../public/record.css");

/// The page of a record.
#[derive(Clone, Debug)]
pub struct Permanent {
    /// Its path in the release.
    pub path: String,
    /// The whole file.
    pub html: String,
    /// Whether search engines may list it: not where it names a person, nor
    /// where it is about one whose name is withheld.
    pub listed: bool,
}

/// The path of the page of the record with this id.
pub fn path(id: &str) -> String {
    format!("r/{id}.html")
}

/// The pages of all records, in their order. `explorer` is the stylesheet of
/// the explorer; the pages carry those of its rules that concern them.
pub fn pages(corpus: &Corpus, dataset: &Dataset, explorer: &str) -> Vec<Permanent> {
    let bodies: Vec<String> =
        (0..).zip(&corpus.records).map(|(id, it)| body(corpus, dataset, id, it)).collect();
    let css = minify::style(&[explorer, STYLE].concat());
    let style = bundle::in_style(&rules::matching(&css, &rules::names(&bodies)));
    let pages = corpus.records.iter().zip(&bodies).map(|(record, body)| {
        let listed = record.people.is_empty() && !names_somebody(corpus, body);
        let head = head::html(corpus, record, &style, listed);
        let html = format!(
            "<!doctype html>\n<html lang=\"{}\" dir={}>\n<head>\n{head}</head>\n<body>\n{body}</body>\n</html>\n",
            text::LANGUAGE.tag,
            text::LANGUAGE.direction
        );
        Permanent { path: path(&record.id), html, listed }
    });
    pages.collect()
}

/// Whether a page holds the name of a person, be it only in a link to another
/// record.
fn names_somebody(corpus: &Corpus, body: &str) -> bool {
    let people = corpus.people.iter().filter(|person| !person.withhold);
    let names = people.flat_map(|person| [&person.name, &person.chinese].into_iter().chain(&person.also));
    names.filter(|name| !name.is_empty()).any(|name| body.contains(&escape(name)))
}

fn body(corpus: &Corpus, dataset: &Dataset, id: RecordId, record: &Record) -> String {
    let about = &corpus.about;
    format!(
        "<header class=top><p class=brand><a href=../index.html>{brand}</a></p>\
         <p class=lede>{title}. {horizon} {not_un}</p></header>\n\
         <main><article class=\"record {series}\" id={id}><p class=brand>{series_label}</p><h1>{heading}</h1>\
         {meta}{summary}<p class=explore><a href={explorer}>{explore}</a></p>\
         <p class=counted>{claims} · {shorts}</p>{parts}</article></main>\n\
         <footer><p>{claims_only}</p>{footer}<p class=version>{brand} {version} · {licence}</p></footer>\n",
        brand = escape(&about.name),
        title = escape(&about.title),
        horizon = text::horizon(dataset.horizon),
        not_un = text::NOT_UN,
        series = escape(&record.series),
        id = escape(&record.id),
        series_label = escape(label(&corpus.vocabulary.series, &record.series)),
        heading = spoken(&record.title),
        meta = record::meta(corpus, dataset, id, Stand::Alone),
        summary = record::summary(corpus, record),
        explorer = Stand::Alone.explorer(&record.id),
        explore = text::permanent::EXPLORE,
        claims = record::n_claims(record),
        shorts = record::shorts(corpus, record),
        parts = record::parts(corpus, dataset, id, Stand::Alone),
        claims_only = text::permanent::CLAIMS_ONLY,
        footer = footer(corpus, dataset, record),
        version = escape(&about.version),
        licence = escape(&about.licence),
    )
}

/// How to cite the record, where it is, where it stays as it is now, and whom
/// to tell of an error.
fn footer(corpus: &Corpus, dataset: &Dataset, record: &Record) -> String {
    let about = &corpus.about;
    let mut rows = Vec::new();
    if let Some(url) = about.published(&path(&record.id)) {
        let link = format!("<a href=\"{0}\" rel=\"noopener noreferrer\">{0}</a>", escape(&url));
        rows.push((text::permanent::ADDRESS, link));
    }
    rows.push((
        text::permanent::FROZEN,
        format!(
            "<a href=\"../{}#{}\">{}</a>",
            escape(&frozen(&about.version)),
            escape(&record.id),
            escape(&text::permanent::frozen(&about.version))
        ),
    ));
    let contact = escape(&about.contact);
    rows.push((text::CONTACT, format!("<a href=\"mailto:{contact}\">{contact}</a>")));
    let rows = rows.into_iter().map(|(name, content)| (name.to_string(), content));
    let rows = cite::styles(corpus, dataset, record).into_iter().chain(rows);
    let rows = rows.map(|(name, content)| format!("<dt>{name}<dd>{content}"));
    format!("<dl>{}</dl>", rows.collect::<String>())
}

/// The path at which this version of the explorer stays for ever.
pub fn frozen(version: &str) -> String {
    format!("v/{version}/index.html")
}
