//! The search field, and what it suggests while one types: filters by any of
//! their names, and records. A combobox as the ARIA practices describe it: the
//! focus stays in the field, and the arrow keys move through the list.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::app::{Answers, State, Update, browser, keys};
use crate::data::{RecordId, ValueId};
use crate::query::Query;
use crate::query::search::highlight::{pieces, ranges};
use crate::query::search::rank;
use crate::text;

/// How many filters and how many records are suggested.
const LIMIT: usize = 5;

/// What a suggestion does.
#[derive(Clone, Copy)]
enum Choice {
    /// Takes the value in place of the words that name it.
    Value(ValueId),
    Record(RecordId),
}

/// The field and its list.
struct Suggestions {
    state: State,
    input: HtmlInputElement,
    list: Element,
    options: RefCell<Vec<(Choice, Element)>>,
    active: Cell<Option<usize>>,
    /// Where in the text the words begin that a value takes the place of.
    values_from: Cell<usize>,
    /// Whether the list is asked for; a text that comes with a link asks for none.
    wanted: Cell<bool>,
}

/// Listens to the search field and keeps its list up to date.
pub fn start(state: State) -> Update {
    let Some(this) = Suggestions::adopt(state) else { return Box::new(|_, _| {}) };
    let this: &'static Suggestions = Box::leak(Box::new(this));
    this.listen();
    let text = RefCell::new(String::new());
    Box::new(move |query, answers| {
        let changed = text.replace(query.text.clone()) != query.text;
        if this.wanted.take() {
            this.draw(query, answers);
        } else if changed {
            this.clear();
        }
    })
}

impl Suggestions {
    fn listen(&'static self) {
        let on = |target: &EventTarget, kind, react: fn(&Suggestions, &Event)| {
            browser::listen(target, kind, move |event| react(self, event));
        };
        on(&self.input, "input", |this, _| {
            this.wanted.set(true);
            this.state.adjust(|query| query.text = this.input.value());
        });
        on(&self.input, "keydown", Suggestions::press);
        on(&self.input, "focusout", |this, _| this.show(false));
        // The texts are read for search before the first letter is typed.
        on(&self.input, "focusin", |this, _| {
            let state = this.state;
            let read = move || {
                state.engine.search();
            };
            browser::after(browser::AFTER_PAINT, Box::new(read)).forget();
        });
        // A press on the list leaves the focus in the field.
        on(&self.list, "mousedown", |_, event| event.prevent_default());
        on(&self.list, "click", |this, event| {
            let chosen = browser::closest(event, "[role=option]");
            let is_chosen = |(_, option): &(Choice, Element)| Some(option) == chosen.as_ref();
            let place = this.options.borrow().iter().position(is_chosen);
            this.choose(place);
        });
        on(&browser::document(), "keydown", |this, event| {
            if keys::single(event).as_deref() == Some("/") {
                event.prevent_default();
                browser::focus(&this.input, true);
                this.input.select();
            }
        });
    }

    /// The field of the page, with a list of our own below it.
    fn adopt(state: State) -> Option<Suggestions> {
        let input = browser::first("[type=search]")?.dyn_into::<HtmlInputElement>().ok()?;
        let list = browser::append(&input.closest(".search").ok()??, "div", "")?;
        browser::set_attributes(
            &list,
            &[
                ("id", "suggestions"),
                ("role", "listbox"),
                ("aria-label", text::SUGGESTIONS),
                ("data-drawn", ""),
                ("hidden", ""),
            ],
        );
        browser::set_attributes(
            &input,
            &[
                ("role", "combobox"),
                ("aria-autocomplete", "list"),
                ("aria-controls", "suggestions"),
                ("aria-expanded", "false"),
            ],
        );
        Some(Suggestions {
            state,
            input,
            list,
            options: RefCell::default(),
            active: Cell::new(None),
            values_from: Cell::new(0),
            wanted: Cell::new(false),
        })
    }

