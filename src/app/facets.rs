//! The facets, adopted from the static page: what is chosen and how it is taken
//! together, counts, the order of the values, search among them, definitions.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

use crate::app::{Answers, State, Update, browser};
use crate::data::{Facet, NOT_STATED, ValueId};
use crate::query::order::{self, Key};
use crate::query::search::fold::fold;
use crate::query::{Mode, Query};
use crate::text;

/// From this width of the drawing on, the facets stand beside the records.
const WIDE: i32 = 700;
/// How many facets are open then.
const OPEN: usize = 2;

/// The buttons of the facet values, in the order of the dataset. A copy that
/// was saved while they were sorted has been put back by `boot.js`.
pub fn buttons() -> Vec<Element> {
    browser::all("#facets [data-value]")
}

/// One value, as the page shows it.
struct Choice {
    button: Element,
    /// What its count stands in.
    number: Option<Element>,
    item: Element,
    /// Whether it is chosen, and its count.
    shown: Cell<(bool, u32)>,
    /// Whether any record has it, or it is chosen.
    offered: Cell<bool>,
}

/// The parts of one facet.
struct Group {
    facet: Facet,
    part: Element,
    list: Element,
    choices: Vec<Choice>,
    mode: Option<HtmlSelectElement>,
    order: Option<HtmlSelectElement>,
    find: Option<HtmlInputElement>,
    /// What is searched for in `find`, folded.
    sought: RefCell<String>,
    /// The places of the values in the present order; empty for that of the page.
    places: RefCell<Vec<u32>>,
}

/// Listens to the facets and keeps them up to date.
pub fn start(state: State, buttons: Vec<Element>) -> Update {
    let groups: Rc<Vec<Group>> = Rc::new(groups(state, buttons));
    if state.width() >= WIDE {
        for group in groups.iter().take(OPEN) {
            browser::set_attribute(&group.part, "open", Some(""));
        }
    }
    if let Some(facets) = browser::element("facets") {
        listen(state, &facets, &groups);
    }
    Box::new(move |query, answers| {
        for group in groups.iter() {
            group.update(state, query, answers);
        }
    })
}

fn groups(state: State, buttons: Vec<Element>) -> Vec<Group> {
    let dataset = state.dataset();
    let mut buttons = buttons.into_iter();
    let parts = browser::all(".facet");
    let group = |(facet, part): (&Facet, Element)| {
        let find = |selector| browser::within(&part, selector);
        let choice = |button: Element| {
            // What a saved copy may say of definitions that are no more there.
            browser::set_attribute(&button, "aria-describedby", None);
            let item = button.parent_element()?;
            let number = button.last_element_child();
            // Unlike anything that the page can show: the first update writes all.
            let shown = Cell::new((false, u32::MAX));
            Some(Choice { button, number, item, shown, offered: Cell::new(false) })
        };
        if let Some(define) = find("[data-define]") {
            browser::set_attribute(&define, "aria-pressed", Some("false"));
        }
        Some(Group {
            facet: *facet,
            list: find("ul")?,
            choices: buttons.by_ref().take(dataset.values_of(*facet).count()).filter_map(choice).collect(),
            mode: find("[data-mode]").and_then(|it| it.dyn_into().ok()),
            order: find("[data-order]").and_then(|it| it.dyn_into().ok()),
            find: find("[data-find]").and_then(|it| it.dyn_into().ok()),
            sought: RefCell::default(),
            places: RefCell::default(),
            part,
        })
    };
    Facet::ALL.iter().zip(parts).filter_map(group).collect()
}

impl Group {
    /// The ids of its values.
    fn ids(&self, state: State) -> Range<ValueId> {
        let first = state.dataset().values_of(self.facet).next().map_or(0, |(id, _)| id);
        first..first + self.choices.len() as ValueId
    }

