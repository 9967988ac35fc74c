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

use std::fmt;

use serde::{Serialize, Serializer};

use super::answers::{Answer, Answers};
use super::condition::Condition;
use super::definition::{Kind, Question, Survey};
use crate::id::{ChoiceId, PageId, QuestionId};

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerError {
    /// The question it belongs to.
    pub question: QuestionId,
    /// Which rule it breaks.
    pub code: ErrorCode,
    /// What to do about it, as a sentence for the person who answers.
    pub text: String,
}

/// The closed set of what can be wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// A question that can't be skipped has no answer.
    Required,
    /// The survey has no such question.
    UnknownQuestion,
    /// The answer is of another kind than the question.
    WrongKind,
    /// The question has no such choice.
    UnknownChoice,
    /// A choice is given twice.
    RepeatedChoice,
    /// A choice that stands alone came with others.
    NotAlone,
    /// Fewer choices than asked for.
    TooFew,
    /// More choices than allowed.
    TooMany,
    /// A number below the smallest.
    TooSmall,
    /// A number above the largest.
    TooLarge,
    /// A text longer than allowed.
    TooLong,
    /// A text with characters that can't be shown.
    Unprintable,
}

impl ErrorCode {
    /// The code as files and the wire write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::UnknownQuestion => "unknown-question",
            Self::WrongKind => "wrong-kind",
            Self::UnknownChoice => "unknown-choice",
            Self::RepeatedChoice => "repeated-choice",
            Self::NotAlone => "not-alone",
            Self::TooFew => "too-few",
            Self::TooMany => "too-many",
            Self::TooSmall => "too-small",
            Self::TooLarge => "too-large",
            Self::TooLong => "too-long",
            Self::Unprintable => "unprintable",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
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
            let text = "This survey has no such question.".to_owned();
            journey
                .errors
                .push(error(id, ErrorCode::UnknownQuestion, text));
        }
    }
    journey.complete = journey.errors.is_empty();
    journey
}

/// What of someone's answers still fits a survey that has changed since: answers
/// to questions that are still there and can still be read.
pub fn carried_over(survey: &Survey, answers: &Answers) -> Answers {
    let fits = |id: &QuestionId, answer: &Answer| {
        let judged = survey
            .question(id.as_str())
            .map(|question| judge(&question.kind, answer));
        judged.is_some_and(|wrong| wrong.is_none_or(|(code, _)| code.is_readable()))
    };
    let pairs = answers.iter().filter(|(id, answer)| fits(id, answer));
    pairs
        .map(|(id, answer)| (id.clone(), answer.clone()))
        .collect()
}

impl Journey {
    /// Notes what a visible question offers, whether it needs an answer, and what
    /// is wrong with the one it has.
    fn take(
        &mut self,
        question: &Question,
        answered: bool,
        wrong: Option<(ErrorCode, String)>,
        seen: &Seen<'_>,
    ) {
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
                wrong = Some((ErrorCode::Required, missing(&question.kind)));
            }
        }
        if let Some((code, text)) = wrong {
            self.errors.push(error(&question.id, code, text));
        }
    }

    /// What is wrong on one page.
    pub fn errors_on<'a>(&'a self, page: &'a VisiblePage) -> impl Iterator<Item = &'a AnswerError> {
        self.errors
            .iter()
            .filter(|error| page.questions.contains(&error.question))
    }
}

impl ErrorCode {
    fn is_readable(self) -> bool {
        !matches!(self, Self::WrongKind | Self::UnknownChoice)
    }
}

fn shown(condition: Option<&Condition>, seen: &Seen<'_>) -> bool {
    condition.is_none_or(|condition| holds(condition, seen))
}

fn holds(condition: &Condition, seen: &Seen<'_>) -> bool {
    condition.holds(&|id| seen.answer(id))
}

fn error(question: &QuestionId, code: ErrorCode, text: String) -> AnswerError {
    AnswerError {
        question: question.clone(),
        code,
        text,
    }
}

