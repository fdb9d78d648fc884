//! The whole body of the page as it stands before any code runs, in two parts:
//! the app stands between them, so that it can start before the second is here.

use crate::data::corpus::slim::DIFFERS;
use crate::data::corpus::{Corpus, Record, label};
use crate::data::{Dataset, Facet, RecordId, Step, ValueId};
use crate::html::{escape, spoken};
use crate::query::{View, as_of};
use crate::site::facets::facets;
use crate::site::table::table;
use crate::site::{disagreement, method, practice, record, source, summary, take};
use crate::text;
use crate::timeline::svg::{self, Texts};
use crate::timeline::{self, Frame, Limits, REFERENCE_WIDTH};

/// The body, as HTML. The app looks for its parts by id: `controls`, `chips`,
/// `facets`, `timeline`, `overview`, and the views by their keys.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// What the app needs to start: the controls, the drawing, the filters.
    pub above: String,
    /// All texts, which it waits for before it searches and hides any.
    pub below: String,
}

impl Body {
    /// All of it.
    pub fn whole(&self) -> String {
        [self.above.as_str(), &self.below].concat()
    }
}

/// Writes the body.
pub fn body(corpus: &Corpus, dataset: &Dataset) -> Body {
    Body { above: above(corpus, dataset), below: below(corpus, dataset) }
}

fn above(corpus: &Corpus, dataset: &Dataset) -> String {
    let about = &corpus.about;
    format!(
        "<a class=skip href=#records>{skip}</a>\
         <header class=top><p class=brand>{brand}</p><select class=\"live look\" data-look autocomplete=off aria-label=\"{look}\">{looks}</select><h1>{title}</h1>\
         <p class=lede>{sentence} {horizon} {not_un}</p>\
         <p class=plain data-plain hidden>{plain}</p><noscript><p class=plain>{plain}</p></noscript></header>\
         {controls}{summary}{views}{keys}\
         <main><section aria-labelledby=timelines class=timelines>{tools}\
         <div id=timeline class=timeline data-timeline><div data-static aria-hidden=true>{drawing}</div></div>\
         <div id=overview class=overview data-overview></div>{legend}</section>\
         <div class=columns><aside id=facets class=\"facets live\" popover aria-label=\"{filters}\">{facets}\
         <p class=sheet><button type=button popovertarget=facets popovertargetaction=hide data-sheet>{show}</button></p></aside>{names}",
        skip = text::SKIP,
        brand = escape(&about.name),
        look = text::LOOK,
        looks = text::LOOKS.map(|(key, words)| format!("<option value=\"{key}\">{words}")).concat(),
        title = escape(&about.title),
        sentence = escape(&about.sentence),
        horizon = text::horizon(dataset.horizon),
        not_un = text::NOT_UN,
        plain = text::PLAIN,
        controls = controls(corpus, dataset),
        summary = summary::html(corpus, dataset),
        views = views(corpus),
        keys = keys(),
        tools = tools(),
        drawing = drawing(dataset),
        legend = legend(),
        filters = text::FILTERS,
        facets = facets(corpus, dataset),
        show = text::facets::show(dataset.records.len() as u32),
        names = names(dataset),
    )
}

/// What the app calls records and disagreements before it has their texts. They
/// are written as the many links to them are, which packs best; a sign before a
/// short name stands before its link.
fn names(dataset: &Dataset) -> String {
    let link = |id: &str, label: &str| {
        let (sign, label) = label.split_at(if label.starts_with(DIFFERS) { DIFFERS.len() } else { 0 });
        format!("<br>{sign}<a href=#{}>{}</a>", escape(id), spoken(label))
    };
    let records = dataset.records.iter().map(|it| link(&it.id, &it.label));
    let disagreements = dataset.disagreements.iter().map(|it| link(&it.id, ""));
    format!("<div id=names hidden>{}</div>", records.chain(disagreements).collect::<String>())
}

