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
use super::judge::judge;
use crate::id::QuestionId;
use crate::problem::Problem;

/// More situations than this and the walk stops without a verdict: a definition
/// is refused only for what is certain.
const MOST_SITUATIONS: usize = 20_000;
/// More choices of one question than this in conditions, and there is no verdict
/// either: every combination of them would have to be tried.
const MOST_COMBINED: usize = 12;

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
            let tests = uses.get(&question.id).map_or(&[][..], |(_, tests)| tests);
            let answers = representatives(question, tests)?;
            let mut next = BTreeSet::new();
            for (entered, situation) in inside {
                if !holds(question.visible_if.as_ref(), &situation) {
                    next.insert((entered, situation));
                    continue;
                }
                unreached.remove(&question.id);
                for answer in &answers {
                    let mut with = situation.clone();
                    if let Some(answer) = answer {
                        with.insert(question.id.clone(), answer.clone());
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

/// One answer for each way in which the tests can tell answers apart, and none;
/// nothing where there are too many to try.
fn representatives(question: &Question, tests: &[&Test]) -> Option<Vec<Option<Answer>>> {
    let mut different: Vec<Option<Answer>> = vec![None];
    if tests.is_empty() {
        return Some(different);
    }
    let possible = |answer: &Answer| !answer.is_blank() && judge(&question.kind, answer).is_none();
    let mut verdicts = BTreeSet::from([verdict(tests, None)]);
    for answer in candidates(question, tests)?.into_iter().filter(possible) {
        if verdicts.insert(verdict(tests, Some(&answer))) {
            different.push(Some(answer));
        }
    }
    Some(different)
}

fn verdict(tests: &[&Test], answer: Option<&Answer>) -> Vec<bool> {
    tests.iter().map(|test| test.holds(answer)).collect()
}

/// Answers, not all of them possible, among which there is one of each kind that the
/// tests tell apart.
fn candidates(question: &Question, tests: &[&Test]) -> Option<Vec<Answer>> {
    let words = match &question.kind {
        Kind::Single { choices } => choices.iter().map(|choice| choice.id.to_string()).collect(),
        Kind::Multiple { .. } => return sets(question, tests),
        Kind::Number { least, most, .. } => return Some(numbers(*least, *most, tests)),
        Kind::Text { .. } => texts(tests),
    };
    Some(words.into_iter().map(Answer::Word).collect())
}

/// Every combination of the choices that tests name, with as many of the others as
/// make a number that something looks at.
fn sets(question: &Question, tests: &[&Test]) -> Option<Vec<Answer>> {
    let (alone, together): (Vec<_>, Vec<_>) = question
        .kind
        .choices()
        .iter()
        .partition(|choice| choice.stands_alone());
    let (named, others): (Vec<_>, Vec<_>) = together
        .iter()
        .map(|choice| choice.id.to_string())
        .partition(|id| names(tests, id));
    if named.len() > MOST_COMBINED {
        return None;
    }
    let sizes = sizes(question, tests, together.len());
    let mut sets: Vec<Vec<String>> = alone
        .iter()
        .map(|choice| vec![choice.id.to_string()])
        .collect();
    for mask in 0..1_usize << named.len() {
        let chosen = named
            .iter()
            .enumerate()
            .filter(|(bit, _)| mask >> bit & 1 == 1);
        let chosen: Vec<String> = chosen.map(|(_, id)| id.clone()).collect();
        let more = sizes
            .iter()
            .filter_map(|size| others.get(..size.checked_sub(chosen.len())?));
        sets.extend(more.map(|more| chosen.iter().chain(more).cloned().collect::<Vec<_>>()));
        if sets.len() > MOST_SITUATIONS {
            return None;
        }
    }
    Some(sets.into_iter().map(Answer::Many).collect())
}

/// The numbers of choices that tell answers apart: round every constant that a test
/// counts up to, the limits of the question, and one more than the tests name.
fn sizes(question: &Question, tests: &[&Test], all: usize) -> BTreeSet<usize> {
    let counted = tests.iter().filter_map(|test| match test {
        Test::Count(_, constant) => usize::try_from(*constant).ok(),
        _ => None,
    });
    let limits = match &question.kind {
        Kind::Multiple { least, most, .. } => [*least, *most],
        _ => [None, None],
    };
    let around = counted.flat_map(|size| [size.saturating_sub(1), size, size.saturating_add(1)]);
    let named = 0..=MOST_COMBINED + 1;
    around
        .chain(limits.into_iter().flatten().map(usize::from))
        .chain(named)
        .filter(|size| *size <= all)
        .collect()
}

/// The numbers round every constant, and the ends of the range.
fn numbers(least: Option<i64>, most: Option<i64>, tests: &[&Test]) -> Vec<Answer> {
    let constants = tests.iter().filter_map(|test| match test {
        Test::Compare(_, constant) => Some(*constant),
        _ => None,
    });
    let around = constants.flat_map(|n| [n.saturating_sub(1), n, n.saturating_add(1)]);
    around
        .chain(least)
        .chain(most)
        .chain([0])
        .map(Answer::Number)
        .collect()
}

/// The texts that tests name, and one that none does.
fn texts(tests: &[&Test]) -> Vec<String> {
    let named = tests.iter().filter_map(|test| match test {
        Test::Is(word) => Some(word.clone()),
        _ => None,
    });
    let mut words: Vec<String> = named.collect();
    // One letter, so that it is never too long.
    let free = ('!'..=char::MAX)
        .map(String::from)
        .find(|letter| !words.contains(letter));
    words.extend(free);
    words
}

/// Whether any test names that choice.
fn names(tests: &[&Test], id: &String) -> bool {
    tests.iter().any(|test| match test {
        Test::Selected(word) | Test::Is(word) => word == id,
        Test::AnyOf(words) | Test::AllOf(words) => words.contains(id),
        Test::Answered | Test::Compare(..) | Test::Count(..) => false,
    })
}
