//! How the text of a source is set, so that the check against it finds its
//! paragraphs, sections and notes.

use super::table::Table;
use super::values;

/// How a text is set. One without a layout has paragraphs under headings, and
/// no notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// How its first line after the front matter begins; empty if it has none.
    pub begins: String,
    /// What parts two paragraphs.
    pub breaks: Break,
    /// Where its notes are.
    pub notes: Notes,
    /// What its sections are.
    pub sections: Sections,
    /// Beginnings of headings that only divide the section they stand in.
    pub minor: Vec<String>,
    /// And of those that divide these.
    pub least: Vec<String>,
    /// The values of the column of a table by which its rows are known.
    pub ratings: Vec<String>,
}

/// What parts two paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Break {
    /// A line without letters.
    #[default]
    Blank,
    /// A line of one space; empty lines stand between any two lines.
    Space,
}

/// Where the notes of a text are, and how they are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Notes {
    /// Nowhere.
    #[default]
    None,
    /// At the bottom of pages, each after a line with its number. Some have
    /// lost this line and only stand two spaces in.
    PageBottom,
    /// Between paragraphs, each beginning with its number in raised figures.
    Raised,
    /// At the end, each beginning with its number and a full stop.
    End,
}

/// What the sections of a text are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Sections {
    /// Headings on lines of their own.
    #[default]
    Headings,
    /// Paragraphs, called by their first words.
    Paragraphs,
}

/// Reads the `layout` of a source.
pub fn read(table: &Table) -> Layout {
    let layout = Layout {
        begins: table.optional_text("begins").value,
        breaks: choice(table, "breaks", &[("blank", Break::Blank), ("space", Break::Space)]),
        notes: choice(
            table,
            "notes",
            &[("page-bottom", Notes::PageBottom), ("raised", Notes::Raised), ("end", Notes::End)],
        ),
        sections: choice(
            table,
            "sections",
            &[("headings", Sections::Headings), ("paragraphs", Sections::Paragraphs)],
        ),
        minor: values(table.texts("minor")),
        least: values(table.texts("least")),
        ratings: values(table.texts("ratings")),
    };
    table.finish();
    layout
}

/// The value that a word stands for; the usual one where the field is left out.
fn choice<T: Copy + Default>(table: &Table, key: &'static str, choices: &[(&str, T)]) -> T {
    let word = table.optional_text(key);
    let found = choices.iter().find(|(name, _)| *name == word.value);
    if found.is_none() && !word.value.is_empty() {
        let names: Vec<String> = choices.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        table.file.mistake(&word.span, format!("`{key}` is {}", names.join(" or ")));
    }
    found.map(|(_, value)| *value).unwrap_or_default()
}
