//! HTML as a browser reads it, as far as our own files go: tags with their
//! attributes, and texts with their references resolved. What a file may do is
//! told from here, not by looking for words in it.

// Each test crate asks for a part of it.
#![allow(dead_code)]

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};

/// What stands in a file, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// The beginning of an element: its name and its attributes.
    Open(String, Vec<(String, String)>),
    /// The end of one.
    Close(String),
    /// What is read as text; inside scripts and styles as it stands.
    Text(String),
    /// A comment or a declaration, by its content.
    Comment(String),
}

/// The tokens of a file.
pub fn tokens(html: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = html;
    let mut raw: Option<String> = None;
    while !rest.is_empty() {
        if let Some(name) = raw.take() {
            let end = rest.to_ascii_lowercase().find(&format!("</{name}")).unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            let text = if name == "title" { resolved(text) } else { text.to_string() };
            tokens.push(Token::Text(text));
            rest = after;
            continue;
        }
        let begins_tag = |at: &usize| {
            let next = rest[at + 1..].chars().next();
            next.is_some_and(|letter| letter.is_ascii_alphabetic() || "/!?".contains(letter))
        };
        let at = rest.match_indices('<').map(|(at, _)| at).find(begins_tag).unwrap_or(rest.len());
        let (text, after) = rest.split_at(at);
        if !text.is_empty() {
            tokens.push(Token::Text(resolved(text)));
        }
        rest = after;
        if rest.is_empty() {
            break;
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let end = if rest.starts_with("<!--") { "-->" } else { ">" };
            let (comment, after) = rest.split_once(end).unwrap_or((rest, ""));
            tokens.push(Token::Comment(comment.to_string()));
            rest = after;
        } else if let Some(closed) = rest.strip_prefix("</") {
            let (name, after) = closed.split_once('>').unwrap_or((closed, ""));
            tokens.push(Token::Close(name.trim().to_ascii_lowercase()));
            rest = after;
        } else {
            let (token, after) = opened(&rest[1..]);
            if let Token::Open(name, _) = &token
                && ["script", "style", "title"].contains(&name.as_str())
            {
                raw = Some(name.clone());
            }
            tokens.push(token);
            rest = after;
        }
    }
    tokens
}

/// A tag from its name on, and what stands behind it.
fn opened(tag: &str) -> (Token, &str) {
    let end = |text: &str, stops: &[char]| {
        text.find(|letter: char| letter.is_ascii_whitespace() || stops.contains(&letter))
            .unwrap_or(text.len())
    };
    let (name, mut rest) = tag.split_at(end(tag, &['/', '>']));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (Token::Open(name.to_ascii_lowercase(), attributes), after);
        }
        assert!(!rest.is_empty(), "a tag that never ends: {name}");
        let (attribute, after) = rest.split_at(end(rest, &['/', '>', '=']).max(1));
        let after = after.trim_start_matches(|letter: char| letter.is_ascii_whitespace());
        let (value, after) = match after.strip_prefix('=') {
            None => ("", after),
            Some(after) => {
                let after = after.trim_start_matches(|letter: char| letter.is_ascii_whitespace());
                match after.chars().next() {
                    Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((after, "")),
                    _ => after.split_at(end(after, &['>'])),
                }
            }
        };
        attributes.push((attribute.to_ascii_lowercase(), resolved(value)));
        rest = after;
    }
}