fn below(corpus: &Corpus, dataset: &Dataset) -> String {
    let about = &corpus.about;
    format!(
        "<div data-below>\
         <section id=records class=records data-view aria-labelledby=records-heading tabindex=-1>\
         <h2 id=records-heading>{records_heading}</h2>\
         {nothing}\n{records}\
         <button type=button class=live data-more hidden>{more}</button></section>\
         <section id=table class=live data-view aria-labelledby=table-heading tabindex=-1>\
         <h2 id=table-heading>{table_heading}</h2>\
         {nothing}{table}</section>\
         <section id=practice data-view aria-labelledby=practice-heading tabindex=-1>\
         <h2 id=practice-heading>{practice_heading}</h2>\
         <p class=nothing hidden data-nothing>{nothing_promised} {nothing_hint}</p>{practice}</section>\
         <section id=disagreements data-view aria-labelledby=disagreements-heading tabindex=-1>\
         <h2 id=disagreements-heading>{disagreements_heading}</h2><p>{disagreements_note}</p>\
         <p class=nothing hidden data-nothing>{nothing_differs} {nothing_hint}</p>{disagreements}</section>\
         <section id=sources data-view aria-labelledby=sources-heading tabindex=-1>\
         <h2 id=sources-heading>{sources_heading}</h2><p>{sources_note}</p>{sources}{coverage}</section>\
         <section id=method data-view aria-labelledby=method-heading tabindex=-1>\
         <h2 id=method-heading>{method_heading}</h2>{method}</section></div></div></main>{take}\
         <footer><section class=about aria-labelledby=about><h2 id=about>{about_heading}</h2>{about}{save}</section>\
         <p class=version>{brand} {version} · {licence}<span class=framed> · {horizon} \
         <a href=\"\" data-full target=_blank rel=noopener>{full}</a></span></p></footer>",
        brand = escape(&about.name),
        records_heading = text::RECORDS,
        nothing = nothing(),
        records = records(corpus, dataset),
        more = text::MORE,
        table = table(),
        nothing_hint = text::NOTHING_HINT,
        nothing_differs = text::NOTHING_DIFFERS,
        table_heading = text::TABLE,
        practice_heading = text::PRACTICE,
        nothing_promised = text::practice::NOTHING,
        practice = practice::html(corpus),
        take = take::dialog(corpus),
        save = take::save(corpus),
        about_heading = text::ABOUT,
        about = text::ABOUT_TEXT.map(|paragraph| format!("<p>{paragraph}</p>")).concat(),
        disagreements_heading = text::DISAGREEMENTS,
        disagreements_note = text::DISAGREEMENTS_NOTE,
        disagreements =
            corpus.disagreements.iter().map(|it| disagreement::article(corpus, it)).collect::<String>(),
        sources_heading = text::SOURCES,
        sources_note = text::SOURCES_NOTE,
        sources = corpus.sources.iter().map(|it| source::article(corpus, it)).collect::<String>(),
        coverage = source::coverage(corpus),
        method_heading = text::METHOD,
        method = method::html(corpus, dataset),
        version = escape(&about.version),
        licence = escape(&about.licence),
        horizon = text::horizon(dataset.horizon),
        full = text::embed::FULL_PAGE,
    )
}

/// Where no record matches. The app adds what to leave out.
fn nothing() -> String {
    format!("<div class=nothing hidden data-nothing><p>{} {}</p></div>", text::NOTHING, text::NOTHING_HINT)
}

/// All keys, opened by one of them or by a button.
fn keys() -> String {
    let mut rows = String::new();
    for (place, key, does) in text::keys::KEYS {
        let place = if place.is_empty() {
            String::new()
        } else {
            format!("<tr><th scope=rowgroup colspan=2>{place}")
        };
        rows.push_str(&format!("{place}<tr><th scope=row>{}<td>{does}", escape(key)));
    }
    format!(
        "<dialog id=keys aria-labelledby=keys-heading><button type=button data-close>{}</button>\
         <h2 id=keys-heading>{}</h2><table>{rows}</table>\
         <label class=check><input type=checkbox data-single checked autocomplete=off>{}</label></dialog>",
        text::keys::CLOSE,
        text::keys::KEYS_HEADING,
        text::keys::SINGLE_KEYS,
    )
}

