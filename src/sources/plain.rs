//! Texts made comparable: white space, quotation marks, dashes and case that
//! differ between a source and our words about it.

/// The text with every stretch of white space as one space.
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text as it is compared: folded, in lower case, with plain quotation
/// marks and hyphens, without markup.
pub fn plain(text: &str) -> String {
    fold(&unmarked(text)).to_lowercase()
}

/// The text with plain quotation marks and hyphens, without markup.
pub fn unmarked(text: &str) -> String {
    let alike = |letter| match letter {
        '‘' | '’' | '`' | '´' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '‑' | '−' => '-',
        other => other,
    };
    text.chars().filter(|letter| !matches!(letter, '*' | '\\')).map(alike).collect()
}

/// The text without addresses, whose figures are no statements.
pub fn without_addresses(text: &str) -> String {
    let is_address = |word: &&str| {
        let tail = word.trim_end_matches(['.', ',', ';', ')', '>']);
        word.contains("://")
            || word.contains("www.")
            || [".htm", ".html", ".pdf", ".aspx", ".shtml"].iter().any(|end| tail.ends_with(end))
    };
    text.split_whitespace().filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ")
}

/// The addresses in a text.
pub fn addresses(text: &str) -> Vec<String> {
    let words = text.split_whitespace().filter_map(|word| word.find("http").and_then(|at| word.get(at..)));
    words.map(|word| word.trim_end_matches(['.', ',', ';', ')', '>', '”', ']']).to_string()).collect()
}

/// Whether the words stand in the text, not as a part of longer words.
pub fn holds(text: &str, words: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let bounded = |(at, _): (usize, &str)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + words.len()..).and_then(|text| text.chars().next());
        let open = |edge: Option<char>, side| is_letter(edge) && is_letter(side);
        !open(words.chars().next(), before) && !open(words.chars().next_back(), after)
    };
    !words.is_empty() && text.match_indices(words).any(bounded)
}

/// Whether a name that may be cut with `…` fits what is printed.
pub fn fits(name: &str, printed: &str) -> bool {
    let letters = |text: &str| -> String {
        plain(text).chars().filter(|letter| letter.is_alphanumeric() || *letter == '…').collect()
    };
    let (name, printed) = (letters(&name.replace("...", "…")), letters(printed));
    let mut pieces = name.split('…');
    let Some(mut rest) = pieces.next().and_then(|first| printed.strip_prefix(first)) else {
        return false;
    };
    let mut cut = false;
    for piece in pieces {
        cut = true;
        match rest.find(piece) {
            Some(at) => rest = rest.get(at + piece.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.is_empty() || (cut && name.ends_with('…'))
}
