//! Draws a timeline as SVG: the static drawing of the release, the live one
//! and files, each with a [`Pen`] of its own.
//!
//! It is fluid: places along the axis are percentages and heights are pixels,
//! so that it fills any width and its height never changes. Appearance is left
//! to the page's stylesheet; there are classes and no styles:
//!
//! - `band`; `lane KEY-OF-THE-SERIES` with `lane-heading`, `lane-group`,
//!   `lane-label`, and in the strip `strip`, `no-date`;
//! - `tick`, with `major`, and `tick-label`; `after` what lies past the as-of
//!   day, `as-of` its line; `unknown` what lies past the horizon;
//! - `mark` with the series, `later` (not begun on the as-of day) and `undated`
//!   (in the strip); in it `hit`, `thread`, bars and points, and `label` with
//!   `right`, `left` or `inside`;
//! - a bar is `fade in`, `possible`, `hatch`, `core` and `fade out`, with
//!   `lasting` where it is an act that took its time and not a state;
//! - a point is `span` where its day is uncertain, and `point` with `opens`,
//!   `closes` or `stage`, and `later` where so;
//! - `cluster` with the series, and `cluster-count`.

mod brush;
mod sheet;

pub use brush::{BrushTexts, EdgeTexts, draw_brush};

use crate::data::{Dataset, RecordId};
use crate::text;
use crate::timeline::pen::{Pen, TextPen};
use crate::timeline::svg::sheet::Sheet;
use crate::timeline::ticks::TICK_GAP;
use crate::timeline::{AXIS, Bar, Cluster, Lane, Mark, Point, Side, Symbol, Timeline};

/// The texts that the drawing takes from elsewhere.
pub struct Texts<'a> {
    /// What the whole is called by screen readers.
    pub name: &'a str,
    /// What makes marks and counts answer to pointers and keys; `None` for a
    /// picture, in which marks are only links.
    pub live: Option<Live<'a>>,
}

/// The names of what can be pointed at.
pub struct Live<'a> {
    /// The title of a record.
    pub mark: &'a dyn Fn(RecordId) -> String,
    /// What a count stands for.
    pub cluster: &'a dyn Fn(&Cluster) -> String,
}

/// Draws the timeline as SVG text.
pub fn svg(dataset: &Dataset, timeline: &Timeline, texts: &Texts) -> String {
    let mut pen = TextPen::default();
    draw(&mut pen, dataset, timeline, texts);
    pen.finish()
}

/// Draws the timeline.
pub fn draw(pen: &mut dyn Pen, dataset: &Dataset, timeline: &Timeline, texts: &Texts) {
    let sheet = &mut Sheet::new(pen, timeline.width);
    sheet.open("svg", "").attribute("role", "group").attribute("aria-label", texts.name);
    let paint = Paint { live: texts.live.is_some() };
    sheet.attribute("width", "100%");
    // The live one fills its place, whose height is that of the drawing.
    if !paint.live {
        sheet.pixels("height", timeline.height);
    }
    definitions(sheet, dataset, paint);
    for lane in &timeline.lanes {
        bands(sheet, dataset, lane, texts);
    }
    let below = timeline.height - AXIS;
    for (class, x) in [("after", timeline.as_of), ("unknown", timeline.horizon)] {
        if let Some(x) = x {
            sheet.open("rect", class).extent(x, timeline.width).rows(AXIS, below).close();
        }
    }
    ticks(sheet, timeline);
    for lane in &timeline.lanes {
        if sheet.wants(lane.y, lane.height) {
            heading(sheet, dataset, lane, timeline);
        }
    }
    let row = timeline.row.height;
    for caption in &timeline.captions {
        if !sheet.wants(caption.y, row) {
            continue;
        }
        sheet.open("text", "no-date").place("x", caption.x).pixels("y", caption.y + timeline.row.baseline);
        sheet.content(&caption.text);
    }
    for mark in &timeline.marks {
        if sheet.wants(mark.y, row) {
            draw_mark(sheet, dataset, timeline, mark, texts);
        }
    }
    for cluster in &timeline.clusters {
        if sheet.wants(cluster.y, row) {
            draw_cluster(sheet, dataset, timeline, cluster, texts);
        }
    }
    if let Some(x) = timeline.as_of {
        sheet.line("as-of", (x, x), (AXIS, timeline.height));
    }
    sheet.close();
}

/// The names of what fills hatched and fading bars. The static drawing stays in
/// the page, hidden, and what is hidden fills nothing: so the live drawing needs
/// names of its own.
#[derive(Clone, Copy)]
struct Paint {
    live: bool,
}

