//! What stands below the timelines: the list, where the sources disagree, what
//! the sources are, and how this was made.

use serde_json::json;
use standing_invitation::query::View;

use crate::expected::{dataset, expected};
use crate::explorer::Explorer;
use crate::on_the_page;
use crate::webdriver::key;

/// The views that are drawn.
const SHOWN: &str = "() => [...document.querySelectorAll('[data-view]')]
    .filter(it => it.getBoundingClientRect().height > 0).map(it => it.id)";
/// The disagreements that are drawn.
const DIFFERENCES: &str = "() => [...document.querySelectorAll('article.differ')]
    .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.id)";
/// The view that the links say is the present one.
const CURRENT: &str = "() => [...document.querySelectorAll('.views [aria-current]')].map(it => it.hash)";

#[track_caller]
fn shows_view(explorer: &Explorer, view: View) {
    explorer.becomes(SHOWN, json!([]), json!([view.key()]));
    explorer.becomes(CURRENT, json!([]), json!([format!("#{}", view.key())]));
}

/// The ids of the disagreements that concern what the fragment yields.
fn concerned(fragment: &str) -> Vec<&'static str> {
    let listed = expected(fragment).listed();
    let disagreements = dataset().disagreements.iter();
    let concerned = disagreements.filter(|it| {
        it.records.iter().any(|record| listed.contains(&dataset().records[*record as usize].id.as_str()))
    });
    concerned.map(|it| it.id.as_str()).collect()
}

#[test]
fn a_view_is_a_choice_that_stands_in_the_address() {
    on_the_page("series=visits", |explorer, _| {
        shows_view(explorer, View::Records);
        for view in [View::Disagreements, View::Sources, View::Method] {
            explorer.click(&format!(".views a[href='#{}']", view.key()));
            explorer.has_fragment(&format!("series=visits&view={}", view.key()));
            shows_view(explorer, view);
            explorer.has_in_view(view.key());
        }
        explorer.back();
        shows_view(explorer, View::Sources);
        explorer.click(".views a[href='#records']");
        explorer.shows("series=visits");
        shows_view(explorer, View::Records);
    });
}

#[test]
fn disagreements_follow_the_query() {
    let all = concerned("");
    assert_eq!(all.len(), dataset().disagreements.len());
    for fragment in ["series=visits", "disagreement=fact&source=cshrs-2021", "q=zzzz"] {
        let some = concerned(fragment);
        assert!(some.len() < all.len(), "{fragment}");
        on_the_page(&format!("{fragment}&view=disagreements"), |explorer, _| {
            explorer.becomes(DIFFERENCES, json!([]), json!(some));
            explorer.click("[data-clear]");
            explorer.becomes(DIFFERENCES, json!([]), json!(all));
        });
    }
}

#[test]
fn a_disagreement_has_an_address_and_leads_to_its_records_and_back() {
    let differ = &dataset().disagreements[0];
    let record = &dataset().records[differ.records[0] as usize].id;
    on_the_page(&differ.id, |explorer, _| {
        shows_view(explorer, View::Disagreements);
        explorer.has_in_view(&differ.id);
        explorer.click(&format!("#{} .says a", differ.id));
        shows_view(explorer, View::Records);
        explorer.back();
        explorer.has_fragment(&differ.id);
        shows_view(explorer, View::Disagreements);
    });
    on_the_page(record, |explorer, _| {
        explorer.shows_open(record);
        explorer.click(&format!("[id='{record}'] a.differs"));
        shows_view(explorer, View::Disagreements);
        explorer.click(".views a[href='#records']");
        shows_view(explorer, View::Records);
    });
}

#[test]
fn a_link_to_a_source_opens_its_view() {
    on_the_page("visit-judges-lawyers", |explorer, _| {
        explorer.click("[id=visit-judges-lawyers] h5 a");
        shows_view(explorer, View::Sources);
        explorer.has_in_view("source-hric-2016");
    });
}

