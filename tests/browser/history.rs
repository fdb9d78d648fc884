//! What the back button does.

use crate::on_the_page;

#[test]
fn back_and_forward_go_through_the_choices() {
    on_the_page("", |explorer, _| {
        let before = explorer.history_length();
        explorer.choose("series", "visits");
        explorer.shows("series=visits");
        explorer.choose("source", "hric-2016");
        explorer.shows("series=visits&source=hric-2016");
        assert_eq!(explorer.history_length(), before + 2);
        explorer.back();
        explorer.shows("series=visits");
        explorer.back();
        explorer.shows("");
        explorer.forward();
        explorer.shows("series=visits");
        explorer.forward();
        explorer.shows("series=visits&source=hric-2016");
        assert_eq!(explorer.history_length(), before + 2);
    });
}

#[test]
fn back_closes_a_record() {
    on_the_page("series=visits", |explorer, _| {
        explorer.click("#visit-judges-lawyers h3 a");
        explorer.shows("series=visits&record=visit-judges-lawyers");
        explorer.click("#visit-health h3 a");
        explorer.shows("series=visits&record=visit-health");
        explorer.back();
        explorer.shows("series=visits&record=visit-judges-lawyers");
        explorer.back();
        explorer.shows("series=visits");
    });
}

#[test]
fn typing_and_dragging_leave_the_history_alone() {
    on_the_page("", |explorer, _| {
        let before = explorer.history_length();
        explorer.search("lawyers");
        explorer.shows("q=lawyers");
        explorer.search("");
        explorer.shows("");
        explorer.press_tool("zoom-in");
        let zoomed = explorer.moved_on_from("");
        assert_eq!(explorer.history_length(), before + 1);
        let (x, y) = explorer.empty_place(5);
        explorer.drag((x, y), (x - 150, y));
        explorer.moved_on_from(&zoomed);
        assert_eq!(explorer.history_length(), before + 1);
    });
}

/// A link within the page that somebody typed or followed.
#[test]
fn a_changed_address_is_followed() {
    on_the_page("series=visits", |explorer, server| {
        explorer.go(&server.url("index.html#series=treaties"));
        explorer.shows("series=treaties");
        explorer.go(&server.url("index.html#visit-judges-lawyers"));
        explorer.shows("visit-judges-lawyers");
        explorer.shows_open("visit-judges-lawyers");
    });
}
