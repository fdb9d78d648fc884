//! Holds each claim of a corpus against the text of its source.

use std::collections::BTreeMap;

use super::dates::{self, Times};
use super::locator;
use super::names;
use super::numbers;
use super::passage::Passage;
use super::plain::{addresses, holds, plain};
use super::text::{Found, Text};
use super::values::Values;
use crate::checksum::sha256;
use crate::data::compile::Authored;
use crate::data::corpus::{Claim, ClaimRef, Corpus, Record, Source};

/// Something that is wrong with a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The claim.
    pub claim: ClaimRef,
    /// What is wrong and what to do.
    pub message: String,
}

/// A source whose text is missing or another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// Its id.
    pub source: String,
    /// What is wrong with its text.
    pub message: String,
    /// How many claims were not checked.
    pub claims: usize,
}

/// What the check has found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// How many claims were held against their text.
    pub checked: usize,
    /// The texts that were read, by the ids of their sources.
    pub texts: BTreeMap<String, Text>,
    /// The others.
    pub unread: Vec<Unread>,
    /// What is wrong with claims, in the order of the corpus.
    pub faults: Vec<Fault>,
}

impl Outcome {
    /// Whether all claims were checked and nothing is wrong.
    pub fn passes(&self) -> bool {
        self.unread.is_empty() && self.faults.is_empty()
    }
}

/// Holds all claims of the corpus against the texts of their sources, each an
/// id and a text.
pub fn check(authored: &Authored, texts: &[(String, String)]) -> Outcome {
    let corpus = &authored.corpus;
    let mut outcome = Outcome::default();
    for source in &corpus.sources {
        match text_of(source, texts) {
            Ok(text) => {
                let layout = authored.layouts.get(&source.id).cloned().unwrap_or_default();
                outcome.texts.insert(source.id.clone(), Text::read(text, &layout));
            }
            Err(message) => {
                let claims = corpus.records.iter().flat_map(|record| &record.claims);
                let claims = claims.filter(|claim| claim.source == source.id).count();
                outcome.unread.push(Unread { source: source.id.clone(), message, claims });
            }
        }
    }
    for record in &corpus.records {
        let mut passages = BTreeMap::new();
        for claim in &record.claims {
            let Some(text) = outcome.texts.get(&claim.source) else { continue };
            outcome.checked += 1;
            let (passage, faults) = check_claim(corpus, text, claim);
            passages.insert(claim.key.as_str(), passage);
            outcome.faults.extend(faults.into_iter().map(|message| fault(record, &claim.key, message)));
        }
        outcome.faults.extend(check_steps(corpus, record, &passages));
    }
    outcome
}

/// The text of a source, if it is the one that was read for the corpus.
fn text_of<'a>(source: &Source, texts: &'a [(String, String)]) -> Result<&'a str, String> {
    let Some((_, text)) = texts.iter().find(|(id, _)| *id == source.id) else {
        return Err(format!("{}.txt is missing: its claims are not checked", source.id));
    };
    let sum = sha256(text);
    if sum != source.sha256 {
        return Err(format!(
            "{}.txt is not the text that was read (its SHA-256 is {sum}): its claims are not checked",
            source.id
        ));
    }
    Ok(text)
}

fn fault(record: &Record, key: &str, message: String) -> Fault {
    Fault { claim: ClaimRef { record: record.id.clone(), claim: key.to_string() }, message }
}

/// The passage of a claim, if it was found, and what is wrong.
fn check_claim<'a>(corpus: &Corpus, text: &'a Text, claim: &Claim) -> (Option<Passage<'a>>, Vec<String>) {
    let anchor = &claim.at.anchor;
    let wrong = match text.find(anchor) {
        Found::Blocks(blocks) => {
            // Where a page parts the anchor, the claim may be about either side.
            let sides = blocks.into_iter().map(|at| {
                let passage = Passage::around(text, at, claim);
                let mut faults = locator::faults(text, at, &claim.at);
                faults.extend(value_faults(corpus, text, claim, at, &passage));
                (Some(passage), faults)
            });
            return sides.min_by_key(|(_, faults)| faults.len()).unwrap_or_default();
        }
        Found::Nowhere => "not in the text: copy words of the passage".to_string(),
        Found::Often(times) => format!("{times} times in the text: take other words"),
        Found::Outside => "outside the passages of the text: take other words".to_string(),
    };
    (None, vec![format!("the anchor “{anchor}” is {wrong}")])
}

