//! Conditions: when a page or question is shown, required, or the last.
//!
//! The language is the subset that 257 real forms use in 99 % of their
//! expressions, without calculations and regular expressions. Comparisons are between
//! a question and constants, or two questions, so that a definition can be checked whole
//! before anyone answers. The row of a matrix is `question.row`.
//!
//! ```text
//! or         = and, { "or", and } ;
//! and        = not, { "and", not } ;                      (binds tighter than "or")
//! not        = "not", not | "(", or, ")" | test ;
//! test       = question, ( op, ( constant | question )
//!                        | [ "not" ], "answered"
//!                        | ( "any" | "all" ), "of", list )
//!            | "answered", "(", question, ")"
//!            | "selected", "(", question, ",", string, ")"
//!            | ( "count-selected" | "length" ), "(", question, ")", op, number ;
//! op         = "=" | "!=" | "<" | "<=" | ">" | ">=" ;
//! constant   = string | number ;
//! list       = "[", string, { ",", string }, "]" ;
//! string     = "'", { any but "'" }, "'" | '"', { any but '"' }, '"' ;
//! ```
//!
//! What an empty answer means was decided on purpose and is tested against what
//! another survey engine does: `=`, `<`, `<=`, `>`, `>=`, `selected`, `any of` and
//! `all of` are false, `!=` is true, `count-selected` and `length` are 0. The length of
//! a text is counted in characters.

use std::fmt;

use serde_json::Value;

use super::answers::Answer;
use crate::id::QuestionId;
use crate::json::{FromJson, Place};
use crate::number::Number;

mod parse;

/// A condition as written, with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    source: String,
    expression: Expression,
}

/// The meaning of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// All hold.
    And(Vec<Expression>),
    /// One holds at least.
    Or(Vec<Expression>),
    /// It does not hold.
    Not(Box<Expression>),
    /// A test of one question.
    Test(QuestionId, Test),
}

/// What is asked of one question's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// There is an answer.
    Answered,
    /// The answer, a choice or text, equals the word.
    Is(String),
    /// The number stands so to the constant.
    Compare(Op, Number),
    /// The answer stands so to the answer of another question: numbers by size, choices
    /// and texts only by being equal or not.
    Other(Op, QuestionId),
    /// That choice is chosen, alone or with others.
    Selected(String),
    /// The number of choices made stands so to the constant.
    Count(Op, Number),
    /// The number of characters written stands so to the constant.
    Length(Op, Number),
    /// One of these is chosen at least.
    AnyOf(Vec<String>),
    /// All of these are chosen.
    AllOf(Vec<String>),
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name says its sign")]
pub enum Op {
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// Words that can't name a question, because conditions use them.
pub const RESERVED: [&str; 6] = ["and", "or", "not", "any", "all", "of"];

/// Why a condition can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The character where reading stopped, counted from 1.
    pub at: usize,
    /// What was expected there, as a sentence.
    pub text: String,
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// The place and a sentence about what was expected there.
    pub fn parse(source: &str) -> Result<Self, Unreadable> {
        Ok(Self {
            expression: parse::expression(source)?,
            source: source.to_owned(),
        })
    }

    /// The condition as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its meaning.
    pub fn expression(&self) -> &Expression {
        &self.expression
    }

    /// Whether it holds, given what `answer` knows. A question that is hidden or
    /// has no answer is `None` there.
    pub fn holds<'a>(&self, answer: &impl Fn(&QuestionId) -> Option<&'a Answer>) -> bool {
        self.expression.holds(answer)
    }

    /// Every test in it, with the question it asks about, in order of writing.
    pub fn tests(&self) -> Vec<(&QuestionId, &Test)> {
        let mut found = Vec::new();
        self.expression.collect(&mut found);
        found
    }
}

