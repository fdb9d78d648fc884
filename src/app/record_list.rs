//! The list, adopted from the static page: filtering hides records and never
//! removes them, so that a page saved while filtered is still complete.

use std::cell::{Cell, RefCell};

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

use crate::app::more::More;
use crate::app::{State, Update, browser, keys};
use crate::data::{Dataset, Day, Length, Record, RecordId, Status, Step};
use crate::query::{Query, View};
use crate::text;

/// The articles of the records, in the order of the dataset.
pub fn articles() -> Vec<Element> {
    browser::all("article[data-record]")
}

/// Shows what the query yields, and opens what it names.
pub fn start(state: State, articles: Vec<Element>) -> Update {
    listen(state);
    let told = Told::new(state.dataset());
    let shown_open = Cell::new(None);
    let groups = browser::all(".group");
    let more = More::of(state, View::Records);
    Box::new(move |query, answers| {
        told.tell(state.dataset(), &articles, query.as_of(state.dataset()));
        let before = shown_open.replace(query.open);
        let mut left = more.shown(answers.results.count);
        for (id, article) in (0..).zip(&articles) {
            // A link to a record shows it, whatever is filtered.
            let open = query.open == Some(id);
            let shown = left > 0 && answers.results.records.contains(id);
            left -= u32::from(shown);
            browser::set_flag(article, "hidden", !(open || shown));
            set_open(article, open);
        }
        for group in &groups {
            let shown = group.query_selector(":scope > .record:not([hidden])").ok().flatten();
            browser::set_flag(group, "hidden", shown.is_none());
        }
        let closed = before.filter(|_| query.open.is_none());
        if let Some(closed) = closed.and_then(|id: RecordId| articles.get(id as usize)) {
            focus_opener(closed, state.opened_by_mark());
        }
    })
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
    browser::bring_into_view(element);
    focus_title(element);
}

fn focus_title(element: &Element) {
    let title = element.query_selector(":scope > h3 a, :scope > h5 a").ok().flatten();
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
