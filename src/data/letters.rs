//! Letters that nobody sees.

/// Whether a letter is not seen and changes what is: controls, line breaks,
/// what turns the direction of a text around (which can make a name or an
/// address read as another), and what is invisible or no letter at all. The two
/// joiners are not among them, as some scripts are not written without.
pub const fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}')
}

/// A text from outside as it may be shown: without what is unseen, of so many
/// characters, and without blanks at its ends.
pub fn one_line(text: &str, longest: usize) -> String {
    let seen = text.trim().chars().filter(|letter| !is_unseen(*letter));
    let line: String = seen.take(longest).collect();
    line.trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_a_text_around_or_hides_is_unseen() {
        for letter in
            "\n\t\u{7f}\u{85}\u{ad}\u{61c}\u{200b}\u{200f}\u{2029}\u{202e}\u{2066}\u{feff}\u{ffff}\u{e0041}"
                .chars()
        {
            assert!(is_unseen(letter), "{letter:?}");
        }
        for letter in "a b\u{a0}é刘ئع\u{200c}\u{200d}“–…\u{301}😀".chars() {
            assert!(!is_unseen(letter), "{letter:?}");
        }
    }
}
