//! Numbers that look random.

/// Chance that is the same every time (xorshift).
pub struct Chance {
    state: u64,
}

impl Chance {
    pub fn new() -> Chance {
        Chance { state: 42 }
    }

    fn unit(&mut self) -> f64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// A number below `n`: the higher, the rarer.
    pub fn rarely_below(&mut self, n: usize) -> usize {
        let unit = self.unit();
        (unit * unit * unit * n as f64) as usize
    }
}