    fn update(&self, state: State, query: &Query, answers: &Answers) {
        let mut any = false;
        for (id, choice) in self.ids(state).zip(&self.choices) {
            let count = |counts: &[u32]| counts.get(id as usize).copied().unwrap_or_default();
            let chosen = query.has(id);
            any |= chosen;
            // A value is offered if any record has it on the as-of day, or if it
            // is chosen; so nothing comes and goes while one types a search.
            choice.offered.set(chosen || count(&answers.totals) > 0);
            choice.show(chosen, count(&answers.results.counts));
        }
        self.hide();
        if let Some(mode) = &self.mode {
            let key = query.mode(self.facet).key();
            if mode.value() != key {
                mode.set_value(key);
            }
            browser::set_flag(mode, "disabled", !any);
        }
        // Nothing moves under the reader's hand.
        if !self.part.matches(":hover,:focus-within").unwrap_or_default() {
            self.sort(state);
        }
        self.set_stop();
    }

    /// Sorts the values as the reader has chosen.
    fn sort(&self, state: State) {
        let order = self.order.as_ref().map(|order| order.value()).unwrap_or_default();
        let mut places = self.places.borrow_mut();
        if order != "count" && order != "name" && places.is_empty() {
            return;
        }
        let values = state.dataset().values_of(self.facet).map(|(_, value)| value);
        let keys = values.zip(&self.choices).map(|(value, choice)| {
            let key: Option<Key> = match order.as_str() {
                "count" => Some((choice.shown.get().1 as i32, String::new())),
                "name" => order::words(&browser::label_of(&choice.button)),
                _ => Some((0, String::new())),
            };
            key.filter(|_| value.key != NOT_STATED)
        });
        let sorted = order::sorted(keys.collect(), order == "count");
        if *places == sorted {
            return;
        }
        for place in &sorted {
            let Some(choice) = self.choices.get(*place as usize) else { continue };
            // By this a saved copy is put back into the order of the dataset.
            browser::set_attribute(&choice.item, "data-place", Some(&place.to_string()));
            let _ = self.list.append_child(&choice.item);
        }
        *places = sorted;
    }

    /// Takes what the reader has typed to find a value.
    fn search(&self) {
        let typed = self.find.as_ref().map(|find| find.value()).unwrap_or_default();
        let mut sought = self.sought.borrow_mut();
        sought.clear();
        fold(&typed, &mut sought, None);
    }

    /// Hides what is not offered, or not what the reader seeks, and says how
    /// many values are left.
    fn hide(&self) {
        let sought = self.sought.borrow();
        let (mut left, mut offered) = (0, 0);
        for choice in &self.choices {
            let shown = choice.offered.get() && choice.holds(&sought);
            offered += u32::from(choice.offered.get());
            left += u32::from(shown);
            browser::set_flag(&choice.item, "hidden", !shown);
        }
        if let Ok(Some(line)) = self.part.query_selector(".left") {
            let words = if sought.is_empty() { String::new() } else { text::neighbours::of(left, offered) };
            browser::set_text(&line, &words);
        }
    }

    /// The values are one stop of the Tab key: the one that had the focus last,
    /// or the first.
    fn set_stop(&self) {
        let first = |selector| browser::within(&self.list, selector);
        if first("li:not([hidden])>[tabindex='0']").is_some() {
            return;
        }
        for stop in browser::all_in(&self.list, "[tabindex='0']") {
            browser::set_attribute(&stop, "tabindex", Some("-1"));
        }
        if let Some(stop) = first("li:not([hidden])>button") {
            browser::set_attribute(&stop, "tabindex", Some("0"));
        }
    }

