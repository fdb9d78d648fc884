//! What is left of a visit: nothing, here and elsewhere.

use std::{collections::BTreeSet, fs};

use serde_json::{Value, json};

use crate::engine::{Engine, Without, net_log};
use crate::explorer::Explorer;
use crate::in_each_engine;
use crate::place::{Folder, dist, served_alone};
use crate::watch::{told, watch};
use crate::webdriver::key;

/// What a reader does in a long visit, each kind of thing once.
#[track_caller]
fn stays_long(explorer: &Explorer) {
    explorer.choose("series", "visits");
    explorer.search("torture uygu");
    explorer.press(&[key::DOWN, key::ENTER]);
    explorer.search("");
    explorer.press_tool("zoom-in");
    explorer.press_tool("later");
    explorer.press_tool("whole");
    let (from, to) = (explorer.empty_place(3), explorer.empty_place(6));
    explorer.drag(from, to);
    explorer.click("[data-years='-1']");
    explorer.click("[data-clear]");
    for view in ["table", "practice", "disagreements", "sources", "method", "records"] {
        explorer.click(&format!(".views a[href='#{view}']"));
        let shown = "view => !document.getElementById(view).hidden";
        explorer.becomes(shown, json!([view]), true);
        if view == "table" {
            explorer.click("[data-sort=status]");
        }
    }
    explorer.click("#visit-judges-lawyers h3 a");
    explorer.shows_open("visit-judges-lawyers");
    explorer.press(&["]"]);
    explorer.press(&["?"]);
    explorer.click("[data-close]");
    explorer.back();
    explorer.forward();
    explorer.read("() => scrollTo(0, document.documentElement.scrollHeight)", json!([]));
    explorer.settles("() => scrollY");
}

/// What browsers keep for a site, as they tell its pages and the driver.
fn kept(explorer: &Explorer) -> Value {
    let cookies = explorer.cookies();
    let entries =
        explorer.read("() => performance.getEntriesByType('resource').map(it => it.name)", json!([]));
    json!([cookies, entries])
}

#[test]
fn a_long_visit_is_one_request_and_leaves_nothing() {
    let server = served_alone();
    in_each_engine(|explorer| {
        if explorer.engine.has_devtools() {
            watch(explorer);
        }
        server.take_requests();
        explorer.open(&server.url("index.html"));
        stays_long(explorer);
        assert_eq!(server.take_requests(), ["GET /index.html"]);
        assert_eq!(kept(explorer), json!([[], []]));
        if explorer.engine.has_devtools() {
            // Where everything that could store or send throws, all of that worked.
            assert_eq!(told(explorer), json!([]));
            let origin = server.url("").trim_end_matches('/').to_owned();
            let usage = explorer.devtools("Storage.getUsageAndQuota", json!({ "origin": origin }));
            assert_eq!(usage["usage"], 0, "{usage}");
            // And whoever touches any of it is told of.
            explorer.read("() => { try { localStorage.a = 1; } catch {} }", json!([]));
            assert_eq!(told(explorer), json!(["localStorage"]));
        } else {
            assert_eq!(explorer.read("() => localStorage.length + sessionStorage.length", json!([])), 0);
        }
        explorer.is_clean();
    });
}

/// The hosts that a browser tried to find, as it wrote them down.
fn looked_up(engine: Engine) -> BTreeSet<String> {
    // None but Chromium writes anything where it looks nobody up.
    let log = fs::read_to_string(net_log()).unwrap_or_default();
    if engine != Engine::Chromium {
        return log.lines().map(str::to_owned).collect();
    }
    let number = |name: &str| {
        let (_, rest) = log.split_once(&format!("\"{name}\":")).unwrap_or_else(|| panic!("no events {name}"));
        rest.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default().to_owned()
    };
    let kinds =
        ["HOST_RESOLVER_MANAGER_REQUEST", "HOST_RESOLVER_MANAGER_JOB", "HOST_RESOLVER_DNS_TASK"].map(number);
    // Each event stands in a line of its own.
    let events =
        log.lines().filter_map(|line| serde_json::from_str::<Value>(line.trim_end_matches(',')).ok());
    let lookups = events.filter(|event| kinds.contains(&event["type"].to_string()));
    lookups.filter_map(|event| Some(event["params"]["host"].as_str()?.to_owned())).collect()
}

