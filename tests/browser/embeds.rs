//! The page in articles of others: each kind of site that frames it, with what
//! such a site does to what it holds. The sites stand in `hosts/`.

use serde_json::{Value, json};

use crate::expected::{dataset, expected, shortest};
use crate::explorer::Explorer;
use crate::in_each_engine;
use crate::place::{Folder, served};

const CHOSEN: &str = "pick=visit-health~visit-judges-lawyers~treaty-cedaw";
const FRAME: &str = "id => document.getElementById(id).shadowRoot?.querySelector('iframe')";
const TOLD: &str = "() => window.told.at(-1) ?? null";
const COUNT: &str = "() => Number(document.querySelector('[data-count]').dataset.count)";
const LINE: &str = "() => document.querySelector('.shown').innerText.replace(/\\s+/g, ' ').trim()";
const LISTED: &str = "() => [...document.querySelectorAll('[data-record]')]
    .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.id)";
/// What is said of where it is from, and whether a reader sees it without scrolling.
const CREDIT: &str = "() => {
    const credit = document.querySelector('footer .version');
    const box = credit.getBoundingClientRect();
    const seen = document.elementFromPoint(box.left + 5, box.top + 5);
    return [box.top >= 0 && box.bottom <= innerHeight && credit.contains(seen), credit.innerText.replace(/\\s+/g, ' ').trim()];
}";
/// Calls a function as a script of the site: where one of a driver is not quite
/// that, it cannot forge a message from a frame.
const IN_THE_SITE: &str = "text => window.eval(`(${text})()`)";
const OUTSIDE: &str = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";

/// A site on a server of its own, in a fresh browser of each engine. It complains
/// of nothing afterwards, and has its address and its history for itself.
fn at_the_site(name: &str, test: impl Fn(&Explorer)) {
    at_the_site_of(name, (1280, 900), test);
}

fn at_the_site_of(name: &str, (width, height): (i64, i64), test: impl Fn(&Explorer)) {
    let file = format!("{}/tests/browser/hosts/{name}.html", env!("CARGO_MANIFEST_DIR"));
    let html = std::fs::read_to_string(file).expect("a site of the tests");
    let version = standing_invitation::data::corpus::Corpus::embedded().about.version;
    let html = html.replace("RELEASE", &served().url("")).replace("VERSION", &version);
    // Packed once, which takes longer than browsers wait where much else is going on.
    for path in ["index.html".to_string(), format!("v/{version}/")] {
        let asked = ureq::get(served().url(&path)).header("Accept-Encoding", "br").call();
        assert!(asked.is_ok(), "{path} is served");
    }
    let site = Folder::new().with("site.html", &html);
    let server = site.served();
    in_each_engine(|explorer| {
        if width < explorer.engine.narrowest() {
            println!("{:?} cannot be {width} pixels wide: not tested there", explorer.engine);
            return;
        }
        explorer.set_viewport(width, height);
        let address = server.url("site.html");
        explorer.go(&address);
        let history_length = explorer.history_length();
        test(explorer);
        explorer.leave_frames();
        assert_eq!(explorer.address(), address);
        assert_eq!(explorer.history_length(), history_length, "the history is the site's");
        explorer.is_clean();
    });
}

/// Looks into the frame of an element, once it is ready.
#[track_caller]
fn enter(explorer: &Explorer, id: &str) {
    explorer.leave_frames();
    explorer.becomes(
        "id => document.getElementById(id).shadowRoot?.querySelector('iframe') !== null",
        json!([id]),
        true,
    );
    explorer.read("id => document.getElementById(id).scrollIntoView()", json!([id]));
    // Before it has spoken, another document may stand in the frame.
    explorer.becomes("id => Number.isInteger(document.getElementById(id).count)", json!([id]), true);
    explorer.enter_frame_of(FRAME, json!([id]));
    explorer.is_ready();
}

#[track_caller]
fn read(explorer: &Explorer, function: &str) -> Value {
    explorer.read(function, json!([]))
}

/// What the element says is the same as what the page shows, and the frame is as
/// high as the page.
#[track_caller]
fn agrees(explorer: &Explorer, id: &str) {
    enter(explorer, id);
    let height = read(explorer, "() => Math.ceil(document.documentElement.getBoundingClientRect().height)");
    let count = read(explorer, COUNT);
    explorer.leave_frames();
    explorer.becomes("id => document.getElementById(id).count", json!([id]), count);
    explorer.becomes(
        "id => document.getElementById(id).shadowRoot.querySelector('iframe').clientHeight",
        json!([id]),
        height,
    );
}