/// How many records with a date stand in a group at most.
const TOGETHER: usize = 8;

/// All records in groups, which the app hides as one: those with dates a few at a
/// time, those without any by series and body, with a heading.
fn records(corpus: &Corpus, dataset: &Dataset) -> String {
    let named = (0..).zip(&dataset.records).map(|(id, record)| {
        let is_dated = record.steps.iter().any(Step::is_dated);
        let of = corpus.records.get(id as usize).filter(|_| !is_dated).map(|it| undated(corpus, it));
        (of.unwrap_or_default(), record::article(corpus, dataset, id))
    });
    let named: Vec<(String, String)> = named.collect();
    let mut html = String::new();
    for group in named.chunk_by(|(of, _), (next, _)| of == next) {
        let articles = |group: &[(String, String)]| {
            group.iter().map(|(_, article)| article.as_str()).collect::<String>()
        };
        match group.first() {
            Some((of, _)) if !of.is_empty() => {
                html += &format!("<section class=group><h3>{of}</h3>\n{}</section>", articles(group));
            }
            _ => {
                let together = group.chunks(TOGETHER);
                html.extend(together.map(|group| format!("<div class=group>{}</div>", articles(group))));
            }
        }
    }
    html
}

/// What a group of records without dates is called.
fn undated(corpus: &Corpus, record: &Record) -> String {
    let series = label(&corpus.vocabulary.series, &record.series);
    let body = record.bodies.first().map(|body| label(&corpus.vocabulary.bodies, body));
    let parts = [Some(text::UNDATED_STRIP), Some(series), body];
    parts.into_iter().flatten().map(escape).collect::<Vec<_>>().join(" · ")
}

/// Search, the as-of day, and the line that says what is shown. Like all that
/// only works with code, it keeps its room but is not seen until the app runs.
fn controls(corpus: &Corpus, dataset: &Dataset) -> String {
    format!(
        "<div id=controls class=\"controls live\" role=search><div class=bar>\
         <div class=search><label>{search}<input type=search placeholder=\"{hint}\" autocomplete=off spellcheck=false \
         data-spellings=\"{spellings}\"></label></div>\
         <div class=as-of><label>{as_of}<input type=date data-asof min={beginning} value={horizon}></label>\
         <button type=button data-years=-1 aria-label=\"{year_back}\">{back}</button>\
         <button type=button data-years=1 aria-label=\"{year_on}\">{on}</button>\
         <button type=button data-act=latest disabled>{latest}</button></div>\
         <input type=range data-month aria-label=\"{by_month}\" min=0 max={months} value={months} aria-valuetext=\"{last}\"></div>\
         <div class=shown><p role=status><strong data-count={n_records}>{shown}</strong><span data-possible></span> <span data-instead></span><span data-unknown></span></p><p class=framed></p>\
         <span id=chips class=chips role=group aria-label=\"{chosen}\"></span>\
         <label class=check hidden><input type=checkbox data-certain>{certain}</label>\
         <button type=button class=sheet popovertarget=facets>{filters}</button>\
         <button type=button class=clear data-clear hidden>{clear}</button>\
         <button type=button class=clear data-take>{take}<span class=wide>{take_more}</span></button></div></div>",
        search = text::SEARCH,
        hint = text::SEARCH_HINT,
        spellings = escape(&corpus.spellings()),
        as_of = text::AS_OF,
        beginning = dataset.beginning.iso(),
        horizon = dataset.horizon.iso(),
        latest = text::AS_OF_RESET,
        back = text::YEAR_BACK_SHORT,
        on = text::YEAR_ON_SHORT,
        year_back = text::YEAR_BACK,
        year_on = text::YEAR_ON,
        by_month = text::AS_OF_BY_MONTH,
        months = as_of::months(dataset),
        last = text::last_day(dataset.horizon),
        n_records = dataset.records.len(),
        shown = text::shown(dataset.records.len() as u32, dataset.records.len()),
        certain = text::CERTAIN_ONLY,
        chosen = text::CHOSEN,
        filters = text::FILTERS,
        clear = text::CLEAR,
        take = text::excerpt::TAKE,
        take_more = text::excerpt::TAKE_MORE,
    )
}

