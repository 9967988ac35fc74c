//! How a question is answered.

use super::{DONT_KNOW, Easy, Media, PREFER_NOT};
use crate::id::{ChoiceId, RowId};
use crate::number::Number;
use crate::survey::condition::Condition;
use crate::text::Text;

/// The longest text an answer may have where the question sets no limit, in characters.
pub const LONGEST_TEXT: u16 = 300;

/// The same for a question that asks for several lines.
pub const LONG_TEXT: u16 = 1_000;

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the choices.
    Single {
        /// What can be chosen, in order.
        choices: Vec<Choice>,
        /// How they are shown.
        look: Look,
    },
    /// Any of the choices.
    Multiple {
        /// What can be chosen, in order.
        choices: Vec<Choice>,
        /// How many must be chosen at least, if any is.
        least: Option<u16>,
        /// How many may be chosen at most.
        most: Option<u16>,
    },
    /// Choices put in order, the most important first.
    Ranking {
        /// What can be put in order.
        choices: Vec<Choice>,
        /// How many must be put in order at least, if any is.
        least: Option<u16>,
        /// How many may be put in order at most.
        most: Option<u16>,
    },
    /// Several rows, each answered with one of the same choices.
    Matrix {
        /// What is asked in each row, in order.
        rows: Vec<Row>,
        /// What can be chosen in each, in order.
        choices: Vec<Choice>,
    },
    /// A number.
    Number {
        /// The smallest allowed.
        least: Option<Number>,
        /// The largest allowed.
        most: Option<Number>,
        /// How many places after the point it may have.
        decimals: u8,
        /// What is counted, written after the box.
        unit: Option<Text>,
    },
    /// A text.
    Text {
        /// The longest allowed, in characters.
        longest: u16,
        /// Whether it may have several lines.
        long: bool,
    },
    /// Words between questions, which nobody answers.
    Note,
}

/// How the choices of a question are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// One below the other.
    #[default]
    List,
    /// As a scale: their order means something.
    Scale,
    /// As a scale with faces, from the happiest to the saddest.
    Faces,
}

/// One of the answers offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name in answers and conditions.
    pub id: ChoiceId,
    /// What it says.
    pub label: Text,
    /// Whether it can't go together with any other, such as "None of these".
    pub exclusive: bool,
    /// Offered only when this holds.
    pub visible_if: Option<Condition>,
    /// The same in easy-read.
    pub easy: Easy,
    /// Pictures and recordings.
    pub media: Media,
}

/// One row of a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name in answers; in conditions it is `question.row`.
    pub id: RowId,
    /// What it asks.
    pub label: Text,
    /// Whether it can't be skipped.
    pub required: bool,
    /// Asked only when this holds.
    pub visible_if: Option<Condition>,
    /// The same in easy-read.
    pub easy: Easy,
    /// Pictures and recordings.
    pub media: Media,
}

impl Choice {
    /// Whether it stands alone: marked so, or [`PREFER_NOT`].
    pub fn stands_alone(&self) -> bool {
        self.exclusive || self.id.as_str() == PREFER_NOT
    }

    /// Whether it is a step of a scale, with a face of its own where there are any. What
    /// stands alone and [`DONT_KNOW`] say nothing on a scale: they stand beside it.
    pub fn is_step(&self) -> bool {
        !self.stands_alone() && self.id.as_str() != DONT_KNOW
    }
}

impl Kind {
    /// What can be chosen; nothing for numbers, texts and notes.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Single { choices, .. }
            | Self::Multiple { choices, .. }
            | Self::Ranking { choices, .. }
            | Self::Matrix { choices, .. } => choices,
            Self::Number { .. } | Self::Text { .. } | Self::Note => &[],
        }
    }

    /// The rows of a matrix; nothing for everything else.
    pub fn rows(&self) -> &[Row] {
        match self {
            Self::Matrix { rows, .. } => rows,
            _ => &[],
        }
    }
}
/// The choices made after one of them was switched on or off, in the order of the
/// definition. What stands alone pushes everything else out, and is pushed out by
/// anything else.
///
/// The order in which someone tapped is nobody's business, so it is not kept.
pub fn toggled(choices: &[Choice], chosen: &[String], choice: &Choice, on: bool) -> Vec<String> {
    let stays = |other: &Choice| {
        if other.id == choice.id {
            return on;
        }
        let both_stay = !on || (!choice.stands_alone() && !other.stands_alone());
        both_stay && chosen.iter().any(|id| id == other.id.as_str())
    };
    choices
        .iter()
        .filter(|other| stays(other))
        .map(|other| other.id.to_string())
        .collect()
}

/// The order after one more choice was put at its end. What stands alone pushes
/// everything else out, and is pushed out by anything else.
pub fn ranked(choices: &[Choice], order: &[String], choice: &Choice) -> Vec<String> {
    let alone = |id: &String| {
        let mut choices = choices.iter();
        choices.any(|other| other.id.as_str() == id && other.stands_alone())
    };
    let stays =
        |id: &&String| id.as_str() != choice.id.as_str() && !choice.stands_alone() && !alone(id);
    let before = order.iter().filter(stays).cloned();
    before.chain([choice.id.to_string()]).collect()
}

/// The order after a choice went to another place in it, counted from 0; past the end it
/// is the last.
pub fn moved(order: &[String], choice: &str, to: usize) -> Vec<String> {
    let mut moved: Vec<String> = order.iter().filter(|id| *id != choice).cloned().collect();
    if moved.len() < order.len() {
        moved.insert(to.min(moved.len()), choice.to_owned());
    }
    moved
}
