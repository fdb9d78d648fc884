//! The list, adopted from the static page: filtering hides records and never
//! removes them, so that a page saved while filtered is still complete.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

use crate::app::more::More;
use crate::app::parts::Look;
use crate::app::{State, Update, browser, jump, keys};
use crate::data::{Dataset, Day, Length, Record, RecordId, Status, Step};
use crate::query::{Bitmap, Query, View, window};
use crate::text;

/// The articles of the records, in the order of the dataset.
pub fn articles() -> Vec<Element> {
    browser::all("article[data-record]")
}

/// How high a record is at least, in pixels: so many may be in the window.
const LEAST_HEIGHT: i32 = 80;
/// How many records are shown or hidden at a time, but for those in the window, and
/// how long the browser has its turn before, in milliseconds: the page is painted
/// first.
const SLICE: usize = 96;
const PAUSE: u32 = 30;

/// Shows what the query yields, and opens what it names.
pub fn start(state: State, articles: Vec<Element>) -> (Look, Update) {
    listen(state);
    let section = browser::element(View::Records.key());
    let is_long = articles.len() > window::WHOLE as usize;
    if let Some(section) = &section {
        browser::set_flag(section, "data-long", is_long);
    }
    // A list that is cut into windows begins without any, as most will not be shown.
    let shown = if is_long { Bitmap::empty(articles.len()) } else { Bitmap::full(articles.len()) };
    if is_long {
        articles.iter().for_each(|article| browser::set_flag(article, "hidden", true));
    }
    let groups = groups();
    groups.iter().for_each(|group| group.set_bare(is_long));
    let told = Told::new(state.dataset());
    let shown_open = Cell::new(None);
    let more = More::of(state, View::Records);
    let list = Rc::new(List {
        shown: RefCell::new(shown),
        is_long,
        articles,
        groups,
        section,
        window: Cell::default(),
        wanted: RefCell::default(),
        timer: Cell::default(),
    });
    let looked = list.clone();
    let update: Update = Box::new(move |query, answers| {
        let articles = &list.articles;
        told.tell(state.dataset(), articles, query.as_of(state.dataset()));
        let results = &answers.results;
        let mut wanted = Bitmap::empty(articles.len());
        let most = more.shown(results.count) as usize;
        results.records.iter().take(most).for_each(|id| wanted.insert(id));
        // A link to a record shows it, whatever is filtered.
        query.open.into_iter().for_each(|open| wanted.insert(open));
        let before = shown_open.replace(query.open);
        list.show(wanted, query.open, before != query.open);
        for id in [before, query.open].into_iter().flatten() {
            if let Some(article) = articles.get(id as usize) {
                set_open(article, query.open == Some(id));
            }
        }
        let closed = before.filter(|_| query.open.is_none());
        if let Some(closed) = closed.and_then(|id: RecordId| articles.get(id as usize)) {
            focus_opener(closed, state.opened_by_mark());
        }
    });
    (Box::new(move || looked.look()), update)
}

/// The list, of which only what changes is touched.
struct List {
    articles: Vec<Element>,
    /// What the records stand in, a few together.
    groups: Vec<Group>,
    /// What all of it stands in.
    section: Option<Element>,
    /// The first record in the window when the reader last did anything, and how
    /// many fit there.
    window: Cell<(RecordId, usize)>,
    /// What the page shows now.
    shown: RefCell<Bitmap>,
    /// What it will show.
    wanted: RefCell<Bitmap>,
    /// Whether it is cut into windows.
    is_long: bool,
    timer: Cell<Option<Timeout>>,
}

/// Records from one up to another.
type Stretch = Range<RecordId>;
const ALL: Stretch = 0..RecordId::MAX;

impl List {
    /// Looks where the reader is. The page is laid out for that.
    fn look(&self) {
        if self.section.as_ref().is_some_and(|section| section.has_attribute("hidden")) {
            return self.window.set((0, 0));
        }
        // What is hidden may stand nowhere.
        let shown = self.shown.borrow();
        let groups = self.groups.iter().filter(|group| !group.is_bare.get());
        let shown: Vec<RecordId> =
            groups.flat_map(|group| group.records.clone()).filter(|id| shown.contains(*id)).collect();
        let is_above =
            |id: RecordId| self.articles.get(id as usize).is_some_and(|it| browser::ends_above(it, 0.0));
        let first = shown.partition_point(|id| is_above(*id));
        let first = shown.get(first).or(shown.last()).copied().unwrap_or_default();
        self.window.set((first, (browser::window_height() / LEAST_HEIGHT) as usize + 2));
    }

    /// Hides what is not wanted, and shows what is: at once the groups of which
    /// nothing is wanted, what stands in the window then, and the open record; all of
    /// it, if another record is opened, which is then brought into view.
    fn show(self: &Rc<Self>, wanted: Bitmap, open: Option<RecordId>, opens: bool) {
        let now = if opens && !self.is_long { ALL } else { self.in_window(&wanted) };
        *self.wanted.borrow_mut() = wanted;
        for group in &self.groups {
            let Stretch { start, end } = group.records;
            let is_now = start < now.end && end > now.start;
            if self.wants_none(group) {
                group.set_bare(true);
            } else if is_now || open.is_some_and(|open| group.records.contains(&open)) {
                self.settle(group);
            }
        }
        self.follow();
    }

    /// Where the records stand that will be in the window: as many as fit there from
    /// the first, and as many before it, as browsers hold fast what stays, which may
    /// be the last in the window.
    fn in_window(&self, wanted: &Bitmap) -> Stretch {
        let (first, many) = self.window.get();
        let before = wanted.count_within(0..first) as usize;
        let ids: Vec<RecordId> = wanted.iter().collect();
        let from = ids.get(before.wrapping_sub(many)).copied().unwrap_or_default();
        from..ids.get(before + many).copied().unwrap_or(RecordId::MAX)
    }

