//! What a researcher types, and what search makes of it.

use std::sync::OnceLock;

use expect_test::{Expect, expect};
use standing_invitation::data::Dataset;
use standing_invitation::data::corpus::Corpus;
use standing_invitation::query::search::highlight::{pieces, ranges};
use standing_invitation::query::search::rank::best;
use standing_invitation::query::search::snippet::snippet;
use standing_invitation::query::search::{Needle, Texts};
use standing_invitation::query::{Found, Search};
use standing_invitation::text;

#[path = "search/corpus.rs"]
mod corpus;

/// The shipped data and its search.
fn shipped() -> &'static (Corpus, Dataset, Search) {
    static SHIPPED: OnceLock<(Corpus, Dataset, Search)> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
        let search = corpus::search(&corpus, &dataset);
        (corpus, dataset, search)
    })
}

/// What is said and shown first: the corrections, how many records, the best
/// three of them, and the best two values with the words that they replace.
#[track_caller]
fn check(text: &str, expected: Expect) {
    let (corpus, dataset, search) = shipped();
    let Some(found) = search.find(text) else { return expected.assert_eq("every record") };
    let mut lines = Vec::new();
    for correction in &found.corrections {
        let mut line = String::new();
        line.push_str(&text::corrected(&correction.typed, &correction.used));
        lines.push(line.trim_end().to_string());
    }
    lines.push(text::records(found.records.count()));
    for id in best(&found.worths, 3, &|_| true) {
        lines.push(format!("  {}", corpus.records[id as usize].title));
    }
    for id in best(&found.values, 2, &|_| true) {
        let value = &dataset.values[id as usize];
        let replaced = text.get(found.values_from..).unwrap_or_default();
        lines.push(format!("{}={} for “{replaced}”", value.facet.key(), value.key));
    }
    expected.assert_eq(&lines.join("\n"));
}

/// How many records a text finds.
fn count(text: &str) -> u32 {
    shipped().2.find(text).map(|found| found.records.count()).unwrap_or_default()
}

