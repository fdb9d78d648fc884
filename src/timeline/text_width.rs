//! How much room a text takes, estimated without a browser.

/// How wide a text is, in pixels, given tenths of a pixel for each character.
/// Han, kana and hangul take the room of two.
pub fn text_width(text: &str, char_width: i32) -> i32 {
    let cells: i32 = text.chars().map(|char| if char >= '\u{2E80}' { 2 } else { 1 }).sum();
    (cells * char_width + 9) / 10
}
