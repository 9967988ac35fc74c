//! One person's way through a survey, derived from the definition and the answers
//! and never stored.
//!
//! Decided on purpose, after what XForms does (a non-relevant node reads as
//! empty and can't fail) and other engines don't:
//! - a hidden question reads as empty at once, whatever was answered there;
//! - its answer is not lost: shown again, it counts again; it is never sent;
//! - `required` fails only a visible question without an answer, and a wrong
//!   answer fails only its own rule, never `required` as well;
//! - the whole set is validated, not one page.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::answers::{Answer, Answers};
use super::condition::Condition;
use super::definition::{Kind, Question, Survey};
use super::judge::{Advice, ErrorCode, Wrong, judge, missing, unknown_question};
use crate::id::{ChoiceId, PageId, QuestionId};
use crate::words::{Catalogue, english};

/// What one person sees and what of it would be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Journey {
    /// The visible pages, in order, each with its visible questions.
    pub pages: Vec<VisiblePage>,
    /// The visible questions that can't be skipped.
    pub required: Vec<QuestionId>,
    /// The choices of every visible question that has some.
    #[serde(serialize_with = "as_map")]
    pub choices: Vec<(QuestionId, Vec<ChoiceId>)>,
    /// Everything wrong, in order of the questions.
    pub errors: Vec<AnswerError>,
    /// The answers that would be sent: visible, right and not blank.
    pub kept: Answers,
    /// Whether nothing is wrong, so that it can be sent.
    pub complete: bool,
}

fn as_map<S: Serializer>(pairs: &[(QuestionId, Vec<ChoiceId>)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(pairs.iter().map(|(question, choices)| (question, choices)))
}

/// A page as one person sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VisiblePage {
    /// The page.
    pub id: PageId,
    /// Its visible questions, in order; never empty.
    pub questions: Vec<QuestionId>,
}

/// One thing wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerError {
    /// The question it belongs to.
    pub question: QuestionId,
    /// Which rule it breaks.
    pub code: ErrorCode,
    /// What to do about it.
    pub advice: Advice,
}

impl AnswerError {
    /// What to do about it, as a sentence for the person who answers.
    pub fn text(&self, words: &Catalogue) -> String {
        self.advice.said(words)
    }
}

/// In files and on the wire: `{"question", "code", "text"}`, the text in English.
impl Serialize for AnswerError {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_struct("AnswerError", 3)?;
        fields.serialize_field("question", &self.question)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("text", &self.text(english()))?;
        fields.end()
    }
}

/// The answers that conditions can see so far. A list, because a survey is short.
#[derive(Default)]
struct Seen<'a>(Vec<(&'a QuestionId, &'a Answer)>);

impl<'a> Seen<'a> {
    fn answer(&self, question: &QuestionId) -> Option<&'a Answer> {
        self.0
            .iter()
            .find_map(|(id, answer)| (*id == question).then_some(*answer))
    }
}

/// Derives the journey of a person who gave `answers`.
///
/// Each condition sees the answers of visible questions only, so one walk in
/// order of the questions is enough: [`super::check`] refuses a definition whose
/// conditions look ahead.
pub fn journey(survey: &Survey, answers: &Answers) -> Journey {
    let mut journey = Journey::default();
    let mut seen = Seen::default();
    for page in &survey.pages {
        if !shown(page.visible_if.as_ref(), &seen) {
            continue;
        }
        let mut visible = Vec::new();
        for question in &page.questions {
            if !shown(question.visible_if.as_ref(), &seen) {
                continue;
            }
            let answer = answers.get(question.id.as_str());
            let wrong = answer.and_then(|answer| judge(&question.kind, answer));
            if let Some(answer) = answer {
                // A number out of range is still a number to a condition; an
                // answer of another kind can't be read at all.
                if wrong.as_ref().is_none_or(|(code, _)| code.is_readable()) {
                    seen.0.push((&question.id, answer));
                }
                if wrong.is_none() {
                    journey.kept.set(question.id.clone(), answer.clone());
                }
            }
            visible.push((question, answer.is_some(), wrong));
        }
        if visible.is_empty() {
            continue;
        }
        let questions = visible
            .iter()
            .map(|(question, ..)| question.id.clone())
            .collect();
        // After the whole page, because "required" may look at its later questions.
        for (question, answered, wrong) in visible {
            journey.take(question, answered, wrong, &seen);
        }
        journey.pages.push(VisiblePage {
            id: page.id.clone(),
            questions,
        });
        if page.end_if.as_ref().is_some_and(|end| holds(end, &seen)) {
            break;
        }
    }
    for (id, _) in answers.iter() {
        if survey.question(id.as_str()).is_none() {
            journey.errors.push(error(id, unknown_question()));
        }
    }
    journey.complete = journey.errors.is_empty();
    journey
}

/// What of someone's answers still fits a survey that may have changed since: answers
/// to questions that are still there, as far as their owner can see them there.
pub fn carried_over(survey: &Survey, answers: &Answers) -> Answers {
    let fits = |id: &QuestionId, answer: &Answer| {
        let Some(question) = survey.question(id.as_str()) else {
            return false;
        };
        let readable = judge(&question.kind, answer).is_none_or(|(code, _)| code.is_readable());
        // What was typed into a number's box stands there, whatever it is.
        let typed = matches!(
            (&question.kind, answer),
            (Kind::Number { .. }, Answer::Word(_))
        );
        readable || typed
    };
    let pairs = answers.iter().filter(|(id, answer)| fits(id, answer));
    pairs
        .map(|(id, answer)| (id.clone(), answer.clone()))
        .collect()
}

impl Journey {
    /// Notes what a visible question offers, whether it needs an answer, and what
    /// is wrong with the one it has.
    fn take(&mut self, question: &Question, answered: bool, wrong: Option<Wrong>, seen: &Seen<'_>) {
        let choices = question.kind.choices();
        if !choices.is_empty() {
            let ids = choices.iter().map(|choice| choice.id.clone()).collect();
            self.choices.push((question.id.clone(), ids));
        }
        let condition = question.required_if.as_ref();
        let required =
            question.required || condition.is_some_and(|condition| holds(condition, seen));
        let mut wrong = wrong;
        if required {
            self.required.push(question.id.clone());
            if !answered {
                wrong = Some(missing(&question.kind));
            }
        }
        if let Some(wrong) = wrong {
            self.errors.push(error(&question.id, wrong));
        }
    }

    /// What is wrong on one page.
    pub fn errors_on<'a>(&'a self, page: &'a VisiblePage) -> impl Iterator<Item = &'a AnswerError> {
        self.errors
            .iter()
            .filter(|error| page.questions.contains(&error.question))
    }
}

fn shown(condition: Option<&Condition>, seen: &Seen<'_>) -> bool {
    condition.is_none_or(|condition| holds(condition, seen))
}

fn holds(condition: &Condition, seen: &Seen<'_>) -> bool {
    condition.holds(&|id| seen.answer(id))
}

fn error(question: &QuestionId, (code, advice): Wrong) -> AnswerError {
    AnswerError {
        question: question.clone(),
        code,
        advice,
    }
}

#[cfg(test)]
mod tests;