#[test]
fn the_best_match_comes_first() {
    check(
        "torture",
        expect![[r#"
        27 records
          Torture and degrading punishment, as reported
          Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment
          Special Rapporteur on torture: fact-finding visit, reported in 2006
        theme=torture for “torture”
        body=cat for “torture”"#]],
    );
    check(
        "hong kong",
        expect![[r#"
        23 records
          GANHRI’s rating of Hong Kong’s Equal Opportunities Commission, as R2P cites it
          Democratic aspirations in Hong Kong, as HRW speaks of them
          Human Rights Watch’s yearly reports, as R2P cites them
        place=hong-kong for “hong kong”"#]],
    );
    check(
        "judges lawyers",
        expect![[r#"
        2 records
          Special Rapporteur on judges and lawyers: visit requested in 2011
          Special Rapporteur on judges and lawyers on judges’ independence, April 2016
        body=sr-judges-lawyers for “judges lawyers”"#]],
    );
    check("   ", expect!["every record"]);
}

#[test]
fn each_spelling_finds_the_others() {
    check(
        "uighur",
        expect![[r#"
        16 records
          Crimes against humanity in Xinjiang, as HRW reports them
          Mass detention in Xinjiang, as two sources report it
          Surveillance in Xinjiang, as HRW reports it
        actor=uyghurs for “uighur”"#]],
    );
    for spelling in ["Uighur", "Uygur", "uyghur", "维吾尔", "Uighurs"] {
        assert_eq!(count(spelling), count("Uyghur"), "{spelling}");
    }
    for spelling in ["Xizang", "西藏"] {
        assert_eq!(count(spelling), count("Tibet"), "{spelling}");
    }
    check(
        "ICCPR",
        expect![[r#"
        5 records
          International Covenant on Civil and Political Rights
          Plan 2016–2020: legal preparations for ratifying the ICCPR
          Timeframe for ratifying the ICCPR, asked of the state"#]],
    );
    assert_eq!(count("International Covenant on Civil and Political Rights"), count("ICCPR"));
    // Every spelling of a value finds the records that have it.
    let (corpus, dataset, search) = shipped();
    let mut seen = 0;
    for (id, value) in (0..).zip(&dataset.values) {
        for spelling in corpus.term(value).map(|term| term.also.as_slice()).unwrap_or_default() {
            let found = search.find(spelling).expect("a spelling has a word");
            for (record, _) in (0..).zip(&dataset.records).filter(|(_, it)| it.values.contains(&id)) {
                assert!(found.records.contains(record), "{spelling} of {}", value.key);
                seen += 1;
            }
        }
    }
    assert!(seen > 500, "{seen} records were looked at");
}

/// The record is found by the spelling that its text does not use, though it
/// has no value of that name.
#[test]
fn another_spelling_finds_texts_without_the_value() {
    let search =
        small(&[&["A Uyghur scholar", "", "", ""], &["Uighur studies", "", "", ""]], "Uyghur|Uighur|维吾尔");
    assert_eq!(found(&search, "uighur"), [1, 0], "as typed comes first");
    assert_eq!(found(&search, "uyghur"), [0, 1]);
    assert_eq!(found(&search, "维吾尔"), [1, 0]);
    assert_eq!(found(&search, "uigh"), [1, 0], "while it is typed");
    assert_eq!(found(&search, "\"uighur\""), [1], "to the letter");
}

#[test]
fn a_name_of_several_words_and_its_abbreviation_are_one() {
    let search = small(
        &[&["Convention against Torture", "", "", ""], &["CAT", "", "", ""], &["A category", "", "", ""]],
        "CAT|Convention against Torture",
    );
    assert_eq!(found(&search, "convention against torture"), [0, 1]);
    assert_eq!(found(&search, "convention against tort"), [0, 1], "while it is typed");
    assert_eq!(found(&search, "cat"), [1, 0, 2]);
    assert_eq!(found(&search, "against torture"), [0]);
}

#[test]
fn a_symbol_is_found_whole_and_in_part() {
    let search = small(
        &[&["A", "A/HRC/25/5", "", ""], &["B", "A/HRC/25/5/Add.1", "", ""], &["C", "A/HRC/2/55", "", ""]],
        "",
    );
    for symbol in ["A/HRC/25/5", "a/hrc/25", "HRC/25", "25/5"] {
        assert_eq!(found(&search, symbol), [0, 1], "{symbol}");
    }
    assert_eq!(found(&search, "25/5/Add.1"), [1]);
    assert_eq!(found(&search, "HRC/5"), [0; 0]);
    check(
        "A/HRC/25/5",
        expect![[r#"
        10 records
          International Covenant on Civil and Political Rights
          Second Universal Periodic Review, 2013: totals
          Second Universal Periodic Review: recommendations about visits and special procedures"#]],
    );
    check(
        "HRC/25",
        expect![[r#"
        11 records
          International Covenant on Civil and Political Rights
          Second Universal Periodic Review, 2013: totals
          Second Universal Periodic Review: recommendations about visits and special procedures"#]],
    );
    check(
        "CCPR/C/",
        expect![[r#"
        2 records
          International Covenant on Civil and Political Rights
          Restrictions of rights to meet international standards, asked of the state"#]],
    );
}

#[test]
fn quoted_words_stand_in_a_row_and_to_the_letter() {
    let search = small(
        &[
            &["Judges and lawyers", "", "", ""],
            &["Lawyers and judges", "", "", ""],
            &["A lawyer", "", "", ""],
        ],
        "",
    );
    assert_eq!(found(&search, "judges lawyers"), [0, 1]);
    assert_eq!(found(&search, "\"judges and lawyers\""), [0]);
    assert_eq!(found(&search, "“and judges”"), [1]);
    assert_eq!(found(&search, "\"lawyer\""), [2]);
    assert_eq!(found(&search, "\"judges and law"), [0], "while it is typed");
    assert_eq!(found(&search, "\"judges lawyers\""), [0; 0]);
    // A row does not go on from one text into the next.
    let search = small(&[&["Judges", "lawyers", "", ""]], "");
    assert_eq!(found(&search, "\"judges lawyers\""), [0; 0]);
}

#[test]
fn one_slip_in_a_word_of_five_letters_is_put_right() {
    check(
        "tortrue",
        expect![[r#"
        No word begins with “tortrue”; showing “torture”.
        27 records
          Torture and degrading punishment, as reported
          Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment
          Special Rapporteur on torture: fact-finding visit, reported in 2006
        theme=torture for “tortrue”
        body=cat for “tortrue”"#]],
    );
    check(
        "xinjang",
        expect![[r#"
        No word begins with “xinjang”; showing “xinjiang”.
        27 records
          Xinjiang Implementing Measures for the Counterterrorism Law
          Ten-month internet shutdown in Xinjiang, as HRIC reports it
          Crimes against humanity in Xinjiang, as HRW reports them
        place=xinjiang for “xinjang”"#]],
    );
    check(
        "persecutoin lawers",
        expect![[r#"
        No word begins with “persecutoin”; showing “persecution”.
        No word begins with “lawers”; showing “lawyers”.
        0 records
        actor=lawyers for “lawers”
        body=sr-judges-lawyers for “lawers”"#]],
    );
    check(
        "uigher",
        expect![[r#"
        No word begins with “uigher”; showing “uighur”.
        16 records
          Crimes against humanity in Xinjiang, as HRW reports them
          Mass detention in Xinjiang, as two sources report it
          Surveillance in Xinjiang, as HRW reports it
        actor=uyghurs for “uigher”"#]],
    );
    let search = small(&[&["Torture, individuals", "", "", ""]], "");
    let corrected = |text: &str| {
        let found = search.find(text).expect("a word");
        let used: Vec<String> = found.corrections.into_iter().map(|it| it.used).collect();
        assert_eq!(found.records.count() > 0, !used.is_empty(), "{text}");
        used.join(" ")
    };
    for (typed, used) in [
        ("tortrue", "torture"),
        ("toture", "torture"),
        ("torrture", "torture"),
        ("tordure", "torture"),
        ("tortura", "torture"),
        ("torturex", "torture"),
        ("gorture", "torture"),
        ("individuel", "individual"),
        ("indivdual", "individual"),
        // Too short; two slips; a last letter that would make anything of it.
        ("trot", ""),
        ("trotrue", ""),
        ("india", ""),
        ("\"tortrue\"", ""),
    ] {
        assert_eq!(corrected(typed), used, "{typed}");
    }
}

#[test]
fn titles_come_before_names_before_summaries_before_the_rest() {
    let search = small(
        &[
            &["", "", "", "visit"],
            &["", "", "visit", ""],
            &["", "visit", "", ""],
            &["The visit", "", "", ""],
            &["Visits", "", "", ""],
            &["", "", "", "visits"],
            &["A visit", "", "", ""],
        ],
        "",
    );
    assert_eq!(found(&search, "visit"), [3, 6, 4, 2, 1, 0, 5]);
}

#[test]
fn chinese_is_found_by_its_characters() {
    let search = small(&[&["Liu Xiaobo (刘晓波)", "", "", ""], &["晓刘", "", "", ""]], "");
    for text in ["刘晓波", "晓波", "刘晓", "波"] {
        assert_eq!(found(&search, text), [0], "{text}");
    }
    assert_eq!(found(&search, "刘"), [0, 1]);
    assert_eq!(found(&search, "刘 晓"), [0, 1]);
}

/// Highlights each of the words, last ones only begun.
#[track_caller]
fn check_highlight(text: &str, words: &[&str], expected: &str) {
    let needles = words.iter().map(|words| Needle { words: words.to_string(), whole: false });
    let ranges = ranges(text, &needles.collect::<Vec<_>>());
    let marked = |(found, piece): (bool, String)| if found { format!("[{piece}]") } else { piece };
    assert_eq!(pieces(text, &ranges).into_iter().map(marked).collect::<String>(), expected);
    // Browsers count in UTF-16.
    let units: Vec<u16> = text.encode_utf16().collect();
    for range in ranges {
        let piece =
            String::from_utf16(&units[range.start as usize..range.end as usize]).expect("whole letters");
        assert!(expected.contains(&format!("[{piece}]")), "{piece}");
    }
}

#[test]
fn what_was_found_is_highlighted_letter_for_letter() {
    check_highlight("Torture, and the torturer", &["tort"], "[Tort]ure, and the [tort]urer");
    check_highlight("Straße und Strasse", &["strass"], "[Straß]e und [Strass]e");
    check_highlight("Straße", &["stras"], "[Straß]e");
    check_highlight("An Ægis, İstanbul", &["aeg", "istan"], "An [Æg]is, [İstan]bul");
    check_highlight("Cafe\u{301} Türk", &["cafe", "turk"], "[Cafe\u{301}] [Türk]");
    check_highlight("刘晓波和刘霞 (Liu)", &["刘 晓 波", "liu"], "[刘晓波]和刘霞 ([Liu])");
    check_highlight("In A/HRC/25/5, § 25", &["hrc 25", "25"], "In A/[HRC/25]/5, § [25]");
    check_highlight("𠀀𠀁 and 𐐷 x", &["𠀁", "x"], "𠀀[𠀁] and 𐐷 [x]");
    check_highlight("judges, lawyers", &["judges lawyers", "judges"], "[judges, lawyers]");
    check_highlight("nothing", &["thing"], "nothing");
    check_highlight("", &["a"], "");
    check_highlight("rights rights", &["rights"], "[rights] [rights]");
    check_highlight("中国中国", &["国", "中"], "[中][国][中][国]");
}

#[test]
fn a_snippet_begins_shortly_before_what_was_found() {
    let text = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen torture fifteen sixteen seventeen eighteen.";
    let check = |words: &str, expected: Expect| {
        let needles = [Needle { words: words.to_string(), whole: false }];
        let marked = |(found, piece): (bool, String)| if found { format!("[{piece}]") } else { piece };
        expected.assert_eq(&snippet(text, &needles).into_iter().map(marked).collect::<String>());
    };
    check(
        "tort",
        expect![
            "… eight nine ten eleven twelve thirteen fourteen [tort]ure fifteen sixteen seventeen eighteen."
        ],
    );
    check(
        "one",
        expect![
            "[One] two three four five six seven eight nine ten eleven twelve thirteen fourteen torture fifteen sixteen seventeen eighteen."
        ],
    );
    check(
        "absent",
        expect![
            "One two three four five six seven eight nine ten eleven twelve thirteen fourteen torture fifteen sixteen seventeen eighteen."
        ],
    );
    check("eighteen", expect!["… fourteen torture fifteen sixteen seventeen [eighteen]."]);
}

#[test]
fn whatever_is_typed_is_survived() {
    let (.., search) = shipped();
    for text in [
        "\"", "\"\"", "“a", "a\"b\"c", "/", "///", "A/", "~", "\u{301}", "a\u{301}", "ß", "𠀀", "—", "' OR 1",
    ] {
        let Some(found) = search.find(text) else { continue };
        for record in &shipped().0.records {
            assert_eq!(joined(&record.title, &found), record.title);
        }
    }
}

/// A text put together again from its pieces.
fn joined(text: &str, found: &Found) -> String {
    pieces(text, &ranges(text, &found.needles)).into_iter().map(|(_, piece)| piece).collect()
}

/// A search of a few records without any value.
fn small(records: &[&[&str; 4]], spellings: &str) -> Search {
    let records: Vec<Texts> = records.iter().map(|texts| texts.map(str::to_string)).collect();
    Search::new(&Dataset::default(), &records, &[], spellings)
}

/// The records that the text finds, the best first.
#[track_caller]
fn found(search: &Search, text: &str) -> Vec<u32> {
    let found = search.find(text).expect("a word");
    let best = best(&found.worths, 100, &|_| true);
    assert_eq!(best.len() as u32, found.records.count());
    best
}
