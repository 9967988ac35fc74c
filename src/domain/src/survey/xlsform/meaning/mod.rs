//! What an expression of `XPath` says, as a condition of Hark that holds for the same
//! answers.
//!
//! In `XPath` an unanswered question is the empty text. Compared with a number that is no
//! number, and so neither smaller nor larger; but it is equal to `''`, and different from
//! everything else. Where a comparison of two questions would call two empty ones equal,
//! the condition says so.

mod compare;
mod simple;

use std::collections::BTreeSet;

use super::names::{Fault, Known, Names, Shape};
use super::table::Record;
use super::xpath::{self, Expr};
use crate::id::QuestionId;
use crate::number::Number;
use crate::survey::condition::{Expression, Op, Test};

pub(super) use simple::{all, answered, any, not};

/// Where an expression stands, and so what it may look at.
pub(super) struct Scope<'a> {
    /// Every name of the form.
    pub(super) names: &'a Names,
    /// The question it belongs to.
    pub(super) own: &'a str,
    /// Whether it may look at that question itself, as `.` or by name.
    pub(super) sees_itself: bool,
    /// Only questions before this place in the order can be named.
    pub(super) before: usize,
    /// In a filter of choices, the choice.
    pub(super) choice: Option<&'a Record>,
}

/// What an expression comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It holds whatever is answered.
    Always,
    /// It never holds.
    Never,
    /// It holds where this condition does.
    When(Expression),
}

impl Meaning {
    fn constant(holds: bool) -> Self {
        if holds { Self::Always } else { Self::Never }
    }

    fn test(known: &Known, test: Test) -> Result<Self, Fault> {
        match QuestionId::new(&known.reference) {
            Ok(id) => Ok(Self::When(Expression::Test(id, test))),
            Err(why) => Fault::because(why),
        }
    }
}

