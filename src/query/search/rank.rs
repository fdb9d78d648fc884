//! The best of many.

/// Those that are worth most, at most so many; of equals the first. What is
/// worth nothing is none of them.
pub fn best(worths: &[u16], limit: usize, is_allowed: &dyn Fn(u32) -> bool) -> Vec<u32> {
    let mut best: Vec<(u16, u32)> = Vec::with_capacity(limit + 1);
    for (id, worth) in (0..).zip(worths) {
        let place = best.iter().take_while(|(other, _)| other >= worth).count();
        if *worth > 0 && place < limit && is_allowed(id) {
            best.insert(place, (*worth, id));
            best.truncate(limit);
        }
    }
    best.into_iter().map(|(_, id)| id).collect()
}
