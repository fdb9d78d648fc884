//! What readers take away: every form of it, from the page as it stands. What each
//! form is made of is tested without a browser (`tests/excerpt.rs`); here that it
//! says what the data say. The files are left in `target/taken` for programs that
//! know these formats (`scripts/judge`).

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use standing_invitation::data::corpus::Corpus;
use standing_invitation::text::excerpt as words;

use crate::expected::{dataset, expected};
use crate::explorer::Explorer;
use crate::place::{Folder, page, served};
use crate::webdriver::key;
use crate::{in_chromium, in_each_engine, on_the_page};

const RECORD: &str = "visit-judges-lawyers";
/// What the dialog says of what can be taken, and of what was done with it.
const LINE: &str = "() => document.querySelector('#take [role=status]').textContent";

/// Whether records are still being read.
const BUSY: &str = "() => !document.querySelector('#take .progress').hidden";

/// Chooses a form in the open dialog, and returns the text and the name of the file.
#[track_caller]
fn taken_as(explorer: &Explorer, form: &str) -> (String, String) {
    explorer.select("[data-form]", form);
    explorer.becomes(BUSY, json!([]), false);
    let taken = "() => [document.querySelector('#take textarea').value, document.querySelector('[data-download]').download]";
    let taken = explorer.read(taken, json!([]));
    let text = |place: usize| taken[place].as_str().unwrap_or_default().to_owned();
    (text(0), text(1))
}

#[track_caller]
fn open(explorer: &Explorer) {
    explorer.click("[data-take]");
    explorer.becomes("() => document.querySelector('#take').open", json!([]), true);
}

/// Leaves a file for the programs that know its format.
fn leave(name: &str, content: impl AsRef<[u8]>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/taken");
    fs::create_dir_all(&folder).expect("a folder beside the tests");
    fs::write(folder.join(name), content).expect("a file in it");
}

/// All claims of all records stand in the table and in JSON, word for word, with
/// the places and the documents that they rest on.
#[test]
fn all_that_is_found_can_be_taken() {
    let corpus = Corpus::embedded();
    on_the_page("", |explorer, server| {
        open(explorer);
        let (csv, name) = taken_as(explorer, "Table of claims (CSV)");
        assert_eq!(name, format!("standing-invitation-{}.csv", env!("CARGO_PKG_VERSION")));
        leave("taken.csv", &csv);
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let names: Vec<String> = reader.headers().expect("names").iter().map(String::from).collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        let claims =
            corpus.records.iter().flat_map(|record| record.claims.iter().map(move |claim| (record, claim)));
        assert_eq!(rows.len(), claims.clone().count());
        let column = |name: &str| names.iter().position(|it| it == name).expect("a column");
        for ((record, claim), row) in claims.zip(&rows) {
            let cell = |name: &str| row[column(name)].to_owned();
            assert_eq!((cell("record"), cell("source")), (record.id.clone(), claim.source.clone()));
            assert_eq!(cell("title"), record.title);
            assert!(cell("says").ends_with(&claim.says), "{}: {}", record.id, cell("says"));
            assert_eq!(cell("rests_on"), claim.cites.join(" | "), "{}", record.id);
            assert!(!cell("at").contains("Find") && !cell("at").is_empty(), "{}", cell("at"));
            assert_eq!(cell("address"), server.url(&format!("r/{}.html", record.id)));
            assert_eq!(cell("horizon"), dataset().horizon.iso());
        }
        let (all, _) = taken_as(explorer, "All of it (JSON)");
        leave("taken.json", &all);
        let all: Value = serde_json::from_str(&all).expect("JSON");
        let records = all["records"].as_array().expect("a list");
        assert_eq!(records.len(), corpus.records.len());
        assert_eq!(all["sources"].as_array().map(Vec::len), Some(corpus.sources.len()));
        for (told, record) in records.iter().zip(&corpus.records) {
            let is_single = record.claims.len() == 1;
            assert_eq!(told["summary"], if is_single { "" } else { &record.summary }, "{}", record.id);
            assert_eq!(told["stages"].as_array().map(Vec::len), Some(record.steps.len()), "{}", record.id);
            for (stage, step) in told["stages"].as_array().into_iter().flatten().zip(&record.steps) {
                let stage = stage.as_str().unwrap_or_default();
                // A source knows nothing of the year after it was written.
                let plain =
                    step.date.bytes().all(|it| it.is_ascii_digit() || it == b'-') && !step.date.is_empty();
                let told = [format!("{}: ", step.date), format!("[{}-", step.date)];
                assert!(!plain || told.iter().any(|it| stage.starts_with(it)), "{stage} is {}", step.date);
            }
        }
        for (form, name) in [("BibTeX", "taken.bib"), ("CSL-JSON", "taken.csl.json"), ("RIS", "taken.ris")] {
            leave(name, &taken_as(explorer, form).0);
        }
        taken_as(explorer, "Data Package (zip)");
        let zip =
            explorer.read("() => document.querySelector('[data-download]').href.split(',')[1]", json!([]));
        let zip = zip.as_str().unwrap_or_default();
        let bytes = zip.split('%').skip(1).map(|code| u8::from_str_radix(code, 16).expect("a byte"));
        leave("taken.zip", bytes.collect::<Vec<u8>>());
        leave("taken.html", &taken_as(explorer, "Article (HTML)").0);
    });
}

