//! A condition's meaning, written in Hark's own words.

use crate::number::Number;
use crate::survey::condition::{Expression, Op, Test};

/// The condition as an officer would write it.
pub(super) fn written(expression: &Expression) -> String {
    match expression {
        Expression::Or(parts) => {
            let parts: Vec<String> = parts.iter().map(written).collect();
            parts.join(" or ")
        }
        Expression::And(parts) => {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| match part {
                    Expression::Or(_) => format!("({})", written(part)),
                    _ => written(part),
                })
                .collect();
            parts.join(" and ")
        }
        Expression::Not(part) => negated(part),
        Expression::Test(id, test) => tested(id.as_str(), test),
    }
}

fn negated(part: &Expression) -> String {
    match part {
        Expression::Test(id, Test::Answered) => format!("{id} not answered"),
        Expression::Test(id, Test::Is(word)) => format!("{id} != {}", quoted(word)),
        Expression::Test(..) => format!("not {}", written(part)),
        _ => format!("not ({})", written(part)),
    }
}

fn tested(id: &str, test: &Test) -> String {
    let compared = |left: &str, op: Op, number: Number| format!("{left} {} {number}", sign(op));
    match test {
        Test::Answered => format!("{id} answered"),
        Test::Is(word) => format!("{id} = {}", quoted(word)),
        Test::Compare(op, number) => compared(id, *op, *number),
        Test::Other(op, other) => format!("{id} {} {other}", sign(*op)),
        Test::Selected(word) => format!("selected({id}, {})", quoted(word)),
        Test::Count(op, number) => compared(&format!("count-selected({id})"), *op, *number),
        Test::Length(op, number) => compared(&format!("length({id})"), *op, *number),
        Test::AnyOf(words) => format!("{id} any of [{}]", list(words)),
        Test::AllOf(words) => format!("{id} all of [{}]", list(words)),
    }
}

fn list(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    words.join(", ")
}

/// A word in quotes that don't occur in it. Both kinds never do: neither language could
/// write such a word.
pub(super) fn quoted(word: &str) -> String {
    if word.contains('\'') {
        format!("\"{word}\"")
    } else {
        format!("'{word}'")
    }
}

/// The sign of a comparison, the same in both languages.
pub(super) fn sign(op: Op) -> &'static str {
    match op {
        Op::Equal => "=",
        Op::NotEqual => "!=",
        Op::Less => "<",
        Op::AtMost => "<=",
        Op::More => ">",
        Op::AtLeast => ">=",
    }
}
