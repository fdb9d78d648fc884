//! A session of a browser, spoken to in the words of the WebDriver standard.
//!
//! Scripts are arrow functions. Nothing here waits for a time: what is waited
//! for is looked at in every frame that the browser draws.

use std::{
    net::{TcpListener, TcpStream},
    process::{Child, Stdio},
    sync::atomic::{AtomicU16, Ordering},
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde_json::{Value, json};
use ureq::Agent;

use crate::engine::{Engine, Without};

#[path = "screen.rs"]
mod screen;

use screen::Screen;

/// How long a page may take to become what is expected of it.
const PATIENCE: Duration = Duration::from_secs(15);

/// Under this name the standard hands out references to elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One browser with one window. Ends with the value.
pub struct Browser {
    pub engine: Engine,
    without: Without,
    agent: Agent,
    driver: Driver,
    session: String,
}

/// A key of the keyboard, as the standard writes it.
pub mod key {
    pub const TAB: &str = "\u{e004}";
    pub const ENTER: &str = "\u{e007}";
    pub const SHIFT: &str = "\u{e008}";
    pub const CONTROL: &str = "\u{e009}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const PAGE_UP: &str = "\u{e00e}";
    pub const PAGE_DOWN: &str = "\u{e00f}";
    pub const END: &str = "\u{e010}";
    pub const HOME: &str = "\u{e011}";
    pub const LEFT: &str = "\u{e012}";
    pub const UP: &str = "\u{e013}";
    pub const RIGHT: &str = "\u{e014}";
    pub const DOWN: &str = "\u{e015}";
}

/// The process that drives a browser. Killed with the value.
struct Driver {
    process: Child,
    address: String,
    /// Where the browser shows itself; ends after it.
    screen: Option<Screen>,
}

impl Driver {
    fn start(engine: Engine, without: Without) -> Driver {
        let port = free_port();
        let mut command = engine.driver(port, without);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let screen = engine.needs_screen(without).then(Screen::start);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.display).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
        }
        let process = command.spawn().unwrap_or_else(|error| {
            panic!("{engine:?} was asked for, but its driver does not start: {error}\n{command:?}")
        });
        let driver = Driver { process, address: format!("http://127.0.0.1:{port}"), screen };
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "{command:?} does not listen");
            std::thread::yield_now();
        }
        driver
    }
}

