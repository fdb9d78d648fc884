//! The table as HTML without its rows, which the app makes: every column has
//! its heading, and those that a query does not name are hidden.

use crate::query::{Column, Columns, cell};
use crate::text;

/// The choice of columns, and the table.
pub fn table() -> String {
    let boxes: String = Column::ALL.map(choice).concat();
    let heads: String = Column::ALL.map(head).concat();
    format!(
        "<details class=pick><summary>{columns}</summary><fieldset><legend class=visually-hidden>{columns}</legend>\
         {boxes}</fieldset></details>\
         <div class=scroll role=region tabindex=0 aria-labelledby=table-caption><table>\
         <caption id=table-caption>{caption}</caption><thead><tr>{heads}</tr></thead></table></div>\
         <button type=button data-more hidden>{more}</button>",
        columns = text::table::COLUMNS,
        caption = text::table::CAPTION,
        more = text::MORE,
    )
}

/// The title has no box: it is always shown.
fn choice(column: Column) -> String {
    if column == Column::Title {
        return String::new();
    }
    format!(
        "<label class=check><input type=checkbox data-column={} autocomplete=off>{}</label>",
        column.key(),
        label(column)
    )
}

fn head(column: Column) -> String {
    let hidden = if Columns::default().has(column) { "" } else { " hidden" };
    format!(
        "<th scope=col{hidden}><button type=button data-sort={}>{}</button></th>",
        column.key(),
        label(column)
    )
}

/// What a column is called.
pub fn label(column: Column) -> &'static str {
    match (column, cell::facet(column)) {
        (_, Some(facet)) => text::facet(facet),
        (Column::First, _) => text::table::FIRST_DATE,
        (Column::Last, _) => text::table::LAST_DATE,
        (Column::Status, _) => text::table::STATUS,
        (Column::Length, _) => text::table::LENGTH,
        (Column::Claims, _) => text::table::CLAIMS,
        (Column::Documents, _) => text::DOCUMENTS,
        _ => text::table::TITLE,
    }
}
