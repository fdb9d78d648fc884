//! Records as one table, a row for each claim: UTF-8 with its mark, which
//! spreadsheets look for, commas, and no text that is a formula.

use crate::data::formula;
use crate::excerpt::{About, Entry, Excerpt, Said};

/// So many of what is to be known of all records stand in every row, the first
/// ones: the name, version, licence and horizon.
pub const OF_ALL: usize = 4;

/// The table: the columns of the record, of the claim, and of all together.
pub fn text(excerpt: &Excerpt) -> String {
    let mut out = String::from('\u{feff}');
    let mut row = |record: &[&str], claim: &[&str], about: &[&str]| {
        let cells = record.iter().chain(claim).chain(about.iter().take(OF_ALL));
        for (place, text) in cells.enumerate() {
            if place > 0 {
                out.push(',');
            }
            cell(&mut out, text);
        }
        out.push_str("\r\n");
    };
    row(Entry::NAMES, Said::NAMES, About::NAMES);
    let about = excerpt.about.texts();
    for (record, claims) in &excerpt.records {
        let record = record.texts();
        claims.iter().for_each(|said| row(&record, &said.texts(), &about));
    }
    out
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
