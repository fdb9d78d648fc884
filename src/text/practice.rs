//! The words of the view “Promise and practice”.

use crate::text::language::Plural::{One, Other};
use crate::text::{counted, fill};

/// What the view is, and what it is not. `follow_up` is the name of the links
/// by which a source reports something as follow-up.
pub fn note(follow_up: &str) -> [String; 2] {
    [
        fill(
            "What the state accepted, joined or announced, as the sources tell it; beside each, what they tell of the same matter afterwards. The words before a record say how the two are joined: only “{0}” means that a source reports the one as follow-up to the other. No link says that one came of the other, or that a promise was kept or broken.",
            &[follow_up],
        ),
        "Where the documents name no follow-up, no record made from them is linked as such. They were not written to list what was done about each promise: their silence is not a finding that nothing was done.".to_string(),
    ]
}

/// What stands where no source names follow-up: `These 5 documents name no follow-up.`
pub fn silent(sources: usize) -> String {
    counted(
        sources as u32,
        &[(One, "This one document names no follow-up."), (Other, "These {0} documents name no follow-up.")],
    )
}

/// What stands where no promise is found.
pub const NOTHING: &str = "No promise, and nothing beside one, is among the records chosen.";
