//! The page brought to life. The only folder that knows Leptos and the browser.
//!
//! The static page is adopted, not replaced: its list, facets and inputs stay,
//! and filtering hides. One [`Query`] is the state; everything shown follows.

mod address;
mod as_of;
mod best_matches;
mod browser;
mod choice;
mod controls;
mod dom_pen;
mod drawn;
mod embed;
mod excerpt;
mod facets;
mod highlight;
mod host;
mod jump;
mod keys;
mod links;
mod more;
mod neighbours;
mod nothing;
mod overview_view;
mod parts;
mod picture;
mod record_list;
mod since;
mod suggestions;
mod summary;
mod table;
mod take;
mod timeline_view;
mod views;

use std::sync::atomic::{AtomicBool, AtomicI32, Ordering::Relaxed};
use std::sync::{Mutex, OnceLock};

use leptos::prelude::*;
use leptos::web_sys::Element;

use crate::data::blob::{self, Names};
use crate::data::{Dataset, Day, Facet, RecordId, Value, ValueId};
use crate::query::{Found, Index, Narrowing, Query, Results, Search};
use crate::timeline::{Cluster, LaneRows, Rows, Shapes};
use parts::{Parts, Update};
use timeline_view::Place;

/// What is read once and then only asked.
pub struct Engine {
    dataset: Dataset,
    index: Mutex<Index>,
    /// Read from the page when it is first asked.
    search: OnceLock<Search>,
    /// The titles of the records, each read from the page when it is first drawn.
    titles: Vec<OnceLock<String>>,
    /// For each facet value, the rows that its lane needs, once it was drawn.
    rows: Mutex<Vec<Option<LaneRows>>>,
    /// What is the same of every drawing.
    shapes: Mutex<Shapes>,
    /// What stands in the present drawing.
    drawn: Mutex<Drawn>,
    /// The width of the drawing, in pixels.
    width: AtomicI32,
    /// Whether the last change of the query was a choice to go back from.
    pushes: AtomicBool,
    /// Whether the open record was opened by its mark in the drawing.
    by_mark: AtomicBool,
    /// The id of what the next update is to bring into view.
    target: Mutex<Option<String>>,
}

impl Engine {
    fn set_drawn(&self, now: Drawn) {
        if let Ok(mut drawn) = self.drawn.lock() {
            *drawn = now;
        }
    }

    fn cluster(&self, index: usize) -> Option<Cluster> {
        self.drawn.lock().ok()?.clusters.get(index).cloned()
    }

    /// The rows that these lanes need, each counted when it is first drawn.
    fn rows(&self, lanes: &[ValueId]) -> Rows {
        let (Ok(mut known), Ok(mut shapes)) = (self.rows.lock(), self.shapes.lock()) else {
            return Rows::new();
        };
        known.resize(self.dataset.values.len(), None);
        let is_new = |lane: &ValueId| known.get(*lane as usize).is_some_and(Option::is_none);
        let new: Vec<ValueId> = lanes.iter().copied().filter(is_new).collect();
        for (lane, rows) in new.iter().zip(shapes.rows_of_page(&self.dataset, &new)) {
            if let Some(known) = known.get_mut(*lane as usize) {
                *known = Some(rows);
            }
        }
        lanes.iter().map(|lane| known.get(*lane as usize).copied().flatten().unwrap_or_default()).collect()
    }

    /// The texts of the page, folded: what is read only for those who search.
    fn search(&self) -> &Search {
        self.search.get_or_init(|| {
            let records: Vec<_> = record_list::articles().iter().map(browser::texts_of).collect();
            let values: Vec<_> = facets::buttons().iter().map(browser::names_of).collect();
            let spellings =
                browser::first("[data-spellings]").and_then(|it| it.get_attribute("data-spellings"));
            Search::new(&self.dataset, &records, &values, &spellings.unwrap_or_default())
        })
    }

    /// The title of a record, as the page has it; its short name, as long as the
    /// page is not there yet.
    fn title(&self, record: RecordId) -> String {
        let Some(title) = self.titles.get(record as usize) else { return String::new() };
        if let Some(title) = title.get() {
            return title.clone();
        }
        let Some(slim) = self.dataset.records.get(record as usize) else { return String::new() };
        match browser::element(&slim.id) {
            Some(article) => title.get_or_init(|| browser::title_of(&article)).clone(),
            None => slim.label.clone(),
        }
    }

    fn answer(&self, query: &Query) -> Answers {
        let Ok(mut index) = self.index.lock() else { return Answers::default() };
        let found = (!query.text.trim().is_empty()).then(|| self.search().find(&query.text)).flatten();
        let results = index.run(&self.dataset, query, found.as_ref().map(|found| &found.records));
        Answers { results, totals: index.totals().to_vec(), found }
    }

