//! Questions that nobody can reach.
//!
//! Every way through the survey is walked at once: the walk keeps the set of
//! different situations that later conditions can tell apart, so two people who
//! differ only in what nobody asks about any more are one situation. For a
//! real survey that is a handful of situations a page.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::Answer;
use super::condition::{Condition, Test};
use super::definition::{Kind, Question, Survey};
use crate::id::QuestionId;
use crate::problem::Problem;

/// More situations than this and the walk stops without a verdict: a definition
/// is refused only for what is certain.
const MOST_SITUATIONS: usize = 20_000;
/// More choices than this in one test set and their combinations are not tried.
const MOST_COMBINED: usize = 10;

/// What later conditions can see of one way through the survey.
type Situation = BTreeMap<QuestionId, Answer>;

/// A problem for each question, or whole page, that no answers lead to.
pub(super) fn unreachable(survey: &Survey) -> Vec<Problem> {
    let mut unreached: BTreeSet<&QuestionId> = survey
        .questions()
        .map(|(_, question)| &question.id)
        .collect();
    if walk(survey, &mut unreached).is_none() {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (index, page) in survey.pages.iter().enumerate() {
        let lost = |question: &&Question| unreached.contains(&question.id);
        if page.questions.iter().all(|question| lost(&question)) {
            let text = format!(
                "Nobody can reach page \"{}\": no answers lead to it.",
                page.id
            );
            problems.push(Problem::at(format!("/pages/{index}"), text));
            continue;
        }
        for (place, question) in page
            .questions
            .iter()
            .enumerate()
            .filter(|(_, question)| lost(question))
        {
            let text = format!(
                "Nobody can reach question \"{}\": no answers lead to it.",
                question.id
            );
            problems.push(Problem::at(
                format!("/pages/{index}/questions/{place}"),
                text,
            ));
        }
    }
    problems
}

/// Takes every question that some way reaches out of `unreached`; nothing where
/// there are too many ways to try them all.
fn walk<'a>(survey: &'a Survey, unreached: &mut BTreeSet<&'a QuestionId>) -> Option<()> {
    let uses = uses(survey);
    let mut situations = BTreeSet::from([Situation::new()]);
    for (index, page) in survey.pages.iter().enumerate() {
        let (inside, mut after): (BTreeSet<_>, BTreeSet<_>) = situations
            .into_iter()
            .partition(|situation| holds(page.visible_if.as_ref(), situation));
        // Whether any question of the page was shown decides whether the page was,
        // and so whether it can end the survey.
        let mut inside: BTreeSet<(bool, Situation)> = inside
            .into_iter()
            .map(|situation| (false, situation))
            .collect();
        for question in &page.questions {
            let tests = uses.get(&question.id);
            let mut next = BTreeSet::new();
            for (entered, situation) in inside {
                if !holds(question.visible_if.as_ref(), &situation) {
                    next.insert((entered, situation));
                    continue;
                }
                unreached.remove(&question.id);
                for answer in representatives(question, tests.map_or(&[], |(_, tests)| tests)) {
                    let mut with = situation.clone();
                    if let Some(answer) = answer {
                        with.insert(question.id.clone(), answer);
                    }
                    next.insert((true, with));
                }
                if next.len() > MOST_SITUATIONS {
                    return None;
                }
            }
            inside = next;
        }
        after.extend(
            inside
                .into_iter()
                .filter(|(entered, situation)| {
                    !entered
                        || page
                            .end_if
                            .as_ref()
                            .is_none_or(|end| !holds(Some(end), situation))
                })
                .map(|(_, situation)| situation),
        );
        situations = after
            .into_iter()
            .map(|mut situation| {
                situation.retain(|id, _| uses.get(id).is_some_and(|(last, _)| *last > index));
                situation
            })
            .collect();
    }
    Some(())
}

