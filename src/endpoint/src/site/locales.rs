//! The site's own words, which stand in the binary: content is made ready for whatever pack
//! the server is given.

use hark_domain::words::Catalogue;

/// The words as people write them, a file a language.
const LOCALES: &[&str] = &include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// Those of every language.
pub(super) fn locales() -> Vec<Catalogue> {
    let words = LOCALES.iter().filter_map(|json| Catalogue::read(json).ok());
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_words_can_be_read() {
        assert!(LOCALES.len() >= 6);
        for json in LOCALES {
            assert!(Catalogue::read(json).is_ok(), "{json:.80}");
        }
    }
}