    /// Whether nothing of a group is wanted.
    fn wants_none(&self, group: &Group) -> bool {
        self.wanted.borrow().count_within(group.records.clone()) == 0
    }

    /// Brings a group up to date. Says how many records the browser has to look at.
    fn settle(&self, group: &Group) -> usize {
        let (wanted, mut shown) = (self.wanted.borrow(), self.shown.borrow_mut());
        let is_bare = self.wants_none(group);
        let mut changed = if is_bare == group.is_bare.get() { 0 } else { group.records.len() };
        for id in group.records.clone() {
            let is_wanted = wanted.contains(id);
            let article = self.articles.get(id as usize).filter(|_| is_wanted != shown.contains(id));
            if let Some(article) = article {
                browser::set_flag(article, "hidden", !is_wanted);
                shown.set(id, is_wanted);
                changed += 1;
            }
        }
        group.set_bare(is_bare);
        changed
    }

    /// Brings the others up to date after the browser had its turn, some at a time.
    fn follow(self: &Rc<Self>) {
        let is_behind = *self.wanted.borrow() != *self.shown.borrow()
            || self.groups.iter().any(|group| group.is_bare.get() != self.wants_none(group));
        if let Some(section) = &self.section {
            browser::set_flag(section, "data-partial", is_behind);
        }
        let list = self.clone();
        let advance = move || {
            let mut left = SLICE;
            for group in &list.groups {
                left = left.saturating_sub(list.settle(group));
                if left == 0 {
                    break;
                }
            }
            list.follow();
        };
        self.timer.set(is_behind.then(|| browser::after(PAUSE, Box::new(advance))));
    }
}

/// A few records that stand together, and are hidden as one where none is wanted.
struct Group {
    element: Element,
    records: Stretch,
    is_bare: Cell<bool>,
}

/// The groups, which hold all records in the order of the dataset.
fn groups() -> Vec<Group> {
    let mut from = 0;
    let group = |element: Element| {
        let records = from..from + browser::all_in(&element, ".record").len() as RecordId;
        from = records.end;
        Group { element, records, is_bare: Cell::new(false) }
    };
    browser::all(".group").into_iter().map(group).collect()
}

impl Group {
    fn set_bare(&self, is_bare: bool) {
        if self.is_bare.replace(is_bare) != is_bare {
            browser::set_flag(&self.element, "data-bare", is_bare);
        }
    }
}

/// What the records say, so that only those are touched of which that changes.
struct Told {
    day: Cell<Day>,
    /// What each record is in on that day; read when another is first chosen.
    moments: RefCell<Vec<Moment>>,
}

/// What a record is in on a day, and for how long.
type Moment = (Status, Option<Length>);

impl Told {
    /// What was published is told as of the end of knowledge.
    fn new(dataset: &Dataset) -> Told {
        Told { day: Cell::new(dataset.horizon), moments: RefCell::default() }
    }

    /// Tells of each record what it is in on the day, and greys what is later.
    fn tell(&self, dataset: &Dataset, articles: &[Element], day: Day) {
        let before = self.day.replace(day);
        if before == day {
            return;
        }
        let moment = |record: &Record, day: Day| (dataset.status(record, day), dataset.length(record, day));
        let mut moments = self.moments.borrow_mut();
        if moments.is_empty() {
            moments.extend(dataset.records.iter().map(|record| moment(record, before)));
        }
        for ((record, article), told) in dataset.records.iter().zip(articles).zip(moments.iter_mut()) {
            let now = moment(record, day);
            if *told != now {
                *told = now;
                tell_status(dataset, article, now);
            }
            tell_steps(record, article, before, day);
        }
    }
}

fn tell_status(dataset: &Dataset, article: &Element, (status, length): Moment) {
    if let Ok(Some(line)) = article.query_selector("[data-status]") {
        browser::set_text(&line, &text::status(dataset, status, length));
    }
    browser::set_flag(article, "data-later", status == Status::NotYet);
}

/// Greys the stages that are later than the day, where that has changed.
fn tell_steps(record: &Record, article: &Element, before: Day, day: Day) {
    let later = |step: &Step, day: Day| step.start.earliest > day;
    if record.steps.iter().any(|step| later(step, before) != later(step, day)) {
        for (step, item) in record.steps.iter().zip(browser::all_in(article, ".steps > li")) {
            browser::set_flag(&item, "data-later", later(step, day));
        }
    }
}

fn set_open(article: &Element, open: bool) {
    if article.has_attribute("data-open") == open {
        return;
    }
    browser::set_flag(article, "data-open", open);
    if let Ok(Some(details)) = article.query_selector("details") {
        browser::set_flag(&details, "open", open);
    }
}

fn listen(state: State) {
    browser::listen(&browser::document(), "keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if escape && !keys::is_open() {
            state.choose(Query::close);
        }
    });
}

/// Brings an element into view and gives its own title the focus, or itself.
pub fn show(element: &Element) {
    jump::bring_into_view(element);
    focus_title(element);
}

fn focus_title(element: &Element) {
    let title = browser::within(element, ":scope > h3 a, :scope > h5 a");
    browser::focus(title.as_ref().unwrap_or(element), false);
}

/// Gives the focus back to what opened the record: its mark in the drawing, if
/// that was it, or else its title.
fn focus_opener(article: &Element, by_mark: bool) {
    let id = article.id();
    let mark = browser::first(&format!("[data-mark='{id}'],[data-only='{id}']"));
    match mark.filter(|_| by_mark) {
        Some(mark) => browser::focus(&mark, true),
        None => focus_title(article),
    }
}
