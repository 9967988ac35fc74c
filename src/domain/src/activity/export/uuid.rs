//! Names that are the same whenever and wherever they are made: UUIDs of version 5
//! (RFC 9562, section 5.5). Open Referral asks for UUIDs, and calendars know an event
//! again by one (RFC 7986, section 5.3).

use std::fmt::Write;

/// The name space of addresses (RFC 9562, section 6.6).
const URL: [u8; 16] = [
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
];

/// The UUID of a thing of a borough's. The area stands in it, since two boroughs may have
/// a service of the same id: `parts` are joined by slashes, such as `hark:Wigan/service/ID`.
pub(super) fn uuid(area: &str, parts: &[&str]) -> String {
    let name = ["hark:", area, "/", &parts.join("/")].concat();
    text(named(URL, &name))
}

fn named(space: [u8; 16], name: &str) -> [u8; 16] {
    let mut uuid = [0; 16];
    let hash = sha1(&[&space, name.as_bytes()].concat());
    uuid.copy_from_slice(&hash[..16]);
    uuid[6] = uuid[6] & 0x0f | 0x50;
    uuid[8] = uuid[8] & 0x3f | 0x80;
    uuid
}

fn text(uuid: [u8; 16]) -> String {
    let mut text = String::new();
    for (place, byte) in uuid.iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        // Writing to a text can't fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// SHA-1 (RFC 3174), which version 5 is made with. Nothing is kept secret by it.
fn sha1(message: &[u8]) -> [u8; 20] {
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((message.len() as u64 * 8).to_be_bytes());
    let mut state: [u32; 5] = [
        0x6745_2301,
        0xefcd_ab89,
        0x98ba_dcfe,
        0x1032_5476,
        0xc3d2_e1f0,
    ];
    for block in padded.chunks_exact(64) {
        let mut words = [0_u32; 80];
        for (word, bytes) in words.iter_mut().zip(block.chunks_exact(4)) {
            *word = bytes
                .iter()
                .fold(0, |word, byte| word << 8 | u32::from(*byte));
        }
        for t in 16..80 {
            words[t] = (words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16]).rotate_left(1);
        }
        let mut new = state;
        for (t, word) in words.iter().enumerate() {
            let [first, b, c, d, last] = new;
            let (mixed, constant) = match t {
                0..20 => (b & c | !b & d, 0x5a82_7999),
                20..40 => (b ^ c ^ d, 0x6ed9_eba1),
                40..60 => (b & c | b & d | c & d, 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6_u32),
            };
            let next = first
                .rotate_left(5)
                .wrapping_add(mixed)
                .wrapping_add(last)
                .wrapping_add(*word)
                .wrapping_add(constant);
            new = [next, first, b.rotate_left(30), c, d];
        }
        for (old, new) in state.iter_mut().zip(new) {
            *old = old.wrapping_add(new);
        }
    }
    let mut hash = [0; 20];
    for (bytes, word) in hash.chunks_exact_mut(4).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_standard() {
        let hex = |text: &str| {
            let mut hex = String::new();
            for byte in sha1(text.as_bytes()) {
                write!(hex, "{byte:02x}").unwrap();
            }
            hex
        };
        // RFC 3174, section 7.3, and FIPS 180-2 for the empty message.
        assert_eq!(hex("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert_eq!(hex(""), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
        assert_eq!(
            hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
        );
    }

    #[test]
    fn a_name_has_the_uuid_of_the_standard() {
        // RFC 9562, appendix A.4: the name space of host names differs in one byte.
        let mut dns = URL;
        dns[3] = 0x10;
        assert_eq!(
            text(named(dns, "www.example.com")),
            "2ed6657d-e927-568b-95e1-2665a8aea6a2"
        );
    }

    #[test]
    fn two_boroughs_may_have_the_same_ids() {
        assert_eq!(
            uuid("Wigan", &["service", "a"]),
            uuid("Wigan", &["service", "a"])
        );
        assert_ne!(
            uuid("Wigan", &["service", "a"]),
            uuid("Leeds", &["service", "a"])
        );
        assert_ne!(
            uuid("Wigan", &["service", "a"]),
            uuid("Wigan", &["place", "a"])
        );
    }
}
