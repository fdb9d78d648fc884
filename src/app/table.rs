//! The table: the same records as the list, sorted as the reader likes.
//!
//! Its head and the choice of columns stand in the static page. The rows are
//! made when they are first shown, then hidden, shown and moved; all of it in
//! slices, so that the page answers in between.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

use crate::app::more::More;
use crate::app::{Answers, State, Update, browser, choice};
use crate::data::{Day, RecordId};
use crate::query::cell::{self, cell};
use crate::query::order::order;
use crate::query::{Column, Columns, Query, Sort, View};

/// How many rows are made, moved or taken out before the browser gets its turn:
/// first those that fill a screen, so that it answers at once.
const FIRST_SLICE: usize = 24;
const SLICE: usize = 96;

/// A row of the table, for one record.
#[derive(Default)]
struct Row {
    element: Option<Element>,
    /// For which [`Table::edition`] its cells were written.
    edition: u32,
    /// The last update that wanted it, and the last that put it where it should be.
    wanted: u32,
    placed: u32,
}

/// What the cells of all rows depend on.
type Edition = (Columns, Day);

struct Table {
    state: State,
    body: Element,
    articles: Vec<Element>,
    edition: Cell<(u32, Option<Edition>)>,
    /// What all records are sorted by, and their order.
    sorted: Cell<Option<(Sort, Day)>>,
    order: RefCell<Vec<RecordId>>,
    rows: RefCell<Vec<Row>>,
    work: RefCell<Work>,
}

/// What is still to be brought in order.
#[derive(Default)]
struct Work {
    /// Of how many updates it is.
    update: u32,
    /// The rows wanted, and how many of them stand where they should.
    wanted: Vec<RecordId>,
    done: usize,
    /// The rows behind those, in their order, which may have been placed since.
    behind: VecDeque<RecordId>,
    timer: Option<Timeout>,
}

/// Makes the table when its view is first shown, and keeps it up to date.
pub fn start(state: State, articles: Vec<Element>) -> Update {
    let Some(body) = browser::first("#table table").and_then(|table| browser::append(&table, "tbody", ""))
    else {
        return Box::new(|_, _| {});
    };
    browser::set_attribute(&body, "data-drawn", Some(""));
    listen(state);
    let rows = state.dataset().records.iter().map(|_| Row::default());
    let table = Rc::new(Table {
        state,
        body,
        articles,
        edition: Cell::default(),
        sorted: Cell::default(),
        order: RefCell::default(),
        rows: RefCell::new(rows.collect()),
        work: RefCell::default(),
    });
    let heads = browser::all("#table th[scope=col]");
    let boxes: Vec<HtmlInputElement> =
        browser::all("#table [data-column]").into_iter().filter_map(|it| it.dyn_into().ok()).collect();
    let more = More::of(state, View::Table);
    Box::new(move |query, answers| {
        if query.view != View::Table {
            return;
        }
        for ((column, head), place) in Column::ALL.iter().zip(&heads).zip(0..) {
            browser::set_flag(head, "hidden", !query.columns.has(*column));
            let direction = if query.sort.descending { "descending" } else { "ascending" };
            browser::set_attribute(head, "aria-sort", (query.sort.column == *column).then_some(direction));
            // The title has no box.
            if let Some(shown) = boxes.get((place as usize).wrapping_sub(1)) {
                shown.set_checked(query.columns.has(*column));
            }
        }
        table.update(query, answers, more.shown(answers.results.count));
    })
}

impl Table {
    fn update(self: &Rc<Self>, query: &Query, answers: &Answers, most: u32) {
        let as_of = query.as_of(self.state.dataset());
        let edition = Some((query.columns, as_of));
        let (number, before) = self.edition.get();
        if before != edition {
            self.edition.set((number + 1, edition));
        }
        self.sort(query.sort, as_of);
        let found = &answers.results.records;
        let mut work = self.work.borrow_mut();
        let Work { update, wanted, done, behind, .. } = &mut *work;
        let mut rows = self.rows.borrow_mut();
        // What the update before left undone stands behind what it did.
        behind.retain(|id| rows.get(*id as usize).is_some_and(|row| row.placed < *update));
        wanted.drain(..).take(*done).rev().for_each(|id| behind.push_front(id));
        (*update, *done) = (*update + 1, 0);
        let order = self.order.borrow();
        for id in order.iter().copied().filter(|id| found.contains(*id)).take(most as usize) {
            wanted.push(id);
            if let Some(row) = rows.get_mut(id as usize) {
                row.wanted = *update;
            }
        }
        drop((rows, work, order));
        self.advance(FIRST_SLICE);
    }

