//! What the page in a frame and the site around it say to each other:
//! docs/embed.md. Each side takes nothing but these.

use serde::Serialize;

/// What the page tells the site: what it shows, and how high it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Shows {
    /// Always `shows`.
    #[serde(rename = "standing-invitation")]
    kind: &'static str,
    /// The query, as in an address.
    pub query: String,
    /// How many records it yields.
    pub count: u32,
    /// How many there are.
    pub of: u32,
    /// The height of the page, in pixels.
    pub height: u32,
}

/// A query of more bytes is no query.
const LONGEST: usize = 8000;

impl Shows {
    /// A message of these; the height is still to be measured.
    pub fn new(query: String, count: u32, of: u32) -> Shows {
        Shows { kind: "shows", query, count, of, height: 0 }
    }
}

/// What the site asks the page to show, if its message is what it should be: its
/// kind and its query, each where it is a text.
pub fn asked(kind: Option<String>, query: Option<String>) -> Option<String> {
    query.filter(|query| kind.as_deref() == Some("show") && query.len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn the_page_tells_what_it_shows() {
        let shows = Shows { height: 640, ..Shows::new("series=visits".to_string(), 28, 577) };
        expect![[
            r#"{"standing-invitation":"shows","query":"series=visits","count":28,"of":577,"height":640}"#
        ]]
        .assert_eq(&serde_json::to_string(&shows).unwrap_or_default());
    }

    #[test]
    fn the_site_asks_for_a_query_and_nothing_else() {
        let text = |text: &str| Some(text.to_string());
        assert_eq!(asked(text("show"), text("q=a")), text("q=a"));
        assert_eq!(asked(text("show"), text("")), text(""));
        assert_eq!(asked(text("shows"), text("q=a")), None);
        assert_eq!(asked(None, text("q=a")), None);
        assert_eq!(asked(text("show"), None), None);
        assert_eq!(asked(text("show"), text(&"a".repeat(LONGEST + 1))), None);
    }
}
