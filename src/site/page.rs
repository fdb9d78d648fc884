//! The whole body of the page as it stands before any code runs.

use crate::data::corpus::{Corpus, Source};
use crate::data::{Dataset, RecordId};
use crate::site::html::{escape, linked, spoken};
use crate::site::{date, record};
use crate::text;
use crate::timeline::pen::TextPen;
use crate::timeline::svg::{self, Texts};
use crate::timeline::{self, Frame, Limits, REFERENCE_WIDTH, View};

/// The body. The app looks for its parts by id: `controls`, `facets`,
/// `timeline`, `overview`.
pub fn body(corpus: &Corpus, dataset: &Dataset) -> String {
    let ids = 0..dataset.records.len() as RecordId;
    let records: String = ids.map(|id| record::article(corpus, dataset, id)).collect();
    let about = &corpus.about;
    format!(
        "<a class=skip href=#records>{skip}</a>\
         <header class=top><p class=brand>{brand}</p><h1>{title}</h1>\
         <p class=lede>{sentence} {horizon} {not_un}</p>\
         <p class=plain data-plain hidden>{plain}</p><noscript><p class=plain>{plain}</p></noscript></header>\
         <div id=controls class=controls></div>\
         <main><section aria-labelledby=timelines class=timelines><div id=tools class=tools><h2 id=timelines>{timelines}</h2></div>\
         <div id=timeline class=timeline data-timeline>{drawing}</div>\
         <div id=overview class=overview data-overview>{overview}</div>{legend}</section>\
         <div class=columns><aside id=facets class=facets aria-label=\"{filters}\"></aside>\
         <section id=records class=records aria-labelledby=records-heading tabindex=-1>\
         <h2 id=records-heading>{records_heading}</h2>\
         <p class=nothing hidden data-nothing>{nothing} {nothing_hint}</p>\n{records}</section></div></main>\
         <footer><section class=about aria-labelledby=about><h2 id=about>{about_heading}</h2>{about}</section>\
         <section class=sources aria-labelledby=sources><h2 id=sources>{sources_heading}</h2><p>{sources_note}</p>{sources}</section>\
         <p class=version>{brand} {version} · {licence}</p></footer>",
        skip = text::SKIP,
        brand = escape(&about.name),
        title = escape(&about.title),
        sentence = escape(&about.sentence),
        horizon = text::horizon(dataset.horizon),
        not_un = text::NOT_UN,
        plain = text::PLAIN,
        timelines = text::TIMELINES,
        drawing = drawing(corpus, dataset),
        overview = overview(dataset),
        legend = legend(),
        filters = text::FILTERS,
        records_heading = text::RECORDS,
        nothing = text::NOTHING,
        nothing_hint = text::NOTHING_HINT,
        about_heading = text::ABOUT,
        about = text::ABOUT_TEXT.map(|paragraph| format!("<p>{paragraph}</p>")).concat(),
        sources_heading = text::SOURCES,
        sources_note = text::SOURCES_NOTE,
        sources = corpus.sources.iter().map(|it| source(corpus, it)).collect::<String>(),
        version = escape(&about.version),
        licence = escape(&about.licence),
    )
}

/// The static drawing of the timelines.
fn drawing(corpus: &Corpus, dataset: &Dataset) -> String {
    let (everything, lanes, view) = whole(dataset);
    let frame = Frame::of_page(Frame::rows_of_page(dataset), REFERENCE_WIDTH);
    let drawing = timeline::layout(dataset, &everything, &lanes, view, &frame);
    let title = |id: RecordId| {
        corpus.records.get(id as usize).map(|record| record.title.clone()).unwrap_or_default()
    };
    let texts = Texts { name: text::DRAWING, mark: &title, cluster: &text::cluster };
    svg::svg(dataset, &drawing, &texts)
}

/// The static drawing of the overview.
fn overview(dataset: &Dataset) -> String {
    let (everything, _, view) = whole(dataset);
    let overview = timeline::overview(dataset, &everything, view, REFERENCE_WIDTH);
    let texts = text::brush(dataset.beginning, dataset.horizon);
    let mut pen = TextPen::default();
    svg::draw_brush(&mut pen, dataset, &overview, &texts);
    pen.finish()
}

/// All records on all lanes over all time, as of the end of knowledge.
fn whole(dataset: &Dataset) -> (Vec<RecordId>, Vec<u16>, View) {
    let limits = Limits::of(dataset);
    let everything = (0..dataset.records.len() as RecordId).collect();
    let lanes = (0..dataset.series.len() as u16).collect();
    (everything, lanes, View { from: limits.from, to: limits.to, as_of: dataset.horizon })
}

/// What the marks of the drawing mean.
fn legend() -> String {
    let entries = text::LEGEND.map(|(class, words)| {
        format!(
            "<li><svg width=28 height=12 aria-hidden=true class=key><rect class={class} x=0 y=2 width=28 height=8 /></svg> {words}"
        )
    });
    format!("<ul class=legend>{}</ul>", entries.concat())
}

fn source(corpus: &Corpus, source: &Source) -> String {
    let kinds = &corpus.vocabulary.kinds;
    let kind = kinds.iter().find(|kind| kind.id == source.kind);
    let kind = kind.map(|kind| kind.label.as_str()).unwrap_or_default();
    let n_claims: usize = corpus
        .records
        .iter()
        .map(|record| record.claims.iter().filter(|claim| claim.source == source.id).count())
        .sum();
    let authors = if source.authors.is_empty() {
        String::new()
    } else {
        format!("{}. ", spoken(&source.authors.join(", ")))
    };
    let address = if source.address.is_empty() { String::new() } else { linked(&source.address) };
    format!(
        "<article class=source id=source-{id}><h3>{short}</h3><p>{authors}<cite>{title}</cite>. {publisher}, {published}. {address}</p>\
         <dl><dt>{kind_heading}<dd>{kind}<dt>{self_heading}<dd>{describes}<dt>{held_heading}<dd>{held}\
         <dt>{examined_heading}<dd>{examined}. {because}<dt>SHA-256<dd><code>{sha256}</code></dl><p>{n_claims} claims</p></article>",
        id = escape(&source.id),
        short = escape(&source.short),
        title = spoken(&source.title),
        publisher = spoken(&source.publisher),
        published = date::html(&source.published),
        kind_heading = text::facet(crate::data::Facet::Kind),
        kind = escape(kind),
        self_heading = text::SELF,
        describes = spoken(&source.describes_itself),
        held_heading = text::HELD,
        held = spoken(&source.held),
        examined_heading = text::EXAMINED,
        examined = date::html(&source.examined),
        because = spoken(&source.examined_because),
        sha256 = escape(&source.sha256),
    )
}