#[test]
fn in_a_blog_it_shows_what_the_blog_chose_and_says_so() {
    at_the_site("wordpress", |explorer| {
        agrees(explorer, "embed");
        let all = dataset().records.len();
        assert_eq!(read(explorer, TOLD), json!(["embed", shortest(CHOSEN), 3, all]));
        let frame = "id => ['title', 'loading', 'referrerpolicy', 'sandbox']
            .map(it => document.getElementById(id).shadowRoot.querySelector('iframe').getAttribute(it))";
        assert_eq!(
            explorer.read(frame, json!(["embed"])),
            json!([
                "Two visits <b>and a treaty</b>",
                "lazy",
                "no-referrer",
                "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
            ])
        );
        // Not even by the stylesheet of the blog.
        let wide = "() => { const it = document.getElementById('embed'); return it.shadowRoot.firstElementChild.clientWidth === it.clientWidth; }";
        assert_eq!(read(explorer, wide), true);

        enter(explorer, "embed");
        assert_eq!(
            read(explorer, LINE),
            format!("3 of {all} records, chosen by this site Title by this site. Share, cite, download")
        );
        assert_eq!(
            read(explorer, "() => document.querySelector('h1').textContent"),
            "Two visits <b>and a treaty</b>"
        );
        assert_eq!(read(explorer, LISTED), json!(expected(CHOSEN).listed()));
        let lanes = "() => [...document.querySelectorAll('[data-timeline] .lane-label')].filter(it => it.checkVisibility({ visibilityProperty: true })).length";
        assert_eq!(read(explorer, lanes), 2, "no lane without anything");
        let chrome = "() => ['.brand', '.lede', '[type=search]', '[data-asof]', '#summary', '.views', '#facets', '[data-overview]', '.about']
            .filter(it => document.querySelector(it).checkVisibility({ visibilityProperty: true }))";
        assert_eq!(read(explorer, chrome), json!([]));
        assert_eq!(read(explorer, OUTSIDE), 0);
        explorer.is_clean();
    });
}

#[test]
fn its_choice_can_be_read_but_not_lost() {
    at_the_site("wordpress", |explorer| {
        enter(explorer, "embed");
        let chosen = read(explorer, LISTED);
        explorer.click("#visit-health h3 a");
        explorer.becomes("() => document.querySelector('[data-open]')?.id", json!([]), "visit-health");
        // The open record stands first, right below the drawing.
        let first = "() => [...document.querySelectorAll('[data-record]')].filter(it => it.checkVisibility({ visibilityProperty: true }))
            .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0].id";
        explorer.becomes(first, json!([]), "visit-health");
        explorer.click("[data-act=zoom-in]");
        explorer.changes(COUNT, json!([]), 99);
        assert_eq!(read(explorer, "() => document.querySelector('[data-clear]').hidden"), false);
        explorer.click("[data-clear]");
        explorer.becomes(LISTED, json!([]), chosen);
        let link = read(
            explorer,
            "() => { const link = document.querySelector('[data-full]'); return [link.hash, link.target, link.rel]; }",
        );
        let ids: Vec<_> = expected(CHOSEN).listed();
        assert_eq!(
            link,
            json!([format!("#record=visit-health&pick={}", ids.join("~")), "_blank", "noopener"])
        );
        explorer.becomes("() => document.querySelector('base')?.target", json!([]), "_blank");
        agrees(explorer, "embed");
    });
}

#[test]
fn it_follows_the_attributes_and_the_property_of_its_element() {
    at_the_site("wordpress", |explorer| {
        agrees(explorer, "embed");
        explorer.read("() => { const { dataset } = embed; dataset.any = 'thing'; embed.removeAttribute('pick'); embed.setAttribute('series', 'visits'); }", json!([]));
        explorer.becomes("() => embed.count", json!([]), expected("series=visits").count());
        agrees(explorer, "embed");
        explorer.read("() => { embed.query = '#series=treaties&theme=women'; }", json!([]));
        explorer.becomes("() => embed.count", json!([]), expected("series=treaties&theme=women").count());
        assert_eq!(read(explorer, TOLD)[1], "series=treaties&theme=women");
        enter(explorer, "embed");
        assert_eq!(
            read(explorer, "() => document.querySelector('h1').textContent"),
            "Two visits <b>and a treaty</b>"
        );
        // And the other way: what the reader does is told.
        explorer.click("[data-drop]");
        explorer.leave_frames();
        explorer.becomes("() => embed.query.startsWith('series=treaties&theme')", json!([]), false);
        agrees(explorer, "embed");
    });
}

