//! What the documents say is checked: every key of the address, every contract
//! of the page, every field of the data.

use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::{Dataset, Facet};
use standing_invitation::query::url;
use standing_invitation::site::{embed, page, records};
use standing_invitation::text;

fn read(path: &str) -> String {
    std::fs::read_to_string(path).expect("a document of the project")
}

#[test]
fn every_key_of_the_address_is_described_with_an_example_that_works() {
    let document = read("docs/url.md");
    let dataset = Dataset::embedded();
    let keys = url::KEYS.into_iter().chain(Facet::ALL.map(Facet::key));
    for key in keys {
        let row = document.lines().find(|line| line.starts_with(&format!("| `{key}` |")));
        let row = row.unwrap_or_else(|| panic!("docs/url.md describes `{key}`"));
        let example = row.rsplit('`').nth(1).expect("an example");
        // Some say nothing without others.
        let beside = match key {
            "certain" => "from=2005",
            "title" => "embed=1",
            "paper" => "embed=1&ink=333",
            "ink" => "embed=1&paper=fdf6e3",
            "accent" => "embed=1&paper=fdf6e3&ink=333",
            _ => "",
        };
        let query = url::parse(&dataset, &format!("{beside}&{example}"));
        assert_ne!(query, url::parse(&dataset, &format!("{beside}&")), "{example}");
        assert_eq!(url::parse(&dataset, &url::write(&dataset, &query)), query, "{example}");
    }
}

#[test]
fn the_contract_of_the_page_stands_in_the_page() {
    let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
    let body = page::body(&corpus, &dataset).whole();
    let document = read("docs/page.md");
    for promised in [
        "data-record",
        "data-count",
        "data-facet",
        "data-value",
        "type=search",
        "data-asof",
        "data-lanes",
        "data-clear",
        "data-timeline",
        "data-act=zoom-in",
        "data-act=zoom-out",
        "data-act=earlier",
        "data-act=later",
        "data-act=whole",
        "data-overview",
        "data-view",
        "data-nothing",
        "data-spellings",
        "data-instead",
        "data-unknown",
        "data-mode",
        "data-order",
        "data-define",
        "data-find",
        "data-sort=title",
        "data-column=series",
        "data-more",
        "data-keys",
        "data-close",
        "data-single",
        "data-full",
    ] {
        assert!(body.contains(promised), "the page holds {promised}");
        let name = promised.split('=').next().unwrap_or_default();
        assert!(document.contains(name), "docs/page.md describes {name}");
    }
}

/// The script of embeds takes every key as an attribute, and its document says so.
#[test]
fn the_document_of_embeds_names_every_attribute_and_message() {
    let document = read("docs/embed.md");
    let script = embed::js(&Corpus::embedded());
    let keys = url::KEYS.into_iter().filter(|key| *key != "chosen").chain(Facet::ALL.map(Facet::key));
    for name in keys.chain(["height", "version", "src", "count", "of", "shows", "show"]) {
        let is_named =
            [format!("`{name}`"), format!("`{name}=\""), format!("\"{name}\""), format!("{name}=1")];
        assert!(is_named.iter().any(|it| document.contains(it)), "docs/embed.md describes {name}");
    }
    for told in [
        "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals",
        "\"shows\"",
        "\"show\"",
        "no-referrer",
    ] {
        assert!(script.contains(told) && document.contains(told), "{told}");
    }
    assert!(!document.contains("allow-same-origin\""), "no example has it");
}

/// The page lists its keys from the catalogue of words; the document says the same.
#[test]
fn the_keys_of_the_document_are_those_of_the_page() {
    let document = read("docs/page.md");
    let (_, keys) = document.split_once("## Keys").expect("a chapter on keys");
    let rows = keys.lines().filter(|line| line.starts_with('|')).skip(2);
    let rows: Vec<String> = rows.map(|row| row.replace('`', "")).collect();
    let row = |(place, key, does): (&str, &str, &str)| match place {
        "" => format!("| | {key} | {does} |"),
        place => format!("| {place} | {key} | {does} |"),
    };
    assert_eq!(rows, text::keys::KEYS.map(row));
    let body = page::body(&Corpus::embedded(), &Dataset::embedded()).whole();
    for (_, key, does) in text::keys::KEYS {
        assert!(body.contains(&format!("{key}<td>{does}")), "the page lists {key}");
    }
}

