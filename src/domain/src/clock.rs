//! Moments, and what a place's clocks show at them.
//!
//! The rules of a time zone change by law several times a year somewhere, so they stay
//! with whoever runs this code: a browser has them in `Intl`, a server in its database.
//! Here comes only a question that both can answer, [`Zone`].

mod local;

pub use local::{ClockTime, LocalTime};

use crate::calendar::LocalDate;

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// A moment, the same all over the world, as whole minutes since 1 January 1970 (UTC).
/// Nothing here is decided by anything finer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(i64);

/// The rules of a place: how many minutes east of UTC its clocks are at a moment.
pub type Zone<'a> = &'a dyn Fn(Instant) -> i32;

/// A place's clock as it is now.
#[derive(Clone, Copy)]
pub struct Clock<'a> {
    /// The moment it is.
    pub now: Instant,
    /// The place's rules.
    pub zone: Zone<'a>,
}

impl Instant {
    /// The moment so many seconds after 1970 began (UTC), its seconds left out.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.div_euclid(60))
    }

    /// Seconds since 1970 began (UTC).
    pub fn seconds(self) -> i64 {
        self.0 * 60
    }

    /// The moment so many hours later, or earlier where they are negative.
    #[must_use]
    pub fn plus_hours(self, hours: i32) -> Self {
        Self(self.0 + i64::from(hours) * HOUR)
    }
}

impl Clock<'_> {
    /// The day on the place's calendar.
    pub fn today(&self) -> LocalDate {
        let local = self.now.0 + i64::from((self.zone)(self.now));
        // A clock this far off shows some day or other.
        LocalDate::from_days(i32::try_from(local.div_euclid(DAY)).unwrap_or(0))
    }
}

/// The first moment at which the clocks show `time`, or where they skip it, the first
/// after that: what opens then opens now.
///
/// In spring clocks skip times, in autumn they show some twice; a day that is skipped
/// whole (Samoa, 30 December 2011) is no different.
pub fn first(time: LocalTime, zone: Zone) -> Instant {
    let around = Around::of(time, zone);
    Instant(if around.before < around.change {
        around.before
    } else {
        around.after.max(around.change)
    })
}

/// The last moment at which the clocks show `time`, or where they skip it, the first
/// after that: what closes then closes now.
pub fn last(time: LocalTime, zone: Zone) -> Instant {
    let around = Around::of(time, zone);
    Instant(if around.after >= around.change {
        around.after
    } else {
        around.before.min(around.change)
    })
}

/// The moment after the last minute of a day. Where clocks go back at midnight, that
/// midnight comes twice: the day is over at the first, unless they go back into it.
pub fn end(day: LocalDate, zone: Zone) -> Instant {
    let next = LocalDate::from_days(day.days() + 1);
    let around = Around::of(LocalTime::start_of(next), zone);
    Instant(if around.after > around.change {
        around.after
    } else {
        around.before.min(around.change)
    })
}

/// A local time with the change of the clocks that it may fall into, in minutes since 1970
/// (UTC).
struct Around {
    /// When the clocks would show it by the rules before the change.
    before: i64,
    /// When by those after it.
    after: i64,
    /// The first minute with the rules after it; where nothing changes, long before.
    change: i64,
}

impl Around {
    /// Looks a day back and a day ahead: nowhere is further than that from UTC, and a
    /// test knows that nowhere clocks change twice in two days.
    fn of(time: LocalTime, zone: Zone) -> Self {
        let local = time.minutes();
        let offset = |minutes| i64::from(zone(Instant(minutes)));
        let (mut old, mut new) = (local - DAY, local + DAY);
        let (before, after) = (offset(old), offset(new));
        if before == after {
            new = old;
        }
        while new - old > 1 {
            let middle = old.midpoint(new);
            if offset(middle) == before {
                old = middle;
            } else {
                new = middle;
            }
        }
        Self {
            before: local - before,
            after: local - after,
            change: new,
        }
    }
}

#[cfg(test)]
mod tests;
