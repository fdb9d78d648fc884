//! A person's name as texts and addresses may write it.

use std::fmt::Write;

/// What may stand between the parts of a name, in any number, beside spaces.
const BETWEEN: [char; 7] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '_', '+', ','];

/// The same for a space in an address.
const SPACE: &str = "%20";

/// A name, known in capitals or not and with anything, or nothing, between its
/// parts: `Liu Xiaobo` is also `LIU, Xiaobo`, `liu-xiaobo` and `LiuXiaobo`.
pub struct Name {
    parts: Vec<String>,
}

impl Name {
    /// The name as written and, where it is not of plain letters, as an address
    /// has it. None of an empty name, which would be everywhere.
    pub fn all(written: &str) -> Vec<Name> {
        let mut forms = vec![written.to_string(), escaped(written)];
        forms.dedup();
        let parts = |form: &String| {
            form.split(is_between).filter(|part| !part.is_empty()).map(String::from).collect()
        };
        let names = forms.iter().map(|form| Name { parts: parts(form) });
        names.filter(|name| !name.parts.is_empty()).collect()
    }

    /// How many letters it has: the longer of two names is the one meant.
    pub fn length(&self) -> usize {
        self.parts.iter().map(String::len).sum()
    }

    /// Puts other words in its place, wherever it stands.
    pub fn replace(&self, text: &mut String, words: &str) {
        let mut at = 0;
        while let Some(letter) = text[at..].chars().next() {
            match self.begins(&text[at..]) {
                Some(length) => {
                    text.replace_range(at..at + length, words);
                    at += words.len();
                }
                None => at += letter.len_utf8(),
            }
        }
    }

    /// How far it reaches, if the text begins with it.
    fn begins(&self, text: &str) -> Option<usize> {
        let mut rest = text;
        for (index, part) in self.parts.iter().enumerate() {
            if index > 0 {
                rest = without_between(rest);
            }
            for wanted in part.chars() {
                let letter = rest.chars().next()?;
                if !letter.to_lowercase().eq(wanted.to_lowercase()) {
                    return None;
                }
                rest = &rest[letter.len_utf8()..];
            }
        }
        Some(text.len() - rest.len())
    }
}

fn is_between(letter: char) -> bool {
    letter.is_whitespace() || BETWEEN.contains(&letter)
}

fn without_between(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(is_between);
        match rest.strip_prefix(SPACE) {
            Some(after) => rest = after,
            None => return rest,
        }
    }
}

/// Letters that addresses do not hold, in bytes as `%E5%88%98`.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if letter.is_ascii() {
            escaped.push(letter);
            continue;
        }
        for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}
