//! One person's way through a survey, derived from the definition and the answers
//! and never stored.
//!
//! Decided on purpose, after what XForms does (a non-relevant node reads as
//! empty and can't fail) and other engines don't:
//! - a hidden question reads as empty at once, whatever was answered there;
//! - its answer is not lost: shown again, it counts again; it is never sent;
//! - the same goes for a choice or a matrix row that is not offered any more;
//! - `required` fails only a visible question without an answer, and a wrong
//!   answer fails only its own rule, never `required` as well;
//! - the whole set is validated, not one page.

mod print;

use super::answers::{Answer, Answers};
use super::condition::Condition;
use super::definition::{Constraint, Kind, Page, Question, Survey};
use super::judge::{Advice, ErrorCode, Wrong, judge, missing, unknown_question, unmet};
use super::offered::Offered;
use crate::id::{ChoiceId, PageId, QuestionId, RowId};
use crate::words::Catalogue;

/// What one person sees and what of it would be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journey {
    /// The visible pages, in order, each with its visible questions.
    pub pages: Vec<VisiblePage>,
    /// The visible questions that can't be skipped.
    pub required: Vec<QuestionId>,
    /// The choices of every visible question that has some, as far as they are offered.
    pub choices: Vec<(QuestionId, Vec<ChoiceId>)>,
    /// The rows of every visible matrix, as far as they are asked, and whether each
    /// can't be skipped.
    pub rows: Vec<(QuestionId, Vec<(RowId, bool)>)>,
    /// Everything wrong, in order of the questions.
    pub errors: Vec<AnswerError>,
    /// The answers that would be sent: visible, right and not blank.
    pub kept: Answers,
    /// Whether nothing is wrong, so that it can be sent.
    pub complete: bool,
}

/// A page as one person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The row of a matrix.
    pub row: Option<RowId>,
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

/// The answers that conditions can see so far. A list, because a survey is short.
#[derive(Default)]
pub(crate) struct Seen(Vec<(QuestionId, Answer)>);

impl Seen {
    /// What conditions see of someone whose every answer was visible and right.
    pub(crate) fn all_of(answers: &Answers) -> Self {
        let mut seen = Self::default();
        for (question, answer) in answers.iter() {
            seen.note(question, answer.clone());
        }
        seen
    }

    /// The answer to a question, or to the row of a matrix.
    pub(crate) fn answer(&self, question: &QuestionId) -> Option<&Answer> {
        self.0
            .iter()
            .find_map(|(id, answer)| (id == question).then_some(answer))
    }

    /// Whether a condition holds of them.
    pub(crate) fn holds(&self, condition: &Condition) -> bool {
        condition.holds(&|id| self.answer(id))
    }

    fn shows(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| self.holds(condition))
    }

    /// Notes an answer; each row of a matrix also as `question.row`.
    fn note(&mut self, question: &QuestionId, answer: Answer) {
        if let Answer::Rows(rows) = &answer {
            for (row, choice) in rows {
                if let Ok(id) = QuestionId::new(&row_reference(question, row)) {
                    self.0.push((id, Answer::Word(choice.clone())));
                }
            }
        }
        self.0.push((question.clone(), answer));
    }
}

/// How conditions, problems and lists of questions name a row of a matrix.
pub fn row_reference(question: &QuestionId, row: &str) -> String {
    [question.as_str(), ".", row].concat()
}

/// A visible question on its way into the journey.
struct Asked<'a> {
    question: &'a Question,
    offered: Offered<'a>,
    answer: Option<Answer>,
    wrong: Option<(Option<RowId>, Wrong)>,
}

impl<'a> Asked<'a> {
    fn new(question: &'a Question, answers: &Answers, seen: &Seen) -> Self {
        let offered = Offered::of(question, &|condition| seen.shows(condition));
        let answer = answers.get(question.id.as_str());
        let answer = answer.and_then(|answer| offered.reduced(&question.kind, answer));
        let wrong = answer.as_ref().and_then(|answer| {
            let wrong = judge(&question.kind, answer)?;
            // Where less is offered than the question has, fewer may be enough.
            match wrong.1.0 {
                ErrorCode::TooFew => judge(&offered.narrowed(&question.kind), answer),
                _ => Some(wrong),
            }
        });
        Self {
            question,
            offered,
            answer,
            wrong,
        }
    }

    /// A number out of range is still a number to a condition; an answer of another kind
    /// can't be read at all.
    fn is_readable(&self) -> bool {
        let wrong = self.wrong.as_ref();
        wrong.is_none_or(|(_, (code, _))| code.is_readable())
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
        if !seen.shows(page.visible_if.as_ref()) {
            continue;
        }
        let mut visible: Vec<Asked> = Vec::new();
        for question in &page.questions {
            if !seen.shows(question.visible_if.as_ref()) {
                continue;
            }
            let mut asked = Asked::new(question, answers, &seen);
            if asked.offered.asks_nothing(&question.kind) {
                continue;
            }
            if let Some(answer) = asked.answer.clone().filter(|_| asked.is_readable()) {
                seen.note(&question.id, answer);
                if asked.wrong.is_none() {
                    let wrong = broken(question.constraint.as_ref(), &seen);
                    asked.wrong = wrong.map(|wrong| (None, wrong));
                }
            }
            if let Some(answer) = asked.answer.clone().filter(|_| asked.wrong.is_none()) {
                journey.kept.set(question.id.clone(), answer);
            }
            visible.push(asked);
        }
        if visible.is_empty() {
            continue;
        }
        // After the whole page, because "required" may look at its later questions.
        let before = journey.errors.len();
        for asked in &visible {
            journey.take(asked, &seen);
        }
        if journey.errors.len() == before {
            journey.errors.extend(broken_page(page, &visible, &seen));
        }
        journey.pages.push(VisiblePage {
            id: page.id.clone(),
            questions: visible
                .iter()
                .map(|asked| asked.question.id.clone())
                .collect(),
        });
        if page.end_if.as_ref().is_some_and(|end| seen.holds(end)) {
            break;
        }
    }
    for (id, _) in answers.iter() {
        if survey.question(id.as_str()).is_none() {
            journey.errors.push(error(id, None, unknown_question()));
        }
    }
    for error in &mut journey.errors {
        error.advice.name_answers(survey, &journey.kept);
    }
    journey.complete = journey.errors.is_empty();
    journey
}

