//! What is on now, and what comes next: one engine behind the mark on a card, the filters,
//! the page of a service and its calendar file.
//!
//! Times are on the borough's clock. In spring that clock skips an hour and in autumn it
//! shows one twice: what starts in the hour that is skipped starts when it is over, and
//! what starts in the one that comes twice starts at the first and ends at the second (see
//! [`clock::first`] and [`clock::last`]).

use super::school::SchoolYear;
use super::timetable::{Occurrence, Timetable};
use crate::calendar::LocalDate;
use crate::clock::{self, Clock, ClockTime, Instant, LocalTime, Zone};

/// Until this hour of the morning, "tonight" is still the evening before.
const NIGHT_ENDS: u16 = 5 * 60;

/// From this hour on it is evening.
const EVENING: u16 = 17 * 60;

/// How many days ahead are looked at for the next time something is on.
pub const AHEAD: i32 = 62;

impl Occurrence {
    /// The moment it starts.
    pub fn starts(&self, zone: Zone) -> Instant {
        clock::first(self.from, zone)
    }

    /// The moment it ends.
    pub fn ends(&self, zone: Zone) -> Instant {
        clock::last(self.to, zone)
    }
}

/// A stretch of time that somebody asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first date on which something may start.
    pub first: LocalDate,
    /// The last.
    pub last: LocalDate,
    /// Only what is not over by then.
    pub after: Instant,
    /// Only what has started by then, where that matters.
    pub before: Option<Instant>,
    /// Only what goes on after this time of the first date, where that matters.
    pub evening: Option<LocalTime>,
}

/// What somebody asks about when they say a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// What is on at this moment.
    Now,
    /// This evening; after midnight still the same one.
    Tonight,
    /// Tomorrow.
    Tomorrow,
    /// The next Friday, or today.
    Friday,
    /// The next Saturday, or today.
    Saturday,
    /// The next Saturday and Sunday, or what is left of them.
    Weekend,
    /// A date.
    On(LocalDate),
}

impl When {
    /// Those that are offered by name, in order.
    pub const NAMED: [(Self, &str); 6] = [
        (Self::Now, "now"),
        (Self::Tonight, "tonight"),
        (Self::Tomorrow, "tomorrow"),
        (Self::Friday, "fri"),
        (Self::Saturday, "sat"),
        (Self::Weekend, "weekend"),
    ];

    /// Reads a name or a date as addresses have them.
    pub fn parse(text: &str) -> Option<Self> {
        let named = Self::NAMED.iter().find(|(_, name)| *name == text);
        named
            .map(|(when, _)| *when)
            .or_else(|| LocalDate::parse(text).map(Self::On))
    }

    /// The stretch of time it means now.
    pub fn window(self, clock: Clock) -> Window {
        let now = clock.local_now();
        let today = now.day;
        let day = |days: i32| LocalDate::from_days(today.days() + days);
        let to = |weekday: i32| (weekday - i32::from(today.weekday())).rem_euclid(7);
        let (first, last) = match self {
            Self::Now => (day(-1), today),
            Self::Tonight if now.time.minutes() < NIGHT_ENDS => (day(-1), day(-1)),
            Self::Tonight => (today, today),
            Self::Tomorrow => (day(1), day(1)),
            Self::Friday => (day(to(4)), day(to(4))),
            Self::Saturday => (day(to(5)), day(to(5))),
            // On a Sunday the weekend is today.
            Self::Weekend if today.weekday() == 6 => (today, today),
            Self::Weekend => (day(to(5)), day(to(5) + 1)),
            Self::On(date) => (date, date),
        };
        Window {
            first,
            last,
            after: clock.now,
            before: (self == Self::Now).then_some(clock.now),
            evening: (self == Self::Tonight)
                .then(|| ClockTime::from_minutes(EVENING))
                .flatten()
                .map(|time| LocalTime { day: first, time }),
        }
    }
}

impl Window {
    /// The first time in it that something is on, if it is: what was cancelled is not.
    pub fn first_of(
        &self,
        timetable: &Timetable,
        school: &SchoolYear,
        zone: Zone,
    ) -> Option<Occurrence> {
        let mut first: Option<Occurrence> = None;
        for day in self.first.days()..=self.last.days() {
            timetable.on(LocalDate::from_days(day), school, &mut |occurrence| {
                let earlier = first.is_none_or(|first| occurrence < first);
                if earlier && !occurrence.cancelled && self.has(&occurrence, zone) {
                    first = Some(occurrence);
                }
            });
        }
        first
    }

    fn has(&self, occurrence: &Occurrence, zone: Zone) -> bool {
        self.evening.is_none_or(|evening| occurrence.to > evening)
            && occurrence.ends(zone) > self.after
            && self
                .before
                .is_none_or(|before| occurrence.starts(zone) <= before)
    }
}

/// The next times something is on or was to be, `most` at most, from what is on now.
pub fn upcoming(
    timetable: &Timetable,
    clock: Clock,
    school: &SchoolYear,
    most: usize,
) -> Vec<Occurrence> {
    let today = clock.today().days();
    let mut next: Vec<Occurrence> = Vec::new();
    for day in today - 1..=today + AHEAD {
        timetable.on(LocalDate::from_days(day), school, &mut |occurrence| {
            if occurrence.ends(clock.zone) > clock.now {
                // Two on one day are rare, and sorting is much code.
                let place = next.iter().position(|other| occurrence < *other);
                next.insert(place.unwrap_or(next.len()), occurrence);
            }
        });
        if next.len() >= most {
            break;
        }
    }
    next.truncate(most);
    next
}

#[cfg(test)]
mod tests;
