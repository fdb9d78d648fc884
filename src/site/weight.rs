//! What the page weighs on its way to a reader, and what it may weigh.

use std::fmt::Write;

use crate::compress;

/// What the page is to weigh in brotli at most, in bytes, with every record of
/// the five sources and everything that the page can do. It is not met now.
pub const GATE: usize = 220_000;

/// What the page weighs while it is over its gate, rounded up: it may not weigh
/// more. Lower it with every saving, raise it only with what readers were
/// promised and by what that weighs (CONTRIBUTING has the list), and remove it
/// once the gate is met.
pub const CEILING: usize = 275_500;

/// One part of the page, or the page, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// What was weighed.
    pub name: String,
    /// As it is.
    pub raw: usize,
    /// As many hosts send it.
    pub gzip: usize,
    /// As the better hosts send it.
    pub brotli: usize,
}

impl Weight {
    /// Weighs one part on its own.
    pub fn of(name: &str, bytes: &[u8]) -> Weight {
        Weight {
            name: name.to_owned(),
            raw: bytes.len(),
            gzip: compress::gzip(bytes).len(),
            brotli: compress::brotli(bytes).len(),
        }
    }

    /// How many bytes it is over the gate.
    pub fn over_gate(&self) -> usize {
        self.brotli.saturating_sub(GATE)
    }

    /// Whether it is no heavier than it was allowed to become.
    pub fn passes(&self) -> bool {
        self.brotli <= CEILING
    }
}

/// A table for people, in kB of 1000 bytes.
pub fn table(weights: &[Weight]) -> String {
    let mut out = format!("{:<14}{:>10}{:>10}{:>10}\n", "kB", "raw", "gzip", "brotli");
    for Weight { name, raw, gzip, brotli } in weights {
        let _ = writeln!(out, "{name:<14}{:>10}{:>10}{:>10}", kb(*raw), kb(*gzip), kb(*brotli));
    }
    out
}

/// How many pages of records there are, what one of them weighs as a rule, and
/// what the heaviest weighs.
pub fn pages<'a>(pages: impl Iterator<Item = &'a str>) -> String {
    let mut pages: Vec<&str> = pages.collect();
    pages.sort_by_key(|page| page.len());
    let told = |page: Option<&&str>| {
        let weight = Weight::of("", page.copied().unwrap_or_default().as_bytes());
        format!("{} kB, {} in brotli", kb(weight.raw), kb(weight.brotli))
    };
    let (median, heaviest) = (told(pages.get(pages.len() / 2)), told(pages.last()));
    format!("{} pages of records: {median} at the median; {heaviest} at most.", pages.len())
}

/// What a script beside the page weighs.
pub fn script(name: &str, content: &[u8]) -> String {
    let Weight { raw, brotli, .. } = Weight::of(name, content);
    format!("{name}: {raw} bytes, {brotli} in brotli.")
}

fn kb(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn weight(name: &str, raw: usize, gzip: usize, brotli: usize) -> Weight {
        Weight { name: name.to_owned(), raw, gzip, brotli }
    }

    #[test]
    fn the_table_counts_in_kilobytes() {
        let weights = [weight("boot", 949, 951, 49), weight("page", 1_234_567, 200_000, 130_000)];
        expect![[r#"
            kB                   raw      gzip    brotli
            boot                 0.9       1.0       0.0
            page              1234.6     200.0     130.0
        "#]]
        .assert_eq(&table(&weights));
    }

    #[test]
    fn pages_are_counted_and_two_of_them_weighed() {
        let pages = ["a".repeat(7000), "b".to_string(), "c".repeat(2000)];
        expect!["3 pages of records: 2.0 kB, 0.0 in brotli at the median; 7.0 kB, 0.0 in brotli at most."]
            .assert_eq(&super::pages(pages.iter().map(String::as_str)));
    }

    #[test]
    fn a_script_is_told_by_the_byte() {
        expect!["a.js: 1300 bytes, 15 in brotli."].assert_eq(&script("a.js", &b"word".repeat(325)));
    }

    #[test]
    fn the_gate_counts_what_is_over_it_and_the_ceiling_holds() {
        assert_eq!(weight("page", 0, 0, GATE).over_gate(), 0);
        assert_eq!(weight("page", 0, 0, GATE + 7).over_gate(), 7);
        assert!(weight("page", 0, 0, CEILING).passes());
        assert!(!weight("page", 0, 0, CEILING + 1).passes());
    }

    #[test]
    fn what_repeats_weighs_little() {
        let weight = Weight::of("text", "word ".repeat(1000).as_bytes());
        assert_eq!(weight.raw, 5000);
        assert!(weight.gzip < 100 && weight.brotli < 100);
    }
}
