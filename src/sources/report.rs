//! What is printed.

use std::fmt::Write;

use super::check::Outcome;
use super::coverage::coverage;
use crate::data::compile::Authored;

/// The report on a check: each fault with its file and line, then the
/// coverage of each source that was read, then the sum.
pub fn report(authored: &Authored, outcome: &Outcome) -> String {
    let mut out = String::new();
    for unread in &outcome.unread {
        let _ = writeln!(out, "{}: {} ({} claims)", unread.source, unread.message, unread.claims);
    }
    for fault in &outcome.faults {
        let line = authored.lines.get(&fault.claim).map_or("", String::as_str);
        let _ = writeln!(out, "{line}: {}#{}: {}", fault.claim.record, fault.claim.claim, fault.message);
    }
    let _ = writeln!(out, "\nClaims by place:\n");
    for (source, text) in &outcome.texts {
        let _ = writeln!(out, "{}", coverage(&authored.corpus, source, text));
    }
    let unread: usize = outcome.unread.iter().map(|unread| unread.claims).sum();
    let (checked, faults) = (outcome.checked, outcome.faults.len());
    let _ = writeln!(out, "{checked} claims checked, {unread} not checked, {faults} faults");
    out
}