fn resolved(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

/// The file without what its texts say: every tag with the names of its
/// attributes.
pub fn skeleton(html: &str) -> Vec<String> {
    let tokens = tokens(html).into_iter();
    let shapes = tokens.filter_map(|token| match token {
        Token::Open(name, attributes) => {
            let names = attributes.iter().map(|(name, _)| format!(" {name}"));
            Some(format!("<{name}{}>", names.collect::<String>()))
        }
        Token::Close(name) => Some(format!("</{name}>")),
        Token::Comment(_) => Some("<!>".to_string()),
        Token::Text(_) => None,
    });
    shapes.collect()
}

/// Everything that readers and programs see of a file: its texts and the values
/// of its attributes.
pub fn said(html: &str) -> Vec<String> {
    let mut said = Vec::new();
    for token in tokens(html) {
        match token {
            Token::Open(_, attributes) => said.extend(attributes.into_iter().map(|(_, value)| value)),
            Token::Text(text) => said.push(text),
            Token::Close(_) | Token::Comment(_) => {}
        }
    }
    said
}

/// What may stand in our files. Nothing among it loads, runs, sends or embeds
/// anything, but for scripts and styles, which the policy names.
const ELEMENTS: &[&str] = &[
    "a",
    "aside",
    "noscript",
    "article",
    "b",
    "body",
    "button",
    "caption",
    "circle",
    "cite",
    "code",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "footer",
    "g",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "head",
    "header",
    "html",
    "input",
    "kbd",
    "label",
    "legend",
    "li",
    "line",
    "linearGradient",
    "lineargradient",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "path",
    "pattern",
    "progress",
    "q",
    "rect",
    "section",
    "select",
    "script",
    "small",
    "span",
    "stop",
    "strong",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "tfoot",
    "th",
    "textarea",
    "thead",
    "time",
    "title",
    "tr",
    "ul",
    "br",
    "defs",
    "clippath",
    "hr",
    "datalist",
    "output",
    "tspan",
];

/// What is wrong with a file: whatever could run, load or send something that
/// its own policy does not name, and whatever the policy allows in vain.
/// `scripts` says whether the file runs any script at all.
pub fn faults(html: &str, scripts: bool) -> Vec<String> {
    let mut faults = Vec::new();
    let mut policy = None;
    let mut named = BTreeSet::new();
    let tokens = tokens(html);
    for (at, token) in tokens.iter().enumerate() {
        let Token::Open(name, attributes) = token else { continue };
        let value = |wanted: &str| {
            attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
        };
        let shown = format!("<{name} {attributes:?}");
        let shown: String = shown.chars().take(160).collect();
        if !ELEMENTS.contains(&name.as_str()) {
            faults.push(format!("{shown}: an element that our files do not have"));
        }
        let rel = value("rel");
        for (attribute, value) in attributes {
            let address = value.trim().to_ascii_lowercase();
            let right = match attribute.as_str() {
                it if it.starts_with("on") => false,
                "style" | "src" | "srcset" | "srcdoc" | "action" | "formaction" | "ping" | "xlink:href"
                | "background" | "data" | "poster" => false,
                // What is opened must not reach back.
                "target" => value == "_blank" && rel.is_some_and(|rel| rel.starts_with("noopener")),
                "href" if name == "link" => value == "data:," || address.starts_with("https://"),
                "href" => match address.split_once(':') {
                    Some((scheme, _)) if !scheme.contains(['/', '#', '?']) => {
                        ["http", "https", "mailto"].contains(&scheme)
                    }
                    _ => !address.starts_with("//"),
                },
                _ => true,
            };
            if !right {
                faults.push(format!("{shown}: {attribute}"));
            }
            let leads_out = attribute == "href" && name == "a" && address.starts_with("http");
            if leads_out && rel != Some("noopener noreferrer") {
                faults.push(format!("{shown}: tells where it comes from"));
            }
        }
        match (name.as_str(), value("http-equiv")) {
            ("meta", Some("Content-Security-Policy")) if policy.is_none() => {
                let before = tokens[..at].iter().filter(|it| matches!(it, Token::Open(..))).count();
                // <html>, <head> and the character set.
                if before != 3 {
                    faults.push("the policy does not come first".to_string());
                }
                policy = value("content").map(str::to_string);
            }
            ("meta", Some("x-dns-prefetch-control")) | ("meta", None) => {}
            ("meta", Some(other)) => faults.push(format!("{shown}: {other}")),
            ("link", _) if !["icon", "canonical"].contains(&value("rel").unwrap_or_default()) => {
                faults.push(format!("{shown}: loads something"));
            }
            ("script" | "style", _) => {
                let text = match tokens.get(at + 1) {
                    Some(Token::Text(text)) => text.as_str(),
                    _ => "",
                };
                let is_data =
                    ["text/plain", "application/ld+json"].contains(&value("type").unwrap_or_default());
                if name == "script" && is_data {
                    continue;
                }
                if value("type").is_some() {
                    faults.push(format!("{shown}: a type that could be run"));
                }
                named.insert(format!("{name} 'sha256-{}'", BASE64.encode(Sha256::digest(text))));
            }
            _ => {}
        }
    }
    let policy = policy.unwrap_or_default();
    let mut allowed = BTreeSet::new();
    let mut rest = Vec::new();
    for directive in policy.split(';').map(str::trim) {
        let mut words = directive.split(' ');
        let (of, kind) = match words.next() {
            Some(of @ "script-src") => (of, "script"),
            Some(of @ "style-src") => (of, "style"),
            _ => {
                rest.push(directive.to_string());
                continue;
            }
        };
        for word in words {
            if word.starts_with("'sha256-") {
                allowed.insert(format!("{kind} {word}"));
            } else {
                rest.push(format!("{of} {word}"));
            }
        }
    }
    let expected: &[&str] = if scripts {
        &[
            "default-src 'none'",
            "script-src 'wasm-unsafe-eval'",
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    } else {
        &["default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"]
    };
    if rest != expected {
        faults.push(format!("the policy is another: {rest:?}"));
    }
    if !scripts && named.iter().any(|it| it.starts_with("script")) {
        faults.push("a script where there is none".to_string());
    }
    faults.extend(named.difference(&allowed).map(|it| format!("not in the policy: {it}")));
    faults.extend(allowed.difference(&named).map(|it| format!("in the policy for nothing: {it}")));
    faults
}
