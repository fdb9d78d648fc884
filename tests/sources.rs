//! Claims are held against the texts of their sources. The texts here are made
//! up: no sentence of a real source stands in this repository.

use expect_test::{Expect, expect};
use standing_invitation::checksum::sha256;
use standing_invitation::data::compile::{Authored, read};
use standing_invitation::sources::coverage::coverage;
use standing_invitation::sources::text::Found;
use standing_invitation::sources::{check, report::report};

/// Headings with numbers, and notes at the end.
const ENDNOTES: &str = "\
The Main Characteristics of Lighthouses

Abstract: Lighthouses were counted twice.

I. Towers on the Coast

Twenty-six towers were counted on October 5, 1998.1 The Harbour Board paid 1,200 crowns for them.2

Its keeper, Jane Example, wrote of “a lamp without oil” in the report H/LAMP/12/4.3

A. Towers of stone

Nine towers of stone were repaired in March 2004, as was the wall, 4 beside the tower.

II. Boats

No boat was counted in the spring, and no net was counted in the spring.

1. Harbour Board, Yearbook, 1999, harbour.example.

2. Ibid.

3. Jane Example, Letters, H/LAMP/12/4 (May 6, 2001); The Fog Bell, 2002; A Tide Table, 2003.

4. The Mason, Walls, 2005.
";

/// Pages with notes at their bottom. Note 2 has lost its number.
const PAGES: &str = concat!(
    "EXECUTIVE SUMMARY \n\n",
    "The lamp was lit in 1901.1 It burned for many years after that and nobody \n",
    "ever saw it go out, says the keeper;2 he counts the evenings and also \n",
    "                                                           \n",
    "1\n\n",
    " Keeper, “The Lamp,” 1902, \n",
    "http://lamp.example/one.html. \n",
    "  Ibid., p. 7. \n\n",
    "http://lamp.example/one.html\n",
    " counts the mornings. \n\n",
    "The Second Lamp \n\n",
    "A second lamp was bought in 1950. \n",
);

/// A table whose cells pages cut.
const TABLE: &str = "\
CHART

Area\tIndicator\tAssessment\tNotes
Light\tKeep the lamp.\tWeak\tThe lamp went out in 1960 and again in
\tKeep the bell.\tVery Weak\t1970, says the board.¹ The bell is lost.
\tKeep the log.\tFair\tso the board was told.² The log is kept by three clerks.

¹ Board, 1971.

² Board, 1972.
";

const RECORD: &str = r#"
[[record]]
id = "visit-towers"
title = "Towers counted"
label = "Towers"
terms = { bodies = [], themes = ["development"], places = [] }
parties = []
  [[record.claim]]
  key = "a"
  source = "cshrs-2021"
  at = { section = "I. Towers…", anchor = "towers were counted on" }
  says = "Counts 26 towers on 5 October 1998."
  [[record.step]]
  act = "visit"
  date = "1998-10-05"
  claims = ["a"]
"#;

const PEOPLE: &str = r#"
[[person]]
id = "keeper-one"
name = "Jane Example"
reason = "Named in the report."
harm = "None."
last_known = "Nothing."
as_of = "2001"
"#;

/// How each of them is set.
const LAYOUTS: [(&str, &str, &str); 3] = [
    ("cshrs-2021", ENDNOTES, "begins = \"The Main Characteristics\"\nnotes = \"end\""),
    ("hric-2016", PAGES, "begins = \"EXECUTIVE SUMMARY\"\nnotes = \"page-bottom\""),
    ("r2p-2019", TABLE, "notes = \"raised\"\nratings = [\"Strong\", \"Fair\", \"Weak\", \"Very Weak\"]"),
];

fn source((id, text, layout): (&str, &str, &str)) -> String {
    let sum = sha256(text);
    format!(
        r#"
[[source]]
id = "{id}"
title = "A text"
short = "Text"
publisher = "A press"
kind = "ngo"
published = "2021-02-03"
as_of = "2021"
examined = "1900/2021"
examined_because = "It says so."
language = "en"
sha256 = "{sum}"
describes_itself = "A press."
held = "All of it."
[source.layout]
{layout}
"#
    )
}

