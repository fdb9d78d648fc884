//! The two encodings in which servers send text.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};

/// Brotli at its best level, as a host would store a page beforehand.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    in_memory(brotli::BrotliCompress(&mut &bytes[..], &mut out, &params));
    out
}

/// Gzip at its best level, for hosts that know nothing newer.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    in_memory(encoder.write_all(bytes));
    in_memory(encoder.finish())
}

/// # Panics
/// Never: reading a slice and writing to a vector cannot fail.
#[allow(clippy::expect_used)]
fn in_memory<T>(done: std::io::Result<T>) -> T {
    done.expect("nothing is read or written outside memory")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn each_encoding_gives_back_what_was_put_in() {
        let text = "promise and practice, ".repeat(99).into_bytes();

        let mut out = Vec::new();
        in_memory(flate2::read::GzDecoder::new(&gzip(&text)[..]).read_to_end(&mut out));
        assert_eq!(out, text);

        let mut out = Vec::new();
        in_memory(brotli::BrotliDecompress(&mut &brotli(&text)[..], &mut out));
        assert_eq!(out, text);
    }
}
