//! Who sees little, hears the page, has no mouse, or a narrow screen reaches
//! everything: what axe cannot tell. See `docs/accessibility.md`.

use serde_json::json;
use standing_invitation::data::corpus::Corpus;
use standing_invitation::text;

use crate::axe::open_all;
use crate::engine::Engine;
use crate::expected::expected;
use crate::explorer::Explorer;
use crate::on_the_page as in_any_engine;
use crate::place::served;
use crate::tree::{Node, tree, within};
use crate::webdriver::key;

const VIEWS: [&str; 6] = ["records", "table", "practice", "disagreements", "sources", "method"];
/// The smallest window that WCAG speaks of: one of 1280 by 1024 pixels at 400 %.
const SMALLEST: (i64, i64) = (320, 256);
/// How far the page reaches beyond the window at the side.
const OUTSIDE: &str = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";

/// In browsers that can be told of narrow screens and asked for what they tell
/// screen readers.
fn on_the_page(fragment: &str, test: impl Fn(&Explorer)) {
    if Engine::wanted().into_iter().all(Engine::has_devtools) {
        in_any_engine(fragment, |explorer, _| test(explorer));
    } else {
        println!("not all of these have the protocol to ask: not tested");
    }
}

#[test]
fn landmarks_and_headings_stand_in_order() {
    on_the_page("", |explorer| {
        for view in VIEWS {
            explorer.open(&served().url(&format!("index.html#series=visits&view={view}")));
            let tree = tree(explorer);
            let landmarks = ["banner", "search", "navigation", "main", "complementary", "contentinfo"];
            let found: Vec<&str> =
                tree.iter().map(|it| it.role.as_str()).filter(|it| landmarks.contains(it)).collect();
            assert_eq!(found, landmarks, "in {view}");

            let headings: Vec<&Node> = tree.iter().filter(|it| it.role == "heading").collect();
            assert_eq!(headings.iter().filter(|it| it.level == 1).count(), 1, "in {view}");
            assert_eq!(headings.first().map(|it| it.level), Some(1), "in {view}");
            for pair in headings.windows(2) {
                assert!(pair[1].level <= pair[0].level + 1, "in {view}, {pair:?}");
            }
            assert!(headings.iter().all(|it| !it.name.is_empty()), "in {view}");
            // Whatever has a heading of its own can be gone to by it.
            let regions = tree.iter().filter(|it| it.role == "region");
            assert!(regions.clone().count() >= 3 && regions.clone().all(|it| !it.name.is_empty()));
        }
    });
}

/// What is filtered away, and the views that are closed, stay laid out in the browser:
/// screen readers are told of neither, wherever the reader came from.
#[test]
fn what_is_hidden_is_told_to_nobody() {
    let open = "view => {
        const articles = document.querySelectorAll(`#${view} article:not([hidden])`);
        return [document.getElementById(`${view}-heading`).textContent, articles.length];
    }";
    on_the_page("series=visits", |explorer| {
        let name = |view| explorer.read(open, json!([view]))[0].take();
        let names = VIEWS.map(name);
        for view in ["table", "disagreements", "records", "table", "records"] {
            explorer.click(&format!(".views a[href$='#{view}']"));
            explorer.becomes("view => document.getElementById(view).hidden", json!([view]), false);
            explorer.is_whole();
            let tree = tree(explorer);
            let regions = tree.iter().filter(|it| it.role == "region").map(|it| json!(it.name));
            let views: Vec<_> = regions.filter(|name| names.contains(name)).collect();
            let articles = tree.iter().filter(|it| it.role == "article").count();
            let shown = explorer.read(open, json!([view]));
            assert_eq!(json!([views, articles]), json!([[shown[0]], shown[1]]), "in {view}");
        }
        let found = "() => document.querySelectorAll('.record:not([hidden])').length";
        assert_eq!(explorer.read(found, json!([])), expected("series=visits").count(), "of all records");
    });
}

