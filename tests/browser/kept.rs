//! Light or dark is kept on the device where the reader asks for that, and nowhere
//! else.

use serde_json::json;

use crate::on_the_page;
use crate::place::{Folder, page};

/// How the page looks, what it chooses, and what the device keeps.
const LOOK: &str =
    "() => [document.documentElement.dataset.scheme ?? '', document.querySelector('[data-look]').value,
    getComputedStyle(document.documentElement).getPropertyValue('--paper'), Object.entries(localStorage)]";
const LIGHT: &str = "#fcfbf8";
const DARK: &str = "#171614";
const KEY: &str = "standing-invitation-scheme";

#[test]
fn dark_is_kept_if_the_reader_asks() {
    on_the_page("series=visits", |explorer, server| {
        explorer.becomes(LOOK, json!([]), json!(["", "", LIGHT, []]));
        // In the address, for this link alone.
        explorer.select("[data-look]", "Dark");
        explorer.becomes(LOOK, json!([]), json!(["dark", "dark", DARK, []]));
        explorer.has_fragment("series=visits&scheme=dark");
        // On the device, and no longer in the address.
        explorer.select("[data-look]", "Dark, kept on this device");
        explorer.becomes(LOOK, json!([]), json!(["dark", "kept-dark", DARK, [[KEY, "dark"]]]));
        explorer.has_fragment("series=visits");
        // It holds at the next visit before the app has started; an address that asks
        // for something else is followed.
        explorer.open(&server.url("index.html#series=treaties"));
        explorer.becomes(LOOK, json!([]), json!(["dark", "kept-dark", DARK, [[KEY, "dark"]]]));
        explorer.open(&server.url("index.html#scheme=light"));
        explorer.becomes(LOOK, json!([]), json!(["light", "light", LIGHT, [[KEY, "dark"]]]));
        // A site that embeds the page is not told what a reader prefers.
        explorer.open(&server.url("index.html#embed=1"));
        explorer.becomes(LOOK, json!([]), json!(["", "", LIGHT, [[KEY, "dark"]]]));
        explorer.open(&server.url("index.html"));
        explorer.select("[data-look]", "Light or dark");
        explorer.becomes(LOOK, json!([]), json!(["", "", LIGHT, []]));
        explorer.open(&server.url("index.html"));
        explorer.becomes(LOOK, json!([]), json!(["", "", LIGHT, []]));
    });
}

/// Where nothing may be stored, what was asked for stands in the address.
#[test]
fn where_nothing_can_be_kept_it_stands_in_the_address() {
    on_the_page("", |explorer, _| {
        let broken = page().replacen(
            "<head>",
            "<head><script>Object.defineProperty(self, 'localStorage', { get() { throw new Error('refused') } })</script>",
            1,
        );
        // The policy of the page would refuse a script that is not its own.
        let broken = broken.replacen("http-equiv=\"Content-Security-Policy\"", "name=policy", 1);
        let folder = Folder::new().with("index.html", &broken);
        let server = folder.served();
        explorer.open(&server.url("index.html"));
        explorer.select("[data-look]", "Dark, kept on this device");
        explorer.has_fragment("scheme=dark");
        let look =
            "() => [document.documentElement.dataset.scheme, document.querySelector('[data-look]').value]";
        explorer.becomes(look, json!([]), json!(["dark", "dark"]));
    });
}