/// What of someone's answers still fits a survey that may have changed since: answers
/// to questions and rows that are still there, as far as their owner can see them there.
pub fn carried_over(survey: &Survey, answers: &Answers) -> Answers {
    let fits = |kind: &Kind, answer: &Answer| {
        let readable = judge(kind, answer).is_none_or(|(_, (code, _))| code.is_readable());
        // What was typed into a number's box stands there, whatever it is.
        let typed = matches!(
            (kind, answer),
            (Kind::Number { .. }, Answer::Word(_) | Answer::Number(_))
        );
        readable || typed
    };
    let mut carried = Answers::default();
    for (id, answer) in answers.iter() {
        let Some(question) = survey.question(id.as_str()) else {
            continue;
        };
        let mut answer = answer.clone();
        if let Answer::Rows(rows) = &mut answer {
            // One row that is gone takes no other with it.
            rows.retain(|row| fits(&question.kind, &Answer::Rows(vec![row.clone()])));
        }
        if fits(&question.kind, &answer) {
            carried.set(id.clone(), answer);
        }
    }
    carried
}

impl Journey {
    /// Notes what a visible question offers, whether it needs an answer, and what
    /// is wrong with the one it has.
    fn take(&mut self, asked: &Asked<'_>, seen: &Seen) {
        let (question, offered) = (asked.question, &asked.offered);
        let id = &question.id;
        if !question.kind.choices().is_empty() {
            let ids = offered.choices.iter().map(|choice| choice.id.clone());
            self.choices.push((id.clone(), ids.collect()));
        }
        let condition = question.required_if.as_ref();
        let required =
            question.required || condition.is_some_and(|condition| seen.holds(condition));
        let missing = || match &question.required_message {
            Some(message) => (ErrorCode::Required, Advice::Own(message.clone())),
            None => missing(&question.kind),
        };
        if matches!(question.kind, Kind::Matrix { .. }) {
            let rows = offered.rows.iter();
            let rows: Vec<_> = rows
                .map(|row| (row.id.clone(), required || row.required))
                .collect();
            let answered = |row: &RowId| {
                let answer = asked.answer.as_ref();
                answer.is_some_and(|answer| answer.in_row(row.as_str()).is_some())
            };
            if asked.is_readable() {
                let empty = rows
                    .iter()
                    .filter(|(row, needed)| *needed && !answered(row));
                let empty = empty.map(|(row, _)| error(id, Some(row), missing()));
                self.errors.extend(empty);
            }
            self.rows.push((id.clone(), rows));
        }
        if required {
            self.required.push(id.clone());
            if asked.answer.is_none() && self.rows.last().is_none_or(|(last, _)| last != id) {
                self.errors.push(error(id, None, missing()));
            }
        }
        if let Some((row, wrong)) = &asked.wrong {
            self.errors.push(error(id, row.as_ref(), wrong.clone()));
        }
    }

    /// What is wrong on one page.
    pub fn errors_on<'a>(&'a self, page: &'a VisiblePage) -> impl Iterator<Item = &'a AnswerError> {
        self.errors
            .iter()
            .filter(|error| page.questions.contains(&error.question))
    }

    /// The choices that a visible question offers.
    pub fn offers(&self, question: &QuestionId) -> &[ChoiceId] {
        found(&self.choices, question)
    }

    /// The rows that a visible matrix asks.
    pub fn asks(&self, question: &QuestionId) -> &[(RowId, bool)] {
        found(&self.rows, question)
    }
}

fn found<'a, T>(lists: &'a [(QuestionId, Vec<T>)], question: &QuestionId) -> &'a [T] {
    let list = lists.iter().find(|(id, _)| id == question);
    list.map(|(_, list)| list.as_slice()).unwrap_or_default()
}

/// What is wrong where a constraint isn't met.
fn broken(constraint: Option<&Constraint>, seen: &Seen) -> Option<Wrong> {
    let constraint = constraint?;
    (!seen.holds(&constraint.condition)).then(|| unmet(constraint.message.as_ref()))
}

/// What is wrong with the answers of a page together: said at its last answered question,
/// and nowhere while nothing is answered.
fn broken_page(page: &Page, visible: &[Asked<'_>], seen: &Seen) -> Option<AnswerError> {
    let last = visible.iter().rfind(|asked| asked.answer.is_some())?;
    let wrong = broken(page.constraint.as_ref(), seen)?;
    Some(error(&last.question.id, None, wrong))
}

fn error(question: &QuestionId, row: Option<&RowId>, (code, advice): Wrong) -> AnswerError {
    AnswerError {
        question: question.clone(),
        row: row.cloned(),
        code,
        advice,
    }
}

#[cfg(test)]
mod tests;
