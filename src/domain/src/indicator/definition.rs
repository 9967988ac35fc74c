//! An indicator as an officer writes it.

use serde::Serialize;

use crate::id::{ChoiceId, IndicatorId, QuestionId, SurveyId};
use crate::survey::Condition;
use crate::text::Text;

/// A rule that makes one figure of the answers to a survey. The format is described,
/// with an example, in [`crate::indicator`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its name in files, such as `ni-110`.
    pub id: IndicatorId,
    /// What it is called.
    pub title: Text,
    /// What it counts, in a sentence or two.
    pub about: Text,
    /// The survey it is counted from.
    pub survey: SurveyId,
    /// The questions, or rows of a matrix, that it rests on.
    pub questions: Vec<QuestionId>,
    /// Who it is about; absent: everybody.
    pub base_years: Option<BaseYears>,
    /// Holds for those who are counted.
    pub numerator: Condition,
    /// Narrows the base to those for whom it holds.
    pub denominator: Option<Condition>,
    /// When a person has answered.
    pub answered: Answered,
    /// What the headline does with people who have not.
    pub missing: Missing,
    /// Whether the source wants weights.
    pub weighting: Weighting,
    /// Which way is up.
    pub better: Better,
    /// Where the definition was read.
    pub source: Text,
    /// How sure the definition is.
    pub status: Status,
    /// What was not found, and what was assumed.
    pub note: Option<Text>,
}

/// The people an indicator is about: those who gave one of these choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseYears {
    /// A question with one choice, such as the school year.
    pub question: QuestionId,
    /// Its choices that are in the base.
    pub choices: Vec<ChoiceId>,
}

/// When a person has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// A real answer to any of the questions.
    Any,
    /// A real answer to all of the questions they were shown.
    All,
}

/// What the headline does with people who have not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// They are left out of the base.
    Out,
    /// They are in the base, as a "no".
    AsNo,
}

/// Whether the source's figure is weighted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weighting {
    /// It isn't.
    None,
    /// It is, with weights that nobody has supplied.
    ToBeSupplied,
}

/// Which way is up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// A larger percentage is better.
    Larger,
    /// A smaller percentage is better.
    Smaller,
}

/// How sure a definition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its rule was read in a source.
    Sourced,
    /// Its rule is ours; [`Indicator::note`] says what was not found.
    Assumed,
}
