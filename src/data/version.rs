//! Versions of the data, and which comes later.

/// Whether a version comes after another: by its numbers, the first that differs.
/// What is no number counts as 0.
pub fn is_later(version: &str, than: &str) -> bool {
    let numbers = |version: &str| -> Vec<u32> {
        version.split(['.', '-']).map(|part| part.parse().unwrap_or_default()).collect()
    };
    numbers(version) > numbers(than)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_follow_each_other() {
        for (version, than, later) in [
            ("0.2.0", "0.1.0", true),
            ("0.10.0", "0.9.1", true),
            ("0.1.0", "0.1.0", false),
            ("0.1.0", "0.1.1", false),
            ("1.0.0", "0.99", true),
            ("", "0.1.0", false),
            ("x", "", false),
            ("4294967296.0.0", "0.1.0", false),
        ] {
            assert_eq!(is_later(version, than), later, "{version} after {than}");
        }
    }
}
