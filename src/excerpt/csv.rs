//! Records as one table, a row for each claim: UTF-8 with its mark, which
//! spreadsheets look for, commas, and no text that is a formula.

use crate::data::formula;
use crate::excerpt::{About, Entry, Excerpt, Said};

/// So many of what is to be known of all records stand in every row, the first
/// ones: the name, version, licence and horizon.
const OF_ALL: usize = 4;

/// The names of the columns: of the record, of the claim, and of all together.
pub fn columns() -> Vec<&'static str> {
    [Entry::NAMES, Said::NAMES, About::NAMES.get(..OF_ALL).unwrap_or_default()].concat()
}

/// The table.
pub fn text(excerpt: &Excerpt) -> String {
    let mut out = String::from('\u{feff}');
    row(&mut out, &columns());
    let about = excerpt.about.texts();
    let about = about.get(..OF_ALL).unwrap_or_default();
    for (record, claims) in &excerpt.records {
        let record = record.texts();
        claims.iter().for_each(|said| row(&mut out, &[&record, &said.texts(), about].concat()));
    }
    out
}

fn row(out: &mut String, cells: &[&str]) {
    for (place, text) in cells.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        cell(out, text);
    }
    out.push_str("\r\n");
}

fn cell(out: &mut String, text: &str) {
    let text = formula::as_text(text);
    if text.contains(['"', ',', '\n', '\r']) {
        out.push('"');
        for letter in text.chars() {
            if letter == '"' {
                out.push('"');
            }
            out.push(letter);
        }
        out.push('"');
    } else {
        out.push_str(&text);
    }
}
