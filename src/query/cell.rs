//! What the table says of a record in a column.

use crate::data::dataset::{End, Step};
use crate::data::{Dataset, Day, Facet, NOT_STATED, Record, Span};
use crate::query::Column;
use crate::text;

/// What stands between the values of one cell.
const BETWEEN: &str = "; ";

/// The words of a cell, empty where there is nothing to say; `None` where only
/// the page has them.
pub fn cell(dataset: &Dataset, record: &Record, column: Column, as_of: Day) -> Option<String> {
    if let Some(facet) = facet(column) {
        return Some(labels(dataset, record, facet));
    }
    match column {
        Column::Status => Some(text::status(dataset, dataset.status(record, as_of), None)),
        Column::Length => Some(dataset.length(record, as_of).map(text::length::duration).unwrap_or_default()),
        _ => None,
    }
}

/// The facet whose values of a record a column lists.
pub const fn facet(column: Column) -> Option<Facet> {
    Some(match column {
        Column::Series => Facet::Series,
        Column::Body => Facet::Body,
        Column::Actor => Facet::Actor,
        Column::Theme => Facet::Theme,
        Column::Place => Facet::Place,
        Column::Source => Facet::Source,
        Column::Kind => Facet::Kind,
        Column::Disagreement => Facet::Disagreement,
        _ => return None,
    })
}

/// The labels of the values that a record has of a facet.
fn labels(dataset: &Dataset, record: &Record, facet: Facet) -> String {
    let mut text = String::new();
    let values = record.values.iter().filter_map(|id| dataset.values.get(*id as usize));
    for value in values.filter(|value| value.facet == facet && value.key != NOT_STATED) {
        if !text.is_empty() {
            text.push_str(BETWEEN);
        }
        text.push_str(&value.label);
    }
    text
}

/// The place of the first dated stage of a record.
pub fn first(record: &Record) -> Option<usize> {
    record.steps.iter().position(Step::is_dated)
}

/// The place of its last dated stage.
pub fn last(record: &Record) -> Option<usize> {
    record.steps.iter().rposition(Step::is_dated)
}

/// When its first dated stage was, or began.
pub fn start(record: &Record) -> Option<Span> {
    first(record).and_then(|place| record.steps.get(place)).map(|step| step.start)
}

/// The last day of its last dated stage, as far as a source gives one.
pub fn last_day(record: &Record) -> Option<Day> {
    let step = last(record).and_then(|place| record.steps.get(place))?;
    Some(match step.end {
        End::At(end) => end.latest,
        End::Same | End::Unknown | End::GoingOn => step.start.latest,
    })
}
