//! How the focus moves among the marks of the drawing: left and right in the
//! order of time over all lanes, up and down to the nearest in another row.

use leptos::web_sys::Element;

use crate::app::{State, browser};
use crate::timeline::Timeline;

/// Where a mark or a count stands. The order is that of time; what no source
/// dates comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    undated: bool,
    x: i32,
    y: i32,
}

/// Where the focus goes.
#[derive(Clone, Copy)]
pub enum Step {
    Earlier,
    Later,
    Above,
    Below,
    First,
    Last,
}

/// The places of marks and counts, in the order of [`marks`].
pub fn places(drawing: &Timeline) -> Vec<Place> {
    let marks = drawing.marks.iter().map(|it| Place { undated: it.undated, x: it.hit.0, y: it.y });
    let counts = drawing.clusters.iter().map(|it| Place { undated: it.undated, x: it.x, y: it.y });
    marks.chain(counts).collect()
}

/// The marks and the counts, as they stand in the drawing.
pub fn marks(parent: &Element) -> Vec<Element> {
    browser::all_in(parent, "[data-mark],[data-cluster]")
}

/// Which of them is the first in time.
pub fn first(state: State) -> Option<usize> {
    let drawn = state.engine.drawn.lock().ok()?;
    go(&drawn.places, None, Step::First)
}

/// Moves the focus.
pub fn rove(state: State, parent: &Element, step: Step) {
    let marks = marks(parent);
    let focused = browser::document().active_element();
    let from = marks.iter().position(|mark| Some(mark) == focused.as_ref());
    let to = state.engine.drawn.lock().ok().and_then(|drawn| go(&drawn.places, from, step));
    if let Some(to) = to {
        browser::rove(&marks, to, false);
    }
}

fn go(places: &[Place], from: Option<usize>, step: Step) -> Option<usize> {
    let Some(here) = from.and_then(|from| places.get(from)) else {
        let first = (0..).zip(places).min_by_key(|(_, place)| **place);
        return first.map(|(index, _)| index);
    };
    // How far another place is in the direction of the step; what lies another
    // way counts as infinitely far.
    let distance = |place: &Place| -> (bool, i32, i32) {
        let (right, down) = (place.x - here.x, place.y - here.y);
        // A row further weighs as much as four rows' height to the side.
        let near = right.abs() + 4 * down.abs();
        let (is_there, distance) = match step {
            Step::Earlier => (place < here, (i32::from(here.undated != place.undated) << 20) - right),
            Step::Later => (place > here, (i32::from(here.undated != place.undated) << 20) + right),
            Step::Above => (down < 0, near),
            Step::Below => (down > 0, near),
            Step::First | Step::Last => (true, 0),
        };
        (!is_there, distance, if matches!(step, Step::Earlier) { -place.y } else { place.y })
    };
    let candidates = (0..).zip(places);
    let (index, place) = match step {
        Step::First => candidates.min_by_key(|(_, place)| **place)?,
        Step::Last => candidates.max_by_key(|(_, place)| **place)?,
        _ => candidates.min_by_key(|(_, place)| distance(place))?,
    };
    (!distance(place).0).then_some(index)
}
