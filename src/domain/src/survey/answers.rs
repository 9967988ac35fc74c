//! What one person answered.

use serde_json::Value;

use crate::id::QuestionId;
use crate::json::{FromJson, Place, ToJson, entries, quoted, separated, serialized_as_written};
use crate::number::Number;

/// One answer, in the shape that files and the wire share: a choice or a text as
/// a string, several choices as a list of strings, a number as a number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// The id of the choice, or the text written: the question knows which.
    Word(String),
    /// The ids of the choices, in the order chosen.
    Many(Vec<String>),
    /// A number.
    Number(Number),
    /// The choice made in each row of a matrix, by the ids of both, in order of the rows'.
    Rows(Vec<(String, String)>),
}

impl ToJson for Answer {
    fn write(&self, out: &mut String) {
        match self {
            Self::Word(word) => quoted(word, out),
            Self::Many(words) => separated(['[', ']'], words.iter(), out, |word, out| {
                quoted(word, out);
            }),
            Self::Number(number) => number.write(out),
            Self::Rows(rows) => separated(['{', '}'], rows.iter(), out, |(row, choice), out| {
                quoted(row, out);
                out.push(':');
                quoted(choice, out);
            }),
        }
    }
}

impl Answer {
    /// Whether this counts as not answered: an empty text or an empty list.
    /// Zero is an answer.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Word(word) => word.trim().is_empty(),
            Self::Many(words) => words.is_empty(),
            Self::Number(_) => false,
            Self::Rows(rows) => rows.is_empty(),
        }
    }

    /// The choices made by row, in order of the rows' ids; blank ones are no choices.
    pub fn rows(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut rows: Vec<(String, String)> = Vec::new();
        for (row, choice) in pairs {
            if !choice.trim().is_empty() {
                // One by one: sorting would cost 4 KB of wasm.
                let place = rows.partition_point(|(before, _)| *before < row);
                rows.insert(place, (row, choice));
            }
        }
        Self::Rows(rows)
    }

    /// The choice made in a row of a matrix.
    pub fn in_row(&self, row: &str) -> Option<&str> {
        match self {
            Self::Rows(rows) => rows
                .iter()
                .find_map(|(id, choice)| (id == row).then_some(choice.as_str())),
            _ => None,
        }
    }
}

impl FromJson for Answer {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let answer = match value {
            Value::String(word) => Some(Self::Word(word)),
            Value::Number(_) => return Number::from_json(value, place).map(Self::Number),
            Value::Array(items) => many(items).map(Self::Many),
            Value::Object(rows) => {
                let mut read = Vec::new();
                let whole = entries(rows, &mut |row, choice| match choice {
                    Value::String(choice) => {
                        read.push((row, choice));
                        Some(())
                    }
                    _ => None,
                });
                whole.map(|()| Self::rows(read))
            }
            _ => None,
        };
        answer.or_else(|| place.say(SHAPE))
    }
}

fn many(items: Vec<Value>) -> Option<Vec<String>> {
    let mut words = Vec::new();
    for item in items {
        let Value::String(word) = item else {
            return None;
        };
        words.push(word);
    }
    Some(words)
}

/// What an answer can be, for whoever wrote something else.
pub const SHAPE: &str = "An answer is a string, a list of strings, a number, or for a matrix an object with a choice by row.";

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

impl ToJson for Answers {
    fn write(&self, out: &mut String) {
        separated(['{', '}'], self.iter(), out, |(question, answer), out| {
            quoted(question.as_str(), out);
            out.push(':');
            answer.write(out);
        });
    }
}

serialized_as_written!(Answer, Answers);

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
        entries(map, &mut |name, value| {
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
            Some(())
        });
        Some(answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn the_wire_shapes_are_read_and_written_alike() {
        let json = r#"{"been":["sport","music"],"feel":{"happy":"yes","safe":"no"},"hours":1.5,"nights":0,"year":"10"}"#;
        let answers: Answers = json::read(json).unwrap();
        assert_eq!(serde_json::to_string(&answers).unwrap(), json);
        assert_eq!(answers.get("nights"), Some(&Answer::Number(0.into())));
        assert_eq!(
            answers.get("feel").and_then(|a| a.in_row("safe")),
            Some("no")
        );
    }

    #[test]
    fn blank_is_not_answered() {
        let answers: Answers = json::read(r#"{"a":"  ","b":[],"c":{},"d":{"row":" "}}"#).unwrap();
        assert!(answers.is_empty());
        assert_eq!(answers.get("a"), None);
    }

    #[test]
    fn other_shapes_are_refused_in_words() {
        for json in [
            r#"{"a":true}"#,
            r#"{"a":0.12345678}"#,
            r#"{"a":{"b":1}}"#,
            r#"{"a":{"b":["c"]}}"#,
            r#"{"a":[1]}"#,
            r#"{"a":null}"#,
            r#"{"a":18446744073709551615}"#,
        ] {
            assert!(json::read::<Answers>(json).is_err(), "{json} was taken");
        }
    }
}