/// What browsers ask of their makers by themselves, whatever page they show.
const MAKERS: [&str; 7] = [
    ".google.com",
    ".googleapis.com",
    ".gvt1.com",
    ".mozilla.com",
    ".mozilla.net",
    ".mozilla.org",
    ".firefox.com",
];

#[test]
fn no_name_of_any_server_is_looked_up() {
    let server = served_alone();
    for engine in Engine::wanted() {
        println!("in {engine:?}");
        let hosts = |visit: &dyn Fn(&Explorer)| {
            let explorer = Explorer::start_without(engine, Without::Privacy);
            visit(&explorer);
            drop(explorer);
            let hosts = looked_up(engine);
            let _ = fs::remove_file(net_log());
            // Our own server has no name.
            let by_itself = |host: &String| {
                host.contains("127.0.0.1") || MAKERS.iter().any(|maker| host.ends_with(maker))
            };
            hosts.into_iter().filter(|host| !by_itself(host)).collect::<BTreeSet<String>>()
        };
        let of_visit = hosts(&|explorer| {
            explorer.open(&server.url("index.html"));
            stays_long(explorer);
        });
        assert_eq!(of_visit, BTreeSet::new());
        // A page that asks for a server, or hints at one, is found out. WebKit as
        // GTK has it passes over the weaker hint.
        let hint = if engine == Engine::WebKit { "preconnect" } else { "dns-prefetch" };
        let hint =
            format!("<!doctype html><link rel={hint} href=//hinted.invalid><img src=http://asked.invalid/x>");
        let folder = Folder::new().with("hint.html", &hint);
        let found = hosts(&|explorer| explorer.go(&folder.served().url("hint.html")));
        for host in ["hinted.invalid", "asked.invalid"] {
            assert!(found.iter().any(|it| it.contains(host)), "{host} is not in {found:?}");
        }
    }
}

/// A source learns that somebody comes, and not from where.
#[test]
fn a_link_to_a_source_tells_no_referrer() {
    let there =
        Folder::new().with("there.html", "<!doctype html><link rel=icon href='data:,'><title>There</title>");
    let elsewhere = there.served();
    let page = fs::read_to_string(dist().join("index.html")).expect("`make build` writes it");
    let record =
        fs::read_to_string(dist().join("r/visit-judges-lawyers.html")).expect("`make build` writes it");
    let leads_there = |html: &str| {
        let (before, rest) = html.split_once("<a href=\"http").expect("a link out");
        let (_, after) = rest.split_once('"').expect("its end");
        format!("{before}<a id=out href=\"{}\"{after}", elsewhere.url("there.html"))
    };
    let plain = format!(
        "<!doctype html><link rel=icon href='data:,'><a id=out href='{}'>x</a>",
        elsewhere.url("there.html")
    );
    let folder = Folder::new()
        .with("index.html", &leads_there(&page))
        .with("record.html", &leads_there(&record))
        .with("plain.html", &plain);
    let server = folder.served();
    in_each_engine(|explorer| {
        for (path, told) in [("index.html", false), ("record.html", false), ("plain.html", true)] {
            explorer.go(&server.url(path));
            if path == "index.html" {
                explorer.is_ready();
            }
            // Some are in views or records that are closed.
            explorer.read("() => document.getElementById('out').click()", json!([]));
            explorer.becomes_elsewhere(
                "() => document.title + location.pathname",
                json!([]),
                "There/there.html",
            );
            let referrer = explorer.read("() => document.referrer", json!([]));
            assert_eq!(referrer != "", told, "{path}: {referrer}");
            assert_eq!(explorer.read("() => window.opener", json!([])), Value::Null);
        }
    });
}
