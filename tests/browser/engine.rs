//! The engines that the tests can run in: one arm each for how it is started,
//! what it is told and what it cannot do.

use std::{env, path::PathBuf, process::Command};

use serde_json::{Value, json};

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
        let (program, flag) = match self {
            Engine::Chromium => ("chromedriver", format!("--port={port}")),
            Engine::Firefox => ("geckodriver", format!("--port={port}")),
            Engine::WebKit => ("WebKitWebDriver", format!("--port={port}")),
        };
        let mut command = Command::new(program);
        command.arg(flag);
        if (self, without) == (Engine::WebKit, Without::WebAssembly) {
            command.env("JSC_useWasm", "0");
        }
        command
    }

    /// What a new session is asked for. Every session has a fresh profile,
    /// which the driver makes and removes.
    pub fn capabilities(self, without: Without) -> Value {
        let mut capabilities = match self {
            Engine::Chromium => chromium(without),
            Engine::Firefox => firefox(without),
            Engine::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "args": ["--automation"] },
            }),
        };
        capabilities["timeouts"] = json!({ "script": 60_000, "pageLoad": 60_000, "implicit": 0 });
        json!({ "capabilities": { "alwaysMatch": capabilities } })
    }

    /// Whether the engine can do without.
    pub fn can_be(self, without: Without) -> bool {
        match without {
            Without::Nothing | Without::WebAssembly => true,
            Without::Script => self != Engine::WebKit,
            Without::Privacy => self == Engine::Chromium,
        }
    }

    /// Whether there is the protocol that emulates slow lines, narrow screens
    /// and dark themes.
    pub fn has_devtools(self) -> bool {
        self == Engine::Chromium
    }

    /// What one types into a date field for a day such as `2010-06-30`.
    pub fn date_keys(self, day: &str) -> String {
        let mut parts = day.split('-');
        let mut part = || parts.next().unwrap_or_default();
        let (year, month, date) = (part(), part(), part());
        match self {
            Engine::Chromium | Engine::Firefox => format!("{month}{date}{year}"),
            Engine::WebKit => day.to_owned(),
        }
    }
}

/// Where a browser without privacy writes what it asks of the network.
pub fn net_log() -> PathBuf {
    env::temp_dir().join(format!("standing-invitation-{}-net-log.json", std::process::id()))
}

fn chromium(without: Without) -> Value {
    let mut args = vec![
        "--headless",
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
    let mut prefs = json!({ "intl.accept_languages": "en-US" });
    match without {
        Without::Nothing => {}
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
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "args": ["-headless", "--width=1280", "--height=900"],
            "prefs": {
                "intl.accept_languages": "en-US",
                "javascript.enabled": without != Without::Script,
                "javascript.options.wasm": without != Without::WebAssembly,
            },
        },
    })
}
