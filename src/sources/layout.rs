//! How each text is set: the one place where sources differ. What is not
//! listed is read by [`Layout::PLAIN`].

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    /// The id of the source.
    pub source: &'static str,
    /// How its first line after the front matter begins; empty if it has none.
    pub begins: &'static str,
    /// What parts two paragraphs.
    pub breaks: Break,
    /// Where its notes are.
    pub notes: Notes,
    /// What its sections are.
    pub sections: Sections,
    /// Beginnings of headings that only divide the section they stand in, and
    /// of those that divide these.
    pub minor: &'static [&'static [&'static str]],
    /// Words that head their own paragraph only, such as `Abstract:`.
    pub run_in: &'static [&'static str],
    /// The values of the column of a table by which its rows are known.
    pub ratings: &'static [&'static str],
}

/// What parts two paragraphs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Break {
    /// A line without letters.
    Blank,
    /// A line of one space; empty lines stand between any two lines.
    Space,
}

/// Where the notes of a text are, and how they are marked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Notes {
    /// Nowhere.
    None,
    /// At the bottom of pages, each after a line with its number. Some have
    /// lost this line and only stand two spaces in.
    PageBottom,
    /// Between paragraphs, each beginning with its number in raised figures.
    Raised,
    /// At the end, each beginning with its number and a full stop.
    End,
}

/// What the sections of a text are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sections {
    /// Headings on lines of their own.
    Headings,
    /// Paragraphs, called by their first words.
    Paragraphs,
}

impl Layout {
    /// Paragraphs under headings, without notes.
    pub const PLAIN: Layout = Layout {
        source: "",
        begins: "",
        breaks: Break::Blank,
        notes: Notes::None,
        sections: Sections::Headings,
        minor: &[],
        run_in: &[],
        ratings: &[],
    };

    /// The layout of the source with this id.
    pub fn of(source: &str) -> Layout {
        LAYOUTS.into_iter().find(|layout| layout.source == source).unwrap_or(Layout::PLAIN)
    }
}

const LAYOUTS: [Layout; 5] = [
    Layout {
        source: "hric-2016",
        begins: "EXECUTIVE SUMMARY",
        notes: Notes::PageBottom,
        // What stands within the sections that the contents page gives.
        minor: &[
            &[
                "National Human Rights Action Plan",
                "Promoting International Cooperation",
                "Ensuring that Civil Society",
                "Restrictions on citizen",
                "Reprisals",
                "Undermining ",
            ],
            &["To "],
        ],
        ..Layout::PLAIN
    },
    Layout { source: "hrw-2022", breaks: Break::Space, ..Layout::PLAIN },
    Layout {
        source: "r2p-2019",
        notes: Notes::Raised,
        ratings: &["Strong", "Fair", "Weak", "Very Weak"],
        ..Layout::PLAIN
    },
    Layout {
        source: "cshrs-2021",
        begins: "The Main Characteristics",
        notes: Notes::End,
        run_in: &["Abstract:", "Keywords:"],
        ..Layout::PLAIN
    },
    Layout { source: "whitepaper-2017", sections: Sections::Paragraphs, ..Layout::PLAIN },
];
