//! How the chosen values of one facet narrow down the records.

use crate::data::Facet;

/// What a record must have of the chosen values of a facet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// At least one of them.
    #[default]
    Any,
    /// Every one of them.
    All,
    /// Not one of them.
    None,
}

impl Mode {
    /// All modes, in the order of the page.
    pub const ALL: [Mode; 3] = [Mode::Any, Mode::All, Mode::None];

    /// The modes of a facet. Where a record has exactly one value, it cannot have
    /// every one of several.
    pub const fn of(facet: Facet) -> &'static [Mode] {
        match facet {
            Facet::Series | Facet::Status => &[Mode::Any, Mode::None],
            _ => &Mode::ALL,
        }
    }

    /// The mode of that name.
    pub fn from_key(key: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| mode.key() == key)
    }

    /// Its name, which stands in addresses behind that of the facet, as in
    /// `body.all=upr~sr-torture`. That of the default is left out there.
    pub const fn key(self) -> &'static str {
        match self {
            Mode::Any => "any",
            Mode::All => "all",
            Mode::None => "none",
        }
    }
}
