//! The page without a mouse.

use crate::explorer::Explorer;
use crate::on_the_page;
use crate::webdriver::key;

/// Presses Tab until something has the focus of which this is true, and
/// returns what had it on the way.
#[track_caller]
fn tab_until(explorer: &Explorer, reached: impl Fn(&str) -> bool) -> Vec<String> {
    let mut way: Vec<String> = Vec::new();
    while way.len() < 600 {
        explorer.press(&[key::TAB]);
        let focus = explorer.focus();
        let done = reached(&focus);
        // A date field has a stop for each of its parts.
        if way.last() != Some(&focus) {
            way.push(focus);
        } else if focus != "as-of day" {
            panic!("the focus is caught at `{focus}`, after {way:?}");
        }
        if done {
            return way;
        }
    }
    panic!("not reached by Tab: {way:?}");
}

#[test]
fn tab_goes_through_the_whole_page() {
    // With all records this is more than a thousand stops.
    on_the_page("series=crackdown", |explorer, _| {
        let way = tab_until(explorer, |focus| focus.starts_with("record "));
        let stops = |prefix: &str| way.iter().filter(|stop| stop.starts_with(prefix)).count();
        let order = [
            "skip link",
            "search",
            "as-of day",
            "tool ",
            "timeline",
            "edge from",
            "edge to",
            "group series",
            "facet series",
            "record ",
        ];
        let places = order.map(|prefix| way.iter().position(|stop| stop.starts_with(prefix)));
        assert!(places.is_sorted() && places[0] == Some(0), "{order:?} stand at {places:?} of {way:#?}");
        assert_eq!(stops("tool "), 5);
        assert_eq!(stops("timeline"), 1, "the timeline is one stop: {way:#?}");
        for facet in standing_invitation::data::Facet::ALL {
            assert_eq!(stops(&format!("group {}", facet.key())), 1);
            let stops = stops(&format!("facet {}=", facet.key()));
            assert!(stops <= 1, "{} stops in the group {}", stops, facet.key());
        }

        // Nothing traps: on to the end, and out of the page; where there is nothing
        // around the page, to its start.
        let rest = tab_until(explorer, |focus| ["page", "skip link"].contains(&focus));
        let records = rest.iter().filter(|stop| stop.starts_with("record ")).count();
        assert!(records > 100, "{records} stops in the list");
        // And backwards.
        explorer.press_with(&[key::SHIFT], &[key::TAB]);
        assert_ne!(explorer.focus(), "page");
    });
}

#[test]
fn the_skip_link_skips() {
    on_the_page("", |explorer, _| {
        explorer.press(&[key::TAB]);
        assert_eq!(explorer.focus(), "skip link");
        explorer.press(&[key::ENTER]);
        explorer.has_in_view("records");
        explorer.press(&[key::TAB]);
        assert!(explorer.focus().starts_with("record "), "{}", explorer.focus());
        explorer.shows("");
    });
}

#[test]
fn arrows_move_within_a_group_of_facets() {
    on_the_page("", |explorer, _| {
        tab_until(explorer, |focus| focus.starts_with("facet series="));
        let first = explorer.focus();
        explorer.press(&[key::DOWN]);
        let second = explorer.focus();
        assert!(second.starts_with("facet series=") && second != first);
        explorer.press(&[key::END]);
        let last = explorer.focus();
        explorer.press(&[key::HOME]);
        assert_eq!(explorer.focus(), first);
        explorer.press(&[key::END, key::UP]);
        assert_ne!(explorer.focus(), last);

        explorer.press(&[key::HOME, " "]);
        let fragment = first.replace("facet ", "");
        explorer.shows(&fragment);
        assert_eq!(explorer.focus(), first, "the focus stays on what was chosen");
        explorer.press(&[key::ENTER]);
        explorer.shows("");
        assert_eq!(explorer.focus(), first);
    });
}

#[test]
fn a_record_is_opened_and_closed_from_the_timeline() {
    on_the_page("series=visits", |explorer, _| {
        tab_until(explorer, |focus| focus.starts_with("timeline"));
        explorer.press(&[key::HOME]);
        let first = explorer.focus();
        explorer.press(&[key::RIGHT]);
        let second = explorer.focus();
        explorer.press(&[key::RIGHT]);
        let third = explorer.focus();
        assert!(first != second && second != third && first.starts_with("timeline"));
        explorer.press(&[key::LEFT]);
        assert_eq!(explorer.focus(), second);
        explorer.press(&[key::END]);
        assert!(explorer.focus() != second && explorer.focus().starts_with("timeline"));

        while explorer.focus().contains("count of") {
            explorer.press(&[key::LEFT]);
        }
        let mark = explorer.focus();
        let id = mark.replace("timeline ", "");
        explorer.press(&[key::ENTER]);
        explorer.shows(&format!("series=visits&record={id}"));
        explorer.shows_open(&id);
        assert!(
            explorer.focus().starts_with(&format!("record {id}")),
            "the focus goes to the record: {}",
            explorer.focus()
        );
        explorer.press(&[key::ESCAPE]);
        explorer.shows("series=visits");
        assert_eq!(explorer.focus(), mark, "the focus goes back to where it came from");
    });
}

#[test]
fn keys_zoom_and_pan() {
    on_the_page("series=visits", |explorer, _| {
        tab_until(explorer, |focus| focus.starts_with("timeline"));
        explorer.press(&["+"]);
        let zoomed = explorer.moved_on_from("series=visits");
        assert!(explorer.focus().starts_with("timeline"), "{}", explorer.focus());
        explorer.press_with(&[key::SHIFT], &[key::LEFT]);
        let earlier = explorer.moved_on_from(&zoomed);
        explorer.press_with(&[key::SHIFT], &[key::RIGHT]);
        let later = explorer.moved_on_from(&earlier);
        explorer.press(&["-"]);
        explorer.moved_on_from(&later);
        assert!(explorer.focus().starts_with("timeline"), "{}", explorer.focus());
        explorer.press(&["0"]);
        explorer.shows("series=visits");
    });
}

/// Keys that mean something in the drawing do not also scroll the page.
#[test]
fn keys_of_the_drawing_scroll_nothing() {
    on_the_page("from=2004&to=2009", |explorer, _| {
        tab_until(explorer, |focus| focus == "edge to");
        let before = explorer.settles("() => scrollY");
        explorer.press(&[key::PAGE_UP]);
        let moved = explorer.moved_on_from("from=2004&to=2009");
        explorer.press(&[key::END]);
        explorer.moved_on_from(&moved);
        assert_eq!(explorer.settles("() => scrollY"), before);
    });
}
