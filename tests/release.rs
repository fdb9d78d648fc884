//! The files of a release besides the explorer: a page for every record, the
//! sitemap, the picture, the version that stays, and the checksums.

#[path = "compile/shipped.rs"]
mod shipped;

use std::sync::LazyLock;

use expect_test::{expect, expect_file};
use roxmltree::Document;
use serde_json::Value;
use standing_invitation::checksum::sha256;
use standing_invitation::data::compile::{compile, folder};
use standing_invitation::data::corpus::{Claim, Corpus};
use standing_invitation::html::{escape, spoken};
use standing_invitation::site::release::{Release, release};
use standing_invitation::text;

const GLUE: &str = "b=new URL(document.currentScript.src,location.href).toString();";
/// A module with one function that does nothing.
const WASM: &[u8] = b"\0asm\x01\0\0\0\x0a\x04\x01\x02\0\x0b";

const SOURCES: &str = r#"
[[source]]
id = "report-2016"
title = "A report"
short = "Report 2016"
authors = ["Ana Nováková"]
publisher = "An organisation"
kind = "ngo"
published = "2016-11"
as_of = "2016-11"
examined = "2013/2016"
examined_because = "It says so."
language = "en"
address = "https://example.org/report?a=1&b=2"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
describes_itself = "An organisation."
held = "All of it."
[[source]]
id = "paper-2017"
title = "A paper"
short = "Paper 2017"
publisher = "A government"
kind = "government"
published = "2017~"
as_of = "2017"
examined = "2012/2017"
examined_because = "It says so."
language = "en"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
describes_itself = "A government."
held = "All of it."
"#;

const PEOPLE: &str = r#"
[[person]]
id = "person-one"
name = "Jane Example"
chinese = "例子"
also = ["J. Example"]
reason = "Named in the report."
harm = "None that the report does not do."
last_known = "Nothing."
as_of = "2016-11"
"#;

const VISITS: &str = r#"
[[record]]
id = "visit-water"
title = 'Visit on water: <b>asked for</b> & "answered"'
label = "Water"
summary = "Asked for, and </script><script>alert(1)</script><!-- answered."
terms = { bodies = ["ie-foreign-debt"], themes = ["development"], places = [] }
documents = ["A/1, https://un.org/a?b=1&c=2"]
  [[record.claim]]
  key = "a"
  source = "report-2016"
  at = { note = 41, nth = 2, anchor = 'four <i>words</i> of "it"' }
  cites = ["A/1, para. 2"]
  speaker = "a spokesperson"
  says = 'Lists the "request" </script>.'
  [[record.claim]]
  key = "b"
  source = "paper-2017"
  at = { section = "Visits & <talks>", page = 7, anchor = "three more words" }
  says = "Counts it."
  [[record.step]]
  act = "request"
  date = "2010-03/.."
  claims = ["a", "b"]

[[record]]
id = "visit-air"
title = "Visit on air"
label = "Air"
terms = { bodies = ["ie-foreign-debt"], themes = ["development"], places = [] }
  [[record.claim]]
  key = "a"
  source = "report-2016"
  at = { section = "Visits", anchor = "three words more" }
  says = "Names no day."
  [[record.step]]
  act = "request"
  claims = ["a"]
  [[record.link]]
  type = "follows"
  to = "visit-person"

[[record]]
id = "visit-person"
title = "Visit that {person-one} asked for"
label = "{person-one}"
terms = { bodies = ["ie-foreign-debt"], themes = ["development"], places = [] }
people = ["person-one"]
  [[record.claim]]
  key = "a"
  source = "report-2016"
  at = { section = "Visits", anchor = "three other words" }
  says = "Tells of {person-one}."
  [[record.step]]
  act = "request"
  claims = ["a"]
"#;

const DISAGREEMENTS: &str = r#"
[[disagreement]]
id = "differ-water"
title = "Whether it was asked for"
type = "fact"
about = "One has it and the other counts it."
sides = [
  { holds = "It was", claims = ["visit-water#a"] },
  { holds = "It was counted", claims = ["visit-water#b"] },
]
"#;

/// The fixture, at this address or at none.
fn corpus(address: &str, people: &str) -> Corpus {
    let mut files = shipped::with(&[
        ("disagreements.toml", DISAGREEMENTS),
        ("people.toml", people),
        ("sources.toml", SOURCES),
        ("visits.toml", VISITS),
    ]);
    let dataset = files.iter_mut().find(|(name, _)| name == "data/dataset.toml");
    let (_, dataset) = dataset.expect("a shipped file");
    if !address.is_empty() {
        dataset.push_str(&format!("address = \"{address}\"\n"));
    }
    compile(&files).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

/// The release of the shipped data, which takes a moment.
static SHIPPED: LazyLock<(Corpus, Release)> = LazyLock::new(|| {
    let corpus = Corpus::embedded();
    let release = released(&corpus);
    (corpus, release)
});

fn released(corpus: &Corpus) -> Release {
    release(corpus, GLUE, WASM).expect("a release")
}

fn small(address: &str) -> Release {
    released(&corpus(address, PEOPLE))
}

fn bytes<'a>(release: &'a Release, path: &str) -> Option<&'a [u8]> {
    release.files.iter().find(|(name, _)| name == path).map(|(_, content)| content.as_slice())
}

