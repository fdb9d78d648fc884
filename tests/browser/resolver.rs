//! A resolver that finds nobody and tells who was looked for: `resolver.c`, made
//! once for all browsers of a run.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// The library that a program is started with, in the variable `LD_PRELOAD`.
pub fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/resolver.c");
        let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("resolver.so");
        let mut command = Command::new("cc");
        command.args(["-shared", "-fPIC", "-O1", "-Wall", "-Werror", source, "-ldl", "-o"]).arg(&library);
        let made = command.status().unwrap_or_else(|error| panic!("cc: {error}"));
        assert!(made.success(), "{command:?}");
        library
    })
}
