//! What is a heading, and which heading stands above which.

use crate::data::compile::layout::Layout;

/// A heading of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// As printed, folded.
    pub text: String,
    /// How deep it is: 1 is the highest.
    pub level: u32,
}

/// How long a heading's line may be.
const LENGTH: usize = 120;

/// How many lines at the beginning of a block are a heading, if any. A heading
/// is a block of one or two lines that begins with a capital letter or a
/// number of a section, has no full stop, and is in title case or short; or a
/// line like this that ends long before the edge.
pub fn lines_of_heading(lines: &[&str], width: usize, layout: &Layout) -> usize {
    let whole = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    if lines.len() <= 2 && is_closed(&whole) && (is_title(&whole) || (lines.len() == 1 && whole.len() <= 45))
    {
        return lines.len();
    }
    let (Some(first), Some(second)) = (lines.first(), lines.get(1)) else { return 0 };
    let (first, second) = (first.trim(), second.trim());
    let next_word = second.split(' ').next().unwrap_or_default();
    let ends_early = first.len() + 1 + next_word.len() < width * 4 / 5;
    let fresh = next_word.starts_with(|letter: char| letter.is_uppercase());
    let is_heading =
        ends_early && fresh && first.len() <= LENGTH && is_closed(first) && layout.ratings.is_empty();
    usize::from(is_heading)
}

/// Whether the words may be a heading: they begin as one, and no sentence or
/// item of a list ends with them.
fn is_closed(words: &str) -> bool {
    let begins = number_level(words).is_some() || words.starts_with(|letter: char| letter.is_uppercase());
    let end = words.trim_end_matches(['”', '’', '"', '\'']);
    let inside = words.split_once(". ").is_some_and(|(before, _)| before.len() > 4);
    begins
        && !inside
        && words.len() <= 2 * LENGTH
        && !end.ends_with(['.', ',', ';', ':', '?', '!', '*', '-', '—'])
}

/// Whether at least half of the longer words have a capital letter.
fn is_title(words: &str) -> bool {
    if number_level(words).is_some() {
        return true;
    }
    let long = words.split([' ', '-']).filter(|word| word.chars().count() > 3);
    let (mut capital, mut all) = (0, 0);
    for word in long {
        all += 1;
        capital += usize::from(word.starts_with(|letter: char| !letter.is_lowercase()));
    }
    words.len() <= 2 * LENGTH && capital * 3 >= all * 2
}

/// How deep a heading is.
pub fn level(words: &str, layout: &Layout) -> u32 {
    for (level, beginnings) in [(4, &layout.minor), (5, &layout.least)] {
        if beginnings.iter().any(|beginning| words.starts_with(beginning)) {
            return level;
        }
    }
    if let Some(level) = number_level(words) {
        return level;
    }
    let (head, _) = words.split_once(':').unwrap_or((words, ""));
    let letters = head.chars().filter(|letter| letter.is_alphabetic());
    if letters.clone().all(char::is_uppercase) { 1 } else { 2 }
}

/// The depth that the number of a section gives: `II.` 1, `B.` 2, `3.` 3.
fn number_level(words: &str) -> Option<u32> {
    let (number, rest) = words.split_once(". ")?;
    if rest.is_empty() || number.is_empty() {
        return None;
    }
    if number.bytes().all(|byte| b"IVX".contains(&byte)) {
        Some(1)
    } else if number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_uppercase()) {
        Some(2)
    } else if number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()) {
        Some(3)
    } else {
        None
    }
}