fn missing(kind: &Kind) -> String {
    match kind {
        Kind::Single { .. } => "Choose an answer.",
        Kind::Multiple { .. } => "Choose one answer or more.",
        Kind::Number { .. } => "Write a number.",
        Kind::Text { .. } => "Write an answer.",
    }
    .to_owned()
}

/// What is wrong with an answer to a question of this kind, if anything.
fn judge(kind: &Kind, answer: &Answer) -> Option<(ErrorCode, String)> {
    let wrong_kind = |what: &str| Some((ErrorCode::WrongKind, what.to_owned()));
    match (kind, answer) {
        (Kind::Single { choices }, Answer::Word(word)) => {
            let known = choices.iter().any(|choice| choice.id.as_str() == word);
            (!known).then(unknown_choice)
        }
        (Kind::Multiple { .. }, Answer::Many(words)) => judge_many(kind, words),
        (Kind::Number { least, most, .. }, Answer::Number(number)) => {
            let small = least.filter(|least| number < least);
            let large = most.filter(|most| number > most);
            small
                .map(|least| (ErrorCode::TooSmall, format!("Write {least} or more.")))
                .or_else(|| {
                    large.map(|most| (ErrorCode::TooLarge, format!("Write {most} or less.")))
                })
        }
        (Kind::Text { longest }, Answer::Word(text)) => {
            let length = text.chars().count();
            if text
                .chars()
                .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            {
                let text = "Use letters, numbers and signs only.".to_owned();
                Some((ErrorCode::Unprintable, text))
            } else if length > usize::from(*longest) {
                let over = length - usize::from(*longest);
                Some((
                    ErrorCode::TooLong,
                    format!("Make it shorter, by {over} letters."),
                ))
            } else {
                None
            }
        }
        (Kind::Single { .. }, _) => wrong_kind("Choose one answer."),
        (Kind::Multiple { .. }, _) => wrong_kind("Choose from the list."),
        (Kind::Number { .. }, _) => wrong_kind("Write a whole number, such as 3."),
        (Kind::Text { .. }, _) => wrong_kind("Write your answer as text."),
    }
}

fn unknown_choice() -> (ErrorCode, String) {
    (
        ErrorCode::UnknownChoice,
        "Choose one of the answers shown.".to_owned(),
    )
}

