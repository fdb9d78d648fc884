//! What stands below the timelines: the list, where the sources disagree, what
//! the sources are, and how this was made.

use serde_json::json;
use standing_invitation::query::View;

use crate::expected::{dataset, expected};
use crate::explorer::Explorer;
use crate::on_the_page;

/// The views that are drawn.
const SHOWN: &str = "() => [...document.querySelectorAll('[data-view]')]
    .filter(it => it.getClientRects().length > 0).map(it => it.id)";
/// The disagreements that are drawn.
const DIFFERENCES: &str = "() => [...document.querySelectorAll('article.differ')]
    .filter(it => it.getClientRects().length > 0).map(it => it.id)";
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
