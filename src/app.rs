//! The page brought to life. The only folder that knows Leptos and the browser.
//!
//! The static page is adopted, not replaced: its list stays, and filtering
//! hides. One [`Query`] is the state; everything shown is derived from it.

mod address;
mod browser;
mod controls;
mod dom_pen;
mod facet_panel;
mod overview_view;
mod record_list;
mod timeline_view;

use std::sync::Mutex;

use leptos::prelude::*;

use crate::data::{Dataset, Facet, RecordId, Span};
use crate::query::{Index, Query, Results, Search, url};
use crate::timeline::{Cluster, Frame, Rows};

/// What is read once and then only asked.
pub struct Engine {
    dataset: Dataset,
    index: Mutex<Index>,
    search: Search,
    /// How many rows the lanes of the drawing have.
    rows: Rows,
    /// The titles of the records, as the page has them.
    titles: Vec<String>,
    /// What the counts of the present drawing open to.
    clusters: Mutex<Vec<Option<Span>>>,
}

impl Engine {
    fn set_clusters(&self, drawn: Vec<Cluster>) {
        if let Ok(mut clusters) = self.clusters.lock() {
            *clusters = drawn.into_iter().map(|cluster| cluster.opens).collect();
        }
    }

    fn cluster(&self, index: usize) -> Option<Option<Span>> {
        self.clusters.lock().ok()?.get(index).copied()
    }

    fn answer(&self, query: &Query) -> Answers {
        let Ok(mut index) = self.index.lock() else { return Answers::default() };
        let found = self.search.find(&query.text);
        let mut run = |query: &Query, found| index.run(&self.dataset, query, found);
        let as_of_alone = Query { as_of: query.as_of, ..Query::default() };
        let timeless = Query { from: None, to: None, certain: false, ..query.clone() };
        Answers {
            baseline: run(&as_of_alone, None),
            timeless: run(&timeless, found.as_ref()),
            results: run(query, found.as_ref()),
        }
    }
}

/// How a change of the query enters the history.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A choice one would go back from.
    Push,
    /// A step of typing or dragging.
    Replace,
}

/// What the query yields, and what parts of it would.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// What the query yields.
    pub results: Results,
    /// What the as-of day alone yields: values without any record are not offered.
    pub baseline: Results,
    /// What the query would yield for all time, which the overview shows.
    pub timeless: Results,
}

/// The state of the page, small enough to be handed everywhere.
#[derive(Clone, Copy)]
pub struct State {
    /// The engine lives as long as the page.
    pub engine: &'static Engine,
    /// The one state.
    pub query: RwSignal<Query>,
    /// What it yields.
    pub answers: Memo<Answers>,
    /// The width of the drawing, in pixels.
    pub width: RwSignal<i32>,
    entry: RwSignal<Entry>,
}

impl State {
    /// The dataset of this page.
    pub fn dataset(&self) -> &'static Dataset {
        &self.engine.dataset
    }

    /// Makes a choice that the back button undoes.
    pub fn choose(&self, change: impl FnOnce(&mut Query)) {
        self.change(Entry::Push, change);
    }

    /// Makes a small step, such as a typed letter, that it does not.
    pub fn adjust(&self, change: impl FnOnce(&mut Query)) {
        self.change(Entry::Replace, change);
    }

    fn change(&self, entry: Entry, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if query != self.query.get_untracked() {
            self.entry.set(entry);
            self.query.set(query);
        }
    }

    /// Opens a record, or closes the open one.
    pub fn open(&self, record: Option<RecordId>) {
        self.choose(|query| query.open = record);
    }
}

/// Adopts the page and starts. Safe to call on a page that was saved while
/// running: whatever an earlier run left is replaced.
pub fn start() {
    let dataset = Dataset::embedded();
    let articles = record_list::articles(&dataset);
    let search = Search::new(&dataset, articles.iter().map(browser::text_of));
    let index = Mutex::new(Index::new(&dataset));
    let rows = Frame::rows_of_page(&dataset);
    let titles = articles.iter().map(browser::title_of).collect();
    let clusters = Mutex::default();
    let engine: &'static Engine =
        Box::leak(Box::new(Engine { dataset, index, search, rows, titles, clusters }));

    // The root owner is never dropped: the page lives until it is closed.
    let owner = Owner::new();
    owner.set();
    std::mem::forget(owner);

    let query = RwSignal::new(url::parse(&engine.dataset, &browser::fragment()));
    let state = State {
        engine,
        query,
        answers: Memo::new(move |_| query.with(|query| engine.answer(query))),
        width: RwSignal::new(browser::width_of("timeline")),
        entry: RwSignal::new(Entry::Replace),
    };

    browser::mount("controls", move || controls::controls(state));
    browser::mount("facets", move || facet_panel::facet_panel(state));
    browser::mount("tools", move || timeline_view::tools(state));
    // What is not a view is brought up to date here, in this order.
    let parts = [
        record_list::start(state, articles),
        timeline_view::start(state),
        overview_view::start(state),
        address::start(state),
    ];
    Effect::new(move |_| {
        state.query.track();
        state.answers.track();
        state.width.track();
        untrack(|| parts.iter().for_each(|update| update()));
    });
    browser::set_ready();
}

/// Brings one part of the page up to date with the query.
type Update = Box<dyn Fn()>;

/// The chosen values with their labels, in facet order.
fn chosen(state: State) -> Vec<(u32, String)> {
    let dataset = state.dataset();
    let query = state.query.get();
    let values = Facet::ALL.iter().flat_map(|facet| query.values_of(dataset, *facet));
    values.map(|id| (id, crate::text::value(dataset, id))).collect()
}
