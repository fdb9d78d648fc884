//! Takes withheld names out of every text, wherever a source's own words
//! (addresses, titles, anchors) had brought them in.

use crate::data::corpus::{Corpus, Record};

/// What stands in place of a name that is withheld.
pub const WITHHELD: &str = "[name withheld]";

/// Leaves no byte of a withheld name in the corpus.
pub fn withhold(corpus: &mut Corpus) {
    let mut names = Vec::new();
    for person in corpus.people.iter_mut().filter(|person| person.withhold) {
        names.push(std::mem::take(&mut person.name));
        names.push(std::mem::take(&mut person.chinese));
        names.append(&mut person.also);
    }
    // Addresses write names in lower case with hyphens.
    let slugs: Vec<String> = names.iter().map(|name| name.to_lowercase().replace(' ', "-")).collect();
    names.extend(slugs);
    names.retain(|name| !name.is_empty());
    if names.is_empty() {
        return;
    }
    let scrub = |text: &mut String| {
        for name in &names {
            if text.contains(name.as_str()) {
                *text = text.replace(name.as_str(), WITHHELD);
            }
        }
    };
    for record in &mut corpus.records {
        texts(record).into_iter().for_each(scrub);
    }
    for disagreement in &mut corpus.disagreements {
        scrub(&mut disagreement.title);
        scrub(&mut disagreement.about);
        disagreement.sides.iter_mut().for_each(|side| scrub(&mut side.holds));
    }
    for person in &mut corpus.people {
        scrub(&mut person.reason);
        scrub(&mut person.harm);
        scrub(&mut person.last_known);
    }
}

/// Every text of a record.
fn texts(record: &mut Record) -> Vec<&mut String> {
    let mut texts = vec![&mut record.title, &mut record.label, &mut record.summary];
    texts.extend(&mut record.documents);
    texts.extend(&mut record.also);
    for claim in &mut record.claims {
        texts.extend(&mut claim.cites);
        texts.extend([&mut claim.speaker, &mut claim.says, &mut claim.printed, &mut claim.note]);
        texts.extend([&mut claim.at.section, &mut claim.at.row, &mut claim.at.anchor]);
        texts.extend(claim.values.iter_mut().map(|(_, value)| value));
    }
    for step in &mut record.steps {
        texts.extend([&mut step.note, &mut step.article]);
    }
    texts
}
