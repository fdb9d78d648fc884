//! The invariants of ARCHITECTURE.md, each an absence: who may know whom, and
//! what must not stand in the source.

use std::fs;
use std::path::{Path, PathBuf};

/// Each layer and what it must not name.
const ABSENCES: [(&str, &[&str]); 9] = [
    ("src/data", &["crate::query", "crate::timeline", "crate::site", "crate::app", "leptos", "web_sys"]),
    ("src/query", &["crate::timeline", "crate::site", "crate::app", "leptos", "web_sys"]),
    ("src/timeline", &["crate::query", "crate::site", "crate::app", "leptos", "web_sys"]),
    ("src/export", &["crate::query", "crate::timeline", "crate::site", "crate::app", "leptos", "web_sys"]),
    ("src/excerpt", &["crate::timeline", "crate::site", "crate::app", "leptos", "web_sys"]),
    ("src/site", &["crate::app", "leptos", "web_sys"]),
    ("src/sources", &["crate::query", "crate::timeline", "crate::site", "crate::app", "leptos", "web_sys"]),
    ("src/text", &["crate::query", "crate::timeline", "crate::site", "crate::app", "leptos", "web_sys"]),
    // The page's code reads neither the authored format nor the whole texts.
    ("src/app", &["crate::site", "compile", "corpus", "serde_json", "toml"]),
];

fn sources(root: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(root)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                found.push((path.clone(), fs::read_to_string(path).expect("a source file")));
            }
        }
    }
    found
}

/// Comments and the tests beside the code may name what code may not.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = (1..).zip(shipped.lines());
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn is_within(path: &Path, layer: &str) -> bool {
    path.with_extension("") == Path::new(layer) || path.starts_with(layer)
}

#[test]
fn each_layer_knows_only_those_before_it() {
    let mut seen = 0;
    let mut found = Vec::new();
    for (path, text) in sources("src") {
        for (_, absent) in ABSENCES.iter().filter(|(layer, _)| is_within(&path, layer)) {
            seen += 1;
            for (number, line) in code(&text) {
                for word in absent.iter().filter(|word| line.contains(**word)) {
                    found.push(format!("{}:{number}: {word}", path.display()));
                }
            }
        }
    }
    assert!(seen > 30, "the layers were found");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_style_attribute_and_no_markup_from_text() {
    let mut found = Vec::new();
    for (path, text) in sources("src") {
        // The release refuses a body with such an attribute: it must name it.
        let names_it = path.ends_with("site/bundle.rs") || path.ends_with("bin/release.rs");
        for (number, line) in code(&text).filter(|_| !names_it) {
            for word in ["style=", "style:", "inner_html", "innerHTML", ".set_css_text", "insertAdjacent"] {
                if line.contains(word) {
                    found.push(format!("{}:{number}: {word}", path.display()));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_core_never_asks_for_the_time_or_for_chance() {
    for (path, text) in sources("src") {
        let outside =
            path.starts_with("src/bin") || path.ends_with("serve.rs") || path.starts_with("src/app");
        for (number, line) in code(&text).filter(|_| !outside) {
            for word in ["SystemTime", "Instant::", "Date::now", "random"] {
                assert!(!line.contains(word), "{}:{number}: {word}", path.display());
            }
        }
    }
}

#[test]
fn the_state_is_named_in_the_data_only() {
    for (path, text) in sources("src") {
        for (number, line) in code(&text) {
            for word in ["China", "Chinese government", "PRC"] {
                assert!(!line.contains(word), "{}:{number}: {word}", path.display());
            }
        }
    }
}

#[test]
fn no_source_file_is_longer_than_it_can_be_read() {
    let long = sources("src")
        .into_iter()
        .filter(|(path, text)| path.extension().is_some_and(|it| it == "rs") && text.lines().count() > 400);
    let long: Vec<String> = long.map(|(path, _)| path.display().to_string()).collect();
    assert!(long.is_empty(), "over 400 lines: {}", long.join(", "));
}
