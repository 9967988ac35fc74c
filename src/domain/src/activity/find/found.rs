//! What a query finds.

use crate::activity::timetable::Occurrence;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many services.
    pub total: usize,
    /// Those to show, the best first.
    pub hits: Vec<Hit>,
    /// How many each option would leave, by the names of its group and its own. The times
    /// come first, then the ages, then the directory's groups.
    pub counts: Vec<(String, Vec<(String, usize)>)>,
    /// How many would be left where one of these groups asked for nothing, in the same
    /// order; 0 for a group of which several can be chosen.
    pub any: Vec<usize>,
    /// Where nothing was found: changes that would find something, the nearest first, and
    /// how much.
    pub instead: Vec<(Instead, usize)>,
}

/// A service that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which of the directory's services.
    pub service: usize,
    /// Which of its sessions comes first.
    pub session: usize,
    /// When that is.
    pub when: Option<Occurrence>,
    /// The word that found it.
    pub word: Option<String>,
    /// How far away it is, in metres.
    pub metres: Option<u32>,
    /// Whether nobody has checked it for long.
    pub stale: bool,
}

/// A change that would find something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Another option of a group.
    Option(String, String),
    /// No option of a group.
    Without(String),
    /// Without the text.
    WithoutText,
}
