//! The picture of the release, which others show beside a link to it: the
//! timelines in the years that the sources examined. Without words, as a
//! picture of words needs a font, and those who show it show the title beside it.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::data::corpus::Corpus;
use crate::data::{Dataset, RecordId, Step};
use crate::site::{STYLE, minify};
use crate::text;
use crate::timeline::svg::{self, Texts};
use crate::timeline::{self, Frame, LaneRows, View, rows};

/// Its path in the release.
pub const PATH: &str = "share.png";
/// Its width in pixels, as those who show it ask for.
pub const WIDTH: u32 = 1200;
/// Its height in pixels.
pub const HEIGHT: u32 = 630;

/// The colours and strokes of the drawing.
const SHARE: &str = include_str!("../../public/share.css");
/// The margin around the drawing, in its pixels.
const MARGIN: i32 = 36;
/// The height of a row; nobody points at these.
const ROW: i32 = 14;
/// How many rows all lanes have together.
const ALL_ROWS: i32 = 84;
/// Names are not drawn, and take no room.
const NO_NAMES: i32 = 0;

/// The picture, as PNG.
///
/// # Errors
/// When the drawing is not what the renderer can read.
pub fn png(corpus: &Corpus, dataset: &Dataset) -> Result<Vec<u8>, String> {
    let failed = |error: &dyn std::fmt::Display| format!("{PATH}: {error}");
    let tree =
        Tree::from_str(&picture(corpus, dataset), &Options::default()).map_err(|error| failed(&error))?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or_else(|| failed(&"no room"))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| failed(&error))
}

/// The picture as SVG that needs nothing but itself.
fn picture(corpus: &Corpus, dataset: &Dataset) -> String {
    // What has no date has no place in a picture of time.
    let dated = (0..).zip(&dataset.records).filter(|(_, record)| record.steps.iter().any(Step::is_dated));
    let dated: Vec<RecordId> = dated.map(|(id, _)| id).collect();
    let lanes: Vec<_> = dataset.series.iter().map(|series| series.value).collect();
    let needed = rows::rows(dataset, &lanes, NO_NAMES, ALL_ROWS).into_iter();
    let needed: Vec<LaneRows> = needed.map(|rows| LaneRows { undated: 0, ..rows }).collect();
    let examined = dataset.coverage.iter().map(|source| source.span.earliest).min();
    let from = examined.unwrap_or(dataset.beginning);
    let view = View { from, to: dataset.horizon, as_of: dataset.horizon };
    let of_width = |width| {
        let rows = rows::fit(&needed, ALL_ROWS);
        let frame = Frame { width, row_height: ROW, char_width: NO_NAMES, rows };
        timeline::layout(dataset, &dated, &lanes, view, &frame)
    };
    // The height does not depend on the width, so the width can follow from it.
    let height = of_width(WIDTH as i32).height + 2 * MARGIN;
    let width = height * WIDTH as i32 / HEIGHT as i32;
    let drawing = of_width(width - 2 * MARGIN);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {width} {height}\">\
         <style>{}</style><rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\
         <svg x=\"{MARGIN}\" y=\"{MARGIN}\" width=\"{}\" height=\"{}\">{}</svg></svg>",
        rules(corpus),
        drawing.width,
        drawing.height,
        svg::svg(dataset, &drawing, &Texts { name: text::DRAWING, live: None }),
    )
}

/// The rules with every colour in figures, as the renderer knows no names for
/// them; those of `.series` once for each series.
fn rules(corpus: &Corpus) -> String {
    let mut rules = String::new();
    let vocabulary = &corpus.vocabulary;
    for rule in SHARE.lines() {
        if !rule.contains(".series") {
            rules.push_str(rule);
            continue;
        }
        for (place, group) in (1..).zip(&vocabulary.groups) {
            let named = format!("--s{place}");
            let has_one = colours().any(|(name, _)| name == named);
            let colour = format!("{})", if has_one { &named } else { "--soft" });
            for series in vocabulary.series.iter().filter(|series| series.group == group.id) {
                let rule = rule.replace(".series", &format!(".{}", series.id));
                rules.push_str(&rule.replace("--s)", &colour));
            }
        }
    }
    colours()
        .fold(minify::style(&rules), |rules, (name, colour)| rules.replace(&format!("var({name})"), colour))
}

/// What the colours of the page are by day: the first of its rules.
fn colours() -> impl Iterator<Item = (&'static str, &'static str)> {
    let first = STYLE.split_once(":root {").and_then(|(_, rest)| rest.split_once('}'));
    let all = first.map_or("", |(rule, _)| rule).split(';').filter_map(|it| it.trim().split_once(':'));
    all.map(|(name, colour)| (name, colour.trim())).filter(|(name, _)| name.starts_with("--"))
}
