//! `docs/design.md` says how the page looks; the stylesheet says so too. Whoever
//! changes a colour sees what that does to those who see little.

use std::{env, fs};

const STYLE: &str = include_str!("../public/style.css");
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/design.md");

/// What text needs beside its background, and what a shape needs.
const TEXT: f64 = 4.5;
const SHAPE: f64 = 3.0;

/// What stands before what: the name, how much of it is seen, the background,
/// what it needs, and where it occurs.
const PAIRS: [(&str, &str, &str, f64, &str); 36] = [
    ("ink", "", "paper", TEXT, "text; reversed, what is chosen"),
    ("ink", "", "panel", TEXT, "text of what is open"),
    ("ink", "", "band", TEXT, "names in the drawing"),
    ("ink", "", "found", TEXT, "what was searched for"),
    ("soft", "", "paper", TEXT, "notes; the edge of fields"),
    ("soft", "", "panel", TEXT, "notes of what is open"),
    ("soft", "", "band", TEXT, "notes in the drawing"),
    ("later", "", "paper", TEXT, "what is later"),
    ("later", "", "panel", TEXT, "what is later and open"),
    ("link", "", "paper", TEXT, "links"),
    ("link", "", "panel", TEXT, "links in what is open"),
    ("focus", "", "paper", TEXT, "the focus, the as-of line, a corrected word"),
    ("focus", "", "panel", SHAPE, "the focus in what is open"),
    ("focus", "", "band", SHAPE, "the focus in the drawing"),
    ("s1", "", "paper", TEXT, "dates and marks: Signed"),
    ("s2", "", "paper", TEXT, "dates and marks: Let in"),
    ("s3", "", "paper", TEXT, "dates and marks: At home"),
    ("s4", "", "paper", TEXT, "dates and marks: Said"),
    ("s1", "", "panel", TEXT, "the same in what is open"),
    ("s2", "", "panel", TEXT, ""),
    ("s3", "", "panel", TEXT, ""),
    ("s4", "", "panel", TEXT, ""),
    ("s1", "", "band", SHAPE, "marks before a band"),
    ("s2", "", "band", SHAPE, ""),
    ("s3", "", "band", SHAPE, ""),
    ("s4", "", "band", SHAPE, ""),
    ("s1", ".span", "band", SHAPE, "spans of dates, before a band"),
    ("s2", ".span", "band", SHAPE, ""),
    ("s3", ".span", "band", SHAPE, ""),
    ("s4", ".span", "band", SHAPE, ""),
    ("s1", ".mark .core.lasting", "band", SHAPE, "what takes its time, before a band"),
    ("s2", ".mark .core.lasting", "band", SHAPE, ""),
    ("s3", ".mark .core.lasting", "band", SHAPE, ""),
    ("s4", ".mark .core.lasting", "band", SHAPE, ""),
    ("ink", ".hatch-line", "band", SHAPE, "hatching, before a band"),
    ("soft", ".key .fade", "paper", SHAPE, "the fade in the legend"),
];

type Colour = [f64; 3];

/// What stands between two words of the stylesheet.
fn between<'s>(text: &'s str, before: &str, after: &str) -> &'s str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("the stylesheet has `{before}`"));
    rest.split_once(after).unwrap_or_else(|| panic!("`{before}` ends in `{after}`")).0
}

/// The declarations for all, and those for readers who like it dark.
fn schemes() -> [&'static str; 2] {
    [between(STYLE, ":root {", "}"), between(STYLE, ":root:not([data-scheme=light]) {", "}")]
}

fn colour(scheme: &str, name: &str) -> Colour {
    let hex = between(scheme, &format!("--{name}: #"), ";");
    assert_eq!(hex.len(), 6, "{name}");
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits")) / 255.0)
}

/// How much is seen of what a rule of the stylesheet draws.
fn opacity(selector: &str) -> f64 {
    if selector.is_empty() {
        return 1.0;
    }
    let rule = between(STYLE, &format!("\n{selector} {{"), "}");
    between(rule, "opacity: ", ";").parse().expect("a number")
}

