//! Our own words describe; only claims judge, and they are the sources'. Titles,
//! labels, summaries, definitions and the words around disagreements must hold
//! no word that takes a side.

use standing_invitation::data::corpus::Corpus;

/// The beginnings of words that judge, and phrases; `docs/method.md` tells why.
const LOADED: &str = include_str!("neutral/loaded.txt");

/// Every text in which we speak, with where it stands.
fn own_words(corpus: &Corpus) -> Vec<(String, &str)> {
    let mut words = Vec::new();
    for record in &corpus.records {
        for text in [&record.title, &record.label, &record.summary] {
            words.push((record.id.clone(), text.as_str()));
        }
        for step in &record.steps {
            words.push((format!("{}, step", record.id), step.note.as_str()));
        }
        for claim in &record.claims {
            words.push((format!("{}#{}, note", record.id, claim.key), claim.note.as_str()));
            for (name, value) in &claim.values {
                words.push((format!("{}#{}, {name}", record.id, claim.key), value.as_str()));
            }
        }
    }
    for it in &corpus.disagreements {
        words.push((it.id.clone(), it.title.as_str()));
        words.push((it.id.clone(), it.about.as_str()));
        words.extend(it.sides.iter().map(|side| (it.id.clone(), side.holds.as_str())));
    }
    for term in corpus.vocabulary.lists().into_iter().flat_map(|(_, terms)| terms) {
        words.push((format!("vocabulary {}", term.id), term.label.as_str()));
        words.push((format!("vocabulary {}", term.id), term.definition.as_str()));
    }
    for source in &corpus.sources {
        words.push((format!("source {}", source.id), source.held.as_str()));
        words.push((format!("source {}", source.id), source.examined_because.as_str()));
    }
    words.push(("about".to_string(), corpus.about.title.as_str()));
    words.push(("about".to_string(), corpus.about.sentence.as_str()));
    for person in &corpus.people {
        words.push((format!("person {}", person.id), person.reason.as_str()));
        words.push((format!("person {}", person.id), person.last_known.as_str()));
        words.push((format!("person {}", person.id), person.harm.as_str()));
    }
    words
}

/// The text without what stands in quotation marks: those are a source's words.
fn unquoted(text: &str) -> String {
    let mut depth = 0;
    let mut kept = String::new();
    for letter in text.chars() {
        match letter {
            '“' => depth += 1,
            '”' => depth -= 1,
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
        assert!((0..2).contains(&depth), "quotation marks that do not match: {text}");
    }
    assert_eq!(depth, 0, "a quotation mark that is never closed: {text}");
    kept
}

/// The loaded words of a text. A word of the list stands for all that begin
/// with it; one that ends in a full stop stands for itself alone.
fn loaded(text: &str) -> Vec<&'static str> {
    let text = unquoted(text).to_lowercase().replace(|letter: char| !letter.is_alphanumeric(), " ");
    let text = format!(" {} ", text.split_whitespace().collect::<Vec<_>>().join(" "));
    let list = LOADED.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let found = list.filter(|line| match line.strip_suffix('.') {
        Some(whole) => text.contains(&format!(" {whole} ")),
        None => text.contains(&format!(" {line}")),
    });
    found.collect()
}

#[test]
fn our_own_words_take_no_side() {
    let corpus = Corpus::embedded();
    let words = own_words(&corpus);
    assert!(words.len() > 2000, "{} texts", words.len());
    let mut found = Vec::new();
    for (place, text) in words {
        // The design of the dataset names this series so, and its definition
        // says at once that it holds what is reported.
        if place == "vocabulary crackdown" && text == "Crackdown events" {
            continue;
        }
        for word in loaded(text) {
            found.push(format!("{place}: “{word}” in: {text}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_words_of_the_page_take_no_side() {
    for (name, text) in [
        ("src/text.rs", include_str!("../src/text.rs")),
        ("docs/method.md", include_str!("../docs/method.md")),
    ] {
        // Code has words of its own, such as `illegal`; here it has none so far.
        for line in text.lines() {
            assert_eq!(loaded(line), Vec::<&str>::new(), "{name}: {line}");
        }
    }
}

#[test]
fn a_loaded_word_is_found_unless_a_source_says_it() {
    assert_eq!(loaded("The regime's brutality"), ["regime", "brutal"]);
    assert_eq!(loaded("HRIC calls it “brutal”"), Vec::<&str>::new());
    assert_eq!(loaded("A win-win formula"), ["win win"]);
    assert_eq!(loaded("Three claims; Claimsville"), Vec::<&str>::new());
    assert_eq!(loaded("It claims to be free"), ["claims to."]);
}
