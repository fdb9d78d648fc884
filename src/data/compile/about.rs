//! Reads what the dataset is as a whole.

use super::table::Table;
use crate::data::corpus::About;

/// Reads `dataset.toml`.
pub fn read(table: &Table) -> About {
    let address = table.optional_text("address");
    let is_of_the_web = ["https://", "http://"].iter().any(|scheme| address.value.starts_with(scheme));
    let is_folder = address.value.ends_with('/') && !address.value.contains(['?', '#', ' ']);
    // It is the name of a folder of the release, and part of addresses.
    let version = table.text("version");
    let parts = version.value.split('.');
    let is_plain =
        |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    if !version.value.is_empty() && !parts.into_iter().all(is_plain) {
        let message =
            "a version is made of letters, digits, hyphens and single dots, such as 1.2.0".to_string();
        table.file.mistake(&version.span, message);
    }
    if !(address.value.is_empty() || is_of_the_web && is_folder) {
        let message = "this is not where a release can be: write the address of its folder, such as \"https://example.org/china/\"";
        table.file.mistake(&address.span, message.to_string());
    }
    let about = About {
        name: table.text("name").value,
        title: table.text("title").value,
        sentence: table.text("sentence").value,
        state: table.text("state").value,
        version: version.value,
        licence: table.text("licence").value,
        contact: table.text("contact").value,
        address: address.value,
    };
    table.finish();
    about
}
