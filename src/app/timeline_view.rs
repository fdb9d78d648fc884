//! The drawing: draws what `timeline` laid out, and turns wheel, drag, pinch
//! and keys into a stretch of time.

mod layer;
mod roving;

pub use roving::Place;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, HtmlSelectElement, KeyboardEvent, PointerEvent, WheelEvent};

use crate::app::dom_pen::{DomPen, Drawing};
use crate::app::record_list::show;
use crate::app::{Answers, Drawn, State, Update, browser};
use crate::data::{Dataset, Facet, ValueId};
use crate::query::{self, Lanes, Mode, Query};
use crate::text;
use crate::timeline::svg::{self, Live, Texts};
use crate::timeline::{self, ALL_ROWS, Cluster, EMBED_ROWS, Frame, Limits, Scale, View, packing};
use roving::{Step, rove};

/// How far one press of a button or key zooms and pans.
const ZOOM_IN: (i32, i32) = (2, 3);
const ZOOM_OUT: (i32, i32) = (3, 2);
const PAN: i32 = 4;

/// How wide the drawing is on a sheet of A4 in the margins of the stylesheet, in pixels.
const PAPER: i32 = 648;

/// There are never more lanes than this, but for the series: of facets with
/// many values, those with the most records.
const MOST_LANES: usize = 24;

impl State {
    /// The stretch of time shown, as a scale of the drawing.
    pub fn scale(&self) -> Scale {
        let dataset = self.dataset();
        let limits = Limits::of(dataset);
        let (from, to) = self.query.with_untracked(|query| (query.from, query.to));
        Scale::new(from.unwrap_or(limits.from), to.unwrap_or(limits.to), self.width())
    }

    /// Shows the stretch of time of a scale.
    pub fn show(&self, scale: Scale, settled: bool) {
        let dataset = self.dataset();
        let scale = scale.within(Limits::of(dataset));
        let change = |query: &mut Query| query.set_range(dataset, scale.from(), scale.to());
        if settled { self.choose(change) } else { self.adjust(change) }
    }

    fn zoom(&self, x: i32, (numerator, denominator): (i32, i32), settled: bool) {
        let scale = self.scale();
        self.show(scale.zoom(x, numerator, denominator), settled);
    }

    fn pan(&self, pixels: i32, settled: bool) {
        let scale = self.scale();
        self.show(scale.pan(pixels), settled);
    }

    /// Does what a button is for.
    pub fn act(&self, act: &str) {
        let width = self.width();
        match act {
            "zoom-in" => self.zoom(width / 2, ZOOM_IN, true),
            "zoom-out" => self.zoom(width / 2, ZOOM_OUT, true),
            "earlier" => self.pan(-width / PAN, true),
            "later" => self.pan(width / PAN, true),
            "latest" => self.choose(|query| query.as_of = None),
            _ => self.choose(|query| (query.from, query.to, query.certain) = (None, None, false)),
        }
    }
}

/// What fingers are doing to the drawing.
#[derive(Default)]
struct Touch {
    /// Each finger or pointer that is down, with its place.
    pointers: Vec<(i32, i32)>,
    /// The scale when the last of them came down, and where it was then.
    began: Option<(Scale, i32, i32)>,
    moved: bool,
}

