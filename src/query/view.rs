//! What stands below the timelines.

/// One of the views of a query. Each is a section of the page with this id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The list of records.
    #[default]
    Records,
    /// The same as a table.
    Table,
    /// What was promised, beside what the sources report as follow-up.
    Practice,
    /// Where the sources disagree.
    Disagreements,
    /// What the sources are, and how much each says in each series.
    Sources,
    /// Who publishes this, how it was made, and what is not in it.
    Method,
}

impl View {
    /// All views, in the order of the page.
    pub const ALL: [View; 6] =
        [View::Records, View::Table, View::Practice, View::Disagreements, View::Sources, View::Method];

    /// The view of that name.
    pub fn from_key(key: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.key() == key)
    }

    /// Its name in addresses, and the id of its section.
    pub const fn key(self) -> &'static str {
        match self {
            View::Records => "records",
            View::Table => "table",
            View::Practice => "practice",
            View::Disagreements => "disagreements",
            View::Sources => "sources",
            View::Method => "method",
        }
    }
}
