//! What one person answered.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::id::QuestionId;
use crate::json::{FromJson, Place};

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

impl FromJson for Answer {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let word = |item: Value| match item {
            Value::String(word) => Some(word),
            _ => None,
        };
        let answer = match value {
            Value::String(word) => Some(Self::Word(word)),
            Value::Number(number) => number.as_i64().map(Self::Number),
            Value::Array(items) => items
                .into_iter()
                .map(word)
                .collect::<Option<_>>()
                .map(Self::Many),
            _ => None,
        };
        answer.or_else(|| place.say("An answer is a string, a list of strings or a whole number."))
    }
}

/// The answers of one person, by question. What was not answered is absent.
///
/// A sorted list, because one person's answers are few and a tree costs 5 KB of wasm.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Answers(Vec<(QuestionId, Answer)>);

impl Answers {
    /// The answer to a question, unless there is none or it is blank.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.place(question).ok().map(|place| &self.0[place].1)
    }

    /// Keeps an answer; a blank one takes the old one away.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        match self.place(question.as_str()) {
            Ok(place) if answer.is_blank() => {
                self.0.remove(place);
            }
            Ok(place) => self.0[place].1 = answer,
            Err(_) if answer.is_blank() => {}
            Err(place) => self.0.insert(place, (question, answer)),
        }
    }

    /// Takes an answer away.
    pub fn clear(&mut self, question: &str) {
        if let Ok(place) = self.place(question) {
            self.0.remove(place);
        }
    }

    /// Every question that has an answer, in order of its id.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Answer)> {
        self.0.iter().map(|(question, answer)| (question, answer))
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a question stands, or would.
    fn place(&self, question: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(id, _)| id.as_str().cmp(question))
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionId, Answer)>>(pairs: I) -> Self {
        let mut answers = Self::default();
        pairs
            .into_iter()
            .for_each(|(question, answer)| answers.set(question, answer));
        answers
    }
}

impl FromJson for Answers {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let Value::Object(map) = value else {
            return place.say("Answers are an object, with an answer by question.");
        };
        let mut answers = Self::default();
        for (name, value) in map {
            let here = place.enter(&name);
            match QuestionId::new(&name) {
                Ok(question) => {
                    if let Some(answer) = Answer::from_json(value, place) {
                        answers.set(question, answer);
                    }
                }
                Err(why) => {
                    place.say::<()>(why);
                }
            }
            place.leave(here);
        }
        Some(answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn the_wire_shapes_are_read_and_written_alike() {
        let json = r#"{"been":["sport","music"],"nights":0,"year":"10"}"#;
        let answers: Answers = json::read(json).unwrap();
        assert_eq!(serde_json::to_string(&answers).unwrap(), json);
        assert_eq!(answers.get("nights"), Some(&Answer::Number(0)));
    }

    #[test]
    fn blank_is_not_answered() {
        let answers: Answers = json::read(r#"{"a":"  ","b":[]}"#).unwrap();
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
            assert!(json::read::<Answers>(json).is_err(), "{json} was taken");
        }
    }
}