/// What a view is called.
fn name(view: View) -> &'static str {
    match view {
        View::Records => text::RECORDS,
        View::Table => text::TABLE,
        View::Practice => text::PRACTICE,
        View::Disagreements => text::DISAGREEMENTS,
        View::Sources => text::SOURCES,
        View::Method => text::METHOD,
    }
}

/// Links to what stands below the timelines. The app shows one at a time.
fn views(corpus: &Corpus) -> String {
    let links = View::ALL.map(|view| {
        let promised = corpus.vocabulary.promises.iter().flat_map(|it| corpus.promised(it));
        let count = match view {
            View::Records => Some(corpus.records.len()),
            View::Disagreements => Some(corpus.disagreements.len()),
            View::Practice => Some(promised.count()),
            View::Table | View::Sources | View::Method => None,
        };
        let count = count
            .map(|count| format!(" <span class=n>{}</span>", text::number(count as u32)))
            .unwrap_or_default();
        // The app makes the table; without it there is nothing to show.
        let live = if view == View::Table { " class=live" } else { "" };
        format!("<a href=#{}{live}>{}{count}</a>", view.key(), name(view))
    });
    format!("<nav class=views aria-label=\"{}\">{}</nav>", text::VIEWS, links.concat())
}

/// The heading of the timelines and the buttons that zoom and pan them.
fn tools() -> String {
    let buttons = [
        ("zoom-in", "+", text::ZOOM_IN),
        ("zoom-out", "−", text::ZOOM_OUT),
        ("earlier", "←", text::EARLIER),
        ("later", "→", text::LATER),
    ];
    let buttons = buttons.map(|(act, sign, label)| {
        format!("<button type=button data-act={act} aria-label=\"{label}\">{sign}</button>")
    });
    let lanes =
        Facet::ALL.map(|facet| format!("<option value={}>{}</option>", facet.key(), text::facet(facet)));
    format!(
        "<div class=tools><h2 id=timelines>{}</h2><span class=live>\
         <label>{} <select data-lanes>{}</select></label> <span class=hint>{}</span> {}\
         <button type=button data-act=whole>{}</button> <button type=button data-keys>{}</button></span></div>",
        text::TIMELINES,
        text::LANES,
        lanes.concat(),
        text::ZOOM_HINT,
        buttons.concat(),
        text::WHOLE,
        text::keys::KEYS_HEADING,
    )
}

/// The static drawing of the timelines. It is a picture for those who see it:
/// most of its marks have no name, and the list says the same in words.
fn drawing(dataset: &Dataset) -> String {
    let (everything, lanes, view) = whole(dataset);
    let frame = Frame::of_page(&Frame::rows_of_page(dataset, &lanes), REFERENCE_WIDTH);
    let drawing = timeline::layout(dataset, &everything, &lanes, view, &frame);
    let texts = Texts { name: text::DRAWING, live: None };
    svg::svg(dataset, &drawing, &texts)
}

/// All records on all lanes over all time, as of the end of knowledge.
fn whole(dataset: &Dataset) -> (Vec<RecordId>, Vec<ValueId>, timeline::View) {
    let limits = Limits::of(dataset);
    let everything = (0..dataset.records.len() as RecordId).collect();
    let lanes = dataset.series.iter().map(|series| series.value).collect();
    (everything, lanes, timeline::View { from: limits.from, to: limits.to, as_of: dataset.horizon })
}

/// What the marks of the drawing mean.
fn legend() -> String {
    let entries = text::LEGEND.map(|(class, words)| {
        let shape = match class {
            "point" => "<circle class=point cx=14 cy=6 r=4 />".to_string(),
            _ => format!("<rect class={class} y=2 width=28 height=8 />"),
        };
        format!("<li><svg width=28 height=12 aria-hidden=true class=key>{shape}</svg> {words}")
    });
    format!("<ul class=legend>{}<li>{}</ul>", entries.concat(), text::LEGEND_DIFFER)
}
