//! The small overview of all years, whose window is moved and stretched by
//! pointer and by key.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use crate::app::dom_pen::{DomPen, Drawing};
use crate::app::{Answers, State, Update, browser};
use crate::data::Day;
use crate::query::Query;
use crate::text;
use crate::timeline::svg::{BrushTexts, EdgeTexts, draw_brush};
use crate::timeline::{Limits, Scale, View};

/// How near to an edge a pointer takes hold of it, in pixels.
const REACH: i32 = 14;

/// What a pointer took hold of.
#[derive(Clone, Copy)]
enum Hold {
    From,
    To,
    /// The whole window, taken at this day.
    Window(Day),
}

/// Draws the overview and listens to what happens on it.
pub fn start(state: State) -> Update {
    let Some(parent) = browser::place_in("overview") else { return Box::new(|_, _| {}) };
    listen(state, &parent);
    let drawing = RefCell::new(Drawing::default());
    Box::new(move |query, answers| draw(state, &parent, &mut drawing.borrow_mut(), query, answers))
}

fn draw(state: State, parent: &Element, before: &mut Drawing, query: &Query, answers: &Answers) {
    let dataset = state.dataset();
    let scale = state.scale();
    let active = browser::document().active_element().filter(|active| parent.contains(Some(active)));
    let edge = active.and_then(|active| active.get_attribute("data-edge"));
    let view = View { from: scale.from(), to: scale.to(), as_of: dataset.horizon };
    // What one filters by other than time; the window only frames it.
    let records: Vec<u32> = answers.results.timeless.iter().collect();
    let Ok(mut shapes) = state.engine.shapes.lock() else { return };
    let overview = shapes.touched(dataset, scale.width()).overview(dataset, &records, view);
    drop(shapes);
    let (from, to) = query.range(dataset);
    let stands = |name, at: Day| EdgeTexts { name, year: at.year(), day: text::day(at) };
    let texts = BrushTexts {
        name: text::OVERVIEW,
        from: stands(text::OVERVIEW_FROM, from),
        to: stands(text::OVERVIEW_TO, to),
    };
    draw_brush(&mut DomPen::new(parent, before, None), dataset, &overview, &texts);
    let edge = edge.and_then(|edge| parent.query_selector(&format!("[data-edge='{edge}']")).ok()?);
    if let Some(edge) = edge {
        browser::focus(&edge, false);
    }
}

/// All years at the width of the drawing.
fn whole(state: State) -> Scale {
    Limits::of(state.dataset()).whole(state.width())
}

fn listen(state: State, parent: &Element) {
    let hold: Rc<Cell<Option<Hold>>> = Rc::default();
    let place = {
        let parent = parent.clone();
        move |event: &PointerEvent| event.client_x() - parent.get_bounding_client_rect().left() as i32
    };
    browser::listen(parent, "pointerdown", {
        let (hold, place, parent) = (hold.clone(), place.clone(), parent.clone());
        move |event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let (x, whole, shown) = (place(event), whole(state), state.scale());
            let (from, to) = (whole.day_to_x(shown.from()), whole.day_to_x(Day(shown.to().0 + 1)));
            let day = whole.x_to_day(x);
            let held = if (x - from).abs() <= REACH && (x - from).abs() <= (x - to).abs() {
                Hold::From
            } else if (x - to).abs() <= REACH {
                Hold::To
            } else if (from..to).contains(&x) {
                Hold::Window(day)
            } else {
                // Beside the window: the nearer edge comes here.
                let held = if x < from { Hold::From } else { Hold::To };
                move_to(state, held, day);
                held
            };
            hold.set(Some(held));
            let _ = parent.set_pointer_capture(event.pointer_id());
        }
    });
    browser::listen(parent, "pointermove", {
        let hold = hold.clone();
        move |event| {
            let (Some(event), Some(held)) = (event.dyn_ref::<PointerEvent>(), hold.get()) else { return };
            let day = whole(state).x_to_day(place(event));
            move_to(state, held, day);
            if let Hold::Window(_) = held {
                hold.set(Some(Hold::Window(day)));
            }
        }
    });
    for kind in ["pointerup", "pointercancel"] {
        let hold = hold.clone();
        browser::listen(parent, kind, move |_| hold.set(None));
    }
    browser::listen(parent, "keydown", move |event| on_key(state, event));
}

fn move_to(state: State, held: Hold, day: Day) {
    let shown = state.scale();
    let width = shown.width();
    let scale = match held {
        Hold::From => Scale::new(day.min(shown.to()), shown.to(), width),
        Hold::To => Scale::new(shown.from(), day.max(shown.from()), width),
        Hold::Window(grasped) => {
            let offset = day.0 - grasped.0;
            Scale::new(Day(shown.from().0 + offset), Day(shown.to().0 + offset), width)
        }
    };
    state.show(scale, false);
}

fn on_key(state: State, event: &Event) {
    let edge = browser::closest(event, "[data-edge]").and_then(|edge| edge.get_attribute("data-edge"));
    let (Some(key), Some(edge)) = (event.dyn_ref::<KeyboardEvent>(), edge) else { return };
    let limits = Limits::of(state.dataset());
    let shown = state.scale();
    let (held, day) = if edge == "from" { (Hold::From, shown.from()) } else { (Hold::To, shown.to()) };
    let day = match key.key().as_str() {
        "ArrowLeft" | "ArrowDown" => month_edge(held, day, -1),
        "ArrowRight" | "ArrowUp" => month_edge(held, day, 1),
        "PageDown" => month_edge(held, day, -12),
        "PageUp" => month_edge(held, day, 12),
        "Home" => limits.from,
        "End" => limits.to,
        _ => return,
    };
    event.prevent_default();
    move_to(state, held, day);
}

/// The edge of the month that lies so many months on: the first day of one on
/// the left, the last day of one on the right.
fn month_edge(held: Hold, day: Day, months: i32) -> Day {
    let (year, month, _) = day.ymd();
    let first = |month: i32| Day::new(year + month.div_euclid(12), month.rem_euclid(12) + 1, 1);
    match held {
        Hold::To => Day(first(month + months).0 - 1),
        _ => first(month - 1 + months),
    }
}
