//! A journey as `hark journey --json` prints it.
//!
//! Where questions are listed, a matrix stands as its rows, `question.row`: a row is what
//! is answered.

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

use super::{AnswerError, Journey, VisiblePage, row_reference};
use crate::id::{ChoiceId, QuestionId};
use crate::words::english;

impl Journey {
    /// A question as what is answered there: itself, or the rows of a matrix.
    fn answerable(&self, question: &QuestionId) -> Vec<String> {
        let matrix = self.rows.iter().find(|(id, _)| id == question);
        let row = |(_, rows): &(_, Vec<(crate::id::RowId, bool)>)| {
            let rows = rows.iter();
            rows.map(|(row, _)| row_reference(question, row.as_str()))
                .collect()
        };
        matrix.map_or_else(|| vec![question.to_string()], row)
    }

    /// What can't be skipped, in the order of the survey.
    fn needed(&self) -> Vec<String> {
        let questions = self.pages.iter().flat_map(|page| &page.questions);
        questions
            .flat_map(|question| {
                let rows = self.asks(question).iter().filter(|(_, needed)| *needed);
                let rows = rows.map(|(row, _)| row_reference(question, row.as_str()));
                let is_whole = self.asks(question).is_empty();
                let whole = is_whole && self.required.contains(question);
                rows.chain(whole.then(|| question.to_string()))
            })
            .collect()
    }
}

impl Serialize for Journey {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_struct("Journey", 6)?;
        let pages: Vec<_> = self.pages.iter().map(|page| Printed(self, page)).collect();
        fields.serialize_field("pages", &pages)?;
        fields.serialize_field("required", &self.needed())?;
        fields.serialize_field("choices", &Choices(self))?;
        fields.serialize_field("errors", &self.errors)?;
        fields.serialize_field("kept", &self.kept)?;
        fields.serialize_field("complete", &self.complete)?;
        fields.end()
    }
}

struct Printed<'a>(&'a Journey, &'a VisiblePage);

impl Serialize for Printed<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(journey, page) = self;
        let questions = page.questions.iter();
        let questions: Vec<_> = questions.flat_map(|id| journey.answerable(id)).collect();
        let mut fields = to.serialize_struct("VisiblePage", 2)?;
        fields.serialize_field("id", &page.id)?;
        fields.serialize_field("questions", &questions)?;
        fields.end()
    }
}

struct Choices<'a>(&'a Journey);

impl Serialize for Choices<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let all: Vec<(String, &Vec<ChoiceId>)> = self
            .0
            .choices
            .iter()
            .flat_map(|(question, choices)| {
                let names = self.0.answerable(question).into_iter();
                names.map(move |name| (name, choices))
            })
            .collect();
        let mut map = to.serialize_map(Some(all.len()))?;
        for (name, choices) in &all {
            map.serialize_entry(name, choices)?;
        }
        map.end()
    }
}

/// In files and on the wire: `{"question", "code", "text"}`, the text in English.
impl Serialize for AnswerError {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let row = self.row.as_ref();
        let name = row.map_or_else(
            || self.question.to_string(),
            |row| row_reference(&self.question, row.as_str()),
        );
        let mut fields = to.serialize_struct("AnswerError", 3)?;
        fields.serialize_field("question", &name)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("text", &self.text(english()))?;
        fields.end()
    }
}
