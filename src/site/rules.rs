//! Which rules of a stylesheet can concern pages that are already written.
//!
//! Like `minify`, it knows our style and relies on it: it is not for the
//! stylesheets of others.

use std::collections::BTreeSet;

/// What rules can ask for, as it is written in rules: `p`, `.record`, `#words`,
/// `[hidden]`.
pub type Names = BTreeSet<String>;

/// The names of all elements, classes, ids and attributes of these pages, which
/// are written as ours are: `<` and `>` stand for nothing but tags.
pub fn names(pages: &[String]) -> Names {
    let mut names = Names::from(["html".to_string(), "body".to_string()]);
    for tag in pages.iter().flat_map(|page| page.split('<').skip(1)) {
        let tag = tag.split('>').next().unwrap_or_default();
        let (element, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        names.insert(element.to_string());
        while !rest.is_empty() {
            let (name, value, after) = attribute(rest);
            names.insert(format!("[{name}]"));
            let sign = match name {
                "class" => ".",
                "id" => "#",
                _ => "",
            };
            names.extend(value.split(' ').filter(|_| !sign.is_empty()).map(|it| format!("{sign}{it}")));
            rest = after;
        }
    }
    names
}

/// The first attribute: its name, its value, and what comes after it.
fn attribute(text: &str) -> (&str, &str, &str) {
    let text = text.trim_start();
    let end = text.find(['=', ' ']).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let Some(value) = rest.strip_prefix('=') else {
        return (name, "", rest);
    };
    let (value, after) = match value.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
        None => value.split_once(' ').unwrap_or((value, "")),
    };
    (name, value, after)
}

/// The rules of a stylesheet without comments that can match something with
/// these names. What is in doubt stays.
pub fn matching(css: &str, names: &Names) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((selectors, after)) = rest.split_once('{') {
        let (block, after) = enclosed(after, ('{', '}'));
        if selectors.starts_with("@media") {
            let inner = matching(block, names);
            if !inner.is_empty() {
                kept.push_str(&format!("{selectors}{{{inner}}}"));
            }
        } else {
            let can = |it: &&str| it.starts_with("@page") || can_match(it, names);
            let can: Vec<&str> = list(selectors).into_iter().filter(can).collect();
            if !can.is_empty() {
                kept.push_str(&format!("{}{{{block}}}", can.join(",")));
            }
        }
        rest = after;
    }
    kept
}

/// What stands before the sign that ends a block, and what after it.
fn enclosed(css: &str, (begin, end): (char, char)) -> (&str, &str) {
    let mut depth = 1;
    for (at, letter) in css.char_indices() {
        if letter == begin {
            depth += 1;
        } else if letter == end {
            depth -= 1;
        }
        if depth == 0 {
            return (&css[..at], &css[at + end.len_utf8()..]);
        }
    }
    (css, "")
}

/// The selectors of a list. Commas within parentheses part nothing.
fn list(selectors: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = selectors.split(|letter| {
        depth += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0 && letter == ','
    });
    parts.collect()
}

/// Whether everything that the selector asks for is there. What stands in
/// parentheses may be there or not, and what a reader does may be done.
fn can_match(selector: &str, names: &Names) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let mut rest = selector;
    while let Some(sign) = rest.chars().next() {
        let tail = &rest[sign.len_utf8()..];
        let (name, after) = match sign {
            '(' => (String::new(), enclosed(tail, ('(', ')')).1),
            '[' => {
                let (inner, after) = tail.split_once(']').unwrap_or((tail, ""));
                let end = inner.find(|letter| !is_part(letter)).unwrap_or(inner.len());
                (format!("[{}]", &inner[..end]), after)
            }
            '.' | '#' | ':' => {
                let end = tail.find(|letter| !is_part(letter)).unwrap_or(tail.len());
                let name = if sign == ':' { String::new() } else { format!("{sign}{}", &tail[..end]) };
                (name, &tail[end..])
            }
            _ if is_part(sign) => {
                let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
                (rest[..end].to_string(), &rest[end..])
            }
            _ => (String::new(), tail),
        };
        if !name.is_empty() && !names.contains(&name) {
            return false;
        }
        rest = after;
    }
    true
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn pages_tell_their_names() {
        let page = "<p class=\"a b\" id=c hidden>x <a href=\"https://un.org/?table=d\">y</a>".to_string();
        let names: Vec<String> = names(&[page]).into_iter().collect();
        expect!["#c .a .b /a [class] [hidden] [href] [id] a body html p"].assert_eq(&names.join(" "));
    }

    #[test]
    fn only_rules_that_can_match_stay() {
        let names = names(&["<p class=a hidden>x<li id=c>".to_string()]);
        let css = ":root{--x:1}*,::before{y:1}p,table{y:2}.a p:hover>li{y:3}.b p{y:4}[hidden]{y:5}\
                   [open=x]{y:6}p:not(:is(.b) .d,.c) li{y:7}#c+li{y:8}#d{y:9}\
                   @media (min-width:1em){.b{y:10}.a{y:11}}@media print{.b{y:12}}\
                   @page{y:13;@bottom-right{y:14}}";
        expect![
            ":root{--x:1}*,::before{y:1}p{y:2}.a p:hover>li{y:3}[hidden]{y:5}p:not(:is(.b) .d,.c) li{y:7}#c+li{y:8}@media (min-width:1em){.a{y:11}}@page{y:13;@bottom-right{y:14}}"
        ]
        .assert_eq(&matching(css, &names));
    }
}
