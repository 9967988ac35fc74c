//! Piping read letter by letter.

use super::Oracle;
use crate::generate::{list, text};
use serde_json::Value;

/// A text with the answers in their places, for a reader of `language`.
pub(crate) fn piped(words: &str, oracle: &Oracle, language: &str, comma: &str) -> String {
    let letters: Vec<char> = words.chars().collect();
    let mut said = String::new();
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        if rest.starts_with(&['{', '{']) {
            said.push('{');
            at += 2;
        } else if let Some((name, otherwise, length)) = named(rest) {
            let answer = oracle.said(&name, language, comma);
            said.push_str(&answer.unwrap_or(otherwise));
            at += length;
        } else {
            said.push(rest[0]);
            at += 1;
        }
    }
    said
}

/// A name in braces that stands first, what stands for no answer, and how long it all is.
fn named(letters: &[char]) -> Option<(String, String, usize)> {
    let end = letters.iter().position(|letter| *letter == '}')?;
    let (first, inside) = letters[..end].split_first()?;
    let bar = inside.iter().position(|letter| *letter == '|');
    let (name, otherwise) = match bar {
        Some(bar) => (&inside[..bar], &inside[bar + 1..]),
        None => (inside, &[][..]),
    };
    let safe = |letter: &char| letter.is_ascii_alphanumeric() || "_-.".contains(*letter);
    let is_id =
        (1..=64).contains(&name.len()) && name.iter().all(safe) && !matches!(name[0], '-' | '.');
    let text = |letters: &[char]| letters.iter().collect();
    (*first == '{' && is_id).then(|| (text(name), text(otherwise), end + 1))
}

impl Oracle<'_> {
    /// An answer that would be sent, in the reader's words.
    fn said(&self, id: &str, language: &str, comma: &str) -> Option<String> {
        let (_, question) = self.place(id)?;
        let label = |id: &Value| {
            let choice = list(question, "choices")
                .iter()
                .find(|it| it["id"] == *id)?;
            Some(text(&choice["label"], language).to_owned())
        };
        match self.kept().get(id)? {
            Value::Array(chosen) => {
                let labels: Option<Vec<String>> = chosen.iter().map(label).collect();
                Some(labels?.join(comma))
            }
            Value::Object(_) => None,
            word @ Value::String(written) => Some(label(word).unwrap_or_else(|| written.clone())),
            number => Some(number.to_string()),
        }
    }
}
