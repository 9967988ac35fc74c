//! A survey as an officer writes it.

mod read;

use super::condition::Condition;
use crate::calendar::LocalDate;
use crate::id::{ChoiceId, HelplineId, PageId, QuestionId, SurveyId};
use crate::text::Text;

/// The choice that says "I don't want to say". It is an answer, kept apart from
/// no answer, and in a question of several choices it always stands alone.
pub const PREFER_NOT: &str = "prefer-not";

/// The longest text an answer may have where the question sets no limit, in characters.
pub const LONGEST_TEXT: u16 = 300;

/// A whole survey. The format is described, with an example, in [`crate::survey`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Its name in addresses and in the store.
    pub id: SurveyId,
    /// Counts up whenever the questions change, from 1.
    pub version: u32,
    /// What it is called on the screen.
    pub title: Text,
    /// Who asks, why, and what will be done with the answers.
    pub about: Text,
    /// How long it takes, in minutes.
    pub minutes: u8,
    /// The first day it can be answered; absent: at once.
    pub opens: Option<LocalDate>,
    /// The last day it can be answered; absent: no end yet.
    pub closes: Option<LocalDate>,
    /// What happens next, said after sending.
    pub thanks: Text,
    /// The pages, in order.
    pub pages: Vec<Page>,
}

/// Questions shown together on one screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name in the survey.
    pub id: PageId,
    /// The heading; a page with one question uses the question instead.
    pub title: Option<Text>,
    /// Shown only when this holds.
    pub visible_if: Option<Condition>,
    /// Where this holds, the survey ends after this page.
    pub end_if: Option<Condition>,
    /// The questions, in order.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name in answers, files and conditions.
    pub id: QuestionId,
    /// What is asked.
    pub title: Text,
    /// A line below it, where it needs one.
    pub help: Option<Text>,
    /// How it is answered.
    pub kind: Kind,
    /// Whether it can't be skipped.
    pub required: bool,
    /// Can't be skipped when this holds.
    pub required_if: Option<Condition>,
    /// Shown only when this holds.
    pub visible_if: Option<Condition>,
    /// Whether it touches something that can hurt: its page then offers help.
    pub sensitive: bool,
    /// The helplines to offer beside it.
    pub helplines: Vec<HelplineId>,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One of the choices.
    Single {
        /// What can be chosen, in order.
        choices: Vec<Choice>,
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
    /// A whole number.
    Number {
        /// The smallest allowed.
        least: Option<i64>,
        /// The largest allowed.
        most: Option<i64>,
        /// What is counted, written after the box.
        unit: Option<Text>,
    },
    /// A short text.
    Text {
        /// The longest allowed, in characters.
        longest: u16,
    },
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
}

impl Choice {
    /// Whether it stands alone: marked so, or [`PREFER_NOT`].
    pub fn stands_alone(&self) -> bool {
        self.exclusive || self.id.as_str() == PREFER_NOT
    }
}

impl Kind {
    /// What can be chosen; nothing for numbers and texts.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Single { choices } | Self::Multiple { choices, .. } => choices,
            Self::Number { .. } | Self::Text { .. } => &[],
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

impl Survey {
    /// Every question in order, with the page it stands on.
    pub fn questions(&self) -> impl Iterator<Item = (&Page, &Question)> {
        self.pages
            .iter()
            .flat_map(|page| page.questions.iter().map(move |question| (page, question)))
    }

    /// The question of that name.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions()
            .find_map(|(_, question)| (question.id.as_str() == id).then_some(question))
    }

    /// Whether it can be answered on that day, first and last day included.
    pub fn is_open(&self, today: LocalDate) -> bool {
        is_open(self.opens, self.closes, today)
    }
}

fn is_open(opens: Option<LocalDate>, closes: Option<LocalDate>, today: LocalDate) -> bool {
    opens.is_none_or(|first| first <= today) && closes.is_none_or(|last| today <= last)
}

/// What a list of surveys shows of one; `surveys.json` of a published pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name in addresses.
    pub id: SurveyId,
    /// What it is called on the screen.
    pub title: Text,
    /// Who asks, and why.
    pub about: Text,
    /// How long it takes, in minutes.
    pub minutes: u8,
    /// The first day it can be answered.
    pub opens: Option<LocalDate>,
    /// The last day it can be answered.
    pub closes: Option<LocalDate>,
}

impl Listed {
    /// The fields of a survey that make its entry.
    pub const FIELDS: [&str; 6] = ["id", "title", "about", "minutes", "opens", "closes"];

    /// Whether it can be answered on that day.
    pub fn is_open(&self, today: LocalDate) -> bool {
        is_open(self.opens, self.closes, today)
    }
}
