//! The list, adopted from the static page: filtering hides records and never
//! removes them, so that a page saved while filtered is still complete.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

use crate::app::more::More;
use crate::app::{State, Update, browser, jump, keys};
use crate::data::{Dataset, Day, Length, Record, RecordId, Status, Step};
use crate::query::{Bitmap, Query, View, window};
use crate::text;

/// The articles of the records, in the order of the dataset.
pub fn articles() -> Vec<Element> {
    browser::all("article[data-record]")
}

/// How many records fill a window, how many of a long list are brought up each time
/// after these, and how long the browser has its turn before, in milliseconds: the
/// page is painted first.
const SCREENFUL: usize = 12;
const SLICE: usize = 48;
/// In pixels.
const BELOW_THE_BAR: f32 = 125.0;
/// Records.
const BEHIND_THE_BAR: usize = 2;
const PAUSE: u32 = 40;

/// Shows what the query yields, and opens what it names.
pub fn start(state: State, articles: Vec<Element>) -> Update {
    listen(state);
    let is_long = articles.len() > window::WHOLE as usize;
    if let Some(section) = browser::element(View::Records.key()) {
        browser::set_flag(&section, "data-long", is_long);
    }
    let told = Told::new(state.dataset());
    let shown_open = Cell::new(None);
    let more = More::of(state, View::Records);
    let list = Rc::new(List {
        shown: RefCell::new(Bitmap::full(articles.len())),
        is_long,
        articles,
        groups: browser::all(".group"),
        wanted: RefCell::default(),
        timer: Cell::default(),
    });
    Box::new(move |query, answers| {
        let articles = &list.articles;
        told.tell(state.dataset(), articles, query.as_of(state.dataset()));
        let results = &answers.results;
        let mut wanted = Bitmap::empty(articles.len());
        let most = more.shown(results.count) as usize;
        results.records.iter().take(most).for_each(|id| wanted.insert(id));
        // A link to a record shows it, whatever is filtered.
        query.open.into_iter().for_each(|open| wanted.insert(open));
        let before = shown_open.replace(query.open);
        // What is led to has its place only among all others.
        list.show(wanted, before != query.open || state.has_target());
        query.open.into_iter().for_each(|open| list.set_shown(open, true));
        for id in [before, query.open].into_iter().flatten() {
            if let Some(article) = articles.get(id as usize) {
                set_open(article, query.open == Some(id));
            }
        }
        let closed = before.filter(|_| query.open.is_none());
        if let Some(closed) = closed.and_then(|id: RecordId| articles.get(id as usize)) {
            focus_opener(closed, state.opened_by_mark());
        }
    })
}

/// The list, of which only what changes is touched.
struct List {
    articles: Vec<Element>,
    /// The groups of those without dates.
    groups: Vec<Element>,
    /// What the page shows now.
    shown: RefCell<Bitmap>,
    /// What it will show.
    wanted: RefCell<Bitmap>,
    /// Whether records are shown in slices.
    is_long: bool,
    timer: Cell<Option<Timeout>>,
}

impl List {
    /// Hides what is not wanted, and shows what is: what is in the window at once, and
    /// the rest after the browser had its turn, unless all is wanted at once.
    fn show(self: &Rc<Self>, wanted: Bitmap, all: bool) {
        *self.wanted.borrow_mut() = wanted;
        match self.first_seen().filter(|_| !all) {
            Some(first) => self.advance(first, SCREENFUL, usize::MAX),
            None => self.advance(0, usize::MAX, if self.is_long { SCREENFUL } else { usize::MAX }),
        }
    }

    /// The first article in the window; the number of all where none is so far up.
    /// `None` where that is not known.
    fn first_seen(&self) -> Option<usize> {
        let list = self.articles.first()?.parent_element()?.get_bounding_client_rect();
        let height = browser::window().inner_height().ok()?.as_f64()?;
        if list.top() >= 0.0 {
            return Some(if list.top() < height { 0 } else { self.articles.len() });
        }
        // Below the bar that stays in view, and then what may stand behind that.
        let x = list.left() + list.width() / 2.0;
        let seen = browser::document().element_from_point(x as f32, BELOW_THE_BAR)?;
        let seen = seen.closest("article.record").ok()??;
        let seen = self.articles.iter().position(|article| *article == seen)?;
        Some(seen.saturating_sub(BEHIND_THE_BAR))
    }

    /// Brings the list up to date from one article on, until so many shown ones have
    /// been passed or so many have been brought up. The rest has its turn later.
    fn advance(self: &Rc<Self>, from: usize, passed: usize, brought: usize) {
        let (wanted, shown) = (self.wanted.borrow().clone(), self.shown.borrow().clone());
        let (mut passed, mut brought) = (passed, brought);
        for id in (0..).take(self.articles.len()).skip(from) {
            if passed == 0 || brought == 0 {
                break;
            }
            let (is_wanted, is_shown) = (wanted.contains(id), shown.contains(id));
            passed -= usize::from(is_wanted);
            if is_wanted != is_shown {
                brought -= usize::from(is_wanted);
                self.set_shown(id, is_wanted);
            }
        }
        for group in &self.groups {
            let shown = browser::within(group, ":scope > .record:not([hidden])");
            browser::set_flag(group, "hidden", shown.is_none());
        }
        let list = self.clone();
        let slice = if self.is_long { SLICE } else { usize::MAX };
        let rest = (*self.shown.borrow() != wanted)
            .then(|| browser::after(PAUSE, Box::new(move || list.advance(0, usize::MAX, slice))));
        self.timer.set(rest);
    }

    fn set_shown(&self, id: RecordId, shown: bool) {
        if let Some(article) = self.articles.get(id as usize) {
            browser::set_flag(article, "hidden", !shown);
            self.shown.borrow_mut().set(id, shown);
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
