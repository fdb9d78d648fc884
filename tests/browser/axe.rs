//! axe-core in the page: what it finds that keeps somebody out.

use std::{fs, path::Path, sync::OnceLock};

use serde_json::json;

use crate::explorer::Explorer;

/// What the page is held against: WCAG 2.2 A and AA, and what its makers
/// recommend beyond.
pub const ALL: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/// The only rule of axe that depends on colours.
pub const CONTRAST: &str = "color-contrast";

/// A phone, a tablet, a desk.
pub const WIDTHS: [i64; 3] = [360, 768, 1280];

/// Takes out what axe would only walk through: what is hidden, and of the many
/// articles and rows of a list all but the first and the open one. Each has the
/// same parts as these; that holds of all is tested on the whole page.
const FIRST_ONLY: &str = "() => {
    for (const view of document.querySelectorAll('[data-view]')) {
        let kept = 0;
        for (const item of view.querySelectorAll('article, tbody tr'))
            if (view.hidden || item.hidden || !item.hasAttribute('data-open') && kept++ >= 15) item.remove();
    }
    document.getElementById('names')?.remove();
}";

const RUN: &str = "(rules, excluded) => axe
    .run({ exclude: excluded }, { runOnly: rules, resultTypes: ['violations'] })
    .then(it => it.violations.flatMap(rule => rule.nodes.map(node => [
        rule.id, node.target.join(' '), node.html.slice(0, 160), node.failureSummary,
    ])))";

/// The page as it is now, with axe in it.
pub struct Axe<'e> {
    explorer: &'e Explorer,
    excluded: &'static [&'static str],
}

impl Axe<'_> {
    /// Brings axe into the page, past the policy of the page: WebDriver is no
    /// part of it.
    pub fn of_the_whole(explorer: &Explorer) -> Axe<'_> {
        explorer.read(source(), json!([]));
        Axe { explorer, excluded: &[] }
    }

    /// The same for the page without what repeats itself.
    pub fn of_the_first(explorer: &Explorer) -> Axe<'_> {
        explorer.read(FIRST_ONLY, json!([]));
        Axe::of_the_whole(explorer)
    }

    /// Leaves the drawing out, in which axe cannot tell colours, and which looks
    /// the same from each view.
    pub fn beside_the_drawing(self) -> Self {
        Axe { excluded: &[".timeline svg"], ..self }
    }

    /// Nothing is found by these rules, named by themselves or by their tags.
    #[track_caller]
    pub fn finds_nothing(&self, state: &str, rules: &[&str]) {
        let found = self.explorer.read(RUN, json!([rules, self.excluded]));
        assert_eq!(found, json!([]), "{state}");
    }

    /// Nothing is found on a phone, a tablet and a desk, by day and by night. By
    /// night only colours differ, as `tests/design.rs` makes sure.
    #[track_caller]
    pub fn finds_nothing_anywhere(&self, state: &str) {
        for width in WIDTHS {
            self.explorer.set_viewport(width, 800);
            self.explorer.set_media(&[("prefers-color-scheme", "light")]);
            self.finds_nothing(&format!("{state}, {width} pixels wide"), &ALL);
            self.explorer.set_media(&[("prefers-color-scheme", "dark")]);
            self.finds_nothing(&format!("{state}, {width} pixels wide, dark"), &[CONTRAST]);
        }
    }
}

/// axe as a function that brings it into the page.
fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/axe/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}. `make setup` installs it.", file.display()));
        format!("() => {{ {axe}\nwindow.axe ??= axe; }}")
    })
}

/// Opens what the page closes at first.
pub fn open_all(explorer: &Explorer, details: &str) {
    let open = "css => document.querySelectorAll(css).forEach(it => { it.open = true; })";
    explorer.read(open, json!([details]));
}
