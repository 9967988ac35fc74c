//! Words that a person reads, in one language or in several.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// The language used where a text has none for the reader.
pub const FALLBACK: &str = "en";

/// A text in a pack: one string for everybody, or a map by BCP 47 language tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Text {
    /// The same words whatever the reader's language.
    Same(String),
    /// Words by language tag, such as `{"en": "Yes", "cs": "Ano"}`.
    ByLanguage(BTreeMap<String, String>),
}

impl Text {
    /// The words for a reader of `language`: that tag, its main part (`pt` for
    /// `pt-BR`), [`FALLBACK`], else the first there is.
    pub fn pick(&self, language: &str) -> &str {
        match self {
            Self::Same(words) => words,
            Self::ByLanguage(words) => {
                let main = language.split('-').next().unwrap_or_default();
                [language, main, FALLBACK]
                    .iter()
                    .find_map(|tag| words.get(*tag))
                    .or_else(|| words.values().next())
                    .map_or("", String::as_str)
            }
        }
    }

    /// Whether any language has no words at all.
    pub fn has_gap(&self) -> bool {
        match self {
            Self::Same(words) => words.trim().is_empty(),
            Self::ByLanguage(words) => {
                words.is_empty() || words.values().any(|words| words.trim().is_empty())
            }
        }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::Same(words.to_owned())
    }
}

// By hand: the derived untagged form buffers every value first, which costs
// kilobytes of wasm, and its message names neither form.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or texts by language such as {\"en\": \"Yes\"}")
            }

            fn visit_str<E>(self, words: &str) -> Result<Text, E> {
                Ok(Text::Same(words.to_owned()))
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Text, M::Error> {
                let mut words = BTreeMap::new();
                while let Some((tag, text)) = map.next_entry()? {
                    words.insert(tag, text);
                }
                Ok(Text::ByLanguage(words))
            }
        }
        from.deserialize_any(Words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readers_language_comes_first_then_english_then_any() {
        let text: Text = serde_json::from_str(r#"{"cs":"Ano","en":"Yes"}"#).unwrap();
        assert_eq!(text.pick("cs"), "Ano");
        assert_eq!(text.pick("cs-CZ"), "Ano");
        assert_eq!(text.pick("pl"), "Yes");
        let text: Text = serde_json::from_str(r#"{"cs":"Ano"}"#).unwrap();
        assert_eq!(text.pick("pl"), "Ano");
        assert_eq!(Text::from("Hi").pick("pl"), "Hi");
    }

    #[test]
    fn a_gap_in_one_language_is_a_gap() {
        assert!(Text::from(" ").has_gap());
        let text: Text = serde_json::from_str(r#"{"en":"Yes","cs":""}"#).unwrap();
        assert!(text.has_gap());
    }

    #[test]
    fn other_shapes_are_refused_in_words() {
        let error = serde_json::from_str::<Text>("7").unwrap_err().to_string();
        assert!(error.contains("a text, or texts by language"), "{error}");
    }
}
