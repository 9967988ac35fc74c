//! Random people, for demonstrations, load and crash tests.

use super::answers::{Answer, Answers};
use super::definition::{Kind, Question, Survey};
use super::journey::journey;
use super::judge::ErrorCode;

/// One in this many questions is skipped where it may be.
const SKIPPED: u32 = 10;

/// The answers of one made-up person: a complete, valid way through the survey.
///
/// `random(n)` gives a number from 0 to n - 1; with the same numbers the same
/// person comes out.
pub fn simulate(survey: &Survey, random: &mut dyn FnMut(u32) -> u32) -> Answers {
    let mut answers = Answers::default();
    for (_, question) in survey.questions() {
        let visible = journey(survey, &answers)
            .pages
            .iter()
            .any(|page| page.questions.contains(&question.id));
        if visible && random(SKIPPED) > 0 {
            answers.set(question.id.clone(), made_up(question, random));
        }
    }
    // What was skipped but can't be: each round answers one question more, so it ends.
    while let Some(missing) = journey(survey, &answers)
        .errors
        .into_iter()
        .find(|error| error.code == ErrorCode::Required)
        .and_then(|error| survey.question(error.question.as_str()))
    {
        answers.set(missing.id.clone(), made_up(missing, random));
    }
    journey(survey, &answers).kept
}

fn made_up(question: &Question, random: &mut dyn FnMut(u32) -> u32) -> Answer {
    match &question.kind {
        Kind::Single { choices } => {
            Answer::Word(choices[below(choices.len(), random)].id.to_string())
        }
        Kind::Multiple {
            choices,
            least,
            most,
        } => {
            let first = &choices[below(choices.len(), random)];
            if first.stands_alone() && least.is_none_or(|least| least <= 1) {
                return Answer::Many(vec![first.id.to_string()]);
            }
            let mut together: Vec<String> = choices
                .iter()
                .filter(|choice| !choice.stands_alone())
                .map(|choice| choice.id.to_string())
                .collect();
            let least = usize::from(least.unwrap_or(1));
            let most = most.map_or(together.len(), usize::from);
            let count = least + below(most - least + 1, random);
            while together.len() > count {
                together.remove(below(together.len(), random));
            }
            Answer::Many(together)
        }
        Kind::Number { least, most, .. } => {
            let least = least.unwrap_or_else(|| most.map_or(0, |most| most.min(0)));
            let most = most.unwrap_or_else(|| least.saturating_add(20));
            let span = u32::try_from(most.saturating_sub(least)).unwrap_or(u32::MAX - 1);
            Answer::Number(least.saturating_add(i64::from(random(span.saturating_add(1)))))
        }
        Kind::Text { longest } => {
            let words = format!("Made up {}", random(1_000));
            Answer::Word(words.chars().take(usize::from(*longest)).collect())
        }
    }
}

/// A random place in a list of `length` items, which is not empty: a checked
/// survey has no question without choices.
fn below(length: usize, random: &mut dyn FnMut(u32) -> u32) -> usize {
    random(u32::try_from(length).unwrap_or(u32::MAX)) as usize
}
