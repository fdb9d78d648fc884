//! A drawing of a timeline in letters, eight pixels to each, to be read in a
//! review: `█` certain, `░` possible, `▁` an act that took its time, `~` a fade,
//! `-` a thread, `●■•` points of known and `○□◦` of uncertain day, `[n]` a count.

use standing_invitation::data::Dataset;
use standing_invitation::timeline::*;

const PIXELS: i32 = 8;

pub fn ascii(dataset: &Dataset, timeline: &Timeline) -> String {
    let n_columns = timeline.width / PIXELS;
    let mut text = String::new();
    let mut axis = vec![' '; n_columns as usize];
    for tick in &timeline.ticks {
        write(&mut axis, tick.x / PIXELS, if tick.major { "┃" } else { "│" });
        write(&mut axis, tick.x / PIXELS + 1, &tick.label);
    }
    push(&mut text, &axis);
    let mut line = vec![' '; n_columns as usize];
    write(&mut line, timeline.as_of.map_or(n_columns, |x| x / PIXELS), "▼");
    push(&mut text, &line);
    for lane in &timeline.lanes {
        let series = &dataset.series[lane.value as usize];
        let label = &dataset.values[series.value as usize].label;
        let group = if lane.opens_group { format!("{} / ", series.group) } else { String::new() };
        text.push_str(&format!("── {group}{label} ({}) y {} height {}\n", lane.records, lane.y, lane.height));
        for band in &lane.bands {
            let mut line = vec![' '; n_columns as usize];
            fill(&mut line, band.x0, band.x1, '.');
            push(&mut text, &line);
        }
        let mut y = lane.rows_y;
        while y + timeline.row.height <= lane.y + lane.height {
            if lane.strip_y.is_some_and(|strip| y < strip && y + timeline.row.height > strip) {
                y = lane.strip_y.unwrap_or(y);
                text.push_str("   no date:\n");
            }
            push(&mut text, &row(timeline, y));
            y += timeline.row.height;
        }
    }
    text.push_str(&format!(
        "before {} after {} elsewhere {}\n",
        timeline.outside_before, timeline.outside_after, timeline.elsewhere
    ));
    text
}

fn row(timeline: &Timeline, y: i32) -> Vec<char> {
    let mut line = vec![' '; (timeline.width / PIXELS) as usize];
    for mark in timeline.marks.iter().filter(|mark| mark.y == y) {
        if let Some((x0, x1)) = mark.thread {
            fill(&mut line, x0, x1, '-');
        }
        for bar in &mark.bars {
            fill(&mut line, bar.lead, bar.trail, '~');
            fill(&mut line, bar.x0, bar.x1, if bar.state.is_some() { '░' } else { '▁' });
            if bar.state.is_some() && bar.core0 < bar.core1 {
                fill(&mut line, bar.core0, bar.core1, '█');
            }
        }
        for point in &mark.points {
            let symbol = match (point.symbol, point.exact) {
                (Symbol::Opens, true) => "●",
                (Symbol::Opens, false) => "○",
                (Symbol::Closes, true) => "■",
                (Symbol::Closes, false) => "□",
                (Symbol::Stage, true) => "•",
                (Symbol::Stage, false) => "◦",
            };
            write(&mut line, point.x / PIXELS, symbol);
        }
        if let Some(label) = &mark.label {
            let n_chars = label.text.chars().count() as i32;
            let column = match label.side {
                Side::Left => label.x / PIXELS - n_chars,
                Side::Right | Side::Inside => (label.x + PIXELS - 1) / PIXELS,
            };
            write(&mut line, column, &label.text);
        }
        if mark.later {
            write(&mut line, mark.hit.0 / PIXELS - 1, "*");
        }
    }
    for cluster in timeline.clusters.iter().filter(|cluster| cluster.y == y) {
        write(&mut line, cluster.x / PIXELS, &format!("[{}]", cluster.records.len()));
    }
    line
}

fn fill(line: &mut [char], x0: i32, x1: i32, char: char) {
    for column in x0 / PIXELS..=(x1 - 1).max(x0) / PIXELS {
        put(line, column, char);
    }
}

fn write(line: &mut [char], column: i32, text: &str) {
    for (column, char) in (column..).zip(text.chars()) {
        put(line, column, char);
    }
}

fn put(line: &mut [char], column: i32, char: char) {
    if let Some(slot) = usize::try_from(column).ok().and_then(|column| line.get_mut(column)) {
        *slot = char;
    }
}

fn push(text: &mut String, line: &[char]) {
    let line: String = line.iter().collect();
    text.push_str(line.trim_end());
    text.push('\n');
}
