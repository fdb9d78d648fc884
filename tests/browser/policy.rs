//! The files as they were built do what their own policies say, and no more.
//! No browser is asked: other tests see that browsers agree.

use std::fs;
use std::path::PathBuf;

use crate::markup::faults;
use crate::place::dist;

fn pages_in(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(dist().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

#[track_caller]
fn keeps_its_policy(path: &PathBuf, scripts: bool) {
    let html = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(faults(&html, scripts), [""; 0], "{}", path.display());
}

#[test]
fn the_explorer_runs_only_what_its_policy_names() {
    let kept = pages_in("v").into_iter().map(|version| version.join("index.html"));
    let pages: Vec<PathBuf> = kept.chain([dist().join("index.html")]).collect();
    assert!(pages.len() > 1, "the version that stays is there too");
    pages.iter().for_each(|path| keeps_its_policy(path, true));
}

#[test]
fn the_pages_of_records_run_nothing() {
    let pages = pages_in("r");
    assert!(pages.len() > 500, "{} pages", pages.len());
    pages.iter().for_each(|path| keeps_its_policy(path, false));
}