/// Draws, and listens to what happens on the drawing.
pub fn start(state: State) -> Update {
    let Some(parent) = layer::start() else { return Box::new(|_, _| {}) };
    browser::listen(&browser::window(), "resize", move |_| {
        state.resize();
    });
    listen(state, &parent);
    let select = lanes_select(state);
    let drawing = Rc::new(RefCell::new(Drawing::default()));
    let later: Rc<RefCell<Option<Timeout>>> = Rc::default();
    // Draws what is still to be drawn, if anything is or the width is another.
    let finish = {
        let (parent, drawing, later) = (parent.clone(), drawing.clone(), later.clone());
        Rc::new(move |is_due: bool| {
            if later.take().is_some() || is_due {
                let query = state.query.get_untracked();
                let answers = state.engine.answer(&query);
                draw(state, &parent, &mut drawing.borrow_mut(), &query, &answers, None);
                browser::set_flag(&parent, "data-partial", false);
            }
        })
    };
    for kind in ["focusin", "pointerdown"] {
        let finish = finish.clone();
        browser::listen(&parent, kind, move |_| finish(false));
    }
    for (kind, width) in [("beforeprint", Some(PAPER)), ("afterprint", None)] {
        let finish = finish.clone();
        browser::listen(&browser::window(), kind, move |_| finish(state.set_width(width)));
    }
    Box::new(move |query, answers| {
        let near = layer::near(&parent);
        if let Some(select) = &select {
            select.set_value(query.lanes.0.key());
        }
        draw(state, &parent, &mut drawing.borrow_mut(), query, answers, near);
        browser::set_flag(&parent, "data-partial", near.is_some());
        let finish = finish.clone();
        later.replace(near.map(|_| browser::after(browser::AFTER_PAINT, Box::new(move || finish(false)))));
    })
}

/// The choice of what the lanes part by, brought to life.
fn lanes_select(state: State) -> Option<HtmlSelectElement> {
    let select: HtmlSelectElement = browser::first("[data-lanes]")?.dyn_into().ok()?;
    browser::listen(&select, "change", {
        let select = select.clone();
        move |_| {
            let facet = Facet::from_key(&select.value());
            state.choose(|query| query.lanes = facet.map(Lanes).unwrap_or_default());
        }
    });
    Some(select)
}

/// Draws what the query yields in place of what is drawn, or as much of it as is
/// near. The focus stays on the mark that has it; if that is gone, it goes to the
/// first, or to the empty drawing, so that the next key still arrives.
fn draw(
    state: State,
    parent: &Element,
    before: &mut Drawing,
    query: &Query,
    answers: &Answers,
    near: Option<(i32, i32)>,
) {
    let dataset = state.dataset();
    let active = browser::document().active_element().filter(|active| parent.contains(Some(active)));
    let focused = active.as_ref().and_then(record_of);
    let scale = state.scale();
    let view = View { from: scale.from(), to: scale.to(), as_of: query.as_of(dataset) };
    let records: Vec<u32> = answers.results.records.iter().collect();
    let mut lanes = lanes(dataset, query, &answers.totals);
    if query.embed.is_some() {
        // Within an article there is no room for lanes without anything.
        let found = |lane: &ValueId| answers.results.timeless.iter().any(|id| has(dataset, id, *lane));
        lanes.retain(found);
    }
    let rows = if query.embed.is_some() { EMBED_ROWS } else { ALL_ROWS };
    let frame = Frame::within(&state.engine.rows(&lanes), scale.width(), rows);
    let Ok(mut shapes) = state.engine.shapes.lock() else { return };
    let drawing = timeline::layout_of((dataset, &mut shapes), &records, &lanes, view, &frame);
    drop(shapes);
    let title = |id: u32| state.engine.title(id);
    let count = |cluster: &Cluster| match cluster.records.as_slice() {
        [record] => title(*record),
        records => text::cluster(records.len(), cluster.opens),
    };
    let live = Some(Live { mark: &title, cluster: &count });
    let texts = Texts { name: text::DRAWING, live };
    svg::draw(&mut DomPen::new(parent, before, near), dataset, &drawing, &texts);
    layer::set_height(parent, drawing.height);
    if near.is_some() {
        return;
    }
    let places = roving::places(&drawing);
    state.engine.set_drawn(Drawn { places, clusters: drawing.clusters });
    if let Some(svg) = parent.first_element_child() {
        browser::set_attribute(&svg, "aria-description", Some(text::DRAWING_KEYS));
    }
    let marks = roving::marks(parent);
    let again = focused.and_then(|id| marks.iter().find(|mark| record_of(mark).as_ref() == Some(&id)));
    let stop = again.or_else(|| marks.get(roving::first(state)?));
    browser::set_attribute(parent, "tabindex", stop.is_none().then_some("0"));
    for stopped in browser::all_in(parent, "svg [tabindex='0']") {
        browser::set_attribute(&stopped, "tabindex", Some("-1"));
    }
    if let Some(stop) = stop {
        browser::set_attribute(stop, "tabindex", Some("0"));
    }
    if active.is_some() {
        browser::focus(stop.unwrap_or(parent), false);
    }
}