    /// Shows what each value means, or hides it.
    fn define(&self, state: State, toggle: &Element) {
        let shows = toggle.get_attribute("aria-pressed").as_deref() != Some("true");
        browser::set_attribute(toggle, "aria-pressed", Some(if shows { "true" } else { "false" }));
        for drawn in browser::all_in(&self.list, "[data-drawn]") {
            drawn.remove();
        }
        let entries = browser::all(&text::joined(&text::joined("#words-", self.facet.key()), ">dd"));
        for (place, (id, choice)) in self.ids(state).zip(&self.choices).enumerate() {
            // One entry stands for the three values of a state; the first is none.
            let place = if self.facet == Facet::Status { place.div_ceil(3) } else { place };
            let described = text::joined("means-", &id.to_string());
            browser::set_attribute(&choice.button, "aria-describedby", shows.then_some(&described));
            let Some(entry) = entries.get(place).filter(|_| shows) else { continue };
            if let Some(definition) = browser::append(&choice.item, "p", "") {
                browser::set_attribute(&definition, "data-drawn", Some(""));
                browser::set_attribute(&definition, "id", Some(&described));
                definition.set_text_content(entry.text_content().as_deref());
            }
        }
    }
}

impl Choice {
    /// Writes what has changed.
    fn show(&self, chosen: bool, count: u32) {
        let (was_chosen, old) = self.shown.replace((chosen, count));
        if old == u32::MAX || chosen != was_chosen {
            browser::set_attribute(&self.button, "aria-pressed", Some(if chosen { "true" } else { "false" }));
        }
        if count != old {
            browser::set_attribute(&self.button, "data-n", Some(&count.to_string()));
            // The stylesheet asks for this, so that other counts leave it at rest.
            browser::set_flag(&self.button, "data-none", count == 0);
            if let Some(number) = &self.number {
                browser::say(number, &text::number(count));
            }
        }
    }

    /// Whether its label or another spelling holds the folded text.
    fn holds(&self, sought: &str) -> bool {
        if sought.is_empty() {
            return true;
        }
        let mut name = String::new();
        browser::names_of(&self.button).iter().for_each(|it| fold(it, &mut name, None));
        name.contains(sought)
    }
}

fn listen(state: State, facets: &Element, groups: &Rc<Vec<Group>>) {
    // What a reader did, and in which facet.
    let on = |kind, selector: &'static str, act: fn(State, &Group, Element)| {
        let groups = groups.clone();
        browser::listen(facets, kind, move |event| {
            let Some(target) = browser::closest(event, selector) else { return };
            if let Some(group) = groups.iter().find(|group| group.part.contains(Some(&target))) {
                act(state, group, target);
            }
        });
    };
    on("click", "[data-value]", |state, group, button| {
        let place = group.choices.iter().position(|choice| choice.button == button);
        if let Some(id) = place.and_then(|place| group.ids(state).nth(place)) {
            state.choose(|query| query.toggle(id));
        }
    });
    on("click", "[data-define]", |state, group, toggle| group.define(state, &toggle));
    on("input", "[data-find]", |_, group, _| {
        group.search();
        group.hide();
        group.set_stop();
    });
    on("change", "[data-mode]", |state, group, _| {
        let mode = group.mode.as_ref().and_then(|mode| Mode::from_key(&mode.value()));
        state.choose(|query| query.modes[group.facet as usize] = mode.unwrap_or_default());
    });
    on("change", "[data-order]", |state, group, _| group.sort(state));
    browser::listen(facets, "keydown", rove);
}

/// Arrow keys move between the values that are shown, in the order shown.
fn rove(event: &Event) {
    let (Some(key), Some(button)) =
        (event.dyn_ref::<KeyboardEvent>(), browser::closest(event, "[data-value]"))
    else {
        return;
    };
    let Some(list) = button.closest("ul").ok().flatten() else { return };
    let items = browser::all_in(&list, "li:not([hidden])>button");
    let place = items.iter().position(|item| *item == button).unwrap_or_default();
    let last = items.len().saturating_sub(1);
    let next = match key.key().as_str() {
        "ArrowDown" => (place + 1).min(last),
        "ArrowUp" => place.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    browser::rove(&items, next, true);
}
