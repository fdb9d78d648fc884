//! The marks of notes in running text: where each note is called, and the text
//! without them, so that no mark is taken for a figure.

use super::text::Block;
use crate::data::compile::layout::Notes;

/// How far after one mark the next is looked for, in bytes of running text.
const REACH: usize = 20_000;

/// Takes the marks out of running text, and writes down at each block which
/// notes it calls.
pub fn take_out(blocks: &mut [Block], notes: Notes) {
    match notes {
        Notes::None => {}
        Notes::Raised => blocks.iter_mut().for_each(take_out_raised),
        Notes::PageBottom | Notes::End => take_out_attached(blocks),
    }
}

/// The value of a raised figure.
pub fn raised_figure(letter: char) -> Option<u32> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|figure| figure == letter).map(|value| value as u32)
}

/// Marks in raised figures are plain to see, in notes and headings too.
fn take_out_raised(block: &mut Block) {
    let mut kept = String::with_capacity(block.text.len());
    let mut number = None;
    for letter in block.text.chars().chain([' ']) {
        match raised_figure(letter) {
            Some(figure) => number = Some(number.unwrap_or(0) * 10 + figure),
            None => {
                if let Some(number) = number.take()
                    && block.place.note.is_none()
                {
                    block.marks.push((number, kept.trim_end().len()));
                }
                kept.push(letter);
            }
        }
    }
    block.text = kept.trim_end().to_string();
}

/// A figure that may be a mark.
struct Candidate {
    block: usize,
    /// Where in the block, and where in all running text.
    at: usize,
    place: usize,
    number: u32,
    /// Whether it touches the word before.
    attached: bool,
}

/// Marks in common figures are known by their order: each is one more than the
/// one before, and touches a word or the punctuation after it.
fn take_out_attached(blocks: &mut [Block]) {
    let mut candidates = Vec::new();
    let mut place = 0;
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.place.note.is_none()) {
        candidates.extend(candidates_of(&block.text, index, place));
        place += block.text.len();
    }
    let mut found: Vec<&Candidate> = Vec::new();
    let (mut next, mut lost) = (1, 0);
    while lost < 10 {
        let after = found.last().map_or(0, |mark| mark.place + 1);
        let limit = after + REACH * (lost + 1);
        let within = candidates.iter().filter(|it| (after..limit).contains(&it.place) && it.number == next);
        let attached = within.clone().find(|it| it.attached);
        match attached.or_else(|| within.clone().next()) {
            Some(mark) => {
                found.push(mark);
                lost = 0;
            }
            None => lost += 1,
        }
        next += 1;
    }
    for mark in found.into_iter().rev() {
        if let Some(block) = blocks.get_mut(mark.block) {
            let end = mark.at + mark.number.to_string().len();
            let length = end - mark.at;
            block.text.replace_range(mark.at..end, "");
            for (_, at) in &mut block.marks {
                *at -= length;
            }
            block.marks.insert(0, (mark.number, mark.at));
        }
    }
}

/// The figures that touch a word or its punctuation, or that a space has come
/// between ("OHCHR, 74 raise"), and that end there.
fn candidates_of(text: &str, block: usize, place: usize) -> Vec<Candidate> {
    let punctuation = |letter: char| ".,;:”’\"')]".contains(letter);
    let touches = |letter: char| letter.is_alphabetic() || punctuation(letter);
    let apart = |letter: char| letter.is_ascii_digit() || punctuation(letter);
    let goes_on = |letter: char| letter.is_alphanumeric() || letter == '/' || letter == '-';
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let after = rest[at..].trim_start_matches(|letter: char| letter.is_ascii_digit());
        let (at, end) = (text.len() - rest.len() + at, text.len() - after.len());
        let before = &text[..at];
        let attached = before.ends_with(touches);
        if (attached || before.strip_suffix(' ').is_some_and(|before| before.ends_with(apart)))
            && !after.starts_with(goes_on)
            && let Ok(number) = text[at..end].parse()
        {
            found.push(Candidate { block, at, place: place + at, number, attached });
        }
        rest = after;
    }
    found
}
