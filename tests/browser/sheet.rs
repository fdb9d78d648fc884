//! On a phone the filters come up over the page, as a sheet.

use serde_json::json;

use crate::axe::Axe;
use crate::expected::expected;
use crate::webdriver::key;
use crate::{in_chromium, on_the_page};

const OPENER: &str = ".controls .sheet";
/// Whether the sheet is open, whether its filters are drawn, and what its button says.
const SHEET: &str = "() => {
    const facets = document.getElementById('facets');
    return [facets.matches(':popover-open'), facets.checkVisibility({ visibilityProperty: true }),
        document.querySelector('[data-sheet]').textContent];
}";

#[test]
fn on_a_phone_filters_are_a_sheet() {
    on_the_page("record=visit-judges-lawyers", |explorer, _| {
        if explorer.engine.narrowest() > 400 {
            println!("{:?} has no window as narrow as a phone: not tested there", explorer.engine);
            return;
        }
        explorer.set_viewport(360, 740);
        let all = expected("").count();
        explorer.becomes(SHEET, json!([]), json!([false, false, format!("Show {all} records")]));
        explorer.click(OPENER);
        explorer.becomes(SHEET, json!([]), json!([true, true, format!("Show {all} records")]));
        // It leaves some of the page in view, and a thumb has room.
        let room = "() => {
            const sheet = document.getElementById('facets').getBoundingClientRect();
            const rows = [...document.querySelectorAll('#facets summary')].map(it => it.getBoundingClientRect().height);
            return [sheet.top >= innerHeight * .2, Math.round(sheet.bottom) === innerHeight, sheet.width === document.documentElement.clientWidth,
                Math.min(...rows) >= 40];
        }";
        explorer.becomes(room, json!([]), json!([true, true, true, true]));
        let visits = explorer.choose("series", "visits");
        explorer.shows("series=visits&record=visit-judges-lawyers");
        explorer.becomes(SHEET, json!([]), json!([true, true, format!("Show {visits} records")]));
        // Escape closes the sheet, and not the open record behind it.
        explorer.press(&[key::ESCAPE]);
        explorer.becomes(SHEET, json!([]), json!([false, false, format!("Show {visits} records")]));
        explorer.shows("series=visits&record=visit-judges-lawyers");
        explorer.press(&[key::ESCAPE]);
        explorer.shows("series=visits");
        // Its button leads to what it promises.
        explorer.read("() => scrollTo(0, 0)", json!([]));
        explorer.click(OPENER);
        explorer.click("[data-sheet]");
        explorer.becomes(SHEET, json!([]), json!([false, false, format!("Show {visits} records")]));
        let seen = "() => {
            const { top } = document.querySelector('.timelines').getBoundingClientRect();
            return top >= -1 && top < innerHeight / 2;
        }";
        explorer.becomes(seen, json!([]), true);
    });
}

/// By keyboard: what opens it stands before it in the order of the Tab key.
#[test]
fn the_sheet_is_reached_by_keyboard() {
    on_the_page("", |explorer, _| {
        if !explorer.engine.has_devtools() {
            return;
        }
        explorer.set_viewport(360, 740);
        explorer.read("css => document.querySelector(css).focus()", json!([OPENER]));
        explorer.press(&[key::ENTER]);
        explorer.becomes("() => document.getElementById('facets').matches(':popover-open')", json!([]), true);
        explorer.press(&[key::TAB]);
        let focused =
            "() => [document.activeElement.localName, document.activeElement.closest('#facets') !== null]";
        explorer.becomes(focused, json!([]), json!(["summary", true]));
        explorer.press(&[key::ESCAPE]);
        explorer.becomes("css => document.activeElement.matches(css)", json!([OPENER]), true);
    });
}

#[test]
fn where_there_is_room_filters_stand_beside_the_records() {
    on_the_page("", |explorer, _| {
        for width in [768, 1280] {
            explorer.set_viewport(width, 900);
            let placed = "css => {
                const facets = document.getElementById('facets').getBoundingClientRect();
                const records = document.getElementById('records').getBoundingClientRect();
                return [document.querySelector(css).getClientRects().length, facets.width > 150, facets.right <= records.left];
            }";
            explorer.becomes(placed, json!([OPENER]), json!([0, true, true]));
        }
    });
}

#[test]
fn axe_finds_nothing_in_the_sheet() {
    in_chromium(|explorer| {
        for theme in ["light", "dark"] {
            explorer.set_viewport(360, 740);
            explorer.open(&crate::place::served().url(&format!("index.html#scheme={theme}")));
            explorer.click(OPENER);
            explorer.click("#facets summary");
            let axe = Axe::of_the_first(explorer).beside_the_drawing();
            axe.finds_nothing(&format!("the sheet, {theme}"), &crate::axe::ALL);
        }
    });
}
