//! Reading aloud: which voice of the browser reads, and in which pieces.

/// A voice as the browser tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its language tag (BCP 47, but Android writes `en_GB`).
    pub language: String,
    /// Whether it speaks on the device itself. Any other sends the words to a company.
    pub local: bool,
}

/// How many bytes are said in one go, at most where the words have a place to breathe:
/// some browsers stop after about 15 seconds.
const LONGEST: usize = 240;

/// The place of the voice that reads `language`, of those on the device: one of `region`
/// (such as `en-GB`) if there is one, else the first.
///
/// A voice from elsewhere is none: it would send every question, and with "what you said
/// before" also answers, to the company that made the browser.
pub fn voice(voices: &[Voice], language: &str, region: &str) -> Option<usize> {
    let fits = |voice: &Voice| voice.local && main(&voice.language) == main(language);
    let best = |voice: &Voice| fits(voice) && voice.language.replace('_', "-") == region;
    let place = voices.iter().position(best);
    place.or_else(|| voices.iter().position(fits))
}

/// The main part of a language tag.
fn main(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// A text in the pieces in which it is said: whole where it is short, otherwise at the
/// ends of sentences.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while rest.len() > LONGEST {
        let ends = |(at, sign): (usize, char)| {
            let after = at + sign.len_utf8();
            let is_end = matches!(sign, '.' | '!' | '?' | '…' | '۔' | '؟');
            (is_end && rest[after..].starts_with(' ')).then_some(after)
        };
        let Some(end) = rest.char_indices().find_map(ends) else {
            break;
        };
        pieces.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voices(of: &[(&str, bool)]) -> Vec<Voice> {
        let voice = |(language, local): &(&str, bool)| Voice {
            language: (*language).to_owned(),
            local: *local,
        };
        of.iter().map(voice).collect()
    }

    #[test]
    fn a_voice_on_the_device_reads_and_no_other() {
        let all = voices(&[("en-US", false), ("de-DE", true), ("en-US", true), ("en_GB", true)]);
        assert_eq!(voice(&all, "en", "en-GB"), Some(3));
        assert_eq!(voice(&all, "en", "en-IE"), Some(2));
        assert_eq!(voice(&all, "de-AT", "de-AT"), Some(1));
        assert_eq!(voice(&all, "ur", "ur-PK"), None);
        assert_eq!(voice(&all[..1], "en", "en-US"), None);
        assert_eq!(voice(&[], "en", "en-GB"), None);
        assert_eq!(voice(&voices(&[("eng-GB", true)]), "en", "en-GB"), None);
    }

    #[test]
    fn a_long_text_breathes_at_the_ends_of_sentences() {
        assert_eq!(pieces(" One. Two. "), ["One. Two."]);
        assert_eq!(pieces(" "), [""; 0]);
        let long = format!("It is 1.5 km{0}. {1}۔ Short.", "x".repeat(150), "آ".repeat(100));
        let first = format!("It is 1.5 km{}.", "x".repeat(150));
        let rest = format!("{}۔ Short.", "آ".repeat(100));
        assert_eq!(pieces(&long), [first, rest]);
        let endless = "x".repeat(500);
        assert_eq!(pieces(&endless), [endless.as_str()]);
    }
}
