//! What a page asks the browser for that ours has no use for: every way to
//! store, to send, to open, and to run a text. Each fails and is told.

use serde_json::{Value, json};

use crate::explorer::Explorer;

/// Runs before any script of the page. What is defined here throws when it is
/// touched, as it does in browsers that forbid it.
const WATCH: &str = "(() => {
    const told = [];
    Object.defineProperty(window, 'told', { value: told });
    const refuse = name => { told.push(name); throw new DOMException(name, 'SecurityError'); };
    const never = (owner, names) => {
        for (const name of names)
            if (owner && name in owner)
                Object.defineProperty(owner, name, { configurable: true, get: () => refuse(name), set: () => refuse(name) });
    };
    // Whether dark is kept on this device is asked for, and nothing else of that storage.
    const asked = name => name === 'standing-invitation-scheme' ? null : refuse('localStorage');
    const kept = new Proxy({}, {
        get: (_, name) => name === 'getItem' ? asked : refuse('localStorage'),
        set: () => refuse('localStorage'),
    });
    Object.defineProperty(window, 'localStorage', { get: () => kept, set: () => refuse('localStorage') });
    never(window, ['sessionStorage', 'indexedDB', 'caches', 'cookieStore']);
    never(window, ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'Worker',
        'SharedWorker', 'BroadcastChannel', 'Notification', 'alert', 'confirm', 'prompt', 'open', 'eval']);
    never(Document.prototype, ['cookie', 'write', 'writeln', 'domain']);
    never(Navigator.prototype, ['sendBeacon', 'serviceWorker', 'storage', 'geolocation', 'clipboard', 'mediaDevices']);
    for (const name of ['setItem', 'getItem', 'removeItem', 'clear'])
        Storage.prototype[name] = () => refuse('Storage.' + name);
    addEventListener('securitypolicyviolation', event => told.push(event.violatedDirective + ' ' + event.blockedURI));
})()";

/// From now on, every page that is opened is watched.
pub fn watch(explorer: &Explorer) {
    explorer.devtools("Page.enable", json!({}));
    explorer.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
}

/// What the page has tried since it was opened.
#[track_caller]
pub fn told(explorer: &Explorer) -> Value {
    explorer.read("() => window.told", json!([]))
}
