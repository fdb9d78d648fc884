//! Long lists: what of them is shown at once, here and in a page of more records
//! than any list shows whole.

use serde_json::json;
use standing_invitation::query::window;

use crate::explorer::Explorer;
use crate::place::{Folder, release_of, served};
use crate::{in_chromium, synthetic};

const SHOWN: &str = "() => document.querySelectorAll('.record:not([hidden])').length";

/// From deep in the list a series is chosen. When the app has answered, and before the
/// browser had its turn, nothing else is left in the window.
#[track_caller]
fn the_window_follows_at_once(explorer: &Explorer) {
    let strangers = "async nth => {
        document.querySelectorAll('.record:not([hidden])')[nth].scrollIntoView();
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        document.querySelector('[data-facet=series][data-value=visits]').click();
        for (let turn = 0; turn < 20; turn++) await null;
        return [...document.querySelectorAll('.record:not(.visits)')].filter(it => it.checkVisibility({ visibilityProperty: true }))
            .map(it => it.getBoundingClientRect()).filter(it => it.bottom > 0 && it.top < innerHeight).length;
    }";
    assert_eq!(explorer.read(strangers, json!([150])), 0, "records of other series in the window");
    let left = "() => document.querySelectorAll('.record:not([hidden], .visits)').length";
    explorer.becomes(left, json!([]), 0);
}

#[test]
fn what_is_in_the_window_follows_at_once() {
    in_chromium(|explorer| {
        explorer.open(&served().url("index.html"));
        the_window_follows_at_once(explorer);
    });
}

#[test]
fn a_list_that_is_too_long_is_cut_from_the_start() {
    let release = release_of(&synthetic::corpus(window::WHOLE as usize + 500));
    let folder = Folder::new().with("index.html", &release.page.html);
    in_chromium(|explorer| {
        explorer.go(&folder.address("index.html"));
        let when_ready = "() => document.documentElement.dataset.ready === ''
            ? document.querySelectorAll('.record:not([hidden])').length : -1";
        let shown = explorer.changes(when_ready, json!([]), -1);
        assert!(shown.as_u64() <= Some(window::STEP.into()), "{shown} records are shown when it is ready");
        explorer.is_ready();
        // In a list that is contained, Chromium takes a second to hide a hundred of 10,000.
        let contained = "() => [...document.querySelectorAll('#records, #records .record')]
            .filter(it => getComputedStyle(it).contain !== 'none').length";
        assert_eq!(explorer.read(contained, json!([])), 0, "are contained");
        assert_eq!(explorer.read(SHOWN, json!([])), window::STEP);
        the_window_follows_at_once(explorer);
        explorer.becomes(SHOWN, json!([]), explorer.count().min(window::STEP.into()));
    });
}
