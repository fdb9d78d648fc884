//! What the page weighs on its way to a reader, and what it may weigh.

use std::fmt::Write;

use crate::compress;

/// What the page may weigh in brotli, in bytes, with every record of the five
/// sources and everything that the page can do.
pub const GATE: usize = 220_000;

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

    /// Whether the gate lets it pass.
    pub fn passes(&self) -> bool {
        self.brotli <= GATE
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
    fn the_gate_shuts_above_its_figure() {
        assert!(weight("page", 0, 0, GATE).passes());
        assert!(!weight("page", 0, 0, GATE + 1).passes());
    }

    #[test]
    fn what_repeats_weighs_little() {
        let weight = Weight::of("text", "word ".repeat(1000).as_bytes());
        assert_eq!(weight.raw, 5000);
        assert!(weight.gzip < 100 && weight.brotli < 100);
    }
}