fn file<'a>(release: &'a Release, path: &str) -> &'a str {
    let content = bytes(release, path).unwrap_or_else(|| panic!("the release holds {path}"));
    std::str::from_utf8(content).expect("a text")
}

fn page<'a>(release: &'a Release, id: &str) -> &'a str {
    file(release, &format!("r/{id}.html"))
}

fn linked_data(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("a block of data");
    let (data, _) = rest.split_once("</script>").expect("its end");
    serde_json::from_str(data).expect("JSON")
}

/// The page without its style, a line for each tag of the head.
fn unstyled(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").expect("a style");
    let (_, after) = rest.split_once("</style>").expect("its end");
    let (before, policy) = before.split_once("'sha256-").expect("a hash");
    let (_, policy) = policy.split_once('\'').expect("its end");
    let after =
        after.replace("<p", "\n<p").replace("<div", "\n<div").replace("<d", "\n<d").replace("<l", "\n<l");
    format!("{before}'…'{policy}<style>…</style>{after}").replace("\n\n", "\n")
}

#[test]
fn the_page_of_a_record_is_complete() {
    let release = small("https://example.org/a/");
    expect_file!["snapshots/record.html"].assert_eq(&unstyled(page(&release, "visit-water")));
}

#[test]
fn every_record_has_a_page_with_every_claim_and_where_it_is() {
    let (corpus, release) = &*SHIPPED;
    assert_eq!(release.permanent.len(), corpus.records.len());
    for record in &corpus.records {
        let page = page(release, &record.id);
        assert!(page.contains(&format!("<h1>{}</h1>", spoken(&record.title))), "{}", record.id);
        assert!(
            page.contains(&format!("../index.html#{}>", record.id)),
            "{} leads into the explorer",
            record.id
        );
        assert!(!page.contains("<script>") && !page.contains(" style="), "{}", record.id);
        let data = linked_data(page);
        assert_eq!(data["name"], record.title.as_str());
        assert_eq!(data["hasPart"].as_array().map(Vec::len), Some(record.claims.len()));
        for (claim, said) in record.claims.iter().zip(data["hasPart"].as_array().into_iter().flatten()) {
            assert!(page.contains(&spoken(&claim.says)), "{}: {}", record.id, claim.says);
            let place = format!("<q>{}</q>", spoken(&claim.at.anchor));
            assert!(page.contains(&place), "{}: {place}", record.id);
            is_attributed(corpus, claim, said);
        }
    }
}

/// A claim in linked data is its source's, with its passage, and is no fact.
fn is_attributed(corpus: &Corpus, claim: &Claim, said: &Value) {
    let source = corpus.source(&claim.source).expect("a source");
    assert_eq!(said["@type"], "Claim");
    assert_eq!(said["author"]["name"], source.publisher.as_str());
    let appearance = &said["appearance"];
    assert_eq!(appearance["isPartOf"]["name"], source.title.as_str());
    assert!(
        appearance["description"].as_str().is_some_and(|it| it.contains(&claim.at.anchor)),
        "{appearance}"
    );
    assert!(said["abstract"].as_str().is_some_and(|it| it.contains(&claim.says)), "{said}");
}

#[test]
fn every_link_within_the_release_leads_somewhere() {
    let (_, release) = &*SHIPPED;
    let explorer = file(release, "index.html");
    let mut seen = 0;
    for permanent in &release.permanent {
        for link in permanent.html.split("<a ").skip(1) {
            let (_, link) = link.split_once("href=").expect("an address");
            let link = link.split(['>', ' ']).next().unwrap_or_default().trim_matches('"');
            if link.contains(':') {
                continue;
            }
            seen += 1;
            let (path, id) = link.split_once('#').unwrap_or((link, ""));
            let (target, is_explorer) = match path.strip_prefix("../") {
                Some(path) => (file(release, path), true),
                None if path.is_empty() => (permanent.html.as_str(), false),
                None => (file(release, &format!("r/{path}")), false),
            };
            let target = if is_explorer { explorer } else { target };
            let there =
                id.is_empty() || [' ', '>'].iter().any(|end| target.contains(&format!(" id={id}{end}")));
            assert!(there, "{}: {link}", permanent.path);
        }
    }
    assert!(seen > 3000, "{seen} links");
}

