//! The page in a frame of another site: without what an article has no room
//! for, and with what the site gives it.

use crate::data::letters::one_line;

/// What a site that frames the page gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// The site's own title; empty where the page keeps its own.
    pub title: String,
}

/// A title is cut after so many characters.
const LONGEST: usize = 120;

impl Embed {
    /// A title as it may be shown: in one line, of a bearable length, and unable
    /// to turn round what stands beside it.
    pub fn title(text: &str) -> String {
        one_line(text, LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_bearable_line() {
        let check = |text: &str, expected: &str| assert_eq!(Embed::title(text), expected);
        check("  Experts at the door ", "Experts at the door");
        check("A\nB\u{202e}C\u{0}", "ABC");
        check("<b>维吾尔</b>", "<b>维吾尔</b>");
        check("\u{2066} ", "");
        assert_eq!(Embed::title(&"è".repeat(500)).chars().count(), LONGEST);
        assert_eq!(Embed::title(&"a b ".repeat(500)).len(), LONGEST - 1, "no blank at its end");
    }
}
