//! The best of many.

/// Those that are worth most, at most so many; of equals the first. What is
/// worth nothing is none of them.
pub fn best(worths: &[u16], limit: usize, is_allowed: &dyn Fn(u32) -> bool) -> Vec<u32> {
    let mut best = Vec::new();
    let mut last = (u16::MAX, 0);
    while best.len() < limit {
        let mut next = (0, 0);
        for (id, worth) in (0..).zip(worths) {
            let follows = *worth < last.0 || (*worth == last.0 && id > last.1);
            if *worth > next.0 && follows && is_allowed(id) {
                next = (*worth, id);
            }
        }
        if next.0 == 0 {
            break;
        }
        best.push(next.1);
        last = next;
    }
    best
}
