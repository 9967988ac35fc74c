//! Conditions put together so that they read as an officer would write them: constants
//! are folded away, and `a = 'x' or a = 'y'` becomes `a any of ['x', 'y']`.

use super::Meaning;
use crate::id::QuestionId;
use crate::survey::condition::{Expression, Op, Test};

/// All hold.
pub(in super::super) fn all(parts: Vec<Meaning>) -> Meaning {
    let mut kept = Vec::new();
    for part in parts {
        match part {
            Meaning::Always => {}
            Meaning::Never => return Meaning::Never,
            Meaning::When(Expression::And(inner)) => kept.extend(inner),
            Meaning::When(part) => kept.push(part),
        }
    }
    joined(kept, Meaning::Always, Expression::And)
}

/// One holds at least.
pub(in super::super) fn any(parts: Vec<Meaning>) -> Meaning {
    let mut kept = Vec::new();
    for part in parts {
        match part {
            Meaning::Never => {}
            Meaning::Always => return Meaning::Always,
            Meaning::When(Expression::Or(inner)) => kept.extend(inner),
            Meaning::When(part) => kept.push(part),
        }
    }
    match any_of(&kept) {
        Some(one) => Meaning::When(one),
        None => joined(kept, Meaning::Never, Expression::Or),
    }
}

/// It doesn't hold.
pub(in super::super) fn not(part: Meaning) -> Meaning {
    match part {
        Meaning::Always => Meaning::Never,
        Meaning::Never => Meaning::Always,
        Meaning::When(Expression::Not(inner)) => Meaning::When(*inner),
        Meaning::When(Expression::Test(
            id,
            Test::Compare(op @ (Op::Equal | Op::NotEqual), number),
        )) => {
            // Only these two are each other's contrary where nothing is answered.
            let op = match op {
                Op::Equal => Op::NotEqual,
                _ => Op::Equal,
            };
            Meaning::When(Expression::Test(id, Test::Compare(op, number)))
        }
        Meaning::When(other) => Meaning::When(Expression::Not(Box::new(other))),
    }
}

/// The same where the question `own` is answered, as it is wherever its constraint is
/// tested.
pub(in super::super) fn answered(own: &QuestionId, expression: Expression) -> Meaning {
    let each = |parts: Vec<Expression>| parts.into_iter().map(|part| answered(own, part)).collect();
    match expression {
        Expression::And(parts) => all(each(parts)),
        Expression::Or(parts) => any(each(parts)),
        Expression::Not(part) => not(answered(own, *part)),
        Expression::Test(id, Test::Answered) if id == *own => Meaning::Always,
        other @ Expression::Test(..) => Meaning::When(other),
    }
}

fn joined(
    mut parts: Vec<Expression>,
    nothing: Meaning,
    join: fn(Vec<Expression>) -> Expression,
) -> Meaning {
    // The same said twice is said once.
    let mut seen: Vec<Expression> = Vec::new();
    parts.retain(|part| {
        let new = !seen.contains(part);
        seen.extend(new.then(|| part.clone()));
        new
    });
    match parts.len() {
        0 => nothing,
        1 => Meaning::When(parts.remove(0)),
        _ => Meaning::When(join(parts)),
    }
}

/// Several choices of one question as one test.
fn any_of(parts: &[Expression]) -> Option<Expression> {
    let mut words: Vec<String> = Vec::new();
    let mut question: Option<&QuestionId> = None;
    for part in parts {
        let Expression::Test(id, test) = part else {
            return None;
        };
        if question.is_some_and(|question| question != id) {
            return None;
        }
        question = Some(id);
        let more: &[String] = match test {
            Test::Is(word) | Test::Selected(word) => std::slice::from_ref(word),
            Test::AnyOf(words) => words,
            _ => return None,
        };
        for word in more {
            if !words.contains(word) {
                words.push(word.clone());
            }
        }
    }
    (words.len() > 1).then_some(())?;
    Some(Expression::Test(question?.clone(), Test::AnyOf(words)))
}
