//! Compiles the authored files in `data/` into the blob the crate embeds, or lists every mistake in them and fails.

#[allow(dead_code, missing_docs)]
mod data {
    #[path = "../src/data/compile.rs"]
    pub mod compile;
    #[path = "../src/data/corpus.rs"]
    pub mod corpus;
    #[path = "../src/data/dataset.rs"]
    pub mod dataset;
    #[path = "../src/data/day.rs"]
    pub mod day;
    #[path = "../src/data/letters.rs"]
    pub mod letters;
    #[path = "../src/data/version.rs"]
    pub mod version;

    pub use dataset::End;
    pub use day::{Day, Span};
}

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/data");
    let files = data::compile::folder::read(Path::new("data"))?;
    let corpus = match data::compile::compile(&files) {
        Ok(corpus) => corpus,
        Err(mistakes) => {
            for mistake in &mistakes {
                println!("cargo::error={mistake}");
            }
            println!("cargo::error={} mistakes in data/; see docs/data.md", mistakes.len());
            std::process::exit(1);
        }
    };
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let bytes = postcard::to_allocvec(&corpus).map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("corpus.bin"), bytes)
}
