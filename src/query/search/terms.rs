//! What was typed, as words to be found.

use crate::query::search::fold::folded;

/// What stands between two spaces or two quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// As it was typed.
    pub typed: String,
    /// Its words with one space between them: `A/HRC/25/5` has four.
    pub words: String,
    /// Whether it stands between quotation marks and is meant to the letter.
    pub exact: bool,
}

/// The terms of a text. One that has no word is none.
pub fn terms(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut quoted = false;
    let mut start = 0;
    let mut add = |start: usize, end: usize, exact: bool| {
        let typed = text.get(start..end).unwrap_or_default();
        let words = folded(typed);
        if !words.is_empty() {
            terms.push(Term { start, typed: typed.to_string(), words, exact });
        }
    };
    for (place, letter) in text.char_indices() {
        let quote = matches!(letter, '"' | '“' | '”' | '„' | '«' | '»');
        if quote || (!quoted && letter.is_whitespace()) {
            add(start, place, quoted);
            quoted ^= quote;
            // A quotation begins with its mark.
            start = if quote && quoted { place } else { place + letter.len_utf8() };
        }
    }
    // While a quotation is still being typed, its last word may be too.
    add(start, text.len(), false);
    terms
}