#[test]
fn only_the_site_and_its_own_frame_are_heard() {
    at_the_site("wordpress", |explorer| {
        agrees(explorer, "embed");
        let before = read(explorer, "() => [embed.query, embed.count, told.length]");
        let forged = "() => {
            const good = ['standing-invitation', 'shows', 'q=forged', 1, 577, 5000];
            postMessage(good, '*');
            const frame = document.body.appendChild(document.createElement('iframe'));
            frame.contentWindow.eval(`parent.postMessage(${JSON.stringify(good)}, '*')`);
            frame.remove();
        }";
        explorer.read(IN_THE_SITE, json!([forged]));
        // What a page in the frame might say that is none of ours.
        let junk = "() => {
            const name = 'standing-invitation', good = [name, 'shows', 'q=forged', 1, 577, 5000];
            const but = (place, value) => good.with(place, value);
            for (const data of [null, 7, 'shows', {}, [], { ...good }, but(0, 'other'), but(1, 'show'), but(2, 7),
                but(2, 'q'.repeat(9000)), but(3, -1), but(3, 578), but(5, '5000'), but(5, NaN)])
                parent.postMessage(data, '*');
            parent.postMessage('last', '*');
        }";
        read(explorer, "() => addEventListener('message', ({ data }) => { window.heard = data; })");
        enter(explorer, "embed");
        read(explorer, junk);
        explorer.leave_frames();
        explorer.becomes("() => window.heard", json!([]), "last");
        assert_eq!(read(explorer, "() => [embed.query, embed.count, told.length]"), before);
        // A height is taken within bounds.
        let heights = "() => {
            window.heights = [];
            const frame = embed.shadowRoot.querySelector('iframe');
            addEventListener('message', () => heights.push(frame.clientHeight));
            return [embed.query, embed.count];
        }";
        let shown = read(explorer, heights);
        enter(explorer, "embed");
        let say = "(query, count) => {
            for (const height of [1e9, 0]) parent.postMessage(['standing-invitation', 'shows', query, count, 577, height], '*');
        }";
        explorer.read(say, json!([shown[0], shown[1]]));
        explorer.leave_frames();
        explorer.becomes("() => [6000, 160].every(it => heights.includes(it))", json!([]), true);

        // What the frame is told by others, and what is no question.
        let asked = "() => {
            const frame = embed.shadowRoot.querySelector('iframe').contentWindow;
            const name = 'standing-invitation';
            for (const data of [null, 7, 'show', {}, [], [name], [name, 'show'], [name, 'shows', 'q=a'], [name, 'show', 7],
                [name, 'show', 'q=' + 'a'.repeat(9000)], [name, 'show', {}], ['other', 'show', 'q=a'], { 0: name, 1: 'show' }])
                frame.postMessage(data, '*');
        }";
        read(explorer, asked);
        enter(explorer, "embed");
        read(explorer, "() => postMessage(['standing-invitation', 'show', 'series=treaties'], '*')");
        explorer.leave_frames();
        read(explorer, "() => { embed.query = 'q=%3Cimg+src=x%3E&series=nope&embed=0&paper=url(x)'; }");
        explorer.becomes("() => embed.count", json!([]), 0);
        let queries = read(explorer, "() => told.slice(1).map(it => it[1])");
        assert_eq!(queries.as_array().map(Vec::len), Some(1), "{queries}");
        explorer.enter_frame_of(FRAME, json!(["embed"]));
        assert_eq!(
            read(
                explorer,
                "() => [document.images.length, document.documentElement.hasAttribute('data-embed')]"
            ),
            json!([0, true])
        );
        explorer.is_clean();
    });
}

