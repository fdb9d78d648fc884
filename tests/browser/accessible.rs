//! Nobody is kept out, as far as a program can tell: axe finds nothing in any
//! view, on any screen, by day and by night, before and after what readers do.
//! What it cannot tell is tested in `reach.rs`; `docs/accessibility.md` says what
//! nothing here tests.

use serde_json::json;

use crate::axe::{ALL, Axe, open_all};
use crate::engine::{Engine, Without};
use crate::explorer::Explorer;
use crate::in_chromium;
use crate::place::{Folder, page, served};
use crate::webdriver::key;

fn on_the_page(explorer: &Explorer, fragment: &str) {
    explorer.set_viewport(1280, 900);
    explorer.open(&served().url(&format!("index.html#{fragment}")));
}

/// The only test that has all records before it, and all that they hold. Colours
/// and sizes are the same in each, and axe takes minutes for those of all.
#[test]
fn axe_finds_nothing_on_the_whole_page() {
    in_chromium(|explorer| {
        on_the_page(explorer, "");
        let axe = Axe::of_the_whole(explorer);
        axe.finds_nothing("the whole page", &ALL);
        explorer.read("() => document.querySelector('[data-timeline]').remove()", json!([]));
        open_all(explorer, "details");
        let rules = "tags => axe.getRules(tags).map(it => it.ruleId)
            .filter(it => !['color-contrast', 'target-size'].includes(it))";
        let rules = explorer.read(rules, json!([ALL]));
        let rules: Vec<&str> = rules.as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
        assert!(rules.len() > 60, "{rules:?}");
        axe.finds_nothing("the whole page, everything open", &rules);
    });
}

#[test]
fn axe_finds_nothing_in_any_view() {
    in_chromium(|explorer| {
        on_the_page(explorer, "");
        Axe::of_the_first(explorer).finds_nothing_anywhere("records");
        for view in ["table&series=visits", "practice", "disagreements", "sources", "method"] {
            on_the_page(explorer, &format!("view={view}"));
            Axe::of_the_first(explorer).beside_the_drawing().finds_nothing_anywhere(view);
        }
    });
}

#[test]
fn axe_finds_nothing_in_what_readers_open() {
    in_chromium(|explorer| {
        let examine = |state: &str| {
            Axe::of_the_first(explorer).beside_the_drawing().finds_nothing_anywhere(state);
        };
        for (state, fragment) in [
            ("an open record", "upr-2013"),
            ("an open disagreement", "differ-upr-48"),
            ("another day", "asof=2005-06-30&q=law"),
            ("nothing found", "q=zzzz&series=visits"),
        ] {
            on_the_page(explorer, fragment);
            examine(state);
        }

        on_the_page(explorer, "from=2003&to=2017");
        open_all(explorer, ".facet, .numbers details");
        explorer.click("[data-facet=series][data-value=visits]");
        explorer.click("[data-define]");
        examine("filters");

        on_the_page(explorer, "");
        explorer.search("lawyer");
        explorer.press(&[key::DOWN]);
        let offered = "() => document.querySelector('#suggestions [aria-selected=true]') !== null";
        explorer.becomes(offered, json!([]), true);
        examine("suggestions");

        on_the_page(explorer, "series=visits&view=table");
        explorer.click(".pick summary");
        explorer.press(&["?"]);
        explorer.becomes("() => document.getElementById('keys').open", json!([]), true);
        examine("the list of keys, and the columns under it");
        explorer.press(&[key::ESCAPE]);
        explorer.becomes("() => document.getElementById('keys').open", json!([]), false);
        examine("the columns");
    });
}

#[test]
fn axe_finds_nothing_elsewhere() {
    in_chromium(|explorer| {
        for fragment in ["embed=1&series=visits", "embed=1&series=visits&record=visit-judges-lawyers"] {
            on_the_page(explorer, fragment);
            Axe::of_the_first(explorer).finds_nothing_anywhere(fragment);
        }
        on_the_page(explorer, "embed=1&series=visits&scheme=dark");
        Axe::of_the_first(explorer).finds_nothing_anywhere("an embed that asks for the dark");

        for id in ["visit-judges-lawyers", "upr-2013"] {
            explorer.go(&served().url(&format!("r/{id}.html")));
            Axe::of_the_whole(explorer).finds_nothing_anywhere(id);
        }
    });
}

/// axe is a script, so this is the page as those see it whose browser has no
/// WebAssembly: `plain.rs` shows that without script it is the same.
#[test]
fn axe_finds_nothing_where_the_app_is_missing() {
    for engine in Engine::wanted().into_iter().filter(|it| it.has_devtools()) {
        let explorer = Explorer::start_without(engine, Without::WebAssembly);
        let folder = Folder::new().with("index.html", &page());
        explorer.go(&folder.address("index.html"));
        explorer.becomes(
            "() => document.querySelectorAll('.plain:not([hidden])').length > 0",
            json!([]),
            true,
        );
        Axe::of_the_first(&explorer).finds_nothing_anywhere("without the app");
    }
}
