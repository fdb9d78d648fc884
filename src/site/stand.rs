//! How a record stands: among all others in the explorer, or alone on a page of
//! its own. Its links and the depth of its headings depend on it.

use crate::html::escape;

/// Where the record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// In the explorer, under the headings of the page.
    Among,
    /// On its own page in the folder `r`, where its title is the first heading.
    Alone,
}

impl Stand {
    /// The address of a record.
    pub fn record(self, id: &str) -> String {
        match self {
            Stand::Among => format!("#{}", escape(id)),
            Stand::Alone => format!("{}.html", escape(id)),
        }
    }

    /// The address of anything that only the explorer shows, by its id.
    pub fn explorer(self, id: &str) -> String {
        let page = match self {
            Stand::Among => "",
            Stand::Alone => "../index.html",
        };
        format!("{page}#{}", escape(id))
    }

    /// A heading with this content, of this level in the explorer.
    pub fn heading(self, level: u8, content: &str) -> String {
        let level = match self {
            Stand::Among => level,
            Stand::Alone => level - 2,
        };
        format!("<h{level}>{content}</h{level}>")
    }
}
