//! What `${name}` can stand for.

use std::collections::{BTreeMap, BTreeSet};

use crate::survey::Survey;
use crate::survey::definition::{Choice, Kind};
use crate::survey::journey::row_reference;

/// A question as expressions see it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// Its name in Hark's conditions: the question, or `question.row` of a grid.
    pub(super) reference: String,
    /// Its place in the order of the survey.
    pub(super) order: usize,
    /// How it is answered.
    pub(super) shape: Shape,
}

/// How a question is answered, as far as expressions can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One of these choices.
    One(Vec<String>),
    /// Any of these choices.
    Many(Vec<String>),
    /// These choices, put in order.
    Rank(Vec<String>),
    Number,
    Text,
    Note,
}

/// Every name of a form.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    known: BTreeMap<String, Known>,
    left_out: BTreeMap<String, u32>,
    twice: BTreeSet<String>,
}

/// Why a name stands for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The row can't be carried, and why.
    LeaveOut(String),
    /// It refers to a row that was left out: its name and its number.
    Refers(String, u32),
}

impl Fault {
    /// The row can't be carried.
    pub(super) fn because<T>(why: impl Into<String>) -> Result<T, Self> {
        Err(Self::LeaveOut(why.into()))
    }
}

impl Names {
    /// The names of a survey of Hark's.
    pub(super) fn of(survey: &Survey) -> Self {
        let mut names = Self::default();
        let ids = |choices: &[Choice]| choices.iter().map(|choice| choice.id.to_string()).collect();
        for (order, (_, question)) in survey.questions().enumerate() {
            let mut insert = |name: &str, reference: String, shape: Shape| {
                names.insert(
                    name,
                    Known {
                        reference,
                        order,
                        shape,
                    },
                );
            };
            let shape = match &question.kind {
                Kind::Single { choices, .. } => Shape::One(ids(choices)),
                Kind::Multiple { choices, .. } => Shape::Many(ids(choices)),
                Kind::Ranking { choices, .. } => Shape::Rank(ids(choices)),
                Kind::Number { .. } => Shape::Number,
                Kind::Text { .. } => Shape::Text,
                Kind::Note => Shape::Note,
                Kind::Matrix { rows, choices } => {
                    for row in rows {
                        let reference = row_reference(&question.id, row.id.as_str());
                        insert(row.id.as_str(), reference, Shape::One(ids(choices)));
                    }
                    continue;
                }
            };
            insert(question.id.as_str(), question.id.to_string(), shape);
        }
        names
    }

    /// Takes a name in. Of two with one name, a question goes before the row of a grid;
    /// otherwise it stands for nothing from then on.
    pub(super) fn insert(&mut self, name: &str, known: Known) {
        let is_row = |known: &Known| known.reference != name;
        match self.known.get(name) {
            Some(other) if is_row(&known) && !is_row(other) => return,
            Some(other) if is_row(&known) == is_row(other) => {
                self.twice.insert(name.to_owned());
            }
            Some(_) => {
                self.twice.remove(name);
            }
            None => {}
        }
        self.known.insert(name.to_owned(), known);
    }

    /// Takes in the name of a row that was left out.
    pub(super) fn leave_out(&mut self, name: &str, row: u32) {
        if !name.is_empty() {
            self.left_out.entry(name.to_owned()).or_insert(row);
        }
    }

    /// What a name stands for.
    pub(super) fn find(&self, name: &str) -> Result<&Known, Fault> {
        if name.starts_with("last-saved#") {
            return Fault::because(format!(
                "${{{name}}} asks what somebody answered last time, and Hark never knows."
            ));
        }
        if self.twice.contains(name) {
            return Fault::because(format!(
                "${{{name}}} could be two questions: each needs a name of its own."
            ));
        }
        if let Some(known) = self.known.get(name) {
            return Ok(known);
        }
        match self.left_out.get(name) {
            Some(row) => Err(Fault::Refers(name.to_owned(), *row)),
            None => Fault::because(format!("there is no question \"{name}\".")),
        }
    }

    /// What Hark calls the question that stands at the end of a reference.
    pub(super) fn name_of(&self, reference: &str) -> Option<&str> {
        let mut named = self.known.iter();
        let found = named.find(|(_, known)| known.reference == reference);
        found
            .map(|(name, _)| name.as_str())
            .filter(|name| !self.twice.contains(*name))
    }

    /// What is known of the question that Hark calls so.
    pub(super) fn referred(&self, reference: &str) -> Option<&Known> {
        self.known
            .values()
            .find(|known| known.reference == reference)
    }
}
