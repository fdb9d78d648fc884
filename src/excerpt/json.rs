//! Records as JSON. A library for it would weigh more in the page than all forms
//! together.

use crate::excerpt::{About, Entry, Excerpt, Said, Work, parts};

/// The texts that are several, which become lists.
const LISTS: [&str; 2] = ["stages", "rests_on"];

/// All of it, for programs.
pub fn text(excerpt: &Excerpt) -> String {
    let mut out = String::new();
    object(&mut out, About::NAMES, &excerpt.about.texts());
    out.push_str(",\n\"sources\": [");
    for (place, work) in excerpt.sources.iter().enumerate() {
        next(&mut out, place);
        object(&mut out, Work::NAMES, &work.texts());
        out.push('}');
    }
    out.push_str("],\n\"records\": [");
    for (place, (record, claims)) in excerpt.records.iter().enumerate() {
        next(&mut out, place);
        object(&mut out, Entry::NAMES, &record.texts());
        out.push_str(", \"claims\": [");
        for (place, said) in claims.iter().enumerate() {
            next(&mut out, place);
            object(&mut out, Said::NAMES, &said.texts());
            out.push('}');
        }
        out.push_str("]}");
    }
    out.push_str("]}\n");
    out
}

/// What stands before an entry of a list.
pub fn next(out: &mut String, place: usize) {
    out.push_str(if place > 0 { ",\n" } else { "\n" });
}

/// An object of texts, without the brace at its end.
pub fn object(out: &mut String, names: &[&str], texts: &[&str]) {
    for (place, (name, text)) in names.iter().zip(texts).enumerate() {
        out.push_str(if place == 0 { "{" } else { ", " });
        quote(out, name);
        out.push_str(": ");
        if LISTS.contains(name) {
            out.push('[');
            for (place, text) in parts(text).enumerate() {
                next(out, place);
                quote(out, text);
            }
            out.push(']');
        } else {
            quote(out, text);
        }
    }
}

/// A text in quotation marks.
pub fn quote(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            // No control character means anything in a text but the end of a line.
            '\n' => out.push_str("\\n"),
            _ => out.push(if letter < ' ' { ' ' } else { letter }),
        }
    }
    out.push('"');
}
