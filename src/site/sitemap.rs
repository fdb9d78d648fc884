//! The list of pages for search engines, by the protocol of sitemaps.org.

use crate::data::corpus::About;
use crate::html::escape;
use crate::site::permanent::Permanent;

/// Its path in the release.
pub const PATH: &str = "sitemap.xml";

/// The explorer and every page that may be listed; nothing where it is not
/// known at which address they are.
pub fn xml(about: &About, pages: &[Permanent]) -> Option<String> {
    let listed = pages.iter().filter(|page| page.listed).map(|page| page.path.as_str());
    let urls: Option<Vec<String>> =
        std::iter::once("").chain(listed).map(|path| about.published(path)).collect();
    let urls = urls?.into_iter().map(|url| format!("<url><loc>{}</loc></url>\n", escape(&url)));
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        urls.collect::<String>()
    ))
}
