//! What an import says about records: one thing a line.

use std::fmt::{self, Write};

use crate::import::{Act, OneLine};

/// One thing that was changed, left out or refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The file, where several were read together; empty where it was one.
    pub file: String,
    /// What was done.
    pub act: Act,
    /// The record, as people count: "service 3 (Skate jam)", "row 5".
    pub record: String,
    /// The field in the record, steps joined by `/` and counted from 0; empty where it is
    /// about the whole record.
    pub field: String,
    /// What was the matter and what was done about it, as a sentence.
    pub text: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = OneLine(f);
        f.write_str(&self.record)?;
        if !self.field.is_empty() {
            write!(f, ", {}", self.field)?;
        }
        write!(f, ": {}: {}", self.act.words(), self.text)
    }
}

/// What is said about one record while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Log {
    /// The file it is in.
    pub(super) file: String,
    /// What it is called in lines.
    pub(super) record: String,
    lines: Vec<Line>,
}

impl Log {
    /// About that record.
    pub(super) fn about(file: &str, record: String) -> Self {
        Self {
            file: file.to_owned(),
            record,
            lines: Vec::new(),
        }
    }

    /// A field was changed so that it can be taken.
    pub(super) fn repaired(&mut self, field: &str, text: impl Into<String>) {
        self.say(Act::Repaired, field, text.into());
    }

    /// A field isn't in what was made.
    pub(super) fn left_out(&mut self, field: &str, text: impl Into<String>) {
        self.say(Act::LeftOut, field, text.into());
    }

    /// Nothing is made of the record.
    pub(super) fn refused(&mut self, field: &str, text: impl Into<String>) {
        self.say(Act::Refused, field, text.into());
    }

    fn say(&mut self, act: Act, field: &str, text: String) {
        let line = Line {
            file: self.file.clone(),
            act,
            record: self.record.clone(),
            field: field.to_owned(),
            text,
        };
        // A thing that two readers stumble over is still one thing.
        if !self.lines.contains(&line) {
            self.lines.push(line);
        }
    }

    /// Takes what was said about a record that turned out to be this one.
    pub(super) fn take(&mut self, other: Self) {
        self.lines.extend(other.lines);
    }

    /// Whether the record was refused.
    pub(super) fn is_refused(&self) -> bool {
        self.lines.iter().any(|line| line.act == Act::Refused)
    }

    /// The lines. Of a record that was refused, why: what would have been repaired in it
    /// is of no use to anybody.
    pub(super) fn into_lines(mut self) -> Vec<Line> {
        if self.is_refused() {
            self.lines.retain(|line| line.act == Act::Refused);
        }
        self.lines
    }
}
