//! Writes HTML so that no text of the data can become markup.

/// Escapes a text for element content and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A text whose http(s) addresses become links that show their host, so that
/// readers see where a link leads before they follow it. Chinese gets its
/// language named, for fonts and screen readers.
pub fn linked(text: &str) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(start) = next_address(rest) {
        let (before, address) = rest.split_at(start);
        let end = address.find(|letter: char| letter.is_whitespace() || "<>\"”“）".contains(letter));
        let (address, after) = address.split_at(end.unwrap_or(address.len()));
        let trimmed = address.trim_end_matches(['.', ',', ';', ')', ']', ':']);
        html.push_str(&spoken(before));
        html.push_str(&link(trimmed));
        rest = rest.get(before.len() + trimmed.len()..).unwrap_or(after);
    }
    html.push_str(&spoken(rest));
    html
}

/// A link out: the host is its text.
fn link(address: &str) -> String {
    let host = address.split(['/', '?', '#']).nth(2).unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    ["<a href=\"", &escape(address), "\" rel=\"noopener noreferrer\">", &escape(host), "</a>"].concat()
}

/// Where the next address begins. Looked for letter by letter, as what looks for
/// texts in texts weighs more in the page than all of this.
fn next_address(text: &str) -> Option<usize> {
    let is_address = |(start, _): &(usize, &str)| {
        let rest = text.get(*start..).unwrap_or_default();
        rest.starts_with("http://") || rest.starts_with("https://")
    };
    text.match_indices('h').find(is_address).map(|(start, _)| start)
}

/// Escapes a text and marks its Chinese as such.
pub fn spoken(text: &str) -> String {
    let is_chinese = |letter: char| matches!(letter, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    let mut html = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_chinese) {
        let (before, chinese) = rest.split_at(start);
        let end = chinese.find(|letter| !is_chinese(letter)).unwrap_or(chinese.len());
        let (chinese, after) = chinese.split_at(end);
        html.push_str(&escape(before));
        html.push_str("<span lang=\"zh\">");
        html.push_str(&escape(chinese));
        html.push_str("</span>");
        rest = after;
    }
    html.push_str(&escape(rest));
    html
}

/// What a reader sees of HTML that is written here: the text between its tags.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        let (tag, part) = part.split_once('>').unwrap_or(("", part));
        if tag == "br" {
            text.push('\n');
        }
        for (place, part) in part.split('&').enumerate() {
            let (sign, rest) = part.split_once(';').filter(|_| place > 0).unwrap_or(("", part));
            text.push_str(match sign {
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "amp" => "&",
                _ => "",
            });
            text.push_str(rest);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        assert_eq!(escape(r#"<a b="c">&"#), "&lt;a b=&quot;c&quot;&gt;&amp;");
        assert_eq!(linked("<script>x</script>"), "&lt;script&gt;x&lt;/script&gt;");
        assert_eq!(
            linked("javascript:alert(1) https://a.b/\"onclick=\"x"),
            "javascript:alert(1) <a href=\"https://a.b/\" rel=\"noopener noreferrer\">a.b</a>&quot;onclick=&quot;x"
        );
    }

    #[test]
    fn addresses_become_links_that_show_their_host() {
        assert_eq!(
            linked("Reuters, http://www.reuters.com/x?a=1&b=2. Then (https://un.org)."),
            "Reuters, <a href=\"http://www.reuters.com/x?a=1&amp;b=2\" rel=\"noopener noreferrer\">reuters.com</a>. \
             Then (<a href=\"https://un.org\" rel=\"noopener noreferrer\">un.org</a>)."
        );
    }

    #[test]
    fn what_was_escaped_is_read_again() {
        for text in ["a < b > c & \"d\"", "&lt;", "&amp;lt; <b>", ""] {
            assert_eq!(plain(&["<p>", &escape(text), "</p>"].concat()), text);
        }
    }

    #[test]
    fn chinese_is_named() {
        assert_eq!(spoken("Law (慈善法) & more"), "Law (<span lang=\"zh\">慈善法</span>) &amp; more");
    }
}