    /// What would be found without each thing that narrows down the records.
    fn ways_out(&self, query: &Query, answers: &Answers) -> Vec<(Narrowing, u32)> {
        let Ok(mut index) = self.index.lock() else { return Vec::new() };
        index.ways_out(&self.dataset, query, answers.found.as_ref().map(|found| &found.records))
    }
}

/// What stands in the drawing.
#[derive(Default)]
struct Drawn {
    clusters: Vec<Cluster>,
    /// The place of each mark and then of each count.
    places: Vec<Place>,
}

/// What the query yields, and what there is at all.
#[derive(Default)]
pub struct Answers {
    /// What the query yields.
    pub results: Results,
    /// What each value has on the as-of day, whatever else is chosen: values
    /// without any record are not offered.
    pub totals: Vec<u32>,
    /// What the text finds, whatever else is chosen; `None` where there is none.
    pub found: Option<Found>,
}

/// The state of the page, small enough to be handed everywhere.
#[derive(Clone, Copy)]
pub struct State {
    /// The engine lives as long as the page.
    pub engine: &'static Engine,
    /// The one state.
    pub query: RwSignal<Query>,
}

impl State {
    /// The dataset of this page.
    pub fn dataset(&self) -> &'static Dataset {
        &self.engine.dataset
    }

    /// Whether the open record was opened by its mark in the drawing.
    pub fn opened_by_mark(&self) -> bool {
        self.engine.by_mark.load(Relaxed)
    }

    /// Remembers where the focus goes back to when the record is closed.
    pub fn set_opened_by_mark(&self, by_mark: bool) {
        self.engine.by_mark.store(by_mark, Relaxed);
    }

    /// Makes a choice that the back button undoes.
    pub fn choose(&self, change: impl FnOnce(&mut Query)) {
        self.change(true, None, change);
    }

    /// Makes a small step, such as a typed letter, that it does not.
    pub fn adjust(&self, change: impl FnOnce(&mut Query)) {
        self.change(false, None, change);
    }

    /// Changes the query, if that changes anything, and then brings into view
    /// what has this id, or what the change opens.
    fn change(&self, push: bool, target: Option<String>, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        self.set(push, target, query);
    }

    fn set(&self, push: bool, target: Option<String>, query: Query) {
        let present = self.query.get_untracked();
        let query = query.settled(self.dataset());
        if query != present {
            self.set_target(target.or_else(|| opened(self.dataset(), &present, &query)));
            self.engine.pushes.store(push, Relaxed);
            self.query.set(query);
        }
    }

    /// Takes a query from elsewhere, and brings nothing into view.
    pub fn follow(&self, query: Query) {
        self.set(false, Some(String::new()), query);
    }

    /// The day from which everything is seen.
    pub fn as_of(&self) -> Day {
        self.query.get_untracked().as_of(self.dataset())
    }

    /// The width of the drawing, in pixels.
    pub fn width(&self) -> i32 {
        self.engine.width.load(Relaxed)
    }

    /// Fits the drawing to the present width of the page.
    pub fn resize(&self) {
        if self.set_width(None) {
            self.query.notify();
        }
    }

    /// Takes another width for the drawing, in pixels, or that of the page. Says
    /// whether it was another.
    pub fn set_width(&self, width: Option<i32>) -> bool {
        let width = width.unwrap_or_else(|| browser::width_of("timeline"));
        self.engine.width.swap(width, Relaxed) != width
    }

    /// Opens a record from its mark in the drawing.
    pub fn open_from_mark(&self, record: RecordId) {
        self.set_opened_by_mark(true);
        self.choose(|query| query.open_record(record));
    }

    /// Makes a choice, and brings what has this id into view after it.
    pub fn choose_and_show(&self, id: String, change: impl FnOnce(&mut Query)) {
        self.change(true, Some(id), change);
    }

    /// What the next update brings into view.
    fn set_target(&self, id: Option<String>) {
        if let Ok(mut target) = self.engine.target.lock() {
            *target = id;
        }
    }

    /// Whether this update is to bring anything into view.
    pub fn has_target(&self) -> bool {
        self.engine.target.lock().is_ok_and(|target| target.is_some())
    }

    /// What this update is to bring into view, once.
    pub fn take_target(&self) -> Option<String> {
        self.engine.target.lock().ok()?.take()
    }
}

