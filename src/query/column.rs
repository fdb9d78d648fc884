//! The columns of the table, and what it is sorted by.

/// A column of the table: one field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Its title.
    Title,
    /// The timeline it stands in.
    Series,
    /// The first day of its first dated stage.
    First,
    /// The last day of its last dated stage.
    Last,
    /// What it was in on the as-of day.
    Status,
    /// For how long it had been in an open state.
    Length,
    /// UN bodies and mandates.
    Body,
    /// Others concerned.
    Actor,
    /// Themes.
    Theme,
    /// Places.
    Place,
    /// The documents that speak of it.
    Source,
    /// The kinds of their publishers.
    Kind,
    /// In what way those documents differ on it.
    Disagreement,
    /// How many claims it holds.
    Claims,
    /// UN symbols and articles of law.
    Documents,
}

impl Column {
    /// All columns, in the order of the table.
    pub const ALL: [Column; 15] = [
        Column::Title,
        Column::Series,
        Column::First,
        Column::Last,
        Column::Status,
        Column::Length,
        Column::Body,
        Column::Actor,
        Column::Theme,
        Column::Place,
        Column::Source,
        Column::Kind,
        Column::Disagreement,
        Column::Claims,
        Column::Documents,
    ];

    /// The column of that name.
    pub fn from_key(key: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.key() == key)
    }

    /// Its name in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Column::Title => "title",
            Column::Series => "series",
            Column::First => "first",
            Column::Last => "last",
            Column::Status => "status",
            Column::Length => "length",
            Column::Body => "body",
            Column::Actor => "actor",
            Column::Theme => "theme",
            Column::Place => "place",
            Column::Source => "source",
            Column::Kind => "kind",
            Column::Disagreement => "disagreement",
            Column::Claims => "claims",
            Column::Documents => "documents",
        }
    }
}

/// The columns that the table shows. It always shows the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns(u16);

impl Default for Columns {
    fn default() -> Columns {
        use Column::{First, Last, Series, Source, Status, Title};
        Columns::of([Title, Series, First, Last, Status, Source])
    }
}

impl Columns {
    /// These columns, and the title.
    pub fn of(columns: impl IntoIterator<Item = Column>) -> Columns {
        let bits = columns.into_iter().fold(1, |bits, column| bits | 1 << column as u16);
        Columns(bits)
    }

    /// Whether the table shows the column.
    pub fn has(self, column: Column) -> bool {
        self.0 >> column as u16 & 1 == 1
    }

    /// Shows the column, or hides it where it is shown. The title stays.
    pub fn toggle(&mut self, column: Column) {
        self.0 ^= 1 << column as u16;
        self.0 |= 1;
    }

    /// The columns shown, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = Column> {
        Column::ALL.into_iter().filter(move |column| self.has(*column))
    }
}

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column; records with nothing in it stand last.
    pub column: Column,
    /// Whether the greatest comes first.
    pub descending: bool,
}

impl Default for Sort {
    /// The order of the list.
    fn default() -> Sort {
        Sort { column: Column::First, descending: false }
    }
}

impl Sort {
    /// Reads `status`, or `-status` for the other direction.
    pub fn parse(text: &str) -> Option<Sort> {
        let (key, descending) = text.strip_prefix('-').map_or((text, false), |key| (key, true));
        Column::from_key(key).map(|column| Sort { column, descending })
    }

    /// Writes what [`Sort::parse`] reads.
    pub fn write(self) -> String {
        let mut text = if self.descending { "-" } else { "" }.to_string();
        text.push_str(self.column.key());
        text
    }

    /// Sorts by a column; by the present one the other way round.
    pub fn by(self, column: Column) -> Sort {
        Sort { column, descending: self.column == column && !self.descending }
    }
}
