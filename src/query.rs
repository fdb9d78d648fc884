//! What a reader can choose, and what that choice yields.
//!
//! [`Query`] is the one shareable state; [`url`] is its only written form.
//! [`Index`] answers it. Knows the data, and neither pixels nor the browser.

pub mod as_of;
pub mod bitmap;
pub mod cell;
pub mod column;
pub mod embed;
pub mod finding;
pub mod index;
pub mod lists;
pub mod look;
pub mod message;
pub mod mode;
pub mod narrowing;
pub mod neighbours;
pub mod order;
pub mod population;
pub mod search;
pub mod selection;
pub mod stretch;
pub mod tally;
pub mod unknown;
pub mod url;
pub mod view;
pub mod window;

pub use bitmap::Bitmap;
pub use column::{Column, Columns, Sort};
pub use embed::Embed;
pub use index::{Index, Results};
pub use lists::Lists;
pub use look::{Colour, Look, Scheme};
pub use mode::Mode;
pub use narrowing::Narrowing;
pub use search::{Found, Search};
pub use selection::Selection;
pub use stretch::Extent;
pub use view::View;

use crate::data::letters::is_unseen;
use crate::data::{Dataset, Day, DisagreementId, Facet, RecordId, Value, ValueId};

/// How many letters of a text are searched for: a link may bring a million, and
/// every word of it would be looked for in every record.
const LONGEST: usize = 500;

/// Everything a reader can choose. The default is the front page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words to search for, as typed.
    pub text: String,
    /// Facet values, in rising order. A record must pass for every facet.
    pub values: Vec<ValueId>,
    /// For each facet of [`Facet::ALL`], what of its chosen values a record must
    /// have. Always the default where none is chosen.
    pub modes: [Mode; Facet::ALL.len()],
    /// The first day of the stretch of time shown; `None` from the beginning.
    pub from: Option<Day>,
    /// The last day of it; `None` to the end of knowledge.
    pub to: Option<Day>,
    /// Whether only records count that fall into it with certainty.
    pub certain: bool,
    /// The day from which everything is seen; `None` at the end of knowledge.
    pub as_of: Option<Day>,
    /// The open record.
    pub open: Option<RecordId>,
    /// What stands below the timelines.
    pub view: View,
    /// The open disagreement, in its view.
    pub differ: Option<DisagreementId>,
    /// What the timelines are parted by.
    pub lanes: Lanes,
    /// The columns of the table.
    pub columns: Columns,
    /// What the table is sorted by.
    pub sort: Sort,
    /// What a site has chosen for an article.
    pub selection: Selection,
    /// What a site that frames the page gives it; `None` where it stands alone.
    pub embed: Option<Embed>,
    /// The records that the reader has ticked, in rising order. They narrow nothing
    /// down: they are taken away together.
    pub chosen: Vec<RecordId>,
    /// How the page looks; in colours of a site only in its frame.
    pub look: Look,
}

/// What the timelines are parted by: the values of one facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lanes(pub Facet);

impl Default for Lanes {
    fn default() -> Lanes {
        Lanes(Facet::Series)
    }
}

impl Query {
    /// Chooses the value, or drops it where it is chosen.
    pub fn toggle(&mut self, value: ValueId) {
        match self.values.binary_search(&value) {
            Ok(index) => {
                self.values.remove(index);
            }
            Err(index) => self.values.insert(index, value),
        }
    }

    /// Chooses the value and no other of its facet.
    pub fn choose_alone(&mut self, dataset: &Dataset, value: ValueId) {
        if let Some(Value { facet, .. }) = dataset.values.get(value as usize) {
            self.drop_facet(dataset, *facet);
            self.toggle(value);
        }
    }

    /// Drops all values of a facet.
    pub fn drop_facet(&mut self, dataset: &Dataset, facet: Facet) {
        self.values.retain(|id| dataset.values.get(*id as usize).is_some_and(|value| value.facet != facet));
        self.modes[facet as usize] = Mode::default();
    }

    /// What of the chosen values of a facet a record must have.
    pub fn mode(&self, facet: Facet) -> Mode {
        self.modes[facet as usize]
    }