/// The authored files with parts of the record replaced.
fn files(replacements: &[(&str, &str)]) -> Vec<(String, String)> {
    let shipped = |name: &str| std::fs::read_to_string(format!("data/{name}")).expect("a shipped file");
    let mut record = RECORD.to_string();
    for (from, to) in replacements {
        assert!(record.contains(from), "the fixture holds {from}");
        record = record.replace(from, to);
    }
    [
        ("data/dataset.toml", shipped("dataset.toml")),
        ("data/disagreements.toml", String::new()),
        ("data/people.toml", PEOPLE.to_string()),
        ("data/sources.toml", LAYOUTS.map(source).concat()),
        ("data/visits.toml", record),
        ("data/vocabularies.toml", shipped("vocabularies.toml")),
    ]
    .map(|(name, text)| (name.to_string(), text))
    .to_vec()
}

fn texts() -> Vec<(String, String)> {
    LAYOUTS.map(|(id, text, _)| (id.to_string(), text.to_string())).to_vec()
}

fn authored(replacements: &[(&str, &str)]) -> Authored {
    read(&files(replacements)).expect("no mistakes")
}

/// What is reported of the record's claim, without the coverage.
#[track_caller]
fn reports(replacements: &[(&str, &str)], expected: Expect) {
    let authored = authored(replacements);
    let report = report(&authored, &check(&authored, &texts()));
    let faults: Vec<&str> = report.lines().take_while(|line| !line.is_empty()).collect();
    expected.assert_eq(&faults.join("\n"));
}

const AT: &str = r#"{ section = "I. Towers…", anchor = "towers were counted on" }"#;
const SAYS: &str = "Counts 26 towers on 5 October 1998.";

#[test]
fn a_claim_that_stands_where_it_says_is_not_reported() {
    // Twenty-six is 26, and October 5 is 5 October.
    reports(&[], expect![[""]]);
}

#[test]
fn an_anchor_is_in_the_text_once() {
    reports(
        &[("towers were counted on", "towers were painted on")],
        expect![
            "data/visits.toml:8: visit-towers#a: the anchor “towers were painted on” is not in the text: copy words of the passage"
        ],
    );
    let twice = r#"{ section = "II. Boats", anchor = "was counted in the spring" }"#;
    reports(
        &[(AT, twice)],
        expect![
            "data/visits.toml:8: visit-towers#a: the anchor “was counted in the spring” is 2 times in the text: take other words"
        ],
    );
}