/// The id of the record that a mark, or a count of one, stands for.
fn record_of(mark: &Element) -> Option<String> {
    mark.get_attribute("data-mark").or_else(|| mark.get_attribute("data-only"))
}

/// Whether a record has a value.
fn has(dataset: &Dataset, record: u32, value: ValueId) -> bool {
    dataset.records.get(record as usize).is_some_and(|record| record.values.contains(&value))
}

/// The lanes shown: the values of the facet that are chosen, or all of which
/// there is any record on the as-of day. Those filtered away by other facets
/// stay, so that a lane that becomes empty is seen to be empty.
fn lanes(dataset: &Dataset, query: &Query, totals: &[u32]) -> Vec<ValueId> {
    let Lanes(facet) = query.lanes;
    let chosen = query.values_of(dataset, facet);
    let is_shown = |value: &ValueId| match query.mode(facet) {
        Mode::None => !chosen.contains(value),
        _ => chosen.is_empty() || chosen.contains(value),
    };
    let shown = dataset.values_of(facet).map(|(value, _)| value).filter(is_shown);
    if facet == Facet::Series {
        return shown.collect();
    }
    let count = |value: ValueId| totals.get(value as usize).copied().unwrap_or_default() as i32;
    let mut fullest: Vec<(i32, i32)> = shown.map(|value| (-count(value), value as i32)).collect();
    fullest.retain(|(count, _)| *count < 0);
    packing::sort(&mut fullest);
    fullest.truncate(MOST_LANES);
    let mut lanes: Vec<(i32, i32)> = fullest.into_iter().map(|(_, value)| (value, 0)).collect();
    packing::sort(&mut lanes);
    lanes.into_iter().map(|(value, _)| value as ValueId).collect()
}

/// Shows what a count stands for: the record, if it is one; else zooms to them.
/// Where no zoom can part them, their lane alone may have the rows for them,
/// and at last the list below has them.
fn open_cluster(state: State, parent: &Element, cluster: &Element) {
    let clusters = browser::all_in(parent, "[data-cluster]");
    let index = clusters.iter().position(|other| other == cluster);
    let Some(cluster) = index.and_then(|index| state.engine.cluster(index)) else { return };
    let dataset = state.dataset();
    let facet = state.query.with_untracked(|query| query.lanes.0);
    let alone = state.query.with_untracked(|query| query.values_of(dataset, facet) == [cluster.lane]);
    match (cluster.records.as_slice(), cluster.opens) {
        ([record], _) => state.open_from_mark(*record),
        (_, Some(days)) => state.show(Scale::showing(days, state.width()), true),
        _ if !alone => state.choose(|query| query.choose_alone(dataset, cluster.lane)),
        _ => {
            let records = query::View::Records.key();
            let shown = state.query.with_untracked(|it| it.view == query::View::Records);
            match browser::element(records).filter(|_| shown) {
                Some(records) => show(&records),
                None => state.choose_and_show(records.to_string(), |it| it.show(query::View::Records)),
            }
        }
    }
}

