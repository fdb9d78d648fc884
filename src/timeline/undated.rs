//! The strip at the bottom of a lane for records that no source dates: they
//! are there, named and counted, and stand in no relation to the axis.

use crate::data::{RecordId, ValueId};
use crate::text;
use crate::timeline::cluster::Cluster;
use crate::timeline::mark::{Label, Mark, Point, Side, Symbol, TARGET};
use crate::timeline::packing::CLEAR;
use crate::timeline::text_width::text_width;

/// From the left edge of a mark to its name: the symbol stands between.
const NAME_AT: i32 = 16;

/// A record of the strip before it has a place.
#[derive(Clone, Debug)]
pub struct Loose<'a> {
    /// Which record.
    pub record: RecordId,
    /// Its last act.
    pub act: u16,
    /// Its symbol.
    pub symbol: Symbol,
    /// Its name.
    pub name: &'a str,
    /// The width of its name.
    pub name_width: i32,
    /// The body it concerns first, which the strip groups by; may be empty.
    pub body: &'a str,
}

/// The name of a body before its marks, where the marks have no names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// Where it begins.
    pub x: i32,
    /// The upper edge of its row.
    pub y: i32,
    /// What it says.
    pub text: String,
}

/// The marks of the strip and, where they do not all fit, the count of the rest.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// Each mark with the number of its row.
    pub marks: Vec<(Mark, i32)>,
    /// The rest, with the number of its row.
    pub rest: Option<(Cluster, i32)>,
    /// Each with the number of its row.
    pub captions: Vec<(Caption, i32)>,
}

/// How many rows the strip needs when every name is shown.
pub fn rows(loose: &[Loose], char_width: i32, width: i32) -> i32 {
    let widths = loose.iter().map(|loose| NAME_AT + loose.name_width);
    let rows = flow(widths, caption(char_width), width).last().map_or(0, |(_, row)| row + 1);
    rows.min(i32::try_from(loose.len()).unwrap_or(i32::MAX))
}

/// Fills the strip from left to right and top to bottom: with names if that
/// holds them all; else without, under the names of bodies, and then with a
/// count in the last place.
pub fn strip(lane: ValueId, loose: &[Loose], char_width: i32, rows: i32, width: i32) -> Strip {
    let start = caption(char_width);
    let widths = loose.iter().map(|loose| NAME_AT + loose.name_width);
    let named: Vec<(i32, i32)> = flow(widths, start, width).collect();
    let all_named = named.last().is_none_or(|&(_, row)| row < rows);
    let leads = if all_named { vec![0; loose.len()] } else { leads(loose, char_width, width) };
    let places: Vec<(i32, i32)> = if all_named {
        named
    } else {
        flow(leads.iter().map(|lead| lead + TARGET), start, width)
            .take_while(|&(_, row)| row < rows)
            .collect()
    };
    // The count takes the place of the last two that would fit.
    let fitting = if places.len() < loose.len() { places.len().saturating_sub(2) } else { places.len() };
    let mut strip = Strip::default();
    for ((loose, &(x, row)), lead) in loose.iter().zip(&places).zip(&leads).take(fitting) {
        strip.marks.push((mark(loose, x + lead, all_named), row));
        if *lead > 0 {
            strip.captions.push((Caption { x, y: 0, text: loose.body.to_owned() }, row));
        }
    }
    let left: Vec<RecordId> = loose.iter().skip(fitting).map(|loose| loose.record).collect();
    let (x, row) = places.get(fitting).copied().unwrap_or((start, 0));
    strip.rest = (!left.is_empty()).then(|| {
        let width = (width - x).min(2 * TARGET + CLEAR);
        (Cluster { lane, x, y: 0, width, records: left, opens: None, undated: true }, row)
    });
    strip
}

/// The room before each mark for the name of its body, where that is another
/// than before. None where a name would take more than a third of a row.
fn leads(loose: &[Loose], char_width: i32, width: i32) -> Vec<i32> {
    let before = std::iter::once("").chain(loose.iter().map(|loose| loose.body));
    let lead = |(loose, before): (&Loose, &str)| {
        let lead = text_width(loose.body, char_width) + CLEAR;
        if loose.body != before && !loose.body.is_empty() { lead } else { 0 }
    };
    let leads: Vec<i32> = loose.iter().zip(before).map(lead).collect();
    let fit = leads.iter().all(|lead| lead * 3 <= width);
    if fit { leads } else { vec![0; loose.len()] }
}

