//! What a record says, before anything of it is believed: the same for every format.
//!
//! A reader of a format only finds things; what they mean, and what is wrong with them, is
//! decided once, in the modules beside this one. So everything is still text here, with
//! the name of the field it stood in.

use super::line::Log;
use crate::calendar::LocalDate;

/// A text with the name of its field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// The field, as lines name it.
    pub(super) field: String,
    /// What stands there, without space around it; never empty.
    pub(super) text: String,
}

impl Cell {
    /// That text; nothing where it is empty.
    pub(super) fn of(field: impl Into<String>, text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self {
            field: field.into(),
            text: text.to_owned(),
        })
    }

    /// Whether it says yes: "true", "1", "yes", "y".
    pub(super) fn is_yes(&self) -> bool {
        matches!(
            self.text.to_ascii_lowercase().as_str(),
            "true" | "1" | "yes" | "y"
        )
    }

    /// Whether it says no.
    pub(super) fn is_no(&self) -> bool {
        matches!(
            self.text.to_ascii_lowercase().as_str(),
            "false" | "0" | "no" | "n"
        )
    }
}

/// One thing to do, as a record says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// What is said about it.
    pub(super) log: Log,
    /// Its name in the source, such as a UUID.
    pub(super) id: Option<Cell>,
    /// The name of who runs it.
    pub(super) organisation: Option<Cell>,
    /// The name of who runs it, in the source's files.
    pub(super) organisation_id: Option<Cell>,
    /// What it is called.
    pub(super) name: Option<Cell>,
    /// What it is like: the first that says something is taken.
    pub(super) about: Vec<Cell>,
    /// Sentences to say after that.
    pub(super) besides: Vec<String>,
    /// Whether it is running, in the source's words.
    pub(super) status: Option<Cell>,
    /// One sentence over everything else.
    pub(super) alert: Option<Cell>,
    /// The youngest, as a number.
    pub(super) youngest: Option<Cell>,
    /// The oldest, as a number.
    pub(super) oldest: Option<Cell>,
    /// Ages in words.
    pub(super) ages: Vec<Cell>,
    /// Whether it is free.
    pub(super) free: Option<Cell>,
    /// What it costs.
    pub(super) prices: Vec<Price>,
    /// Words that tell its kind: categories, activities.
    pub(super) kinds: Vec<Cell>,
    /// Words that may tell its level.
    pub(super) levels: Vec<Cell>,
    /// Whom it supports, in words.
    pub(super) supports: Vec<Cell>,
    /// Languages spoken there.
    pub(super) languages: Vec<Tongue>,
    /// How to join, in words.
    pub(super) joining: Vec<Cell>,
    /// How to join, as a sentence.
    pub(super) join: Option<Cell>,
    /// Numbers to ring, the best first.
    pub(super) phones: Vec<Cell>,
    /// Web sites, the best first.
    pub(super) webs: Vec<Cell>,
    /// Addresses to write to, the best first.
    pub(super) emails: Vec<Cell>,
    /// Where the name of a person stands.
    pub(super) person: Option<Cell>,
    /// Where it is.
    pub(super) places: Vec<Spot>,
    /// When it is.
    pub(super) times: Vec<Time>,
    /// When somebody last made sure.
    pub(super) assured: Option<Cell>,
    /// When the record was last changed.
    pub(super) changed: Option<Cell>,
}

/// What it costs somebody.
#[derive(Clone, Debug, Default)]
pub(super) struct Price {
    /// Pounds, as a number.
    pub(super) amount: Option<Cell>,
    /// Whom for, and what else.
    pub(super) words: Vec<Cell>,
    /// The last day of this price.
    pub(super) until: Option<Cell>,
    /// The currency, where it is said.
    pub(super) currency: Option<Cell>,
}

/// A language, as a record says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Tongue {
    /// The field.
    pub(super) field: String,
    /// Its name.
    pub(super) name: Option<Cell>,
    /// Its tag.
    pub(super) code: Option<Cell>,
}

/// A place, as a record says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Spot {
    /// The field.
    pub(super) field: String,
    /// What it is called.
    pub(super) name: Option<Cell>,
    /// The lines of its address, the town last.
    pub(super) address: Vec<Cell>,
    /// Its postcode.
    pub(super) postcode: Option<Cell>,
    /// Its country.
    pub(super) country: Option<Cell>,
    /// The part of the borough by its name in our files, where it once came from these.
    pub(super) locality: Option<Cell>,
    /// Latitude.
    pub(super) lat: Option<Cell>,
    /// Longitude.
    pub(super) lon: Option<Cell>,
    /// What it has, in words.
    pub(super) has: Vec<Cell>,
    /// How to find it.
    pub(super) find: Option<Cell>,
    /// Whether it is on the internet.
    pub(super) online: bool,
    /// Where it says that nobody may be told where exactly it is.
    pub(super) masked: Option<Cell>,
}

/// A regular time, or single ones, as a record says it.
#[derive(Clone, Debug, Default)]
pub(super) struct Time {
    /// The field.
    pub(super) field: String,
    /// Which of the places it is at; nothing where it isn't said.
    pub(super) place: Option<usize>,
    /// How often: "WEEKLY", "week", "P1W".
    pub(super) frequency: Option<Cell>,
    /// Every so many of these.
    pub(super) every: Option<Cell>,
    /// On which days, in words or by the codes of RFC 5545.
    pub(super) days: Vec<Cell>,
    /// On which days of the month.
    pub(super) month_days: Option<Cell>,
    /// The first day, from which it is counted.
    pub(super) starts: Option<Cell>,
    /// The first day on which this is so.
    pub(super) valid_from: Option<Cell>,
    /// The last day.
    pub(super) until: Option<Cell>,
    /// How many times.
    pub(super) count: Option<Cell>,
    /// When it starts.
    pub(super) opens: Option<Cell>,
    /// When it ends.
    pub(super) closes: Option<Cell>,
    /// How long it is, where no end is said, in minutes.
    pub(super) minutes: Option<u32>,
    /// Single dates.
    pub(super) dates: Vec<LocalDate>,
    /// Dates on which it isn't.
    pub(super) not: Vec<LocalDate>,
    /// Dates on which it isn't after all, and why.
    pub(super) cancelled: Vec<(LocalDate, Option<String>)>,
    /// Dates that were moved: from, to, and the times there.
    pub(super) moved: Vec<Moved>,
    /// What else is said about it.
    pub(super) words: Vec<Cell>,
    /// Whether it says when it is closed.
    pub(super) closed: bool,
}

/// A date that was moved to another, or to another time.
#[derive(Clone, Debug)]
pub(super) struct Moved {
    /// The date it was to be on.
    pub(super) date: LocalDate,
    /// The date it is on.
    pub(super) to: LocalDate,
    /// From when.
    pub(super) from: String,
    /// Until when; nothing where it isn't said.
    pub(super) until: Option<String>,
}
