//! A text without what people type differently though they mean the same word.

use crate::letters::{in_word, small};

/// The words of a text, divided by single spaces: small letters and digits, without
/// accents, apostrophes and vowel marks, and with one form for each Arabic letter.
pub(super) fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for c in text.chars().map(small) {
        if is_left_out(c) {
        } else if in_word(c) {
            words.push(one_form(c));
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// What joins the letters on either side of it: "don't" and "dont" are one word.
fn is_left_out(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | '′' | '`' | '´' | '\u{ad}' | '\u{640}'
        | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// The letter that people type for it on another keyboard, or in a hurry.
fn one_form(c: char) -> char {
    let mut groups = FORMS.split(' ');
    let group = groups.find(|group| !c.is_ascii() && group.chars().any(|other| other == c));
    group.and_then(|group| group.chars().next()).unwrap_or(c)
}

/// Letters that are taken for one: the first of their group. One string, because a `match`
/// of them takes 1 KB of wasm.
const FORMS: &str = "aáàäą cćč dď eéèěę ií lł nńň oóö rř sśš tť uúůü yý zźżž её ий ії гґ \
    اأإآٱ وؤ يىئی هةہھۂۃ كک";
