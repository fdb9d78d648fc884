//! What was typed, as words to be found.

use crate::query::search::fold::folded;
use crate::query::search::needle::Needle;

/// What stands between two spaces or two quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// As it was typed.
    pub typed: String,
    /// What is found in its place: its own words, of which `A/HRC/25/5` has
    /// four, and after them other spellings. Between quotation marks, whole words.
    pub needles: Vec<Needle>,
}

/// The terms of a text. One that has no word is none.
pub fn terms(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut quoted = false;
    let mut start = 0;
    let mut text = text.to_string();
    text.push(' ');
    for (place, letter) in text.char_indices() {
        let quote = matches!(letter, '"' | '“' | '”' | '„' | '«' | '»');
        // While a quotation is still being typed, its last word may be too.
        if !quote && place + 1 < text.len() && (quoted || !letter.is_whitespace()) {
            continue;
        }
        let typed = text.get(start..place).unwrap_or_default();
        let words = folded(typed);
        if !words.is_empty() {
            let needles = vec![Needle { words, whole: quoted && quote }];
            terms.push(Term { start, typed: typed.to_string(), needles });
        }
        quoted ^= quote;
        // A quotation begins with its mark.
        start = if quote && quoted { place } else { place + letter.len_utf8() };
    }
    terms
}