#[test]
fn the_drawing_is_one_group_of_named_records() {
    on_the_page("", |explorer| {
        let tree = tree(explorer);
        let drawing = within(&tree, "group", text::DRAWING);
        assert_eq!(drawing[0].description, text::DRAWING_KEYS);

        let drawn = "() => [...document.querySelectorAll('[data-timeline] [data-mark]')]
            .filter(it => it.checkVisibility({ visibilityProperty: true }))
            .map(it => document.querySelector(`article[id='${it.dataset.mark}'] h3`).textContent)";
        let titles = explorer.read(drawn, json!([]));
        let corpus = Corpus::embedded();
        let is_title = |name: &str| corpus.records.iter().any(|it| it.title == name);
        let named = |role: &str| -> Vec<&str> {
            drawing.iter().filter(|it| it.role == role).map(|it| it.name.as_str()).collect()
        };
        assert_eq!(json!(named("link")), titles, "marks are called as their records");
        let counts = named("button");
        assert!(counts.len() > 20, "{counts:?}");
        for name in counts {
            // One that stands for a single record is called as that.
            let says = name.split_once(" records").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
            assert!(says || is_title(name), "{name}");
        }
        // Nothing else of it can be pointed at, and none is without a name.
        let others: Vec<&Node> = drawing
            .iter()
            .filter(|it| ["graphics-symbol", "image", "img", "graphics-object"].contains(&it.role.as_str()))
            .collect();
        assert!(others.is_empty(), "{others:?}");
    });
}

/// Whoever does not see the drawing misses nothing: what it shows of a record,
/// when it was, how it stood and whether the sources differ, the list says.
#[test]
fn the_list_says_what_the_drawing_shows() {
    on_the_page("", |explorer| {
        let missing = "() => [...document.querySelectorAll('[data-timeline] [data-mark]')].filter(mark => {
            const record = document.getElementById(mark.dataset.mark);
            const says = css => record.querySelector('.meta ' + css)?.textContent.trim();
            const differs = mark.querySelector('.label')?.textContent.startsWith('‡');
            return !says('.when') || !says('[data-status]') || differs && !says('.differs');
        }).map(it => it.dataset.mark)";
        assert_eq!(explorer.read(missing, json!([])), json!([]));
        let differing = "() => document.querySelectorAll('.record .meta .differs').length";
        assert!(explorer.read(differing, json!([])).as_u64() > Some(50));
    });
}

/// What is said by itself is how many records there are, and how many values are
/// left of a filter that is looked through.
#[test]
fn live_regions_say_counts_and_no_more() {
    on_the_page("", |explorer| {
        let live =
            "() => [...document.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live]')]
            .map(it => it.textContent.replace(/\\s+/g, ' ').trim()).filter(it => it)";
        explorer.becomes(live, json!([]), json!(["577 of 577 records"]));
        explorer.choose("series", "visits");
        explorer.becomes(live, json!([]), json!(["28 of 577 records"]));
        explorer.type_into("[data-find]", "tre");
        explorer.becomes(live, json!([]), json!(["28 of 577 records", "2 of 15"]));
        // What a reader opens takes the focus instead, and is read from there.
        explorer.open(&served().url("index.html#series=visits&record=visit-judges-lawyers"));
        explorer.becomes(live, json!([]), json!(["28 of 577 records"]));
    });
}

