//! The summary strip, the as-of day, and promise and practice.

use serde_json::{Value, json};
use standing_invitation::data::Part;
use standing_invitation::query::as_of::{last_day_of, months};
use standing_invitation::query::{Query, url};
use standing_invitation::text;

use crate::expected::{dataset, expected};
use crate::explorer::Explorer;
use crate::on_the_page;
use crate::webdriver::key;

/// The links of the strip that are drawn and lead to a query: number and address.
const NUMBERS: &str = "() => [...document.querySelectorAll('#summary a[href*=\"=\"]')]
    .filter(it => it.checkVisibility({ visibilityProperty: true }))
    .map(it => [it.querySelector('strong').textContent, it.getAttribute('href')])";
/// What the slider says in words.
const SAID: &str = "() => document.querySelector('[data-month]').getAttribute('aria-valuetext')";

/// The numbers that the strip must show as of the day of a fragment.
fn numbers(fragment: &str) -> Value {
    let dataset = dataset();
    let query = url::parse(dataset, fragment);
    let mut numbers = Vec::new();
    for (finding, found) in dataset.findings.iter().zip(dataset.found(query.as_of(dataset))) {
        for part in Part::ALL.into_iter().filter(|part| found.shows(*part)) {
            let leads_to = Query::of_finding(dataset, finding, part, query.as_of);
            numbers.push((found.count(part).to_string(), format!("#{}", url::write(dataset, &leads_to))));
        }
    }
    let differing = Query::of_disagreements(query.as_of);
    numbers.push((dataset.disagreements.len().to_string(), format!("#{}", url::write(dataset, &differing))));
    json!(numbers)
}

#[test]
fn the_strip_tells_the_as_of_day_and_each_number_leads_to_as_many_records() {
    on_the_page("", |explorer, server| {
        explorer.becomes(NUMBERS, json!([]), numbers(""));
        for fragment in ["asof=2014-06", "asof=2017"] {
            explorer.open(&server.url(&format!("index.html#{fragment}")));
            explorer.becomes(NUMBERS, json!([]), numbers(fragment));
        }
        let links = numbers("asof=2017");
        for link in links.as_array().into_iter().flatten() {
            let (number, href) = (link[0].as_str().unwrap_or_default(), link[1].as_str().unwrap_or_default());
            explorer.click(&format!("#summary [data-drawn] a[href='{href}']"));
            explorer.has_fragment(href.trim_start_matches('#'));
            if !href.contains("view=") {
                explorer.shows(href.trim_start_matches('#'));
                assert_eq!(explorer.count().to_string(), number, "{href}");
            }
        }
    });
}

/// Gives the slider the focus without moving it.
fn focus_slider(explorer: &Explorer) {
    explorer.read("() => document.querySelector('[data-month]').focus()", json!([]));
}

#[test]
fn keys_move_the_day_by_months_and_years_in_one_step_of_the_history() {
    on_the_page("", |explorer, _| {
        let before = explorer.history_length();
        let dataset = dataset();
        let latest = months(dataset);
        focus_slider(explorer);
        let keys = [
            (key::LEFT, latest - 1),
            (key::PAGE_DOWN, latest - 13),
            (key::RIGHT, latest - 12),
            (key::HOME, 0),
            (key::PAGE_UP, 12),
            (key::END, latest),
            (key::DOWN, latest - 1),
        ];
        for (key, month) in keys {
            explorer.press(&[key]);
            let day = last_day_of(dataset, month);
            let mut query = Query::default();
            query.set_as_of(dataset, day);
            explorer.shows(&url::write(dataset, &query));
            explorer.becomes(SAID, json!([]), text::last_day(day));
        }
        assert_eq!(explorer.history_length(), before + 1);
        explorer.click("[data-years='-1']");
        explorer.shows("asof=2021-10");
        explorer.click("[data-years='1']");
        explorer.shows("asof=2022-10");
        explorer.click("[data-act=latest]");
        explorer.shows("");
    });
}

#[test]
fn what_is_later_than_the_day_is_greyed_and_not_hidden() {
    let greyed = "() => {
        const colour = selector => getComputedStyle(document.querySelector(selector)).color;
        const later = selector => document.querySelectorAll(selector + '[data-later]').length;
        return [
            document.documentElement.dataset.unwritten ?? '',
            colour('#source-hrw-2022') === colour('#source-hric-2016'),
            later('.steps > li'),
            later('article.record'),
            later('article.differ'),
        ];
    }";
    let of = |fragment: &str, unwritten: &str, alike: bool| {
        let dataset = dataset();
        let day = url::parse(dataset, fragment).as_of(dataset);
        let steps = dataset.records.iter().flat_map(|it| &it.steps).filter(|it| it.start.earliest > day);
        let not_yet = |it: &&_| dataset.status(it, day) == standing_invitation::data::Status::NotYet;
        let records = dataset.records.iter().filter(not_yet).count();
        let untold = dataset.disagreements.len() - dataset.told(day) as usize;
        json!([unwritten, alike, steps.count(), records, untold])
    };
    on_the_page("", |explorer, server| {
        explorer.becomes(greyed, json!([]), of("", "", true));
        let four = "hrw-2022 r2p-2019 cshrs-2021 whitepaper-2017";
        for (fragment, unwritten, alike) in
            [("asof=2016", four, false), ("asof=2020", "hrw-2022", false), ("", "", true)]
        {
            explorer.go(&server.url(&format!("index.html#{fragment}")));
            explorer.shows(fragment);
            explorer.becomes(greyed, json!([]), of(fragment, unwritten, alike));
        }
    });
}

#[test]
fn promises_follow_the_query() {
    let shown = "() => [
        [...document.querySelectorAll('article.promise')].map(it => it.checkVisibility({ visibilityProperty: true })),
        document.querySelector('.views a[href$=\"#practice\"] .n').textContent,
    ]";
    let of = |fragment: &str| {
        let dataset = dataset();
        let listed = expected(fragment).listed();
        let is_listed = |id: &u32| listed.contains(&dataset.records[*id as usize].id.as_str());
        let shown: Vec<bool> = dataset
            .promises
            .iter()
            .map(|it| is_listed(&it.record) || it.beside.iter().any(is_listed))
            .collect();
        let count = shown.iter().filter(|it| **it).count().to_string();
        json!([shown, count])
    };
    on_the_page("view=practice", |explorer, server| {
        explorer.becomes(shown, json!([]), of(""));
        for fragment in ["series=treaties", "series=laws&source=hric-2016", "q=zzzz", ""] {
            let separator = if fragment.is_empty() { "" } else { "&" };
            explorer.go(&server.url(&format!("index.html#{fragment}{separator}view=practice")));
            explorer.becomes(shown, json!([]), of(fragment));
        }
    });
}
