//! Reads what versions of the data have changed of a record.

use super::record::{TEXT_LENGTH, check_prose};
use super::table::Table;
use crate::data::corpus::{Change, Corpus};
use crate::data::version::is_later;

/// What is new in the record, the earliest version first.
pub fn read(table: &Table, corpus: &Corpus) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for table in table.tables("change") {
        let (version, what) = (table.text("version"), table.text("what"));
        let now = &corpus.about.version;
        if is_later(&version.value, now) {
            let message = format!(
                "this is version {now}, which is before {}: write a version that there is",
                version.value
            );
            table.file.mistake(&version.span, message);
        }
        if changes.last().is_some_and(|last| !is_later(&version.value, &last.version)) {
            let message = "a change must be of a later version than the one before it: bring them in order";
            table.file.mistake(&version.span, message.to_string());
        }
        let what = check_prose(&table, what, TEXT_LENGTH, corpus);
        table.finish();
        changes.push(Change { version: version.value, what });
    }
    changes
}
