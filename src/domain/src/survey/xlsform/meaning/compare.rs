//! Comparisons, by what is compared with what.

use super::super::choice_id;
use super::super::names::{Fault, Known, Shape};
use super::{Meaning, Value, all, any, not, number, stands};
use crate::id::QuestionId;
use crate::number::Number;
use crate::survey::condition::{Op, Test};

/// What a comparison comes to.
pub(super) fn compare(op: Op, left: Value<'_>, right: Value<'_>) -> Result<Meaning, Fault> {
    match (left, right) {
        (Value::Nothing, _) | (_, Value::Nothing) => Ok(Meaning::Never),
        (Value::Question(known), Value::Text(text)) => with_text(op, known, &text),
        (Value::Question(known), Value::Number(Some(number))) => with_number(op, known, number),
        (Value::Question(left), Value::Question(right)) => with_other(op, left, right),
        (Value::Count(known), other) => count(op, known, constant(&other)?),
        (Value::Length(known), other) => length(op, known, constant(&other)?),
        (Value::Truth(left), Value::Truth(right)) => truths(op, left, right),
        (
            left @ (Value::Text(_) | Value::Number(_)),
            right @ (Value::Text(_) | Value::Number(_)),
        ) => Ok(constants(op, &left, &right)),
        (
            left @ (Value::Text(_) | Value::Number(_)),
            right @ (Value::Question(_) | Value::Count(_) | Value::Length(_)),
        ) => compare(turned(op), right, left),
        _ => Fault::because(
            "it compares things that Hark doesn't: a question with a constant or with another question, a count or a length with a number.",
        ),
    }
}

/// Whether a choice is among those made.
pub(super) fn selected(known: &Known, word: &str) -> Result<Meaning, Fault> {
    match &known.shape {
        Shape::One(choices) | Shape::Many(choices) | Shape::Rank(choices) => {
            if choices.iter().any(|choice| choice == word) {
                Meaning::test(known, Test::Selected(choice_id(word)))
            } else {
                Ok(Meaning::Never)
            }
        }
        Shape::Number => match number(word) {
            Some(number) => Meaning::test(known, Test::Compare(Op::Equal, number)),
            None => Ok(Meaning::Never),
        },
        Shape::Text | Shape::Note => Fault::because(format!(
            "selected() asks about \"{}\", which has no choices.",
            known.reference
        )),
    }
}

fn turned(op: Op) -> Op {
    match op {
        Op::Less => Op::More,
        Op::More => Op::Less,
        Op::AtMost => Op::AtLeast,
        Op::AtLeast => Op::AtMost,
        same => same,
    }
}

fn is_equality(op: Op) -> bool {
    matches!(op, Op::Equal | Op::NotEqual)
}

/// The meaning of "equal", or its contrary where "different" is asked.
fn equal_or_not(op: Op, equal: Meaning) -> Meaning {
    if op == Op::NotEqual {
        not(equal)
    } else {
        equal
    }
}

fn constant(value: &Value<'_>) -> Result<Option<Number>, Fault> {
    match value {
        Value::Number(number) => Ok(*number),
        Value::Text(text) => Ok(number(text)),
        _ => Fault::because("it compares a count or a length with something that is no number."),
    }
}

fn constants(op: Op, left: &Value<'_>, right: &Value<'_>) -> Meaning {
    if let (Value::Text(left), Value::Text(right)) = (left, right)
        && is_equality(op)
    {
        return Meaning::constant((left == right) == (op == Op::Equal));
    }
    match (constant(left), constant(right)) {
        (Ok(Some(left)), Ok(Some(right))) => Meaning::constant(stands(op, left, right)),
        // What is no number is different from every number, and nothing else.
        _ => Meaning::constant(op == Op::NotEqual),
    }
}

fn truths(op: Op, left: Meaning, right: Meaning) -> Result<Meaning, Fault> {
    let (meaning, holds) = match (left, right) {
        (meaning, Meaning::Always) | (Meaning::Always, meaning) => (meaning, true),
        (meaning, Meaning::Never) | (Meaning::Never, meaning) => (meaning, false),
        _ => return Fault::because("it compares two conditions with each other."),
    };
    if !is_equality(op) {
        return Fault::because("it asks whether a condition is smaller or larger.");
    }
    let as_it_is = holds == (op == Op::Equal);
    Ok(if as_it_is { meaning } else { not(meaning) })
}

fn answered(known: &Known) -> Result<Meaning, Fault> {
    Meaning::test(known, Test::Answered)
}

fn with_text(op: Op, known: &Known, text: &str) -> Result<Meaning, Fault> {
    if !is_equality(op) {
        // Smaller and larger are for numbers, so XPath makes one of the text.
        return match number(text) {
            Some(number) => with_number(op, known, number),
            None => Ok(Meaning::Never),
        };
    }
    if text.is_empty() {
        return Ok(equal_or_not(op, not(answered(known)?)));
    }
    let equal = match &known.shape {
        Shape::One(choices) if !choices.iter().any(|choice| choice == text) => Meaning::Never,
        Shape::One(_) => Meaning::test(known, Test::Is(choice_id(text)))?,
        Shape::Text => Meaning::test(known, Test::Is(text.to_owned()))?,
        Shape::Many(choices) if text.contains(' ') && !choices.iter().any(|c| c == text) => {
            return Fault::because(format!(
                "it asks whether the answers to \"{}\" are exactly '{text}', in that order. Use selected() for each.",
                known.reference
            ));
        }
        Shape::Many(choices) if !choices.iter().any(|choice| choice == text) => Meaning::Never,
        Shape::Many(_) => exactly(known, text)?,
        Shape::Number => match number(text) {
            Some(number) => Meaning::test(known, Test::Compare(Op::Equal, number))?,
            None => Meaning::Never,
        },
        Shape::Rank(_) | Shape::Note => return Err(ranked(known)),
    };
    Ok(equal_or_not(op, equal))
}

