//! The engines that the tests can run in: one arm each for how it is started,
//! what it is told and what it cannot do.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::{Value, json};

#[path = "resolver.rs"]
mod resolver;

/// A browser engine, named as in the environment variable `ENGINES`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// What a browser is deprived of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    Nothing,
    /// No script at all.
    Script,
    /// Script, but no WebAssembly.
    WebAssembly,
    /// No privacy: [`net_log`] holds all that the browser asks of the network.
    Privacy,
    /// No cover: it has a window on a screen, in which a program can press keys.
    Cover,
}

impl Engine {
    /// The engines to test: `ENGINES=chromium,firefox`, by default Chromium.
    pub fn wanted() -> Vec<Engine> {
        let names = std::env::var("ENGINES").unwrap_or_default();
        let names = if names.is_empty() { "chromium" } else { &names };
        let engine = |name: &str| match name.trim() {
            "chromium" => Engine::Chromium,
            "firefox" => Engine::Firefox,
            "webkit" => Engine::WebKit,
            other => panic!("ENGINES names `{other}`: known are chromium, firefox and webkit"),
        };
        names.split(',').map(engine).collect()
    }

    /// The driver, which listens on this port.
    pub fn driver(self, port: u16, without: Without) -> Command {
        let mut command = Command::new(match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        });
        command.arg(format!("--port={port}"));
        match self {
            Engine::Chromium => {}
            // Else no script may speak to the browser itself: see `Browser::chrome`.
            Engine::Firefox => drop(command.arg("--allow-system-access")),
            // Its fields for dates and its languages are those of the system.
            Engine::WebKit => drop(command.env("LC_ALL", "en_US.UTF-8")),
        }
        match (self, without) {
            (Engine::WebKit, Without::WebAssembly) => drop(command.env("JSC_useWasm", "0")),
            (Engine::Firefox | Engine::WebKit, Without::Privacy) => {
                command.env("LD_PRELOAD", resolver::library()).env("LOOKED_UP", net_log());
            }
            _ => {}
        }
        command
    }

    /// Whether the browser shows itself, on a screen that there has to be.
    pub fn needs_screen(self, without: Without) -> bool {
        self == Engine::WebKit || without == Without::Cover
    }

    /// What a new session is asked for. Every session has a fresh profile,
    /// which the driver makes and removes.
    pub fn capabilities(self, without: Without) -> Value {
        let mut capabilities = match self {
            Engine::Chromium => chromium(without),
            Engine::Firefox => firefox(without),
            Engine::WebKit => webkit(without),
        };
        capabilities["timeouts"] = json!({ "script": 60_000, "pageLoad": 60_000, "implicit": 0 });
        json!({ "capabilities": { "alwaysMatch": capabilities } })
    }

    /// Whether there is the protocol that emulates slow lines, narrow screens
    /// and dark themes.
    pub fn has_devtools(self) -> bool {
        self == Engine::Chromium
    }

    /// The narrowest that a window can be made.
    pub fn narrowest(self) -> i64 {
        match self {
            Engine::Chromium | Engine::Firefox => 0,
            // The buttons beside its address want that much.
            Engine::WebKit => 450,
        }
    }

    /// Whether the driver can turn a wheel. That of WebKit turns it back and
    /// forth, once for each part of the action.
    pub fn has_wheel(self) -> bool {
        self != Engine::WebKit
    }

    /// What one types into a date field for a day such as `2010-06-30`.
    pub fn date_keys(self, day: &str) -> String {
        let mut parts = day.split('-');
        let mut part = || parts.next().unwrap_or_default();
        let (year, month, date) = (part(), part(), part());
        match self {
            Engine::Chromium => format!("{month}{date}{year}"),
            // Its driver sets the value as it is given.
            Engine::Firefox => day.to_owned(),
            // It tells the page of a day once that is entered.
            Engine::WebKit => format!("{month}/{date}/{year}\u{e007}"),
        }
    }
}

/// Where a browser without privacy writes what it asks of the network: Chromium
/// all of it, the others each name that they look up.
pub fn net_log() -> PathBuf {
    env::temp_dir().join(format!("standing-invitation-{}-net-log.json", std::process::id()))
}

/// Where Chromium with a window saves pages to.
pub fn saves() -> PathBuf {
    env::temp_dir().join(format!("standing-invitation-{}-saves", std::process::id()))
}

fn chromium(without: Without) -> Value {
    let mut args = vec![
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-US",
        "--window-size=1280,900",
    ];
    let log = format!("--log-net-log={}", net_log().display());
    // A page is saved with all that belongs to it, where nothing else is said.
    let mut prefs = json!({
        "intl.accept_languages": "en-US",
        "savefile.default_directory": saves(),
        "savefile.type": 1,
    });
    if without != Without::Cover {
        args.push("--headless");
    }
    match without {
        Without::Nothing | Without::Cover => {}
        // No other flag takes it away: V8 cannot compile it without its compilers.
        Without::WebAssembly => args.push("--js-flags=--jitless"),
        Without::Privacy => args.push(&log),
        Without::Script => {
            prefs["profile.managed_default_content_settings.javascript"] = json!(2);
        }
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": args, "prefs": prefs },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(without: Without) -> Value {
    let mut args = vec!["--width=1280", "--height=900"];
    if without != Without::Cover {
        args.push("-headless");
    }
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": program(&["firefox-esr", "firefox"]),
            "args": args,
            "prefs": {
                "intl.accept_languages": "en-US",
                "javascript.enabled": without != Without::Script,
                "javascript.options.wasm": without != Without::WebAssembly,
            },
        },
    })
}

fn webkit(without: Without) -> Value {
    let mut args = vec!["--automation"];
    if without == Without::Script {
        args.push("--enable-javascript=false");
    }
    json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": { "args": args } })
}

/// The first of these programs that is installed: where Firefox comes in long
/// support, its driver does not find it by itself.
fn program(names: &[&str]) -> PathBuf {
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    let places = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places
        .into_iter()
        .find(|place| Path::is_file(place))
        .unwrap_or_else(|| panic!("none of {names:?} is installed"))
}
