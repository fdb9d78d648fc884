//! Turns the pieces of a record into a mark: days into pixels, cut to the window.
//!
//! Widths of symbols and fades are pixels and do not grow with the zoom: a
//! fade says that nobody knows, not until when nobody knows.

use crate::data::{Dataset, Day, RecordId, Span};
use crate::timeline::mark::{Bar, Mark, Point, Symbol, TARGET};
use crate::timeline::pieces::{Moment, Pieces, Stretch};
use crate::timeline::scale::Scale;

/// How far a fade reaches before an unknown beginning.
pub const LEAD: i32 = 24;
/// How far a fade reaches past the end of knowledge.
pub const TRAIL: i32 = 14;
/// Half the width of the largest symbol.
pub const RADIUS: i32 = 5;
/// What is shorter than a pixel is still seen.
const THINNEST: i32 = 3;

impl Mark {
    /// The mark of a record, still without a row and a label. `None` if
    /// nothing of it lies in the window.
    pub fn of(
        dataset: &Dataset,
        record: RecordId,
        pieces: &Pieces,
        scale: Scale,
        as_of: Day,
    ) -> Option<Mark> {
        let mut bars: Vec<Bar> = pieces.stretches.iter().map(|stretch| bar(stretch, scale)).collect();
        hand_over(&mut bars);
        bars.retain_mut(|bar| cut(bar, scale.width()));
        let mut points: Vec<Point> = Vec::with_capacity(pieces.moments.len());
        for moment in &pieces.moments {
            let point = point(dataset, moment, scale, as_of);
            let seen = points.iter().any(|other| Point { act: point.act, ..other.clone() } == point);
            if !seen && point.x1 > 0 && point.x0 < scale.width() {
                points.push(point);
            }
        }
        let ink = bars
            .iter()
            .map(|bar| (bar.lead, bar.trail))
            .chain(
                points.iter().map(|point| (point.x0.min(point.x - RADIUS), point.x1.max(point.x + RADIUS))),
            )
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        for point in &mut points {
            point.x0 = point.x0.max(0);
            point.x1 = point.x1.min(scale.width());
        }
        let thread = thread(&bars, &points, scale.width());
        let first = pieces.extent().map_or(Day::EARLIEST, |extent| extent.earliest);
        let open = pieces.moments.iter().any(|moment| moment.before)
            || pieces.stretches.iter().any(|stretch| !stretch.begun);
        Some(Mark {
            record,
            y: 0,
            bars,
            points,
            thread,
            label: None,
            hit: target(ink, scale.width()),
            later: first > as_of && !open,
            undated: false,
        })
    }
}

/// The extent widened to what a finger can hit, within the window.
fn target((x0, x1): (i32, i32), width: i32) -> (i32, i32) {
    let (x0, x1) = (x0.clamp(0, width), x1.clamp(0, width));
    let missing = (TARGET - (x1 - x0)).max(0);
    let x0 = (x0 - missing / 2).clamp(0, (width - TARGET).max(0));
    (x0, x1.max(x0 + TARGET.min(width)))
}

fn bar(stretch: &Stretch, scale: Scale) -> Bar {
    let x0 = scale.day_to_x(stretch.from);
    let x1 = scale.day_to_x(Day(stretch.to.0 + 1)).max(x0 + THINNEST);
    let (core0, core1) = match stretch.core {
        Some((from, to)) => {
            let core0 = scale.day_to_x(from).min(x1 - THINNEST);
            (core0, scale.day_to_x(Day(to.0 + 1)).clamp(core0 + THINNEST, x1))
        }
        None => (x0, x0),
    };
    Bar {
        lead: if stretch.begun { x0 } else { x0 - LEAD },
        x0,
        x1,
        trail: if stretch.fades { x1 + TRAIL } else { x1 },
        core0,
        core1,
        state: stretch.state,
        continues_left: false,
        continues_right: false,
    }
}

/// Where it is uncertain when one state gave way to the next, the days in
/// question are drawn once, as possibly the next.
fn hand_over(bars: &mut [Bar]) {
    let mut next: Option<i32> = None;
    for bar in bars.iter_mut().rev().filter(|bar| bar.state.is_some()) {
        if let Some(next) = next.filter(|&next| next < bar.x1) {
            bar.x1 = next.max(bar.core1).max(bar.x0 + 1);
            bar.trail = bar.x1;
        }
        next = Some(bar.lead);
    }
}

/// Cuts a bar to the window. False if nothing of it lies there.
fn cut(bar: &mut Bar, width: i32) -> bool {
    if bar.trail <= 0 || bar.lead >= width {
        return false;
    }
    bar.continues_left = bar.x0 < 0;
    bar.continues_right = bar.x1 > width;
    for x in [&mut bar.lead, &mut bar.x0, &mut bar.core0, &mut bar.core1, &mut bar.x1, &mut bar.trail] {
        *x = (*x).clamp(0, width);
    }
    true
}

fn point(dataset: &Dataset, moment: &Moment, scale: Scale, as_of: Day) -> Point {
    let Span { earliest, latest } = moment.span;
    let x0 = scale.day_to_x(earliest);
    let x1 = scale.day_to_x(Day(latest.0 + 1)).max(x0 + 1);
    Point {
        x0: if moment.before { x0 - LEAD } else { x0 },
        x1,
        x: x0 + (x1 - x0) / 2,
        act: moment.act,
        symbol: Symbol::of(dataset, moment.act),
        exact: moment.span.is_exact() && !moment.before,
        later: earliest > as_of && !moment.before,
    }
}

/// From the first piece to the last, unless bars already reach as far.
fn thread(bars: &[Bar], points: &[Point], width: i32) -> Option<(i32, i32)> {
    let (x0, x1) = bars
        .iter()
        .map(|bar| (bar.x0, bar.x1))
        .chain(points.iter().map(|point| (point.x, point.x)))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let (x0, x1) = (x0.clamp(0, width), x1.clamp(0, width));
    // Bars stand in the order of time, so that one pass finds a gap.
    let reach = bars.iter().fold(x0, |reach, bar| if bar.x0 <= reach { reach.max(bar.x1) } else { reach });
    (reach < x1).then_some((x0, x1))
}