/// Addresses that somebody copied from a page without script, or was sent.
#[test]
fn what_has_an_id_has_an_address() {
    on_the_page("", |explorer, server| {
        let claim =
            explorer.read("() => document.querySelector('.claim[id]:not(:first-child)').id", json!([]));
        let claim = claim.as_str().expect("a claim with an id").to_string();
        for (id, view) in [
            ("source-whitepaper-2017", View::Sources),
            ("people", View::Method),
            ("disagreements", View::Disagreements),
            (claim.as_str(), View::Records),
        ] {
            explorer.open(&server.url(&format!("index.html#{id}")));
            shows_view(explorer, view);
            explorer.has_in_view(id);
        }
        // The same for an address that changes on an open page. What it led to
        // is shown once: a choice made later moves nothing.
        explorer.read("() => { location.hash = '#source-whitepaper-2017'; }", json!([]));
        shows_view(explorer, View::Sources);
        explorer.has_in_view("source-whitepaper-2017");
        let top =
            "() => Math.round(document.getElementById('source-whitepaper-2017').getBoundingClientRect().top)";
        let before = explorer.read(top, json!([])).as_i64().expect("a place");
        // Not by the driver's own click, which may scroll to where it clicks.
        explorer.read(
            "() => document.querySelector('[data-facet=status][data-value=visited]').click()",
            json!([]),
        );
        explorer.has_fragment("status=visited&view=sources");
        // The line of what is chosen may have become a little higher.
        let after = explorer.read(top, json!([])).as_i64().expect("a place");
        assert!((after - before).abs() < 40, "from {before} to {after}");
    });
}

#[test]
fn escape_closes_what_is_open_in_the_present_view_only() {
    on_the_page("visit-judges-lawyers", |explorer, _| {
        explorer.click(".views a[href='#sources']");
        shows_view(explorer, View::Sources);
        explorer.press(&[key::ESCAPE]);
        shows_view(explorer, View::Sources);
        explorer.has_fragment("record=visit-judges-lawyers&view=sources");
        explorer.click(".views a[href='#records']");
        explorer.shows("visit-judges-lawyers");
        explorer.press(&[key::ESCAPE]);
        explorer.shows("");
    });
    let differ = &dataset().disagreements[1].id;
    on_the_page(differ, |explorer, _| {
        explorer.has_in_view(differ);
        explorer.press(&[key::ESCAPE]);
        explorer.has_fragment("view=disagreements");
        explorer.becomes("() => document.querySelectorAll('[data-open]').length", json!([]), 0);
    });
}

#[test]
fn links_take_the_focus_along_whatever_is_filtered() {
    on_the_page("series=visits", |explorer, _| {
        let focused = "() => document.activeElement.id";
        explorer.press(&[key::TAB, key::ENTER]);
        explorer.becomes(focused, json!([]), "records");
        explorer.click(".views a[href='#disagreements']");
        explorer.becomes(focused, json!([]), "disagreements");
    });
}

#[test]
fn an_empty_view_says_so() {
    on_the_page("q=zzzz&view=disagreements", |explorer, _| {
        let said = "() => [...document.querySelectorAll('[data-nothing]')]
            .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.closest('[data-view]').id)";
        explorer.becomes(said, json!([]), json!(["disagreements"]));
        explorer.click(".views a[href='#records']");
        explorer.becomes(said, json!([]), json!(["records"]));
    });
}

/// A link out may end in what is an id of this page.
#[test]
fn links_out_are_left_alone() {
    on_the_page("", |explorer, _| {
        let prevented = "() => {
            const link = document.createElement('a');
            link.href = 'https://example.org/report#method';
            link.rel = 'noopener noreferrer';
            document.querySelector('#records').append(link);
            const click = new MouseEvent('click', { bubbles: true, cancelable: true });
            addEventListener('click', event => event.preventDefault(), { once: true });
            const taken = [];
            document.addEventListener('click', event => taken.push(event.defaultPrevented), { once: true });
            link.dispatchEvent(click);
            link.remove();
            return taken;
        }";
        assert_eq!(explorer.read(prevented, json!([])), json!([false]));
        shows_view(explorer, View::Records);
    });
}
