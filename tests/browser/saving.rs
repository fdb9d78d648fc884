//! A page saved with all that belongs to it, as the browser itself saves it.

use std::{
    fs,
    path::Path,
    process::Command,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use serde_json::json;

use crate::engine::{Engine, Without, saves};
use crate::explorer::Explorer;

/// How long a browser may take to save a page.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser whose pages can be saved: a command of Chromium's menu has to be
/// pressed in a window.
pub fn start(engine: Engine) -> Explorer {
    let without = if engine == Engine::Chromium { Without::Cover } else { Without::Nothing };
    Explorer::start_without(engine, without)
}

/// What the browser writes when a reader saves the page. Automated, WebKit has
/// no such command: there it is the document as it stands.
#[track_caller]
pub fn saved(explorer: &Explorer) -> String {
    // They all save to the same folder.
    static SAVES: Mutex<()> = Mutex::new(());
    let _alone = SAVES.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = fs::remove_dir_all(saves());
    fs::create_dir_all(saves()).expect("the temporary folder is writable");
    let html = match explorer.engine {
        Engine::Chromium => saved_by_keys(explorer),
        Engine::Firefox => {
            let save = "folder => {
                Services.prefs.setIntPref('browser.download.folderList', 2);
                Services.prefs.setStringPref('browser.download.dir', folder);
                saveBrowser(gBrowser.selectedBrowser, true);
            }";
            explorer.chrome(save, json!([saves()]));
            until("a saved page", || whole(&saves()))
        }
        Engine::WebKit => explorer.document(),
    };
    let _ = fs::remove_dir_all(saves());
    html
}

/// Presses the keys that save a page, and then the button of the dialogue, which
/// may not yet listen when it is first seen.
#[track_caller]
fn saved_by_keys(explorer: &Explorer) -> String {
    let press = |window: &str, keys: &str| xdotool(explorer, &["windowfocus", "--sync", window, "key", keys]);
    let shown = |by: [&str; 2]| {
        let windows = xdotool(explorer, &["search", "--onlyvisible", by[0], by[1]]);
        windows.lines().last().map(str::to_owned)
    };
    let window = until("a window", || shown(["--class", "chrom"]));
    press(&window, "ctrl+s");
    let dialogue = until("a dialogue", || shown(["--name", "^Save File$"]));
    until("a saved page", || {
        if shown(["--name", "^Save File$"]).is_some() {
            press(&dialogue, "alt+s");
        }
        whole(&saves())
    })
}

fn xdotool(explorer: &Explorer, args: &[&str]) -> String {
    let display = explorer.display().expect("the browser has a screen");
    let told = Command::new("xdotool").env("DISPLAY", display).args(args).output();
    let told = told.unwrap_or_else(|error| panic!("xdotool: {error}. `make setup` installs it."));
    String::from_utf8(told.stdout).expect("xdotool prints text")
}

/// The page in the folder, once all of it is there.
fn whole(folder: &Path) -> Option<String> {
    let files = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let page = files
        .into_iter()
        .find(|path| path.extension().is_some_and(|it| it.to_string_lossy().starts_with("htm")))?;
    let html = fs::read_to_string(page).ok()?;
    html.trim_end().ends_with("</html>").then_some(html)
}

/// Asks again and again until there is something.
#[track_caller]
fn until<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < deadline, "there is no {what}");
        std::thread::yield_now();
    }
}
