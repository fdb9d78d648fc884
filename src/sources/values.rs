//! What a claim asserts that can be looked for: figures, dates, symbols of
//! documents, names, and words in quotation marks.

use super::dates::{self, Date};
use super::names;
use super::numbers::{self, Figure};
use crate::data::corpus::{Claim, Corpus};

/// What to look for in a passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values {
    /// Dates with a month.
    pub dates: Vec<Date>,
    /// Other figures.
    pub figures: Vec<Figure>,
    /// Symbols of documents: `A/HRC/25/5`.
    pub symbols: Vec<String>,
    /// Proper names of two or more words.
    pub names: Vec<String>,
    /// People, by each name they are known by.
    pub people: Vec<Vec<String>>,
    /// Words that our text quotes.
    pub quoted: Vec<String>,
    /// Words that a named value consists of: `abstained`.
    pub words: Vec<String>,
}

impl Values {
    /// What a claim asserts.
    pub fn of(claim: &Claim, corpus: &Corpus) -> Values {
        let mut found = Values::default();
        let says = found.take_people(&claim.says, corpus);
        found.add(&says);
        found.names = names::names(&says);
        for (name, value) in &claim.values {
            let value = found.take_people(value, corpus);
            found.add(&value);
            let figures = value.contains(|letter: char| letter.is_ascii_digit());
            if !figures && name != "unit" {
                found.words.push(value);
            }
        }
        for cited in &claim.cites {
            found.symbols.extend(symbols(cited));
        }
        found
    }

    fn add(&mut self, text: &str) {
        let symbols = symbols(text);
        let mut rest = text.to_string();
        for symbol in &symbols {
            rest = rest.replace(symbol.as_str(), " ");
        }
        self.symbols.extend(symbols);
        self.quoted.extend(quoted(&rest));
        let (dates, rest) = dates::dates(&rest);
        self.dates.extend(dates);
        // "one" and "first" are more often words than figures.
        let figures =
            numbers::figures(&rest).into_iter().filter(|figure| figure.value != "1" || figure.printed == "1");
        self.figures.extend(figures);
    }

    /// Takes the names of people out of a text. A withheld one is not in it.
    fn take_people(&mut self, text: &str, corpus: &Corpus) -> String {
        let mut rest = text.to_string();
        for person in &corpus.people {
            if !person.name.is_empty() && rest.contains(&person.name) {
                rest = rest.replace(&person.name, " ");
                let names = [&person.name, &person.chinese].into_iter().chain(&person.also);
                self.people.push(names.filter(|name| !name.is_empty()).cloned().collect());
            }
        }
        rest
    }
}

/// Symbols of documents in a text: capital letters and slashes.
pub fn symbols(text: &str) -> Vec<String> {
    let edge = |letter: char| !letter.is_ascii_alphanumeric();
    let words = text.split(|letter: char| letter.is_whitespace() || "“”\"()[],;".contains(letter));
    let symbols = words.map(|word| word.trim_matches(edge)).filter(|word| {
        let mut parts = word.split('/');
        let first = parts.next().unwrap_or_default();
        let organ = (1..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_uppercase());
        organ && parts.next().is_some() && word.contains(|letter: char| letter.is_ascii_digit())
    });
    symbols.map(str::to_string).collect()
}

/// What stands in quotation marks, in the pieces that no omission cuts.
pub fn quoted(text: &str) -> Vec<String> {
    let quotations = text.split('“').skip(1).filter_map(|part| part.split_once('”'));
    let pieces = quotations.flat_map(|(words, _)| words.split(['…', '[', ']']));
    let pieces = pieces.map(|piece| piece.trim_matches([' ', ',', '.', ';']));
    pieces.filter(|piece| !piece.is_empty()).map(str::to_string).collect()
}
