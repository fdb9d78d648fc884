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
    let host = address.split("//").nth(1).unwrap_or_default();
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    format!(r#"<a href="{}" rel="noopener noreferrer">{}</a>"#, escape(address), escape(host))
}

fn next_address(text: &str) -> Option<usize> {
    ["http://", "https://"].iter().filter_map(|scheme| text.find(scheme)).min()
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
        html.push_str("<span lang=zh>");
        html.push_str(&escape(chinese));
        html.push_str("</span>");
        rest = after;
    }
    html.push_str(&escape(rest));
    html
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
    fn chinese_is_named() {
        assert_eq!(spoken("Law (慈善法) & more"), "Law (<span lang=zh>慈善法</span>) &amp; more");
    }
}
