//! The Data Package of a small corpus, as text that people can read.

use std::fmt::Write;

use expect_test::{expect, expect_file};
use serde_json::Value;
use standing_invitation::data::compile::compile;
use standing_invitation::data::corpus::Corpus;
use standing_invitation::export::column::{Column, list, text};
use standing_invitation::export::package::{self, File};
use standing_invitation::export::table::{Head, Table};

const DATASET: &str = r#"
name = "A small corpus"
title = "Visits"
sentence = "What two reports say."
state = "A state"
version = "0.1.0"
licence = "CC BY 4.0"
contact = "mailto:readers@example.org"
"#;

const SOURCES: &str = r#"
[[source]]
id = "report-2016"
title = 'A report, with a comma and a "quotation"'
short = "Report 2016"
authors = ["Ana Nováková", "An organisation"]
publisher = "An organisation"
kind = "ngo"
published = "2016-11"
as_of = "2016-11"
examined = "2013/2016"
examined_because = "It says so."
language = "en"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
describes_itself = "An organisation."
held = "All of it: one bar | and no more."
[[source]]
id = "paper-2017"
title = "A paper"
short = "Paper 2017"
publisher = "A government"
kind = "ngo"
published = "2017"
as_of = "2017"
examined = "2012/2017"
examined_because = "It says so."
language = "en"
address = "https://example.org/paper"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
describes_itself = "A government."
held = "All of it."
"#;

const PEOPLE: &str = r#"
[[person]]
id = "person-one"
name = "Jane Example"
chinese = "例子"
also = ["J. Example", "Janie"]
reason = "Named in the report."
harm = "None that the report does not do."
last_known = "Nothing."
as_of = "2016-11"
[[person]]
id = "person-two"
name = "John Sample"
also = ["J. Sample"]
reason = "Named in the paper."
harm = "It may be done."
last_known = "In a place."
as_of = "2017"
withhold = true
"#;

const VISITS: &str = r#"
[[record]]
id = "visit-water"
title = "Visit asked for, and its “answer”"
label = "Water"
summary = "{person-one} and {person-two} asked for a visit."
terms = { bodies = ["ie-water"], themes = ["rights", "water"], places = ["north"] }
parties = [{ role = "asking", who = "ie-water" }, { role = "asked", who = "government" }]
people = ["person-one", "person-two"]
documents = ["A/1", "A/2"]
also = ["agua"]
  [[record.claim]]
  key = "a"
  source = "report-2016"
  at = { note = 41, nth = 2, counted = true, anchor = "four words of it" }
  cites = ["A/1, para. 2", "A letter, 1 May 2010"]
  speaker = "a spokesperson"
  says = 'Lists the "request", and the visit.'
  values = { number = "3", unit = "letters" }
  printed = "vist"
  note = "A misprint."
  [[record.claim]]
  key = "b"
  source = "paper-2017"
  at = { section = "Visits", row = "One", page = 7, anchor = "three more words" }
  as_of = "2015"
  says = "Counts it."
  [[record.step]]
  act = "letter"
  claims = ["b"]
  [[record.step]]
  act = "request"
  date = "2010-03/2011"
  claims = ["a", "b"]
  [[record.step]]
  act = "request"
  date = "2012~/"
  article = "Article 2"
  claims = ["a"]
  [[record.step]]
  act = "request"
  date = "2013/2020"
  basis = "inferred"
  note = "From the letter."
  claims = ["a"]
  [[record.step]]
  act = "letter"
  date = "2014-05-01"
  claims = ["a"]
  [[record.step]]
  act = "request"
  date = "2015/.."
  claims = ["a"]
  [[record.link]]
  type = "follows"
  to = "visit-air"

[[record]]
id = "visit-air"
title = '=HYPERLINK("https://example.org")'
label = "Air"
terms = { themes = ["water"] }
  [[record.claim]]
  key = "a"
  source = "report-2016"
  at = { section = "Visits", anchor = "three words more" }
  says = "Names no day."
  [[record.step]]
  act = "request"
  claims = ["a"]
"#;

const DISAGREEMENTS: &str = r#"
[[disagreement]]
id = "differ-water"
title = "Whether it was asked for"
type = "fact"
about = "One passage has it and the others do not."
sides = [
  { holds = "It was", claims = ["visit-water#a", "visit-air#a"] },
  { holds = "It was not", claims = ["visit-water#b"] },
  { holds = "Does not mention it", silent = "paper-2017" },
]
"#;

const VOCABULARIES: &str = r#"
group = [{ id = "all", label = "All" }]
series = [{ id = "visits", label = "Visits", definition = "Visits.", group = "all" }]
state = [
  { id = "asked", label = "Asked", definition = "Open.", open = true, check = "https://un.org" },
  { id = "ended", label = "Ended", definition = "Over." },
  { id = "reported", label = "Reported", definition = "Said." },
]
act = [
  { id = "request", label = "Request", definition = "It asks.", effect = "begins", state = "asked" },
  { id = "letter", label = "Letter", definition = "It is sent.", effect = "point" },
]
role = [
  { id = "asking", label = "Asking", definition = "Who asks." },
  { id = "asked", label = "Asked", definition = "Who is asked." },
]
body = [{ id = "ie-water", label = "Expert on water", definition = "A mandate.", also = ["IE", "water"] }]
actor = [{ id = "government", label = "Government", definition = "Of the state." }]
theme = [
  { id = "rights", label = "Rights", definition = "All." },
  { id = "water", label = "Water", definition = "水." },
]
place = [{ id = "north", label = "North", definition = "Up." }]
kind = [{ id = "ngo", label = "NGO", definition = "Not of a state." }]
link = [{ id = "follows", label = "follows", definition = "Later.", inverse = "is followed by" }]
conflict = [{ id = "fact", label = "Fact", definition = "Not both." }]
"#;

