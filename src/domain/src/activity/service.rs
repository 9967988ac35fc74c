//! An organisation and its services, as `activities/*.json` of the pack has them.

mod read;
mod words;

use crate::calendar::LocalDate;
use crate::clock::ClockTime;
use crate::id::{LocalityId, OrganisationId, ServiceId};
use crate::text::Text;

/// Who runs things to do; one file of the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name in files.
    pub id: OrganisationId,
    /// Its name on the screen.
    pub name: Text,
    /// Whether it is made up.
    pub sample: bool,
    /// What it runs.
    pub services: Vec<Service>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name in files.
    pub id: ServiceId,
    /// Its name on the screen.
    pub name: Text,
    /// What it is like.
    pub about: Text,
    /// What kind of thing it is, in a word.
    pub kind: String,
    /// Who it is open to.
    pub level: Level,
    /// How old people there are.
    pub ages: Ages,
    /// What it costs each time.
    pub cost: Cost,
    /// What makes it possible to take part, such as "step-free".
    pub access: Vec<String>,
    /// How to join.
    pub join: Text,
    /// Where and when.
    pub sessions: Vec<Session>,
    /// When someone last made sure that all this is true.
    pub checked: Checked,
}

/// Who a service is open to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Open to all.
    Universal,
    /// For people who share a situation.
    Targeted,
    /// For people who were referred.
    Specialist,
}

/// Ages in years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The youngest.
    pub from: u8,
    /// The oldest.
    pub to: u8,
    /// The oldest with learning difficulties or disabilities, where that differs.
    pub to_ldd: Option<u8>,
}

/// What it costs each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Pence; 0 is free.
    pub pence: u32,
    /// What else there is to say about it.
    pub words: Option<Text>,
}

/// A regular time at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Where.
    pub place: Place,
    /// On which days of the week.
    pub days: Vec<Day>,
    /// When it starts, local time, `HH:MM`.
    pub from: ClockTime,
    /// When it ends; before `from` means after midnight.
    pub to: ClockTime,
    /// What else to know about this time.
    pub note: Option<Text>,
}

/// Where a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is called.
    pub name: Text,
    /// In which part of the borough.
    pub locality: LocalityId,
    /// The street, where the place may be named.
    pub address: Option<String>,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "days of the week")]
pub enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// When someone last made sure, and who.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The day.
    pub on: LocalDate,
    /// A role, never a person.
    pub by: String,
}
