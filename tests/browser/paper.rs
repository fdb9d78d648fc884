//! The page on paper: a sheet of evidence that says what was asked, as of when,
//! and all that the records found hold.

use std::{fs, process::Command};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde_json::json;
use standing_invitation::data::corpus::Corpus;

use crate::expected::{dataset, expected};
use crate::explorer::Explorer;
use crate::in_chromium;
use crate::place::{Folder, served};

/// What stands on the sheets, with single blanks between words.
#[track_caller]
fn printed(explorer: &Explorer) -> String {
    let sheets = json!({ "printBackground": true, "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
    let answer = explorer.devtools("Page.printToPDF", sheets);
    let sheets = BASE64.decode(answer["data"].as_str().unwrap_or_default()).expect("a PDF is base64");
    let folder = Folder::new();
    let file = folder.file("sheets.pdf");
    fs::write(&file, sheets).expect("the temporary folder is writable");
    let text = Command::new("pdftotext").args(["-layout".as_ref(), file.as_os_str(), "-".as_ref()]).output();
    let text = text.expect("`make setup` installs pdftotext");
    assert!(text.status.success(), "{}", String::from_utf8_lossy(&text.stderr));
    String::from_utf8_lossy(&text.stdout).into_owned()
}

/// Without blanks and line ends, which depend on where lines break.
fn dense(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// That a record is there with every claim, its source, where the passage is and
/// what it rests on. Words that stand side by side are mixed on the sheet, so
/// it is asked for what is short.
#[track_caller]
fn holds_record(sheet: &str, corpus: &Corpus, id: &str) {
    let record = corpus.records.iter().find(|it| it.id == id).expect("a record");
    let holds = |words: &str| assert!(sheet.contains(&dense(words)), "`{words}` of {id} is on the sheet");
    for word in record.title.split_whitespace() {
        holds(word);
    }
    for claim in &record.claims {
        let source = corpus.source(&claim.source).expect("a source");
        holds(&source.short);
        for word in claim.at.anchor.split_whitespace().chain(claim.says.split_whitespace()) {
            holds(word);
        }
        for address in claim.cites.iter().flat_map(|cite| cite.split_whitespace()) {
            if address.starts_with("http") {
                // It may be broken over lines.
                let shown: String = address.chars().take(12).collect();
                holds(&shown);
            }
        }
    }
}

#[test]
fn a_query_is_printed_with_all_that_it_yields() {
    let corpus = Corpus::embedded();
    in_chromium(|explorer| {
        let fragment = "series=visits&q=lawyers&asof=2016-06-30";
        explorer.open(&served().url(&format!("index.html#{fragment}")));
        // Readers who like it dark have white paper too.
        explorer.set_media(&[("prefers-color-scheme", "dark")]);
        let text = printed(explorer);
        let sheet = dense(&text);

        let listed = expected(fragment).listed();
        assert_eq!(listed.len(), 2, "{listed:?}");
        for asked in
            ["Search lawyers", "Seen as of", "06/30/2016", "Visits by UN experts", "2 of 577 records"]
        {
            assert!(sheet.contains(&dense(asked)), "`{asked}`: {text}");
        }
        let about = &corpus.about;
        for told in [&about.title, &about.version, &about.licence] {
            assert!(sheet.contains(&dense(told)), "`{told}`: {text}");
        }
        assert!(sheet.contains(&dense(&standing_invitation::text::horizon(dataset().horizon))), "{text}");
        for id in &listed {
            holds_record(&sheet, &corpus, id);
        }
        let sheets = text.matches('\u{c}').count();
        assert!((2..8).contains(&sheets), "{sheets} sheets");
        assert!(
            sheet.contains(&format!("1/{sheets}")) && sheet.contains(&format!("{sheets}/{sheets}")),
            "{text}"
        );
        // What only works on a screen is not there, nor are other records.
        for not in
            ["☐", "Best matches", "What these numbers count", "Zoom", "Clear all", "+1 yr", "Definitions"]
        {
            assert!(!sheet.contains(&dense(not)), "`{not}`: {text}");
        }
    });
}

/// A drawing made for a wide window is laid out anew for the sheet, where its names
/// would be cut off and stand on each other; afterwards it is what it was.
#[test]
fn the_drawing_fits_the_sheet() {
    in_chromium(|explorer| {
        explorer.open(&served().url("index.html#series=visits"));
        explorer.is_ready();
        let drawing = "() => document.querySelector('#timeline [data-drawn]').innerHTML";
        let before = explorer.read(drawing, json!([]));
        let faults = "prints => {
            const place = document.querySelector('#timeline');
            if (prints) dispatchEvent(new Event('beforeprint'));
            place.style.inlineSize = '648px';
            const edge = place.getBoundingClientRect().right + 1;
            const names = [...place.querySelectorAll('[data-drawn] :is(.label, .no-date)')].map(it => it.getBoundingClientRect());
            const meet = (a, b) => a !== b && a.left < b.right - 4 && b.left < a.right - 4 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
            const faults = [names.length > 20, names.some(it => it.right > edge), names.some(it => names.some(other => meet(it, other)))];
            place.style.inlineSize = '';
            if (prints) dispatchEvent(new Event('afterprint'));
            return faults;
        }";
        assert_eq!(explorer.read(faults, json!([false])), json!([true, true, true]), "on a sheet as it is");
        assert_eq!(explorer.read(faults, json!([true])), json!([true, false, false]), "cut off, or meet");
        assert_eq!(explorer.read(drawing, json!([])), before, "afterwards");
    });
}

#[test]
fn a_record_is_printed_whole() {
    let corpus = Corpus::embedded();
    in_chromium(|explorer| {
        explorer.go(&served().url("r/visit-judges-lawyers.html"));
        let text = printed(explorer);
        let sheet = dense(&text);
        holds_record(&sheet, &corpus, "visit-judges-lawyers");
        assert!(sheet.contains("<http"), "links are spelled out: {text}");
        assert!(sheet.contains("1/"), "sheets are counted: {text}");
    });
}

/// What only pictures would show: the paper is white, claims are not cut, and
/// ours is the only page whose rules for paper these are.
#[test]
fn paper_is_white_and_cuts_no_claim() {
    in_chromium(|explorer| {
        for page in ["index.html#upr-2013", "r/upr-2013.html"] {
            if page.starts_with("index") {
                explorer.open(&served().url(page));
            } else {
                explorer.go(&served().url(page));
            }
            let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
            explorer.devtools("Emulation.setEmulatedMedia", json!({ "media": "print", "features": dark }));
            let style = "() => {
                const of = (css, part) => [...new Set([...document.querySelectorAll(css)].map(it => getComputedStyle(it)[part]))];
                return [of('html', 'backgroundColor'), of('.claim', 'backgroundColor'), of('.claim', 'breakInside')];
            }";
            let white = "rgb(255, 255, 255)";
            assert_eq!(explorer.read(style, json!([])), json!([[white], [white], ["avoid"]]), "{page}");
            explorer.set_media(&[]);
        }
    });
}
