#![doc = include_str!("FORMAT.md")]

mod check;
mod read;

pub use check::check;

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
    pub needs: Vec<Need<ServiceId>>,
}

/// What somebody needs, and the way to help: from what is open to all up to specialists,
/// and back down again.
///
/// `S` is how a service is named: by its id in a pack, as [`Named`] in what is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need<S> {
    /// Its address, unique in the pack: a number says nothing in a history.
    pub number: u16,
    /// The need, as a young person says it.
    pub say: Text,
    /// What to know first.
    pub about: Text,
    /// The way, from the first level to the last.
    pub steps: Vec<Step<S>>,
    /// How it goes back down once things are better.
    pub back: Text,
}

/// One level of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<S> {
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
    pub services: Vec<S>,
    /// Whom to call or text for it.
    pub helplines: Vec<HelplineId>,
}

/// A service with what its link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its name in files and in its address.
    pub id: ServiceId,
    /// Its name on the screen.
    pub name: Text,
}

/// A theme as `offer.json` lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name on the screen.
    pub title: Text,
    /// What people need.
    pub needs: Vec<Said>,
}

/// A need as `offer.json` lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its address.
    pub number: u16,
    /// The need, as a young person says it.
    pub say: Text,
}
