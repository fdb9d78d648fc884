//! How a facet is read: sorted, searched, taken together, explained.

use serde_json::{Value, json};
use standing_invitation::data::corpus::Corpus;
use standing_invitation::data::{Facet, NOT_STATED};

use crate::expected::{dataset, expected};
use crate::explorer::Explorer;
use crate::on_the_page;
use crate::place::Folder;
use crate::webdriver::key;

/// The values of the facet `theme` that are drawn, in the order drawn.
const THEMES: &str = "() => [...document.querySelectorAll('[data-facet=theme]')]
    .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.dataset.value)";
const SORT: &str = ".facet:has([data-facet=theme]) [data-order]";
const FIND: &str = ".facet:has([data-facet=theme]) [data-find]";
const MODE: &str = ".facet:has([data-facet=theme]) [data-mode]";
const DEFINE: &str = ".facet:has([data-facet=theme]) [data-define]";

/// The themes that are offered, with label and count, in the order of the page.
fn themes() -> Vec<(&'static str, String, u32)> {
    let (corpus, all) = (Corpus::embedded(), expected(""));
    let values = dataset().values_of(Facet::Theme).map(|(_, value)| value);
    let theme = |value: &'static standing_invitation::data::Value| {
        let count = all.choosing("theme", &value.key).unwrap_or_default();
        (value.key.as_str(), corpus.label(value), count)
    };
    values.map(theme).filter(|(_, _, count)| *count > 0).collect()
}

fn keys(themes: &[(&str, String, u32)]) -> Value {
    json!(themes.iter().map(|(key, ..)| key).collect::<Vec<_>>())
}

/// Opens the facet of themes. Everything else stays as it is.
#[track_caller]
fn open_themes(explorer: &Explorer) {
    explorer.read(
        "() => { document.querySelector('[data-facet=theme]').closest('details').open = true; }",
        json!([]),
    );
    explorer.becomes(
        "css => document.querySelector(css).checkVisibility({ visibilityProperty: true })",
        json!([SORT]),
        true,
    );
}

#[test]
fn values_are_sorted_as_the_reader_likes() {
    on_the_page("", |explorer, _| {
        open_themes(explorer);
        let listed = themes();
        explorer.becomes(THEMES, json!([]), keys(&listed));

        explorer.select(SORT, "By n");
        let mut by_name = listed.clone();
        by_name.sort_by_key(|(key, label, _)| (*key == NOT_STATED, label.to_lowercase()));
        assert_ne!(keys(&by_name), keys(&listed));
        explorer.becomes(THEMES, json!([]), keys(&by_name));
        // Arrow keys go as the eye does.
        explorer.read("() => document.querySelector('[data-facet=theme]').focus()", json!([]));
        explorer.press(&[key::HOME]);
        assert_eq!(explorer.focus(), format!("facet theme={}", by_name[0].0));
        explorer.press(&[key::DOWN]);
        assert_eq!(explorer.focus(), format!("facet theme={}", by_name[1].0));

        explorer.select(SORT, "By c");
        let mut by_count = listed.clone();
        by_count.sort_by_key(|(key, _, count)| (*key == NOT_STATED, std::cmp::Reverse(*count)));
        assert_ne!(keys(&by_count), keys(&by_name));
        explorer.becomes(THEMES, json!([]), keys(&by_count));
        // What stands there is still what one gets.
        let promised = explorer.choose("theme", by_count[2].0);
        explorer.has_fragment(&format!("theme={}", by_count[2].0));
        assert_eq!(explorer.count(), promised);

        explorer.select(SORT, "As l");
        explorer.becomes(THEMES, json!([]), keys(&listed));
        explorer.shows(&format!("theme={}", by_count[2].0));
    });
}

/// The app tells the values apart by their order: a copy must have it again.
#[test]
fn saved_while_sorted_it_works_again() {
    on_the_page("", |explorer, _| {
        open_themes(explorer);
        explorer.select(SORT, "By n");
        explorer.changes(THEMES, json!([]), keys(&themes()));
        explorer.click(DEFINE);
        explorer.click("[data-keys]");
        explorer.becomes("() => document.querySelector('dialog').open", json!([]), true);
        let html = explorer.document();
        assert!(html.contains("data-place") && html.contains("means-") && html.contains("open=\"\""));
        let folder = Folder::new().with("sorted.html", &html);
        explorer.open(&folder.address("sorted.html"));
        explorer.shows("");
        explorer.is_there_once();
        explorer.becomes("() => document.querySelector('dialog').open", json!([]), false);
        let left = "() => document.querySelectorAll('[data-place],[aria-describedby],.facet ul p').length";
        assert_eq!(explorer.read(left, json!([])), 0);
        open_themes(explorer);
        explorer.becomes(THEMES, json!([]), keys(&themes()));
        let theme = themes().swap_remove(3).0;
        let promised = explorer.choose("theme", theme);
        explorer.shows(&format!("theme={theme}"));
        assert_eq!(explorer.count(), promised);
    });
}

