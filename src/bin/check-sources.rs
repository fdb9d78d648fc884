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
    use std::{env, fs, path::Path, process::ExitCode};

    use standing_invitation::data::corpus::Corpus;
    use standing_invitation::sources::{check, report::report};

    /// Where the authored files are, seen from where `make` runs.
    const DATA: &str = "data";

    pub fn check_sources() -> ExitCode {
        let Some(folder) = env::args().nth(1) else {
            eprintln!("usage: check-sources FOLDER (which holds each text as SOURCE-ID.txt)");
            return ExitCode::FAILURE;
        };
        let corpus = Corpus::embedded();
        let read = |source: &str| fs::read_to_string(Path::new(&folder).join(format!("{source}.txt"))).ok();
        let texts = corpus.sources.iter().filter_map(|source| Some((source.id.clone(), read(&source.id)?)));
        let texts: Vec<(String, String)> = texts.collect();
        let outcome = check(&corpus, &texts);
        print!("{}", report(&corpus, &texts, &files(), &outcome));
        if outcome.passes() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// The authored files of records, each a name and its text.
    fn files() -> Vec<(String, String)> {
        let series = Corpus::embedded().vocabulary.series;
        let names = series.iter().map(|series| format!("{DATA}/{}.toml", series.id));
        names.filter_map(|name| Some((name.clone(), fs::read_to_string(&name).ok()?))).collect()
    }
}
