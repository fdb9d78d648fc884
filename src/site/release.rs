//! Every file of a release, from the corpus and the app that trunk built.

use crate::checksum::sha256;
use crate::data::blob;
use crate::data::corpus::Corpus;
use crate::export::package;
use crate::site::bundle::{Page, Parts, bundle};
use crate::site::head;
use crate::site::permanent::{self, Permanent};
use crate::site::{coloured, embed, page, records, share, sitemap, style};
use crate::text;

/// What is published.
#[derive(Clone, Debug)]
pub struct Release {
    /// The page, with its parts for weighing.
    pub page: Page,
    /// The page of each record.
    pub permanent: Vec<Permanent>,
    /// Every file, the pages included: its path and its content.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Writes the release, with checksums in the form that `sha256sum --check` reads.
///
/// # Errors
/// When the app cannot be packed (see [`bundle`]), a table cannot be written or
/// the picture cannot be drawn.
pub fn release(corpus: &Corpus, glue: &str, wasm: &[u8]) -> Result<Release, String> {
    let dataset = corpus.dataset();
    let style = &style(corpus);
    let body = page::body(corpus, &dataset);
    let about = &corpus.about;
    // Without an address there is nothing to tell that title and description do not.
    let preview = if about.address.is_empty() {
        String::new()
    } else {
        head::preview(about, "website", "", &about.title, &about.sentence)
    };
    let page = bundle(&Parts {
        language: &text::LANGUAGE,
        title: &format!("{}: {}", about.name, about.title),
        preview: &preview,
        description: &corpus.about.sentence,
        style,
        above: &body.above,
        below: &body.below,
        glue,
        numbers: &blob::encode(&dataset),
        wasm,
    })?;
    let permanent = permanent::pages(corpus, &dataset, &coloured(corpus));
    let mut files = vec![
        ("index.html".to_string(), page.html.clone().into_bytes()),
        (permanent::frozen(&corpus.about.version), page.html.clone().into_bytes()),
        ("data/records.json".to_string(), records::json(corpus, &dataset).into_bytes()),
    ];
    let package = package::files(corpus)?;
    files.extend(package.into_iter().map(|(name, text)| (format!("data/{name}"), text.into_bytes())));
    files.extend(permanent.iter().map(|page| (page.path.clone(), page.html.clone().into_bytes())));
    files.push((embed::PATH.to_string(), embed::js(corpus).into_bytes()));
    files.push((share::PATH.to_string(), share::png(corpus, &dataset)?));
    if let Some(sitemap) = sitemap::xml(&corpus.about, &permanent) {
        files.push((sitemap::PATH.to_string(), sitemap.into_bytes()));
    }
    let mut sums = String::new();
    for (name, content) in &files {
        sums.push_str(&format!("{}  {name}\n", sha256(content)));
    }
    files.push(("SHA256SUMS".to_string(), sums.into_bytes()));
    Ok(Release { page, permanent, files })
}
