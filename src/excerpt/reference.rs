//! References for reference managers: the documents that records rest on, and the
//! records themselves. One list of parts, which three formats name differently.

use crate::excerpt::json::quote;
use crate::excerpt::{Entry, Excerpt, Form, Said, parts};

/// What the formats call the parts of a reference, which stand in this order: what
/// it is, its id, author, title, publisher, the whole that it is in, version, year,
/// address and note; of BibTeX, CSL-JSON and RIS.
const NAMES: [[&str; 3]; 10] = [
    ["", "type", "TY"],
    ["", "id", "ID"],
    ["author", "author", "A1"],
    ["title", "title", "TI"],
    ["institution", "publisher", "PB"],
    ["howpublished", "container-title", "T2"],
    ["edition", "version", "ET"],
    ["year", "issued", "PY"],
    ["url", "URL", "UR"],
    ["note", "note", "N1"],
];

/// What a document and a record are.
const WORK: [&str; 3] = ["techreport", "report", "RPRT"];
const RECORD: [&str; 3] = ["misc", "dataset", "DATA"];

/// The places of some parts.
const AUTHOR: usize = 2;
const TITLE: usize = 3;
const YEAR: usize = 7;
const ADDRESS: usize = 8;

/// The references in one of the formats.
pub fn text(excerpt: &Excerpt, form: Form) -> String {
    let (format, begin, end) = match form {
        Form::Bibtex => (0, "", ""),
        Form::Csl => (1, "[", "]\n"),
        _ => (2, "", ""),
    };
    let mut out = begin.to_string();
    let mut push = |parts: [&str; 10]| {
        if format == 1 && out.len() > 1 {
            out.push_str(",\n");
        }
        match format {
            0 => bibtex(&mut out, &parts),
            1 => csl(&mut out, &parts),
            _ => ris(&mut out, &parts),
        }
    };
    for work in &excerpt.sources {
        let (title, publisher) = (&work.title, &work.publisher);
        let kind = WORK[format];
        push([kind, &work.source, work.author(), title, publisher, "", "", work.year(), &work.address, ""]);
    }
    let about = &excerpt.about;
    for (record, claims) in &excerpt.records {
        let kind = RECORD[format];
        let parts = (&record.record, &about.name, &record.title, &about.title, &about.version);
        let note = note(record, claims);
        push([kind, parts.0, parts.1, parts.2, "", parts.3, parts.4, "", &record.address, &note]);
    }
    out + end
}

/// Where the sources say what a record holds, and what they rest on.
fn note(record: &Entry, claims: &[Said]) -> String {
    let mut note = record.status.clone();
    for said in claims {
        let rests: Vec<&str> = parts(&said.rests_on).collect();
        let citing = if rests.is_empty() { "" } else { ", citing " };
        note.push_str(&[". ", &said.by, ", ", &said.at, citing, &rests.join("; ")].concat());
    }
    note
}

fn ris(out: &mut String, parts: &[&str; 10]) {
    for (names, text) in NAMES.iter().zip(parts).filter(|(_, text)| !text.is_empty()) {
        out.push_str(&[names[2], "  - "].concat());
        // A line is a part.
        out.extend(text.chars().map(|letter| if letter < ' ' { ' ' } else { letter }));
        out.push_str("\r\n");
    }
    out.push_str("ER  - \r\n\r\n");
}

fn bibtex(out: &mut String, parts: &[&str; 10]) {
    out.push_str(&["@", parts[0], "{", parts[1]].concat());
    for (place, (names, text)) in NAMES.iter().zip(parts).enumerate().skip(AUTHOR) {
        if !text.is_empty() {
            // Braces keep capitals, and commas from parting names.
            let (begin, end) = if place <= TITLE { ("{{", "}}") } else { ("{", "}") };
            out.push_str(&[",\n  ", names[0], " = ", begin].concat());
            text.chars().for_each(|letter| letter_of_tex(out, letter, place == ADDRESS));
            out.push_str(end);
        }
    }
    out.push_str("\n}\n\n");
}

/// A letter that TeX does not take for a command, or one of an address.
fn letter_of_tex(out: &mut String, letter: char, in_address: bool) {
    match letter {
        '{' => out.push_str(if in_address { "%7B" } else { "(" }),
        '}' => out.push_str(if in_address { "%7D" } else { ")" }),
        '\\' => out.push('/'),
        '&' | '%' | '$' | '#' | '_' | '~' | '^' if !in_address => {
            out.push('\\');
            out.push(letter);
            // These two are accents, for what follows.
            if ['~', '^'].contains(&letter) {
                out.push_str("{}");
            }
        }
        _ => out.push(letter),
    }
}

fn csl(out: &mut String, parts: &[&str; 10]) {
    out.push('{');
    for (place, (names, text)) in NAMES.iter().zip(parts).enumerate() {
        if text.is_empty() {
            continue;
        }
        if place > 0 {
            out.push_str(", ");
        }
        quote(out, names[1]);
        out.push_str(": ");
        match place {
            YEAR => out.push_str(&["{\"date-parts\": [[", text, "]]}"].concat()),
            AUTHOR => {
                out.push_str("[{\"literal\": ");
                quote(out, text);
                out.push_str("}]");
            }
            _ => quote(out, text),
        }
    }
    out.push('}');
}
