//! Every file of a release, from the corpus and the app that trunk built.

use crate::checksum::sha256;
use crate::data::blob;
use crate::data::blob::Names;
use crate::data::corpus::Corpus;
use crate::export::package;
use crate::site::bundle::{Page, Parts, bundle};
use crate::site::{page, records, style};

/// The language of the page.
const LANG: &str = "en";

/// What is published.
#[derive(Clone, Debug)]
pub struct Release {
    /// The page, with its parts for weighing.
    pub page: Page,
    /// Every file, the page included: its path and its text.
    pub files: Vec<(String, String)>,
}

/// Writes the release, with checksums in the form that `sha256sum --check` reads.
///
/// # Errors
/// When the app cannot be packed (see [`bundle`]) or a table cannot be written.
pub fn release(corpus: &Corpus, glue: &str, wasm: &[u8]) -> Result<Release, String> {
    let dataset = corpus.dataset();
    let style = &style(corpus);
    let body = page::body(corpus, &dataset);
    let page = bundle(&Parts {
        lang: LANG,
        title: &format!("{}: {}", corpus.about.name, corpus.about.title),
        description: &corpus.about.sentence,
        style,
        above: &body.above,
        below: &body.below,
        glue,
        numbers: &blob::encode(&dataset),
        names: &Names::of(&dataset).lines(),
        wasm,
    })?;
    let mut files = vec![
        ("index.html".to_string(), page.html.clone()),
        ("data/records.json".to_string(), records::json(corpus, &dataset)),
    ];
    files.extend(package::files(corpus)?.into_iter().map(|(name, text)| (format!("data/{name}"), text)));
    let mut sums = String::new();
    for (name, text) in &files {
        sums.push_str(&format!("{}  {name}\n", sha256(text)));
    }
    files.push(("SHA256SUMS".to_string(), sums));
    Ok(Release { page, files })
}