#[test]
fn links_out_tell_no_referrer_and_pages_ask_for_nothing() {
    let (_, release) = &*SHIPPED;
    for page in &release.permanent {
        let html = &page.html;
        assert!(html.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "{}", page.path);
        assert!(html.contains("content=\"default-src 'none'; style-src 'sha256-"), "{}", page.path);
        assert!(html.contains("<link rel=\"icon\" href=\"data:,\">"), "{}", page.path);
        for out in html.split("<a href=\"http").skip(1) {
            let tag = out.split('>').next().unwrap_or_default();
            assert!(tag.ends_with("\" rel=\"noopener noreferrer\""), "{}: {tag}", page.path);
        }
        for asks in ["<img", "<iframe", "<form", "url(", "@import", "<base", " src="] {
            let (before, body) = html.split_once("<body>").expect("a body");
            let (_, style) = before.split_once("<style>").expect("a style");
            let (style, _) = style.split_once("</style>").expect("its end");
            assert!(!body.contains(asks) && !style.contains(asks), "{}: {asks}", page.path);
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    let release = small("");
    let page = page(&release, "visit-water");
    assert_eq!(page.matches("<script").count(), 1, "only the block of data");
    assert_eq!(page.matches("</script").count(), 1);
    assert!(!page.contains("<!--") && !page.contains("<b>asked") && !page.contains("<i>"));
    let data = linked_data(page);
    assert_eq!(data["abstract"], "Asked for, and </script><script>alert(1)</script><!-- answered.");
    assert_eq!(data["hasPart"][1]["appearance"]["pagination"], "7");
}

#[test]
fn pages_about_or_naming_a_person_are_not_listed() {
    let listed = |release: &Release| {
        let listed = release.permanent.iter().filter(|page| page.listed);
        listed.map(|page| page.path.clone()).collect::<Vec<_>>()
    };
    let release = small("");
    // That on air leads to a record whose name is that of the person.
    assert_eq!(listed(&release), ["r/visit-water.html"]);
    for page in &release.permanent {
        let told = page.html.contains("<meta name=\"robots\" content=\"noindex\">");
        assert_eq!(told, !page.listed, "{}", page.path);
    }
    // A withheld person leaves no name, but the record is still about somebody.
    let withheld = PEOPLE.replace("as_of =", "withhold = true\nas_of =");
    let release = released(&corpus("https://example.org/a/", &withheld));
    assert_eq!(listed(&release), ["r/visit-water.html", "r/visit-air.html"]);
    for (path, content) in &release.files {
        let content = String::from_utf8_lossy(content);
        for name in ["Jane", "例子", "J. Example"] {
            assert!(!content.contains(name), "{path} holds {name}");
        }
    }
}

/// A page says how to cite its record in three styles, the document that its first
/// claim is from before all else.
#[test]
fn every_record_says_how_it_is_cited() {
    let (corpus, release) = &*SHIPPED;
    for (record, page) in corpus.records.iter().zip(&release.permanent) {
        let source = record.claims.first().and_then(|claim| corpus.source(&claim.source)).expect("a source");
        let author = source.authors.first().unwrap_or(&source.publisher);
        for style in ["UN style", "Chicago note", "OSCOLA footnote"] {
            let cited = page.html.split(&format!("<dt>To cite, {style}<dd>")).nth(1).expect("a citation");
            let cited = cited.split("<dt>").next().unwrap_or_default();
            assert!(cited.starts_with(&escape(author)), "{}: {cited}", page.path);
            let names = [escape(&source.title), escape(&corpus.about.name), page.path.clone()];
            for name in names.iter().chain([&corpus.about.version]) {
                assert!(cited.contains(name.as_str()), "{}: {cited}", page.path);
            }
        }
    }
    let page = |id: &str| {
        let page = release.permanent.iter().find(|page| page.path == format!("r/{id}.html"));
        page.map(|page| page.html.as_str()).unwrap_or_default()
    };
    let cited = page("visit-judges-lawyers").split("<dt>To cite, OSCOLA footnote<dd>").nth(1);
    let cited = cited.and_then(|it| it.split("<dt>").next()).unwrap_or_default();
    expect!["Human Rights in China, <em>The China Challenge to International Human Rights: What's at Stake? A China UPR Mid-Term Progress Assessment</em> (November 2016) n 41, entry 9, citing “View Country visits of Special Procedures of the Human Rights Council since 1998,” http://spinternet.ohchr.org/_Layouts/SpecialProceduresInternet/ViewCountryVisits.aspx?Lang=en, in ‘Special Rapporteur on judges and lawyers: visit requested in 2011’ (<em>Standing Invitation</em>, version 0.1.0, records to November 2022) &lt;…/r/visit-judges-lawyers.html&gt;."].assert_eq(cited);
}

#[test]
fn of_the_shipped_records_those_on_people_are_not_listed() {
    let (corpus, release) = &*SHIPPED;
    for (record, page) in corpus.records.iter().zip(&release.permanent) {
        let named = corpus.people.iter().any(|person| page.html.contains(&escape(&person.name)));
        assert_eq!(page.listed, record.people.is_empty() && !named, "{}", page.path);
    }
    assert!(release.permanent.iter().any(|page| !page.listed));
}

#[test]
fn whole_addresses_are_there_only_where_one_is_known() {
    let release = small("");
    assert_eq!(bytes(&release, "sitemap.xml"), None);
    for page in &release.permanent {
        for tag in ["rel=\"canonical\"", "og:url", "og:image", "twitter:card", "\"@id\""] {
            assert!(!page.html.contains(tag), "{}: {tag}", page.path);
        }
        assert!(page.html.contains("og:title") && page.html.contains("og:description"), "{}", page.path);
    }
    assert!(!release.page.html.contains("property=\"og:"));
    let release = small("https://example.org/a/");
    for tag in [
        "<link rel=\"canonical\" href=\"https://example.org/a/\">",
        "<meta property=\"og:type\" content=\"website\">",
        "<meta property=\"og:image\" content=\"https://example.org/a/share.png\">",
    ] {
        assert!(release.page.html.contains(tag), "{tag}");
    }
    let page = page(&release, "visit-water");
    for tag in [
        "<link rel=\"canonical\" href=\"https://example.org/a/r/visit-water.html\">",
        "<meta property=\"og:url\" content=\"https://example.org/a/r/visit-water.html\">",
        "<meta property=\"og:image\" content=\"https://example.org/a/share.png\">",
    ] {
        assert!(page.contains(tag), "{tag}");
    }
    assert_eq!(
        linked_data(page)["hasPart"][1]["@id"],
        "https://example.org/a/r/visit-water.html#visit-water.b"
    );
}

#[test]
fn the_sitemap_lists_the_explorer_and_the_pages_that_may_be_listed() {
    let release = small("https://example.org/a&b/");
    let sitemap = Document::parse(file(&release, "sitemap.xml")).expect("XML");
    assert_eq!(
        sitemap.root_element().tag_name().namespace(),
        Some("http://www.sitemaps.org/schemas/sitemap/0.9")
    );
    let places = sitemap.descendants().filter(|node| node.has_tag_name("loc")).filter_map(|node| node.text());
    let places: Vec<&str> = places.collect();
    assert_eq!(places, ["https://example.org/a&b/", "https://example.org/a&b/r/visit-water.html"]);
}

#[test]
fn an_address_that_is_none_is_refused() {
    let files = |address: &str| {
        let mut files = folder::read("data".as_ref()).expect("the data");
        let (_, dataset) = files.iter_mut().find(|(name, _)| name == "data/dataset.toml").expect("the whole");
        *dataset = format!("address = \"{address}\"\n{dataset}");
        files
    };
    for wrong in ["example.org/", "https://example.org", "https://example.org/?a/", "javascript:x/"] {
        let mistakes = compile(&files(wrong)).expect_err(wrong);
        assert_eq!(mistakes.len(), 1, "{wrong}");
        expect![[r#"data/dataset.toml:1: this is not where a release can be: write the address of its folder, such as "https://example.org/china/""#]]
            .assert_eq(&mistakes[0].to_string());
    }
    assert!(compile(&files("https://example.org/")).is_ok());
}

#[test]
fn the_version_stays_as_it_is_and_every_file_has_its_checksum() {
    let (corpus, release) = &*SHIPPED;
    let frozen = format!("v/{}/index.html", corpus.about.version);
    assert_eq!(bytes(release, &frozen), bytes(release, "index.html"));
    let sums: Vec<&str> = file(release, "SHA256SUMS").lines().collect();
    let files = release.files.iter().filter(|(name, _)| name != "SHA256SUMS");
    let expected: Vec<String> = files.map(|(name, content)| format!("{}  {name}", sha256(content))).collect();
    assert_eq!(sums, expected);
}

#[test]
fn the_picture_has_the_size_that_pages_tell() {
    let release = small("https://example.org/a/");
    let picture = bytes(&release, "share.png").expect("a picture");
    assert_eq!(picture.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    let number = |at: usize| picture[at..at + 4].iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
    let page = page(&release, "visit-water");
    for (name, value) in [("width", number(16)), ("height", number(20))] {
        let tag = format!("<meta property=\"og:image:{name}\" content=\"{value}\">");
        assert!(page.contains(&tag), "{tag}");
    }
    assert!(page.contains(text::permanent::PICTURE));
}
