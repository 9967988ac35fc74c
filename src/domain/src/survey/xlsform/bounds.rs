//! Constraints that are limits of their question: Hark says those better, and the
//! keyboard of a phone knows them.
//!
//! Only what means the same becomes a limit: `. > 0` of a whole number is "1 at least",
//! of a decimal it stays a constraint.

use serde_json::{Map, Value};

use super::names::{Known, Shape};
use crate::number::Number;
use crate::survey::condition::{Expression, Op, Test};
use crate::survey::definition::PREFER_NOT;

/// The longest text a question may ask for.
const LONGEST: i64 = crate::survey::check::LONGEST_ALLOWED as i64;

/// Writes the constraint of a question as its limits; says whether it could.
pub(super) fn take(
    expression: &Expression,
    own: &Known,
    question: &mut Map<String, Value>,
) -> bool {
    let parts = match expression {
        Expression::And(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut limits: Vec<(&'static str, Value)> = Vec::new();
    for part in parts {
        let Expression::Test(id, test) = part else {
            return false;
        };
        let limit = match limit(test, own, question) {
            Some(limit) if id.as_str() == own.reference => limit,
            _ => return false,
        };
        let taken =
            question.contains_key(limit.0) || limits.iter().any(|(name, _)| *name == limit.0);
        if taken {
            return false;
        }
        limits.push(limit);
    }
    for (name, value) in limits {
        question.insert(name.to_owned(), value);
    }
    true
}

fn limit(test: &Test, own: &Known, question: &Map<String, Value>) -> Option<(&'static str, Value)> {
    match (&own.shape, test) {
        (Shape::Number, Test::Compare(op, number)) => {
            let decimals = question
                .get("decimals")
                .and_then(Value::as_u64)
                .unwrap_or(0);
            let fits = u64::from(number.places()) <= decimals;
            let limit = match op {
                Op::AtLeast if fits => ("least", *number),
                Op::AtMost if fits => ("most", *number),
                Op::More if fits && decimals == 0 => ("least", number.next(0)),
                Op::Less if fits && decimals == 0 => ("most", number.previous(0)),
                _ => return None,
            };
            Some((limit.0, json(limit.1)))
        }
        (Shape::Many(_) | Shape::Rank(_), Test::Count(op, number)) => {
            let alone = |choice: &Value| choice["exclusive"] == true || choice["id"] == PREFER_NOT;
            let choices = question.get("choices")?.as_array()?;
            let together = choices.iter().filter(|choice| !alone(choice)).count();
            let number = number.as_whole()?;
            let (name, number) = match op {
                Op::AtLeast => ("least", number),
                Op::More => ("least", number + 1),
                Op::AtMost => ("most", number),
                Op::Less => ("most", number - 1),
                _ => return None,
            };
            // What stands alone is never too few in Hark.
            let same = name == "most" || together == choices.len();
            let possible = number >= 1 && usize::try_from(number).is_ok_and(|n| n <= together);
            (same && possible).then(|| (name, number.into()))
        }
        (Shape::Text, Test::Length(op, number)) => {
            let number = number.as_whole()?;
            let longest = match op {
                Op::AtMost => number,
                Op::Less => number - 1,
                _ => return None,
            };
            (1..=LONGEST)
                .contains(&longest)
                .then(|| ("longest", longest.into()))
        }
        _ => None,
    }
}

/// A number as JSON, exactly as it is written.
pub(super) fn json(number: Number) -> Value {
    serde_json::from_str(&number.to_string()).unwrap_or_default()
}
