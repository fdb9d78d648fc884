//! The facets of the static page: how each is read, and what its values mean.

use expect_test::expect;
use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::{Dataset, Facet};
use standing_invitation::site::facets::facets;
use standing_invitation::site::glossary::glossary;

/// The part of a page between two texts.
fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("{start} is there"));
    rest.split_once(end).unwrap_or_else(|| panic!("{end} follows")).0
}

/// The app finds what a value means by its place.
#[test]
fn every_value_has_a_meaning_in_its_place() {
    let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
    let html = glossary(&corpus, &dataset);
    for facet in Facet::ALL {
        let list = between(&html, &format!("<dl id=words-{}>", facet.key()), "</dl>");
        let entries: Vec<(&str, &str)> =
            list.split("<dt>").skip(1).map(|it| it.split_once("<dd>").expect("a meaning")).collect();
        let mut of_page = Vec::new();
        for (place, (_, value)) in dataset.values_of(facet).enumerate() {
            let place = if facet == Facet::Status { place.div_ceil(3) } else { place };
            let (label, meaning) = entries[place];
            let full = corpus.label(value).replace('&', "&amp;");
            assert!(full.starts_with(label), "{} is `{full}`, not `{label}`", value.key);
            assert!(!meaning.is_empty(), "`{label}` means something");
            of_page.push(label);
        }
        assert_eq!(entries.last().map(|it| it.0), of_page.last().copied(), "{}", facet.key());
    }
}

/// Long facets can be searched, short ones need no field; no record can have
/// all of two series.
#[test]
fn each_facet_says_how_it_is_read() {
    let html = facets(&Corpus::embedded(), &Dataset::embedded());
    let row = |facet: Facet| {
        let name = standing_invitation::text::facet(facet);
        let how = between(&html, &format!("<summary>{name}</summary>"), "<ul");
        let yes = |has: bool| if has { "yes" } else { "no" };
        format!(
            "{}: find {}, all {}",
            facet.key(),
            yes(how.contains("data-find")),
            yes(how.contains("value=all"))
        )
    };
    expect![[r#"
        series: find yes, all no
        status: find yes, all no
        body: find yes, all yes
        actor: find yes, all yes
        theme: find yes, all yes
        place: find yes, all yes
        source: find no, all yes
        kind: find no, all yes
        disagreement: find no, all yes"#]]
    .assert_eq(&Facet::ALL.map(row).join("\n"));
}

/// What is not stated stands behind all that is.
#[test]
fn not_stated_stands_last() {
    let dataset = Dataset::embedded();
    let mut seen = 0;
    for facet in Facet::ALL {
        let keys: Vec<&str> = dataset.values_of(facet).map(|(_, value)| value.key.as_str()).collect();
        if let Some(place) = keys.iter().position(|key| *key == standing_invitation::data::NOT_STATED) {
            assert_eq!(place, keys.len() - 1, "{}", facet.key());
            seen += 1;
        }
    }
    assert_eq!(seen, 5);
}
