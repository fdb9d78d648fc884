//! What a spreadsheet would take for a formula.

use std::borrow::Cow;

/// What formulas begin with, in full width too.
const BEGINNINGS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text as a cell that no spreadsheet computes: one that would begin a
/// formula stands behind an apostrophe, which says that what follows is text. A
/// text that looks as if that had happened already gets one more, so that
/// readers who take one away have every text as it was.
pub fn as_text(text: &str) -> Cow<'_, str> {
    let begins = text.trim_start_matches(|letter: char| letter == '\'' || letter.is_whitespace());
    if begins.starts_with(BEGINNINGS) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_texts_and_texts_stay() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            (" \t=1", "' \t=1"),
            ("'=1", "''=1"),
            ("'quoted'", "'quoted'"),
            ("a = b", "a = b"),
            ("–", "–"),
            ("", ""),
        ] {
            assert_eq!(as_text(text), cell);
            let back = if cell == text { cell } else { cell.strip_prefix('\'').unwrap_or_default() };
            assert_eq!(back, text);
        }
    }
}
