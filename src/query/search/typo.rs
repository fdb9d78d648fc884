//! One slip of the fingers: a letter left out, one too many, another one, or
//! two neighbours swapped.

use crate::query::search::words::Words;

/// A word as typed, and what was searched for in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The word as typed.
    pub typed: String,
    /// The beginning of a word that was searched for instead.
    pub used: String,
}

/// Shorter words have too many neighbours.
const SHORTEST: usize = 5;

/// The beginning that most of the words have among those that are one slip
/// away from a word that begins none. Few slip on the first letter, so those
/// that share it come first.
pub fn correct(words: &Words, typed: &str) -> Option<String> {
    if typed.len() < SHORTEST || !typed.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let mut found: Vec<(&str, u32)> = Vec::new();
    for word in words.iter() {
        if let Some(near) = near(typed, word) {
            match found.iter_mut().find(|(other, _)| *other == near) {
                Some((_, count)) => *count += 1,
                None => found.push((near, 1)),
            }
        }
    }
    let alike = |near: &str| near.as_bytes().first() == typed.as_bytes().first();
    let mut best = None;
    for (near, count) in found {
        // Of equals, the one that stands first in the page.
        let rank = (alike(near), count);
        if best.is_none_or(|(other, _)| rank > other) {
            best = Some((rank, near));
        }
    }
    best.map(|(_, near)| near.to_string())
}

/// What the first word of the text begins with that is one slip away. At the
/// last letter nearly everything would be: there a whole word must stand.
fn near<'a>(typed: &str, text: &'a str) -> Option<&'a str> {
    let (word, letters) = (typed.as_bytes(), text.as_bytes());
    let same = word.iter().zip(letters).take_while(|(one, other)| one == other).count();
    let (word, letters) = (word.get(same..)?, letters.get(same..)?);
    let end = letters.iter().position(|letter| *letter <= b' ').unwrap_or(letters.len());
    let letters = letters.get(..end)?;
    let goes_on = |from: usize, at: usize| match (word.get(from..), letters.get(at..)) {
        (Some(rest), Some(letters)) => letters.starts_with(rest),
        _ => false,
    };
    let swapped = || word.first() == letters.get(1) && word.get(1) == letters.first() && goes_on(2, 2);
    let length = if goes_on(0, 1) {
        typed.len() + 1
    } else if goes_on(1, 1) || swapped() {
        typed.len()
    } else if goes_on(1, 0) {
        typed.len() - 1
    } else {
        return None;
    };
    text.get(..length).filter(|_| word.len() > 1 || length == same + end)
}