/// Many records are read bit by bit: the dialog shows how far that is, and stops it
/// when asked to.
#[test]
fn what_takes_long_shows_how_far_it_is_and_can_be_stopped() {
    let offered = "() => {
        const [text, download, line] = ['textarea', '[data-download]', '[role=status]'].map(it => document.querySelector('#take ' + it));
        return [text.value.length > 100_000, download.hidden, line.textContent];
    }";
    // Notes what the bar shows, and cancels at the first of it if asked to.
    let watch = "cancel => {
        window.shown = [];
        const bar = document.querySelector('#take progress');
        window.watcher?.disconnect();
        window.watcher = new MutationObserver(() => {
            if (bar.parentNode.hidden) return;
            window.shown.push(bar.value);
            if (cancel) document.querySelector('[data-cancel]').click();
        });
        window.watcher.observe(bar, { attributes: true });
    }";
    in_chromium(|explorer| {
        explorer.open(&served().url("index.html"));
        open(explorer);
        explorer.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 8 }));
        explorer.read(watch, json!([true]));
        explorer.select("[data-form]", "All of it (JSON)");
        explorer.becomes(offered, json!([]), json!([false, true, words::CANCELLED]));
        explorer.becomes(BUSY, json!([]), false);
        assert_eq!(explorer.read("() => shown.length", json!([])), 1, "nothing was read after that");
        // Another form begins anew, and closing the dialog stops as well.
        explorer.read(watch, json!([false]));
        explorer.select("[data-form]", "Table of claims (CSV)");
        let all = expected("").count();
        explorer.becomes(offered, json!([]), json!([true, false, format!("{all} of {all} records. ")]));
        let shown = explorer.read("() => [shown, document.querySelector('#take progress').max]", json!([]));
        let read: Vec<u64> = shown[0].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        assert!(read.len() > 2 && read.is_sorted() && read.last() < Some(&u64::from(all)), "{read:?}");
        assert_eq!(shown[1], all);
        explorer.select("[data-form]", "All of it (JSON)");
        explorer.press(&[key::ESCAPE]);
        explorer.becomes("() => document.querySelector('#take').open", json!([]), false);
        explorer.becomes(offered, json!([]), json!([false, true, ""]));
    });
}

#[test]
fn a_query_is_shared_as_it_is() {
    let fragment = "q=lawyers&series=visits";
    on_the_page(fragment, |explorer, server| {
        open(explorer);
        let count = expected(fragment).count();
        assert_eq!(
            explorer.read(LINE, json!([])),
            format!("{count} of {} records. ", dataset().records.len())
        );
        let link = server.url(&format!("#{fragment}&since={}", env!("CARGO_PKG_VERSION")));
        assert_eq!(taken_as(explorer, "Link").0, link);
        let (frame, _) = taken_as(explorer, "Embed, as a frame");
        assert!(frame.contains("sandbox=") && frame.contains("embed=1&amp;q=lawyers"), "{frame}");
        let preview = "() => { const it = document.querySelector('[data-download]'); return [it.textContent, it.href]; }";
        let preview = explorer.read(preview, json!([]));
        assert_eq!(preview, json!([words::PREVIEW, server.url(&format!("#embed=1&{fragment}"))]));
        let (element, _) = taken_as(explorer, "Embed, with a script");
        assert!(element.contains("<standing-invitation q=\"lawyers\" series=\"visits\">"), "{element}");
        let (cited, _) = taken_as(explorer, "UN style");
        assert!(
            cited.starts_with("Standing Invitation, “") && cited.contains("Search: lawyers · Visits"),
            "{cited}"
        );
        explorer.click("[data-frozen]");
        let kept = format!("v/{}/index.html#{fragment}", env!("CARGO_PKG_VERSION"));
        assert_eq!(taken_as(explorer, "Link").0, server.url(&kept));
        explorer.click("#take [data-close]");
        explorer.becomes("() => document.querySelector('#take').open", json!([]), false);
        explorer.shows(fragment);
    });
}

