//! What stands below the timelines: one view at a time; in that of the
//! disagreements those that concern the records found, and in that of the
//! promises those found, or with something found beside them.

use std::cell::{Cell, RefCell};

use leptos::web_sys::Element;

use crate::app::{Answers, State, Update, browser};
use crate::data::{Day, Disagreement, Promise, RecordId, Status};
use crate::query::View;
use crate::text;

/// The articles of the disagreements, in the order of the dataset.
pub fn articles() -> Vec<Element> {
    browser::all("article.differ")
}

/// Shows the view that the query names.
pub fn start(state: State, articles: Vec<Element>) -> Update {
    let sections = View::ALL.map(|view| browser::element(view.key()));
    let links = browser::all(".views a");
    let promises = Promises::default();
    let shown_as_of = Cell::new(None);
    Box::new(move |query, answers| {
        let dataset = state.dataset();
        let day = query.as_of(dataset);
        for ((view, section), link) in View::ALL.iter().zip(&sections).zip(&links) {
            let current = (*view == query.view).then_some("true");
            browser::set_attribute(link, "aria-current", current);
            let Some(section) = section else { continue };
            let hidden = *view != query.view;
            if section.has_attribute("hidden") != hidden {
                browser::set_flag(section, "hidden", hidden);
                // To the browser it is still laid out: see the stylesheet.
                browser::set_attribute(section, "aria-hidden", hidden.then_some("true"));
            }
            let number = match view {
                View::Records | View::Table => answers.results.count,
                View::Practice => promises.show(state, answers, day, *view == query.view),
                View::Disagreements => {
                    let shown = |it: &Disagreement| any_found(answers, &it.records);
                    dataset.disagreements.iter().filter(|it| shown(it)).count() as u32
                }
                View::Sources | View::Method => continue,
            };
            if let Ok(Some(count)) = link.query_selector(".n") {
                browser::set_text(&count, &text::number(number));
            }
            if let Ok(Some(nothing)) = section.query_selector("[data-nothing]") {
                browser::set_flag(&nothing, "hidden", number > 0);
            }
        }
        let before = shown_as_of.replace(Some(day));
        if query.view != View::Disagreements && before == Some(day) {
            return;
        }
        for ((id, disagreement), article) in (0..).zip(&dataset.disagreements).zip(&articles) {
            let open = query.differ == Some(id);
            browser::set_flag(article, "hidden", !(any_found(answers, &disagreement.records) || open));
            browser::set_flag(article, "data-open", open);
            if before != Some(day) {
                browser::set_flag(article, "data-later", disagreement.told > day);
            }
        }
    })
}

fn any_found(answers: &Answers, records: &[RecordId]) -> bool {
    records.iter().any(|record| answers.results.records.contains(*record))
}

/// The promises of the page, read from it when they are first shown.
#[derive(Default)]
struct Promises {
    articles: RefCell<Vec<Element>>,
    shown_as_of: Cell<Option<Day>>,
}

impl Promises {
    /// Says how many there are with something found. While they are in view, hides
    /// the others and greys what is later than the day.
    fn show(&self, state: State, answers: &Answers, day: Day, visible: bool) -> u32 {
        let dataset = state.dataset();
        let is_found =
            |it: &Promise| answers.results.records.contains(it.record) || any_found(answers, &it.beside);
        let number = dataset.promises.iter().filter(|it| is_found(it)).count() as u32;
        if !visible {
            return number;
        }
        let mut articles = self.articles.borrow_mut();
        if articles.is_empty() {
            *articles = browser::all(".promise");
        }
        let moved = self.shown_as_of.replace(Some(day)) != Some(day);
        let later = |record: RecordId| {
            let record = dataset.records.get(record as usize);
            record.is_some_and(|record| dataset.status(record, day) == Status::NotYet)
        };
        for (promise, article) in dataset.promises.iter().zip(articles.iter()) {
            browser::set_flag(article, "hidden", !is_found(promise));
            if moved {
                browser::set_flag(article, "data-later", later(promise.record));
                for (record, item) in promise.beside.iter().zip(browser::all_in(article, "li")) {
                    browser::set_flag(&item, "data-later", later(*record));
                }
            }
        }
        for heading in browser::all(".promises") {
            if let Ok(Some(count)) = heading.query_selector(".n") {
                let shown = browser::all_in(&heading, ".promise:not([hidden])").len();
                browser::set_text(&count, &text::number(shown as u32));
            }
        }
        number
    }
}