    /// Lists what the present text suggests.
    fn draw(&self, query: &Query, answers: &Answers) {
        self.clear();
        let Some(found) = &answers.found else { return };
        let dataset = self.state.dataset();
        self.values_from.set(found.values_from);
        let is_offered = |value: ValueId| {
            !query.has(value) && answers.totals.get(value as usize).is_some_and(|count| *count > 0)
        };
        let values = rank::best(&found.values, LIMIT, &is_offered).into_iter().map(Choice::Value);
        let records = rank::best(&found.worths, LIMIT, &|_| true).into_iter().map(Choice::Record);
        let mut group: Option<(&str, Element)> = None;
        for choice in values.chain(records) {
            let (heading, label, facet) = match choice {
                Choice::Value(id) => match dataset.values.get(id as usize) {
                    Some(value) => (text::FILTERS, value.label.clone(), text::facet(value.facet)),
                    None => continue,
                },
                Choice::Record(id) => (text::RECORDS, self.state.engine.title(id), ""),
            };
            group = group.filter(|(present, _)| *present == heading).or_else(|| self.group(heading));
            let Some(option) = group.as_ref().and_then(|(_, group)| browser::append(group, "div", "")) else {
                return;
            };
            let mut options = self.options.borrow_mut();
            browser::set_attributes(&option, &[("role", "option"), ("id", &id_of(options.len()))]);
            browser::append_marked(&option, &pieces(&label, &ranges(&label, &found.needles)));
            browser::append(&option, "small", facet);
            options.push((choice, option));
        }
        self.show(true);
    }

    /// A group of suggestions under its heading.
    fn group(&self, heading: &'static str) -> Option<(&'static str, Element)> {
        let group = browser::append(&self.list, "div", "")?;
        browser::set_attributes(&group, &[("role", "group"), ("aria-label", heading)]);
        browser::set_attribute(&browser::append(&group, "p", heading)?, "aria-hidden", Some("true"));
        Some((heading, group))
    }

    fn clear(&self) {
        self.list.set_text_content(None);
        self.options.borrow_mut().clear();
        self.show(false);
    }

    /// Opens the list, unless it is empty, or closes it.
    fn show(&self, open: bool) {
        let open = open && !self.options.borrow().is_empty();
        self.activate(None);
        browser::set_flag(&self.list, "hidden", !open);
        browser::set_attribute(&self.input, "aria-expanded", Some(if open { "true" } else { "false" }));
    }

    /// Makes a suggestion the one that Enter chooses, or none.
    fn activate(&self, place: Option<usize>) {
        self.active.set(place);
        for (at, (_, option)) in self.options.borrow().iter().enumerate() {
            let active = place == Some(at);
            browser::set_attribute(option, "aria-selected", Some(if active { "true" } else { "false" }));
            if let Some(option) = option.dyn_ref::<HtmlElement>().filter(|_| active) {
                self.list.set_scroll_top(option.offset_top() - self.list.client_height() / 2);
            }
        }
        browser::set_attribute(&self.input, "aria-activedescendant", place.map(id_of).as_deref());
    }

    fn press(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_open = !self.list.has_attribute("hidden");
        let last = self.options.borrow().len().wrapping_sub(1);
        match (key.key().as_str(), self.active.get()) {
            // Nothing is listed yet where the text came with a link.
            ("ArrowDown" | "ArrowUp", _) if !is_open => {
                self.wanted.set(true);
                self.state.query.notify();
            }
            ("ArrowDown", active) => {
                self.activate(Some(active.map_or(0, |place| if place >= last { 0 } else { place + 1 })));
            }
            ("ArrowUp", active) => {
                self.activate(Some(active.map_or(last, |place| if place == 0 { last } else { place - 1 })));
            }
            // Without a choice, Enter is not ours.
            ("Enter", active @ Some(_)) if is_open => self.choose(active),
            ("Escape", _) if is_open => {
                self.show(false);
                event.stop_propagation();
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn choose(&self, place: Option<usize>) {
        let choice = place.and_then(|place| self.options.borrow().get(place).map(|(choice, _)| *choice));
        let Some(choice) = choice else { return };
        self.show(false);
        self.state.choose(|query| match choice {
            Choice::Value(value) => {
                query.text.truncate(self.values_from.get());
                query.text.truncate(query.text.trim_end().len());
                query.toggle(value);
            }
            Choice::Record(record) => query.open_record(record),
        });
    }
}

/// The id of a suggestion. No record's id holds a dot.
fn id_of(place: usize) -> String {
    let mut id = "suggestions.".to_string();
    id.push_str(&place.to_string());
    id
}