/// What was taken as an embed shows, on somebody's page, what was found.
#[test]
fn what_is_embedded_shows_what_was_found() {
    let server = served();
    in_each_engine(|explorer| {
        explorer.open(&server.url("index.html#series=visits&from=2005"));
        open(explorer);
        let (frame, _) = taken_as(explorer, "Embed, as a frame");
        let folder = Folder::new().with("host.html", &format!("<!doctype html><title>Host</title>{frame}"));
        explorer.go(&folder.address("host.html"));
        explorer.enter_frame("iframe");
        explorer.is_ready();
        let count = "() => Number(document.querySelector('[data-count]').dataset.count)";
        explorer.becomes(count, json!([]), expected("series=visits&from=2005").count());
        explorer.leave_frames();
    });
}

/// The open record is cited by one key, with its first source before the explorer;
/// what is pasted into a letter keeps italics and links.
#[test]
fn a_key_copies_a_citation() {
    on_the_page(RECORD, |explorer, server| {
        explorer.read(
            "() => addEventListener('copy', event => {
                window.copied = ['text/plain', 'text/html'].map(kind => event.clipboardData.getData(kind));
            })",
            json!([]),
        );
        explorer.press(&["c"]);
        explorer.becomes(LINE, json!([]), words::COPIED);
        let copied = explorer.read("() => window.copied", json!([]));
        let (plain, html) = (copied[0].as_str().unwrap_or_default(), copied[1].as_str().unwrap_or_default());
        assert!(plain.starts_with("Human Rights in China, The China Challenge"), "{plain}");
        assert!(
            plain.ends_with(&format!("Available at {}.", server.url(&format!("r/{RECORD}.html")))),
            "{plain}"
        );
        assert!(html.contains("<em>Standing Invitation</em>") && html.contains("<a href=\""), "{html}");
        // The page behind the dialog hears no keys.
        explorer.press(&["]"]);
        explorer.has_fragment(RECORD);
    });
}

/// An old link says what has changed since it was made, of the record that it opens
/// and of others; a new one says nothing.
#[test]
fn an_old_link_says_what_has_changed() {
    let line = "() => [...document.querySelectorAll('article p[role=status]')].map(it => [it.closest('article').id, it.textContent])";
    let changed = "<dd class=elsewhere><span data-version=\"0.0.5\">0.0.5: Older.</span><br>\
                   <span data-version=\"0.1.0\">0.1.0: The year is read as the reminder’s.</span></dl></details></article>";
    let article = format!("<article class=\"record visits\" id={RECORD} ");
    let (before, after) =
        page().split_once(&article).map(|(a, b)| (a.to_owned(), b.to_owned())).expect("the record");
    let after = after.replacen("</dl></details></article>", changed, 1);
    let folder = Folder::new().with("index.html", &[before, article, after].concat());
    in_each_engine(|explorer| {
        explorer.open(&folder.address(&format!("index.html#series=visits&record={RECORD}&since=0.0.9")));
        let said = standing_invitation::text::excerpt::since(
            "0.0.9",
            &["0.1.0: The year is read as the reminder’s.".to_owned()],
        );
        explorer.becomes(line, json!([]), json!([[RECORD, said]]));
        // And of the next one, of which nothing is told.
        explorer.press(&["]"]);
        let said = standing_invitation::text::excerpt::since("0.0.9", &[]);
        let words =
            "() => [...document.querySelectorAll('article p[role=status]')].map(it => it.textContent)";
        explorer.becomes(words, json!([]), json!([said.clone()]));
        let told = explorer.read(line, json!([]));
        assert_eq!(told[0][1], said);
        assert_ne!(told[0][0], RECORD);
        for fragment in [format!("record={RECORD}&since=0.1.0"), format!("record={RECORD}&view=records")] {
            explorer.open(&folder.address(&format!("index.html#{fragment}")));
            explorer.shows_open(RECORD);
            assert_eq!(explorer.read(line, json!([])), json!([]), "{fragment}");
        }
    });
}

