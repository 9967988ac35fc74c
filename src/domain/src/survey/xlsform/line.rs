//! What an import says about a workbook: one thing a line, with its record and field.

use std::fmt;

/// One thing that was changed, left out or refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What was done.
    pub act: Act,
    /// The sheet.
    pub sheet: String,
    /// The row in it; nothing where it is about the whole sheet or a column.
    pub row: Option<u32>,
    /// The name that stands in the row, empty where there is none.
    pub name: String,
    /// The column; empty where it is about the whole row.
    pub field: String,
    /// What was the matter and what was done about it, as a sentence.
    pub text: String,
}

/// What an import does with something that it can't take as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It was changed so that it can be taken.
    Repaired,
    /// The row isn't in the survey.
    LeftOut,
    /// The whole file can't be taken.
    Refused,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sheet)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if !self.name.is_empty() {
            write!(f, " ({})", self.name)?;
        }
        if !self.field.is_empty() {
            write!(f, ", {}", self.field)?;
        }
        let act = match self.act {
            Act::Repaired => "repaired",
            Act::LeftOut => "left out",
            Act::Refused => "refused",
        };
        write!(f, ": {act}: {}", self.text)
    }
}
