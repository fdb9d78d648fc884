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

    fn run(&self, query: &Query) -> Results {
        let found = self.search.find(&query.text);
        let index = self.index.lock();
        index.map(|mut index| index.run(&self.dataset, query, found.as_ref())).unwrap_or_default()
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

/// The state of the page, small enough to be handed everywhere.
#[derive(Clone, Copy)]
pub struct State {
    /// The engine lives as long as the page.
    pub engine: &'static Engine,
    /// The one state.
    pub query: RwSignal<Query>,
    /// What it yields.
    pub results: Memo<Results>,
    /// What the as-of day alone yields: values without any record are not offered.
    pub baseline: Memo<Results>,
    /// What it would yield for all time.
    pub timeless: Memo<Results>,
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
    let as_of = Memo::new(move |_| query.with(|query| query.as_of));
    let state = State {
        engine,
        query,
        results: Memo::new(move |_| query.with(|query| engine.run(query))),
        baseline: Memo::new(move |_| {
            engine.run(&Query { as_of: as_of.get(), ..Query::default() })
        }),
        timeless: Memo::new(move |_| {
            let mut query = query.get();
            (query.from, query.to) = (None, None);
            engine.run(&query)
        }),
        width: RwSignal::new(browser::width_of("timeline")),
        entry: RwSignal::new(Entry::Replace),
    };

    browser::mount("controls", move || controls::controls(state));
    browser::mount("facets", move || facet_panel::facet_panel(state));
    browser::mount("tools", move || timeline_view::tools(state));
    timeline_view::start(state);
    overview_view::start(state);
    record_list::start(state, articles);
    address::start(state);
    browser::set_ready();
}

/// The chosen values with their labels, in facet order.
fn chosen(state: State) -> Vec<(u32, String)> {
    let dataset = state.dataset();
    let query = state.query.get();
    let values = Facet::ALL.iter().flat_map(|facet| query.values_of(dataset, *facet));
    values.map(|id| (id, crate::text::value(dataset, id))).collect()
}
