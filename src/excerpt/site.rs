//! Where the explorer stands, and what leads to it or embeds it.

use crate::excerpt::template::fill;
use crate::query::url;
use crate::text::excerpt as words;

/// Where the explorer stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// The folder of the release, up to its last slash.
    pub folder: String,
    /// The version that addresses are to keep; empty for what is there when they
    /// are followed.
    pub frozen: String,
}

impl Site {
    /// The folder that holds a page: that of the release, also where the page is
    /// one of its frozen versions.
    pub fn folder_of(page: &str) -> &str {
        let page = page.split(['#', '?']).next().unwrap_or_default();
        let Some((folder, _)) = page.rsplit_once('/') else { return "" };
        let frozen = folder.rsplit_once('/').and_then(|(above, _)| above.strip_suffix("/v"));
        page.get(..=frozen.unwrap_or(folder).len()).unwrap_or_default()
    }

    /// The explorer with a query, written as its fragment.
    pub fn explorer(&self, fragment: &str) -> String {
        let sign = if fragment.is_empty() { "" } else { "#" };
        let mut address = self.folder.clone();
        if !self.frozen.is_empty() {
            address.push_str(&["v/", &self.frozen, "/"].concat());
        }
        // A folder's own page needs no name, and a file on a disk does.
        if !self.frozen.is_empty() || !self.folder.starts_with("http") {
            address.push_str("index.html");
        }
        address.push_str(sign);
        address.push_str(fragment);
        address
    }

    /// The page of a record, which previews can be made of; where a version is to
    /// be kept, the record in that.
    pub fn record(&self, id: &str) -> String {
        if self.frozen.is_empty() { [&self.folder, "r/", id, ".html"].concat() } else { self.explorer(id) }
    }

    /// The element that embeds the explorer, and its script.
    pub fn element(&self, fragment: &str, title: &str) -> String {
        let mut attributes = String::new();
        let mut push = |key: &str, value: &str| attributes.push_str(&fill(" {a}=\"{0}\"", &[value], &[key]));
        for pair in pairs(fragment).split('&') {
            if let Some((key, value)) = pair.split_once('=') {
                push(key, &url::decode(value));
            }
        }
        if !self.frozen.is_empty() {
            push("version", &self.frozen);
        }
        fill(ELEMENT, &[&self.folder, &self.explorer(fragment), title], &[&attributes])
    }

    /// A frame that embeds the explorer, for sites that take no script.
    pub fn frame(&self, fragment: &str, title: &str) -> String {
        fill(FRAME, &[&self.framed(fragment), title], &[])
    }

    /// The explorer as it stands in a frame.
    pub fn framed(&self, fragment: &str) -> String {
        let query = pairs(fragment);
        self.explorer(&["embed=1", if query.is_empty() { "" } else { "&" }, &query].concat())
    }

    /// The picture of the release, which leads to the explorer.
    pub fn picture(&self, fragment: &str, title: &str) -> String {
        fill(PICTURE, &[&self.explorer(fragment), &self.folder, words::ALT, title], &[])
    }
}

/// A fragment as pairs of keys and values, also where it is only the id of a
/// record.
fn pairs(fragment: &str) -> String {
    let key = if fragment.is_empty() || fragment.contains('=') { "" } else { "record=" };
    [key, fragment].concat()
}

/// What a site puts into its page.
const ELEMENT: &str = "<script src=\"{0}embed.js\" async></script>\n\
    <standing-invitation{a}><a href=\"{1}\">{2}</a></standing-invitation>";
const FRAME: &str = "<iframe src=\"{0}\" title=\"{1}\" width=\"100%\" height=\"480\" loading=\"lazy\" \
    referrerpolicy=\"no-referrer\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox \
    allow-downloads allow-modals\"></iframe>";
const PICTURE: &str = "<p><a href=\"{0}\"><img src=\"{1}share.png\" width=\"600\" alt=\"{2}\"></a></p>\n\
    <p><a href=\"{0}\">{3}</a></p>";
