//! What readers take away, form by form, from one excerpt.

use std::collections::HashMap;

use expect_test::expect;
use serde_json::Value;
use standing_invitation::data::Day;
use standing_invitation::excerpt::{
    About, Entry, Excerpt, Form, Said, Site, Work, article, citation, csv, json, package, reference,
};

/// Two records, one of them with everything that could go wrong in a file.
fn excerpt() -> Excerpt {
    Excerpt {
        about: About {
            name: "Standing Invitation".into(),
            version: "0.1.0".into(),
            licence: "CC BY 4.0".into(),
            horizon: "2022-11-30".into(),
            title: "China & the UN".into(),
            asked: "Visits · 2005 – 2016".into(),
            count: "2 of 577 records".into(),
            address: "https://example.org/china/#series=visits&from=2005".into(),
        },
        horizon: Day::new(2022, 11, 30),
        records: vec![
            (
                Entry {
                    record: "visit-health".into(),
                    address: "https://example.org/china/r/visit-health.html".into(),
                    title: "Special Rapporteur on health: request of 2006".into(),
                    series: "Visits".into(),
                    stages: "2006/..: Request | 2008: Reminder".into(),
                    years: "2006–2008".into(),
                    status: "Requested, no answer as last reported, November 2016".into(),
                    summary: String::new(),
                },
                vec![Said {
                    source: "hric-2016".into(),
                    by: "HRIC 2016".into(),
                    says: "Lists a request of 2006 and a reminder of 2008 as pending.".into(),
                    at: "note 41, entry 13".into(),
                    as_of: "November 2016".into(),
                    rests_on: "OHCHR, “View Country visits,” http://www.ohchr.org/visits?a=1&b=2".into(),
                }],
            ),
            (
                Entry {
                    record: "law-charity".into(),
                    address: "https://example.org/china/r/law-charity.html".into(),
                    title: "Charity Law (慈善法), \"so called\" <b>".into(),
                    series: "Laws".into(),
                    stages: "[2004-01-01..2006-12-31]: Adoption".into(),
                    years: "2004–2006".into(),
                    status: "In force".into(),
                    summary: "=1+1".into(),
                },
                vec![
                    Said {
                        source: "whitepaper-2017".into(),
                        by: "White Paper 2017".into(),
                        says: "-2, \"as told\"\nin two lines".into(),
                        at: "“III. {Law} & 100 %_#$~^\\”".into(),
                        as_of: "2017".into(),
                        rests_on: String::new(),
                    },
                    Said {
                        source: "hric-2016".into(),
                        by: "HRIC 2016".into(),
                        says: "Says otherwise.".into(),
                        at: "note 7 (counted)".into(),
                        as_of: "November 2016".into(),
                        rests_on: String::new(),
                    },
                ],
            ),
        ],
        sources: vec![
            Work {
                source: "hric-2016".into(),
                authors: String::new(),
                title: "Promises & Practice".into(),
                publisher: "Human Rights in China".into(),
                published: "November 2016".into(),
                address: "https://www.hrichina.org/x_y".into(),
            },
            Work {
                source: "whitepaper-2017".into(),
                authors: "State Council Information Office".into(),
                title: "New Progress".into(),
                publisher: "Foreign Languages Press".into(),
                published: "15 December 2017".into(),
                address: String::new(),
            },
        ],
    }
}

/// The first record alone.
fn one() -> Excerpt {
    let mut one = excerpt();
    one.records.truncate(1);
    one
}

