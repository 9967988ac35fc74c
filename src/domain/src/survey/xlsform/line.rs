//! What an import says about a workbook: one thing a line, with its record and field.

use std::fmt::{self, Write};

pub use crate::import::Act;
use crate::import::OneLine;

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

/// One line of text, whatever stands in the cells that it quotes: line breaks, control
/// characters and marks that turn the direction of text are spaces.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = OneLine(f);
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
        write!(f, ": {}: {}", self.act.words(), self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_several_lines_stay_on_one() {
        let line = Line {
            act: Act::Refused,
            sheet: "sur\rvey".to_owned(),
            row: Some(3),
            name: "a\nb".to_owned(),
            field: "label\u{2028}x".to_owned(),
            text: "\"a\r\nb\" \u{1b}[31m is \u{202e}no\u{85}\tname.\n".to_owned(),
        };
        assert_eq!(
            line.to_string(),
            "sur vey, row 3 (a b), label x: refused: \"a  b\"  [31m is  no  name. "
        );
    }
}
