//! Proper names: words with capital letters that stand together.

use super::plain::{holds, plain};
use crate::data::corpus::Vocabulary;

/// Short words that may stand within a name.
const WITHIN: [&str; 7] = ["of", "the", "and", "for", "on", "to", "in"];

/// Names of two or more words with capital letters. The first word of a
/// sentence is left out: it has its capital letter for another reason.
pub fn names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut name: Vec<&str> = Vec::new();
    let mut starts = true;
    for word in text.split_whitespace() {
        let bare = bare(word);
        let capital = bare.starts_with(|letter: char| letter.is_uppercase());
        let within = !name.is_empty() && WITHIN.contains(&bare) && word == bare;
        if (capital && !starts) || within {
            name.push(bare);
        } else {
            end(&mut name, &mut names);
        }
        let tail = word.trim_end_matches(['”', '"', '’', ')', ']']);
        if tail.ends_with(['.', ',', ';', ':', '?', '!']) || word.ends_with(['”', ')']) {
            end(&mut name, &mut names);
        }
        starts = tail.ends_with(['.', '?', '!', ':']);
    }
    end(&mut name, &mut names);
    names
}

fn bare(word: &str) -> &str {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

fn end(name: &mut Vec<&str>, names: &mut Vec<String>) {
    while name.last().is_some_and(|word| WITHIN.contains(word)) {
        name.pop();
    }
    if name.iter().filter(|word| !WITHIN.contains(word)).count() >= 2 {
        names.push(name.join(" "));
    }
    name.clear();
}

/// Whether a passage holds a name: as it is, by each of its words,
/// or by another name that the vocabularies give for the same.
pub fn is_in(name: &str, passage: &str, vocabulary: &Vocabulary) -> bool {
    let name_plain = plain(name);
    let passage_plain = plain(passage);
    if passage_plain.contains(&name_plain) {
        return true;
    }
    let words: Vec<&str> = name.split(' ').filter(|word| !WITHIN.contains(word)).collect();
    // "Programme" and "Program", "Rapporteurs" and "Rapporteur".
    let stem = |word: &str| plain(word).trim_end_matches('s').chars().take(7).collect::<String>();
    if words.iter().all(|word| passage_plain.contains(&stem(word))) {
        return true;
    }
    let parts: Vec<&str> = name.split(" and ").map(|part| part.trim_start_matches("the ")).collect();
    if parts.len() > 1 && parts.iter().all(|part| is_in(part, passage, vocabulary)) {
        return true;
    }
    let terms = vocabulary.bodies.iter().chain(&vocabulary.actors).chain(&vocabulary.places);
    terms.into_iter().any(|term| {
        let all: Vec<String> = term.also.iter().chain([&term.label]).map(|name| plain(name)).collect();
        if !all.iter().any(|other| holds(&passage_plain, other)) {
            return false;
        }
        // What the other name does not stand for must be in the passage too.
        let left =
            all.iter().filter(|other| holds(&name_plain, other)).map(|other| name_plain.replace(other, " "));
        let whole = all.iter().any(|other| holds(other, &name_plain));
        whole
            || left.into_iter().any(|left| {
                left.split_whitespace()
                    .all(|word| WITHIN.contains(&word) || passage_plain.contains(&stem(word)))
            })
    })
}
