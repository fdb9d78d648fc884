//! A screen that nobody sees, for browsers that cannot do without one.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// Ends with the value.
pub struct Screen {
    process: Child,
    /// What programs find it by, in the variable `DISPLAY`.
    pub display: String,
}

impl Screen {
    pub fn start() -> Screen {
        // It looks for a number that is free, and tells it once it listens.
        let process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process = process.unwrap_or_else(|error| panic!("Xvfb: {error}. `make setup` installs it."));
        let mut number = String::new();
        let told = process.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
        assert!(matches!(told, Some(Ok(1..))), "Xvfb tells the number of its screen: {told:?}");
        Screen { process, display: format!(":{}", number.trim()) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
