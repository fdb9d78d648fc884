//! What the page in a frame and the site around it say to each other:
//! docs/embed.md. Each side takes nothing but these.
//!
//! A message is a list and not an object: what writes objects for us carries a
//! table of their names, 1 kB of the page.

use serde::Serialize;

/// What every message begins with.
pub const NAME: &str = "standing-invitation";

/// What the page tells the site: `shows`, the query as in an address, how many
/// records it yields, how many there are, and the height of the page in pixels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shows(&'static str, &'static str, String, u32, u32, u32);

/// A query of more bytes is no query.
const LONGEST: usize = 8000;

impl Shows {
    /// A message of these.
    pub fn new(query: String, [count, of]: [u32; 2], height: u32) -> Shows {
        Shows(NAME, "shows", query, count, of, height)
    }
}

/// What the site asks the page to show, if its message is what it should be: its
/// name, its kind and its query, each where it is a text.
pub fn asked([name, kind, query]: [Option<String>; 3]) -> Option<String> {
    let is_ours = name.as_deref() == Some(NAME) && kind.as_deref() == Some("show");
    query.filter(|query| is_ours && query.len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn the_page_tells_what_it_shows() {
        let shows = Shows::new("series=visits".to_string(), [28, 577], 640);
        expect![[r#"["standing-invitation","shows","series=visits",28,577,640]"#]]
            .assert_eq(&serde_json::to_string(&shows).unwrap_or_default());
    }

    #[test]
    fn the_site_asks_for_a_query_and_nothing_else() {
        let text = |text: &str| Some(text.to_string());
        assert_eq!(asked([text(NAME), text("show"), text("q=a")]), text("q=a"));
        assert_eq!(asked([text(NAME), text("show"), text("")]), text(""));
        assert_eq!(asked([text("other"), text("show"), text("q=a")]), None);
        assert_eq!(asked([text(NAME), text("shows"), text("q=a")]), None);
        assert_eq!(asked([None, text("show"), text("q=a")]), None);
        assert_eq!(asked([text(NAME), None, text("q=a")]), None);
        assert_eq!(asked([text(NAME), text("show"), None]), None);
        assert_eq!(asked([text(NAME), text("show"), text(&"a".repeat(LONGEST + 1))]), None);
    }
}