fn judge_many(kind: &Kind, words: &[String]) -> Option<(ErrorCode, String)> {
    let Kind::Multiple {
        choices,
        least,
        most,
    } = kind
    else {
        return None;
    };
    let find = |word: &String| choices.iter().find(|choice| choice.id.as_str() == word);
    if !words.iter().all(|word| find(word).is_some()) {
        return Some(unknown_choice());
    }
    if words
        .iter()
        .enumerate()
        .any(|(index, word)| words[..index].contains(word))
    {
        return Some((
            ErrorCode::RepeatedChoice,
            "Choose each answer once.".to_owned(),
        ));
    }
    let alone = words
        .iter()
        .filter_map(find)
        .any(super::Choice::stands_alone);
    if alone {
        let text = "Choose that answer on its own, or choose others.".to_owned();
        return (words.len() > 1).then_some((ErrorCode::NotAlone, text));
    }
    let few = least.filter(|least| words.len() < usize::from(*least));
    let many = most.filter(|most| words.len() > usize::from(*most));
    few.map(|least| (ErrorCode::TooFew, format!("Choose {least} or more.")))
        .or_else(|| many.map(|most| (ErrorCode::TooMany, format!("Choose {most} at most."))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::{self, Choice, definition::toggled};

    fn survey() -> Survey {
        survey::read(
            r#"{"id":"a","version":1,"title":"A","about":"A","minutes":1,"thanks":"T","pages":[
                {"id":"a","questions":[{"id":"a","kind":"single","title":"A","choices":[{"id":"yes","label":"Y"},{"id":"no","label":"N"}]}]},
                {"id":"b","questions":[{"id":"b","kind":"number","title":"B","least":0,"most":5,"visible_if":"a = 'yes'"}]},
                {"id":"c","end_if":"count-selected(c) > 1","questions":[{"id":"c","kind":"multiple","title":"C","required":true,"visible_if":"b > 0",
                    "choices":[{"id":"x","label":"X"},{"id":"y","label":"Y"},{"id":"none","label":"N","exclusive":true}],"most":2}]},
                {"id":"d","questions":[{"id":"d","kind":"text","title":"D","longest":3}]}]}"#,
        )
        .unwrap()
    }

    fn walk(answers: &str) -> Journey {
        journey(&survey(), &crate::json::read(answers).unwrap())
    }

    fn pages(journey: &Journey) -> String {
        journey.pages.iter().map(|page| page.id.as_str()).collect()
    }

    fn codes(journey: &Journey) -> String {
        let codes = journey
            .errors
            .iter()
            .map(|error| format!("{}:{}", error.question, error.code));
        codes.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_hidden_chain_reads_as_empty_and_comes_back() {
        let open = walk(r#"{"a":"yes","b":1}"#);
        assert_eq!((&*pages(&open), &*codes(&open)), ("abcd", "c:required"));
        let shut = walk(r#"{"a":"no","b":1}"#);
        assert_eq!((&*pages(&shut), shut.complete), ("ad", true));
        assert_eq!(shut.kept.get("b"), None);
    }

    #[test]
    fn the_end_comes_after_its_own_page() {
        assert_eq!(pages(&walk(r#"{"a":"yes","b":1,"c":["x"]}"#)), "abcd");
        assert_eq!(pages(&walk(r#"{"a":"yes","b":1,"c":["x","y"]}"#)), "abc");
        assert_eq!(
            pages(&walk(r#"{"a":"no","b":1,"c":["x","y"]}"#)),
            "ad",
            "a hidden page ends nothing"
        );
    }

    #[test]
    fn each_wrong_answer_has_its_own_code() {
        for (answers, expected) in [
            (r#"{"a":"maybe"}"#, "a:unknown-choice"),
            (r#"{"a":["yes"]}"#, "a:wrong-kind"),
            (r#"{"a":"yes","b":-1}"#, "b:too-small"),
            (r#"{"a":"yes","b":6,"c":["x"]}"#, "b:too-large"),
            (r#"{"a":"yes","b":"1"}"#, "b:wrong-kind"),
            (r#"{"a":"yes","b":1,"c":["x","none"]}"#, "c:not-alone"),
            (r#"{"a":"yes","b":1,"c":["x","x"]}"#, "c:repeated-choice"),
            (r#"{"a":"yes","b":1,"c":["z"]}"#, "c:unknown-choice"),
            (r#"{"a":"yes","b":1,"c":["none"],"d":"four"}"#, "d:too-long"),
            (r#"{"d":"a\u0000b"}"#, "d:unprintable"),
            (r#"{"z":1}"#, "z:unknown-question"),
        ] {
            assert_eq!(codes(&walk(answers)), expected, "{answers}");
        }
    }

    #[test]
    fn a_changed_survey_keeps_what_still_fits() {
        let old =
            crate::json::read(r#"{"a":"yes","b":9,"c":["gone"],"old":"x","d":"ok"}"#).unwrap();
        let kept = carried_over(&survey(), &old);
        assert_eq!(
            serde_json::to_string(&kept).unwrap(),
            r#"{"a":"yes","b":9,"d":"ok"}"#
        );
    }

    #[test]
    fn what_stands_alone_pushes_the_rest_out_and_is_pushed_out() {
        let survey = survey();
        let choices: &[Choice] = survey.question("c").unwrap().kind.choices();
        let tap = |chosen: &[&str], id: usize, on| {
            let chosen: Vec<String> = chosen.iter().map(ToString::to_string).collect();
            toggled(choices, &chosen, &choices[id], on)
        };
        assert_eq!(
            tap(&["y"], 0, true),
            ["x", "y"],
            "in the order of the definition"
        );
        assert_eq!(tap(&["x", "y"], 2, true), ["none"]);
        assert_eq!(tap(&["none"], 0, true), ["x"]);
        assert_eq!(tap(&["x", "y"], 0, false), ["y"]);
        assert!(tap(&["none"], 2, false).is_empty());
    }
}
