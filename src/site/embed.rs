//! The script with which a site embeds the explorer: `embed.js`, one element
//! and no dependency.

use crate::data::Facet;
use crate::data::corpus::Corpus;
use crate::query::url;
use crate::site::minify;

/// Its path in the release.
pub const PATH: &str = "embed.js";

/// Keys that no site asks for: the element says that it is one, and only readers
/// tick records.
pub const NO_ATTRIBUTES: [&str; 2] = ["embed", "chosen"];

const SCRIPT: &str = include_str!("../../public/embed.js");

/// The script, with the keys that its attributes may have and the name that a
/// frame has without one of its own.
pub fn js(corpus: &Corpus) -> String {
    let keys =
        url::KEYS.into_iter().filter(|key| !NO_ATTRIBUTES.contains(key)).chain(Facet::ALL.map(Facet::key));
    let about = &corpus.about;
    let title = quoted(&format!("{}: {}", about.name, about.title));
    let keys = keys.collect::<Vec<_>>().join(" ");
    minify::script(SCRIPT).replace("#KEYS#", &keys).replace("#TITLE#", &title) + "\n"
}

/// A text within double quotes in a script.
fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '<' => quoted.push_str("\\x3c"),
            _ if letter.is_control() => {}
            _ => quoted.push(letter),
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_ends_its_quotes() {
        assert_eq!(quoted("A \"B\" \\ </script>\n"), "A \\\"B\\\" \\\\ \\x3c/script>");
    }

    #[test]
    fn it_knows_every_key_and_asks_for_nothing() {
        let script = js(&Corpus::embedded());
        let keys =
            script.split_once("KEYS = \"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |it| it.0);
        for key in url::KEYS.into_iter().chain(Facet::ALL.map(Facet::key)) {
            assert_eq!(keys.split(' ').any(|it| it == key), !NO_ATTRIBUTES.contains(&key), "{key}");
        }
        for absent in
            ["fetch(", "import", "eval(", "innerHTML", "document.write", "cookie", "://", "#KEYS#", "#TITLE#"]
        {
            assert!(!script.contains(absent), "{absent}");
        }
    }
}
