//! Takes withheld people out of every text, wherever our words or a source's
//! own (addresses, titles, anchors) had brought them in.

#[path = "withhold/name.rs"]
mod name;

use std::cmp::Reverse;

use crate::data::corpus::{Corpus, Disagreement, Person, Record, Source, Term, Vocabulary};
use name::Name;

/// What stands in place of a name that is withheld.
pub const WITHHELD: &str = "[name withheld]";

/// Leaves nothing of a withheld person in the corpus but the entry itself, as
/// links lead to it and it says that a name was withheld.
pub fn withhold(corpus: &mut Corpus) {
    let withheld = corpus.people.iter_mut().filter(|person| person.withhold);
    let mut names: Vec<Name> = withheld.flat_map(empty).collect();
    if names.is_empty() {
        return;
    }
    // The longest first, as a shorter one may be a part of it.
    names.sort_by_key(|name| Reverse(name.length()));
    for text in texts(corpus) {
        names.iter().for_each(|name| name.replace(text, WITHHELD));
    }
}

/// Empties the entry and gives the names it had. Why somebody was named, and
/// what may be done to them, can tell who it is as well as the name.
fn empty(person: &mut Person) -> Vec<Name> {
    for told in [&mut person.reason, &mut person.harm, &mut person.last_known] {
        told.clear();
    }
    let mut names = std::mem::take(&mut person.also);
    names.extend([std::mem::take(&mut person.name), std::mem::take(&mut person.chinese)]);
    names.iter().flat_map(|name| Name::all(name)).collect()
}

/// Every text that is not an id or a date.
fn texts(corpus: &mut Corpus) -> Vec<&mut String> {
    let about = &mut corpus.about;
    let mut texts = vec![&mut about.name, &mut about.title, &mut about.sentence, &mut about.state];
    texts.extend([&mut about.licence, &mut about.contact, &mut about.address]);
    texts.extend(corpus.sources.iter_mut().flat_map(of_source));
    texts.extend(corpus.people.iter_mut().flat_map(of_person));
    texts.extend(of_vocabulary(&mut corpus.vocabulary));
    texts.extend(corpus.records.iter_mut().flat_map(of_record));
    texts.extend(corpus.disagreements.iter_mut().flat_map(of_disagreement));
    texts
}

fn of_source(source: &mut Source) -> Vec<&mut String> {
    let mut texts = vec![&mut source.title, &mut source.short, &mut source.publisher];
    texts.extend(&mut source.authors);
    texts.extend([&mut source.address, &mut source.archived]);
    texts.extend([&mut source.examined_because, &mut source.describes_itself, &mut source.held]);
    texts
}

fn of_person(person: &mut Person) -> Vec<&mut String> {
    let mut texts = vec![&mut person.name, &mut person.chinese];
    texts.extend(&mut person.also);
    texts.extend([&mut person.reason, &mut person.harm, &mut person.last_known]);
    texts
}

fn of_vocabulary(vocabulary: &mut Vocabulary) -> Vec<&mut String> {
    let Vocabulary {
        groups,
        series,
        states,
        acts,
        roles,
        bodies,
        actors,
        themes,
        places,
        kinds,
        links,
        conflicts,
        findings,
        promises,
        follow_up: _,
        beside: _,
        spellings,
    } = vocabulary;
    let lists =
        [groups, series, states, acts, roles, bodies, actors, themes, places, kinds, links, conflicts];
    let mut texts: Vec<&mut String> = lists.into_iter().flatten().flat_map(of_term).collect();
    texts.extend(findings.iter_mut().flat_map(|it| [&mut it.label, &mut it.definition]));
    texts.extend(promises.iter_mut().map(|it| &mut it.label));
    texts.extend(spellings.iter_mut().flatten());
    texts
}

fn of_term(term: &mut Term) -> Vec<&mut String> {
    let mut texts = vec![&mut term.label, &mut term.definition, &mut term.check, &mut term.inverse];
    texts.extend(&mut term.also);
    texts
}

fn of_record(record: &mut Record) -> Vec<&mut String> {
    let mut texts = vec![&mut record.title, &mut record.label, &mut record.summary];
    texts.extend(&mut record.documents);
    texts.extend(&mut record.also);
    for claim in &mut record.claims {
        texts.extend(&mut claim.cites);
        texts.extend([&mut claim.speaker, &mut claim.says, &mut claim.printed, &mut claim.note]);
        texts.extend([&mut claim.at.section, &mut claim.at.row, &mut claim.at.anchor]);
        texts.extend(claim.values.iter_mut().flat_map(|(name, value)| [name, value]));
    }
    for step in &mut record.steps {
        texts.extend([&mut step.note, &mut step.article]);
    }
    texts
}

fn of_disagreement(disagreement: &mut Disagreement) -> Vec<&mut String> {
    let mut texts = vec![&mut disagreement.title, &mut disagreement.about];
    texts.extend(disagreement.sides.iter_mut().map(|side| &mut side.holds));
    texts
}
