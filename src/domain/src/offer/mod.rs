#![doc = include_str!("FORMAT.md")]

mod check;
mod read;
mod sheet;

pub use check::check;
pub use sheet::{Part, Sheet, Way, list, of_need};

use crate::activity::Level;
use crate::id::{HelplineId, ServiceId, ThemeId};
use crate::text::Text;

/// Needs that belong together, such as feelings; one file of the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name in files.
    pub id: ThemeId,
    /// Its name on the screen.
    pub title: Text,
    /// What people need.
    pub needs: Vec<Need>,
}

/// What somebody needs, and the way to help: from what is open to all up to specialists,
/// and back down again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its address, unique in the pack: a number says nothing in a history.
    pub number: u16,
    /// The need, as a young person says it.
    pub say: Text,
    /// What to know first.
    pub about: Text,
    /// The way, from the first level to the last.
    pub steps: Vec<Step>,
    /// How it goes back down once things are better.
    pub back: Text,
}

/// One level of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// For whom it is.
    pub level: Level,
    /// What it is.
    pub what: Text,
    /// Who decides that somebody gets it.
    pub decides: Text,
    /// How long that takes.
    pub long: Text,
    /// What they ask.
    pub ask: Text,
    /// Who they tell.
    pub tells: Text,
    /// Where it is.
    pub services: Vec<ServiceId>,
    /// Whom to call or text for it.
    pub helplines: Vec<HelplineId>,
}
