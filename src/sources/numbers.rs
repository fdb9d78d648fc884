//! Figures in a text, whether printed in figures or in words.

use std::collections::BTreeSet;

/// From 0 on.
const UNITS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
                     fifteen sixteen seventeen eighteen nineteen";
/// From 0 on.
const ORDINALS: &str = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh \
                        twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
/// From 20 on.
const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
/// From 20 on.
const TEN_ORDINALS: &str = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth";
/// Words that multiply the number before them, with their zeros.
const SCALES: [(&str, usize); 4] = [("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9)];

/// A figure and whether it was a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    /// Its value: `2013`, `186.61`, `620000000`.
    pub value: String,
    /// As it stands in the text.
    pub printed: String,
}

/// The figures of a text, in order. A number with a scale ("1.86 million")
/// is one figure.
pub fn figures(text: &str) -> Vec<Figure> {
    figures_of(&tokens(text, false))
}

fn figures_of(tokens: &[String]) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        index += 1;
        let mut printed = token.to_string();
        let mut value = match digits_of(token) {
            Some(value) => value,
            None => {
                let Some(mut value) = word_value(token) else { continue };
                // "twenty-six", "twenty six"
                if TENS.split(' ').any(|tens| tens == token)
                    && let Some(next) = tokens.get(index)
                    && let Some(unit @ 1..10) = word_value(next)
                {
                    printed = format!("{printed}-{next}");
                    value += unit;
                    index += 1;
                }
                value.to_string()
            }
        };
        while let Some((word, zeros)) = tokens
            .get(index)
            .and_then(|next| SCALES.iter().find(|(word, _)| next.trim_end_matches('s') == *word))
        {
            value = scaled(&value, *zeros);
            printed = format!("{printed} {word}");
            index += 1;
        }
        found.push(Figure { value, printed });
    }
    found
}

/// The values of a text's figures, each scaled one also without its scale.
pub fn values(text: &str) -> BTreeSet<String> {
    let tokens = tokens(text, true);
    let mut values: BTreeSet<String> = figures_of(&tokens).into_iter().map(|figure| figure.value).collect();
    for token in tokens {
        values.extend(digits_of(&token));
    }
    values
}

/// Words and numbers in lower case; a number keeps its point and loses its
/// thousands separators. Figures that touch a letter before are a name ("R2P",
/// "G20") or an amount ("RMB9"): these are read `with_names` or not at all.
fn tokens(text: &str, with_names: bool) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at).copied() {
        if letter.is_ascii_digit() {
            let start = at;
            while is_within_number(&letters, start, at) {
                at += 1;
            }
            if !with_names && start > 0 && letters.get(start - 1).is_some_and(|letter| letter.is_alphabetic())
            {
                continue;
            }
            let number: String =
                letters.get(start..at).unwrap_or_default().iter().filter(|it| **it != ',').collect();
            tokens.push(number);
        } else if letter.is_alphabetic() {
            let start = at;
            while letters.get(at).is_some_and(|letter| letter.is_alphabetic()) {
                at += 1;
            }
            let word: String = letters.get(start..at).unwrap_or_default().iter().collect();
            tokens.push(word.to_lowercase());
        } else {
            at += 1;
        }
    }
    tokens
}

/// Whether the letter at this place belongs to the number that began.
fn is_within_number(letters: &[char], start: usize, at: usize) -> bool {
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    match letters.get(at) {
        Some(letter) if letter.is_ascii_digit() => true,
        Some('.') => digit(at + 1) && !letters.get(start..at).unwrap_or_default().contains(&'.'),
        // A thousands separator stands after one to three figures or another one.
        Some(',') => {
            let before = letters.get(start..at).unwrap_or_default();
            let group = digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
            group && (before.len() <= 3 || before.contains(&','))
        }
        _ => false,
    }
}

/// The value of a token in figures, without zeros before it.
fn digits_of(token: &str) -> Option<String> {
    if !token.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let value = token.trim_start_matches('0');
    Some(if value.is_empty() || value.starts_with('.') { format!("0{value}") } else { value.to_string() })
}

fn word_value(word: &str) -> Option<u64> {
    let place = |words: &str| words.split(' ').position(|it| it == word).map(|place| place as u64);
    let tens = || place(TENS).or_else(|| place(TEN_ORDINALS)).map(|place| (place + 2) * 10);
    place(UNITS).or_else(|| place(ORDINALS)).or_else(tens)
}

/// The value with so many zeros more: `1.86` and 6 give `1860000`.
fn scaled(value: &str, zeros: usize) -> String {
    let (whole, part) = value.split_once('.').unwrap_or((value, ""));
    let shifted: String = part.chars().chain(std::iter::repeat('0')).take(zeros.max(part.len())).collect();
    let (moved, left) = shifted.split_at(zeros.min(shifted.len()));
    let point = if left.is_empty() { String::new() } else { format!(".{left}") };
    let value = format!("{whole}{moved}{point}");
    let value = value.trim_start_matches('0');
    if value.is_empty() { "0".to_string() } else { value.to_string() }
}