impl Paint {
    fn id(self, name: &str, series: &str) -> String {
        format!("{name}{}{series}", if self.live { "-live-" } else { "-" })
    }

    fn fill(self, name: &str, series: &str) -> String {
        format!("url(#{})", self.id(name, series))
    }
}

/// What fills hatched and fading bars; its colours come from the stylesheet.
fn definitions(sheet: &mut Sheet, dataset: &Dataset, paint: Paint) {
    sheet.open("defs", "");
    sheet.open("pattern", "").attribute("id", &paint.id("hatch", "")).pixels("width", 5).pixels("height", 5);
    sheet.attribute("patternUnits", "userSpaceOnUse").attribute("patternTransform", "rotate(45)");
    sheet.open("path", "hatch-line").attribute("d", "M1 0V5").close();
    sheet.close();
    for series in &dataset.series {
        let key = value(dataset, series.value).0;
        let (near, far) = (joined(&["near", key]), joined(&["far", key]));
        for (id, stops) in [("fade-in", [&far, &near]), ("fade-out", [&near, &far])] {
            sheet.open("linearGradient", "").attribute("id", &paint.id(id, key));
            for (offset, stop) in ["0", "1"].into_iter().zip(stops) {
                sheet.open("stop", stop).attribute("offset", offset).close();
            }
            sheet.close();
        }
    }
    sheet.close();
}

fn value(dataset: &Dataset, id: u32) -> (&str, &str) {
    dataset.values.get(id as usize).map_or(("", ""), |value| (&value.key, &value.label))
}

/// The name of a series, which is the class that gives its colour.
fn series_key(dataset: &Dataset, series: u16) -> &str {
    dataset.series.get(usize::from(series)).map_or("", |series| value(dataset, series.value).0)
}

fn bands(sheet: &mut Sheet, dataset: &Dataset, lane: &Lane, texts: &Texts) {
    for band in &lane.bands {
        if !sheet.wants(band.y, band.height) {
            continue;
        }
        sheet.open("rect", "band").extent(band.x0, band.x1).rows(band.y, band.height);
        if texts.live.is_some() {
            // For pointers alone: dozens of them would be read out before any
            // record, and the sources say in words which years they examined.
            sheet.attribute("aria-hidden", "true").title(value(dataset, band.source).1);
        }
        sheet.close();
    }
}

fn ticks(sheet: &mut Sheet, timeline: &Timeline) {
    for tick in &timeline.ticks {
        sheet.line(if tick.major { "tick major" } else { "tick" }, (tick.x, tick.x), (0, timeline.height));
        if !tick.label.is_empty() {
            let class = if tick.major { "tick-label major" } else { "tick-label" };
            sheet.open("text", class).place("x", tick.x).pixels("dx", TICK_GAP);
            sheet.pixels("y", AXIS * 2 / 3).content(&tick.label);
        }
    }
}

fn heading(sheet: &mut Sheet, dataset: &Dataset, lane: &Lane, timeline: &Timeline) {
    let series = dataset.series.iter().find(|series| series.value == lane.value);
    let (key, label) = value(dataset, lane.value);
    // Of the lanes, only series have a colour, by a class of their name.
    sheet.open("g", &joined(&["lane", series.map_or("", |_| key)]));
    sheet.line("lane-edge", (0, timeline.width), (lane.y, lane.y));
    sheet.open("text", "lane-heading").pixels("y", (lane.y + lane.rows_y) / 2 + 5);
    let group = series.filter(|_| lane.opens_group);
    if let Some(series) = group {
        sheet.open("tspan", "lane-group").content(&series.group);
    }
    sheet.open("tspan", "lane-label").pixels("dx", if group.is_some() { 6 } else { 0 }).content(label);
    sheet.close();
    if let Some(y) = lane.strip_y {
        sheet.open("rect", "strip").extent(0, timeline.width).rows(y, lane.y + lane.height - y).close();
        sheet.open("text", "no-date").pixels("y", y + timeline.row.baseline).content(text::UNDATED_STRIP);
    }
    sheet.close();
}

