//! What `${name}` can stand for.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Takes a name in. A name that is there already stands for nothing from then on.
    pub(super) fn insert(&mut self, name: &str, known: Known) {
        if self.known.insert(name.to_owned(), known).is_some() {
            self.twice.insert(name.to_owned());
        }
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
