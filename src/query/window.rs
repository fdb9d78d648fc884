//! How much of a long list is shown at once.

/// Up to so many records, a list is shown whole.
pub const WHOLE: u32 = 2000;
/// A longer one grows by so many at a time.
pub const STEP: u32 = 200;

/// In a frame of a site a list begins with so few, as the frame grows with it.
const FEW: u32 = 5;
/// And grows by so many at a time.
const FEW_MORE: u32 = 20;

/// How many of the records found are shown in a frame of a site, where the
/// reader has asked for more so many times.
pub fn shown_in_frame(found: u32, asked: u32) -> u32 {
    FEW.saturating_add(FEW_MORE.saturating_mul(asked)).min(found)
}

/// How many of the records found are shown, where the reader has asked for more
/// so many times.
pub fn shown(found: u32, asked: u32) -> u32 {
    let most = if found > WHOLE { STEP.saturating_mul(asked.saturating_add(1)) } else { found };
    most.min(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_a_frame_lists_begin_short() {
        let shown = [(3, 0), (577, 0), (577, 1), (30, 2), (577, u32::MAX)]
            .map(|(found, asked)| shown_in_frame(found, asked));
        assert_eq!(shown, [3, 5, 25, 30, 577]);
    }

    #[test]
    fn only_long_lists_are_cut() {
        let check = |found, asked, expected| assert_eq!(shown(found, asked), expected, "{found}, {asked}");
        check(0, 0, 0);
        check(577, 0, 577);
        check(2000, 0, 2000);
        check(2001, 0, 200);
        check(2001, 1, 400);
        check(2001, 9, 2000);
        check(2001, 10, 2001);
        check(50_000, u32::MAX, 50_000);
    }
}
