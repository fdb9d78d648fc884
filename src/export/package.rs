//! `datapackage.json`: what the tables are, by the Data Package standard.

use serde_json::{Value, json};

use crate::checksum::sha256;
use crate::data::corpus::Corpus;
use crate::export::table::Table;
use crate::export::tables::tables;

/// A file of the package: its name and its text.
pub type File = (String, String);

/// The descriptor and every table.
///
/// # Errors
/// When a table cannot be written.
pub fn files(corpus: &Corpus) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    let mut resources = Vec::new();
    for table in tables(corpus)? {
        let csv = table.csv()?;
        resources.push(resource(&table, &csv));
        files.push((path(&table), csv));
    }
    let descriptor = descriptor(corpus, resources);
    let descriptor = serde_json::to_string_pretty(&descriptor).map_err(|error| error.to_string())?;
    files.push(("datapackage.json".to_string(), descriptor + "\n"));
    Ok(files)
}

fn path(table: &Table) -> String {
    format!("{}.csv", table.head.name)
}

fn descriptor(corpus: &Corpus, resources: Vec<Value>) -> Value {
    let about = &corpus.about;
    let sources = corpus.sources.iter().map(|source| json!({ "title": source.title }));
    json!({
        "profile": "tabular-data-package",
        "name": about.name.to_lowercase().replace(' ', "-"),
        "title": about.title,
        "description": about.sentence,
        "version": about.version,
        "horizon": corpus.horizon().iso(),
        "licenses": [{ "name": about.licence.replace(' ', "-"), "title": about.licence }],
        "sources": sources.collect::<Vec<_>>(),
        "resources": resources,
    })
}

fn resource(table: &Table, csv: &str) -> Value {
    json!({
        "profile": "tabular-data-resource",
        "name": table.head.name,
        "title": table.head.title,
        "path": path(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": csv.len(),
        "hash": format!("sha256:{}", sha256(csv)),
        "schema": table.schema(),
    })
}
