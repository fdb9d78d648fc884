//! The static page: every record with every claim, written before any code
//! runs. Pure functions of the corpus; native only.

pub mod bundle;
pub mod date;
pub mod disagreement;
pub mod facets;
pub mod glossary;
pub mod html;
pub mod method;
pub mod minify;
pub mod page;
pub mod record;
pub mod records;
pub mod release;
pub mod source;
pub mod table;
pub mod weight;

use crate::data::corpus::Corpus;

/// The stylesheet, but for what depends on the vocabulary.
const STYLE: &str = include_str!("site/style.css");

/// The one stylesheet. All series of a group have one colour, which the
/// stylesheet names by the place of the group.
pub fn style(corpus: &Corpus) -> String {
    let vocabulary = &corpus.vocabulary;
    let rules = (1..).zip(&vocabulary.groups).map(|(place, group)| {
        let series = vocabulary.series.iter().filter(|series| series.group == group.id);
        let classes: Vec<String> = series.map(|series| format!(".{}", series.id)).collect();
        format!("{} {{ --s: var(--s{place}, var(--soft)); }}\n", classes.join(", "))
    });
    rules.fold(STYLE.to_string(), |style, rule| style + &rule)
}