/// Where the first mark stands: after the caption.
fn caption(char_width: i32) -> i32 {
    text_width(text::UNDATED_STRIP, char_width) + 2 * CLEAR
}

/// Places for things of these widths, as x and row, like words in a paragraph
/// whose first line is indented.
fn flow(widths: impl Iterator<Item = i32>, indent: i32, width: i32) -> impl Iterator<Item = (i32, i32)> {
    let (mut x, mut row) = (indent, 0);
    widths.map(move |wide| {
        let wide = wide.max(TARGET);
        if x + wide > width && x > 0 {
            (x, row) = (0, row + 1);
        }
        let place = (x, row);
        x += wide + CLEAR;
        place
    })
}

fn mark(loose: &Loose, x: i32, named: bool) -> Mark {
    let middle = x + if named { NAME_AT / 2 } else { TARGET / 2 };
    let point = Point {
        x0: middle,
        x1: middle,
        x: middle,
        act: loose.act,
        symbol: loose.symbol,
        exact: false,
        later: false,
    };
    let label =
        Label { x: x + NAME_AT, width: loose.name_width, text: loose.name.to_owned(), side: Side::Right };
    Mark {
        record: loose.record,
        y: 0,
        bars: Vec::new(),
        points: vec![point],
        thread: None,
        hit: (x, x + if named { (NAME_AT + loose.name_width).max(TARGET) } else { TARGET }),
        label: (named && !loose.name.is_empty()).then_some(label),
        later: false,
        undated: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loose(body: &str) -> Loose<'_> {
        let name = "A name that needs its room";
        Loose { record: 0, act: 0, symbol: Symbol::Stage, name, name_width: 170, body }
    }

    /// The strip as text: captions, a dot for each mark, the count of the rest.
    fn drawn(bodies: &[&str], rows: i32, width: i32) -> Vec<String> {
        let loose: Vec<Loose> = bodies.iter().map(|body| loose(body)).collect();
        let strip = strip(0, &loose, 67, rows, width);
        let mut things: Vec<(i32, i32, String)> = Vec::new();
        for (mark, row) in &strip.marks {
            let name = mark.label.as_ref().map_or(".", |label| label.text.as_str());
            things.push((*row, mark.hit.0, name.to_owned()));
        }
        things.extend(strip.captions.iter().map(|(it, row)| (*row, it.x, format!("{}:", it.text))));
        things.extend(strip.rest.iter().map(|(it, row)| (*row, it.x, format!("+{}", it.records.len()))));
        things.sort();
        let line = |row: i32| {
            let things = things.iter().filter(|thing| thing.0 == row).map(|thing| thing.2.as_str());
            things.collect::<Vec<_>>().join(" ")
        };
        (0..rows).map(line).collect()
    }

    #[test]
    fn few_records_have_their_names() {
        let name = "A name that needs its room";
        assert_eq!(drawn(&["Council", "Assembly"], 1, 960), [format!("{name} {name}")]);
    }

    #[test]
    fn many_stand_under_the_names_of_bodies() {
        let bodies = ["Assembly", "Assembly", "Council", "Council", "Council", "Council", ""];
        assert_eq!(drawn(&bodies, 1, 960), ["Assembly: . . Council: . . . . ."]);
        assert_eq!(drawn(&bodies, 2, 300), ["Assembly: . .", "Council: . . . . ."]);
    }

    #[test]
    fn what_does_not_fit_is_counted_beside_the_caption_of_the_strip() {
        let bodies = ["Council"; 9];
        assert_eq!(drawn(&bodies, 1, 300), ["Council: . +8"]);
        assert_eq!(drawn(&bodies, 1, 200), ["+9"]);
        let start = caption(67);
        let strip = strip(0, &bodies.map(loose), 67, 1, 200);
        assert_eq!(strip.rest.map(|(rest, _)| rest.x), Some(start), "not over the caption");
    }
}
