//! What the page in a frame and the site around it say to each other:
//! docs/embed.md. Each side takes nothing but these.

use serde::{Deserialize, Serialize};

/// What the page tells the site: what it shows, and how high it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

/// What the site asks the page: to show another query.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Show {
    #[serde(rename = "standing-invitation")]
    kind: String,
    query: String,
}

/// A query of more bytes is no query.
const LONGEST: usize = 8000;

impl Shows {
    /// A message of these.
    pub fn new(query: String, count: u32, of: u32, height: u32) -> Shows {
        Shows { kind: "shows", query, count, of, height }
    }
}

impl Show {
    /// The query that is asked for, if this is what it should be.
    pub fn query(&self) -> Option<&str> {
        (self.kind == "show" && self.query.len() <= LONGEST).then_some(&self.query)
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn the_page_tells_what_it_shows() {
        let shows = Shows::new("series=visits".to_string(), 28, 577, 640);
        expect![[
            r#"{"standing-invitation":"shows","query":"series=visits","count":28,"of":577,"height":640}"#
        ]]
        .assert_eq(&serde_json::to_string(&shows).unwrap_or_default());
    }

    #[test]
    fn the_site_asks_for_a_query_and_nothing_else() {
        let asked = |text: &str| serde_json::from_str::<Show>(text).ok()?.query().map(str::to_string);
        assert_eq!(asked(r#"{"standing-invitation":"show","query":"q=a"}"#).as_deref(), Some("q=a"));
        assert_eq!(asked(r#"{"standing-invitation":"show","query":""}"#).as_deref(), Some(""));
        let long = format!(r#"{{"standing-invitation":"show","query":"{}"}}"#, "a".repeat(LONGEST + 1));
        for junk in [
            "null",
            "7",
            r#""show""#,
            "{}",
            r#"{"query":"q=a"}"#,
            r#"{"standing-invitation":"shows","query":"q=a"}"#,
            r#"{"standing-invitation":"show"}"#,
            r#"{"standing-invitation":"show","query":{}}"#,
            r#"{"standing-invitation":{},"query":"q=a"}"#,
            &long,
        ] {
            assert_eq!(asked(junk), None, "{junk}");
        }
    }
}
