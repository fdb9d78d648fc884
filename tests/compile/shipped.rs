//! The shipped data with files of a test in place of its own.

use standing_invitation::data::compile::folder;

/// The shipped description of the dataset and the shipped vocabularies, with
/// these files beside them: the name within `data/`, and the text.
pub fn with(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut all = folder::read("data".as_ref()).expect("the data");
    all.retain(|(name, _)| ["data/dataset.toml", "data/vocabularies.toml"].contains(&name.as_str()));
    all.extend(files.iter().map(|(name, text)| (format!("data/{name}"), text.to_string())));
    // As they are read from a folder.
    all.sort();
    all
}
