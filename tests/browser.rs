//! The release in real browsers: what only a browser can show. What a query
//! yields is tested without one; here it is only compared.
//!
//! Run by `make test`, on the engines that `ENGINES` names.

#[path = "browser/axe.rs"]
mod axe;
#[path = "bench/chance.rs"]
mod chance;
#[path = "search/corpus.rs"]
mod corpus;
#[path = "browser/engine.rs"]
mod engine;
#[path = "browser/expected.rs"]
mod expected;
#[path = "browser/explorer.rs"]
mod explorer;
#[path = "hostile/corpus.rs"]
mod hostile_corpus;
#[path = "hostile/markup.rs"]
mod markup;
#[path = "browser/place.rs"]
mod place;
#[path = "browser/saving.rs"]
mod saving;
#[path = "browser/slow.rs"]
mod slow;
#[path = "measure/synthetic.rs"]
mod synthetic;
#[path = "browser/tree.rs"]
mod tree;
#[path = "browser/watch.rs"]
mod watch;
#[path = "browser/webdriver.rs"]
mod webdriver;
#[path = "bench/words.rs"]
mod words;

#[path = "browser/accessible.rs"]
mod accessible;
#[path = "browser/arriving.rs"]
mod arriving;
#[path = "browser/drawing.rs"]
mod drawing;
#[path = "browser/embeds.rs"]
mod embeds;
#[path = "browser/facets.rs"]
mod facets;
#[path = "browser/filters.rs"]
mod filters;
#[path = "browser/findings.rs"]
mod findings;
#[path = "browser/history.rs"]
mod history;
#[path = "browser/hostile.rs"]
mod hostile;
#[path = "browser/kept.rs"]
mod kept;
#[path = "browser/keyboard.rs"]
mod keyboard;
#[path = "browser/languages.rs"]
mod languages;
#[path = "browser/long.rs"]
mod long;
#[path = "browser/looks.rs"]
mod looks;
#[path = "browser/neighbours.rs"]
mod neighbours;
#[path = "browser/paper.rs"]
mod paper;
#[path = "browser/places.rs"]
mod places;
#[path = "browser/plain.rs"]
mod plain;
#[path = "browser/policy.rs"]
mod policy;
#[path = "browser/pseudo.rs"]
mod pseudo;
#[path = "browser/reach.rs"]
mod reach;
#[path = "browser/saves.rs"]
mod saves;
#[path = "browser/search.rs"]
mod search;
#[path = "browser/sheet.rs"]
mod sheet;
#[path = "browser/table.rs"]
mod table;
#[path = "browser/take.rs"]
mod take;
#[path = "browser/tasks.rs"]
mod tasks;
#[path = "browser/touch.rs"]
mod touch;
#[path = "browser/views.rs"]
mod views;
#[path = "browser/visit.rs"]
mod visit;

use engine::Engine;
use explorer::Explorer;
use standing_invitation::serve::Server;

/// Runs a test in a fresh browser of each engine.
fn in_each_engine(test: impl Fn(&Explorer)) {
    for engine in Engine::wanted() {
        println!("in {engine:?}");
        test(&Explorer::start(engine));
    }
}

/// Runs a test in a fresh browser of each engine that can be told of narrow screens,
/// dark themes and paper.
fn in_chromium(test: impl Fn(&Explorer)) {
    for engine in Engine::wanted() {
        if engine.has_devtools() {
            test(&Explorer::start(engine));
        } else {
            println!("{engine:?} cannot be told of screens and paper: not tested there");
        }
    }
}

/// Runs a test in a fresh browser of each engine, on the served page with
/// this fragment. Whatever the test did, the page is clean afterwards.
fn on_the_page(fragment: &str, test: impl Fn(&Explorer, &Server)) {
    let server = place::served();
    in_each_engine(|explorer| {
        explorer.open(&server.url(&format!("index.html#{fragment}")));
        test(explorer, server);
        explorer.is_clean();
    });
}
