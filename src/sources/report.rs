//! What is printed.

use std::fmt::Write;

use super::check::{Outcome, read_source};
use super::coverage::coverage;
use super::lines;
use crate::data::corpus::Corpus;

/// The report on a check: each fault with its file and line, then the
/// coverage of each source that was read, then the sum. `files` are the
/// authored files, `texts` those of the sources.
pub fn report(
    corpus: &Corpus,
    texts: &[(String, String)],
    files: &[(String, String)],
    outcome: &Outcome,
) -> String {
    let mut out = String::new();
    for (source, message, claims) in &outcome.unread {
        let _ = writeln!(out, "{source}: {message} ({claims} claims)");
    }
    for fault in &outcome.faults {
        let (file, line) =
            lines::of_claim(files, &fault.record, &fault.key).unwrap_or_else(|| ("data".to_string(), 0));
        let _ = writeln!(out, "{file}:{line}: {}#{}: {}", fault.record, fault.key, fault.message);
    }
    let _ = writeln!(out, "\nClaims by place:\n");
    for source in &corpus.sources {
        if let Ok(text) = read_source(source, texts) {
            let _ = writeln!(out, "{}", coverage(corpus, &source.id, &text));
        }
    }
    let unread: usize = outcome.unread.iter().map(|(_, _, claims)| claims).sum();
    let _ = writeln!(
        out,
        "{} claims checked, {} not checked, {} faults",
        outcome.checked,
        unread,
        outcome.faults.len()
    );
    out
}
