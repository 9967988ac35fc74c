//! What one person answered.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::id::QuestionId;

/// One answer, in the shape that files and the wire share: a choice or a text as
/// a string, several choices as a list of strings, a number as a number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// The id of the choice, or the text written: the question knows which.
    Word(String),
    /// The ids of the choices, in the order chosen.
    Many(Vec<String>),
    /// A whole number.
    Number(i64),
}

impl Answer {
    /// Whether this counts as not answered: an empty text or an empty list.
    /// Zero is an answer.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Word(word) => word.trim().is_empty(),
            Self::Many(words) => words.is_empty(),
            Self::Number(_) => false,
        }
    }
}

// By hand, because the derived untagged form buffers each value first (kilobytes
// of wasm) and says only "did not match any variant".
impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Shape;
        impl<'de> Visitor<'de> for Shape {
            type Value = Answer;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an answer: a string, a list of strings or a whole number")
            }

            fn visit_str<E>(self, word: &str) -> Result<Answer, E> {
                Ok(Answer::Word(word.to_owned()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Answer, E> {
                Ok(Answer::Number(number))
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Answer, E> {
                i64::try_from(number)
                    .map(Answer::Number)
                    .map_err(|_| E::invalid_value(serde::de::Unexpected::Unsigned(number), &self))
            }

            fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Answer, S::Error> {
                let mut words = Vec::new();
                while let Some(word) = list.next_element()? {
                    words.push(word);
                }
                Ok(Answer::Many(words))
            }
        }
        from.deserialize_any(Shape)
    }
}

/// The answers of one person, by question. What was not answered is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<QuestionId, Answer>);

impl Answers {
    /// The answer to a question, unless there is none or it is blank.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question).filter(|answer| !answer.is_blank())
    }

    /// Keeps an answer; a blank one takes the old one away.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        if answer.is_blank() {
            self.0.remove(&question);
        } else {
            self.0.insert(question, answer);
        }
    }

    /// Takes an answer away.
    pub fn clear(&mut self, question: &str) {
        self.0.remove(question);
    }

    /// Every question that has an answer, in order of its id.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Answer)> {
        self.0.iter().filter(|(_, answer)| !answer.is_blank())
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionId, Answer)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_shapes_are_read_and_written_alike() {
        let json = r#"{"been":["sport","music"],"nights":0,"year":"10"}"#;
        let answers: Answers = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&answers).unwrap(), json);
        assert_eq!(answers.get("nights"), Some(&Answer::Number(0)));
    }

    #[test]
    fn blank_is_not_answered() {
        let answers: Answers = serde_json::from_str(r#"{"a":"  ","b":[]}"#).unwrap();
        assert!(answers.is_empty());
        assert_eq!(answers.get("a"), None);
    }

    #[test]
    fn other_shapes_are_refused_in_words() {
        for json in [
            r#"{"a":true}"#,
            r#"{"a":1.5}"#,
            r#"{"a":{"b":"c"}}"#,
            r#"{"a":[1]}"#,
            r#"{"a":null}"#,
            r#"{"a":18446744073709551615}"#,
        ] {
            assert!(
                serde_json::from_str::<Answers>(json).is_err(),
                "{json} was taken"
            );
        }
    }
}
