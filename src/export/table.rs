//! One table of the Data Package: rows as CSV, and the schema that says what
//! each column means.

use serde_json::{Value, json};

use crate::data::formula;
use crate::export::column::{Column, Field, JOIN};

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

/// What a table is, without its columns and rows.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// Its name; the file is `NAME.csv`.
    pub name: &'static str,
    /// What it holds.
    pub title: &'static str,
    /// The columns that tell its rows apart; none if no columns do.
    pub key: &'static [&'static str],
    /// What its cells name in other tables.
    pub references: &'static [Reference],
}

/// A table with its rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it is.
    pub head: Head,
    fields: Vec<Field>,
    /// A cell in each for every field.
    rows: Vec<Vec<String>>,
}

impl Table {
    /// The table with a row for each `T`.
    ///
    /// # Errors
    /// When a cell cannot be written (see [`Column::cell`]).
    pub fn new<T>(
        head: Head,
        columns: &[Column<T>],
        rows: impl IntoIterator<Item = T>,
    ) -> Result<Table, String> {
        let row = |row: T| columns.iter().map(|column| column.cell(&row)).collect();
        let rows: Result<Vec<Vec<String>>, String> = rows.into_iter().map(row).collect();
        let rows = rows.map_err(|error| format!("{}.csv: {error}", head.name))?;
        Ok(Table { head, fields: columns.iter().map(|column| column.field.clone()).collect(), rows })
    }

    /// The file: UTF-8, commas, quotation marks where needed, `\r\n`, as RFC 4180;
    /// no text in it is a formula.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn csv(&self) -> Result<String, String> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let wrong = |error: csv::Error| format!("{}.csv: {error}", self.head.name);
        writer.write_record(self.fields.iter().map(|field| field.name)).map_err(wrong)?;
        let cell = |field: &Field, cell: &str| match field.kind {
            "string" => formula::as_text(cell).into_owned(),
            _ => cell.to_string(),
        };
        for row in &self.rows {
            let cells = self.fields.iter().zip(row).map(|(field, text)| cell(field, text));
            writer.write_record(cells).map_err(wrong)?;
        }
        let bytes = writer.into_inner().map_err(|error| error.to_string())?;
        String::from_utf8(bytes).map_err(|error| error.to_string())
    }

    /// The schema, as the Table Schema standard has it.
    pub fn schema(&self) -> Value {
        let mut schema = json!({ "fields": self.fields.iter().map(field).collect::<Vec<_>>() });
        if !self.head.key.is_empty() {
            schema["primaryKey"] = json!(self.head.key);
        }
        let references = self.head.references.iter().map(|reference| {
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

fn field(field: &Field) -> Value {
    let mut description = field.description.to_string();
    if field.several {
        description += &format!("; several are separated by \"{JOIN}\"");
    }
    let mut value = json!({ "name": field.name, "type": field.kind, "description": description });
    if field.required {
        value["constraints"] = json!({ "required": true });
    }
    value
}
