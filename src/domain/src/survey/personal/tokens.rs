//! A text as words and signs.

use super::is_unseen;
use crate::letters::{self, small};

/// A word, or a sign that stands for itself.
pub(super) struct Token {
    /// The first byte.
    pub(super) start: usize,
    /// The byte after the last.
    pub(super) end: usize,
    /// What stands there, in small letters. A line break is `"\n"`.
    pub(super) low: String,
    /// Whether it is a word: letters, digits and `_`, with single `.`, `-` or apostrophes inside.
    pub(super) word: bool,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

impl Token {
    /// Whether it [is one](has) of a list of words.
    pub(super) fn is_in(&self, list: &str) -> bool {
        has(list, &self.low)
    }
}

/// Whether a word is one of a list, which is divided by single spaces. One string takes
/// less room in the browser's wasm than a list of strings.
pub(super) fn has(list: &str, word: &str) -> bool {
    any(list, &|other| other == word)
}

/// Whether that holds for any word of a list. To a trait object, because taking a list
/// apart is 300 bytes of wasm each time it is compiled.
pub(super) fn any(list: &str, holds: &dyn Fn(&str) -> bool) -> bool {
    list.split(' ').any(holds)
}

/// Every token of a text, which is given with its characters and where they begin.
pub(super) fn tokens(text: &str, letters: &[(usize, char)]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let (mut at, mut spaced) = (0, true);
    while let Some(&(start, c)) = letters.get(at) {
        let from = at;
        at += 1;
        let word = in_word(c);
        if word {
            while continues(letters, at) {
                at += 1;
            }
        } else if is_unseen(c) {
            continue;
        } else if c.is_whitespace() && c != '\n' {
            spaced = true;
            continue;
        }
        let end = letters.get(at).map_or(text.len(), |(next, _)| *next);
        let low = letters[from..at].iter().map(|(_, c)| small(*c)).collect();
        tokens.push(Token {
            start,
            end,
            low,
            word,
            spaced,
        });
        spaced = c == '\n';
    }
    tokens
}

fn in_word(c: char) -> bool {
    letters::in_word(c) || c == '_'
}

fn continues(letters: &[(usize, char)], at: usize) -> bool {
    match letters.get(at) {
        Some((_, '.' | '-' | '\'' | '’')) => {
            // The character before is in the word, or a sign that joins two of them.
            in_word(letters[at - 1].1) && letters.get(at + 1).is_some_and(|(_, c)| in_word(*c))
        }
        Some((_, c)) => in_word(*c),
        None => false,
    }
}
