//! Editorial mistakes are all reported at once, with file, line and what to
//! do; and a new source needs no code.

#[path = "compile/shipped.rs"]
mod shipped;

use expect_test::{Expect, expect};
use standing_invitation::data::compile::{compile, folder};
use standing_invitation::data::corpus::{Corpus, Person};
use standing_invitation::data::{Day, End, Facet, Span, Status};
use standing_invitation::site;

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
harm = "None that the report does not do."
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
  [[record.claim]]
  key = "b"
  source = "report-2016"
  at = { section = "Visits", anchor = "three more words" }
  says = "Counts the request among others."
  [[record.step]]
  act = "request"
  date = "2010-03/.."
  claims = ["a"]
"#;

const DISAGREEMENT: &str = r#"
[[disagreement]]
id = "differ-water"
title = "Whether there was a request"
type = "fact"
about = "One passage has it and the other does not."
sides = [
  { holds = "There was", claims = ["visit-water#a"] },
  { holds = "There was none", claims = ["visit-water#b"] },
]
"#;

/// The shipped vocabularies with these sources, people and visits.
fn files(sources: &str, people: &str, visits: &str) -> Vec<(String, String)> {
    shipped::with(&[
        ("disagreements.toml", DISAGREEMENT),
        ("people.toml", people),
        ("sources.toml", sources),
        ("visits.toml", visits),
    ])
}

fn corpus(sources: &str, people: &str, visits: &str) -> Corpus {
    compile(&files(sources, people, visits)).expect("no mistakes")
}

/// Compiles the record with parts of it replaced and shows the mistakes.
#[track_caller]
fn check(replacements: &[(&str, &str)], expected: Expect) {
    check_file("data/visits.toml", replacements, expected);
}

/// The same for any file.
#[track_caller]
fn check_file(name: &str, replacements: &[(&str, &str)], expected: Expect) {
    let mut files = files(SOURCES, PEOPLE, RECORD);
    let (_, text) = files.iter_mut().find(|(file, _)| file == name).expect("a file of the fixture");
    for (from, to) in replacements {
        assert!(text.contains(from), "the fixture holds {from}");
        *text = text.replace(from, to);
    }
    let mistakes = compile(&files).err().unwrap_or_default();
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
            data/visits.toml:11: unknown source "report-2017" (did you mean "report-2016"?): write an id from data/sources.toml
            data/visits.toml:16: unknown source "report-2017" (did you mean "report-2016"?): write an id from data/sources.toml"#]],
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
            data/visits.toml:20: unknown act "requst": write an id from data/vocabularies.toml (did you mean "request"?)"#]],
    );
}

#[test]
fn dates_must_be_edtf_and_in_the_order_of_time() {
    check(
        &[("2010-03/..", "March 2010")],
        expect![[
            r#"data/visits.toml:21: "March 2010" is not an EDTF date (whitespace is not allowed): write such as 2005, 2005-08, 2005-08-29, 2005~, 2009-07/2010-05, 2008/ or 1998-10-05/.."#
        ]],
    );
    check(
        &[("2010-03/..", "2010-13")],
        expect![[
            r#"data/visits.toml:21: "2010-13" is not an EDTF date (month must be 01-12 or a sub-year code 21-41): write such as 2005, 2005-08, 2005-08-29, 2005~, 2009-07/2010-05, 2008/ or 1998-10-05/.."#
        ]],
    );
    check(
        &[("2010-03/..", "2017-03/..")],
        expect![
            "data/visits.toml:21: this is later than its claims can speak of: check the date and the claims' as-of"
        ],
    );
    check(
        &[(
            "claims = [\"a\"]\n",
            "claims = [\"a\"]\n  [[record.step]]\n  act = \"reminder\"\n  date = \"2009\"\n  claims = [\"a\"]\n",
        )],
        expect![
            "data/visits.toml:25: this step is certainly earlier than the one before it: put the steps in the order of time"
        ],
    );
}

#[test]
fn what_begins_must_say_how_far_it_is_known() {
    check(
        &[("2010-03/..", "2010-03")],
        expect![
            "data/visits.toml:19: this act begins a state and nothing ends it: write the date as …/.. (going on when the source was written), …/ (end not known) or …/… (with its end)"
        ],
    );
}

