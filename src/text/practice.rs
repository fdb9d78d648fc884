//! The words of the view “Promise and practice”.

/// What the view is, and what it is not. `follow_up` is the name of the links
/// by which a source reports something as follow-up.
pub fn note(follow_up: &str) -> [String; 2] {
    [
        format!(
            "What the state accepted, joined or announced, as the sources tell it; beside each, what they tell of the same matter afterwards. The words before a record say how the two are joined: only “{follow_up}” means that a source reports the one as follow-up to the other. No link says that one came of the other, or that a promise was kept or broken."
        ),
        "Where the documents name no follow-up, no record made from them is linked as such. They were not written to list what was done about each promise: their silence is not a finding that nothing was done.".to_string(),
    ]
}

/// What stands where no source names follow-up: `These five documents name no follow-up.`
pub fn silent(sources: usize) -> String {
    const NUMBERS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let number = NUMBERS.get(sources).map_or_else(|| sources.to_string(), |word| (*word).to_string());
    match sources {
        1 => "This one document names no follow-up.".to_string(),
        _ => format!("These {number} documents name no follow-up."),
    }
}

/// What stands where no promise is found.
pub const NOTHING: &str = "No promise, and nothing beside one, is among the records chosen.";
