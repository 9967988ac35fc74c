//! Words that a person reads, in one language or in several.

use serde_json::Value;

use crate::json::{FromJson, Place, entries};

/// The language used where a text has none for the reader.
pub const FALLBACK: &str = "en";

/// A text in a pack: one string for everybody, or a map by BCP 47 language tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// The same words whatever the reader's language.
    Same(String),
    /// Words by language tag, such as `{"en": "Yes", "cs": "Ano"}`.
    ByLanguage(Vec<(String, String)>),
}

impl Text {
    /// The words for a reader of `language`: that tag, its main part (`pt` for
    /// `pt-BR`), [`FALLBACK`], else the first there is.
    pub fn pick(&self, language: &str) -> &str {
        self.pick_with_language(language).1
    }

    /// The same, with the language these words are in; nothing where the text names none:
    /// then it is in the pack's own, the first of `site.json`.
    pub fn pick_with_language(&self, language: &str) -> (Option<&str>, &str) {
        match self {
            Self::Same(words) => (None, words),
            Self::ByLanguage(words) => {
                let main = language.split('-').next().unwrap_or_default();
                let of = |tag: &&str| words.iter().find(|(other, _)| other == tag);
                let best = [language, main, FALLBACK].iter().find_map(of);
                best.or(words.first())
                    .map_or((None, ""), |(tag, words)| (Some(tag.as_str()), words))
            }
        }
    }

    /// The words in every language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (same, by_language) = match self {
            Self::Same(words) => (Some(words.as_str()), &[][..]),
            Self::ByLanguage(words) => (None, words.as_slice()),
        };
        same.into_iter()
            .chain(by_language.iter().map(|(_, words)| words.as_str()))
    }

    /// Changes the words of every language, given its tag; those for everybody have none.
    pub fn change(&mut self, change: &mut dyn FnMut(&str, &mut String)) {
        match self {
            Self::Same(words) => change("", words),
            Self::ByLanguage(all) => all.iter_mut().for_each(|(tag, words)| change(tag, words)),
        }
    }

    /// Whether any language has no words at all.
    pub fn has_gap(&self) -> bool {
        match self {
            Self::Same(words) => words.trim().is_empty(),
            Self::ByLanguage(words) => {
                words.is_empty() || words.iter().any(|(_, words)| words.trim().is_empty())
            }
        }
    }
}

impl Text {
    /// As a pack has it.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Same(words) => Value::from(words.as_str()),
            Self::ByLanguage(words) => words
                .iter()
                .map(|(tag, words)| (tag.clone(), Value::from(words.as_str())))
                .collect(),
        }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::Same(words.to_owned())
    }
}

impl FromJson for Text {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        match value {
            Value::String(words) => Some(Self::Same(words)),
            Value::Object(words) => {
                let mut read = Vec::new();
                let whole = entries(words, &mut |tag, text| match text {
                    Value::String(text) => {
                        read.push((tag, text));
                        Some(())
                    }
                    _ => None,
                });
                whole.map_or_else(|| place.say(SHAPE), |()| Some(Self::ByLanguage(read)))
            }
            _ => place.say(SHAPE),
        }
    }
}

const SHAPE: &str = "This has to be a text, or texts by language such as {\"en\": \"Yes\"}.";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn the_readers_language_comes_first_then_english_then_any() {
        let text: Text = json::read(r#"{"cs":"Ano","en":"Yes"}"#).unwrap();
        assert_eq!(text.pick("cs"), "Ano");
        assert_eq!(text.pick("cs-CZ"), "Ano");
        assert_eq!(text.pick("pl"), "Yes");
        let text: Text = json::read(r#"{"cs":"Ano"}"#).unwrap();
        assert_eq!(text.pick("pl"), "Ano");
        assert_eq!(Text::from("Hi").pick("pl"), "Hi");
    }

    #[test]
    fn a_gap_in_one_language_is_a_gap() {
        assert!(Text::from(" ").has_gap());
        let text: Text = json::read(r#"{"en":"Yes","cs":""}"#).unwrap();
        assert!(text.has_gap());
    }

    #[test]
    fn other_shapes_are_refused_in_words() {
        for json in ["7", r#"{"en":7}"#] {
            let problems = json::read::<Text>(json).unwrap_err();
            assert!(
                problems[0].text.contains("a text, or texts by language"),
                "{problems:?}"
            );
        }
    }
}