fn corpus(visits: &str) -> Corpus {
    let files = [
        ("data/dataset.toml", DATASET),
        ("data/disagreements.toml", DISAGREEMENTS),
        ("data/people.toml", PEOPLE),
        ("data/sources.toml", SOURCES),
        ("data/visits.toml", visits),
        ("data/vocabularies.toml", VOCABULARIES),
    ];
    let files = files.map(|(name, text)| (name.to_string(), text.to_string()));
    compile(&files).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

fn package(visits: &str) -> Result<Vec<File>, String> {
    package::files(&corpus(visits))
}

fn file<'a>(files: &'a [File], name: &str) -> &'a str {
    &files.iter().find(|(file, _)| file == name).expect("a file of the package").1
}

fn names(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The first row, and the others.
fn rows(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let row = |record: &csv::StringRecord| record.iter().map(str::to_string).collect();
    let head = row(reader.headers().expect("a first row"));
    (head, reader.records().map(|record| row(&record.expect("as many cells as columns"))).collect())
}

#[test]
fn every_cell_stands_under_its_name() {
    let files = package(VISITS).expect("a package");
    let descriptor: Value = serde_json::from_str(file(&files, "datapackage.json")).expect("JSON");
    let mut shown = String::new();
    for resource in descriptor["resources"].as_array().expect("tables") {
        let path = resource["path"].as_str().expect("a path");
        let _ = writeln!(shown, "{path}: {}", resource["title"].as_str().expect("a title"));
        for field in resource["schema"]["fields"].as_array().expect("fields") {
            let told = ["name", "type", "description"].map(|key| field[key].as_str().expect("a text"));
            let must = if field["constraints"]["required"] == true { ", required" } else { "" };
            let _ = writeln!(shown, "  {} ({}{must}): {}", told[0], told[1], told[2]);
        }
        let (head, rows) = rows(file(&files, path));
        for (number, row) in (1..).zip(rows) {
            let _ = writeln!(shown, "row {number}");
            for (name, cell) in head.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
                let _ = writeln!(shown, "  {name} = {}", cell.replace('\n', "⏎"));
            }
        }
        shown.push('\n');
    }
    expect_file!["snapshots/package.txt"].assert_eq(&shown);
}

#[test]
fn the_descriptor_tells_of_the_files_beside_it() {
    let files = package(VISITS).expect("a package");
    let descriptor: Value = serde_json::from_str(file(&files, "datapackage.json")).expect("JSON");
    let resources = descriptor["resources"].as_array().expect("tables");
    assert_eq!(resources.len() + 1, files.len(), "every file is described");
    let columns = |table: &str| rows(file(&files, &format!("{table}.csv"))).0;
    for resource in resources {
        let table = resource["name"].as_str().expect("a name");
        let (text, schema) = (file(&files, &format!("{table}.csv")), &resource["schema"]);
        assert_eq!(resource["bytes"], text.len(), "{table}");
        let fields = schema["fields"].as_array().expect("fields").iter();
        assert_eq!(fields.filter_map(|it| it["name"].as_str()).collect::<Vec<_>>(), columns(table));
        let has = |table: &str, wanted: &Value| {
            let columns = columns(table);
            names(wanted).into_iter().all(|name| columns.iter().any(|column| column == name))
        };
        assert!(has(table, &schema["primaryKey"]), "the key of {table}");
        for key in schema["foreignKeys"].as_array().into_iter().flatten() {
            let to = &key["reference"];
            assert!(has(table, &key["fields"]), "{table} has {key}");
            assert!(has(to["resource"].as_str().expect("a table"), &to["fields"]), "{key} is there");
        }
    }
}

#[test]
fn cells_are_quoted_where_needed_and_else_stay_as_they_are() {
    let columns: &[Column<&str>] = &[
        text("one", "A text", |row| row.to_string()),
        list("several", "Its words", |row| {
            row.split(' ').filter(|word| *word != "|").map(str::to_string).collect()
        }),
    ];
    let head = Head { name: "quoting", title: "Quoting", key: &[], references: &[] };
    let rows = ["plain text", "a, b", "the \"word\"", "two\nlines", "例子 “é”", "=1+1", "a | b", ""];
    let table = Table::new(head, columns, rows).expect("a table");
    expect![[r#"
        one,several␍␊
        plain text,plain | text␍␊
        "a, b","a, | b"␍␊
        "the ""word""","the | ""word"""␍␊
        "two
        lines","two
        lines"␍␊
        例子 “é”,例子 | “é”␍␊
        '=1+1,'=1+1␍␊
        a | b,a | b␍␊
        ,␍␊
    "#]]
    .assert_eq(&table.csv().expect("a file").replace("\r\n", "␍␊\n"));
}

#[test]
fn a_value_that_holds_what_separates_values_is_refused() {
    let visits = VISITS.replace("A/1, para. 2", "Report | Office");
    let refused = package(&visits).expect_err("it could not be split");
    expect![[r#"claims.csv: "Report | Office" holds "|", which separates the values of "cites": write it otherwise in data/"#]]
    .assert_eq(&refused);
}
