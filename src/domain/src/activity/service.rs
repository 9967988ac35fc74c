//! An organisation and its services, as `activities/*.json` of the pack has them.

mod read;
mod words;

pub(super) use self::words::weekdays;

use super::lists::{Joining, Kind, Level, Support};
use super::place::Place;
use super::session::Session;
use crate::calendar::LocalDate;
use crate::id::{OrganisationId, ServiceId};
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
    /// Where its sessions are.
    pub places: Vec<Place>,
    /// What it runs.
    pub services: Vec<Service>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name in files and addresses.
    pub id: ServiceId,
    /// Its name on the screen.
    pub name: Text,
    /// What it is like.
    pub about: Text,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Who it is open to.
    pub level: Level,
    /// How old people there are.
    pub ages: Ages,
    /// What it costs each time.
    pub cost: Cost,
    /// Whom it supports.
    pub supports: Vec<Support>,
    /// Languages spoken there besides the site's own (BCP 47).
    pub languages: Vec<String>,
    /// The way to join.
    pub joining: Joining,
    /// How to join, as a sentence.
    pub join: Text,
    /// Other words that should find it.
    pub words: Vec<String>,
    /// A number to ring, as people write it.
    pub phone: Option<String>,
    /// A web site, without a scheme.
    pub web: Option<String>,
    /// An address to write to: a team's, never a person's.
    pub email: Option<String>,
    /// Whether it is not running for now.
    pub paused: bool,
    /// One sentence over everything else.
    pub alert: Option<Text>,
    /// What a young person wants to know first.
    pub welcome: Option<Welcome>,
    /// Where and when; none where people have to ask.
    pub sessions: Vec<Session>,
    /// When someone last made sure that all this is true; nothing where nobody has yet.
    pub checked: Option<Checked>,
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
    /// Pence; 0 is free, and nothing where nobody says.
    pub pence: Option<u32>,
    /// What else there is to say about it.
    pub words: Option<Text>,
}

/// What a young person wants to know before going somewhere: the fields follow what the
/// English quality criteria for young people friendly services ("You're Welcome", OHID
/// 2023) ask a service to explain, in words of our own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Welcome {
    /// Who decides whether I can come.
    pub decides: Option<Text>,
    /// Whom they tell what I say.
    pub tells: Option<Text>,
    /// What happens when I come.
    pub expect: Option<Text>,
    /// Whether I can come without a parent.
    pub alone: bool,
    /// Whether I can bring a friend.
    pub friend: bool,
    /// The day young people last visited to make sure.
    pub visited: Option<LocalDate>,
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

impl Service {
    /// Whether it is nobody's business that somebody looks at it: help and health, and what
    /// is only for people who share a situation.
    pub fn is_private(&self) -> bool {
        self.level != Level::Universal || matches!(self.kind, Kind::Health | Kind::Support)
    }
}

impl Organisation {
    /// The place of that name.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id.as_str() == id)
    }
}
