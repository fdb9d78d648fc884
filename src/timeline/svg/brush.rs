//! Draws the overview of all years with the window in it, whose edges can be
//! moved by pointer and by key.

use crate::data::Dataset;
use crate::timeline::pen::Pen;
use crate::timeline::svg::sheet::Sheet;
use crate::timeline::svg::{joined, series_key};
use crate::timeline::{CHAR_WIDTH, Overview, ticks};

/// Its height in pixels.
const HEIGHT: i32 = 56;
/// The height of the axis under the bars.
const AXIS: i32 = 16;
/// The width of what can be grasped at an edge.
const GRIP: i32 = 24;

/// The words for the overview.
pub struct BrushTexts<'a> {
    /// What the whole is called.
    pub name: &'a str,
    /// The left edge.
    pub from: EdgeTexts<'a>,
    /// The right edge.
    pub to: EdgeTexts<'a>,
}

/// The words for an edge of the window.
pub struct EdgeTexts<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The year it stands at.
    pub year: i32,
    /// The day it stands at, in words.
    pub day: String,
}

/// Draws the overview. The edges have the years as their values.
pub fn draw_brush(pen: &mut dyn Pen, dataset: &Dataset, overview: &Overview, texts: &BrushTexts) {
    let width = overview.scale.width();
    let sheet = &mut Sheet::new(pen, width);
    sheet.open("svg", "").attribute("role", "group").attribute("aria-label", texts.name);
    sheet.attribute("width", "100%").pixels("height", HEIGHT);
    for tick in ticks::ticks(overview.scale, CHAR_WIDTH) {
        sheet.line("tick", (tick.x, tick.x), (0, HEIGHT));
        if !tick.label.is_empty() {
            sheet
                .open("text", "")
                .place("x", tick.x)
                .pixels("dx", 3)
                .pixels("y", HEIGHT - 4)
                .content(&tick.label);
        }
    }
    let room = HEIGHT - AXIS - 4;
    // All bars of a series are one path, in pixels: the overview is drawn again
    // with every choice, and hundreds of elements would take their time.
    let mut bottoms = vec![HEIGHT - AXIS; overview.bins.len()];
    for series in (0_u16..).take(dataset.series.len()) {
        let mut path = String::new();
        for (bin, bottom) in overview.bins.iter().zip(&mut bottoms) {
            let count = bin.counts.get(usize::from(series)).copied().unwrap_or_default() as i32;
            let height = (count * room).div_euclid(overview.most.max(1) as i32).max(count.min(1));
            if height > 0 {
                *bottom -= height;
                for (letter, number) in
                    [("M", bin.x), (" ", *bottom), ("h", bin.width - 1), ("v", height), ("h", 1 - bin.width)]
                {
                    path.push_str(letter);
                    path.push_str(&number.to_string());
                }
                path.push('z');
            }
        }
        sheet.open("path", &joined(&["bin", series_key(dataset, series)])).attribute("d", &path).close();
    }
    let (from, to) = overview.window;
    sheet.open("rect", "unseen").extent(0, from).pixels("height", HEIGHT).close();
    sheet.open("rect", "unseen").extent(to, width).pixels("height", HEIGHT).close();
    sheet.open("rect", "window").extent(from, to).rows(0, HEIGHT - AXIS).close();
    let (first, last) = (overview.scale.from().year(), overview.scale.to().year());
    for (edge, x, at) in [("from", from, &texts.from), ("to", to, &texts.to)] {
        sheet
            .open("g", "")
            .attribute("role", "slider")
            .attribute("tabindex", "0")
            .attribute("data-edge", edge);
        sheet.attribute("aria-label", at.name).pixels("aria-valuemin", first).pixels("aria-valuemax", last);
        sheet.pixels("aria-valuenow", at.year).attribute("aria-valuetext", &at.day);
        let left = (x - GRIP / 2).clamp(0, (width - GRIP).max(0));
        sheet.open("rect", "edge-hit").extent(left, left + GRIP).pixels("height", HEIGHT).close();
        sheet.open("rect", "edge").place("x", x).attribute("transform", "translate(-3 0)");
        sheet.rows(8, 24).attribute("width", "6").attribute("rx", "2").close();
        sheet.close();
    }
    sheet.close();
}