#[test]
fn it_takes_neither_the_focus_nor_the_wheel() {
    at_the_site("wordpress", |explorer| {
        explorer.click("input");
        read(explorer, "() => { embed.setAttribute('record', 'visit-health'); }");
        explorer.becomes("() => embed.query.includes('record=visit-health')", json!([]), true);
        read(explorer, "() => { embed.removeAttribute('record'); }");
        explorer.becomes("() => embed.query.includes('record=visit-health')", json!([]), false);
        assert_eq!(read(explorer, "() => document.activeElement.localName"), "input");

        agrees(explorer, "embed");
        read(explorer, "() => scrollTo(0, 0)");
        let at = "() => { const box = embed.getBoundingClientRect(); return [box.left + box.width / 2, Math.min(box.top + 200, innerHeight - 50)].map(Math.round); }";
        let at = read(explorer, at);
        let at = (at[0].as_i64().unwrap_or_default(), at[1].as_i64().unwrap_or_default());
        if explorer.engine.has_wheel() {
            explorer.wheel(at, 120);
            explorer.becomes("() => scrollY > 0", json!([]), true);
        }
    });
}

#[test]
fn under_a_strict_policy_it_works() {
    at_the_site("strict", |explorer| {
        agrees(explorer, "embed");
        enter(explorer, "embed");
        explorer.becomes(COUNT, json!([]), expected("series=visits").count());
        let dark = "() => [document.documentElement.dataset.scheme, getComputedStyle(document.documentElement).backgroundColor]";
        assert_eq!(read(explorer, dark), json!(["dark", "rgb(23, 22, 20)"]));
        explorer.is_clean();
    });
}

/// The frame alone, 480 pixels high.
#[test]
fn without_a_script_of_the_site_it_can_be_used() {
    for width in [700, 360] {
        at_the_site_of("plain", (width, 900), |explorer| {
            explorer.enter_frame("iframe");
            explorer.is_ready();
            explorer.becomes(
                LINE,
                json!([]),
                format!("3 of {} records, chosen by this site Share", dataset().records.len()),
            );
            let credit = read(explorer, CREDIT);
            assert_eq!(credit[0], true, "{credit}");
            for part in ["Standing Invitation", "nothing after November 2022", "Open the full page"] {
                assert!(credit[1].as_str().unwrap_or("").contains(part), "{credit}");
            }
            // The drawing is in view, whole.
            let box_of_drawing = "() => { const box = document.querySelector('[data-timeline]').getBoundingClientRect(); return box.bottom < innerHeight - 40; }";
            assert_eq!(read(explorer, box_of_drawing), true);
            assert_eq!(read(explorer, OUTSIDE), 0, "at {width}");
            // A mark opens its record, which comes into view in the frame.
            explorer.open_mark("visit-health");
            explorer.shows_open("visit-health");
            assert_eq!(read(explorer, CREDIT)[0], true);
            explorer.leave_frames();
            assert_eq!(read(explorer, "() => scrollY"), 0);
        });
    }
}

#[test]
fn three_on_one_page_keep_to_themselves() {
    at_the_site("three", |explorer| {
        for (id, fragment) in
            [("visits", "series=visits"), ("treaties", "series=treaties"), ("frozen", "body.all=sr-torture")]
        {
            enter(explorer, id);
            explorer.leave_frames();
            explorer.becomes(
                "id => document.getElementById(id).count",
                json!([id]),
                expected(fragment).count(),
            );
            // The height was given.
            assert_eq!(explorer.read("id => document.getElementById(id).clientHeight", json!([id])), 300);
        }
        read(explorer, "() => { visits.query = 'series=visits&q=lawyers'; }");
        explorer.becomes("() => visits.count", json!([]), expected("series=visits&q=lawyers").count());
        assert_eq!(
            read(explorer, "() => [treaties.count, frozen.count]"),
            json!([expected("series=treaties").count(), expected("body.all=sr-torture").count()])
        );
        let frozen = read(explorer, "() => frozen.shadowRoot.querySelector('iframe').src");
        assert!(frozen.as_str().unwrap_or("").contains("/v/"), "{frozen}");

        // The colours of the site, in a stylesheet of the page's own making.
        enter(explorer, "treaties");
        let colours = "() => {
            const of = (css, property) => getComputedStyle(document.querySelector(css))[property];
            return [of('html', 'backgroundColor'), of('h1', 'color'), of('[data-full]', 'color')];
        }";
        assert_eq!(
            read(explorer, colours),
            json!(["rgb(253, 246, 227)", "rgb(51, 51, 51)", "rgb(170, 0, 0)"])
        );
        explorer.is_clean();
    });
}

