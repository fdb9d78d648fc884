//! The list of all keys.

// What each constant means is what it says.
#![allow(missing_docs)]

pub const KEYS_HEADING: &str = "Keys";
pub const SINGLE_KEYS: &str = "Keys without Ctrl or Alt work everywhere";
pub const CLOSE: &str = "Close";

/// All keys: where they work (if that is not as in the line before), which, and
/// what they do. `docs/page.md` lists the same.
pub const KEYS: [(&str, &str, &str); 23] = [
    (
        "timeline (one tab stop)",
        "← →",
        "previous or next mark in the order of time, over all lanes; what has no date comes last",
    ),
    ("", "↑ ↓", "nearest mark in a row above or below"),
    ("", "Home, End", "first or last mark"),
    ("", "Enter", "opens the record"),
    ("", "+ - 0", "zoom in, zoom out, whole"),
    ("", "Shift + ← →", "earlier, later"),
    ("as-of slider", "arrows · Page up, Page down · Home, End", "a month · a year · the end"),
    ("overview handles", "← → · Page up, Page down · Home, End", "a month · a year · the end"),
    ("facet groups (one tab stop each)", "↑ ↓ Home End", "move between values"),
    ("", "Space, Enter", "choose or drop the value"),
    ("search field", "↓ ↑", "opens what is suggested; next or previous suggestion"),
    ("", "Enter", "takes the suggestion; where none is chosen, nothing"),
    ("", "Escape", "closes the suggestions"),
    ("table", "Space, Enter on a heading", "sorts by that column, then the other way round"),
    ("", "← →", "scroll a table wider than the page, when it has the focus"),
    ("anywhere but in a field", "/", "goes to the search field"),
    ("", "] or j", "opens the next record found; the first where none is open"),
    ("", "[ or k", "opens the previous record found; the last where none is open"),
    ("", "c", "copies a citation of the open record, or of what is found"),
    ("", "x", "chooses the open record, or no longer"),
    ("", "?", "shows these keys"),
    ("anywhere", "Escape", "closes the open record, or the open disagreement, of the present view"),
    ("", "Escape in the list of keys", "closes it; the focus goes back to where it was"),
];