/// The drawing as a file: XML that stands alone, links that lead to whole
/// addresses, words for those who do not see it, and pixels of it.
#[test]
fn the_drawing_becomes_a_picture() {
    on_the_page("series=visits", |explorer, server| {
        open(explorer);
        let (svg, name) = taken_as(explorer, "Drawing (SVG)");
        assert!(name.ends_with(".svg"));
        leave("taken.svg", &svg);
        let document = roxmltree::Document::parse(&svg).expect("XML");
        let named = |name: &'static str| {
            document.descendants().filter(move |it| it.has_tag_name(("http://www.w3.org/2000/svg", name)))
        };
        let text = |name: &'static str| {
            named(name).next().and_then(|it| it.text().map(String::from)).unwrap_or_default()
        };
        assert_eq!(text("title"), Corpus::embedded().about.title);
        assert!(text("desc").contains("Visits by UN experts"));
        let links: Vec<&str> = named("a").filter_map(|it| it.attribute("href")).collect();
        assert!(links.len() > 10 && links.iter().all(|it| it.starts_with(&server.url("r/"))), "{links:?}");
        let (told, _) = taken_as(explorer, "Drawing (PNG)");
        assert!(told.contains("Special Rapporteur"), "the picture in words");
        let pixels = "() => document.querySelector('[data-download]').href.slice(0, 22)";
        explorer.becomes(pixels, json!([]), "data:image/png;base64,");
    });
}

/// In a frame that may do nothing but run script, all of it can be selected.
#[test]
fn where_nothing_is_allowed_it_is_text() {
    let server = served();
    let folder = Folder::new().with(
        "host.html",
        &format!(
            "<!doctype html><title>Host</title><iframe sandbox=allow-scripts width=700 height=600 \
             src=\"{}\"></iframe>",
            server.url("index.html#series=visits&embed=1")
        ),
    );
    in_each_engine(|explorer| {
        explorer.go(&folder.address("host.html"));
        explorer.enter_frame("iframe");
        explorer.is_ready();
        explorer.becomes("() => document.documentElement.dataset.ready", json!([]), "");
        open(explorer);
        assert!(taken_as(explorer, "Link").0.starts_with(&server.url("#series=visits&")));
        let (article, _) = taken_as(explorer, "Article (HTML)");
        assert!(article.contains("<h3>"));
        explorer.click("[data-copy]");
        let line = explorer.changes(LINE, json!([]), "");
        let line = line.as_str().unwrap_or_default();
        assert!([words::COPIED, words::SELECTED].contains(&line), "{line}");
        let selected = "() => { const it = document.querySelector('#take textarea'); return it.selectionEnd - it.selectionStart > 1000; }";
        assert_eq!(explorer.read(selected, json!([])), true);
        explorer.leave_frames();
    });
}

/// Twelve records are chosen one by one in the table, or by a key where they are
/// open, and taken together, whatever is found.
#[test]
fn chosen_records_are_taken_together() {
    on_the_page("view=table&series=visits", |explorer, server| {
        let boxes = "() => document.querySelectorAll('#table tbody [data-choose]').length";
        explorer.becomes(boxes, json!([]), expected("series=visits").count());
        let choose = "n => [...document.querySelectorAll('#table tbody [data-choose]')].slice(0, n)
            .map(it => { it.click(); return it.dataset.choose; })";
        let mut chosen = explorer.read(choose, json!([11]));
        let written = "() => location.hash.includes('chosen=') && location.hash.split('~').length";
        explorer.becomes(written, json!([]), 11);
        // Narrowing down to something else keeps them.
        let elsewhere = "treaty-cedaw";
        explorer.open(&format!(
            "{}&record={elsewhere}&view=records&series=treaties",
            explorer.address().replace("&series=visits", "")
        ));
        explorer.becomes("() => document.documentElement.dataset.ready", json!([]), "");
        explorer.press(&["x"]);
        chosen.as_array_mut().expect("a list").push(json!(elsewhere));
        let ticked = "() => document.querySelector('[data-open] [data-choose]').checked";
        explorer.becomes(ticked, json!([]), true);
        let mut ids: Vec<&str> = chosen.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        ids.sort_by_key(|id| dataset().record(id));
        assert_eq!(ids.len(), 12);
        assert!(explorer.chips().contains(&standing_invitation::text::chosen(12)));
        open(explorer);
        assert_eq!(explorer.read(LINE, json!([])), format!("12 of {} records. ", dataset().records.len()));
        let link = format!("#pick={}&since={}", ids.join("~"), env!("CARGO_PKG_VERSION"));
        assert_eq!(taken_as(explorer, "Link").0, server.url(&link));
        let (article, _) = taken_as(explorer, "Article (HTML)");
        assert_eq!(article.matches("<h3>").count(), 12);
        assert!(!article.contains("Treaties ·") && !article.contains("12 chosen"), "{article}");
    });
}
