//! The folder of the authored files.

use std::path::Path;
use std::{fs, io};

/// Every authored file of a folder in the order of names: its name as messages
/// have it, such as `data/visits.toml`, and its text.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn read(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            files.push((format!("{}/{name}", folder.display()), fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}
