//! What search knows of the shipped data, as the page says it, read without a
//! browser.

use standing_invitation::data::Dataset;
use standing_invitation::data::corpus::{Corpus, Record, label};
use standing_invitation::html::linked;
use standing_invitation::query::Search;
use standing_invitation::query::search::Texts;

/// The search of the page.
pub fn search(corpus: &Corpus, dataset: &Dataset) -> Search {
    let records: Vec<Texts> = corpus.records.iter().map(|record| of_record(corpus, record)).collect();
    let values = dataset.values.iter();
    let values: Vec<Texts> = values
        .map(|value| [corpus.label(value), corpus.aliases(value), String::new(), String::new()])
        .collect();
    Search::new(dataset, &records, &values, &corpus.spellings())
}

fn of_record(corpus: &Corpus, record: &Record) -> Texts {
    let vocabulary = &corpus.vocabulary;
    let mut names = record.also.clone();
    let people = corpus.people.iter().filter(|person| record.people.contains(&person.id));
    for person in people.filter(|person| !person.withhold) {
        names.push(person.chinese.clone());
        names.extend(person.also.iter().cloned());
    }
    for party in &record.parties {
        let body = label(&vocabulary.bodies, &party.who);
        let who = if body.is_empty() { label(&vocabulary.actors, &party.who) } else { body };
        names.push(format!("{}: {who}", label(&vocabulary.roles, &party.role)));
    }
    names.extend(record.documents.iter().map(|document| shown(document)));
    let mut summary = vec![record.summary.clone()];
    let mut rest = Vec::new();
    for claim in &record.claims {
        // A single claim is its own summary.
        let says = if record.claims.len() == 1 { &mut summary } else { &mut rest };
        says.extend([claim.speaker.clone(), claim.says.clone()]);
        rest.extend([&claim.at.anchor, &claim.note, &claim.printed].map(String::clone));
        rest.extend(claim.cites.iter().map(|cite| shown(cite)));
    }
    for step in &record.steps {
        rest.push(label(&vocabulary.acts, &step.act).to_string());
        rest.extend([step.article.clone(), step.note.clone()]);
    }
    [record.title.clone(), names.join(" · "), summary.join(" · "), rest.join(" · ")]
}

/// What the page shows of a text with addresses: of each its host.
fn shown(text: &str) -> String {
    linked(text).split('<').map(|part| part.rsplit('>').next().unwrap_or_default()).collect()
}
