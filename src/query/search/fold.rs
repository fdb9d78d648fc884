//! Words as search compares them: in lower case, without diacritics, and each
//! Chinese character a word of its own, because nothing parts them in writing.

/// Appends the words of a text, each after one space. Everything that is
/// neither letter nor digit parts words.
///
/// `places` gets one number for each byte appended: where its letter ends in
/// the text, in UTF-16 units; for a space, where the word after it begins.
pub fn fold(text: &str, folded: &mut String, mut places: Option<&mut Vec<u32>>) {
    let mut within_word = false;
    let mut place = 0;
    for letter in text.chars() {
        let begins_at = place;
        place += letter.len_utf16() as u32;
        if !is_word(letter) {
            // Combining marks belong to the letter before them.
            within_word &= is_mark(letter);
            if let Some(last) = places.as_mut().filter(|_| within_word).and_then(|it| it.last_mut()) {
                *last = place;
            }
            continue;
        }
        let alone = is_ideograph(letter);
        if !within_word || alone {
            folded.push(' ');
            if let Some(places) = &mut places {
                places.push(begins_at);
            }
        }
        within_word = !alone;
        match base(letter) {
            Some(base) => folded.push_str(base),
            None => folded.push(lower(letter)),
        }
        if let Some(places) = &mut places {
            places.resize(folded.len(), place);
        }
    }
}

/// The words of a text with one space between them.
pub fn folded(text: &str) -> String {
    let mut folded = String::new();
    fold(text, &mut folded, None);
    folded.get(1..).unwrap_or_default().to_string()
}

/// Whether a letter, digit or ideograph. The standard library's tables of all
/// scripts would add four kilobytes to the page; names what parts words instead.
fn is_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' => false,
        '\u{2000}'..='\u{206f}' | '\u{2190}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => false,
        _ => !is_mark(letter),
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
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
