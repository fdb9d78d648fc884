//! Editorial mistakes are all reported at once, with file, line and what to
//! do; and a new source needs no code.

use expect_test::{Expect, expect};
use standing_invitation::data::compile::compile;
use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::{Day, Span, Status};

const SOURCES: &str = r#"
[[source]]
id = "report-2016"
title = "A report"
short = "Report 2016"
publisher = "An organisation"
kind = "ngo"
published = "2016-11"
as_of = "2016-11"
examined = "2013/2016"
examined_because = "It says so."
language = "en"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
describes_itself = "An organisation."
held = "All of it."
"#;

const PEOPLE: &str = r#"
[[person]]
id = "person-one"
name = "Jane Example"
chinese = "例子"
reason = "Named in the report."
last_known = "Nothing."
as_of = "2016-11"
"#;

const RECORD: &str = r#"
[[record]]
id = "visit-water"
title = "Visit requested in 2010"
label = "Water"
summary = "A request for a visit."
terms = { bodies = ["ie-water"], themes = ["development"], places = [] }
parties = [{ role = "requested-by", who = "ie-water" }]
  [[record.claim]]
  key = "a"
  source = "report-2016"
  at = { note = 41, anchor = "four words of it" }
  says = "Lists the request."
  [[record.step]]
  act = "request"
  date = "2010-03/.."
  claims = ["a"]
"#;

/// The shipped vocabularies with these sources, people and visits.
fn files(sources: &str, people: &str, visits: &str) -> Vec<(String, String)> {
    let shipped = |name: &str| std::fs::read_to_string(format!("data/{name}")).expect("a shipped file");
    [
        ("data/dataset.toml", shipped("dataset.toml")),
        ("data/people.toml", people.to_string()),
        ("data/sources.toml", sources.to_string()),
        ("data/visits.toml", visits.to_string()),
        ("data/vocabularies.toml", shipped("vocabularies.toml")),
    ]
    .map(|(name, text)| (name.to_string(), text))
    .to_vec()
}

fn corpus(sources: &str, people: &str, visits: &str) -> Corpus {
    compile(&files(sources, people, visits)).expect("no mistakes")
}

/// Compiles the record with parts of it replaced and shows the mistakes.
#[track_caller]
fn check(replacements: &[(&str, &str)], expected: Expect) {
    let mut visits = RECORD.to_string();
    for (from, to) in replacements {
        assert!(visits.contains(from), "the fixture holds {from}");
        visits = visits.replace(from, to);
    }
    let mistakes = compile(&files(SOURCES, PEOPLE, &visits)).err().unwrap_or_default();
    let shown: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    expected.assert_eq(&shown.join("\n"));
}

#[test]
fn the_fixture_itself_is_right() {
    check(&[], expect![[""]]);
}

