//! The part of `XPath` that expressions of an `XLSForm` use, read whole: what Hark doesn't
//! carry is named, and what is no `XPath` is refused with its place.

mod read;
mod token;

pub(super) use read::read;

use crate::survey::condition::Op;

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expr {
    Or(Vec<Expr>),
    And(Vec<Expr>),
    Compare(Op, Box<Expr>, Box<Expr>),
    Call(String, Vec<Expr>),
    /// `${name}`.
    Question(String),
    /// `.`: the question itself.
    Own,
    /// A bare name: in a filter of choices a column of theirs.
    Column(String),
    Text(String),
    /// A number as it was written.
    Number(String),
}

/// Why an expression can't be carried, as a sentence that begins small.
pub(super) type Refusal = String;

#[cfg(test)]
mod tests;
