//! A record in the words of schema.org, for search engines and archives.
//!
//! A record is a work of ours that gathers claims, and each claim is its
//! source's, read by us: nothing is given as an event or a fact.

use serde_json::{Map, Value, json};

use crate::data::corpus::{Claim, Corpus, Record, Source, days, label};
use crate::site::{head, permanent, record};
use crate::text;

/// The record as a block of data, which browsers do not run.
pub fn html(corpus: &Corpus, record: &Record) -> String {
    format!("<script type=\"application/ld+json\">{}</script>\n", in_data(&work(corpus, record)))
}

/// JSON that cannot end the `<script>` it stands in, nor open another.
fn in_data(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// What a claim says in our words, and whose words its source reports.
pub fn says(claim: &Claim) -> String {
    if claim.speaker.is_empty() {
        return claim.says.clone();
    }
    text::permanent::said(&[text::AS_REPORTED_BY, &claim.speaker].join(" "), &claim.says)
}

fn work(corpus: &Corpus, record: &Record) -> Value {
    let about = &corpus.about;
    let url = about.published(&permanent::path(&record.id));
    let themes = record.themes.iter().map(|theme| label(&corpus.vocabulary.themes, theme));
    let years = days(&record.steps).map(|it| (it.earliest.year(), it.latest.year()));
    let covered = years.map(|(from, to)| if from == to { from.to_string() } else { format!("{from}/{to}") });
    object([
        ("@context", json!("https://schema.org")),
        ("@type", json!("CreativeWork")),
        ("@id", json!(url)),
        ("url", json!(url)),
        ("name", json!(record.title)),
        ("abstract", json!(head::description(corpus, record))),
        ("inLanguage", json!(text::LANGUAGE.tag)),
        ("version", json!(about.version)),
        ("license", json!({ "@type": "CreativeWork", "name": about.licence })),
        ("temporalCoverage", json!(covered)),
        ("keywords", json!(themes.collect::<Vec<_>>())),
        (
            "isPartOf",
            object([
                ("@type", json!("Dataset")),
                ("name", json!(about.title)),
                ("description", json!(about.sentence)),
                ("version", json!(about.version)),
                ("url", json!(about.published(""))),
            ]),
        ),
        ("hasPart", record.claims.iter().map(|it| claim(corpus, record, it, url.as_deref())).collect()),
    ])
}

/// The claim of a source: who makes it, who read it, and where it stands.
fn claim(corpus: &Corpus, of: &Record, claim: &Claim, url: Option<&str>) -> Value {
    let source = corpus.source(&claim.source);
    let place = record::passage(&claim.at, str::to_string);
    object([
        ("@type", json!("Claim")),
        ("@id", json!(url.map(|url| format!("{url}#{}", of.anchor(claim))))),
        ("abstract", json!(says(claim))),
        ("author", source.map(publisher).unwrap_or_default()),
        ("claimInterpreter", json!({ "@type": "Project", "name": corpus.about.name })),
        (
            "appearance",
            object([
                ("@type", json!("CreativeWork")),
                ("description", json!(text::permanent::passage(&place, text::FIND, &claim.at.anchor))),
                ("pagination", json!(claim.at.page.map(|page| page.to_string()))),
                ("isPartOf", source.map(document).unwrap_or_default()),
            ]),
        ),
        ("citation", json!(claim.cites)),
    ])
}

fn publisher(source: &Source) -> Value {
    json!({ "@type": "Organization", "name": source.publisher })
}

fn document(source: &Source) -> Value {
    let is_date = source.published.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    object([
        ("@type", json!("CreativeWork")),
        ("name", json!(source.title)),
        ("creditText", json!(source.authors.join(", "))),
        ("publisher", publisher(source)),
        ("datePublished", json!(is_date.then_some(&source.published))),
        ("inLanguage", json!(source.language)),
        ("url", json!(source.address)),
        ("archivedAt", json!(source.archived)),
    ])
}

/// An object without what nobody knows.
fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let is_known = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    let known = fields.into_iter().filter(|(_, value)| is_known(value));
    Value::Object(known.map(|(name, value)| (name.to_string(), value)).collect::<Map<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_element() {
        let hostile = json!({ "name": "</script><script>x</script><!-- \u{2028}" });
        let text = in_data(&hostile);
        assert!(!text.contains('<'), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(hostile));
    }
}