#[test]
fn every_step_names_its_claims_and_every_claim_its_passage() {
    check(
        &[("claims = [\"a\"]", "claims = []")],
        expect![[r#"data/visits.toml:19: this step names no claim: add claims = ["a"]"#]],
    );
    check(
        &[("claims = [\"a\"]", "claims = [\"c\"]")],
        expect![[r#"data/visits.toml:22: no claim of this record has the key "c""#]],
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
            data/visits.toml:2: `summary` is missing: say what the claims are about
            data/visits.toml:6: a record has no field `sumary` (did you mean "summary"?): remove it, or see docs/data.md"#]],
    );
    check(
        &[("title = \"Visit requested in 2010\"", "title = \"Visit")],
        expect![[r#"data/visits.toml:4: this is not valid TOML: invalid basic string, expected `"`"#]],
    );
}

#[test]
fn changes_are_of_versions_that_there_are_in_order() {
    let change =
        |version: &str| format!("  [[record.change]]\n  version = \"{version}\"\n  what = \"A date.\"\n");
    let all = [RECORD, &change("0.0.2"), &change("0.0.1"), &change("9.0.0")].concat();
    check(
        &[(RECORD, &all)],
        expect![[r#"
        data/visits.toml:27: a change must be of a later version than the one before it: bring them in order
        data/visits.toml:30: this is version 0.1.0, which is before 9.0.0: write a version that there is"#]],
    );
}

#[test]
fn ids_are_unique_slugs_without_names_and_links_lead_somewhere() {
    let twice = format!("{RECORD}{RECORD}");
    check(
        &[(RECORD, &twice)],
        expect![[
            r#"data/visits.toml:25: "visit-water" is there twice (also in data/visits.toml): ids must be unique"#
        ]],
    );
    check(
        &[("visit-water\"", "Visit Water\"")],
        expect![[r#"
            data/disagreements.toml:2: no side names a claim: one at least must say something
            data/disagreements.toml:8: no record is called "visit-water" (did you mean "Visit Water"?)
            data/disagreements.toml:9: no record is called "visit-water" (did you mean "Visit Water"?)
            data/visits.toml:3: "Visit Water" is not an id: use lower-case letters, digits and single hyphens"#]],
    );
    check(
        &[("visit-water\"", "visit-of-jane-example\"")],
        expect![[r#"
            data/disagreements.toml:2: no side names a claim: one at least must say something
            data/disagreements.toml:8: no record is called "visit-water"
            data/disagreements.toml:9: no record is called "visit-water"
            data/visits.toml:3: an id must not hold a person's name: choose another"#]],
    );
    check(
        &[(
            "claims = [\"a\"]\n",
            "claims = [\"a\"]\n  [[record.link]]\n  type = \"follows\"\n  to = \"visit-watter\"\n",
        )],
        expect![[
            r#"data/visits.toml:25: no record is called "visit-watter" (did you mean "visit-water"?): write the id of a record"#
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
    assert_eq!(
        corpus.people[0],
        Person {
            id: "person-one".to_string(),
            as_of: "2016-11".to_string(),
            withhold: true,
            ..Person::default()
        }
    );
    let everything = format!("{corpus:?}");
    assert!(!everything.contains("Jane") && !everything.contains("例子"), "{everything}");
}

#[test]
fn a_withheld_name_leaves_however_and_wherever_it_is_written() {
    let sources = SOURCES
        .replace("\"A report\"", "\"A report on JANE EXAMPLE\"")
        .replace("\"An organisation.\"", "\"It defends Jane\u{a0}Example (例子).\"")
        .replace("\"All of it.\"", "\"What Jane says, for example of jane-_-example.\"")
        .replace("language =", "authors = [\"Jane, Example\", \"J. Example-Smith\"]\nlanguage =")
        .replace(
            "language =",
            "address = \"https://un.org/Jane_Example/JaneExample?q=jane+example&r=Jane%20Example&s=%e4%be%8b%E5%AD%90\"\nlanguage =",
        );
    let other = PEOPLE.replace("-one", "-two").replace("Jane Example", "John Sample").replace("例子", "样品");
    let other =
        other.replace("Named", "Named with Jane Example").replace("None that", "As for 例子, none that");
    let spellings = "also = [\"J. Example\", \"J. Example-Smith\"]\nwithhold = true\nas_of =";
    let people = PEOPLE.replace("as_of =", spellings) + &other;
    let visits = RECORD.replace("  says =", "  cites = [\"JANE EXAMPLE, 2010\"]\n  says =");
    let mut files = files(&sources, &people, &visits);
    for (name, text) in &mut files {
        match name.as_str() {
            "data/dataset.toml" => *text = text.replace("sentence = \"", "sentence = \"Of Jane Example. "),
            "data/disagreements.toml" => *text = text.replace("One passage", "A passage of JANE EXAMPLE"),
            "data/vocabularies.toml" => text.push_str(
                "[[theme]]\nid = \"one\"\nlabel = \"Jane’s\"\ndefinition = \"As jane example.\"\nalso = [\"Jane Example\"]\n",
            ),
            _ => {}
        }
    }
    let corpus = compile(&files).expect("no mistakes");
    let source = &corpus.sources[0];
    let theme = corpus.vocabulary.themes.last().expect("the last");
    let shown = [&source.title, &source.describes_itself, &source.held, &source.address, &theme.definition];
    let shown = shown.into_iter().chain(&source.authors).chain(&theme.also).map(String::as_str);
    expect![[r#"
        A report on [name withheld]
        It defends [name withheld] ([name withheld]).
        What Jane says, for example of [name withheld].
        https://un.org/[name withheld]/[name withheld]?q=[name withheld]&r=[name withheld]&s=[name withheld]
        As [name withheld].
        [name withheld]
        [name withheld]
        [name withheld]"#]]
    .assert_eq(&shown.collect::<Vec<_>>().join("\n"));
    assert!(corpus.about.sentence.starts_with("Of [name withheld]. "), "{}", corpus.about.sentence);
    let everything = format!("{corpus:?}");
    assert!(!letters(&everything).contains("janeexample") && !everything.contains("例子"), "{everything}");
}

/// Nothing but the letters, all small: no way to write a name differs by more.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// Where a name stands in any way. One of few letters, as in Chinese, is looked
/// for as it is: letters of other words could make it.
fn names(text: &str, letters_of_text: &str, name: &str) -> bool {
    let reduced = letters(name);
    text.contains(name) || (reduced.chars().count() > 4 && letters_of_text.contains(&reduced))
}

#[test]
fn a_withheld_name_leaves_every_file_of_the_release_and_a_tombstone() {
    const GLUE: &str = "b=new URL(document.currentScript.src,location.href).toString();";
    /// A module with one function that does nothing.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\x0a\x04\x01\x02\0\x0b";
    let shipped = folder::read("data".as_ref()).expect("the data");
    let release = |files: &[(String, String)]| {
        let corpus = compile(files).expect("no mistakes");
        let files = site::release::release(&corpus, GLUE, WASM).expect("a release").files;
        let text =
            |(name, content): (String, Vec<u8>)| (name, String::from_utf8_lossy(&content).into_owned());
        (files.into_iter().map(text).collect::<Vec<_>>(), corpus)
    };
    let (before, corpus) = release(&shipped);
    for person in &corpus.people {
        let mut files = shipped.clone();
        let (_, people) =
            files.iter_mut().find(|(name, _)| name.ends_with("people.toml")).expect("the people");
        let entry = people.find(&format!("id = \"{}\"", person.id)).expect("the person");
        let line = entry + people[entry..].find("withhold = false").expect("a switch");
        people.replace_range(line..line + "withhold = false".len(), "withhold = true");
        let mut gone = vec![&person.name, &person.chinese, &person.reason, &person.harm, &person.last_known];
        gone.extend(&person.also);
        gone.retain(|text| !text.is_empty());
        let (after, _) = release(&files);
        assert_eq!(after.len(), before.len());
        for (file, text) in &after {
            let reduced = letters(text);
            for told in &gone {
                assert!(!names(text, &reduced, told), "{file} still holds “{told}” of {}", person.id);
            }
        }
        for told in &gone {
            let is_there = before.iter().any(|(_, text)| text.contains(told.as_str()));
            assert!(is_there, "“{told}” of {} was there before", person.id);
        }
        let table = &after.iter().find(|(name, _)| name == "data/people.csv").expect("the people").1;
        let row = table.lines().find(|row| row.starts_with(&format!("{},", person.id))).expect("the entry");
        assert_eq!(row, format!("{},,,,,,,{},true", person.id, person.as_of));
        let page = &after.iter().find(|(name, _)| name == "index.html").expect("the page").1;
        let (_, tombstone) = page.split_once(&format!("id=person-{}>", person.id)).expect("an address");
        let (tombstone, _) = tombstone.split_once("</article>").expect("an end");
        assert!(tombstone.contains("has been withheld"), "{tombstone}");
    }
}

#[test]
fn both_sides_of_a_disagreement_must_be_there() {
    let check = |replacements: &[(&str, &str)], expected| {
        check_file("data/disagreements.toml", replacements, expected);
    };
    check(
        &[("visit-water#b", "visit-water#x"), ("\"fact\"", "\"facts\"")],
        expect![[r#"
            data/disagreements.toml:5: unknown type of disagreement "facts": write an id from data/vocabularies.toml (did you mean "fact"?)
            data/disagreements.toml:9: write record#claim; "visit-water" has the claims a, b"#]],
    );
    check(
        &[("visit-water#b", "visit-watr#b"), ("differ-water", "visit-water")],
        expect![[r#"
            data/disagreements.toml:3: "visit-water" is a record already: choose another id
            data/disagreements.toml:9: no record is called "visit-watr" (did you mean "visit-water"?)"#]],
    );
    check(
        &[("visit-water#b", "visit-water#a")],
        expect!["data/disagreements.toml:9: visit-water#a stands on another side too: choose one"],
    );
    check(
        &[("[\"visit-water#b\"]", "[\"visit-water#b\",\n\"visit-water#b\"]")],
        expect!["data/disagreements.toml:10: visit-water#b stands twice on this side: remove one"],
    );
    check(
        &[("claims = [\"visit-water#b\"]", "silent = \"report-2015\"")],
        expect![[r#"data/disagreements.toml:9: unknown source "report-2015" (did you mean "report-2016"?)"#]],
    );
    check(
        &[(", claims = [\"visit-water#b\"]", "")],
        expect![[
            r#"data/disagreements.toml:9: a side names either `claims`, as ["record#a"], or the source that is `silent`"#
        ]],
    );
}

#[test]
fn a_disagreement_has_two_sides_one_name_and_short_texts() {
    let check = |replacements: &[(&str, &str)], expected| {
        check_file("data/disagreements.toml", replacements, expected);
    };
    check(
        &[("  { holds = \"There was none\", claims = [\"visit-water#b\"] },\n", "")],
        expect!["data/disagreements.toml:2: a disagreement needs two `sides` at least"],
    );
    check(
        &[
            ("claims = [\"visit-water#a\"]", "silent = \"report-2016\""),
            ("claims = [\"visit-water#b\"]", "silent = \"report-2016\""),
        ],
        expect!["data/disagreements.toml:2: no side names a claim: one at least must say something"],
    );
    check(
        &[(DISAGREEMENT, &DISAGREEMENT.repeat(2))],
        expect![[r#"data/disagreements.toml:13: "differ-water" is there twice: ids must be unique"#]],
    );
    check(
        &[
            ("Whether there was a request", &"Whether ".repeat(12)[..91]),
            ("One passage has it", &"One passage ".repeat(30)),
            ("There was none", &"None at all ".repeat(8)[..91]),
        ],
        expect![[r#"
            data/disagreements.toml:4: 91 letters long, 90 allowed: shorten it
            data/disagreements.toml:6: 384 letters long, 280 allowed: shorten it
            data/disagreements.toml:9: 91 letters long, 90 allowed: shorten it"#]],
    );
}

#[test]
fn a_disagreement_is_a_facet_of_its_records_and_marks_their_labels() {
    let dataset = corpus(SOURCES, PEOPLE, RECORD).dataset();
    let fact = dataset.value(Facet::Disagreement, "fact").expect("a value");
    assert!(dataset.records[0].values.contains(&fact));
    assert_eq!(dataset.records[0].label, "‡ Water");
    assert_eq!(dataset.disagreements[0].records, [0]);
}

#[test]
fn one_claim_needs_no_summary_and_several_do() {
    let start = RECORD.find("  [[record.claim]]\n  key = \"b\"").expect("a second claim");
    let end = RECORD.find("  [[record.step]]").expect("a step");
    let one = &RECORD[start..end];
    let silent = [("claims = [\"visit-water#b\"]", "silent = \"report-2016\"")];
    let mut files = files(SOURCES, PEOPLE, &RECORD.replace(one, ""));
    for (from, to) in silent {
        files[1].1 = files[1].1.replace(from, to);
    }
    let mistakes = compile(&files).expect_err("a summary too many");
    expect!["data/visits.toml:6: this record has one claim, which says it: remove the `summary`"]
        .assert_eq(&mistakes[0].to_string());
    check(
        &[("summary = \"A request for a visit.\"\n", "")],
        expect!["data/visits.toml:2: `summary` is missing: say what the claims are about"],
    );
}

#[test]
fn no_date_means_a_day_after_its_source() {
    let step = |date: &str| {
        let visits = RECORD.replace("2010-03/..", date);
        corpus(SOURCES, PEOPLE, &visits).dataset().records[0].steps[0].clone()
    };
    let known = Span::parse("2016-11").expect("a month").latest;
    let this_year = step("2016/..");
    assert_eq!((this_year.start.earliest, this_year.start.latest), (Day::new(2016, 1, 1), known));
    assert_eq!(step("2010-03/2020").end, End::GoingOn, "an end to come has not come");
    let Span { earliest, .. } = Span::parse("2016").expect("a year");
    assert_eq!(step("2010-03/2016").end, End::At(Span { earliest, latest: known }));
}

#[test]
fn what_has_no_date_stands_by_series_body_and_symbol() {
    let record = |id: &str, body: &str, symbol: &str| {
        RECORD
            .replace("visit-water", id)
            .replace("bodies = [\"ie-water\"]", &format!("bodies = [\"{body}\"]"))
            .replace("parties =", &format!("documents = [\"{symbol}\"]\nparties ="))
            .replace("date = \"2010-03/..\"\n", "")
    };
    let visits = [
        RECORD.to_string(),
        record("d", "ie-water", "A/1"),
        record("c", "hrc", "S-12/1"),
        record("b", "hrc", "S-9/1"),
        record("a", "hrc", "S-9/11"),
    ];
    let corpus = corpus(SOURCES, PEOPLE, &visits.concat());
    let ids: Vec<&str> = corpus.records.iter().map(|record| record.id.as_str()).collect();
    assert_eq!(ids, ["visit-water", "b", "a", "c", "d"]);
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
  claims = [\"c\"]
  [[record.claim]]
  key = \"c\"
  source = \"report-2020\"
  at = {{ section = \"Visits\", anchor = \"three other words\" }}
  says = \"Reports the visit.\"
"
    );
    let after = corpus(&sources, PEOPLE, &visits);
    assert_eq!(status(&after), "visited");
    assert_eq!(after.dataset().horizon, Span::parse("2020-05").expect("a month").latest);
}

#[test]
fn findings_and_promises_count_what_there_is() {
    check_file(
        "data/vocabularies.toml",
        &[
            ("follow_up = [\"implements\",", "follow_up = [\"implement\","),
            (
                "series = [\"laws\"]\nstates = [\"in-force\"]",
                "series = [\"law\"]\nstates = []\nsince = \"2005\"",
            ),
            ("states = [\"party\"]", "states = [\"party\"]\nof = [\"party\"]"),
            ("of = [\"rec-made\", \"rec-not-accepted\"]", "of = [\"rec-made\"]\nlongest = true"),
            ("acts = [\"promise\", \"plan-period\"]", "acts = [\"promised\"]"),
            ("id = \"treaties-signed\"", "id = \"treaties-party\""),
        ],
        expect![[r#"
            data/vocabularies.toml:8: unknown type of link "implement": write an id from data/vocabularies.toml (did you mean "implements"?)
            data/vocabularies.toml:1733: "party" is counted already: `of` names the other states
            data/vocabularies.toml:1736: "treaties-party" is there twice: ids must be unique
            data/vocabularies.toml:1749: `longest` needs an open state: what has ended has no length
            data/vocabularies.toml:1757: `states` names no state: name one at least
            data/vocabularies.toml:1760: unknown series "law": write an id from data/vocabularies.toml (did you mean "laws"?)
            data/vocabularies.toml:1762: a finding has no field `since`: remove it, or see docs/data.md
            data/vocabularies.toml:1787: unknown act "promised": write an id from data/vocabularies.toml (did you mean "promise"?)"#]],
    );
}

#[test]
fn a_group_of_spellings_has_two_and_fits_into_one_text() {
    check_file(
        "data/vocabularies.toml",
        &[
            ("[[group]]\nid = \"signed\"", "[[spelling]]\nsame = [\"EU\"]\n[[group]]\nid = \"signed\""),
            (
                "[[group]]\nid = \"let-in\"",
                "[[spelling]]\nsame = [\"A; B\", \"C\"]\n[[group]]\nid = \"let-in\"",
            ),
        ],
        expect![[r#"
            data/vocabularies.toml:12: `same` needs two spellings or more
            data/vocabularies.toml:18: a spelling holds neither `|` nor `;`"#]],
    );
}

#[test]
fn letters_that_nobody_sees_are_refused_wherever_they_stand() {
    check(
        &[
            ("title = \"Visit requested", "title = \"Visit \\u202Erequested"),
            ("label = \"Water\"", "label = \"Wa\\nter\""),
            ("anchor = \"four words of it\"", "anchor = \"four words of\\u200B it\""),
            (
                "says = \"Lists the request.\"",
                "says = \"Lists the \\u2066request.\"\n  cites = [\"A/1\\u0007\"]\n  values = { number = \"1\\u200F\", \"un\\u202Dit\" = \"a\" }",
            ),
        ],
        expect![[r#"
            data/visits.toml:4: `title` holds U+202E, which nobody sees: write it without
            data/visits.toml:5: `label` holds U+000A, which nobody sees: write it without
            data/visits.toml:12: `anchor` holds U+200B, which nobody sees: write it without
            data/visits.toml:13: `says` holds U+2066, which nobody sees: write it without
            data/visits.toml:14: `cites` holds U+0007, which nobody sees: write it without
            data/visits.toml:15: `number` holds U+200F, which nobody sees: write it without
            data/visits.toml:15: `the name of a value` holds U+202D, which nobody sees: write it without"#]],
    );
    check_file(
        "data/people.toml",
        &[("Jane Example", "Jane\\nExample")],
        expect!["data/people.toml:4: `name` holds U+000A, which nobody sees: write it without"],
    );
}

#[test]
fn scripts_from_right_to_left_and_their_joiners_are_as_good_as_any() {
    check(&[("Lists the request.", "Lists ئۇيغۇر می\u{200c}خواهم and 维吾尔.")], expect![[""]]);
}

#[test]
fn only_addresses_of_the_web_are_addresses() {
    for wrong in [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https://a b",
        "https://a\\\"b",
        "HTTPS://a",
    ] {
        let sources = SOURCES.replace("language =", &format!("archived = \"{wrong}\"\nlanguage ="));
        let mistakes = compile(&files(&sources, PEOPLE, RECORD)).expect_err(wrong);
        assert_eq!(mistakes.len(), 1, "{mistakes:#?}");
        assert_eq!(
            mistakes[0].to_string(),
            "data/sources.toml:12: `archived` is no address of the web: write it whole, such as https://example.org/a"
        );
    }
    check_file(
        "data/sources.toml",
        &[("language =", "address = \"https://example.org/a?b=c#d\"\nlanguage =")],
        expect![[""]],
    );
    check_file(
        "data/vocabularies.toml",
        &[("check = \"https://spinternet", "check = \"javascript:https://spinternet")],
        expect![[r#"
            data/vocabularies.toml:127: `check` is no address of the web: write it whole, such as https://example.org/a
            data/vocabularies.toml:133: `check` is no address of the web: write it whole, such as https://example.org/a
            data/vocabularies.toml:139: `check` is no address of the web: write it whole, such as https://example.org/a
            data/vocabularies.toml:145: `check` is no address of the web: write it whole, such as https://example.org/a
            data/vocabularies.toml:156: `check` is no address of the web: write it whole, such as https://example.org/a"#]],
    );
}

#[test]
fn a_version_leads_out_of_no_folder() {
    for wrong in ["../../x", "1.0/..", "..", "1..0", "1.0 ", "1.0\\\" onclick=\\\"x"] {
        let mut files = files(SOURCES, PEOPLE, RECORD);
        let (_, text) = files.iter_mut().find(|(file, _)| file == "data/dataset.toml").expect("the whole");
        *text = text.replace("version = \"0.1.0\"", &format!("version = \"{wrong}\""));
        assert!(compile(&files).is_err(), "{wrong}");
    }
    check_file("data/dataset.toml", &[("0.1.0", "2.0.0-rc.1")], expect![[""]]);
}
