//! Random people, for demonstrations, load and crash tests.

use super::answers::{Answer, Answers};
use super::condition::{Condition, Op, Test};
use super::definition::{Choice, Kind, Page, Question, Survey};
use super::journey::{AnswerError, Journey, journey};
use super::judge::ErrorCode;
use super::offered::Offered;
use super::reach;
use crate::id::QuestionId;
use crate::number::Number;

mod search;

/// One in this many questions is skipped where it may be.
const SKIPPED: u32 = 10;

/// How often another answer is tried where one breaks a condition of the survey's own.
const TRIES: u32 = 20;

/// The answers of one made-up person: a complete, valid way through the survey. Where
/// chance alone gets stuck, other answers are tried until there is a way, or as long as
/// there may be one.
///
/// `random(n)` gives a number from 0 to n - 1; with the same numbers the same
/// person comes out.
pub fn simulate(survey: &Survey, random: &mut dyn FnMut(u32) -> u32) -> Answers {
    let survey = &survey.asked_of(None);
    let journey = made_up_person(survey, random);
    if journey.complete {
        return journey.kept;
    }
    search::way(survey, random).unwrap_or(journey.kept)
}

/// One person, who may get stuck.
fn made_up_person(survey: &Survey, random: &mut dyn FnMut(u32) -> u32) -> Journey {
    let mut answers = Answers::default();
    for (page, question) in survey.questions() {
        let visible = journey(survey, &answers)
            .pages
            .iter()
            .any(|page| page.questions.contains(&question.id));
        if visible && random(SKIPPED) > 0 {
            try_out(survey, &mut answers, (page, question), random);
        }
    }
    // What was skipped but can't be: each round answers one question more, so it ends.
    for _ in survey.questions() {
        let errors = journey(survey, &answers).errors;
        let missing = errors
            .iter()
            .find(|error| error.code == ErrorCode::Required)
            .and_then(|error| {
                let mut questions = survey.questions();
                questions.find(|(_, question)| question.id == error.question)
            });
        let Some(missing) = missing else { break };
        try_out(survey, &mut answers, missing, random);
    }
    journey(survey, &answers)
}

/// Answers a question, again where a constraint isn't met, and not at all where none of
/// many answers meets it.
fn try_out(
    survey: &Survey,
    answers: &mut Answers,
    (page, question): (&Page, &Question),
    random: &mut dyn FnMut(u32) -> u32,
) {
    for _ in 0..TRIES {
        let offered = journey(survey, answers);
        let wanted = wanted(page, question, &offered);
        let answer = if !wanted.is_empty() && random(2) > 0 {
            wanted.get(below(wanted.len(), random)).cloned()
        } else {
            made_up(question, &offered, random)
        };
        let Some(answer) = answer else { return };
        answers.set(question.id.clone(), answer);
        let broken = |error: &AnswerError| error.code == ErrorCode::Constraint;
        if !journey(survey, answers).errors.iter().any(broken) {
            return;
        }
    }
    answers.clear(question.id.as_str());
}

/// Answers among which there is one of each kind that the constraints of a question and
/// of its page tell apart: chance alone would not find the one number that is right.
fn wanted(page: &Page, question: &Question, journey: &Journey) -> Vec<Answer> {
    let constraints = [&question.constraint, &page.constraint];
    let constraints = constraints.into_iter().flatten();
    let tests = tests(constraints.map(|it| &it.condition), question, journey);
    if tests.is_empty() {
        return Vec::new();
    }
    told_apart(question, &tests, journey)
}

/// Right answers, out of what is offered, among them one of each kind that the tests tell
/// apart.
fn told_apart(question: &Question, tests: &[Test], journey: &Journey) -> Vec<Answer> {
    let kind = offered(question, journey).narrowed(&question.kind);
    let tests: Vec<&Test> = tests.iter().collect();
    let answers = reach::told_apart(&kind, &tests);
    // Each row of a matrix is told apart by itself, and left to chance here.
    let whole = question.kind.rows().is_empty();
    answers.filter(|_| whole).unwrap_or_default()
}

