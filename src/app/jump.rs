//! Jumps to an element of the page, of which the last one counts.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::request_animation_frame;
use leptos::web_sys::Element;

use crate::app::browser;

/// In how many frames a jump is looked at again.
const FRAMES: u32 = 4;

/// Scrolls to an element. What is far from view has only a guessed height until
/// it comes near, and moves the element away when it gets its own: so the jump
/// is looked at again in the next frames.
pub fn bring_into_view(element: &Element) {
    scroll_to(element);
    let jump = JUMPS.fetch_add(1, Ordering::Relaxed) + 1;
    hold(element.clone(), place_of(element), FRAMES, jump);
}

/// How many jumps there were: the last one counts.
static JUMPS: AtomicU32 = AtomicU32::new(0);

/// Scrolls to an element. In a frame only the frame itself scrolls: browsers
/// would move the site around it too.
fn scroll_to(element: &Element) {
    if browser::is_embed() {
        browser::window().scroll_by_with_x_and_y(0.0, element.get_bounding_client_rect().top());
    } else {
        element.scroll_into_view();
    }
}

/// How far the page is scrolled, and where the element then stands.
fn place_of(element: &Element) -> (f64, f64) {
    (browser::window().scroll_y().unwrap_or_default(), element.get_bounding_client_rect().top())
}

fn hold(element: Element, before: (f64, f64), frames: u32, jump: u32) {
    request_animation_frame(move || {
        if JUMPS.load(Ordering::Relaxed) != jump {
            return;
        }
        let now = place_of(&element);
        let moved = (now.1 - before.1).abs() > 1.0;
        // Where it stands in the page as it did, the reader has gone on. Browsers
        // scroll too, when what is above gets its height, but not always enough.
        if moved && (now.0 + now.1 - before.0 - before.1).abs() < 1.0 {
            return;
        }
        if moved {
            scroll_to(&element);
        }
        if frames > 1 {
            let place = place_of(&element);
            hold(element, place, frames - 1, jump);
        }
    });
}
