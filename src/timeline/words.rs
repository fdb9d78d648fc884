//! The few words that the drawing itself needs, in one place so that the text
//! catalogue can take them over. Nothing else in `timeline` holds visible text.

/// The short name of a month from 1 to 12.
pub fn month_name(month: i32) -> &'static str {
    match month {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    }
}

/// The caption of the strip for records that no source dates.
pub const NO_DATE: &str = "No date in the source";

/// How wide a text is, in pixels, given tenths of a pixel for each character.
/// Han, kana and hangul take the room of two.
pub fn text_width(text: &str, char_width: i32) -> i32 {
    let cells: i32 = text.chars().map(|char| if char >= '\u{2E80}' { 2 } else { 1 }).sum();
    (cells * char_width + 9) / 10
}
