//! With fingers: the drawing follows a thumb sideways, and the page scrolls up and
//! down wherever the thumb is.

use serde_json::json;

use crate::explorer::Explorer;
use crate::{in_chromium, place::served};

/// The page on a phone.
fn on_a_phone(test: impl Fn(&Explorer)) {
    in_chromium(|explorer| {
        let phone = json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true });
        explorer.devtools("Emulation.setDeviceMetricsOverride", phone);
        explorer.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
        explorer.open(&served().url("index.html#from=1990&to=2010"));
        test(explorer);
        explorer.is_clean();
    });
}

#[test]
fn a_thumb_moves_the_years_and_the_page() {
    on_a_phone(|explorer| {
        let (x, y) = explorer.empty_place(5);
        let y = y.max(300);
        let scrolled = explorer.read("() => scrollY", json!([]));
        explorer.swipe((x, y), (x + 120, y));
        let earlier = explorer.moved_on_from("from=1990&to=2010");
        assert!(earlier.starts_with("from=19"), "{earlier}");
        assert_eq!(explorer.read("() => scrollY", json!([])), scrolled, "the page stays where it is");
        explorer.swipe((x, y + 200), (x, y - 100));
        explorer.changes("() => scrollY", json!([]), scrolled);
        assert_eq!(explorer.fragment(), earlier, "the years stay where they are");
    });
}

/// Pinching zooms the page, as anywhere, outside of the drawing; within a zoomed
/// page fingers move the page.
#[test]
fn the_page_itself_can_be_zoomed() {
    on_a_phone(|explorer| {
        let fingers = "() => [
            !/user-scalable|maximum-scale/.test(document.querySelector('meta[name=viewport]').content),
            getComputedStyle(document.body).touchAction,
            getComputedStyle(document.querySelector('[data-timeline]')).touchAction,
        ]";
        explorer.becomes(fingers, json!([]), json!([true, "auto", "pan-y"]));
        explorer.devtools("Emulation.setPageScaleFactor", json!({ "pageScaleFactor": 2 }));
        explorer.becomes("() => visualViewport.scale", json!([]), 2);
        explorer.becomes(fingers, json!([]), json!([true, "auto", "auto"]));
        explorer.devtools("Emulation.setPageScaleFactor", json!({ "pageScaleFactor": 1 }));
        explorer.becomes(fingers, json!([]), json!([true, "auto", "pan-y"]));
    });
}