#[test]
fn an_anchor_stands_under_the_heading_or_one_above_it() {
    let stone = |section: &str| format!(r#"{{ section = "{section}", anchor = "of stone were repaired" }}"#);
    let says = (SAYS, "Counts nine towers repaired in March 2004.");
    let date = ("1998-10-05", "2004-03");
    reports(&[(AT, &stone("A. Towers of stone")), says, date], expect![[""]]);
    reports(&[(AT, &stone("I. Towers…")), says, date], expect![[""]]);
    reports(
        &[(AT, &stone("II. Boats")), says, date],
        expect![
            "data/visits.toml:8: visit-towers#a: the passage is in the section “A. Towers of stone”, not in the section “II. Boats”: correct `section`"
        ],
    );
    reports(
        &[(AT, &stone("B. Towers of wood")), says, date],
        expect![
            "data/visits.toml:8: visit-towers#a: no section is called “B. Towers of wood”; the passage is in the section “A. Towers of stone”: write the heading as printed"
        ],
    );
}

#[test]
fn a_note_is_the_one_that_is_named() {
    let note = |at: &str| format!("{{ {at} }}");
    let says = (SAYS, "Cites Letters of 6 May 2001.");
    let date = ("1998-10-05", "2001-05-06");
    reports(
        &[(AT, &note(r#"note = 3, nth = 1, anchor = "Jane Example, Letters, H/LAMP/12/4""#)), says, date],
        expect![[""]],
    );
    reports(
        &[(AT, &note(r#"note = 2, anchor = "Jane Example, Letters, H/LAMP/12/4""#)), says, date],
        expect!["data/visits.toml:8: visit-towers#a: the anchor is in note 3, not in note 2: correct `note`"],
    );
    reports(
        &[(AT, &note(r#"note = 3, nth = 2, anchor = "Jane Example, Letters, H/LAMP/12/4""#)), says, date],
        expect![
            "data/visits.toml:8: visit-towers#a: the anchor is in entry 1 of note 3, not in entry 2: correct `nth`"
        ],
    );
    // With a section too, the passage may also be the sentence that calls the note.
    let calls = |note: u32| {
        format!(r#"{{ section = "I. Towers…", note = {note}, anchor = "towers were counted on" }}"#)
    };
    reports(&[(AT, &calls(1))], expect![[""]]);
    reports(
        &[(AT, &calls(3))],
        expect![
            "data/visits.toml:8: visit-towers#a: the passage does not call note 3, which is called in the section “I. Towers on the Coast”: correct `note` or `anchor`"
        ],
    );
}

#[test]
fn a_mark_that_a_space_parts_from_its_word_calls_its_note() {
    let at = |section: &str| format!(r#"{{ section = "{section}", note = 4, anchor = "The Mason, Walls" }}"#);
    let says = (SAYS, "Cites a book of 2005.");
    let date = ("1998-10-05", "2005");
    reports(&[(AT, &at("A. Towers of stone")), says, date], expect![[""]]);
    reports(
        &[(AT, &at("II. Boats")), says, date],
        expect![
            "data/visits.toml:8: visit-towers#a: the passage is in the section “A. Towers of stone”, not in the section “II. Boats”: correct `section`"
        ],
    );
}

#[test]
fn a_lost_number_of_a_note_is_counted() {
    let lost = |at: &str| format!(r#"{{ note = 2, {at}anchor = "Ibid., p. 7." }}"#);
    let source = ("cshrs-2021", "hric-2016");
    let says = (SAYS, "Cites page 7.");
    let date = ("\n  date = \"1998-10-05\"", "");
    reports(&[(AT, &lost("counted = true, ")), source, says, date], expect![[""]]);
    reports(
        &[(AT, &lost("")), source, says, date],
        expect![
            "data/visits.toml:8: visit-towers#a: the text has lost the number of note 2: add `counted = true`"
        ],
    );
}

#[test]
fn a_sentence_that_a_page_cuts_is_one_passage() {
    let at = r#"{ section = "EXECUTIVE SUMMARY", note = 2, anchor = "counts the evenings and" }"#;
    reports(
        &[(AT, at), ("cshrs-2021", "hric-2016"), (SAYS, "Counts the mornings too."), ("1998-10-05", "1901")],
        expect![
            "data/visits.toml:8: visit-towers#a: the text has lost the number of note 2: add `counted = true`"
        ],
    );
}

#[test]
fn a_row_goes_on_in_the_cell_that_a_page_has_cut() {
    let at = |row: &str, anchor: &str| format!(r#"{{ row = "{row}", anchor = "{anchor}" }}"#);
    let (source, date) = (("cshrs-2021", "r2p-2019"), ("1998-10-05", "1960"));
    let says = (SAYS, "Says that the lamp went out in 1960.");
    reports(&[(AT, &at("Keep the lamp", "lamp went out in")), source, says, date], expect![[""]]);
    reports(
        &[(AT, &at("Keep the log", "lamp went out in")), source, says, date],
        expect![
            "data/visits.toml:8: visit-towers#a: the passage is in the row “Keep the lamp.”, not in the row “Keep the log”: correct `row`"
        ],
    );
    let told = [(SAYS, "Says that the board was told."), ("\n  date = \"1998-10-05\"", "")];
    reports(&[(AT, &at("Keep the bell", "so the board was")), source, told[0], told[1]], expect![[""]]);
}

#[test]
fn a_rating_is_that_of_its_row() {
    let at = r#"{ row = "Keep the bell", anchor = "The bell is lost" }"#;
    let (source, date) = (("cshrs-2021", "r2p-2019"), ("\n  date = \"1998-10-05\"", ""));
    let rated = |rating: &str| format!("Lost.\"\n  values = {{ rating = \"{rating}\" }}\n  note = \"-");
    reports(&[(AT, at), source, date, (SAYS, &rated("Very Weak"))], expect![[""]]);
    reports(
        &[(AT, at), source, date, (SAYS, &rated("Weak"))],
        expect![
            "data/visits.toml:8: visit-towers#a: the value “Weak” is not in the passage: correct it, or point to the passage that has it"
        ],
    );
}

#[test]
fn figures_are_in_the_passage_as_figures_or_as_words() {
    reports(
        &[(SAYS, "Counts 27 towers.")],
        expect![
            "data/visits.toml:8: visit-towers#a: the number “27” is not in the passage: correct it, or point to the passage that has it"
        ],
    );
    reports(&[(SAYS, "Counts twenty-six towers for 1200 crowns.")], expect![[""]]);
    reports(
        &[(SAYS, "Counts twenty-six towers for 1,300 crowns.")],
        expect![
            "data/visits.toml:8: visit-towers#a: the number “1300” is not in the passage: correct it, or point to the passage that has it"
        ],
    );
    // What we counted is told as such.
    reports(
        &[(SAYS, "Names three things.")],
        expect![
            "data/visits.toml:8: visit-towers#a: the number “three” is not in the passage: correct it, or point to the passage that has it"
        ],
    );
    reports(&[(SAYS, "Names three things.\"\n  note = \"Our count.")], expect![[""]]);
    reports(
        &[(SAYS, "Names three things.\"\n  note = \"Discounted by the board.")],
        expect![
            "data/visits.toml:8: visit-towers#a: the number “three” is not in the passage: correct it, or point to the passage that has it"
        ],
    );
}

#[test]
fn dates_are_in_the_passage_in_any_order() {
    reports(&[(SAYS, "Counts them in October 1998.")], expect![[""]]);
    reports(
        &[(SAYS, "Counts them on 6 October 1998.")],
        expect![
            "data/visits.toml:8: visit-towers#a: the date 6 October 1998 is not in the passage: correct it, or point to the passage that has it"
        ],
    );
    reports(
        &[("\"1998-10-05\"", "\"1998-11\"")],
        expect![[
            r#"data/visits.toml:8: visit-towers#a: the date November 1998 of the step "visit" is not in the passage: correct it, or set `basis`"#
        ]],
    );
    reports(&[("\"1998-10-05\"", "\"199X\"")], expect![[""]]);
    for basis in ["published", "scheduled"] {
        let date = format!("\"1998-11\"\n  basis = \"{basis}\"");
        reports(
            &[("act = \"visit\"", "act = \"report-due\""), ("\"1998-10-05\"", &date)],
            expect![[
                r#"data/visits.toml:8: visit-towers#a: the date November 1998 of the step "report-due" is not in the passage: correct it, or set `basis`"#
            ]],
        );
    }
    // The source's own day.
    reports(&[("\"1998-10-05\"", "\"2021-02-03\"\n  basis = \"published\"")], expect![[""]]);
    // What is inferred tells in its note from what.
    reports(
        &[("\"1998-10-05\"", "\"1997\"\n  basis = \"inferred\"\n  note = \"The year before.\"")],
        expect![[""]],
    );
}

#[test]
fn symbols_names_people_and_quotations_are_in_the_passage() {
    let at = (AT, r#"{ section = "I. Towers…", anchor = "wrote of “a lamp" }"#);
    let date = ("\n  date = \"1998-10-05\"", "");
    reports(
        &[at, date, (SAYS, "{keeper-one} writes of a “lamp without oil” in H/LAMP/12/4.")],
        expect![[""]],
    );
    reports(
        &[at, date, (SAYS, "{keeper-one} writes of a “lamp without wick” in H/LAMP/12/5.")],
        expect![[r#"
            data/visits.toml:8: visit-towers#a: the symbol H/LAMP/12/5 is not in the passage: correct it, or point to the passage that has it
            data/visits.toml:8: visit-towers#a: the quotation “lamp without wick” is not in the passage: correct it, or point to the passage that has it"#]],
    );
    reports(
        &[at, date, (SAYS, "Cites the Harbour Board and the Lamp Office.")],
        expect![
            "data/visits.toml:8: visit-towers#a: the name “Harbour Board and the Lamp Office” is not in the passage: correct it, or point to the passage that has it"
        ],
    );
    // She is not named in this passage.
    let boats = (AT, r#"{ section = "II. Boats", anchor = "No boat was counted" }"#);
    reports(
        &[boats, date, (SAYS, "{keeper-one} counts no net.")],
        expect![
            "data/visits.toml:8: visit-towers#a: the person Jane Example is not in the passage: correct it, or point to the passage that has it"
        ],
    );
    let misprint = ("counted on\" }", "counted on\" }\n  printed = \"twentysix\"\n  note = \"Odd.\"");
    reports(
        &[(SAYS, "Counts them for {keeper-one}."), misprint],
        expect![
            "data/visits.toml:8: visit-towers#a: `printed` “twentysix” is not in the passage: correct it, or point to the passage that has it"
        ],
    );
}

#[test]
fn another_text_or_none_is_told_and_its_claims_are_not_checked() {
    let other: Vec<(String, String)> =
        texts().into_iter().filter(|(id, _)| id != "r2p-2019").map(|(id, text)| (id, text + " ")).collect();
    let outcome = check(&authored(&[]), &other);
    assert!(!outcome.passes());
    assert_eq!(outcome.checked, 0);
    let unread: Vec<String> =
        outcome.unread.iter().map(|unread| format!("{}: {}", unread.claims, unread.message)).collect();
    expect![[r#"
        1: cshrs-2021.txt is not the text that was read (its SHA-256 is b85cd5b368e537d59716755ef8f4dbbbb88e51df34cbf4e064e0003a7b0180bb): its claims are not checked
        0: hric-2016.txt is not the text that was read (its SHA-256 is 403335845203a243f1ba824da4ade66e2c77cbabc6c32a3441295aa60f0e7b55): its claims are not checked
        0: r2p-2019.txt is missing: its claims are not checked"#]].assert_eq(&unread.join("\n"));
}

#[test]
fn coverage_shows_what_no_claim_points_to() {
    let authored = authored(&[]);
    let outcome = check(&authored, &texts());
    let shown = |id: &str| coverage(&authored.corpus, id, &outcome.texts[id]).to_string();
    expect![[r#"
        cshrs-2021
             —    The Main Characteristics of Lighthouses
             1  I. Towers on the Coast
             —    A. Towers of stone
             —  II. Boats
          notes with claims: none
          notes without: 1–4
    "#]]
    .assert_eq(&shown("cshrs-2021"));
    expect![[r#"
        r2p-2019
             —  CHART
             —  row: Keep the lamp.
             —  row: Keep the bell.
             —  row: Keep the log.
          notes with claims: none
          notes without: 1, 2
    "#]]
    .assert_eq(&shown("r2p-2019"));
    expect![[r#"
        hric-2016
             —  EXECUTIVE SUMMARY
             —    The Second Lamp
          notes with claims: none
          notes without: 1, 2
    "#]]
    .assert_eq(&shown("hric-2016"));
}

#[test]
fn an_anchor_that_a_page_parts_is_on_both_sides() {
    let outcome = check(&authored(&[]), &texts());
    let blocks = |anchor| match outcome.texts["hric-2016"].find(anchor) {
        Found::Blocks(blocks) => blocks.len(),
        _ => 0,
    };
    assert_eq!(blocks("the mornings. The Second Lamp"), 2);
    assert_eq!(blocks("A second lamp was"), 1);
}

#[test]
fn a_layout_says_where_notes_are_in_words_that_are_known() {
    let mut files = files(&[]);
    for (_, text) in &mut files {
        *text = text.replace("notes = \"end\"", "notes = \"margin\"\nnote = 1");
    }
    let mistakes = read(&files).expect_err("a layout that nobody can read");
    let mistakes: Vec<&str> = mistakes.iter().map(|mistake| mistake.message.as_str()).collect();
    expect![[r#"
        `notes` is "page-bottom" or "raised" or "end"
        a layout has no field `note` (did you mean "notes"?): remove it, or see docs/data.md"#]]
    .assert_eq(&mistakes.join("\n"));
}

#[test]
fn a_source_without_a_layout_has_no_notes() {
    let mut files = files(&[]);
    for (_, text) in &mut files {
        *text = text.replace("[source.layout]\nbegins = \"The Main Characteristics\"\nnotes = \"end\"", "");
    }
    let authored = read(&files).expect("no mistakes");
    let outcome = check(&authored, &texts());
    assert!(outcome.texts["cshrs-2021"].notes.is_empty());
    assert!(!outcome.texts["r2p-2019"].notes.is_empty());
}