fn luminance(colour: Colour) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// As WCAG 2.2 defines it.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn of_pair(scheme: &str, (front, rule, back, ..): (&str, &str, &str, f64, &str)) -> f64 {
    let (seen, front, back) = (opacity(rule), colour(scheme, front), colour(scheme, back));
    let mixed = [0, 1, 2].map(|part| seen * front[part] + (1.0 - seen) * back[part]);
    contrast(mixed, back)
}

#[test]
fn contrasts_are_enough_and_as_the_document_says() {
    let mut table =
        String::from("\n| before | behind | needs | light | dark | where |\n|---|---|--:|--:|--:|---|\n");
    for pair in PAIRS {
        let (front, rule, back, needed, place) = pair;
        let [light, dark] = schemes().map(|scheme| of_pair(scheme, pair));
        assert!(light >= needed && dark >= needed, "{front} {rule} on {back}: {light:.2} and {dark:.2}");
        let seen = if rule.is_empty() { String::new() } else { format!(", {:.0} %", opacity(rule) * 100.0) };
        table.push_str(&format!(
            "| `{front}`{seen} | `{back}` | {needed} | {light:.1} | {dark:.1} | {place} |\n"
        ));
    }
    table.push('\n');
    let document = fs::read_to_string(DOCUMENT).expect("docs/design.md");
    let (before, rest) = document.split_once("<!-- contrasts -->\n").expect("a place for the contrasts");
    let (told, after) = rest.split_once("<!-- /contrasts -->").expect("and its end");
    if told != table && env::var_os("UPDATE_EXPECT").is_some() {
        let document = format!("{before}<!-- contrasts -->\n{table}<!-- /contrasts -->{after}");
        fs::write(DOCUMENT, document).expect("docs/design.md is writable");
        return;
    }
    assert_eq!(told, table, "`make snapshots` writes what the stylesheet says into docs/design.md");
}

/// By night only colours differ, so that what holds of anything else by day holds
/// by night too.
#[test]
fn the_dark_changes_colours_alone() {
    assert_eq!(STYLE.matches("prefers-color-scheme").count(), 1);
    let block = between(STYLE, "prefers-color-scheme: dark) {", "\n}");
    assert_eq!(block.matches('{').count(), 1, "one rule: {block}");
    let [light, dark] = schemes();
    for declaration in dark.split(';').map(str::trim).filter(|it| !it.is_empty()) {
        let name = declaration.split(':').next().unwrap_or_default();
        assert!(name.starts_with("--") && light.contains(&format!("{name}: #")), "{declaration}");
    }
}

/// Nothing is shown to those alone who can hover.
#[test]
fn what_is_pointed_at_only_changes_its_colours() {
    let mut rules = 0;
    for (selectors, rest) in STYLE.match_indices(":hover").map(|(at, _)| STYLE.split_at(at)) {
        let block = between(rest, "{", "}");
        rules += 1;
        for declaration in block.split(';').map(str::trim).filter(|it| !it.is_empty()) {
            let name = declaration.split(':').next().unwrap_or_default();
            let harmless = ["color", "background", "border", "text-decoration", "fill"];
            assert!(
                harmless.iter().any(|it| name.starts_with(it)),
                "{declaration} in {}",
                &selectors[selectors.len() - 40..]
            );
        }
    }
    assert!(rules > 5);
}

#[test]
fn the_document_has_all_sizes_of_type() {
    let document = fs::read_to_string(DOCUMENT).expect("docs/design.md");
    let mut sizes: Vec<&str> = Vec::new();
    for declaration in STYLE.split(['{', ';', '}']).map(str::trim) {
        let Some(value) =
            declaration.strip_prefix("font-size: ").or_else(|| declaration.strip_prefix("font: "))
        else {
            continue;
        };
        sizes
            .extend(value.split([' ', '/', '(', ',']).filter(|it| it.ends_with("rem") || it.ends_with("px")));
    }
    sizes.sort_unstable();
    sizes.dedup();
    assert!(sizes.len() > 8, "{sizes:?}");
    for size in sizes {
        let number = size.trim_end_matches("rem").trim_end_matches("px");
        let number = if number.starts_with('.') { format!("0{number}") } else { number.to_string() };
        let told = document
            .split(|it: char| !it.is_ascii_digit() && it != '.')
            .any(|it| it.trim_end_matches('.') == number);
        assert!(told, "docs/design.md tells what {size} is for");
    }
}
