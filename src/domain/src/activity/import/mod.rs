//! Directories of other tools, as organisations of a pack.
//!
//! Whatever comes in, something can be made of most of it, and the rest is named: each
//! thing that was repaired, left out or refused is a [`Line`] with its record and field.
//! What comes out has been read as `hark check` reads it. Nothing here is part of the
//! browser's program.
//!
//! | module | what it is for |
//! |---|---|
//! | `oruk`, `openactive`, `table`, `ics` | readers, one a format: what a record says, as a draft |
//! | `draft`, `node`, `line` | drafts, other people's JSON, what is said about records |
//! | `plain`, `clock`, `dates`, `days`, `ages`, `price`, `reach`, `lists` | what people write, one kind of thing each |
//! | `place` | where that is, and whether in the borough |
//! | `times`, `rhythm`, `hours`, `changes` | when that is |
//! | `service`, `gather` | services of drafts, organisations of services |

mod ages;
mod changes;
mod clock;
mod dates;
mod days;
mod draft;
mod gather;
mod hours;
mod ics;
mod line;
mod lists;
mod local;
mod node;
mod openactive;
mod oruk;
mod place;
mod plain;
mod price;
mod reach;
mod rhythm;
mod service;
mod table;
mod times;

use serde_json::Value;

use crate::calendar::LocalDate;
use crate::clock::Instant;
use crate::site::Site;

pub use ics::ics;
pub use line::Line;
pub use openactive::openactive;
pub use oruk::oruk;
pub use table::{Row, table};

/// What of a directory became part of a pack.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Organisations, by path in the pack. None where nothing is kept.
    pub files: Vec<(String, Value)>,
    /// Everything repaired, left out or refused, in the order of the records.
    pub lines: Vec<Line>,
}

/// Where and when an import happens.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The borough.
    pub site: &'a Site,
    /// The day.
    pub today: LocalDate,
    /// The locality of places of which nothing says where they are, if somebody knows.
    pub unsaid: Option<&'a str>,
    /// How many minutes east of UTC the clocks of a zone are at a moment; nothing for a
    /// zone that there isn't.
    pub zones: &'a dyn Fn(&str, Instant) -> Option<i32>,
}
