//! Where in the authored files a claim stands, so that a report can name the
//! line. The corpus does not know: it is compiled before.

/// The file and line of a claim, counted from 1; `None` where it is in none of
/// the files, each a name and its text.
pub fn of_claim(files: &[(String, String)], record: &str, key: &str) -> Option<(String, usize)> {
    files.iter().find_map(|(name, text)| {
        let mut record_here = false;
        for (number, line) in (1..).zip(text.lines()) {
            match assigned(line) {
                Some(("id", id)) => record_here = id == record,
                Some(("key", found)) if record_here && found == key => return Some((name.clone(), number)),
                _ => {}
            }
        }
        None
    })
}

/// `("id", "visit-water")` of `id = "visit-water"   # a comment`.
fn assigned(line: &str) -> Option<(&str, &str)> {
    let (field, rest) = line.split_once('=')?;
    let value = rest.trim_start().strip_prefix('"')?;
    Some((field.trim(), value.split('"').next().unwrap_or_default()))
}
