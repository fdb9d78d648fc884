//! Words that must be found in a row.

/// Folded words to be found in a row, the last of them whole or only begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    /// The words, one space between them.
    pub words: String,
    /// Whether the last word must end there.
    pub whole: bool,
}

impl Needle {
    /// Whether folded text begins with it, and then whether the last word ends
    /// there.
    pub fn begins(&self, text: &[u8]) -> Option<bool> {
        // Nearly every word differs in its first letter already.
        if text.first() != self.words.as_bytes().first() || !text.starts_with(self.words.as_bytes()) {
            return None;
        }
        let ends = text.get(self.words.len()).is_none_or(|next| *next <= b' ');
        (ends || !self.whole).then_some(ends)
    }
}
