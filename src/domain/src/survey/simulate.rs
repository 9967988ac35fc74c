//! Random people, for demonstrations, load and crash tests.

use super::answers::{Answer, Answers};
use super::definition::{Choice, Kind, Question, Survey};
use super::journey::{AnswerError, Journey, journey};
use super::judge::ErrorCode;
use crate::number::Number;

/// One in this many questions is skipped where it may be.
const SKIPPED: u32 = 10;

/// How often another answer is tried where one breaks a condition of the survey's own.
const TRIES: u32 = 50;

/// The answers of one made-up person: a complete, valid way through the survey, as far
/// as chance finds answers that meet its constraints.
///
/// `random(n)` gives a number from 0 to n - 1; with the same numbers the same
/// person comes out.
pub fn simulate(survey: &Survey, random: &mut dyn FnMut(u32) -> u32) -> Answers {
    let survey = &survey.asked_of(None);
    let mut answers = Answers::default();
    for (_, question) in survey.questions() {
        let visible = journey(survey, &answers)
            .pages
            .iter()
            .any(|page| page.questions.contains(&question.id));
        if visible && random(SKIPPED) > 0 {
            try_out(survey, &mut answers, question, random);
        }
    }
    // What was skipped but can't be: each round answers one question more, so it ends.
    for _ in survey.questions() {
        let errors = journey(survey, &answers).errors;
        let missing = errors
            .iter()
            .find(|error| error.code == ErrorCode::Required)
            .and_then(|error| survey.question(error.question.as_str()));
        let Some(missing) = missing else { break };
        try_out(survey, &mut answers, missing, random);
    }
    journey(survey, &answers).kept
}

/// Answers a question, again where a constraint isn't met, and not at all where none of
/// many answers meets it.
fn try_out(
    survey: &Survey,
    answers: &mut Answers,
    question: &Question,
    random: &mut dyn FnMut(u32) -> u32,
) {
    for _ in 0..TRIES {
        let offered = journey(survey, answers);
        let Some(answer) = made_up(question, &offered, random) else {
            return;
        };
        answers.set(question.id.clone(), answer);
        let broken = |error: &AnswerError| error.code == ErrorCode::Constraint;
        if !journey(survey, answers).errors.iter().any(broken) {
            return;
        }
    }
    answers.clear(question.id.as_str());
}

/// An answer out of what is offered.
fn made_up(
    question: &Question,
    journey: &Journey,
    random: &mut dyn FnMut(u32) -> u32,
) -> Option<Answer> {
    let offered = journey.offers(&question.id);
    let choices = question.kind.choices().iter();
    let choices: Vec<&Choice> = choices
        .filter(|choice| offered.contains(&choice.id))
        .collect();
    match &question.kind {
        Kind::Single { .. } => Some(Answer::Word(any_of(&choices, random)?)),
        Kind::Multiple { least, most, .. } => {
            several(&choices, [*least, *most], random).map(Answer::Many)
        }
        Kind::Ranking { least, most, .. } => {
            let mut left = several(&choices, [*least, *most], random)?;
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
                    rows.push((row.to_string(), any_of(&choices, random)?));
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
    let alone = |id: &String| {
        let mut choices = choices.iter();
        choices.any(|choice| choice.id.as_str() == id && choice.stands_alone())
    };
    if alone(&first) && least.is_none_or(|least| least <= 1) {
        return Some(vec![first]);
    }
    let together = choices.iter().filter(|choice| !choice.stands_alone());
    let mut together: Vec<String> = together.map(|choice| choice.id.to_string()).collect();
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