    /// Sorts all records, where that is not done.
    fn sort(&self, sort: Sort, as_of: Day) {
        if self.sorted.replace(Some((sort, as_of))) != Some((sort, as_of)) {
            let of_page = |id, column| self.of_page(id, column);
            *self.order.borrow_mut() = order(self.state.dataset(), sort, as_of, &of_page);
        }
    }

    /// Brings so many rows where they should be, and takes as many out that stand in
    /// between; the rest in slices after the browser had its turn.
    fn advance(self: &Rc<Self>, slice: usize) {
        let mut work = self.work.borrow_mut();
        let Work { update, wanted, done, behind, timer } = &mut *work;
        let mut rows = self.rows.borrow_mut();
        let edition = self.edition.get().0;
        let (mut to_place, mut to_remove) = (slice, slice);
        *timer = None;
        loop {
            let next = behind.front().copied();
            let standing = next.and_then(|id| rows.get(id as usize));
            if let Some(row) = standing {
                let unwanted = row.wanted < *update && to_remove > 0;
                if unwanted && let Some(element) = &row.element {
                    element.remove();
                    to_remove -= 1;
                }
                if unwanted || row.placed == *update {
                    behind.pop_front();
                    continue;
                }
            }
            let before = standing.and_then(|row| row.element.clone());
            let Some(id) = wanted.get(*done).copied().filter(|_| to_place > 0) else { break };
            *done += 1;
            let Some(row) = rows.get_mut(id as usize) else { continue };
            if row.element.is_none() {
                row.element = browser::document().create_element("tr").ok();
            }
            let Some(element) = &row.element else { continue };
            let stays = next == Some(id);
            if row.edition != edition || !stays {
                to_place -= 1;
            }
            if row.edition != edition {
                row.edition = edition;
                self.write(id, element);
            }
            if stays {
                behind.pop_front();
            } else {
                // Cannot fail: what it is put before stands in the same place.
                let _ = self.body.insert_before(element, before.as_ref().map(|it| it.as_ref()));
            }
            row.placed = *update;
        }
        if *done < wanted.len() || !behind.is_empty() {
            let table = self.clone();
            *timer = Some(browser::after(browser::AFTER_PAINT, Box::new(move || table.advance(SLICE))));
        }
    }

    /// Writes the cells of a row.
    fn write(&self, id: RecordId, row: &Element) {
        let dataset = self.state.dataset();
        let (Some((columns, as_of)), Some(record)) = (self.edition.get().1, dataset.records.get(id as usize))
        else {
            return;
        };
        row.set_text_content(None);
        for column in columns.iter() {
            let words = cell(dataset, record, column, as_of).unwrap_or_else(|| self.of_page(id, column));
            let name = if column == Column::Title { "th" } else { "td" };
            let Some(mut place) = browser::append(row, name, "") else { continue };
            if column == Column::Title {
                browser::set_attribute(&place, "scope", Some("row"));
                choice::add(self.state, &place, id);
                let Some(link) = browser::append(&place, "a", "") else { continue };
                browser::set_attribute(&link, "href", Some(&crate::text::joined("#", &record.id)));
                place = link;
            }
            place.set_text_content(Some(&words));
        }
    }

    /// What only the page says of a record.
    fn of_page(&self, id: RecordId, column: Column) -> String {
        let Some(article) = self.articles.get(id as usize) else { return String::new() };
        let within = |selector: &str| browser::within(article, selector);
        let text = |element: Option<Element>| element.and_then(|it| it.text_content()).unwrap_or_default();
        // The stages of the page are those of the dataset, in the same order.
        let stage = |place: Option<usize>| {
            let stages = within(".steps")?.children();
            stages.item(place? as u32)?.first_element_child()
        };
        let record = self.state.dataset().records.get(id as usize);
        match column {
            Column::Title => self.state.engine.title(id),
            Column::First => text(stage(record.and_then(cell::first))),
            Column::Last => text(stage(record.and_then(cell::last))),
            Column::Claims => {
                within(".claims").map(|claims| claims.child_element_count()).unwrap_or_default().to_string()
            }
            Column::Documents => text(within(".documents")),
            _ => String::new(),
        }
    }
}

fn listen(state: State) {
    let Some(table) = browser::element(View::Table.key()) else { return };
    browser::listen(&table, "click", move |event| {
        let button = browser::closest(event, "[data-sort]").and_then(|it| it.get_attribute("data-sort"));
        if let Some(column) = button.and_then(|key| Column::from_key(&key)) {
            state.choose(|query| query.sort = query.sort.by(column));
        }
    });
    browser::listen(&table, "change", move |event| {
        let shown = browser::closest(event, "[data-column]").and_then(|it| it.get_attribute("data-column"));
        if let Some(column) = shown.and_then(|key| Column::from_key(&key)) {
            state.choose(|query| query.columns.toggle(column));
        }
    });
}