/// What has the focus: what it is, whether a reader sees any of it, and whether
/// it looks as if it had.
const FOCUSED: &str = "() => {
    const at = document.activeElement;
    if (!at || at === document.body) return ['page', true, true];
    const shape = at.querySelector('.hit, .edge') ?? (at.matches('g') ? at.querySelector('rect') : at);
    const style = getComputedStyle(shape);
    const box = shape.getBoundingClientRect();
    const places = [];
    for (let x = 0; x <= 10; x++)
        for (let y = 1; y <= 3; y++) places.push([box.left + 1 + (box.width - 2) * x / 10, box.top + box.height * y / 4]);
    const seen = places.some(([x, y]) => {
        const there = document.elementFromPoint(x, y);
        return there && (at.contains(there) || there.contains(at));
    });
    const colour = document.createElement('i');
    document.body.append(colour);
    colour.style.color = 'var(--focus)';
    const focus = getComputedStyle(colour).color;
    colour.remove();
    const outlined = style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 3 && style.outlineColor === focus;
    const stroked = style.stroke === focus && parseFloat(style.strokeWidth) >= 3;
    const name = at.dataset.act ?? at.dataset.edge ?? at.id ?? '';
    // Of a date field, browsers mark the part that has the focus themselves.
    const own = at.type === 'date';
    return [`${at.localName} ${name} ${at.textContent.trim().slice(0, 40)}`, seen, outlined || stroked || own];
}";

/// WCAG 2.4.7, 2.4.11 and 2.4.13: in both directions, under the bar that stays in
/// view on wide screens, in the filters that scroll by themselves, and on the
/// smallest screen.
#[test]
fn the_focus_is_seen_wherever_it_goes() {
    on_the_page("", |explorer| {
        for (width, height, fragment) in [
            (1280, 600, "series=dialogues"),
            (768, 500, "series=dialogues&record=dialogue-eu"),
            (
                768,
                500,
                "series=dialogues~visits~laws~votes~upr~plans~treaties~treaty-bodies&theme=lawyers&q=women",
            ),
            (SMALLEST.0, SMALLEST.1, "series=visits&q=lawyers"),
            (600, 480, "series=visits&embed=1"),
        ] {
            explorer.set_viewport(width, height);
            explorer.open(&served().url(&format!("index.html#{fragment}")));
            open_all(explorer, ".facet:first-child");
            for held in [&[][..], &[key::SHIFT]] {
                let mut stops = 0;
                loop {
                    explorer.press_with(held, &[key::TAB]);
                    let focused = explorer.read(FOCUSED, json!([]));
                    assert_eq!(
                        (&focused[1], &focused[2]),
                        (&json!(true), &json!(true)),
                        "seen and marked, at {width} by {height}, after {stops} stops: {focused}"
                    );
                    if focused[0] == "page" {
                        break;
                    }
                    stops += 1;
                    assert!(stops < 600, "caught at {focused}");
                }
                assert!(stops > 12, "{stops} stops at {width}, #{fragment}");
            }
        }
    });
}

/// WCAG 2.5.8 where axe does not look, as only arrow keys lead there: whatever is
/// smaller than 24 pixels has a circle of 24 pixels for itself.
#[test]
fn marks_are_large_enough_for_fingers() {
    on_the_page("", |explorer| {
        let small = "() => {
            const shown = [...document.querySelectorAll('[data-timeline] :is([data-mark] .hit, [data-cluster] rect), [data-facet]')]
                .map(it => it.getBoundingClientRect()).filter(it => it.width > 0);
            const far = (at, it) => Math.hypot(
                Math.max(it.left - at[0], 0, at[0] - it.right), Math.max(it.top - at[1], 0, at[1] - it.bottom));
            const small = shown.filter(it => it.width < 24 || it.height < 24).filter(it => {
                const middle = [it.left + it.width / 2, it.top + it.height / 2];
                return shown.some(other => other !== it && far(middle, other) < 11.99);
            });
            return [shown.length > 100, small.map(it => it.toJSON())];
        }";
        for (width, fragment) in [(360, ""), (768, "lanes=status"), (1280, ""), (1280, "series=visits")] {
            explorer.set_viewport(width, 800);
            explorer.open(&served().url(&format!("index.html#{fragment}")));
            open_all(explorer, ".facet");
            assert_eq!(explorer.read(small, json!([])), json!([true, []]), "at {width}, #{fragment}");
        }
    });
}