#[test]
fn unknown_words_are_named_with_the_nearest_known_one() {
    check(
        &[
            ("ie-water\"]", "ie-watr\"]"),
            ("\"development\"", "\"developement\""),
            ("source = \"report-2016\"", "source = \"report-2017\""),
        ],
        expect![[r#"
            data/visits.toml:7: unknown body "ie-watr": write an id from data/vocabularies.toml (did you mean "ie-water"?)
            data/visits.toml:7: unknown theme "developement": write an id from data/vocabularies.toml (did you mean "development"?)
            data/visits.toml:11: unknown source "report-2017" (did you mean "report-2016"?): write an id from data/sources.toml"#]],
    );
    check(
        &[
            ("act = \"request\"", "act = \"requst\""),
            ("role = \"requested-by\"", "role = \"asked-by\""),
            ("who = \"ie-water\"", "who = \"nobody\""),
        ],
        expect![[r#"
            data/visits.toml:8: unknown body or actor "nobody": write an id from data/vocabularies.toml
            data/visits.toml:8: unknown role "asked-by": write an id from data/vocabularies.toml
            data/visits.toml:15: unknown act "requst": write an id from data/vocabularies.toml (did you mean "request"?)"#]],
    );
}

#[test]
fn dates_must_be_edtf_and_in_the_order_of_time() {
    check(
        &[("2010-03/..", "March 2010")],
        expect![[
            r#"data/visits.toml:16: "March 2010" is not an EDTF date (whitespace is not allowed): write such as 2005, 2005-08, 2005-08-29, 2005~, 2009-07/2010-05, 2008/ or 1998-10-05/.."#
        ]],
    );
    check(
        &[("2010-03/..", "2010-13")],
        expect![[
            r#"data/visits.toml:16: "2010-13" is not an EDTF date (month must be 01-12 or a sub-year code 21-41): write such as 2005, 2005-08, 2005-08-29, 2005~, 2009-07/2010-05, 2008/ or 1998-10-05/.."#
        ]],
    );
    check(
        &[("2010-03/..", "2017-03/..")],
        expect![
            "data/visits.toml:16: this is later than its claims can speak of: check the date and the claims' as-of"
        ],
    );
    check(
        &[(
            "claims = [\"a\"]\n",
            "claims = [\"a\"]\n  [[record.step]]\n  act = \"reminder\"\n  date = \"2009\"\n  claims = [\"a\"]\n",
        )],
        expect![
            "data/visits.toml:20: this step is certainly earlier than the one before it: put the steps in the order of time"
        ],
    );
}

#[test]
fn what_begins_must_say_how_far_it_is_known() {
    check(
        &[("2010-03/..", "2010-03")],
        expect![
            "data/visits.toml:14: this act begins a state and nothing ends it: write the date as …/.. (going on when the source was written), …/ (end not known) or …/… (with its end)"
        ],
    );
}

#[test]
fn every_step_names_its_claims_and_every_claim_its_passage() {
    check(
        &[("claims = [\"a\"]", "claims = []")],
        expect![[r#"data/visits.toml:14: this step names no claim: add claims = ["a"]"#]],
    );
    check(
        &[("claims = [\"a\"]", "claims = [\"b\"]")],
        expect![[r#"data/visits.toml:17: no claim of this record has the key "b""#]],
    );
    check(
        &[("note = 41, ", "")],
        expect!["data/visits.toml:12: the passage is not located: add a `section`, a `row` or a `note`"],
    );
    check(
        &[("four words of it", "one two three four five six seven eight nine")],
        expect!["data/visits.toml:12: the anchor has 9 words: give 3 to 8 consecutive words of the passage"],
    );
    check(
        &[("  at = { note = 41, anchor = \"four words of it\" }\n", "")],
        expect![[
            r#"data/visits.toml:9: this claim does not say where: add at = { section = "…", anchor = "…" }"#
        ]],
    );
}

#[test]
fn nothing_is_empty_too_long_misspelt_or_of_the_wrong_kind() {
    check(
        &[("\"Lists the request.\"", "\" \""), ("label = \"Water\"", "label = 5")],
        expect![[r#"
        data/visits.toml:5: `label` must be a text in quotation marks, not integer
        data/visits.toml:13: `says` is empty: fill it in or leave it out"#]],
    );
    check(
        &[("label = \"Water\"", "label = \"A label that is much longer than it may be\"")],
        expect!["data/visits.toml:5: 42 letters long, 28 allowed: shorten it"],
    );
    check(
        &[("summary =", "sumary =")],
        expect![[r#"
        data/visits.toml:2: this record has no `summary`: add `summary = "…"`
        data/visits.toml:6: a record has no field `sumary` (did you mean "summary"?): remove it, or see docs/data.md"#]],
    );
    check(
        &[("title = \"Visit requested in 2010\"", "title = \"Visit")],
        expect![[r#"data/visits.toml:4: this is not valid TOML: invalid basic string, expected `"`"#]],
    );
}

#[test]
fn ids_are_unique_slugs_without_names_and_links_lead_somewhere() {
    let twice = format!("{RECORD}{RECORD}");
    check(
        &[(RECORD, &twice)],
        expect![[
            r#"data/visits.toml:20: "visit-water" is there twice (also in data/visits.toml): ids must be unique"#
        ]],
    );
    check(
        &[("visit-water\"", "Visit Water\"")],
        expect![[
            r#"data/visits.toml:3: "Visit Water" is not an id: use lower-case letters, digits and single hyphens"#
        ]],
    );
    check(
        &[("visit-water\"", "visit-of-jane-example\"")],
        expect!["data/visits.toml:3: an id must not hold a person's name: choose another"],
    );
    check(
        &[(
            "claims = [\"a\"]\n",
            "claims = [\"a\"]\n  [[record.link]]\n  type = \"follows\"\n  to = \"visit-watter\"\n",
        )],
        expect![[
            r#"data/visits.toml:20: no record is called "visit-watter" (did you mean "visit-water"?): write the id of a record"#
        ]],
    );
}

#[test]
fn names_of_people_stand_in_one_file_only() {
    check(
        &[("Lists the request.", "Jane Example was asked."), ("A request for", "{person-two} asks for")],
        expect![[r#"
        data/visits.toml:6: unknown person {person-two}: write an id from data/people.toml
        data/visits.toml:13: a person's name stands here: write {person-one} instead"#]],
    );
}

#[test]
fn a_withheld_name_leaves_every_text() {
    let visits = RECORD.replace("A request for a visit.", "{person-one} asked for a visit.");
    let shown = corpus(SOURCES, PEOPLE, &visits);
    assert_eq!(shown.records[0].summary, "Jane Example asked for a visit.");
    let withheld = PEOPLE.replace("as_of =", "withhold = true\nas_of =");
    let corpus = corpus(SOURCES, &withheld, &visits);
    assert_eq!(corpus.records[0].summary, "[name withheld] asked for a visit.");
    let everything = format!("{corpus:?}");
    assert!(!everything.contains("Jane") && !everything.contains("例子"), "{everything}");
}

#[test]
fn a_new_source_with_one_claim_ends_an_open_item_without_any_code() {
    let status = |corpus: &Corpus| {
        let dataset = corpus.dataset();
        let status = dataset.status(&dataset.records[0], Day::new(2022, 1, 1));
        match status {
            Status::LastReported(state, day) => {
                format!("{} as last reported on {}", dataset.states[usize::from(state)].key, day.iso())
            }
            Status::Certain(state) => dataset.states[usize::from(state)].key.clone(),
            other => format!("{other:?}"),
        }
    };
    let before = corpus(SOURCES, PEOPLE, RECORD);
    assert_eq!(status(&before), "requested as last reported on 2016-11-30");

    let new_source = SOURCES.replace("report-2016", "report-2020").replace("2016-11", "2020-05");
    let sources = format!("{SOURCES}{new_source}");
    let visits = format!(
        "{RECORD}
  [[record.step]]
  act = \"visit\"
  date = \"2019-06\"
  claims = [\"b\"]
  [[record.claim]]
  key = \"b\"
  source = \"report-2020\"
  at = {{ section = \"Visits\", anchor = \"three more words\" }}
  says = \"Reports the visit.\"
"
    );
    let after = corpus(&sources, PEOPLE, &visits);
    assert_eq!(status(&after), "visited");
    assert_eq!(after.dataset().horizon, Span::parse("2020-05").expect("a month").latest);
}
