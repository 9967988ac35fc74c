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
        self.local_now().day
    }

    /// What the place's clocks show.
    pub fn local_now(&self) -> LocalTime {
        LocalTime::at(self.now.0 + i64::from((self.zone)(self.now)))
    }
}

/// The same rules, looked up beforehand for as many days before and after a moment: asking
/// a browser takes longer than all that is decided by the answer. Further away the rules
/// themselves are asked.
pub fn looked_up(
    zone: impl Fn(Instant) -> i32,
    around: Instant,
    days: i32,
) -> impl Fn(Instant) -> i32 {
    let day = |days: i32| around.0 + i64::from(days) * DAY;
    let steps = steps_of(&zone, day(-days), day(days));
    let (first, last) = (day(-days), day(days));
    move |at: Instant| {
        if (first..=last).contains(&at.0) {
            let step = steps.iter().rev().find(|(from, _)| *from <= at.0);
            step.map_or(0, |(_, offset)| *offset)
        } else {
            zone(at)
        }
    }
}

/// How far from UTC the clocks are from one date to another: from which moment on, and how
/// many minutes.
pub fn steps(zone: Zone, first: LocalDate, last: LocalDate) -> Vec<(Instant, i32)> {
    let start = |day: LocalDate| i64::from(day.days()) * DAY;
    let steps = steps_of(&zone, start(first), start(last));
    let steps = steps.into_iter();
    steps.map(|(at, offset)| (Instant(at), offset)).collect()
}

/// The same in minutes since 1970, where whole days lie between first and last.
fn steps_of(zone: &impl Fn(Instant) -> i32, first: i64, last: i64) -> Vec<(i64, i32)> {
    let mut steps: Vec<(i64, i32)> = Vec::new();
    let mut day = first;
    while day <= last {
        let (mut old, mut new) = (day - DAY, day);
        let offset = zone(Instant(new));
        if steps.last().is_some_and(|(_, before)| *before != offset) {
            while new - old > 1 {
                let middle = old.midpoint(new);
                if zone(Instant(middle)) == offset {
                    new = middle;
                } else {
                    old = middle;
                }
            }
        }
        if steps.last().is_none_or(|(_, before)| *before != offset) {
            steps.push((new, offset));
        }
        day += DAY;
    }
    steps
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
