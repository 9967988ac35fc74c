//! A condition of Hark, said in `XPath`.

use super::names::{Names, Shape};
use super::written::{quoted, sign};
use crate::number::Number;
use crate::survey::condition::{Expression, Op, Test};

/// The condition in `XPath`; nothing where an `XLSForm` can't say it. `itself` is the
/// question whose constraint it is, which is `.` there.
pub(super) fn spoken(
    expression: &Expression,
    names: &Names,
    itself: Option<&str>,
) -> Option<String> {
    Speaker { names, itself }.said(expression, false)
}

struct Speaker<'a> {
    names: &'a Names,
    itself: Option<&'a str>,
}

impl Speaker<'_> {
    /// `inside` says whether it stands inside an "and", where an "or" needs brackets.
    fn said(&self, expression: &Expression, inside: bool) -> Option<String> {
        match expression {
            Expression::Or(parts) => {
                let parts: Option<Vec<_>> =
                    parts.iter().map(|part| self.said(part, false)).collect();
                Some(bracketed(parts?.join(" or "), inside))
            }
            Expression::And(parts) => {
                let parts: Option<Vec<_>> =
                    parts.iter().map(|part| self.said(part, true)).collect();
                Some(parts?.join(" and "))
            }
            Expression::Not(part) => self.negated(part),
            Expression::Test(id, test) => self.tested(id.as_str(), test, inside),
        }
    }

    fn negated(&self, part: &Expression) -> Option<String> {
        match part {
            Expression::Test(id, Test::Answered) => {
                Some(format!("{} = ''", self.question(id.as_str())?))
            }
            Expression::Test(id, Test::Is(word)) => Some(format!(
                "{} != {}",
                self.question(id.as_str())?,
                quoted(word)
            )),
            other => Some(format!("not({})", self.said(other, false)?)),
        }
    }

    fn question(&self, reference: &str) -> Option<String> {
        let name = self.names.name_of(reference)?;
        Some(match self.itself {
            Some(itself) if itself == name => ".".to_owned(),
            _ => format!("${{{name}}}"),
        })
    }

    fn tested(&self, reference: &str, test: &Test, inside: bool) -> Option<String> {
        let question = self.question(reference)?;
        let compared =
            |left: String, op: Op, number: Number| format!("{left} {} {number}", sign(op));
        Some(match test {
            Test::Answered => format!("{question} != ''"),
            Test::Is(word) => format!("{question} = {}", quoted(word)),
            Test::Compare(op, number) => compared(question, *op, *number),
            Test::Other(Op::Equal, other) => {
                let other = self.question(other.as_str())?;
                format!("{question} = {other} and {question} != ''")
            }
            // Two empty answers are equal in XPath, and different in Hark.
            Test::Other(Op::NotEqual, other) => {
                let other = self.question(other.as_str())?;
                bracketed(format!("{question} != {other} or {question} = ''"), inside)
            }
            Test::Other(op, other) => {
                format!(
                    "{question} {} {}",
                    sign(*op),
                    self.question(other.as_str())?
                )
            }
            Test::Selected(word) => format!("selected({question}, {})", quoted(word)),
            Test::Count(op, number) => {
                compared(format!("count-selected({question})"), *op, *number)
            }
            Test::Length(op, number) => {
                compared(format!("string-length({question})"), *op, *number)
            }
            Test::AnyOf(words) => {
                let several = words.len() > 1;
                let each = words
                    .iter()
                    .map(|word| self.chosen(reference, &question, word));
                let each: Vec<String> = each.collect();
                bracketed(each.join(" or "), inside && several)
            }
            Test::AllOf(words) => {
                let each = words
                    .iter()
                    .map(|word| format!("selected({question}, {})", quoted(word)));
                let each: Vec<String> = each.collect();
                each.join(" and ")
            }
        })
    }

    fn chosen(&self, reference: &str, question: &str, word: &str) -> String {
        let one = self
            .names
            .referred(reference)
            .is_some_and(|known| matches!(known.shape, Shape::One(_)));
        if one {
            format!("{question} = {}", quoted(word))
        } else {
            format!("selected({question}, {})", quoted(word))
        }
    }
}

fn bracketed(words: String, needed: bool) -> String {
    if needed { format!("({words})") } else { words }
}