#[test]
fn long_facets_can_be_searched() {
    on_the_page("", |explorer, _| {
        open_themes(explorer);
        let all = themes();
        explorer.type_into(FIND, "RIGHTS");
        let some: Vec<_> =
            all.iter().filter(|(_, label, _)| label.to_lowercase().contains("rights")).collect();
        assert!(!some.is_empty() && some.len() < all.len());
        let wanted: Vec<_> = some.iter().map(|(key, ..)| key).collect();
        explorer.becomes(THEMES, json!([]), json!(wanted));
        let left =
            "css => document.querySelector(css).closest('.how').querySelector('[role=status]').textContent";
        explorer.becomes(left, json!([FIND]), format!("{} of {}", some.len(), all.len()));
        // The records stay as they are; and the keys reach what is left.
        explorer.shows("");
        explorer.press(&[key::TAB, key::TAB, key::TAB]);
        assert_eq!(explorer.focus(), format!("facet theme={}", some[0].0));

        explorer.read("css => { document.querySelector(css).select(); }", json!([FIND]));
        explorer.type_into(FIND, "\u{e017}");
        explorer.becomes(THEMES, json!([]), keys(&all));
        explorer.becomes(left, json!([FIND]), "");
        // Another spelling finds too.
        let actor = ".facet:has([data-facet=actor]) [data-find]";
        explorer
            .read("css => { document.querySelector(css).closest('details').open = true; }", json!([actor]));
        explorer.type_into(actor, "prc gov");
        let actors = THEMES.replace("theme", "actor");
        explorer.becomes(&actors, json!([]), json!(["government"]));
    });
}

#[test]
fn values_are_taken_together_in_three_ways() {
    let mode = "css => [document.querySelector(css).value, document.querySelector(css).disabled]";
    let chips = "() => [...document.querySelectorAll('.chip')].map(it => it.textContent.split(':')[0])";
    on_the_page("theme.none=torture~women", |explorer, _| {
        open_themes(explorer);
        explorer.shows("theme.none=torture~women");
        explorer.becomes(mode, json!([MODE]), json!(["none", false]));
        explorer.becomes(chips, json!([]), json!(["not", "not"]));

        explorer.select(MODE, "All");
        explorer.shows("theme.all=torture~women");
        assert!(explorer.chips()[1].starts_with("and: "), "{:?}", explorer.chips());
        assert!(!explorer.chips()[0].contains(": "), "{:?}", explorer.chips());
        // Each chip drops its value; without any, there is nothing to take.
        explorer.click(".chip");
        explorer.shows("theme.all=women");
        explorer.click(".chip");
        explorer.shows("");
        explorer.becomes(mode, json!([MODE]), json!(["any", true]));
        // What can only be one has no all.
        let modes = "() => [...document.querySelector('[data-mode]').options].map(it => it.value)";
        explorer.becomes(modes, json!([]), json!(["any", "none"]));
    });
}

#[test]
fn every_value_says_what_it_means() {
    let corpus = Corpus::embedded();
    let torture = corpus.vocabulary.themes.iter().find(|term| term.id == "torture").expect("a theme");
    let means = "() => {
        const button = document.querySelector('[data-facet=theme][data-value=torture]');
        const means = document.getElementById(button.getAttribute('aria-describedby'));
        return means && means.checkVisibility({ visibilityProperty: true }) ? means.textContent : null;
    }";
    let requested = "() => ['requested', 'requested-possibly', 'requested-last', 'not-yet'].map(it =>
        document.querySelector(`[data-facet=status][data-value=${it}]`).parentElement.querySelector('p').textContent)";
    on_the_page("", |explorer, _| {
        open_themes(explorer);
        explorer.becomes(means, json!([]), Value::Null);
        explorer.click(DEFINE);
        explorer.becomes(means, json!([]), torture.definition.as_str());
        explorer.click(DEFINE);
        explorer.becomes(means, json!([]), Value::Null);

        // The three values of a state share its meaning.
        explorer.click(".facet:has([data-facet=status]) [data-define]");
        let state = corpus.vocabulary.states.iter().find(|term| term.id == "requested").expect("a state");
        let means = state.definition.as_str();
        let not_yet = standing_invitation::text::facets::NOT_YET_MEANS;
        explorer.becomes(requested, json!([]), json!([means, means, means, not_yet]));
    });
}
