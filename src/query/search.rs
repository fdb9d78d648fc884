//! Text search: folds case and diacritics, matches the beginnings of words,
//! and finds Chinese by its characters.

use crate::data::{Dataset, RecordId};
use crate::query::Bitmap;

/// The searchable texts of all records, folded once.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// For each record its words, each after a space.
    texts: Vec<String>,
}

impl Search {
    /// Takes the text of each record and the names of each facet value, both
    /// in the order of the dataset. A record is found by its values' names too.
    pub fn new(dataset: &Dataset, texts: &[String], names: &[String]) -> Search {
        let texts = dataset.records.iter().zip(texts).map(|(record, text)| {
            let mut folded = String::with_capacity(text.len() + 64);
            fold(text, &mut folded);
            for value in &record.values {
                if let Some(name) = names.get(*value as usize) {
                    fold(name, &mut folded);
                }
            }
            folded
        });
        Search { texts: texts.collect() }
    }

    /// The records that hold every word of the text; `None` where it has no
    /// word. A word with a symbol inside, such as A/HRC/25/5, must be found
    /// with its parts in a row.
    pub fn find(&self, text: &str) -> Option<Bitmap> {
        let mut terms = Vec::new();
        for word in text.split_whitespace() {
            let mut term = String::new();
            fold(word, &mut term);
            if !term.is_empty() {
                // Chinese is written without spaces: its characters may stand
                // anywhere in a word.
                let anywhere = word.chars().any(is_ideograph);
                terms.push(if anywhere { term.trim_start().to_string() } else { term });
            }
        }
        if terms.is_empty() {
            return None;
        }
        let mut found = Bitmap::empty(self.texts.len());
        for (record, text) in (0 as RecordId..).zip(&self.texts) {
            if terms.iter().all(|term| text.contains(term.as_str())) {
                found.insert(record);
            }
        }
        Some(found)
    }
}

/// Appends the words of a text, each after one space, in lower case and
/// without diacritics. Everything that is neither letter nor digit parts words.
pub fn fold(text: &str, folded: &mut String) {
    let mut within_word = false;
    for letter in text.chars() {
        if !is_word(letter) {
            // Combining marks belong to the letter before them.
            within_word &= ('\u{300}'..='\u{36f}').contains(&letter);
            continue;
        }
        if !within_word {
            folded.push(' ');
            within_word = true;
        }
        match base(letter) {
            Some(base) => folded.push_str(base),
            None => folded.push(lower(letter)),
        }
    }
}

/// Whether a letter, digit or ideograph. The standard library's tables of all
/// scripts would add four kilobytes to the page; names what parts words instead.
fn is_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        '\u{300}'..='\u{36f}' => false,
        '\u{2000}'..='\u{206f}' | '\u{2190}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => false,
        _ => true,
    }
}

/// The small letter, for Latin without diacritics, Greek and Cyrillic.
fn lower(letter: char) -> char {
    let shift = match letter {
        'A'..='Z' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => 0,
    };
    char::from_u32(letter as u32 + shift).unwrap_or(letter)
}

/// The plain letters of a letter with diacritics, for those that names in
/// Latin script are written with.
fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ǐ' | 'ǐ' => "i",
        'Ñ' | 'ñ' | 'Ń'..='ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ǒ' | 'ǒ' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ǔ'..='ǜ' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        'Ł' | 'ł' => "l",
        _ => return None,
    })
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