/// WCAG 1.4.10, also on a phone: nothing scrolls in two directions but the tables
/// and what a reader moves through time.
#[test]
fn the_page_fits_the_smallest_window() {
    on_the_page("", |explorer| {
        explorer.set_viewport(SMALLEST.0, SMALLEST.1);
        let pages = VIEWS.map(|view| format!("index.html#view={view}"));
        let more = ["index.html#upr-2013", "index.html#q=zzzz", "index.html#embed=1", "r/upr-2013.html"];
        for page in pages.iter().map(String::as_str).chain(more) {
            if page.starts_with("index") {
                explorer.open(&served().url(page));
            } else {
                explorer.go(&served().url(page));
            }
            assert_eq!(explorer.read(OUTSIDE, json!([])), 0, "{page}");
            let scrolling = "() => [...document.querySelectorAll('body *')]
                .filter(it => !it.closest('[hidden]'))
                .filter(it => it.scrollWidth > it.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(it).overflowX))
                .filter(it => it.clientWidth > 0 && !it.querySelector(':scope > table')).map(it => it.outerHTML.slice(0, 80))";
            assert_eq!(explorer.read(scrolling, json!([])), json!([]), "{page}");
        }
        // The list of keys scrolls within itself, and can be left.
        explorer.open(&served().url("index.html"));
        explorer.click("[data-keys]");
        let fits = "() => {
            const box = document.getElementById('keys').getBoundingClientRect();
            return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
        }";
        explorer.becomes(fits, json!([]), true);
        explorer.click("[data-close]");
    });
}

/// The sign of the calendar covers no digit of the day, on whatever telephone.
#[test]
fn the_day_has_room_on_a_phone() {
    on_the_page("", |explorer| {
        for width in [320, 360, 390, 768] {
            explorer.set_viewport(width, 740);
            explorer.open(&served().url("index.html"));
            let room = "() => {
                const field = document.querySelector('[data-asof]');
                const style = getComputedStyle(field);
                const text = document.createElement('canvas').getContext('2d');
                text.font = style.font;
                // A blank, and the sign, which is as wide as the text is high.
                const needed = text.measureText('11/30/2022').width + parseFloat(style.fontSize);
                return field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - needed >= 0;
            }";
            assert_eq!(explorer.read(room, json!([])), true, "at {width}");
        }
    });
}

/// From every view, not only from that of the records.
#[test]
fn the_skip_link_leads_to_the_records() {
    on_the_page("view=sources", |explorer| {
        // A view that an address asks for has the focus at first.
        explorer.read("() => document.querySelector('.skip').focus()", json!([]));
        explorer.press(&[key::ENTER]);
        explorer.shows("");
        explorer.has_in_view("records");
    });
}

/// What hides a part of itself, but for what only screen readers are told, the
/// drawing, whose names stand in the list too, and the best matches, which begin
/// what the records below them say in full.
const CUT: &str = "() => [...document.querySelectorAll('body *')].filter(it => !it.closest('[hidden]'))
    .filter(it => it.clientWidth > 1 && !it.closest('svg, .timeline, .visually-hidden, .best p'))
    .filter(it => /hidden|clip/.test(getComputedStyle(it).overflow))
    .filter(it => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
    .map(it => it.outerHTML.slice(0, 120))";

/// With these rules of the reader's own, nothing is cut and nothing sticks out.
#[track_caller]
fn nothing_is_cut_with(explorer: &Explorer, rules: &str, widths: &[i64]) {
    let styled = "rules => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = [sheet];
    }";
    for width in widths {
        explorer.set_viewport(*width, 800);
        for fragment in ["upr-2013", "view=table&series=visits", "view=practice", "view=sources", "q=zzzz"] {
            explorer.open(&served().url(&format!("index.html#{fragment}")));
            open_all(explorer, ".facet");
            explorer.read(styled, json!([rules]));
            assert_eq!(explorer.read(OUTSIDE, json!([])), 0, "at {width}, #{fragment}");
            assert_eq!(explorer.read(CUT, json!([])), json!([]), "at {width}, #{fragment}");
        }
    }
}

