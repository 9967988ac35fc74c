//! What is part of a word, and small letters, without the tables of the standard library:
//! those cost more of the browser's wasm than all that is done with them here.

/// Whether it is part of a word, in any script. Outside ASCII that is whatever is no
/// known sign, space or picture, so that no script is forgotten.
pub(crate) fn in_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let sign = matches!(c,
        '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' | '×' | '÷'
        // Of Arabic script, and of Devanagari and its neighbours.
        | '\u{600}'..='\u{60f}' | '\u{61b}'..='\u{61f}' | '٪'..='٭' | '۔' | '।' | '॥'
        // Punctuation, money, arrows, signs and shapes; joiners and marks of direction.
        | '\u{1680}' | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20ff}' | '\u{2190}'..='\u{2bff}'
        | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{303f}'
        // Private signs, other forms of signs, wide signs.
        | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff0f}' | '\u{fff0}'..='\u{ffff}'
        // Pictures, and what is no text at all.
        | '\u{1f000}'..='\u{1fbef}' | '\u{e0000}'..);
    !sign
}

/// The small letter of one in Latin or Cyrillic script; others as they are.
/// Source: Unicode, blocks Latin-1 Supplement, Latin Extended-A, Cyrillic.
pub(crate) fn small(c: char) -> char {
    let code = u32::from(c);
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x410..=0x42f => code + 32,
        0x400..=0x40f => code + 80,
        // A large letter with an even number, or an odd one, and its small letter after it.
        0x130 => 0x69,
        0x100..=0x137 | 0x14a..=0x177 | 0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => code | 1,
        0x139..=0x148 | 0x179..=0x17e if code % 2 == 1 => code + 1,
        0x178 => 0xff,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_sites_languages_become_small() {
        for (large, expected) in [
            ("ABCXYZ", "abcxyz"),
            ("ĄĆĘŁŃÓŚŹŻ", "ąćęłńóśźż"),
            ("ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ", "áčďéěíňóřšťúůýž"),
            ("АБВГҐДЕЄЖЗИІЇЙЩЮЯЁ", "абвгґдеєжзиіїйщюяё"),
            ("ابپ٣ ñß7_×", "ابپ٣ ñß7_×"),
        ] {
            assert_eq!(large.chars().map(small).collect::<String>(), expected);
            assert_eq!(expected.chars().map(small).collect::<String>(), expected);
        }
    }

    #[test]
    fn latin_and_cyrillic_agree_with_unicode() {
        // The letters of the ranges above that have one small letter, but for three
        // that are written with other letters: İ, ĸ and ŉ have none of their own.
        for c in ('\0'..'\u{180}').chain('\u{400}'..'\u{4c0}') {
            let mut unicode = c.to_lowercase();
            if let (Some(expected), None) = (unicode.next(), unicode.next()) {
                assert_eq!(small(c), expected, "{c} {:x}", u32::from(c));
            }
        }
    }

    #[test]
    fn words_are_told_from_signs_as_unicode_does() {
        for c in "aZ9éłжїґقگے٣۷कি৭ਮம𝟘漢あ한".chars() {
            assert!(in_word(c), "{c}");
        }
        for c in " .,!?@#'’‘“”«»…–—-،؛؟۔٪।€£$°×÷→✓★💀🏽\u{200d}\u{feff}\u{fe0f}\u{20e3}".chars()
        {
            assert!(!in_word(c), "{c}");
        }
        // Everything Unicode calls a letter or a digit in the blocks people write in.
        for c in ('\0'..'\u{2000}').filter(|c| c.is_alphanumeric()) {
            let old = matches!(c, '²' | '³' | '¹' | '¼' | '½' | '¾');
            assert!(in_word(c) || old, "{c} {:x}", u32::from(c));
        }
    }
}