/// What conditions ask of a question; of two questions compared, with the answer that the
/// other one has.
fn tests<'a>(
    conditions: impl Iterator<Item = &'a Condition>,
    question: &Question,
    journey: &Journey,
) -> Vec<Test> {
    let constant = |op: Op, other: &QuestionId| match journey.kept.get(other.as_str())? {
        Answer::Number(number) => Some(Test::Compare(op, *number)),
        Answer::Word(word) => Some(Test::Is(word.clone())),
        Answer::Many(_) | Answer::Rows(_) => None,
    };
    conditions
        .flat_map(Condition::tests)
        .filter_map(|(id, test)| match test {
            Test::Other(op, other) if *id == question.id => constant(*op, other),
            Test::Other(op, other) if *other == question.id => constant(*op, id),
            test => (*id == question.id).then(|| test.clone()),
        })
        .collect()
}

/// The choices of a question that are offered.
fn offered<'a>(question: &'a Question, journey: &Journey) -> Offered<'a> {
    let offered = journey.offers(&question.id);
    let choices = question.kind.choices().iter();
    Offered {
        choices: choices
            .filter(|choice| offered.contains(&choice.id))
            .collect(),
        ..Offered::default()
    }
}

/// An answer out of what is offered.
fn made_up(
    question: &Question,
    journey: &Journey,
    random: &mut dyn FnMut(u32) -> u32,
) -> Option<Answer> {
    let offered = offered(question, journey);
    let choices = &offered.choices;
    match &question.kind {
        Kind::Single { .. } => Some(Answer::Word(any_of(choices, random)?)),
        Kind::Multiple { least, most, .. } => {
            several(choices, [offered.fewest(*least), *most], random).map(Answer::Many)
        }
        Kind::Ranking { least, most, .. } => {
            let mut left = several(choices, [offered.fewest(*least), *most], random)?;
            let mut order = Vec::new();
            while !left.is_empty() {
                order.push(left.remove(below(left.len(), random)));
            }
            Some(Answer::Many(order))
        }
        Kind::Matrix { .. } => {
            let mut rows = Vec::new();
            for (row, needed) in journey.asks(&question.id) {
                if *needed || random(SKIPPED) > 0 {
                    rows.push((row.to_string(), any_of(choices, random)?));
                }
            }
            Some(Answer::rows(rows))
        }
        Kind::Number {
            least,
            most,
            decimals,
            ..
        } => Some(Answer::Number(number([*least, *most], *decimals, random))),
        Kind::Text { longest, .. } => {
            let words = format!("Made up {}", random(1_000));
            Some(Answer::Word(
                words.chars().take(usize::from(*longest)).collect(),
            ))
        }
        Kind::Note => None,
    }
}

fn any_of(choices: &[&Choice], random: &mut dyn FnMut(u32) -> u32) -> Option<String> {
    let last = choices.len().checked_sub(1)?;
    let choice = choices.get(below(last + 1, random))?;
    Some(choice.id.to_string())
}

fn several(
    choices: &[&Choice],
    limits: [Option<u16>; 2],
    random: &mut dyn FnMut(u32) -> u32,
) -> Option<Vec<String>> {
    let [least, most] = limits.map(|limit| limit.map(usize::from));
    let first = any_of(choices, random)?;
    let together = choices.iter().filter(|choice| !choice.stands_alone());
    let mut together: Vec<String> = together.map(|choice| choice.id.to_string()).collect();
    // What stands alone is one answer, however many are asked for.
    if !together.contains(&first) {
        return Some(vec![first]);
    }
    let least = least.unwrap_or(1);
    let most = most.unwrap_or(together.len()).max(least);
    let count = least + below(most - least + 1, random);
    while together.len() > count {
        together.remove(below(together.len(), random));
    }
    Some(together)
}

fn number(limits: [Option<Number>; 2], decimals: u8, random: &mut dyn FnMut(u32) -> u32) -> Number {
    const SPAN: u32 = 20;
    let [least, most] = limits;
    let mut made = least.or(most).unwrap_or_default();
    let (from_least, steps) = (least.is_some() || most.is_none(), random(SPAN + 1));
    for _ in 0..steps {
        let next = if from_least {
            made.next(0)
        } else {
            made.previous(0)
        };
        let inside =
            least.is_none_or(|least| next >= least) && most.is_none_or(|most| next <= most);
        made = if inside {
            next
        } else {
            least.or(most).unwrap_or_default()
        };
    }
    let finer = made.next(decimals);
    let fits = most.is_none_or(|most| finer <= most);
    if decimals > 0 && fits && random(2) == 0 {
        finer
    } else {
        made
    }
}

/// A random place in a list of `length` items, which is not empty: a checked
/// survey has no question without choices.
fn below(length: usize, random: &mut dyn FnMut(u32) -> u32) -> usize {
    random(u32::try_from(length).unwrap_or(u32::MAX)) as usize
}