/// What a claim asserts and the passage does not.
fn value_faults(corpus: &Corpus, text: &Text, claim: &Claim, at: usize, passage: &Passage) -> Vec<String> {
    let mut faults = Vec::new();
    let values = Values::of(claim, corpus);
    let whole = passage.whole();
    let words = passage.words();
    let (times, plain_whole) = (Times::of(&words), plain(&format!("{whole}\n{words}")));
    let mut figures = numbers::values(&words);
    figures.extend(passage.counts(claim.at.note.and_then(|note| text.words_of_note(note))));
    let mut missing = |what: &str, value: &str| {
        faults.push(format!(
            "{what} {value} is not in the passage: correct it, or point to the passage that has it"
        ));
    };
    for date in values.dates.iter().filter(|date| !times.give(**date)) {
        missing("the date", &date.to_string());
    }
    // A figure that we counted is told as such to the readers too.
    let counted = plain(&claim.note).contains("our count");
    for figure in values.figures.iter().filter(|figure| !counted && !figures.contains(&figure.value)) {
        missing("the number", &format!("“{}”", figure.printed));
    }
    let joined = plain_whole.replace(' ', "");
    for symbol in values.symbols.iter().filter(|symbol| !joined.contains(&plain(symbol))) {
        missing("the symbol", symbol);
    }
    for address in claim.cites.iter().flat_map(|cited| addresses(cited)) {
        if !text.prints_address(&address) {
            missing("the address", &address);
        }
    }
    for name in values.names.iter().filter(|name| !names::is_in(name, &whole, &corpus.vocabulary)) {
        missing("the name", &format!("“{name}”"));
    }
    for names in &values.people {
        if !names.iter().any(|name| plain_whole.contains(&plain(name))) {
            missing("the person", names.first().map_or("", String::as_str));
        }
    }
    for quoted in values.quoted.iter().filter(|quoted| !plain_whole.contains(&plain(quoted))) {
        missing("the quotation", &format!("“{quoted}”"));
    }
    let printed = plain(&claim.printed);
    if !printed.is_empty() && !plain_whole.contains(&printed) {
        missing("`printed`", &format!("“{}”", claim.printed));
    }
    let row = text.blocks.get(at).and_then(|block| text.rows.get(block.place.row?));
    let is_rating = |word: &String| text.rows.iter().any(|row| row.rating == *word);
    for word in &values.words {
        let fits = match row {
            Some(row) if is_rating(word) => row.rating == *word,
            _ => is_said(word, &plain_whole),
        };
        if !fits {
            missing("the value", &format!("“{word}”"));
        }
    }
    faults
}

/// Whether a passage says a word, or another for the same; of several words,
/// each longer one.
fn is_said(word: &str, passage: &str) -> bool {
    // What a source does not give is not in it.
    if ["unnumbered", "not given", "none"].contains(&word) {
        return true;
    }
    let words = word.split(' ').filter(|word| word.chars().count() > 3);
    if words.clone().count() > 1 {
        return words.clone().all(|word| passage.contains(plain(word).trim_end_matches([',', 's'])));
    }
    let also: &[&str] = match word {
        "for" => &["yes", "in favour", "in favor", "supported"],
        _ => &[],
    };
    // "accepted" of "accepting"
    let stem: String = plain(word).chars().take(6).collect();
    holds(passage, &plain(word))
        || (stem.chars().count() == 6 && passage.contains(&stem))
        || also.iter().any(|word| holds(passage, word))
}

/// The dates of a record's steps that no passage gives; an inferred one stands
/// in none, and a source need not print the day of its own publication.
fn check_steps(corpus: &Corpus, record: &Record, passages: &BTreeMap<&str, Option<Passage>>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for step in record.steps.iter().filter(|step| step.basis != "inferred") {
        let found: Vec<&Passage> =
            step.claims.iter().filter_map(|key| passages.get(key.as_str())?.as_ref()).collect();
        if found.len() < step.claims.len() {
            // A text or an anchor is missing, which is told elsewhere.
            continue;
        }
        let claims = record.claims.iter().filter(|claim| step.claims.contains(&claim.key));
        let as_of: Vec<_> = claims.clone().flat_map(|claim| dates::of_edtf(&claim.as_of)).collect();
        let mut sources = claims.filter_map(|claim| corpus.source(&claim.source));
        if step.basis == "published" && sources.any(|source| source.published == step.date) {
            continue;
        }
        for (date, cut) in dates::of_edtf(&step.date) {
            let given = |passage: &&Passage| {
                let times = Times::of(&passage.words());
                if date.year.is_some() { times.give(date) } else { times.gives_year(&cut) }
            };
            if as_of.iter().any(|(known, _)| *known == date) || found.iter().any(given) {
                continue;
            }
            let printed = if date.year.is_some() { date.to_string() } else { format!("{cut}…") };
            let message = format!(
                "the date {printed} of the step \"{}\" is not in the passage: correct it, or set `basis`",
                step.act
            );
            faults.push(fault(record, step.claims.first().map_or("", String::as_str), message));
        }
    }
    faults
}
