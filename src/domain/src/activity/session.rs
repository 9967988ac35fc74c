//! Sessions: one place, and when something is there.

mod read;

use super::school::SchoolYear;
use super::service::Cost;
use super::timetable::Timetable;
use crate::calendar::LocalDate;
use crate::id::PlaceId;
use crate::text::Text;

/// When a service is at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The organisation's place.
    pub place: PlaceId,
    /// When.
    pub timetable: Timetable,
    /// How often at most, counted from the rule's first date: [`Session::counted`] turns
    /// it into a last date.
    pub count: Option<u16>,
    /// Why it isn't on dates that were cancelled.
    pub why: Vec<(LocalDate, Text)>,
    /// What it costs, where that differs from the service.
    pub cost: Option<Cost>,
    /// What else there is to know.
    pub note: Option<Text>,
}

/// How far a rule that is counted is followed: one that takes longer has no end that
/// anybody plans for.
const MOST_DAYS: i32 = 10 * 366;

impl Session {
    /// Its timetable with a last date in the place of a number of times. Dates outside the
    /// rule's season are not counted, and exceptions are: a night that is cancelled is not
    /// made up for (RFC 5545, section 3.8.5.1, does the same with `EXDATE`).
    pub fn counted(&self, school: &SchoolYear) -> Timetable {
        let mut timetable = self.timetable.clone();
        if let (Some(rule), Some(count)) = (&mut timetable.rule, self.count)
            && let Some(starts) = rule.starts
        {
            let days = (0..MOST_DAYS).map(|day| LocalDate::from_days(starts.days() + day));
            let named = days.filter(|day| rule.names(*day, school));
            rule.until = named.take(usize::from(count)).last().or(Some(starts));
        }
        timetable
    }
}
