//! Holds the claims against the texts of the sources: `check-sources FOLDER`.
//!
//! The folder holds each text as `SOURCE-ID.txt`. The texts are not in this
//! repository; `data/sources.toml` has their checksums.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::check_sources()
}

/// The texts are read natively.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::path::Path;
    use std::process::ExitCode;
    use std::{env, fs};

    use standing_invitation::data::compile;
    use standing_invitation::sources::{check, report::report};

    /// Where the authored files are, seen from where `make` runs.
    const DATA: &str = "data";

    pub fn check_sources() -> ExitCode {
        let Some(folder) = env::args().nth(1) else {
            eprintln!("usage: check-sources FOLDER (which holds each text as SOURCE-ID.txt)");
            return ExitCode::FAILURE;
        };
        let files = match compile::folder::read(Path::new(DATA)) {
            Ok(files) => files,
            Err(error) => {
                eprintln!("{DATA}: {error}");
                return ExitCode::FAILURE;
            }
        };
        // Not the corpus that is built in: it may be older than the files.
        let authored = match compile::read(&files) {
            Ok(authored) => authored,
            Err(mistakes) => {
                mistakes.iter().for_each(|mistake| eprintln!("{mistake}"));
                return ExitCode::FAILURE;
            }
        };
        let read = |source: &str| fs::read_to_string(Path::new(&folder).join(format!("{source}.txt"))).ok();
        let ids = authored.corpus.sources.iter().map(|source| &source.id);
        let texts: Vec<(String, String)> = ids.filter_map(|id| Some((id.clone(), read(id)?))).collect();
        let outcome = check(&authored, &texts);
        print!("{}", report(&authored, &outcome));
        if outcome.passes() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