/// WCAG 1.4.12: the spaces that a reader may ask for.
#[test]
fn text_has_room_for_wider_spaces() {
    on_the_page("", |explorer| {
        let rules = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
            p { margin-block-end: 2em !important; }";
        nothing_is_cut_with(explorer, rules, &[320, 768, 1280]);
    });
}

/// WCAG 1.4.4: text alone, without zoom, as browsers can be told.
#[test]
fn text_can_be_twice_as_large() {
    on_the_page("", |explorer| {
        explorer.devtools("Page.setFontSizes", json!({ "fontSizes": { "standard": 32, "fixed": 26 } }));
        nothing_is_cut_with(explorer, "", &[640, 768, 1280]);
        let size = "() => getComputedStyle(document.documentElement).fontSize";
        assert_eq!(explorer.read(size, json!([])), "32px");
    });
}

/// Where a reader's own colours take the place of ours, the drawing has them too,
/// and what is chosen, known and not known still differs.
#[test]
fn forced_colours_reach_the_drawing() {
    on_the_page("series=visits", |explorer| {
        explorer.set_media(&[("forced-colors", "active")]);
        let colours = "() => {
            const of = (css, part) => getComputedStyle(document.querySelector(css))[part];
            const system = name => {
                const it = document.createElement('i');
                document.body.append(it);
                it.style.color = name;
                const colour = getComputedStyle(it).color;
                it.remove();
                return colour;
            };
            const text = [...document.querySelectorAll('[data-drawn] text')].map(it => getComputedStyle(it).fill);
            return [
                new Set(text).size === 1 && text[0] === system('CanvasText'),
                of('[data-drawn] .mark', 'color') === system('LinkText'),
                of('[data-drawn] .band', 'fill') === system('Canvas'),
                of('[data-drawn] .band', 'stroke') !== 'none',
                of('[data-facet][aria-pressed=true]', 'backgroundColor') === system('Highlight'),
                of('[data-facet][aria-pressed=false]', 'backgroundColor') !== system('Highlight'),
            ];
        }";
        assert_eq!(explorer.read(colours, json!([])), json!([true, true, true, true, true, true]));
    });
}

/// There is nothing to switch off for those whom motion makes ill: whatever one
/// does, nothing moves by itself.
#[test]
fn nothing_moves_by_itself() {
    on_the_page("", |explorer| {
        explorer.press_tool("zoom-in");
        let zoomed = explorer.moved_on_from("");
        explorer.choose("series", "visits");
        explorer.moved_on_from(&zoomed);
        let moving = "() => [
            document.getAnimations().length,
            [...document.querySelectorAll('*')].filter(it => {
                const style = getComputedStyle(it);
                return style.transitionDuration !== '0s' || style.animationName !== 'none' || style.scrollBehavior !== 'auto';
            }).length,
            document.querySelectorAll('animate, animateTransform, marquee, video, audio').length,
        ]";
        assert_eq!(explorer.read(moving, json!([])), json!([0, 0, 0]));
    });
}

/// Chinese is read out as Chinese, and what programs read as a date is one.
#[test]
fn languages_and_dates_are_told_to_programs() {
    on_the_page("", |explorer| {
        let found = "() => {
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            let chinese = 0;
            const untold = [];
            while (texts.nextNode()) {
                const node = texts.currentNode;
                if (!/\\p{Script=Han}/u.test(node.data) || node.parentNode.closest('script, style')) continue;
                chinese++;
                if (!node.parentNode.closest('[lang]').lang.startsWith('zh')) untold.push(node.data);
            }
            const times = [...document.querySelectorAll('time')].map(it => it.getAttribute('datetime'));
            const valid = it => /^\\d{4}-\\d{2}(-\\d{2})?$/.test(it) && !isNaN(Date.parse(it));
            return [document.documentElement.lang, chinese > 5, untold, times.length > 500, times.filter(it => !valid(it))];
        }";
        assert_eq!(explorer.read(found, json!([])), json!(["en-GB", true, [], true, []]));
    });
}