/// By question: the last page whose conditions name it, and what they ask.
fn uses(survey: &Survey) -> BTreeMap<&QuestionId, (usize, Vec<&Test>)> {
    let mut uses: BTreeMap<&QuestionId, (usize, Vec<&Test>)> = BTreeMap::new();
    for (index, page) in survey.pages.iter().enumerate() {
        let questions = page.questions.iter().map(|question| &question.visible_if);
        for condition in [&page.visible_if, &page.end_if]
            .into_iter()
            .chain(questions)
            .flatten()
        {
            for (id, test) in condition.tests() {
                let (last, tests) = uses.entry(id).or_default();
                *last = index;
                tests.push(test);
            }
        }
    }
    uses
}

fn holds(condition: Option<&Condition>, situation: &Situation) -> bool {
    condition.is_none_or(|condition| condition.holds(&|id| situation.get(id)))
}

/// One answer for each way in which the tests can tell answers apart, and none.
fn representatives(question: &Question, tests: &[&Test]) -> Vec<Option<Answer>> {
    let mut different: Vec<Option<Answer>> = vec![None];
    if tests.is_empty() {
        return different;
    }
    let mut verdicts = BTreeSet::from([verdict(tests, None)]);
    for answer in candidates(question, tests) {
        if verdicts.insert(verdict(tests, Some(&answer))) {
            different.push(Some(answer));
        }
    }
    different
}

fn verdict(tests: &[&Test], answer: Option<&Answer>) -> Vec<bool> {
    tests.iter().map(|test| test.holds(answer)).collect()
}

/// Answers among which there is one of each kind that the tests tell apart.
fn candidates(question: &Question, tests: &[&Test]) -> Vec<Answer> {
    match &question.kind {
        Kind::Single { choices } => choices
            .iter()
            .map(|choice| Answer::Word(choice.id.to_string()))
            .collect(),
        Kind::Multiple { choices, most, .. } => {
            let (alone, together): (Vec<_>, Vec<_>) =
                choices.iter().partition(|choice| choice.stands_alone());
            let mut sets: Vec<Vec<String>> = alone
                .iter()
                .map(|choice| vec![choice.id.to_string()])
                .collect();
            let (named, others): (Vec<_>, Vec<_>) = together
                .iter()
                .map(|choice| choice.id.to_string())
                .partition(|id| names(tests, id));
            let named = &named[..named.len().min(MOST_COMBINED)];
            for mask in 0..1_usize << named.len() {
                let chosen = named
                    .iter()
                    .enumerate()
                    .filter(|(bit, _)| mask >> bit & 1 == 1);
                let chosen: Vec<String> = chosen.map(|(_, id)| id.clone()).collect();
                for more in 0..=others.len() {
                    let set: Vec<String> = chosen.iter().chain(&others[..more]).cloned().collect();
                    if !set.is_empty() && most.is_none_or(|most| set.len() <= usize::from(most)) {
                        sets.push(set);
                    }
                }
            }
            sets.into_iter().map(Answer::Many).collect()
        }
        Kind::Number { least, most, .. } => {
            let constants = tests.iter().filter_map(|test| match test {
                Test::Compare(_, constant) => Some(*constant),
                _ => None,
            });
            let mut numbers: Vec<i64> = constants
                .flat_map(|n| [n.saturating_sub(1), n, n.saturating_add(1)])
                .collect();
            numbers.extend(least.iter().chain(most).chain(&[0]));
            let allowed = |n: &i64| {
                least.is_none_or(|least| *n >= least) && most.is_none_or(|most| *n <= most)
            };
            numbers
                .into_iter()
                .filter(allowed)
                .map(Answer::Number)
                .collect()
        }
        Kind::Text { .. } => {
            let named = tests.iter().filter_map(|test| match test {
                Test::Is(word) => Some(word.clone()),
                _ => None,
            });
            named
                .chain(["something else".to_owned()])
                .map(Answer::Word)
                .collect()
        }
    }
}

/// Whether any test names that choice.
fn names(tests: &[&Test], id: &String) -> bool {
    tests.iter().any(|test| match test {
        Test::Selected(word) | Test::Is(word) => word == id,
        Test::AnyOf(words) | Test::AllOf(words) => words.contains(id),
        Test::Answered | Test::Compare(..) | Test::Count(..) => false,
    })
}
