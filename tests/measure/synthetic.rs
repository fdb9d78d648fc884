//! A corpus as large as none of ours is, always the same: the shipped
//! vocabulary and sources, and any number of records made of chance.

use standing_invitation::data::corpus::{Claim, Corpus, Locator, Record, Source, Step, Term};
use standing_invitation::data::{Day, End, Span};

use crate::chance::Chance;
use crate::words::WORDS;

const FIRST_YEAR: i32 = 1980;
const LAST_YEAR: i32 = 2022;

/// The corpus with so many records: each of one source, with one step or two,
/// a few values, and in one of fifty cases without a date. What the shipped
/// corpus says of its own records is left out.
pub fn corpus(n_records: usize) -> Corpus {
    let mut corpus = Corpus::embedded();
    corpus.people.clear();
    corpus.disagreements.clear();
    corpus.vocabulary.promises.clear();
    let mut chance = Chance::new();
    let mut records: Vec<Record> = (0..n_records).map(|_| record(&corpus, &mut chance)).collect();
    records.sort_by_cached_key(|record| order(&corpus, record));
    for (nth, record) in records.iter_mut().enumerate() {
        record.id = format!("record-{nth:06}");
    }
    corpus.records = records;
    corpus
}

/// Records stand in the order of time; those without a date stand last, by
/// series and body.
fn order(corpus: &Corpus, record: &Record) -> (bool, Day, Option<usize>, Option<usize>) {
    let place = |terms: &[Term], id: &str| terms.iter().position(|term| term.id == id);
    match record.steps.iter().find_map(Step::first_day) {
        Some(day) => (false, day, None, None),
        None => {
            let body = record.bodies.first().and_then(|body| place(&corpus.vocabulary.bodies, body));
            (true, Day::LATEST, place(&corpus.vocabulary.series, &record.series), body)
        }
    }
}

fn record(corpus: &Corpus, chance: &mut Chance) -> Record {
    let vocabulary = &corpus.vocabulary;
    let first = Day::new(FIRST_YEAR, 1, 1).0;
    let n_days = (Day::new(LAST_YEAR + 1, 1, 1).0 - first) as usize;
    // The later, the more records there are.
    let day = Day(first + chance.below(n_days).max(chance.below(n_days)) as i32);
    let source = source(corpus, chance, day);
    let label = words(chance, 3);
    let claim = Claim {
        key: "a".to_string(),
        source: source.id.clone(),
        at: Locator { section: words(chance, 3), anchor: words(chance, 4), ..Locator::default() },
        cites: Vec::new(),
        speaker: String::new(),
        says: format!("Says of {} that {}.", words(chance, 4), words(chance, 8)),
        as_of: source.as_of.clone(),
        values: Vec::new(),
        printed: String::new(),
        note: String::new(),
        known: source.known,
    };
    let is_dated = chance.below(50) > 0;
    let mut steps = vec![step(corpus, chance, is_dated.then_some(day), source.known)];
    let next = Day(day.0 + 30 + chance.below(1000) as i32);
    if is_dated && next < source.known && chance.below(2) == 0 {
        steps.push(step(corpus, chance, Some(next), source.known));
    }
    Record {
        id: String::new(),
        series: any(chance, &vocabulary.series),
        title: format!("{label}: {}", words(chance, 6)),
        label,
        summary: String::new(),
        bodies: vec![any(chance, &vocabulary.bodies)],
        themes: vec![any(chance, &vocabulary.themes)],
        places: if chance.below(2) == 0 { Vec::new() } else { vec![any(chance, &vocabulary.places)] },
        parties: Vec::new(),
        people: Vec::new(),
        documents: Vec::new(),
        also: Vec::new(),
        claims: vec![claim],
        steps,
        links: Vec::new(),
        changes: Vec::new(),
    }
}

/// A source that can speak of the day.
fn source<'a>(corpus: &'a Corpus, chance: &mut Chance, day: Day) -> &'a Source {
    let mut speaking: Vec<&Source> = corpus.sources.iter().filter(|source| source.known > day).collect();
    if speaking.is_empty() {
        speaking.extend(corpus.sources.iter().max_by_key(|source| source.known));
    }
    speaking[chance.rarely_below(speaking.len())]
}

/// Any act on that day, known by its month in one of four cases; one that
/// begins a state goes on in every other.
fn step(corpus: &Corpus, chance: &mut Chance, day: Option<Day>, known: Day) -> Step {
    let vocabulary = &corpus.vocabulary;
    let act = &vocabulary.acts[chance.rarely_below(vocabulary.acts.len())];
    let opens = vocabulary.states.iter().any(|state| state.id == act.state && state.open);
    let goes_on = opens && chance.below(2) == 0;
    let date = day.map(Day::iso).unwrap_or_default();
    let date = if chance.below(4) == 0 { date.get(..7).unwrap_or_default() } else { &date };
    let undated = Span { earliest: Day::EARLIEST, latest: known };
    Step {
        act: act.id.clone(),
        date: if goes_on && day.is_some() { format!("{date}/..") } else { date.to_string() },
        basis: "stated".to_string(),
        article: String::new(),
        note: String::new(),
        claims: vec!["a".to_string()],
        start: Span::parse(date).unwrap_or(undated),
        end: if goes_on { End::GoingOn } else { End::Same },
        known,
    }
}

/// The id of any of the terms: few have many records, and many have few.
fn any(chance: &mut Chance, terms: &[Term]) -> String {
    terms[chance.rarely_below(terms.len())].id.clone()
}

fn words(chance: &mut Chance, n_words: usize) -> String {
    let words: Vec<&str> = (0..n_words).map(|_| WORDS[chance.rarely_below(WORDS.len())]).collect();
    words.join(" ")
}
