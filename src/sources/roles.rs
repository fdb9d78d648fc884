//! What each line of a text is: running text, a note, or nothing that is read.

use crate::data::compile::layout::{Break, Layout, Notes};

/// A line of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    /// As printed.
    pub text: &'a str,
    /// Where it begins in the text, in bytes.
    pub at: usize,
    /// What it is.
    pub role: Role,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Role {
    /// Parts paragraphs.
    Blank,
    /// Not read: front matter, addresses listed again at the end of a page.
    Nothing,
    /// Running text.
    Running,
    /// Running text that begins an item of a list.
    Item,
    /// The first line of running text on a page.
    Page,
    /// Begins the note of this number, which may be lost and then is counted.
    Note {
        /// Its number.
        number: u32,
        /// Whether the text has lost it.
        lost: bool,
    },
    /// Goes on with the note before.
    NoteOn,
}

/// The lines of a text with their roles.
pub fn lines<'a>(text: &'a str, layout: &Layout) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut at = 0;
    let mut begun = layout.begins.is_empty();
    for line in text.split_inclusive('\n') {
        let printed = line.trim_end_matches(['\n', '\r']);
        begun = begun || printed.starts_with(&layout.begins);
        let role = match layout.breaks {
            _ if !begun => Role::Nothing,
            Break::Space if printed.is_empty() => Role::Nothing,
            Break::Space if printed.starts_with("http") => Role::Nothing,
            _ if printed.trim().is_empty() => Role::Blank,
            _ if printed.starts_with("- ") || printed.starts_with('•') || printed.starts_with("o ") => {
                Role::Item
            }
            _ => Role::Running,
        };
        lines.push(Line { text: printed, at, role });
        at += line.len();
    }
    match layout.notes {
        Notes::None => {}
        Notes::PageBottom => page_bottoms(&mut lines),
        Notes::Raised => raised(&mut lines),
        Notes::End => end(&mut lines),
    }
    lines
}

/// Notes at the bottom of pages.
fn page_bottoms(lines: &mut [Line]) {
    /// Where the reading is.
    #[derive(PartialEq)]
    enum State {
        Running,
        /// After the line with a number: the note is to begin.
        Number(u32),
        Note,
    }
    let mut state = State::Running;
    let mut last = 0;
    for index in 0..lines.len() {
        let Some(line) = lines.get(index) else { continue };
        if line.role == Role::Nothing {
            continue;
        }
        let text = line.text.trim();
        let indent = line.text.len() - line.text.trim_start().len();
        let number = text.parse::<u32>().ok().filter(|number| (last + 1..last + 12).contains(number));
        let role = if let Some(number) = number {
            state = State::Number(number);
            Role::Nothing
        } else if text.is_empty() {
            // A long line of spaces is what is left of the rule above notes.
            if indent > 40 && state == State::Running {
                state = State::Note;
            }
            if state == State::Running { Role::Blank } else { Role::Nothing }
        } else if let State::Number(number) = state {
            (state, last) = (State::Note, number);
            Role::Note { number, lost: false }
        } else if indent == 2 && is_citation(lines, index) {
            last += 1;
            state = State::Note;
            Role::Note { number: last, lost: true }
        } else if state == State::Note {
            let ends_page = indent > 0 && !text.starts_with('(') && !text.starts_with("http");
            if ends_page {
                state = State::Running;
                Role::Page
            } else if line.text.starts_with("http") && !line.text.contains(' ') && !text.ends_with(['-', '_'])
            {
                // The page's addresses listed again; a line of a note ends in a space.
                Role::Nothing
            } else {
                Role::NoteOn
            }
        } else if indent > 0 || line.role == Role::Item {
            Role::Item
        } else {
            Role::Running
        };
        if let Some(line) = lines.get_mut(index) {
            line.role = role;
        }
    }
}

/// Whether a line two spaces in, with those after it, cites something. Items
/// at the top of a page stand two spaces in too, but hold no figure or title.
fn is_citation(lines: &[Line], index: usize) -> bool {
    let Some((first, rest)) = lines.get(index..).and_then(<[Line]>::split_first) else { return false };
    // Lines with letters of another script stand apart, so a blank line ends nothing.
    let rest = rest.iter().take_while(|line| line.text.is_empty() || !line.text.starts_with(' '));
    let block: Vec<&str> = std::iter::once(first).chain(rest).map(|line| line.text.trim()).collect();
    let block = block.join(" ");
    block.starts_with(|letter: char| letter.is_uppercase())
        && (block.contains(|letter: char| letter.is_ascii_digit() || letter == '“')
            || block.contains("http")
            || block.starts_with("Ibid"))
}

/// Notes between paragraphs, with their numbers in raised figures.
fn raised(lines: &mut [Line]) {
    let mut in_note = false;
    for line in lines.iter_mut() {
        if let Some(number) = raised_number(line.text) {
            line.role = Role::Note { number, lost: false };
            in_note = true;
        } else if line.text.starts_with("- <") && in_note {
            line.role = Role::NoteOn;
        } else if line.role != Role::Blank {
            in_note = false;
        }
    }
}

/// The number in raised figures with which a text begins.
pub fn raised_number(text: &str) -> Option<u32> {
    let figures = text.chars().map_while(super::marks::raised_figure);
    figures.fold(None, |number: Option<u32>, figure| Some(number.unwrap_or(0) * 10 + figure))
}

/// Notes at the end: from the last line that begins with `1.` on.
fn end(lines: &mut [Line]) {
    let Some(first) = lines.iter().rposition(|line| line.text.starts_with("1. ")) else { return };
    let mut next = 1;
    for line in lines.iter_mut().skip(first).filter(|line| line.role != Role::Blank) {
        line.role = Role::NoteOn;
        if line.text.starts_with(&format!("{next}. ")) {
            line.role = Role::Note { number: next, lost: false };
            next += 1;
        }
    }
}