impl Expression {
    /// Whether it holds, given what `answer` knows; see [`Condition::holds`].
    pub fn holds<'a>(&self, answer: &impl Fn(&QuestionId) -> Option<&'a Answer>) -> bool {
        match self {
            Self::And(parts) => parts.iter().all(|part| part.holds(answer)),
            Self::Or(parts) => parts.iter().any(|part| part.holds(answer)),
            Self::Not(part) => !part.holds(answer),
            Self::Test(question, Test::Other(op, other)) => {
                stands(*op, answer(question), answer(other))
            }
            Self::Test(question, test) => test.holds(answer(question)),
        }
    }

    /// Every question it looks at, as often as it does, in order of writing.
    pub fn names(&self) -> Vec<&QuestionId> {
        let mut tests = Vec::new();
        self.collect(&mut tests);
        let mut names = Vec::new();
        for (question, test) in tests {
            names.push(question);
            if let Test::Other(_, other) = test {
                names.push(other);
            }
        }
        names
    }

    fn collect<'a>(&'a self, found: &mut Vec<(&'a QuestionId, &'a Test)>) {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().for_each(|part| part.collect(found)),
            Self::Not(part) => part.collect(found),
            Self::Test(question, test) => found.push((question, test)),
        }
    }
}

impl Test {
    /// Whether an answer passes; `None` is a question without one. [`Test::Other`] needs
    /// a second answer, which is not here: it passes as if that had none.
    pub fn holds(&self, answer: Option<&Answer>) -> bool {
        let has = |word: &String| match answer {
            Some(Answer::Word(chosen)) => chosen == word,
            Some(Answer::Many(chosen)) => chosen.contains(word),
            _ => false,
        };
        match self {
            Self::Answered => answer.is_some_and(|answer| !answer.is_blank()),
            Self::Is(word) => matches!(answer, Some(Answer::Word(given)) if given == word),
            // "Not equal" to a number is true of no answer at all, as it is for words.
            Self::Compare(Op::NotEqual, constant) => answer != Some(&Answer::Number(*constant)),
            Self::Compare(op, constant) => {
                matches!(answer, Some(Answer::Number(given)) if op.holds(*given, *constant))
            }
            Self::Other(op, _) => stands(*op, answer, None),
            Self::Selected(word) => has(word),
            Self::Count(op, constant) => {
                let count = match answer {
                    Some(Answer::Many(chosen)) => chosen.len(),
                    Some(_) => 1,
                    None => 0,
                };
                op.holds(counted(count), *constant)
            }
            Self::Length(op, constant) => {
                let length = match answer {
                    Some(Answer::Word(text)) => text.chars().count(),
                    _ => 0,
                };
                op.holds(counted(length), *constant)
            }
            Self::AnyOf(words) => words.iter().any(has),
            Self::AllOf(words) => words.iter().all(has),
        }
    }
}

/// A count as a number; more than a number can hold is never counted here.
fn counted(count: usize) -> Number {
    Number::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// Whether two answers stand so to each other. As with a constant, an empty one is
/// different from everything and otherwise fails.
fn stands(op: Op, left: Option<&Answer>, right: Option<&Answer>) -> bool {
    match (op, left, right) {
        (op, Some(Answer::Number(left)), Some(Answer::Number(right))) => op.holds(*left, *right),
        (Op::NotEqual, left, right) => left.is_none() || left != right,
        (Op::Equal, left, right) => left.is_some() && left == right,
        _ => false,
    }
}

impl Op {
    fn holds(self, left: Number, right: Number) -> bool {
        match self {
            Self::Equal => left == right,
            Self::NotEqual => left != right,
            Self::Less => left < right,
            Self::AtMost => left <= right,
            Self::More => left > right,
            Self::AtLeast => left >= right,
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (character {})", self.text, self.at)
    }
}

impl FromJson for Condition {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let source = String::from_json(value, place)?;
        match Self::parse(&source) {
            Ok(condition) => Some(condition),
            Err(why) => place.tell(|| format!("The condition \"{source}\" can't be read: {why}.")),
        }
    }
}

#[cfg(test)]
mod tests;
