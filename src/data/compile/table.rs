//! Reads fields out of a TOML table and remembers every mistake with its line.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::data::letters::is_unseen;

/// A mistake in an authored file, with what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// Such as `data/visits.toml`.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// An authored file and the mistakes found in it so far.
pub struct File<'a> {
    /// Such as `data/visits.toml`.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
    /// Everything found wrong in it.
    pub mistakes: RefCell<Vec<Mistake>>,
}

impl File<'_> {
    /// Notes a mistake at that place of the text.
    pub fn mistake(&self, span: &Range<usize>, message: String) {
        let line = self.line(span);
        self.mistakes.borrow_mut().push(Mistake { file: self.name.to_string(), line, message });
    }

    /// The line of that place, counted from 1.
    pub fn line(&self, span: &Range<usize>) -> usize {
        self.text.get(..span.start).unwrap_or_default().matches('\n').count() + 1
    }
}

/// A text with its place, so that later checks can point to it.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// What is written; empty where nothing is.
    pub value: String,
    /// Where it is written.
    pub span: Range<usize>,
}

/// A table of a file. Each field is asked for once; [`Table::finish`] then
/// complains of those that nobody asked for.
pub struct Table<'a> {
    /// The file it stands in.
    pub file: &'a File<'a>,
    /// What it is called in messages, such as `record`.
    name: &'static str,
    /// Where it begins.
    pub span: Range<usize>,
    fields: &'a DeTable<'a>,
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Table<'a> {
    /// The table of a whole file.
    pub fn new(file: &'a File<'a>, name: &'static str, table: &'a Spanned<DeTable<'a>>) -> Table<'a> {
        Table { file, name, span: table.span(), fields: table.get_ref(), asked: RefCell::default() }
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().insert(key);
        self.fields.get(key)
    }

    /// Notes a mistake of this table.
    pub fn mistake(&self, message: String) {
        self.file.mistake(&self.span, message);
    }

    /// A text that must be there and not be empty.
    pub fn text(&self, key: &'static str) -> Text {
        if self.fields.get(key).is_none() {
            self.asked.borrow_mut().insert(key);
            self.mistake(format!("this {} has no `{key}`: add `{key} = \"…\"`", self.name));
        }
        self.optional_text(key)
    }

    /// A text that may be left out, but not be empty or blank.
    pub fn optional_text(&self, key: &'static str) -> Text {
        let Some(value) = self.get(key) else {
            return Text { value: String::new(), span: self.span.clone() };
        };
        match value.get_ref() {
            DeValue::String(text) => {
                if text.trim().is_empty() {
                    self.file.mistake(&value.span(), format!("`{key}` is empty: fill it in or leave it out"));
                } else if text.trim() != text.as_ref() {
                    self.file
                        .mistake(&value.span(), format!("`{key}` begins or ends with a space: remove it"));
                }
                self.all_seen(key, text, &value.span());
                Text { value: text.to_string(), span: value.span() }
            }
            other => {
                self.wrong_type(key, "a text in quotation marks", other, &value.span());
                Text { value: String::new(), span: value.span() }
            }
        }
    }

    /// An address of the web, where given. Others would do something else than
    /// lead to a page when they are followed.
    pub fn address(&self, key: &'static str) -> Text {
        let text = self.optional_text(key);
        let of_web = ["https://", "http://"].iter().any(|scheme| text.value.starts_with(scheme));
        let whole =
            of_web && !text.value.contains(|letter: char| letter.is_whitespace() || "<>\"".contains(letter));
        if !text.value.is_empty() && !whole {
            let message =
                format!("`{key}` is no address of the web: write it whole, such as https://example.org/a");
            self.file.mistake(&text.span, message);
        }
        text
    }

    /// A list of texts; empty where left out.
    pub fn texts(&self, key: &'static str) -> Vec<Text> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, "a list of texts, such as [\"…\", \"…\"]", value.get_ref(), &value.span());
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::String(text) if !text.trim().is_empty() => {
                    self.all_seen(key, text, &item.span());
                    texts.push(Text { value: text.to_string(), span: item.span() });
                }
                DeValue::String(_) => {
                    self.file.mistake(&item.span(), format!("an empty text in `{key}`: remove it"));
                }
                other => self.wrong_type(key, "texts in quotation marks", other, &item.span()),
            }
        }
        texts
    }

    /// A whole number from 1 on.
    pub fn number(&self, key: &'static str) -> Option<u32> {
        let value = self.get(key)?;
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        if number.is_none_or(|number: u32| number == 0) {
            self.wrong_type(key, "a whole number from 1 on", value.get_ref(), &value.span());
            return None;
        }
        number
    }

    /// Yes or no; no where left out.
    pub fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, "true or false", value.get_ref(), &value.span());
            false
        })
    }

    /// A table within this one.
    pub fn table(&self, key: &'static str) -> Option<Table<'a>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Table(fields) => Some(Table {
                file: self.file,
                name: key,
                span: value.span(),
                fields,
                asked: RefCell::default(),
            }),
            other => {
                self.wrong_type(key, "a table, such as { … }", other, &value.span());
                None
            }
        }
    }

    /// A list of tables, such as all `[[record]]`; empty where left out.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, "a list of tables", value.get_ref(), &value.span());
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(fields) => tables.push(Table {
                    file: self.file,
                    name: key,
                    span: item.span(),
                    fields,
                    asked: RefCell::default(),
                }),
                other => self.wrong_type(key, "tables, such as { … }", other, &item.span()),
            }
        }
        tables
    }

    /// Every field with its value as text, for tables whose keys are free.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (key, value) in self.fields.iter() {
            self.all_seen("the name of a value", key.get_ref(), &key.span());
            let text = match value.get_ref() {
                DeValue::String(text) => {
                    self.all_seen(key.get_ref(), text, &value.span());
                    text.to_string()
                }
                DeValue::Integer(number) => number.as_str().to_string(),
                DeValue::Float(number) => number.as_str().to_string(),
                other => {
                    self.wrong_type(key.get_ref(), "a text or a number", other, &value.span());
                    continue;
                }
            };
            pairs.push((key.get_ref().to_string(), text));
        }
        pairs
    }

    /// Complains of every field that nobody asked for.
    pub fn finish(&self) {
        let asked = self.asked.borrow();
        for key in self.fields.keys() {
            let name: &str = key.get_ref();
            if !asked.contains(name) {
                let known: Vec<&str> = asked.iter().copied().collect();
                let message = format!(
                    "a {} has no field `{name}`{}: remove it, or see docs/data.md",
                    self.name,
                    did_you_mean(name, &known)
                );
                self.file.mistake(&key.span(), message);
            }
        }
    }

    /// Complains of letters that nobody sees: a reader could not tell that they
    /// turn the letters around them, and every text is one line.
    fn all_seen(&self, key: &str, text: &str, span: &Range<usize>) {
        if let Some(letter) = text.chars().find(|letter| is_unseen(*letter)) {
            let code = u32::from(letter);
            let message = format!("`{key}` holds U+{code:04X}, which nobody sees: write it without");
            self.file.mistake(span, message);
        }
    }

    fn wrong_type(&self, key: &str, wanted: &str, found: &DeValue<'_>, span: &Range<usize>) {
        let message = format!("`{key}` must be {wanted}, not {}", found.type_str());
        self.file.mistake(span, message);
    }
}

/// ` (did you mean "…"?)` where one of the known names is close, else nothing.
pub fn did_you_mean(name: &str, known: &[&str]) -> String {
    let nearest = known.iter().map(|known| (edits(name, known), known)).min();
    match nearest {
        Some((edits, known)) if edits <= 1 + name.len() / 4 => format!(" (did you mean \"{known}\"?)"),
        _ => String::new(),
    }
}

/// How many letters must be added, dropped or replaced to turn one into the other.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