/// A port that nobody listens on. It is below those that systems hand out by
/// themselves: there a knock on a port where nobody listens yet can be given that
/// very port to knock from, reach itself, and keep the driver out.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = std::process::id() as u16 % 500 * 40;
    let ports = std::iter::repeat_with(|| 10_000 + first + NEXT.fetch_add(1, Ordering::Relaxed) % 2_000);
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    ports.take(2_000).find(is_free).expect("some port is free")
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Browser {
    /// Starts a browser with a fresh profile.
    pub fn start(engine: Engine, without: Without) -> Browser {
        let driver = Driver::start(engine, without);
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(90)))
            .build()
            .into();
        let session = driver.address.clone();
        let mut browser = Browser { engine, without, agent, driver, session };
        let answer = browser.post("session", engine.capabilities(without));
        let id = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        browser.session = format!("{}/session/{id}", browser.driver.address);
        if engine == Engine::WebKit {
            // The others are told so when they start.
            browser.post("window/rect", json!({ "width": 1280, "height": 900 }));
        }
        browser
    }

    #[track_caller]
    fn post(&self, command: &str, body: Value) -> Value {
        let address = format!("{}/{command}", self.session);
        let answer = self
            .agent
            .post(address)
            .send_json(&body)
            .and_then(|mut answer| answer.body_mut().with_config().limit(64 << 20).read_json::<Value>());
        value_of(command, answer)
    }

    #[track_caller]
    fn get(&self, command: &str) -> Value {
        let answer = self.agent.get(format!("{}/{command}", self.session)).call();
        value_of(command, answer.and_then(|mut answer| answer.body_mut().read_json::<Value>()))
    }

    /// The screen that the browser shows itself on, if it does.
    pub fn display(&self) -> Option<&str> {
        self.driver.screen.as_ref().map(|screen| screen.display.as_str())
    }

    /// Goes to an address and waits until it is loaded.
    #[track_caller]
    pub fn go(&self, address: &str) {
        self.post("url", json!({ "url": address }));
    }

    /// The address of the window, whatever frame is looked at.
    #[track_caller]
    pub fn address(&self) -> String {
        self.get("url").as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    pub fn back(&self) {
        self.post("back", json!({}));
    }

    #[track_caller]
    pub fn forward(&self) {
        self.post("forward", json!({}));
    }

    /// From now on looks into the frame, once there is something in it: before that
    /// an empty document stands there, and what waits in that ends with it.
    #[track_caller]
    pub fn enter_frame(&self, css: &str) {
        let frame = self.find(css);
        self.post("frame", json!({ "id": { ELEMENT: frame } }));
        self.becomes_elsewhere("() => document.querySelector('body *') !== null", json!([]), true);
    }

    /// From now on looks into the frame that a function yields, such as one in a
    /// shadow.
    #[track_caller]
    pub fn enter_frame_of(&self, function: &str, args: Value) {
        let frame = self.read(function, args);
        assert!(frame[ELEMENT].is_string(), "{function} yields an element: {frame}");
        self.post("frame", json!({ "id": frame }));
    }

    /// From now on looks at the whole window again.
    #[track_caller]
    pub fn leave_frames(&self) {
        self.post("frame", json!({ "id": null }));
    }

    /// What a function yields in the page.
    #[track_caller]
    pub fn read(&self, function: &str, args: Value) -> Value {
        let script = format!("return ({function})(...arguments)");
        self.post("execute/sync", json!({ "script": script, "args": args }))
    }

    /// Waits until a function yields what is expected, and fails with what it
    /// yields instead.
    #[track_caller]
    pub fn becomes(&self, function: &str, args: Value, expected: impl Into<Value>) {
        let expected = expected.into();
        let found = self.wait_for(function, args.clone(), "JSON.stringify(value) === expected", &expected);
        assert_eq!(found, expected, "{function} with {args}");
    }

    /// Waits until a function yields something else, and returns that.
    #[track_caller]
    pub fn changes(&self, function: &str, args: Value, before: impl Into<Value>) -> Value {
        let before = before.into();
        let found = self.wait_for(function, args.clone(), "JSON.stringify(value) !== expected", &before);
        assert_ne!(found, before, "{function} with {args}");
        found
    }

    #[track_caller]
    fn wait_for(&self, function: &str, args: Value, condition: &str, expected: &Value) -> Value {
        if self.without == Without::Script {
            return self.wait_from_outside(function, args, condition, expected);
        }
        let script = format!(
            "const [given, expected, patience, done] = arguments;
             const deadline = performance.now() + patience;
             const look = () => {{
                 let value = null;
                 try {{ value = ({function})(...given) ?? null; }} catch (reason) {{ value = String(reason); }}
                 if ({condition} || performance.now() > deadline) done(value);
                 else requestAnimationFrame(look);
             }};
             look();"
        );
        // As the browser writes it, so that the two can be compared there.
        let written = self.read("value => JSON.stringify(value)", json!([expected]));
        let args = json!([args, written, PATIENCE.as_millis() as u64]);
        self.post("execute/async", json!({ "script": script, "args": args }))
    }

    /// Waits for what a function yields in the page that the present one is left for:
    /// what waits within a page ends with it.
    #[track_caller]
    pub fn becomes_elsewhere(&self, function: &str, args: Value, expected: impl Into<Value>) {
        let expected = expected.into();
        let condition = "JSON.stringify(value) === expected";
        let found = self.wait_from_outside(function, args.clone(), condition, &expected);
        assert_eq!(found, expected, "{function} with {args}");
    }

    /// The same where the page has no frames to look in: asks again and again.
    #[track_caller]
    fn wait_from_outside(&self, function: &str, args: Value, condition: &str, expected: &Value) -> Value {
        let function = format!(
            "(given, wanted) => {{
                const value = ({function})(...given) ?? null, expected = JSON.stringify(wanted);
                return [value, {condition}];
            }}"
        );
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mut found = self.read(&function, json!([args, expected]));
            if found[1] == true || Instant::now() > deadline {
                return found[0].take();
            }
        }
    }

    /// Waits until a function has yielded the same for half a second, and
    /// returns that.
    #[track_caller]
    pub fn settles(&self, function: &str) -> Value {
        let script = format!(
            "const [patience, done] = arguments;
             const start = performance.now();
             let last, since = start;
             const look = () => {{
                 const now = performance.now(), value = JSON.stringify(({function})() ?? null);
                 if (value !== last) [last, since] = [value, now];
                 if (now - since > 500 || now - start > patience) done(JSON.parse(last));
                 else requestAnimationFrame(look);
             }};
             look();"
        );
        let args = json!([PATIENCE.as_millis() as u64]);
        self.post("execute/async", json!({ "script": script, "args": args }))
    }

    #[track_caller]
    fn find(&self, css: &str) -> String {
        let element = self.post("element", json!({ "using": "css selector", "value": css }));
        element[ELEMENT].as_str().expect("an element has a reference").to_owned()
    }

    /// Clicks on the middle of the element, which nothing may cover once it is
    /// in the middle of the window.
    #[track_caller]
    pub fn click(&self, css: &str) {
        // What comes near gets its height in the next frame, and may move it away once
        // more. Without script there are no frames to look in, but a time to stay.
        let stays = "(css, patience) => {
            const at = () => document.querySelector(css)?.getBoundingClientRect().top;
            const before = at(), now = performance.now();
            document.querySelector(css)?.scrollIntoView({ block: 'center' });
            const moved = at() !== before;
            if (moved) window.movedAt = now;
            return !moved && now - (window.movedAt ??= now) >= patience;
        }";
        let patience = if self.without == Without::Script { 100 } else { 0 };
        self.becomes(stays, json!([css, patience]), true);
        let element = self.find(css);
        self.post(&format!("element/{element}/click"), json!({}));
    }

    /// Chooses what begins with these words in a list that drops down.
    #[track_caller]
    pub fn select(&self, css: &str, words: &str) {
        let option = self.read(
            "(css, words) => [...document.querySelector(css).options].find(it => it.text.startsWith(words))",
            json!([css, words]),
        );
        let option = option[ELEMENT].as_str().unwrap_or_else(|| panic!("{css} offers `{words}`")).to_owned();
        self.post(&format!("element/{option}/click"), json!({}));
    }

    /// Types into the element, which gets the focus.
    #[track_caller]
    pub fn type_into(&self, css: &str, text: &str) {
        let element = self.find(css);
        self.post(&format!("element/{element}/value"), json!({ "text": text }));
    }

    /// Presses keys one after the other, wherever the focus is.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        self.press_with(&[], keys);
    }

    /// The same while other keys are held.
    #[track_caller]
    pub fn press_with(&self, held: &[&str], keys: &[&str]) {
        let down = |key: &&str| json!({ "type": "keyDown", "value": key });
        let up = |key: &&str| json!({ "type": "keyUp", "value": key });
        let pressed = keys.iter().flat_map(|key| [down(key), up(key)]);
        let actions: Vec<Value> = held.iter().map(down).chain(pressed).chain(held.iter().map(up)).collect();
        self.act(json!([{ "type": "key", "id": "keyboard", "actions": actions }]));
    }

    /// Clicks at a place of the window.
    #[track_caller]
    pub fn click_at(&self, at: (i64, i64)) {
        self.drag(at, at);
    }

    /// Presses at one place, moves to the other in steps, and lets go.
    #[track_caller]
    pub fn drag(&self, from: (i64, i64), to: (i64, i64)) {
        self.drag_as("mouse", from, to);
    }

    /// The same with a finger.
    #[track_caller]
    pub fn swipe(&self, from: (i64, i64), to: (i64, i64)) {
        self.drag_as("touch", from, to);
    }

    #[track_caller]
    fn drag_as(&self, pointer: &str, from: (i64, i64), to: (i64, i64)) {
        let place = |step: i64| (from.0 + (to.0 - from.0) * step / 5, from.1 + (to.1 - from.1) * step / 5);
        let go = |(x, y): (i64, i64), duration| json!({ "type": "pointerMove", "x": x, "y": y, "duration": duration, "origin": "viewport" });
        let mut actions = vec![go(from, 0), json!({ "type": "pointerDown", "button": 0 })];
        if from != to {
            actions.extend((1..=5).map(|step| go(place(step), 20)));
        }
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        let parameters = json!({ "pointerType": pointer });
        self.act(json!([{ "type": "pointer", "id": pointer, "parameters": parameters, "actions": actions }]));
    }

    /// Turns the wheel at a place; a negative `delta` is away from the reader.
    #[track_caller]
    pub fn wheel(&self, at: (i64, i64), delta: i64) {
        self.act(json!([{ "type": "wheel", "id": "wheel", "actions": [turn(at, delta)] }]));
    }

    /// The same while a key is held.
    #[track_caller]
    pub fn wheel_with(&self, held: &str, at: (i64, i64), delta: i64) {
        let (down, up) =
            (json!({ "type": "keyDown", "value": held }), json!({ "type": "keyUp", "value": held }));
        let pause = json!({ "type": "pause" });
        self.act(json!([
            { "type": "key", "id": "keyboard", "actions": [down, pause, up] },
            { "type": "wheel", "id": "wheel", "actions": [pause, turn(at, delta), pause] },
        ]));
    }

    #[track_caller]
    fn act(&self, actions: Value) {
        self.post("actions", json!({ "actions": actions }));
    }

    /// What the page looks like, as PNG.
    #[track_caller]
    pub fn screenshot(&self) -> Vec<u8> {
        let text = self.get("screenshot");
        BASE64.decode(text.as_str().unwrap_or_default()).expect("screenshots are base64")
    }

    /// Makes the viewport of this size, narrower than a window can be.
    #[track_caller]
    pub fn set_viewport(&self, width: i64, height: i64) {
        assert!(width >= self.engine.narrowest(), "{:?} cannot be {width} pixels wide", self.engine);
        match self.engine {
            Engine::Chromium => {
                let metrics =
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", metrics);
            }
            // As its own tools for designers do it.
            Engine::Firefox => {
                let resize = "(width, height) => {
                    const { style } = gBrowser.selectedBrowser;
                    [style.minWidth, style.maxWidth, style.minHeight, style.maxHeight]
                        = [width, width, height, height].map(it => it + 'px');
                }";
                self.chrome(resize, json!([width, height]));
            }
            Engine::WebKit => drop(self.post("window/rect", json!({ "width": width, "height": height }))),
        }
        self.becomes("() => innerWidth", json!([]), width);
    }

    /// Makes the reader's settings these, such as `prefers-color-scheme: dark`, and
    /// no others.
    #[track_caller]
    pub fn set_media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// As narrow as a telephone, or as a window of the engine can be.
    #[track_caller]
    pub fn set_narrow(&self) {
        self.set_viewport(self.engine.narrowest().max(360), 740);
    }

    /// Sends a command of Chromium's own protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        assert!(self.engine.has_devtools(), "{:?} has no {command}", self.engine);
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// What a function yields in the window of Firefox itself, around the page.
    #[track_caller]
    pub fn chrome(&self, function: &str, args: Value) -> Value {
        self.post("moz/context", json!({ "context": "chrome" }));
        let yielded = self.read(function, args);
        self.post("moz/context", json!({ "context": "content" }));
        yielded
    }

    /// The cookies that the browser would send to where the page is from.
    #[track_caller]
    pub fn cookies(&self) -> Value {
        self.get("cookie")
    }

    /// What the browser has complained about since the last call. WebKit does
    /// not tell.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        let entries = match self.engine {
            Engine::Chromium => self.post("se/log", json!({ "type": "browser" })),
            Engine::Firefox => self.chrome(
                "() => {
                    const entries = Services.console.getMessageArray();
                    Services.console.reset();
                    return entries.filter(it => it instanceof Ci.nsIScriptError && it.innerWindowID && !/^(chrome|resource|moz-)/.test(it.sourceName))
                        .map(it => ({ level: it.flags & Ci.nsIScriptError.warningFlag ? 'WARNING' : 'SEVERE', message: it.toString() }));
                }",
                json!([]),
            ),
            Engine::WebKit => json!([]),
        };
        let entries = entries.as_array().cloned().unwrap_or_default();
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Quits the browser; the driver goes after it.
        let _ = self.agent.delete(&self.session).call();
    }
}

fn turn((x, y): (i64, i64), delta: i64) -> Value {
    json!({ "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": delta, "duration": 0, "origin": "viewport" })
}

#[track_caller]
fn value_of(command: &str, answer: Result<Value, ureq::Error>) -> Value {
    let mut answer = answer.unwrap_or_else(|error| panic!("{command}: {error}"));
    let value = answer["value"].take();
    if let Some(error) = value["error"].as_str().filter(|_| value["stacktrace"].is_string()) {
        panic!("{command}: {error}: {}", value["message"].as_str().unwrap_or_default());
    }
    value
}
