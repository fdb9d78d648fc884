//! The table: what its cells say, and how its rows are sorted. Each test writes
//! the address that a reader would share.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::{Dataset, RecordId};
use standing_invitation::query::order::{Key, order, sorted, words};
use standing_invitation::query::{Column, Index, Query, Sort, cell, url};

/// What only the page says of a record.
fn of_page(corpus: &Corpus, id: RecordId, column: Column) -> String {
    let record = &corpus.records[id as usize];
    match column {
        Column::Title => record.title.clone(),
        Column::Claims => record.claims.len().to_string(),
        Column::Documents => record.documents.join("\n"),
        _ => String::new(),
    }
}

fn sorted_by(corpus: &Corpus, dataset: &Dataset, query: &Query) -> Vec<RecordId> {
    let of_page = |id, column| of_page(corpus, id, column);
    order(dataset, query.sort, query.as_of(dataset), &of_page)
}

/// The first rows of the table: the id, and the cell that it is sorted by.
#[track_caller]
fn check(fragment: &str, n_rows: usize, expected: Expect) {
    let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
    let query = url::parse(&dataset, fragment);
    let results = Index::new(&dataset).run(&dataset, &query, None);
    let row = |id: &RecordId| {
        let record = &dataset.records[*id as usize];
        let day = |day: Option<standing_invitation::data::Day>| day.map(|day| day.iso()).unwrap_or_default();
        let words = match query.sort.column {
            Column::First => day(cell::start(record).map(|start| start.earliest)),
            Column::Last => day(cell::last_day(record)),
            column => cell::cell(&dataset, record, column, query.as_of(&dataset))
                .unwrap_or_else(|| of_page(&corpus, *id, column)),
        };
        format!("{} | {}", record.id, words.replace('\n', " / ")).trim_end().to_string()
    };
    let ids = sorted_by(&corpus, &dataset, &query);
    let rows = ids.iter().filter(|id| results.records.contains(**id)).take(n_rows);
    expected.assert_eq(&rows.map(row).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_longest_open_state_comes_first() {
    check(
        "series=visits&sort=-length",
        4,
        expect![[r#"
        visit-religious-freedom | at least 11, at most 13 years
        visit-executions | at least 10, at most 12 years
        visit-health | at least 9, at most 11 years
        visit-defenders-2008 | at least 7, at most 9 years"#]],
    );
    check(
        "series=visits&sort=length&asof=2010",
        3,
        expect![[r#"
        visit-water-sanitation | at least 8, at most 11 months
        visit-minority-issues | at least 16, at most 19 months
        visit-defenders-2008 | at least 23 months, at most 3 years"#]],
    );
}

#[test]
fn words_are_sorted_without_regard_to_case_and_signs() {
    check(
        "series=treaties&sort=title",
        4,
        expect![[r#"
        agreements-ohchr | Agreements with OHCHR (not treaties)
        treaty-arms-trade | Arms Trade Treaty
        treaties-judicial-assistance | Bilateral judicial assistance treaties and agreements
        treaty-un-charter | Charter of the United Nations"#]],
    );
    check(
        "series=treaties&sort=-status",
        3,
        expect![[r#"
        treaty-iccpr | Signed, not ratified as last reported, 2019
        treaties-counted | Reported event
        agreements-ohchr | Reported event"#]],
    );
    check(
        "series=council&sort=documents",
        3,
        expect![[r#"
        council-res-food-2017 | A/HRC/RES/34/12
        council-res-social-rights-2017 | A/HRC/RES/34/4
        council-elections |"#]],
    );
}

#[test]
fn numbers_are_sorted_as_numbers() {
    check(
        "sort=-claims",
        3,
        expect![[r#"
        treaty-iccpr | 13
        law-cybersecurity | 8
        dialogue-african-union | 8"#]],
    );
}

#[test]
fn dates_are_sorted_by_their_first_or_last_day() {
    check(
        "series=visits&sort=-last",
        3,
        expect![[r#"
        visit-high-commissioner | 2018-11-30
        visit-disabilities | 2018-11-30
        visit-older-persons | 2018-11-30"#]],
    );
    check(
        "series=visits&sort=-first",
        3,
        expect![[r#"
        visit-disabilities | 2018-11-01
        visit-older-persons | 2018-11-01
        visit-right-to-development | 2018-11-01"#]],
    );
}

/// Whatever it is sorted by, every record has one row.
#[test]
fn every_column_can_be_sorted_by() {
    let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());
    for column in Column::ALL {
        for descending in [false, true] {
            let query = Query { sort: Sort { column, descending }, ..Query::default() };
            let mut ids = sorted_by(&corpus, &dataset, &query);
            let distinct = {
                let of = |id: &RecordId| {
                    let record = &dataset.records[*id as usize];
                    cell::cell(&dataset, record, column, dataset.horizon)
                        .unwrap_or_else(|| of_page(&corpus, *id, column))
                };
                ids.iter().map(of).collect::<std::collections::BTreeSet<_>>().len()
            };
            let by_date = [Column::First, Column::Last].contains(&column);
            assert!(distinct > 1 || by_date, "{} differs between records", column.key());
            ids.sort_unstable();
            assert_eq!(ids, (0..dataset.records.len() as u32).collect::<Vec<_>>(), "{}", column.key());
        }
    }
}

/// What is not stated has an empty cell, not a word among the words.
#[test]
fn nothing_is_nothing() {
    let dataset = Dataset::embedded();
    for record in &dataset.records {
        for column in Column::ALL {
            let words = cell::cell(&dataset, record, column, dataset.horizon).unwrap_or_default();
            assert!(!words.contains("Not stated") && !words.ends_with("; "), "{}: {words}", record.id);
        }
    }
}

fn key() -> impl Strategy<Value = Option<Key>> {
    prop::option::weighted(0.8, (0..3_i32, "[a-c]{0,2}"))
}

proptest! {
    #[test]
    fn sorting_keeps_equals_in_order_and_nothing_last(
        keys in prop::collection::vec(key(), 0..40),
        descending: bool,
    ) {
        // The standard library's stable sort says what it should be.
        let mut places: Vec<u32> = (0..keys.len() as u32).collect();
        places.sort_by(|a, b| {
            let (a, b) = (&keys[*a as usize], &keys[*b as usize]);
            match (a, b) {
                (Some(a), Some(b)) if descending => b.cmp(a),
                (Some(a), Some(b)) => a.cmp(b),
                (a, b) => a.is_none().cmp(&b.is_none()),
            }
        });
        prop_assert_eq!(sorted(keys, descending), places);
    }
}

#[test]
fn words_that_say_nothing_are_nothing() {
    assert_eq!(words(" – "), None);
    assert_eq!(words("Ürümqi"), words("urumqi"));
    assert!(words("Ürümqi") < words("Xinjiang"));
}
