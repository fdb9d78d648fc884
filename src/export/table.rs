//! One table of the Data Package: rows as CSV, and the schema that says what
//! each column means.

use serde_json::{Value, json};

/// What stands between several values in one cell.
pub const JOIN: &str = " | ";

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in the first row.
    pub name: &'static str,
    /// A type of the Table Schema standard.
    pub kind: &'static str,
    /// What it means.
    pub description: &'static str,
    /// Whether every row has it.
    pub required: bool,
}

/// A column of text that every row has.
pub const fn text(name: &'static str, description: &'static str) -> Column {
    Column { name, kind: "string", description, required: true }
}

/// A column of text that may be empty.
pub const fn maybe(name: &'static str, description: &'static str) -> Column {
    Column { name, kind: "string", description, required: false }
}

/// A column of another type that may be empty.
pub const fn typed(name: &'static str, kind: &'static str, description: &'static str) -> Column {
    Column { name, kind, description, required: false }
}

/// Cells of one table that name rows of another.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// The columns here.
    pub from: &'static [&'static str],
    /// The name of the other table.
    pub table: &'static str,
    /// The columns there.
    pub to: &'static [&'static str],
}

/// A table with its rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name; the file is `NAME.csv`.
    pub name: &'static str,
    /// What it holds.
    pub title: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns that tell its rows apart; none if no columns do.
    pub key: &'static [&'static str],
    /// What its cells name in other tables.
    pub references: &'static [Reference],
    /// As many cells in each as there are columns.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The file: UTF-8, commas, quotation marks where needed, `\r\n`, as RFC 4180.
    ///
    /// # Errors
    /// When a row has another number of cells than there are columns.
    pub fn csv(&self) -> Result<String, String> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let wrong = |error: csv::Error| format!("{}: {error}", self.name);
        writer.write_record(self.columns.iter().map(|column| column.name)).map_err(wrong)?;
        for row in &self.rows {
            writer.write_record(row).map_err(wrong)?;
        }
        let bytes = writer.into_inner().map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|error| error.to_string())
    }

    /// The schema, as the Table Schema standard has it.
    pub fn schema(&self) -> Value {
        let fields = self.columns.iter().map(|column| {
            let mut field = json!({
                "name": column.name, "type": column.kind, "description": column.description,
            });
            if column.required {
                field["constraints"] = json!({ "required": true });
            }
            field
        });
        let mut schema = json!({ "fields": fields.collect::<Vec<_>>() });
        if !self.key.is_empty() {
            schema["primaryKey"] = json!(self.key);
        }
        let references = self.references.iter().map(|reference| {
            json!({
                "fields": reference.from,
                "reference": { "resource": reference.table, "fields": reference.to },
            })
        });
        let references: Vec<_> = references.collect();
        if !references.is_empty() {
            schema["foreignKeys"] = json!(references);
        }
        schema
    }
}
