//! What readers take away: the records found, who says what in each, what was
//! asked, and where all this stands; and the forms in which they take it.
//!
//! The page reads an [`Excerpt`] from its own texts; nothing here knows a browser.
//! All forms are tables and templates over the same named texts, which keeps them
//! alike, and small in the page.

pub mod article;
pub mod citation;
pub mod csv;
pub mod form;
pub mod json;
pub mod package;
pub mod reference;
pub mod site;
mod template;

use crate::data::Day;
use crate::text;
pub use form::Form;
pub use site::Site;

/// What stands between several texts in one.
pub const JOIN: &str = " | ";

/// The texts of one that holds several.
pub fn parts(joined: &str) -> impl Iterator<Item = &str> {
    joined.split('|').map(str::trim).filter(|part| !part.is_empty())
}

/// A structure of texts whose names stand in files too.
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $text:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name { $($(#[$about])* pub $text: String,)* }

        impl $name {
            /// The names of its texts in files, in their order.
            pub const NAMES: &[&'static str] = &[$(stringify!($text),)*];

            /// Its texts, in the same order.
            pub fn texts(&self) -> Vec<&str> {
                vec![$(&self.$text,)*]
            }
        }
    };
}

texts! {
    /// What is to be known of all records together.
    About {
        /// The name of the explorer.
        name,
        /// The version of its data.
        version,
        /// Its licence.
        licence,
        /// Nothing is known after this day.
        horizon,
        /// The heading of the page.
        title,
        /// What the records were narrowed down by, in words; empty where by nothing.
        asked,
        /// How many records there are of how many, in words.
        count,
        /// Where the same is asked of the explorer.
        address,
    }
}

texts! {
    /// A record.
    Entry {
        /// Its slug.
        record,
        /// As the page has it.
        title,
        /// The label of its series.
        series,
        /// The years that its dates may mean.
        years,
        /// Its stages: the date in EDTF, where there is one, and what it is the date
        /// of; joined by [`JOIN`].
        stages,
        /// What it was in on the as-of day.
        status,
        /// Our words about several claims; empty where there is one.
        summary,
        /// The address of its own page.
        address,
    }
}

texts! {
    /// What a source says.
    Said {
        /// The id of the source.
        source,
        /// Its short name.
        by,
        /// Up to when it speaks, in words.
        as_of,
        /// What it says, in our words.
        says,
        /// Where in the source, without the words to look for.
        at,
        /// The documents that the passage rests on, as printed, with their
        /// addresses; joined by [`JOIN`].
        rests_on,
    }
}

texts! {
    /// A document that records rest on.
    Work {
        /// Its name in files.
        source,
        /// As printed; may be empty.
        authors,
        /// As published, or a descriptive one.
        title,
        /// Who published it.
        publisher,
        /// When, in words.
        published,
        /// Its address, where known.
        address,
    }
}

/// Records, and what is to be known of them together.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    /// Of all together.
    pub about: About,
    /// Nothing is known after this day.
    pub horizon: Day,
    /// The records in the order of the page, each with who says what.
    pub records: Vec<(Entry, Vec<Said>)>,
    /// The documents that they rest on.
    pub sources: Vec<Work>,
}

impl About {
    /// Some words, and after them what the records were narrowed down by, if by
    /// anything.
    fn asked_after(&self, words: &str) -> String {
        [words, if self.asked.is_empty() { "" } else { ": " }, &self.asked].concat()
    }
}

impl Excerpt {
    /// The document that a claim is from.
    pub fn work(&self, said: &Said) -> Option<&Work> {
        self.sources.iter().find(|work| work.source == said.source)
    }

    /// `Standing Invitation, version 0.1.0`.
    pub fn edition(&self) -> String {
        text::excerpt::edition(&self.about.name, &self.about.version)
    }
}

impl Work {
    /// The authors, or who published it.
    pub fn author(&self) -> &str {
        if self.authors.is_empty() { &self.publisher } else { &self.authors }
    }

    /// The year of publication, which is the last word of the day; empty where
    /// that is no year.
    pub fn year(&self) -> &str {
        let last = self.published.rsplit(' ').next().unwrap_or_default();
        let is_year = last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit());
        if is_year { last } else { "" }
    }
}