#[test]
fn in_a_tab_shown_later_it_is_drawn_then() {
    at_the_site("tabs", |explorer| {
        let drawn = "() => {
            const drawing = document.querySelector('[data-timeline] > :not([hidden]) svg') ?? document.querySelector('[data-timeline] > [data-drawn] svg');
            return drawing.getBoundingClientRect().width > 500 && document.querySelectorAll('[data-mark]').length > 5;
        }";
        explorer.click("button");
        agrees(explorer, "embed");
        enter(explorer, "embed");
        explorer.becomes(drawn, json!([]), true);
        explorer.leave_frames();
        explorer.enter_frame("#plain");
        explorer.is_ready();
        explorer.becomes(drawn, json!([]), true);
        // And again, after it was hidden.
        explorer.leave_frames();
        read(explorer, "() => { panel.hidden = true; }");
        read(explorer, "() => { embed.setAttribute('series', 'treaties'); }");
        explorer.click("button");
        explorer.becomes("() => embed.count", json!([]), expected("series=treaties").count());
        agrees(explorer, "embed");
    });
}

#[test]
fn from_right_to_left_and_on_a_phone_nothing_sticks_out() {
    for width in [1280, 360] {
        at_the_site_of("rtl", (width, 740), |explorer| {
            agrees(explorer, "embed");
            explorer.leave_frames();
            assert_eq!(read(explorer, OUTSIDE), 0, "the site at {width}");
            enter(explorer, "embed");
            assert_eq!(read(explorer, OUTSIDE), 0, "the frame at {width}");
            explorer.becomes(COUNT, json!([]), expected("series=visits~treaties&from=1995").count());
            assert_eq!(read(explorer, "() => document.querySelector('h1').textContent"), "زيارات ومعاهدات");
        });
    }
}

/// In a frame everything that is shown is laid out at once, and nothing that is not.
#[test]
fn what_is_filtered_away_takes_no_room() {
    let server = served();
    in_each_engine(|explorer| {
        for (view, kind) in [("records", ".record"), ("disagreements", ".differ")] {
            explorer.open(&server.url(&format!("index.html#series=visits&view={view}&embed=1")));
            explorer.becomes("() => document.documentElement.dataset.ready", json!([]), "");
            let heights =
                "css => [':not([hidden])', '[hidden]'].map(it => [...document.querySelectorAll(css + it)]
                .map(it => it.getBoundingClientRect().height > 0)).map(it => [...new Set(it)])";
            explorer.becomes(heights, json!([kind]), json!([[true], [false]]));
        }
    });
}

/// The address of a copy says nothing of the site that it was saved from.
#[test]
fn saved_in_the_colours_of_a_site_it_has_its_own_again() {
    let server = served();
    in_each_engine(|explorer| {
        let colours = "() => [document.documentElement.hasAttribute('data-colours'), document.documentElement.hasAttribute('data-embed')]";
        explorer.open(&server.url("index.html#embed=1&paper=f4ecd8&ink=40301a"));
        explorer.becomes(colours, json!([]), json!([true, true]));
        let folder = Folder::new().with("copy.html", &explorer.document());
        explorer.open(&folder.address("copy.html"));
        explorer.becomes(colours, json!([]), json!([false, false]));
    });
}

/// Not compared with anything: for whoever wants to see what an article shows.
#[test]
fn pictures_are_made() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    std::fs::create_dir_all(&folder).expect("target/ is writable");
    let server = served();
    in_each_engine(|explorer| {
        for (name, fragment) in [
            ("visits", "series=visits&embed=1"),
            ("chosen", &format!("{CHOSEN}&record=visit-health&embed=1&title=Two+visits+and+a+treaty")),
            ("all", "asof=2010&embed=1"),
            ("table", "series=votes&view=table&embed=1"),
            ("colours", "series=visits&embed=1&paper=f4ecd8&ink=40301a&accent=9a1b1b"),
        ] {
            for (width, scheme) in [(700, "light"), (360, "light"), (700, "dark"), (360, "dark")] {
                if width < explorer.engine.narrowest() {
                    continue;
                }
                explorer.set_viewport(width, 480);
                explorer.open(&server.url(&format!("index.html#{fragment}&scheme={scheme}")));
                let engine = format!("{:?}", explorer.engine).to_lowercase();
                let file = folder.join(format!("embed-{engine}-{width}-{scheme}-{name}.png"));
                std::fs::write(&file, explorer.screenshot()).expect("target/ is writable");
                assert_eq!(read(explorer, OUTSIDE), 0, "{}", file.display());
                assert_eq!(read(explorer, CREDIT)[0], true, "{}", file.display());
            }
        }
    });
}