fn listen(state: State, parent: &Element) {
    let left = {
        let parent = parent.clone();
        move || parent.get_bounding_client_rect().left() as i32
    };
    browser::listen(parent, "wheel", {
        let left = left.clone();
        move |event| {
            // In a frame of a site the wheel is the site's.
            let Some(wheel) = event.dyn_ref::<WheelEvent>().filter(|_| !browser::is_embed()) else { return };
            // Without a modifier the wheel belongs to the page.
            if wheel.ctrl_key() || wheel.meta_key() {
                event.prevent_default();
                let step = if wheel.delta_y() < 0.0 { ZOOM_IN } else { ZOOM_OUT };
                state.zoom(wheel.client_x() - left(), step, false);
            } else if wheel.shift_key() {
                event.prevent_default();
                state.pan((wheel.delta_x() + wheel.delta_y()) as i32, false);
            }
        }
    });

    let touch: Rc<RefCell<Touch>> = Rc::default();
    let pointer = |event: &Event| event.dyn_ref::<PointerEvent>().cloned();
    browser::listen(parent, "pointerdown", {
        let (touch, left) = (touch.clone(), left.clone());
        move |event| {
            let Some(event) = pointer(event) else { return };
            let mut touch = touch.borrow_mut();
            touch.pointers.retain(|(id, _)| *id != event.pointer_id());
            touch.pointers.push((event.pointer_id(), event.client_x() - left()));
            let spread = touch.spread();
            touch.began = Some((state.scale(), spread.0, spread.1));
            touch.moved = false;
        }
    });
    browser::listen(parent, "pointermove", {
        let (touch, parent, left) = (touch.clone(), parent.clone(), left.clone());
        move |event| {
            let Some(event) = pointer(event) else { return };
            let mut touch = touch.borrow_mut();
            let x = event.client_x() - left();
            let Some(place) = touch.pointers.iter_mut().find(|(id, _)| *id == event.pointer_id()) else {
                return;
            };
            place.1 = x;
            let Some((scale, middle, distance)) = touch.began else { return };
            let (now_middle, now_distance) = touch.spread();
            if !touch.moved && (now_middle - middle).abs() < 5 && (now_distance - distance).abs() < 5 {
                return;
            }
            if !touch.moved {
                touch.moved = true;
                let _ = parent.set_pointer_capture(event.pointer_id());
            }
            let scale = scale.pan(middle - now_middle);
            let scale =
                if distance > 0 { scale.zoom(now_middle, distance, now_distance.max(1)) } else { scale };
            drop(touch);
            state.show(scale, false);
        }
    });
    for kind in ["pointerup", "pointercancel"] {
        let touch = touch.clone();
        browser::listen(parent, kind, move |event| {
            let Some(event) = pointer(event) else { return };
            let mut touch = touch.borrow_mut();
            touch.pointers.retain(|(id, _)| *id != event.pointer_id());
            let spread = touch.spread();
            touch.began = Some((state.scale(), spread.0, spread.1));
        });
    }
    // A drag that ends on a mark is not a click on it.
    browser::listen(parent, "click", {
        let parent = parent.clone();
        move |event| {
            if std::mem::take(&mut touch.borrow_mut().moved) {
                event.prevent_default();
                event.stop_propagation();
            } else if let Some(cluster) = browser::closest(event, "[data-cluster]") {
                open_cluster(state, &parent, &cluster);
            }
        }
    });
    browser::listen(parent, "dragstart", |event| event.prevent_default());
    browser::listen(parent, "keydown", {
        let parent = parent.clone();
        move |event| on_key(state, &parent, event)
    });
}

impl Touch {
    /// The middle between the pointers, and how far apart they are.
    fn spread(&self) -> (i32, i32) {
        match self.pointers.as_slice() {
            [] => (0, 0),
            [(_, x)] => (*x, 0),
            [(_, a), (_, b), ..] => ((a + b) / 2, (a - b).abs()),
        }
    }
}

fn on_key(state: State, parent: &Element, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let width = state.width();
    match (key.key().as_str(), key.shift_key()) {
        ("ArrowLeft", true) => state.pan(-width / PAN, true),
        ("ArrowRight", true) => state.pan(width / PAN, true),
        ("ArrowLeft", _) => rove(state, parent, Step::Earlier),
        ("ArrowRight", _) => rove(state, parent, Step::Later),
        ("ArrowUp", _) => rove(state, parent, Step::Above),
        ("ArrowDown", _) => rove(state, parent, Step::Below),
        ("Home", _) => rove(state, parent, Step::First),
        ("End", _) => rove(state, parent, Step::Last),
        ("+" | "=", _) => state.act("zoom-in"),
        ("-", _) => state.act("zoom-out"),
        ("0", _) => state.act("whole"),
        ("Enter" | " ", _) => match browser::closest(event, "[data-cluster]") {
            Some(cluster) => open_cluster(state, parent, &cluster),
            None => return,
        },
        _ => return,
    }
    event.prevent_default();
}
