//! Where responses are kept: one trait, and one story that every store has to tell
//! (`tests/store`).

pub mod sqlite;

use std::fmt;
use std::pin::Pin;

use hark_domain::id::{ServiceId, SurveyId};
use hark_domain::wire::{GroupCode, Record, Reported, ResponseId, Wrong};

pub use sqlite::Sqlite;

/// What a store answers, later.
pub type Answered<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// A place that keeps responses, and reports of what is wrong with things to do.
///
/// # The promise
/// [`Store::record`] and [`Store::report`] answer only when what they were given would survive a power cut,
/// and they keep nothing that [`Record`] and [`Reported`] do not have. Nothing here asks about free
/// texts: whoever has one response of their own could try out what others wrote.
pub trait Store: Send + Sync {
    /// Keeps a response, unless its id is there already.
    fn record(&self, record: Record) -> Answered<'_, Receipt>;

    /// What is kept under an id.
    fn known(&self, id: ResponseId) -> Answered<'_, Option<Kept>>;

    /// Everything that is kept of the responses to a survey, of every version and tests
    /// too, in order of their random ids: never in the order in which they came.
    fn responses(&self, survey: SurveyId) -> Answered<'_, Vec<Kept>>;

    /// Keeps a report, unless its id is there already.
    fn report(&self, reported: Reported) -> Answered<'_, Receipt>;

    /// How many reports there are of each thing to do and of what is wrong with it, in
    /// order of both.
    fn reports(&self) -> Answered<'_, Vec<Reports>>;

    /// Whether a response could be kept just now.
    fn ready(&self) -> Answered<'_, ()>;
}

/// How a response was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// It is new, and kept.
    New,
    /// It was kept before, and is the same.
    Again,
    /// Its id was kept before with other closed answers, or as something else.
    Other,
}

/// How many reports say the same of one thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reports {
    /// The thing to do.
    pub service: ServiceId,
    /// What is wrong with it.
    pub what: Wrong,
    /// How many.
    pub count: u32,
    /// The last week in which one came, as ISO 8601 writes it.
    pub last: String,
}

/// What is kept of a response, apart from its texts, which have no link to it.
///
/// # When a repeat is the same
/// A phone that lost the answer to its request sends the response again, maybe
/// weeks later. It is the same when survey, version, group, mark and closed answers
/// are equal.
///
/// Two that differ only in free text count as the same, and the first stands.
/// Telling them apart would take a link between a response and its texts, or a way
/// to ask whether a text is stored; there is neither, on purpose. The week is left
/// out too, because a repeat may come in a later one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The survey.
    pub survey: SurveyId,
    /// Its version.
    pub version: u32,
    /// The group, if any.
    pub group: Option<GroupCode>,
    /// Whether it is never counted.
    pub test: bool,
    /// The closed answers, as their canonical JSON: question ids in order, no space.
    pub closed: String,
}

impl Kept {
    /// What would be kept of `record`.
    ///
    /// # Errors
    /// Never in practice: closed answers are strings, lists of them and whole numbers.
    pub fn of(record: &Record) -> Result<Self, StoreError> {
        Ok(Self {
            survey: record.survey.clone(),
            version: record.version,
            group: record.group.clone(),
            test: record.test,
            closed: serde_json::to_string(&record.closed)
                .map_err(|error| StoreError::Failed(error.to_string()))?,
        })
    }
}

/// Why a store could not answer. The words never hold anything of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// More is waiting than can be held.
    Busy,
    /// It can't be written or read; what the database said.
    Failed(String),
    /// It has been closed.
    Closed,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => f.write_str("too many responses are waiting"),
            Self::Failed(why) => f.write_str(why),
            Self::Closed => f.write_str("the store is closed"),
        }
    }
}

impl std::error::Error for StoreError {}
