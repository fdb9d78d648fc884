//! The words of the page in a frame of another site.

use crate::data::Day;
use crate::text::{self, fill, number};

/// Where the frame leads.
pub const FULL_PAGE: &str = "Open the full page";
/// What a site has chosen, where the reader may drop it.
pub const CHOSEN: &str = "Chosen by a site";
/// Whose words the title is.
const TITLE_BY: &str = "Title by this site. ";

/// `12 of 577 records, chosen by this site`, and how many of them are shown, if
/// not all.
pub fn chosen(shown: u32, chosen: u32, all: usize) -> String {
    let template =
        if shown == chosen { "{1}, chosen by this site" } else { "{0} shown of {1}, chosen by this site" };
    fill(template, &[&number(shown), &text::shown(chosen, all)])
}

/// `Seen as of June 2010. Title by this site.`
pub fn seen(as_of: Option<Day>, is_titled: bool) -> String {
    let mut line = as_of.map_or(String::new(), |day| fill("{0} {1}. ", &[text::AS_OF, &text::last_day(day)]));
    if is_titled {
        line.push_str(TITLE_BY);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_always_told_with_how_many_there_are() {
        assert_eq!(chosen(12, 12, 577), "12 of 577 records, chosen by this site");
        assert_eq!(chosen(5, 12, 577), "5 shown of 12 of 577 records, chosen by this site");
    }

    #[test]
    fn what_is_not_the_pages_own_is_told() {
        assert_eq!(seen(None, false), "");
        assert_eq!(seen(Some(Day::new(2010, 6, 30)), true), "Seen as of June 2010. Title by this site. ");
    }
}
