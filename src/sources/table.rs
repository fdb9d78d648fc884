//! A table whose lines are rows, with cells that pages cut.

use std::ops::Range;

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The group of rows it is in; may be empty.
    pub area: String,
    /// What it is about; may be cut by a page.
    pub indicator: String,
    /// The value by which it was known to be a row.
    pub rating: String,
}

/// A line of a table that begins a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowLine {
    /// The row that begins.
    pub row: Row,
    /// The bytes of the line that name and rate it.
    pub head: Range<usize>,
    /// The bytes of the line that go on with the cell of the row before.
    pub before: Range<usize>,
    /// The rest of the line, in paragraphs.
    pub cell: Vec<Range<usize>>,
}

/// Reads a line that begins a row: one with a rating in a cell of its own. The
/// group is that of `above` where the line gives none.
pub fn row_line(line: &str, ratings: &[String], above: Option<&Row>) -> Option<RowLine> {
    let mut cells = Vec::new();
    let mut at = 0;
    for cell in line.split('\t') {
        cells.push((at, cell.trim()));
        at += cell.len() + 1;
    }
    let rated = cells.iter().position(|(_, cell)| ratings.iter().any(|rating| rating == cell));
    let inherited = |text: &str, pick: fn(&Row) -> &String| {
        if text.is_empty() { above.map(pick).cloned().unwrap_or_default() } else { text.to_string() }
    };
    let cell = |index: usize| cells.get(index).map(|(_, cell)| *cell).unwrap_or_default();
    match rated {
        // The rating stands before the indicator: a list without notes.
        Some(0) => Some(head_only(line, &cells, cell(0))),
        Some(index) => {
            let (rating_at, rating) = cells.get(index).copied()?;
            let area = if index >= 2 { cell(index - 2) } else { "" };
            let row = Row {
                area: inherited(area, |row| &row.area),
                indicator: cell(index - 1).to_string(),
                rating: rating.to_string(),
            };
            let head_end = (rating_at + rating.len() + 1).min(line.len());
            let rest = line.get(head_end..).unwrap_or_default();
            let cut = head_end + continued(rest);
            let cell = paragraphs(line, cut..line.len());
            Some(RowLine { row, head: 0..head_end, before: head_end..cut, cell })
        }
        // A list that goes on under the same rating.
        None if cells.len() == 2
            && cell(0).is_empty()
            && above.is_some_and(|above| above.area.is_empty()) =>
        {
            let rating = above.map(|row| row.rating.clone()).unwrap_or_default();
            Some(head_only(line, &cells, &rating))
        }
        None => None,
    }
}

fn head_only(line: &str, cells: &[(usize, &str)], rating: &str) -> RowLine {
    let indicator = cells.get(1).map(|(_, cell)| cell.to_string()).unwrap_or_default();
    let row = Row { area: String::new(), indicator, rating: rating.to_string() };
    RowLine { row, head: 0..line.len(), before: line.len()..line.len(), cell: Vec::new() }
}

/// How many bytes of a new cell go on with the one before, which a page has
/// cut: it begins without a capital letter, and goes on to its first note or
/// the end of its paragraph.
fn continued(cell: &str) -> usize {
    let begins = cell.trim_start().trim_start_matches("<p>");
    if !begins.starts_with(|letter: char| letter.is_lowercase()) {
        return 0;
    }
    let mut raised = false;
    for (at, letter) in cell.char_indices() {
        let figure = super::marks::raised_figure(letter).is_some();
        if raised && !figure || cell.get(at..).is_some_and(|rest| rest.starts_with("</p>")) {
            return at;
        }
        raised = figure;
    }
    cell.len()
}

/// The paragraphs of a cell.
pub fn paragraphs(line: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let cell = line.get(range.clone()).unwrap_or_default();
    let mut starts = vec![0];
    starts.extend(cell.match_indices("<p>").chain(cell.match_indices("• ")).map(|(at, _)| at));
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([cell.len()]);
    let paragraphs = starts.iter().copied().zip(ends).filter(|(start, end)| {
        cell.get(*start..*end).is_some_and(|text| text.contains(|letter: char| letter.is_alphabetic()))
    });
    paragraphs.map(|(start, end)| range.start + start..range.start + end).collect()
}