    /// The query with what has no meaning taken out: a mode of a facet of which
    /// no value is chosen, or that the facet does not have; and of the text what
    /// nobody sees, and what is longer than anybody types.
    pub fn settled(mut self, dataset: &Dataset) -> Query {
        if self.text.len() > LONGEST || self.text.contains(is_unseen) {
            self.text = self.text.chars().filter(|letter| !is_unseen(*letter)).take(LONGEST).collect();
        }
        for facet in Facet::ALL {
            let has_mode = Mode::of(facet).contains(&self.mode(facet));
            if !has_mode || self.values_of(dataset, facet).is_empty() {
                self.modes[facet as usize] = Mode::default();
            }
        }
        self
    }

    /// Whether the value is chosen.
    pub fn has(&self, value: ValueId) -> bool {
        self.values.binary_search(&value).is_ok()
    }

    /// The chosen values of one facet.
    pub fn values_of(&self, dataset: &Dataset, facet: Facet) -> Vec<ValueId> {
        let of_facet =
            |id: &&ValueId| dataset.values.get(**id as usize).is_some_and(|value| value.facet == facet);
        self.values.iter().filter(of_facet).copied().collect()
    }

    /// The query without what only matters below the timelines (the view, what is
    /// open there, and how the table looks) or to the stylesheet.
    pub fn above(&self) -> Query {
        let Query { open, view, differ, columns, sort, look, .. } = Query::default();
        // What is ticked stands above, in the line of what is chosen.
        Query { open, view, differ, columns, sort, look, ..self.clone() }
    }

    /// Whether anything narrows down the records that a reader may drop.
    pub fn is_filtered(&self) -> bool {
        let by_site = self.selection.is_any() && self.embed.is_none();
        !self.text.trim().is_empty() || !self.values.is_empty() || self.has_range() || by_site
    }

    /// Whether a stretch of time is chosen.
    pub fn has_range(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Drops everything that narrows down the records. The as-of day, the view
    /// and what is open stay: they filter nothing. So does what a site has chosen,
    /// in its own frame.
    pub fn clear(&mut self) {
        self.text.clear();
        self.values.clear();
        self.modes = Default::default();
        (self.from, self.to, self.certain) = (None, None, false);
        if self.embed.is_none() {
            self.selection = Selection::default();
        }
    }

    /// The same on the full page, where a frame of it leads: without what the site
    /// gave it.
    pub fn on_the_full_page(&self) -> Query {
        let look = if self.embed.is_some() { Look::default() } else { self.look };
        Query { embed: None, look, ..self.clone() }
    }

    /// Ticks a record, or no longer.
    pub fn toggle_record(&mut self, record: RecordId) {
        match self.chosen.binary_search(&record) {
            Ok(place) => drop(self.chosen.remove(place)),
            Err(place) => self.chosen.insert(place, record),
        }
    }

    /// Those ticked, and nothing else.
    pub fn of_chosen(&self) -> Query {
        let selection = Selection { pick: self.chosen.clone(), hide: Vec::new() };
        Query { selection, as_of: self.as_of, look: self.look, lanes: self.lanes, ..Query::default() }
    }

    /// Opens a record, where records are.
    pub fn open_record(&mut self, record: RecordId) {
        self.open = Some(record);
        self.show(View::Records);
    }

    /// Closes what is open in the present view.
    pub fn close(&mut self) {
        match self.view {
            View::Disagreements => self.differ = None,
            View::Records => self.open = None,
            View::Table | View::Practice | View::Sources | View::Method => {}
        }
    }

    /// Opens a disagreement, where those are.
    pub fn open_disagreement(&mut self, disagreement: DisagreementId) {
        self.show(View::Disagreements);
        self.differ = Some(disagreement);
    }

    /// Shows another view.
    pub fn show(&mut self, view: View) {
        self.view = view;
        self.differ = None;
    }

    /// Shows the stretch of time from one day to another, given in any order,
    /// as far as it lies within the data. What reaches the ends of the data is
    /// the default and is not kept.
    pub fn set_range(&mut self, dataset: &Dataset, from: Day, to: Day) {
        let within = |day: Day| day.max(dataset.beginning).min(dataset.horizon);
        let (from, to) = (within(from.min(to)), within(from.max(to)));
        self.from = (from > dataset.beginning).then_some(from);
        self.to = (to < dataset.horizon).then_some(to);
    }

    /// The first and the last day shown.
    pub fn range(&self, dataset: &Dataset) -> (Day, Day) {
        (self.from.unwrap_or(dataset.beginning), self.to.unwrap_or(dataset.horizon))
    }

    /// The day from which everything is seen.
    pub fn as_of(&self, dataset: &Dataset) -> Day {
        self.as_of.unwrap_or(dataset.horizon)
    }
}