/// The id of the record or disagreement that is open after a change and was not
/// before.
fn opened(dataset: &Dataset, before: &Query, after: &Query) -> Option<String> {
    let record = after.open.filter(|_| after.open != before.open);
    let differ = after.differ.filter(|_| after.differ != before.differ);
    let record = record.and_then(|open| dataset.records.get(open as usize)).map(|it| &it.id);
    let differ = differ.and_then(|open| dataset.disagreements.get(open as usize)).map(|it| &it.id);
    differ.or(record).cloned()
}

/// The names of records and facet values, as the page has them.
fn names(buttons: &[Element]) -> Names {
    let attribute = |element: &Element, name: &str| element.get_attribute(name).unwrap_or_default();
    let label = |button: &Element| browser::label_of(button);
    let value = |button: &Element| {
        let facet = Facet::from_key(&attribute(button, "data-facet")).unwrap_or(Facet::Series);
        Value { facet, key: attribute(button, "data-value"), label: label(button) }
    };
    let of =
        |facet: Facet| buttons.iter().filter(move |button| attribute(button, "data-facet") == facet.key());
    // Of the status facet, the first value is "not yet" and each state has three.
    let states = of(Facet::Status).skip(1).step_by(3);
    let (records, disagreements): (Vec<_>, Vec<_>) =
        browser::names().into_iter().partition(|(_, label)| !label.is_empty());
    Names {
        values: buttons.iter().map(value).collect(),
        groups: of(Facet::Series).map(|button| attribute(button, "data-group")).collect(),
        states: states.map(label).collect(),
        records,
        disagreements: disagreements.into_iter().map(|(id, _)| id).collect(),
    }
}

/// Adopts the page and starts. Safe to call on a page that was saved while
/// running: whatever an earlier run left is brought up to date or replaced.
///
/// What stands above the texts starts before these are here, unless the address
/// asks for something that may stand in them.
pub fn start() {
    if browser::fragment().is_empty() {
        adopt();
    } else {
        browser::when_whole(adopt);
    }
}

/// Starts what stands above the texts, and the rest when it is here.
fn adopt() {
    let buttons = facets::buttons();
    let dataset = blob::decode(&browser::numbers(), names(&buttons));
    let engine: &'static Engine = Box::leak(Box::new(Engine {
        index: Mutex::new(Index::new(&dataset)),
        search: OnceLock::new(),
        titles: vec![OnceLock::new(); dataset.records.len()],
        rows: Mutex::default(),
        shapes: Mutex::new(Shapes::of(&dataset)),
        drawn: Mutex::default(),
        width: AtomicI32::new(browser::width_of("timeline")),
        pushes: AtomicBool::new(false),
        by_mark: AtomicBool::new(false),
        target: Mutex::default(),
        dataset,
    }));

    // The root owner is never dropped: the page lives until it is closed.
    let owner = Owner::new();
    owner.set();
    std::mem::forget(owner);

    let (query, target) = address::read(&engine.dataset);
    let target = target.or_else(|| opened(&engine.dataset, &Query::default(), &query));
    // In a frame of a site, where the reader is belongs to the site.
    let target = target.filter(|_| query.embed.is_none());
    let state = State { engine, query: RwSignal::new(query) };
    state.set_target(target);
    keys::start();
    let above = vec![
        // First, as it asks where it stands: the page is laid out for that, and has to
        // be again once something has changed.
        timeline_view::start(state),
        controls::start(state),
    ];
    let found = vec![overview_view::start(state), facets::start(state, buttons)];
    let parts = StoredValue::new_local(Parts::of(above, found));
    // Links are followed from the start, and lead when there is where to.
    let last = [links::start(state), address::start(state), embed::start(state), host::start(state)];
    parts::follow(state, parts);
    browser::when_whole(move || {
        parts.with_value(|parts| complete(state, parts, last));
        state.query.notify();
    });
}

/// Starts what needs the texts, and tells it what was chosen meanwhile.
fn complete(state: State, parts: &Parts, last: [Update; 4]) {
    let articles = record_list::articles();
    let (look, list) = record_list::start(state, articles.clone());
    parts.look.replace(Some(look));
    parts.above.borrow_mut().extend([
        as_of::start(state),
        summary::start(state),
        best_matches::start(state),
        nothing::start(state),
    ]);
    parts.below.borrow_mut().extend([
        highlight::start(articles.clone()),
        list,
        neighbours::start(state, articles.clone()),
        since::start(articles.clone()),
        choice::start(state),
        views::start(state, views::articles()),
        table::start(state, articles),
    ]);
    let mut around = parts.around.borrow_mut();
    around.push(suggestions::start(state));
    around.extend(last);
    take::start(state);
    // The marks are named by titles, which stand in the texts.
    parts.forget();
}