/// An operand.
enum Value<'a> {
    Question(&'a Known),
    Text(String),
    Number(Option<Number>),
    /// A column of choices with nothing in it: in `XPath` no value at all, which is
    /// neither equal to anything nor different from it, not even from the empty text.
    Nothing,
    Truth(Meaning),
    Count(&'a Known),
    Length(&'a Known),
}

/// Reads an expression and says what it comes to there. Columns of choices that it looks
/// at go to `columns`.
pub(super) fn meaning(
    source: &str,
    scope: &Scope<'_>,
    columns: &mut BTreeSet<String>,
) -> Result<Meaning, Fault> {
    if let Some(holds) = super::table::yes_or_no(source) {
        return Ok(Meaning::constant(holds));
    }
    let expr = xpath::read(source).map_err(Fault::LeaveOut)?;
    scope.truth(&expr, columns)
}

impl<'a> Scope<'a> {
    fn truth(&self, expr: &Expr, columns: &mut BTreeSet<String>) -> Result<Meaning, Fault> {
        match expr {
            Expr::Or(parts) => Ok(any(self.truths(parts, columns)?)),
            Expr::And(parts) => Ok(all(self.truths(parts, columns)?)),
            Expr::Compare(op, left, right) => {
                let left = self.value(left, columns)?;
                let right = self.value(right, columns)?;
                compare::compare(*op, left, right)
            }
            other => match self.value(other, columns)? {
                Value::Truth(meaning) => Ok(meaning),
                Value::Nothing => Ok(Meaning::Never),
                Value::Text(text) => Ok(Meaning::constant(!text.is_empty())),
                Value::Number(number) => Ok(Meaning::constant(
                    number.is_some_and(|number| number != Number::default()),
                )),
                Value::Question(known) => Fault::because(format!(
                    "it says only \"{0}\". Say what of it, such as ${{{0}}} = 'yes'.",
                    known.reference
                )),
                Value::Count(_) | Value::Length(_) => {
                    Fault::because("it counts, but compares the number with nothing.")
                }
            },
        }
    }

    fn truths(
        &self,
        parts: &[Expr],
        columns: &mut BTreeSet<String>,
    ) -> Result<Vec<Meaning>, Fault> {
        parts.iter().map(|part| self.truth(part, columns)).collect()
    }

    fn value(&self, expr: &Expr, columns: &mut BTreeSet<String>) -> Result<Value<'a>, Fault> {
        match expr {
            Expr::Question(name) => self.question(name).map(Value::Question),
            Expr::Own => self.question(self.own).map(Value::Question),
            Expr::Text(text) => Ok(Value::Text(text.clone())),
            Expr::Number(written) => match number(written) {
                Some(number) => Ok(Value::Number(Some(number))),
                None => Fault::because(format!(
                    "the number {written} has more than six places after the point, or is too large."
                )),
            },
            Expr::Column(name) => {
                let Some(choice) = self.choice else {
                    return Fault::because(format!(
                        "\"{name}\" stands there by itself. Write ${{{name}}} for a question and '{name}' for a choice."
                    ));
                };
                columns.insert(name.clone());
                let cell = choice.column(name).map(str::to_owned);
                Ok(cell.map_or(Value::Nothing, Value::Text))
            }
            Expr::Call(name, arguments) => self.call(name, arguments, columns),
            Expr::Or(_) | Expr::And(_) | Expr::Compare(..) => {
                self.truth(expr, columns).map(Value::Truth)
            }
        }
    }

    fn call(
        &self,
        name: &str,
        arguments: &[Expr],
        columns: &mut BTreeSet<String>,
    ) -> Result<Value<'a>, Fault> {
        match (name, arguments) {
            ("true", _) => Ok(Value::Truth(Meaning::Always)),
            ("false", _) => Ok(Value::Truth(Meaning::Never)),
            ("not", [inner]) => Ok(Value::Truth(not(self.truth(inner, columns)?))),
            ("selected", [question, word]) => {
                let known = self.asked(question, name, columns)?;
                let word = match self.value(word, columns)? {
                    Value::Text(text) => text,
                    Value::Number(Some(number)) => number.to_string(),
                    Value::Nothing => String::new(),
                    _ => {
                        return Fault::because(
                            "selected() looks for an answer to another question, and Hark only looks for a choice that is written there.",
                        );
                    }
                };
                compare::selected(known, &word).map(Value::Truth)
            }
            ("count-selected", [question]) => self.asked(question, name, columns).map(Value::Count),
            ("string-length", []) => self.question(self.own).map(Value::Length),
            ("string-length", [question]) => self.asked(question, name, columns).map(Value::Length),
            _ => Fault::because(format!("it uses {name}(), and Hark doesn't.")),
        }
    }

    /// The question that a function asks about.
    fn asked(
        &self,
        expr: &Expr,
        function: &str,
        columns: &mut BTreeSet<String>,
    ) -> Result<&'a Known, Fault> {
        match self.value(expr, columns)? {
            Value::Question(known) => Ok(known),
            _ => Fault::because(format!("{function}() has to ask about a question.")),
        }
    }

    fn question(&self, name: &str) -> Result<&'a Known, Fault> {
        let known = self.names.find(name)?;
        let itself = name == self.own;
        if itself && !self.sees_itself {
            return Fault::because(format!("\"{name}\" depends on itself."));
        }
        if !itself && known.order >= self.before {
            return Fault::because(format!(
                "it looks at \"{name}\", which comes later. Put that question before this one."
            ));
        }
        if known.shape == Shape::Note {
            return Fault::because(format!(
                "it looks at the note \"{name}\", which nobody answers."
            ));
        }
        Ok(known)
    }
}

/// A number as `XPath` reads it from a text (section 4.4): nothing where it is none.
fn number(text: &str) -> Option<Number> {
    let text = text.trim();
    if !text.is_ascii() {
        return None;
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let whole = digits.strip_suffix('.').unwrap_or(digits);
    if whole.starts_with('.') {
        Number::parse(&format!("{sign}0{whole}"))
    } else {
        Number::parse(&format!("{sign}{whole}"))
    }
}

/// How two numbers compare.
fn stands(op: Op, left: Number, right: Number) -> bool {
    match op {
        Op::Equal => left == right,
        Op::NotEqual => left != right,
        Op::Less => left < right,
        Op::AtMost => left <= right,
        Op::More => left > right,
        Op::AtLeast => left >= right,
    }
}