#[test]
fn an_article_is_plain_html() {
    expect![[r##"
        <h2>China &amp; the UN</h2>
        <p>2 of 577 records: Visits · 2005 – 2016. The sources know nothing after November 2022.</p>
        <h3>Special Rapporteur on health: request of 2006</h3>
    "##]]
    .assert_eq(
        &article::html(&excerpt()).lines().take(3).map(|line| line.to_string() + "\n").collect::<String>(),
    );
    expect_test::expect_file!["snapshots/article.html"].assert_eq(&article::html(&excerpt()));
}

/// Each element and attribute of an article is one that WordPress leaves alone,
/// in the spelling that it would give it.
#[test]
fn wordpress_leaves_an_article_as_it_is() {
    let allowed: HashMap<&str, Vec<&str>> = include_str!("excerpt/wordpress.txt")
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(element, attributes)| (element, attributes.split_whitespace().collect()))
        .collect();
    let html = article::html(&excerpt());
    let mut seen = 0;
    for tag in html.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').expect("every tag ends");
        assert!(!text.contains(['"', '>']), "{text}");
        if let Some(element) = tag.strip_prefix('/') {
            assert!(allowed.contains_key(element), "{tag}");
            continue;
        }
        let (element, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let known = allowed.get(element).unwrap_or_else(|| panic!("{tag}"));
        while !attributes.is_empty() {
            let (name, rest) = attributes.split_once("=\"").expect("a value in quotation marks");
            let (value, rest) = rest.split_once('"').expect("the end of the value");
            assert!(known.contains(&name) || allowed["*"].contains(&name), "{tag}");
            assert!(
                !value.contains('<')
                    && (name != "href" || value.starts_with("https://") || value.starts_with("http://"))
            );
            attributes = rest.trim_start();
            seen += 1;
        }
    }
    assert!(seen > 5, "there were links");
}

/// As the United Nations Editorial Manual, the Chicago Manual of Style (notes)
/// and OSCOLA would have it, written by hand.
#[test]
fn citations_name_the_publisher_and_the_primary_document_first() {
    let cited = |excerpt: &Excerpt, style| citation::html(excerpt, style);
    expect![[r##"<p>Human Rights in China, <em>Promises &amp; Practice</em>, November 2016, note 41, entry 13, citing OHCHR, “View Country visits,” http://www.ohchr.org/visits?a=1&amp;b=2; in <em>Standing Invitation</em>, “Special Rapporteur on health: request of 2006”, version 0.1.0, records to November 2022. Available at <a href="https://example.org/china/r/visit-health.html">https://example.org/china/r/visit-health.html</a>.</p>"##]]
    .assert_eq(&cited(&one(), Form::Un));
    expect![[r##"<p>Human Rights in China, <em>Promises &amp; Practice</em> (November 2016), n. 41, entry 13, citing OHCHR, “View Country visits,” http://www.ohchr.org/visits?a=1&amp;b=2, in “Special Rapporteur on health: request of 2006,” <em>Standing Invitation</em>, version 0.1.0, records to November 2022, <a href="https://example.org/china/r/visit-health.html">https://example.org/china/r/visit-health.html</a>.</p>"##]]
    .assert_eq(&cited(&one(), Form::Chicago));
    expect![[r##"<p>Human Rights in China, <em>Promises &amp; Practice</em> (November 2016) n 41, entry 13, citing OHCHR, “View Country visits,” http://www.ohchr.org/visits?a=1&amp;b=2, in ‘Special Rapporteur on health: request of 2006’ (<em>Standing Invitation</em>, version 0.1.0, records to November 2022) &lt;<a href="https://example.org/china/r/visit-health.html">https://example.org/china/r/visit-health.html</a>&gt;.</p>"##]]
    .assert_eq(&cited(&one(), Form::Oscola));
    expect![[r##"<p><em>Standing Invitation</em>, “China &amp; the UN: Visits · 2005 – 2016 (2 of 577 records)”, version 0.1.0, records to November 2022. Available at <a href="https://example.org/china/#series=visits&amp;from=2005">https://example.org/china/#series=visits&amp;from=2005</a>.</p>"##]]
    .assert_eq(&cited(&excerpt(), Form::Un));
}

#[test]
fn a_table_is_read_again_as_it_was() {
    let text = csv::text(&excerpt());
    let text = text.strip_prefix('\u{feff}').expect("the mark that spreadsheets look for");
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let columns = [Entry::NAMES, Said::NAMES, &About::NAMES[..4]].concat();
    assert_eq!(reader.headers().map(|it| it.iter().collect::<Vec<_>>()).ok().as_deref(), Some(&columns[..]));
    let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 3, "one for each claim");
    assert_eq!(&rows[0][4], "2006/..: Request | 2008: Reminder");
    assert_eq!(&rows[1][1], "Charity Law (慈善法), \"so called\" <b>");
    // What a spreadsheet would compute stands behind an apostrophe.
    assert_eq!(&rows[1][11], "'-2, \"as told\"\nin two lines");
    for row in &rows {
        assert_eq!((&row[15], &row[17]), ("0.1.0", "2022-11-30"));
        assert!(row[7].starts_with("https://example.org/china/r/"));
    }
}

/// The zip file is read by a program of others in `scripts/judge`.
#[test]
fn a_data_package_says_what_it_holds() {
    let files = package::files(&excerpt());
    let content = |name: &str| {
        files.iter().find(|(it, _)| *it == name).map(|(_, text)| text.as_str()).unwrap_or_default()
    };
    expect![[r##"
        # China & the UN

        2 of 577 records: Visits · 2005 – 2016. The sources know nothing after November 2022.

        claims.csv has a row for each claim: who says what of a record, and where. datapackage.json says what each column means. references.bib has the records and the documents that they rest on. Claims are told in our own words; nothing is stated as a fact. To cite:

        Standing Invitation, “China & the UN: Visits · 2005 – 2016 (2 of 577 records)”, version 0.1.0, records to November 2022. Available at https://example.org/china/#series=visits&from=2005.

        CC BY 4.0
    "##]]
    .assert_eq(content("README.md"));
    let descriptor = read(content("datapackage.json"));
    let fields = descriptor["resources"][0]["schema"]["fields"].as_array().expect("a list");
    let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
    let table = content("claims.csv").trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    assert_eq!(names.join(","), table, "a field for each column");
    let zip = package::zip(&files);
    assert!(zip.starts_with(b"PK\x03\x04") && zip.ends_with(&[0, 0]));
    assert_eq!(zip, package::zip(&package::files(&excerpt())), "the same records are the same file");
}

#[test]
fn references_for_bibtex() {
    expect_test::expect_file!["snapshots/references.bib"]
        .assert_eq(&reference::text(&excerpt(), Form::Bibtex));
}

#[test]
fn references_in_ris() {
    let text = reference::text(&excerpt(), Form::Ris);
    assert!(text.lines().filter(|line| !line.is_empty()).all(|line| line.get(2..6) == Some("  - ")));
    expect_test::expect_file!["snapshots/references.ris"].assert_eq(&text.replace("\r\n", "\n"));
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn references_for_csl_and_everything_for_programs() {
    let excerpt = excerpt();
    let items = read(&reference::text(&excerpt, Form::Csl));
    let ids: Vec<&Value> = items.as_array().expect("a list").iter().map(|item| &item["id"]).collect();
    assert_eq!(ids, ["hric-2016", "whitepaper-2017", "visit-health", "law-charity"]);
    assert_eq!(items[0]["issued"]["date-parts"][0][0], 2016);
    assert_eq!(items[2]["container-title"], "China & the UN");
    expect![[r#""Requested, no answer as last reported, November 2016. HRIC 2016, note 41, entry 13, citing OHCHR, “View Country visits,” http://www.ohchr.org/visits?a=1&b=2""#]]
        .assert_eq(&items[2]["note"].to_string());
    let all = read(&json::text(&excerpt));
    assert_eq!(all["horizon"], "2022-11-30");
    assert_eq!(all["records"][1]["claims"][0]["says"], "-2, \"as told\"\nin two lines");
}

#[test]
fn addresses_of_a_site() {
    for (page, folder) in [
        ("https://example.org/china/index.html#series=visits", "https://example.org/china/"),
        ("https://example.org/china/", "https://example.org/china/"),
        ("https://example.org/china/v/0.1.0/index.html", "https://example.org/china/"),
        ("https://example.org/v/china/a/index.html", "https://example.org/v/china/a/"),
        ("", ""),
    ] {
        assert_eq!(Site::folder_of(page), folder, "{page}");
    }
    let live = Site { folder: "https://example.org/china/".into(), frozen: String::new() };
    let kept = Site { frozen: "0.1.0".into(), ..live.clone() };
    assert_eq!(live.explorer("series=visits"), "https://example.org/china/#series=visits");
    assert_eq!(live.record("visit-health"), "https://example.org/china/r/visit-health.html");
    assert_eq!(kept.record("visit-health"), "https://example.org/china/v/0.1.0/index.html#visit-health");
    expect![[r##"
        <script src="https://example.org/china/embed.js" async></script>
        <standing-invitation q="a &quot;b&quot;" series="visits" version="0.1.0"><a href="https://example.org/china/v/0.1.0/index.html#q=a+%22b%22&amp;series=visits">Visits &amp; more</a></standing-invitation>"##]]
    .assert_eq(&kept.element("q=a+%22b%22&series=visits", "Visits & more"));
    assert!(live.element("visit-health", "").contains("<standing-invitation record=\"visit-health\">"));
    assert!(live.frame("visit-health", "x").contains("#embed=1&amp;record=visit-health\" title=\"x\""));
    assert!(live.frame("", "x").contains("china/#embed=1\""));
    assert!(live.frame("series=visits", "x").contains("#embed=1&amp;series=visits\""));
}
