//! The table: the same records as the list, in columns.

use serde_json::json;
use standing_invitation::data::RecordId;
use standing_invitation::data::corpus::Corpus;
use standing_invitation::query::order::order;
use standing_invitation::query::{Column, url};

use crate::expected::{dataset, expected};
use crate::explorer::Explorer;
use crate::on_the_page;
use crate::webdriver::key;

/// The records of the rows that are drawn, from top to bottom.
const ROWS: &str = "() => [...document.querySelectorAll('#table tbody tr')]
    .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.querySelector('th a').hash.slice(1))";
/// The columns drawn, with how they are sorted.
const HEADS: &str = "() => [...document.querySelectorAll('#table thead th')]
    .filter(it => it.checkVisibility({ visibilityProperty: true }))
    .map(it => it.firstChild.dataset.sort + (it.ariaSort ? ' ' + it.ariaSort : ''))";

/// The ids that the table must show, computed without a browser.
fn rows(fragment: &str) -> Vec<&'static str> {
    let (corpus, dataset) = (Corpus::embedded(), dataset());
    let query = url::parse(dataset, fragment);
    let of_page = |id: RecordId, column| {
        let record = &corpus.records[id as usize];
        match column {
            Column::Title => record.title.clone(),
            Column::Claims => record.claims.len().to_string(),
            _ => record.documents.join("\n"),
        }
    };
    let listed = expected(fragment).listed();
    let ids = order(dataset, query.sort, query.as_of(dataset), &of_page).into_iter();
    ids.map(|id| dataset.records[id as usize].id.as_str()).filter(|id| listed.contains(id)).collect()
}

#[track_caller]
fn shows_rows(explorer: &Explorer, fragment: &str) {
    explorer.has_fragment(fragment);
    explorer.becomes(ROWS, json!([]), json!(rows(fragment)));
}

#[test]
fn the_table_is_sorted_by_keyboard() {
    let start = "series=visits&view=table";
    on_the_page(start, |explorer, _| {
        shows_rows(explorer, start);
        let heads = ["title", "series", "first ascending", "last", "status", "source"];
        explorer.becomes(HEADS, json!([]), json!(heads));
        explorer.read("() => document.querySelector('[data-sort=title]').focus()", json!([]));
        explorer.press(&[key::ENTER]);
        shows_rows(explorer, "series=visits&view=table&sort=title");
        explorer.press(&[" "]);
        shows_rows(explorer, "series=visits&view=table&sort=-title");
        let heads = ["title descending", "series", "first", "last", "status", "source"];
        explorer.becomes(HEADS, json!([]), json!(heads));
        explorer.press(&[key::TAB, key::TAB, key::ENTER]);
        shows_rows(explorer, start);
        explorer.back();
        shows_rows(explorer, "series=visits&view=table&sort=-title");
    });
}

#[test]
fn the_table_follows_the_query() {
    on_the_page("view=table&sort=-claims", |explorer, _| {
        shows_rows(explorer, "view=table&sort=-claims");
        explorer.choose("series", "visits");
        shows_rows(explorer, "series=visits&view=table&sort=-claims");
        explorer.look_from("2010-06-30");
        shows_rows(explorer, "series=visits&asof=2010-06&view=table&sort=-claims");
        explorer.click("[data-clear]");
        shows_rows(explorer, "asof=2010-06&view=table&sort=-claims");
        explorer.search("zzzz");
        shows_rows(explorer, "q=zzzz&asof=2010-06&view=table&sort=-claims");
        let nothing = "() => document.querySelector('#table [data-nothing]').checkVisibility({ visibilityProperty: true })";
        explorer.becomes(nothing, json!([]), true);
        // A row leads to its record in the list.
        explorer.search("");
        shows_rows(explorer, "asof=2010-06&view=table&sort=-claims");
        let first = rows("asof=2010-06&view=table&sort=-claims")[0];
        explorer.click("#table tbody th a");
        explorer.shows(&format!("asof=2010-06&record={first}&sort=-claims"));
        explorer.shows_open(first);
    });
}

#[test]
fn columns_are_chosen_and_stand_in_the_address() {
    let start = "series=visits&view=table&columns=title~first~length~claims~documents";
    let cells = "id => [...document.querySelector(`#table tbody a[href='#${id}']`).closest('tr').children]
        .map(it => it.textContent)";
    let id = "visit-judges-lawyers";
    on_the_page(start, |explorer, _| {
        shows_rows(explorer, start);
        explorer.becomes(
            HEADS,
            json!([]),
            json!(["title", "first ascending", "length", "claims", "documents"]),
        );
        // Dates are as the page says them, the rest is what the record holds.
        let corpus = Corpus::embedded();
        let record = corpus.records.iter().find(|record| record.id == id).expect("a record");
        let date = "id => document.querySelector(`[id='${id}'] .steps .when`).textContent";
        let date = explorer.read(date, json!([id]));
        let shown = explorer.read(cells, json!([id]));
        assert_eq!(shown[0], record.title.as_str());
        assert_eq!(shown[1], date);
        assert_eq!(shown[3], record.claims.len().to_string());

        explorer.click(".pick summary");
        explorer.click("[data-column=first]");
        explorer.has_fragment("series=visits&view=table&columns=title~length~claims~documents");
        explorer.becomes(HEADS, json!([]), json!(["title", "length", "claims", "documents"]));
        explorer.changes(cells, json!([id]), shown.clone());
        explorer.click("[data-column=place]");
        explorer.becomes(HEADS, json!([]), json!(["title", "length", "place", "claims", "documents"]));
        let n_cells = "() => [...new Set([...document.querySelectorAll('#table tbody tr')].map(it => it.children.length))]";
        explorer.becomes(n_cells, json!([]), json!([5]));
        // The address is written after the paint, and only then one can go back.
        explorer.has_fragment("series=visits&view=table&columns=title~length~place~claims~documents");
        explorer.back();
        explorer.back();
        shows_rows(explorer, start);
        explorer.becomes(cells, json!([id]), shown);
    });
}

/// A wide table scrolls in its own place, which the keyboard reaches too.
#[test]
fn on_a_narrow_screen_only_the_table_scrolls() {
    on_the_page("", |explorer, server| {
        explorer.set_narrow();
        let columns = Column::ALL.map(Column::key).join("~");
        explorer.open(&server.url(&format!("index.html#series=visits&view=table&columns={columns}")));
        explorer.becomes(ROWS, json!([]), json!(rows("series=visits")));
        let scrolls = "() => {
            const region = document.querySelector('#table .scroll');
            return [document.scrollingElement.scrollWidth <= innerWidth, region.scrollWidth > region.clientWidth];
        }";
        explorer.becomes(scrolls, json!([]), json!([true, true]));
        explorer.read("() => document.querySelector('#table .scroll').focus()", json!([]));
        explorer.press(&[key::RIGHT]);
        explorer.changes("() => document.querySelector('#table .scroll').scrollLeft > 0", json!([]), false);
    });
}

/// All rows come, though in slices.
#[test]
fn the_whole_table_is_made() {
    on_the_page("view=table", |explorer, _| shows_rows(explorer, "view=table"));
}
