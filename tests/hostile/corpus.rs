//! A corpus in which every text that somebody writes tries to be something else.

#[path = "../compile/shipped.rs"]
mod shipped;

use standing_invitation::data::compile::compile;
use standing_invitation::data::corpus::{Corpus, Term};

/// What texts try: to be markup, a script, an attribute, an address that runs,
/// the end of what they stand in, a text that reads backwards, a formula.
pub const HOSTILE: &str = concat!(
    "=HYPERLINK(\"https://evil.example/a\",\"x\") </script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)> \" onmouseover=\"alert(1) ' autofocus onfocus='alert(1) ",
    "javascript:alert(1) data:text/html,<script>alert(1)</script> --><svg/onload=alert(1)><!-- ",
    "</style><style>*{display:none}</style></title><base href=//evil.example/> ]]> ",
    "&lt;b&gt; &#60;i&#62; \u{202e}exe.txt\u{202c} \u{2066} \u{fffd} {{7*7}} ${alert(1)} ",
    "https://evil.example/\"onclick=\"alert(1) http://javascript:alert(1)@evil.example/#--><b>",
);

/// Words with as many links and letters.
pub fn harmless() -> String {
    let links = "https://evil.example/a words https://evil.example/b words http://evil.example/c words ";
    let missing = HOSTILE.chars().count() - links.len();
    links.chars().chain(std::iter::repeat_n('w', missing)).collect()
}

const SOURCES: &str = r#"
[[source]]
id = "report-2016"
title = "TEXT"
short = "TEXT"
authors = ["TEXT"]
publisher = "TEXT"
kind = "ngo"
published = "2016-11"
as_of = "2016-11"
examined = "2013/2016"
examined_because = "TEXT"
language = "en"
address = "https://example.org/"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
describes_itself = "TEXT"
held = "TEXT"
[[source]]
id = "paper-2017"
title = "TEXT"
short = "TEXT"
publisher = "TEXT"
kind = "government"
published = "2017~"
as_of = "2017"
examined = "2012/2017"
examined_because = "TEXT"
language = "en"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
describes_itself = "TEXT"
held = "TEXT"
"#;

const PEOPLE: &str = r#"
[[person]]
id = "person-one"
name = "Somebody"
reason = "TEXT"
harm = "TEXT"
last_known = "TEXT"
as_of = "2016-11"
"#;

const VISITS: &str = r#"
[[record]]
id = "visit-water"
title = "TEXT"
label = "TEXT"
summary = "TEXT"
terms = { bodies = ["ie-foreign-debt"], themes = ["development"], places = ["xinjiang"] }
parties = [{ role = "requested-by", who = "ie-foreign-debt" }]
people = ["person-one"]
documents = ["TEXT"]
also = ["TEXT"]
  [[record.claim]]
  key = "a"
  source = "report-2016"
  at = { note = 41, nth = 2, row = "TEXT", anchor = "three of words" }
  cites = ["TEXT", "TEXT"]
  speaker = "TEXT"
  says = "TEXT"
  values = { number = "TEXT", scope = "TEXT" }
  printed = "TEXT"
  note = "TEXT"
  [[record.claim]]
  key = "b"
  source = "paper-2017"
  at = { section = "TEXT", page = 7, anchor = "three other words" }
  as_of = "2015"
  says = "TEXT"
  [[record.step]]
  act = "request"
  date = "2010-03/.."
  article = "TEXT"
  note = "TEXT"
  claims = ["a", "b"]
  [[record.link]]
  type = "follows"
  to = "visit-air"

[[record]]
id = "visit-air"
title = "TEXT"
label = "TEXT"
terms = { bodies = [], themes = ["development"], places = [] }
  [[record.claim]]
  key = "a"
  source = "report-2016"
  at = { section = "TEXT", anchor = "three words more" }
  says = "TEXT"
  [[record.step]]
  act = "request"
  claims = ["a"]
"#;

const DISAGREEMENTS: &str = r#"
[[disagreement]]
id = "differ-water"
title = "TEXT"
type = "fact"
about = "TEXT"
sides = [
  { holds = "TEXT", claims = ["visit-water#a"] },
  { holds = "TEXT", claims = ["visit-water#b"] },
]
"#;

/// The corpus in which this stands in place of every text. It does not go
/// through the reader of the authored files, which would refuse much of it.
pub fn corpus(text: &str) -> Corpus {
    let files = shipped::with(&[
        ("disagreements.toml", DISAGREEMENTS),
        ("people.toml", PEOPLE),
        ("sources.toml", SOURCES),
        ("visits.toml", VISITS),
    ]);
    let mut corpus = compile(&files).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    let about = &mut corpus.about;
    for it in [&mut about.name, &mut about.title, &mut about.sentence, &mut about.licence, &mut about.contact]
    {
        *it = "TEXT".to_string();
    }
    about.address = "https://example.org/a/".to_string();
    for person in &mut corpus.people {
        person.name = "TEXT".to_string();
        person.chinese = "TEXT".to_string();
        person.also = vec!["TEXT".to_string()];
    }
    let lists = &mut corpus.vocabulary;
    for list in [
        &mut lists.groups,
        &mut lists.series,
        &mut lists.states,
        &mut lists.acts,
        &mut lists.roles,
        &mut lists.bodies,
        &mut lists.actors,
        &mut lists.themes,
        &mut lists.places,
        &mut lists.kinds,
        &mut lists.links,
        &mut lists.conflicts,
    ] {
        list.iter_mut().for_each(of_term);
    }
    for finding in &mut lists.findings {
        finding.label = "TEXT".to_string();
        finding.definition = "TEXT".to_string();
    }
    lists.promises.iter_mut().for_each(|promise| promise.label = "TEXT".to_string());
    lists.spellings = vec![vec!["TEXT".to_string(), "another spelling".to_string()]];
    for claim in corpus.records.iter_mut().flat_map(|record| &mut record.claims) {
        claim.at.anchor = "TEXT".to_string();
    }
    replaced(&corpus, text)
}

/// The corpus with another text wherever it says `TEXT`, and only that.
fn replaced(corpus: &Corpus, text: &str) -> Corpus {
    // In this format every text stands behind its length.
    let bytes = postcard::to_allocvec(corpus).expect("bytes");
    let before = postcard::to_allocvec("TEXT").expect("bytes");
    let after = postcard::to_allocvec(text).expect("bytes");
    let mut replaced = Vec::new();
    let mut rest = bytes.as_slice();
    while let Some((first, others)) = rest.split_first() {
        if rest.starts_with(&before) {
            replaced.extend(&after);
            rest = &rest[before.len()..];
        } else {
            replaced.push(*first);
            rest = others;
        }
    }
    postcard::from_bytes(&replaced).expect("the same corpus with another text")
}

fn of_term(term: &mut Term) {
    term.label = "TEXT".to_string();
    term.definition = "TEXT".to_string();
    term.also = vec!["TEXT".to_string()];
    if !term.inverse.is_empty() {
        term.inverse = "TEXT".to_string();
    }
}
