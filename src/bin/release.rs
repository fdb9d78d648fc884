//! Writes the release: `release TRUNK_OUTPUT DIST`.
//!
//! Takes the app as trunk built it, packs it with all texts into one page, and
//! writes the page, the pages of the records, the data and their checksums.
//! Fails when the page weighs more than it may.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), String> {
    native::release()
}

/// The release is written natively.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::{env, fs, path::Path};

    use standing_invitation::{
        data::corpus::Corpus,
        site::{
            bundle::Page,
            embed, release,
            weight::{self, Weight},
        },
    };

    /// The name of the app in the output of trunk.
    const APP: &str = env!("CARGO_PKG_NAME");

    pub fn release() -> Result<(), String> {
        let [from, to] = env::args()
            .skip(1)
            .collect::<Vec<_>>()
            .try_into()
            .map_err(|_| "usage: release TRUNK_OUTPUT DIST")?;
        let (from, to) = (Path::new(&from), Path::new(&to));
        let glue = String::from_utf8(read(&from.join(format!("{APP}.js")))?)
            .map_err(|error| format!("the glue: {error}"))?;
        let wasm = read(&from.join(format!("{APP}_bg.wasm")))?;
        let corpus = Corpus::embedded();
        let release = release::release(&corpus, &glue, &wasm)?;
        for (name, content) in &release.files {
            let path = to.join(name);
            path.parent()
                .map_or(Ok(()), fs::create_dir_all)
                .and_then(|()| fs::write(&path, content))
                .map_err(|error| format!("{}: {error}", path.display()))?;
        }
        if corpus.about.contact.ends_with(".example") {
            println!("Before you publish: put an address for readers into `contact` of data/dataset.toml.");
        }
        if corpus.about.address.is_empty() {
            println!(
                "Before you publish: put where it will be into `address` of data/dataset.toml. Until then there is no \
                 sitemap, and the pages of the records have no canonical link and no picture."
            );
        }
        let embed = release.files.iter().find(|(name, _)| name == embed::PATH);
        println!("{}", weight::script(embed::PATH, embed.map(|(_, content)| &**content).unwrap_or_default()));
        println!("{}", weight::pages(release.permanent.iter().map(|page| page.html.as_str())));
        weigh(&release.page)
    }

    /// Prints what each part weighs and how far the page is over its gate, and
    /// refuses one that is above the ceiling.
    fn weigh(page: &Page) -> Result<(), String> {
        let mut weights: Vec<_> = page.parts.iter().map(|(name, part)| Weight::of(name, part)).collect();
        let page = Weight::of("page", page.html.as_bytes());
        let (passes, brotli, over) = (page.passes(), page.brotli, page.over_gate());
        weights.push(page);
        print!("{}", weight::table(&weights));
        if over > 0 {
            println!("The page is {over} bytes over its gate of {}.", weight::GATE);
        }
        if passes {
            Ok(())
        } else {
            Err(format!("the page weighs {brotli} bytes in brotli and may weigh {}", weight::CEILING))
        }
    }

    fn read(path: &Path) -> Result<Vec<u8>, String> {
        fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
    }
}
