//! Few answers that stand for all: one for each way in which tests can tell answers apart.

use std::collections::BTreeSet;

use super::super::answers::Answer;
use super::super::condition::Test;
use super::super::definition::{Choice, Kind};
use super::super::judge::judge;
use crate::number::Number;

/// More combinations than this are not tried.
const MOST_SETS: usize = 20_000;
/// More choices of one question than this in tests, and there is no verdict: every
/// combination of them would have to be tried.
const MOST_COMBINED: usize = 12;

/// One answer for each way in which the tests can tell answers apart, and none;
/// nothing where there are too many to try.
pub(super) fn representatives(kind: &Kind, tests: &[&Test]) -> Option<Vec<Option<Answer>>> {
    let mut different: Vec<Option<Answer>> = vec![None];
    if tests.is_empty() {
        return Some(different);
    }
    let mut verdicts = BTreeSet::from([verdict(tests, None)]);
    for answer in told_apart(kind, tests)? {
        if verdicts.insert(verdict(tests, Some(&answer))) {
            different.push(Some(answer));
        }
    }
    Some(different)
}

/// Right answers, among them one of each kind that the tests tell apart; nothing where
/// there are too many to try.
pub(in super::super) fn told_apart(kind: &Kind, tests: &[&Test]) -> Option<Vec<Answer>> {
    let mut answers = candidates(kind, tests)?;
    answers.retain(|answer| !answer.is_blank() && judge(kind, answer).is_none());
    Some(answers)
}

fn verdict(tests: &[&Test], answer: Option<&Answer>) -> Vec<bool> {
    tests.iter().map(|test| test.holds(answer)).collect()
}

/// Answers, not all of them possible, among which there is one of each kind that the
/// tests tell apart.
fn candidates(kind: &Kind, tests: &[&Test]) -> Option<Vec<Answer>> {
    let words = match kind {
        Kind::Single { choices, .. } => {
            choices.iter().map(|choice| choice.id.to_string()).collect()
        }
        Kind::Multiple {
            choices,
            least,
            most,
        }
        | Kind::Ranking {
            choices,
            least,
            most,
        } => return sets(choices, [*least, *most], tests),
        Kind::Number {
            least,
            most,
            decimals,
            ..
        } => return Some(numbers([*least, *most], *decimals, tests)),
        Kind::Text { longest, .. } => texts(*longest, tests),
        // All that is asked of a whole matrix is whether it is answered at all.
        Kind::Matrix { rows, choices } => {
            let first = rows.first().zip(choices.first());
            let first = first.map(|(row, choice)| (row.id.to_string(), choice.id.to_string()));
            return Some(vec![Answer::rows(first)]);
        }
        Kind::Note => Vec::new(),
    };
    Some(words.into_iter().map(Answer::Word).collect())
}

/// Every combination of the choices that tests name, with as many of the others as
/// make a number that something looks at.
fn sets(choices: &[Choice], limits: [Option<u16>; 2], tests: &[&Test]) -> Option<Vec<Answer>> {
    let (alone, together): (Vec<_>, Vec<_>) =
        choices.iter().partition(|choice| choice.stands_alone());
    let (named, others): (Vec<_>, Vec<_>) = together
        .iter()
        .map(|choice| choice.id.to_string())
        .partition(|id| names(tests, id));
    if named.len() > MOST_COMBINED {
        return None;
    }
    let sizes = sizes(limits, tests, together.len());
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
        if sets.len() > MOST_SETS {
            return None;
        }
    }
    Some(sets.into_iter().map(Answer::Many).collect())
}

/// The numbers of choices that tell answers apart: round every constant that a test
/// counts up to, the limits of the question, and one more than the tests name.
fn sizes(limits: [Option<u16>; 2], tests: &[&Test], all: usize) -> BTreeSet<usize> {
    let counted = tests.iter().filter_map(|test| match test {
        Test::Count(_, constant) => rounded(*constant),
        _ => None,
    });
    let around = counted.flat_map(|size| [size.saturating_sub(1), size, size.saturating_add(1)]);
    let named = 0..=MOST_COMBINED + 1;
    around
        .chain(limits.into_iter().flatten().map(usize::from))
        .chain(named)
        .filter(|size| *size <= all)
        .collect()
}

/// A constant that something is counted up to, without what no count can have.
fn rounded(constant: Number) -> Option<usize> {
    usize::try_from(constant.floor(0).as_whole()?).ok()
}

/// The numbers round every constant, and the ends of the range.
fn numbers(limits: [Option<Number>; 2], decimals: u8, tests: &[&Test]) -> Vec<Answer> {
    let constants = tests.iter().filter_map(|test| match test {
        Test::Compare(_, constant) => Some(*constant),
        _ => None,
    });
    let around = constants.flat_map(|n| {
        let n = n.floor(decimals);
        [n.previous(decimals), n, n.next(decimals)]
    });
    around
        .chain(limits.into_iter().flatten())
        .chain([Number::default()])
        .map(Answer::Number)
        .collect()
}

/// The texts that tests name, and others of every length that tests tell apart.
fn texts(longest: u16, tests: &[&Test]) -> Vec<String> {
    let named = tests.iter().filter_map(|test| match test {
        Test::Is(word) => Some(word.clone()),
        _ => None,
    });
    let mut words: Vec<String> = named.collect();
    let letter = ('!'..=char::MAX)
        .map(String::from)
        .find(|letter| !words.iter().any(|word| word.starts_with(letter.as_str())))
        .unwrap_or_default();
    let counted = tests.iter().filter_map(|test| match test {
        Test::Length(_, constant) => rounded(*constant),
        _ => None,
    });
    let around = counted.flat_map(|length| [length.saturating_sub(1), length, length + 1]);
    let lengths = around
        .chain([1])
        .filter(|length| *length <= usize::from(longest));
    words.extend(lengths.map(|length| letter.repeat(length)));
    words
}

/// Whether any test names that choice.
fn names(tests: &[&Test], id: &String) -> bool {
    tests.iter().any(|test| match test {
        Test::Selected(word) | Test::Is(word) => word == id,
        Test::AnyOf(words) | Test::AllOf(words) => words.contains(id),
        Test::Answered
        | Test::Compare(..)
        | Test::Other(..)
        | Test::Count(..)
        | Test::Length(..) => false,
    })
}
