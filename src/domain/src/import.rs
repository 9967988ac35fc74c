//! What every import says about things that it can't take as they are.

use std::fmt::{self, Write};

/// What an import does with something that it can't take as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It was changed so that it can be taken.
    Repaired,
    /// It isn't in what was made; the rest of it is.
    LeftOut,
    /// Nothing was made of the whole: a form, or one record of a directory.
    Refused,
}

impl Act {
    /// The words for it in a line; whoever reads lines by program looks for these.
    pub fn words(self) -> &'static str {
        match self {
            Self::Repaired => "repaired",
            Self::LeftOut => "left out",
            Self::Refused => "refused",
        }
    }
}

/// Writes on one line, whatever stands in what it is given: line breaks, control
/// characters and marks that turn the direction of text are spaces.
pub(crate) struct OneLine<'a, 'b>(pub(crate) &'a mut fmt::Formatter<'b>);

impl Write for OneLine<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for part in text.split_inclusive(breaks) {
            let whole = part.trim_end_matches(breaks);
            self.0.write_str(whole)?;
            if whole.len() < part.len() {
                self.0.write_char(' ')?;
            }
        }
        Ok(())
    }
}

/// Whether a character would break a line or change how the rest of it is shown.
pub(crate) fn breaks(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
