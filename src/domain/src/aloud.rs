//! Reading aloud: which voice of the browser reads, and in which pieces.

/// How well a voice of the browser fits what is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Not at all.
    No,
    /// It speaks the language.
    Language,
    /// And as it is spoken here.
    Region,
}

/// How well the voice of language `voice` (BCP 47, but Android writes `en_GB`) reads
/// `language` in `region` (such as `en-GB`). `on_device`: whether it speaks on the device
/// itself.
///
/// A voice from elsewhere fits nothing: it would send every question, and with words that
/// name answers also those, to the company that made the browser.
pub fn fit(voice: &str, on_device: bool, language: &str, region: &str) -> Fit {
    if !on_device || main(voice) != main(language) {
        return Fit::No;
    }
    let hyphened = |byte: u8| if byte == b'_' { b'-' } else { byte };
    if voice.bytes().map(hyphened).eq(region.bytes()) {
        Fit::Region
    } else {
        Fit::Language
    }
}

/// The main part of a language tag.
fn main(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| matches!(byte, b'-' | b'_'));
    &tag[..end.unwrap_or(tag.len())]
}

/// How many bytes are said in one go, at most where the words have a place to breathe:
/// some browsers stop after about 15 seconds.
const LONGEST: usize = 240;

/// What of a text is said in one go, and what is left: all of a short one, otherwise up to
/// the end of the first sentence.
pub fn breath(text: &str) -> (&str, &str) {
    let text = text.trim();
    if text.len() > LONGEST {
        for (at, _) in text.match_indices(' ') {
            if text[..at].ends_with(['.', '!', '?', '…', '۔', '؟']) {
                return (&text[..at], text[at..].trim_start());
            }
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_on_the_device_reads_and_no_other() {
        for (voice, on_device, language, region, expected) in [
            ("en-GB", true, "en", "en-GB", Fit::Region),
            ("en_GB", true, "en", "en-GB", Fit::Region),
            ("en-US", true, "en", "en-GB", Fit::Language),
            ("en", true, "en", "en-GB", Fit::Language),
            ("en-GB", true, "en-GB", "en", Fit::Language),
            ("de-DE", true, "de-AT", "de-AT", Fit::Language),
            ("en-GB", false, "en", "en-GB", Fit::No),
            ("en-GB", true, "ur", "ur-PK", Fit::No),
            ("eng-GB", true, "en", "en-GB", Fit::No),
            ("", true, "en", "", Fit::No),
            ("pl", true, "pl", "pl", Fit::Region),
        ] {
            assert_eq!(
                fit(voice, on_device, language, region),
                expected,
                "{voice} {language}"
            );
        }
    }

    #[test]
    fn a_long_text_breathes_at_the_ends_of_sentences() {
        assert_eq!(breath(" One. Two. "), ("One. Two.", ""));
        assert_eq!(breath(" "), ("", ""));
        let first = format!("It is 1.5 km{}.", "x".repeat(250));
        let second = format!("{}۔", "آ".repeat(200));
        let long = format!("{first} {second} Short.");
        let (said, left) = breath(&long);
        assert_eq!(said, first);
        assert_eq!(breath(left), (second.as_str(), "Short."));
        let endless = "x".repeat(500);
        assert_eq!(breath(&endless), (endless.as_str(), ""));
    }
}
