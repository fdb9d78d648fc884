//! HTML with gaps.

use crate::html::{escape, spoken};
use crate::text::gaps;

/// Fills the gaps of a template: `{0}` with the first text, and so on, each
/// escaped, and its Chinese named unless it stands in an attribute; `{a}` with the
/// first piece of HTML, as it is.
pub fn fill(template: &str, texts: &[&str], pieces: &[&str]) -> String {
    gaps(template, &mut |out, gap| {
        let gap = usize::from(gap);
        let text = texts.get(gap.wrapping_sub(usize::from(b'0'))).copied().unwrap_or_default();
        if let Some(piece) = pieces.get(gap.wrapping_sub(usize::from(b'a'))) {
            out.push_str(piece);
        } else if out.ends_with("=\"") {
            out.push_str(&escape(text));
        } else {
            out.push_str(&spoken(text));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_and_texts_stay_texts() {
        let filled = fill("<a href=\"{1}\">{0}</a>{a}", &["<b> 法", "x\"y法"], &["<i>z</i>"]);
        assert_eq!(filled, "<a href=\"x&quot;y法\">&lt;b&gt; <span lang=\"zh\">法</span></a><i>z</i>");
        // What is in a text is no gap.
        assert_eq!(fill("{0}", &["{1}{a}", "no"], &["no"]), "{1}{a}");
    }
}
