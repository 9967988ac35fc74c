//! Words as they are compared: small letters, without marks.

use crate::letters::{in_word, small};

/// Latin letters with a mark, each before the one without.
const MARKED: &str = "àaáaâaãaäaåaāaăaąaçcćcčcďdđdèeéeêeëeēeęeěeģgğgìiíiîiïiīiıiķkļlľlłlñnńnňnņnòoóoôoõoöoøoőoŕrřrśsşsšsșsţtťtțtùuúuûuüuůuűuūuųuýyÿyźzżzžz";

/// The words of a text, folded.
pub fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in text.chars() {
        // "Tinkers'" and "don't" are one word each.
        if matches!(c, '\'' | '’') {
            continue;
        }
        if !in_word(c) {
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(bare(small(c)));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn bare(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let mut pairs = MARKED.chars();
    while let Some((marked, bare)) = pairs.next().zip(pairs.next()) {
        if marked == c {
            return bare;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_marks_and_size() {
        for (text, expected) in [
            ("Skate-Park, 5 a side!", "skate park 5 a side"),
            ("Tinkers' Yard isn’t", "tinkers yard isnt"),
            ("ŻÓŁĆ Škola", "zolc skola"),
            ("فٹ بال", "فٹ بال"),
            ("Футбол", "футбол"),
            (" …", ""),
        ] {
            assert_eq!(words(text).join(" "), expected);
        }
    }
}
