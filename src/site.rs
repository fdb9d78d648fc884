//! The static page: every record with every claim, written before any code
//! runs. Pure functions of the corpus; native only.

pub mod bundle;
pub mod cite;
pub mod date;
pub mod disagreement;
pub mod embed;
pub mod facets;
pub mod glossary;
pub mod head;
pub mod linked_data;
pub mod method;
pub mod minify;
pub mod page;
pub mod permanent;
pub mod practice;
pub mod record;
pub mod records;
pub mod release;
pub mod rules;
pub mod share;
pub mod sitemap;
pub mod source;
pub mod stand;
pub mod streams;
pub mod summary;
pub mod table;
pub mod take;
pub mod weight;

use crate::data::corpus::Corpus;

/// The stylesheet, but for what depends on the vocabulary.
const STYLE: &str = include_str!("../public/style.css");

/// The one stylesheet. All series of a group have one colour, which the
/// stylesheet names by the place of the group. In the drawing it is the colour of
/// the text: a name of its own, with another value for each mark, would make the
/// browser work out the style of each part anew.
pub fn style(corpus: &Corpus) -> String {
    coloured(corpus) + &schemes() + &later(corpus)
}

/// What a frame of a site says of light and dark: the colours of the dark, where
/// it asks for them, are those that readers get who have asked for them.
fn schemes() -> String {
    let dark = STYLE.split_once("[data-scheme=light]) {").and_then(|(_, rest)| rest.split_once('}'));
    let dark = dark.map(|(colours, _)| colours).unwrap_or_default();
    format!(
        ":root[data-scheme=light] {{ color-scheme: light; }}\n:root[data-scheme=dark] {{ color-scheme: dark;{dark}}}\n"
    )
}

/// The stylesheet without what only an as-of day or a frame of a site needs.
fn coloured(corpus: &Corpus) -> String {
    let vocabulary = &corpus.vocabulary;
    let rules = (1..).zip(&vocabulary.groups).map(|(place, group)| {
        let series = vocabulary.series.iter().filter(|series| series.group == group.id);
        let series: Vec<&str> = series.map(|series| series.id.as_str()).collect();
        let all =
            |before: &str| series.iter().map(|id| format!("{before}.{id}")).collect::<Vec<_>>().join(", ");
        let colour = format!("var(--s{place}, var(--soft))");
        format!("{} {{ --s: {colour}; }}\n{} {{ color: {colour}; }}\n", all("article"), all("svg "))
    });
    rules.fold(STYLE.to_string(), |style, rule| style + &rule)
}

/// What is later than the as-of day is greyed and says so. The app names the
/// sources that had not spoken on the root; what has a day of its own it marks.
fn later(corpus: &Corpus) -> String {
    let named = |parts: &str, end: &str| {
        let of = |id: &str| parts.replace("ID", id);
        let sources = corpus.sources.iter();
        let sources = sources.map(|it| format!("[data-unwritten~=\"{}\"] {}{end}", it.id, of(&it.id)));
        sources.collect::<Vec<_>>().join(", ")
    };
    format!(
        "[data-later], {all} {{ --ink: var(--later); --soft: var(--later); --link: var(--later); --s: var(--later); color: var(--later); }}\n\
         .claim[data-later] h5::after, .steps [data-later]::after, .promise [data-later]::after, {claims}, {sources} {{ content: \" · {words}\"; font: italic 400 .8125rem var(--sans); }}\n",
        all = [named(".ID", ""), named("#source-ID", "")].join(", "),
        claims = named(".claim.ID h5", "::after"),
        sources = named("#source-ID h3", "::after"),
        words = crate::text::IS_LATER,
    )
}
