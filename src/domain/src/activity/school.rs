//! The school year: what goes by term time or by holidays.

use serde_json::Value;

use super::timetable::SchoolSeason;
use crate::calendar::LocalDate;
use crate::json::{Fields, FromJson, Place as At};

/// The school year as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolYear {
    /// The last date of which anything is known.
    pub until: Option<LocalDate>,
    /// Holidays, first and last date.
    pub holidays: Vec<(LocalDate, LocalDate)>,
}

impl SchoolYear {
    /// Which part of the school year a date is in; nothing where that isn't known.
    pub fn season(&self, day: LocalDate) -> Option<SchoolSeason> {
        if self.until.is_none_or(|until| day > until) {
            return None;
        }
        let mut holidays = self.holidays.iter();
        Some(
            if holidays.any(|(first, last)| (*first..=*last).contains(&day)) {
                SchoolSeason::Holidays
            } else {
                SchoolSeason::Term
            },
        )
    }
}

impl FromJson for SchoolYear {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (until, holidays) = (
            fields.needed("until"),
            fields.needed::<Vec<Holiday>>("holidays"),
        );
        fields.finish();
        Some(Self {
            until: Some(until?),
            holidays: holidays?.into_iter().map(|it| (it.0, it.1)).collect(),
        })
    }
}

struct Holiday(LocalDate, LocalDate);

impl FromJson for Holiday {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (from, to) = (
            fields.needed::<LocalDate>("from"),
            fields.needed::<LocalDate>("to"),
        );
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            fields.say("A holiday ends before it begins.");
        }
        fields.finish();
        Some(Self(from?, to?))
    }
}
