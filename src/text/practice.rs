//! The words of the view “Promise and practice”.

/// What the view is, and what it is not.
pub const NOTE: [&str; 2] = [
    "What the state accepted, joined or announced, as the sources tell it; beside each, what they tell of the same matter afterwards. The word before a record says how the two are joined: only “Followed up by” means that a source reports it as follow-up. No link says that one came of the other, or that a promise was kept or broken.",
    "Where it says that the documents name no follow-up, that is all that is known: these documents were not written to list what was done, and most end before it could be told. Their silence is not a finding that nothing was done.",
];

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
