//! What every measured visit needs: a note of when the page is ready, and the
//! middle of what several visits took.

/// Notes when the page says that it is ready, in milliseconds since it was
/// asked for.
pub const NOTE: &str = "new MutationObserver((_, observer) => {
    if (!document.documentElement?.hasAttribute('data-ready')) return;
    window.readyAt = performance.now();
    observer.disconnect();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] })";

/// The middle value; the upper one of an even number.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
