//! Five things that people come for, done as somebody would who sees the page for
//! the first time, with the steps counted: a click, a key, or a text typed is one.
//! `docs/tasks.md` has the same numbers.

use std::cell::Cell;

use serde_json::json;
use standing_invitation::text::excerpt as words;

use crate::explorer::Explorer;
use crate::on_the_page;

/// Someone who counts their steps.
struct Visitor<'a> {
    explorer: &'a Explorer,
    steps: Cell<u32>,
}

impl Visitor<'_> {
    fn step(&self, act: impl FnOnce(&Explorer)) {
        act(self.explorer);
        self.steps.set(self.steps.get() + 1);
    }

    fn click(&self, css: &str) {
        self.step(|explorer| explorer.click(css));
    }
}

/// Does a task, which takes as many steps as the document says.
#[track_caller]
fn takes(task: usize, act: impl Fn(&Visitor)) {
    let document = std::fs::read_to_string("docs/tasks.md").expect("the document");
    let row = document.lines().find(|line| line.starts_with(&format!("| {task} |"))).expect("the task");
    let steps: u32 = row.split('|').nth(4).and_then(|cell| cell.trim().parse().ok()).expect("its steps");
    on_the_page("", |explorer, _| {
        explorer.becomes("() => document.documentElement.dataset.ready", json!([]), "");
        let visitor = Visitor { explorer, steps: Cell::default() };
        act(&visitor);
        assert_eq!(visitor.steps.get(), steps, "task {task}");
    });
}

#[track_caller]
fn reads(explorer: &Explorer, selector: &str, expected: &[&str]) {
    let text = "selector => [...document.querySelectorAll(selector)]
        .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.textContent).join(' ')";
    let text = explorer.changes(text, json!([selector]), "");
    let text = text.as_str().unwrap_or_default();
    for words in expected {
        assert!(text.contains(words), "{words}: {}", text.chars().take(300).collect::<String>());
    }
}

#[test]
fn when_a_treaty_was_ratified_and_with_which_reservation() {
    takes(1, |visitor| {
        visitor.click("input[type=search]");
        visitor.step(|explorer| explorer.type_into("input[type=search]", "genocide convention"));
        visitor.step(|explorer| {
            let choose = "() => {
                const it = [...document.querySelectorAll('#suggestions [role=option]')].find(it => /^Convention on the Prevention and Punishment of the Crime of Genocide/.test(it.textContent));
                it?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
                it?.click();
                return !!it;
            }";
            explorer.becomes(choose, json!([]), true);
        });
        reads(
            visitor.explorer,
            "[data-open] .steps",
            &["1983", "Ratification or accession", "Reservation", "Article IX"],
        );
    });
}

#[test]
fn the_longest_unanswered_request_and_until_when_that_is_known() {
    takes(2, |visitor| {
        visitor.step(|explorer| {
            let follow = "() => {
                const item = [...document.querySelectorAll('#summary li')].find(it => /without an answer|unanswered/i.test(it.textContent)
                    && it.checkVisibility({ visibilityProperty: true }));
                const link = [...item.querySelectorAll('a')].find(it => /longest/i.test(it.textContent));
                link.click();
                return link.textContent;
            }";
            explorer.read(follow, json!([]));
        });
        reads(visitor.explorer, "[data-open] .status", &["as last reported", "at least"]);
    });
}

#[test]
fn what_the_sources_report_after_an_accepted_recommendation() {
    takes(3, |visitor| {
        visitor.click(".views a[href='#practice']");
        reads(visitor.explorer, "#practice .promise", &["186.126", "Followed up by: Recording intervention"]);
    });
}

#[test]
fn a_colleague_is_sent_what_one_sees() {
    takes(4, |visitor| {
        visitor.click("[data-take]");
        visitor.click("#take [data-copy]");
        reads(visitor.explorer, "#take [role=status]", &[words::COPIED]);
    });
}

#[test]
fn twelve_chosen_records_go_into_an_article() {
    takes(5, |visitor| {
        visitor.click(".views a[href='#table']");
        let boxes = "() => document.querySelectorAll('#table tbody [data-choose]').length > 12";
        visitor.explorer.becomes(boxes, json!([]), true);
        for row in (2..48).step_by(4) {
            visitor.click(&format!("#table tbody tr:nth-child({row}) [data-choose]"));
        }
        visitor.click("[data-take]");
        visitor.step(|explorer| explorer.select("[data-form]", "Article"));
        visitor.click("#take [data-copy]");
        let headings = "() => document.querySelector('#take textarea').value.split('<h3>').length - 1";
        assert_eq!(visitor.explorer.read(headings, json!([])), 12);
        reads(visitor.explorer, "#take [role=status]", &[words::COPIED]);
    });
}