#[test]
fn every_field_of_the_records_file_is_described() {
    let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
    let file: serde_json::Value = serde_json::from_str(&records::json(&corpus, &dataset)).expect("JSON");
    let document = read("docs/records.md");
    let mut missing = Vec::new();
    let mut seen = 0;
    let mut rest = vec![&file];
    while let Some(value) = rest.pop() {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    seen += 1;
                    if !document.contains(&format!("`{name}`")) && !missing.contains(name) {
                        missing.push(name.clone());
                    }
                    rest.push(value);
                }
            }
            serde_json::Value::Array(items) => rest.extend(items),
            _ => {}
        }
    }
    assert!(seen > 1000, "the file is not empty");
    assert!(missing.is_empty(), "docs/records.md does not describe {missing:?}");
    assert_eq!(file["records"].as_array().map(Vec::len), Some(dataset.records.len()));
}

#[test]
fn every_series_has_a_worked_example() {
    let document = read("docs/data.md");
    for series in &Corpus::embedded().vocabulary.series {
        assert!(
            document.contains(&format!("**{}", series.label.split(' ').next().unwrap_or_default())),
            "{}",
            series.id
        );
    }
}

#[test]
fn the_readme_counts_right() {
    let corpus = Corpus::embedded();
    let claims: usize = corpus.records.iter().map(|record| record.claims.len()).sum();
    let counted = format!("{} records with {claims} claims", corpus.records.len());
    assert!(read("README.md").contains(&counted), "README.md says {counted}");
    let changes = read("CHANGELOG.md");
    for series in &corpus.vocabulary.series {
        let records = corpus.records.iter().filter(|record| record.series == series.id);
        let claims: usize = records.clone().map(|record| record.claims.len()).sum();
        let counted = format!("{} ({}", series.id, records.count());
        assert!(changes.contains(&counted) && changes.contains(&claims.to_string()), "{counted}, {claims}");
    }
}

/// The document of accessibility leaves out no criterion of WCAG 2.2 at A and AA,
/// and each test that it names is there.
#[test]
fn the_document_of_accessibility_has_every_criterion_and_names_tests_that_are_there() {
    let document = read("docs/accessibility.md");
    let of = |chapter: &str, numbers: &[u32]| -> Vec<String> {
        numbers.iter().map(|number| format!("{chapter}.{number}")).collect()
    };
    let criteria = [
        of("1.1", &[1]),
        of("1.2", &[1, 2, 3, 4, 5]),
        of("1.3", &[1, 2, 3, 4, 5]),
        of("1.4", &[1, 2, 3, 4, 5, 10, 11, 12, 13]),
        of("2.1", &[1, 2, 4]),
        of("2.2", &[1, 2]),
        of("2.3", &[1]),
        of("2.4", &[1, 2, 3, 4, 5, 6, 7, 11]),
        of("2.5", &[1, 2, 3, 4, 7, 8]),
        of("3.1", &[1, 2]),
        of("3.2", &[1, 2, 3, 4, 6]),
        of("3.3", &[1, 2, 3, 4, 7, 8]),
        of("4.1", &[2, 3]),
    ];
    let rows = document.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next());
    let rows: Vec<&str> = rows.filter(|it| it.starts_with(|letter: char| letter.is_ascii_digit())).collect();
    assert_eq!(rows, criteria.concat());

    let mut named = 0;
    for test in document.split('`').skip(1).step_by(2).filter(|it| it.contains("::")) {
        if let Some((file, name)) = test.split_once("::").filter(|it| *it != ("reach", "name")) {
            named += 1;
            let tests = read(&format!("tests/browser/{file}.rs"));
            assert!(tests.contains(&format!("\nfn {name}() {{")), "{test}");
        }
    }
    assert!(named > 20, "{named}");
}