/// Only that choice, and no other beside it.
fn exactly(known: &Known, choice: &str) -> Result<Meaning, Fault> {
    let one = Test::Count(Op::Equal, Number::from(1));
    Ok(all(vec![
        Meaning::test(known, Test::Selected(choice_id(choice)))?,
        Meaning::test(known, one)?,
    ]))
}

fn ranked(known: &Known) -> Fault {
    Fault::LeaveOut(format!(
        "it compares the order of \"{}\", and Hark doesn't. Use selected().",
        known.reference
    ))
}

fn with_number(op: Op, known: &Known, constant: Number) -> Result<Meaning, Fault> {
    // "Different" holds of everything that isn't equal, answered or not.
    let asked = if op == Op::NotEqual { Op::Equal } else { op };
    let fits =
        |choice: &&String| number(choice).is_some_and(|choice| stands(asked, choice, constant));
    let meaning = match &known.shape {
        Shape::Number => return Meaning::test(known, Test::Compare(op, constant)),
        Shape::One(choices) => {
            let fitting = choices.iter().filter(fits);
            let fitting: Vec<String> = fitting.map(|choice| choice_id(choice)).collect();
            match fitting.as_slice() {
                [] => Meaning::Never,
                [one] => Meaning::test(known, Test::Is(one.clone()))?,
                _ => Meaning::test(known, Test::AnyOf(fitting))?,
            }
        }
        Shape::Many(choices) => {
            let fitting = choices.iter().filter(fits);
            let each = fitting.map(|choice| exactly(known, choice));
            any(each.collect::<Result<_, _>>()?)
        }
        Shape::Text => {
            return Fault::because(format!(
                "it compares the text \"{}\" with a number. Make that question an integer or a decimal.",
                known.reference
            ));
        }
        Shape::Rank(_) | Shape::Note => return Err(ranked(known)),
    };
    Ok(equal_or_not(op, meaning))
}

fn with_other(op: Op, left: &Known, right: &Known) -> Result<Meaning, Fault> {
    let words = |known: &Known| matches!(known.shape, Shape::One(_) | Shape::Text);
    let numbers = left.shape == Shape::Number && right.shape == Shape::Number;
    if !(numbers || words(left) && words(right) && is_equality(op)) {
        return Fault::because(format!(
            "it compares the answers to \"{}\" and \"{}\". Hark compares two numbers, and asks whether two choices or two texts are equal.",
            left.reference, right.reference
        ));
    }
    let other = QuestionId::new(&right.reference).or_else(Fault::because)?;
    if !is_equality(op) {
        return Meaning::test(left, Test::Other(op, other));
    }
    let both_empty = all(vec![not(answered(left)?), not(answered(right)?)]);
    let equal = Meaning::test(left, Test::Other(Op::Equal, other))?;
    Ok(equal_or_not(op, any(vec![equal, both_empty])))
}

/// How many choices are made; of a question with one choice that is none or one.
fn count(op: Op, known: &Known, constant: Option<Number>) -> Result<Meaning, Fault> {
    let Some(constant) = constant else {
        return Ok(Meaning::constant(op == Op::NotEqual));
    };
    match known.shape {
        Shape::Many(_) | Shape::Rank(_) => Meaning::test(known, Test::Count(op, constant)),
        Shape::One(_) => {
            let holds = |count: u16| stands(op, Number::from(count), constant);
            none_or_some(known, holds(0), holds(1))
        }
        _ => Fault::because(format!(
            "count-selected() asks about \"{}\", which has no choices.",
            known.reference
        )),
    }
}

/// How many characters the answer has. Of what is no text, only whether it is empty can
/// be told.
fn length(op: Op, known: &Known, constant: Option<Number>) -> Result<Meaning, Fault> {
    let Some(constant) = constant else {
        return Ok(Meaning::constant(op == Op::NotEqual));
    };
    if known.shape == Shape::Text {
        return Meaning::test(known, Test::Length(op, constant));
    }
    let holds = |length: u16| stands(op, Number::from(length), constant);
    if let Shape::One(choices) = &known.shape {
        let long = |choice: &String| u16::try_from(choice.chars().count()).unwrap_or(u16::MAX);
        let fitting = choices.iter().filter(|choice| holds(long(choice)));
        let each = fitting.map(|choice| Meaning::test(known, Test::Is(choice_id(choice))));
        let mut parts = each.collect::<Result<Vec<_>, _>>()?;
        if parts.len() == choices.len() {
            return none_or_some(known, holds(0), true);
        }
        parts.extend(if holds(0) {
            Some(not(answered(known)?))
        } else {
            None
        });
        return Ok(any(parts));
    }
    // Nothing written is longer than this.
    let long: Vec<bool> = (1..=2_000).map(holds).collect();
    match long.first() {
        Some(first) if long.iter().all(|other| other == first) => {
            none_or_some(known, holds(0), *first)
        }
        _ => Fault::because(format!(
            "string-length() asks about \"{}\", and only a text has a length.",
            known.reference
        )),
    }
}

fn none_or_some(known: &Known, none: bool, some: bool) -> Result<Meaning, Fault> {
    match (none, some) {
        (true, true) => Ok(Meaning::Always),
        (false, false) => Ok(Meaning::Never),
        (false, true) => answered(known),
        (true, false) => Ok(not(answered(known)?)),
    }
}
