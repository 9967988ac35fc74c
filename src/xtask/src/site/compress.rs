//! Copies of a file as they go over the wire, made once and not at each visit.

use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// Brotli at its highest quality; `None` when that is not smaller.
pub(crate) fn brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    brotli_at(11, bytes)
}

/// Brotli for what is much and seldom asked for: an eighth larger, and fifty times sooner.
pub(crate) fn quick_brotli(bytes: &[u8]) -> Option<Vec<u8>> {
    brotli_at(5, bytes)
}

/// The window of 4 MB (22) is what every browser takes, and larger than any file here.
fn brotli_at(quality: i32, bytes: &[u8]) -> Option<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).ok()?;
    smaller(packed, bytes)
}

/// Gzip at its highest quality, without a time in it; `None` when that is not smaller.
pub(crate) fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    smaller(encoder.finish().ok()?, bytes)
}

fn smaller(packed: Vec<u8>, bytes: &[u8]) -> Option<Vec<u8>> {
    (packed.len() < bytes.len()).then_some(packed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_packed_comes_back() {
        let bytes = b"hark ".repeat(100);
        let mut plain = Vec::new();
        let packed = brotli(&bytes).unwrap_or_default();
        let read = brotli::Decompressor::new(&*packed, 4096).read_to_end(&mut plain);
        assert!(read.is_ok() && plain == bytes);

        plain.clear();
        let packed = gzip(&bytes).unwrap_or_default();
        let read = flate2::read::GzDecoder::new(&*packed).read_to_end(&mut plain);
        assert!(read.is_ok() && plain == bytes);
    }

    #[test]
    fn a_copy_that_is_not_smaller_is_none() {
        assert_eq!(brotli(b"a"), None);
        assert_eq!(gzip(b"a"), None);
    }

    #[test]
    fn the_same_bytes_pack_the_same() {
        let bytes = b"hark ".repeat(100);
        assert_eq!(brotli(&bytes), brotli(&bytes));
        assert_eq!(gzip(&bytes), gzip(&bytes));
    }
}
