//! Answers in the forms that a browser may ask for.

use std::io::Read;

use hark_tests::server::Reply;

/// The body of an answer as it was before it was compressed.
pub(crate) fn unpacked(reply: &Reply) -> Vec<u8> {
    let mut plain = Vec::new();
    match reply.header("content-encoding") {
        "br" => {
            brotli::Decompressor::new(&*reply.body, 4096)
                .read_to_end(&mut plain)
                .unwrap();
        }
        "gzip" => {
            flate2::read::GzDecoder::new(&*reply.body)
                .read_to_end(&mut plain)
                .unwrap();
        }
        other => {
            assert_eq!(other, "");
            plain.extend_from_slice(&reply.body);
        }
    }
    plain
}