fn draw_mark(sheet: &mut Sheet, dataset: &Dataset, timeline: &Timeline, mark: &Mark, texts: &Texts) {
    let row = timeline.row;
    let Some(record) = dataset.records.get(mark.record as usize) else {
        return;
    };
    let later = if mark.later { "later" } else { "" };
    let undated = if mark.undated { "undated" } else { "" };
    let class = joined(&["mark", series_key(dataset, record.series), later, undated]);
    sheet.open("a", &class).attribute("href", &format!("#{}", record.id)).attribute("tabindex", "-1");
    sheet.attribute("transform", &format!("translate(0 {})", mark.y));
    if let Some(live) = &texts.live {
        sheet.attribute("data-mark", &record.id).title(&(live.mark)(mark.record));
        sheet.open("rect", "hit").extent(mark.hit.0, mark.hit.1).pixels("height", row.height).close();
    }
    if let Some(thread) = mark.thread {
        sheet.line("thread", thread, (row.middle, row.middle));
    }
    for bar in &mark.bars {
        let paint = Paint { live: texts.live.is_some() };
        draw_bar(sheet, timeline, bar, paint, series_key(dataset, record.series));
    }
    for point in &mark.points {
        draw_point(sheet, timeline, point);
    }
    if let Some(label) = &mark.label {
        sheet.open("text", &joined(&["label", label.side.class()])).place("x", label.x);
        if label.side == Side::Left {
            sheet.attribute("text-anchor", "end");
        }
        sheet.pixels("y", row.baseline).content(&label.text);
    }
    sheet.close();
}

fn draw_bar(sheet: &mut Sheet, timeline: &Timeline, bar: &Bar, paint: Paint, series: &str) {
    let row = timeline.row;
    let (y, height, lasting) = match bar.state {
        Some(_) => (row.bar_y, row.bar_height, ""),
        None => (row.lasting_y, row.lasting_height, "lasting"),
    };
    let mut rect = |class: &str, fill: &str, x0: i32, x1: i32| {
        if x0 < x1 {
            sheet.open("rect", class);
            if !fill.is_empty() {
                sheet.attribute("fill", fill);
            }
            sheet.extent(x0, x1).rows(y, height).close();
        }
    };
    rect("fade in", &paint.fill("fade-in", series), bar.lead, bar.x0);
    if (bar.core0, bar.core1) != (bar.x0, bar.x1) {
        rect(&joined(&["possible", lasting]), "", bar.x0, bar.x1);
        rect("hatch", &paint.fill("hatch", ""), bar.x0, bar.x1);
    }
    rect(&joined(&["core", lasting]), "", bar.core0, bar.core1);
    rect("fade out", &paint.fill("fade-out", series), bar.x1, bar.trail);
}

fn draw_point(sheet: &mut Sheet, timeline: &Timeline, point: &Point) {
    let middle = timeline.row.middle;
    if !point.exact && point.x0 < point.x1 {
        sheet.line("span", (point.x0, point.x1), (middle, middle));
    }
    let later = if point.later { "later" } else { "" };
    let class = joined(&["point", point.symbol.class(), later]);
    match point.symbol {
        Symbol::Closes => {
            sheet.open("rect", &class).place("x", point.x).attribute("transform", "translate(-4 0)");
            sheet.rows(middle - 4, 8).attribute("width", "8").close();
        }
        Symbol::Opens | Symbol::Stage => {
            sheet.open("circle", &class).place("cx", point.x).pixels("cy", middle);
            sheet.attribute("r", if point.symbol == Symbol::Opens { "5" } else { "3" }).close();
        }
    }
}

fn draw_cluster(sheet: &mut Sheet, dataset: &Dataset, timeline: &Timeline, cluster: &Cluster, texts: &Texts) {
    let row = timeline.row;
    let count = cluster.records.len().to_string();
    let series = cluster.records.first().and_then(|id| dataset.records.get(*id as usize));
    let series = series.map_or("", |record| series_key(dataset, record.series));
    sheet
        .open("g", &joined(&["cluster", series]))
        .attribute("transform", &format!("translate(0 {})", cluster.y));
    if let Some(live) = &texts.live {
        sheet.attribute("data-cluster", &count).attribute("role", "button").attribute("tabindex", "-1");
        if let [only] = cluster.records.as_slice()
            && let Some(record) = dataset.records.get(*only as usize)
        {
            sheet.attribute("data-only", &record.id);
        }
        sheet.title(&(live.cluster)(cluster));
    }
    sheet.open("rect", "").extent(cluster.x, cluster.x + cluster.width).rows(2, row.height - 4);
    sheet.attribute("rx", "4").close();
    sheet.open("text", "cluster-count").attribute("text-anchor", "middle");
    sheet
        .place("x", cluster.x + cluster.width / 2)
        .pixels("y", row.baseline)
        .content(&text::number(cluster.records.len() as u32));
    sheet.close();
}

/// Classes with a space between them, empty ones left out.
fn joined(classes: &[&str]) -> String {
    let mut joined = String::new();
    for class in classes.iter().filter(|class| !class.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(class);
    }
    joined
}
