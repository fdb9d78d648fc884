//! Writes the release: `release TRUNK_OUTPUT DIST`.
//!
//! Takes the app as trunk built it, packs it with all texts into one page, and
//! writes the page, the data and their checksums. Fails when the page weighs
//! more than it may.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), String> {
    native::release()
}

/// The release is written natively.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::{env, fmt::Write, fs, path::Path};

    use sha2::{Digest, Sha256};
    use standing_invitation::{
        data::{Dataset, corpus::Corpus},
        site::{
            self,
            bundle::{Parts, bundle},
            page, records,
            weight::{self, Weight},
        },
    };

    /// The language of the page.
    const LANG: &str = "en";
    /// The name of the app in the output of trunk.
    const APP: &str = env!("CARGO_PKG_NAME");

    pub fn release() -> Result<(), String> {
        let [from, to] = env::args()
            .skip(1)
            .collect::<Vec<_>>()
            .try_into()
            .map_err(|_| "usage: release TRUNK_OUTPUT DIST")?;
        let (from, to) = (Path::new(&from), Path::new(&to));
        let (corpus, dataset) = (Corpus::embedded(), Dataset::embedded());

        let glue = String::from_utf8(read(&from.join(format!("{APP}.js")))?)
            .map_err(|error| format!("the glue: {error}"))?;
        let wasm = read(&from.join(format!("{APP}_bg.wasm")))?;
        let page = bundle(&Parts {
            lang: LANG,
            title: &format!("{}: {}", corpus.about.name, corpus.about.title),
            description: &corpus.about.sentence,
            style: site::STYLE,
            body: &page::body(&corpus, &dataset),
            glue: &glue,
            wasm: &wasm,
        })?;

        let data = records::json(&corpus, &dataset);
        let files = [("index.html", &page.html), ("data/records.json", &data)];
        write(to, &files.map(|(name, text)| (name, text.as_bytes())))?;
        weigh(&page.parts, page.html.as_bytes())
    }

    /// Writes the files, and beside them their checksums in the form that
    /// `sha256sum --check` reads.
    fn write(to: &Path, files: &[(&str, &[u8])]) -> Result<(), String> {
        let mut sums = String::new();
        for (name, bytes) in files {
            for byte in Sha256::digest(bytes) {
                let _ = write!(sums, "{byte:02x}");
            }
            let _ = writeln!(sums, "  {name}");
        }
        for (name, bytes) in files.iter().chain(&[("SHA256SUMS", sums.as_bytes())]) {
            let path = to.join(name);
            path.parent()
                .map_or(Ok(()), fs::create_dir_all)
                .and_then(|()| fs::write(&path, bytes))
                .map_err(|error| format!("{}: {error}", path.display()))?;
        }
        Ok(())
    }

    /// Prints what each part weighs, and shuts the gate.
    fn weigh(parts: &[(&str, Vec<u8>)], page: &[u8]) -> Result<(), String> {
        let mut weights: Vec<_> = parts.iter().map(|(name, part)| Weight::of(name, part)).collect();
        let page = Weight::of("page", page);
        let (passes, brotli) = (page.passes(), page.brotli);
        weights.push(page);
        print!("{}", weight::table(&weights));
        if passes {
            Ok(())
        } else {
            Err(format!("the page weighs {brotli} bytes in brotli and may weigh {}", weight::GATE))
        }
    }

    fn read(path: &Path) -> Result<Vec<u8>, String> {
        fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
    }
}
