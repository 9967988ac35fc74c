//! When a session is: a rule that repeats, and the dates on which it is otherwise.
//!
//! By hand, because the `rrule` crate is 461 KB of gzip in the browser and wrong where it
//! matters here (hourly rules over a change of the clocks, exceptions by date); it is the
//! tests' oracle instead. The terms are those of RFC 5545, section 3.3.10, with two
//! differences on purpose: exceptions are local dates, because "not on Christmas Day" names
//! a day and no moment, and a rule can keep to term time or to holidays.

mod numbers;

use super::school::SchoolYear;
use crate::calendar::LocalDate;
use crate::clock::{ClockTime, LocalTime};

/// When a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    /// What repeats, if anything does.
    pub rule: Option<Rule>,
    /// When it starts, local time.
    pub from: ClockTime,
    /// When it ends; not after `from` means on the next day.
    pub to: ClockTime,
    /// The dates on which it is otherwise.
    pub changes: Vec<Change>,
}

/// On which dates a session repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Every so many days, weeks or months; at least 1.
    pub every: u16,
    /// Which of their days.
    pub repeat: Repeat,
    /// The first date it may be on; where `every` is more than 1, it is counted from there.
    pub starts: Option<LocalDate>,
    /// The last date it may be on.
    pub until: Option<LocalDate>,
    /// Whether it keeps to a part of the school year.
    pub season: Option<SchoolSeason>,
}

/// Which days of its interval a rule names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Each day.
    Daily,
    /// These days of the week: bit 0 is Monday, bit 6 is Sunday.
    Weekly(u8),
    /// These days of the month.
    Monthly(Vec<MonthDay>),
}

/// A day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthDay {
    /// The first to fourth (1 to 4) of a weekday, 0 being Monday.
    Nth(u8, u8),
    /// The last of a weekday, 0 being Monday.
    Last(u8),
    /// The day of that number; a month without it is left out (RFC 5545, 3.3.10).
    Number(u8),
}

/// A part of the school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchoolSeason {
    /// Outside the holidays.
    Term,
    /// In the holidays.
    Holidays,
}

/// A date on which a session is otherwise than its rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It isn't on that date.
    Not(LocalDate),
    /// It is on that date too.
    Also(LocalDate),
    /// It was to be on that date, and people are told that it isn't.
    Cancelled(LocalDate),
    /// It isn't on the first date but on another, from … until.
    Moved(LocalDate, LocalDate, ClockTime, ClockTime),
}

/// One time that a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// When it starts.
    pub from: LocalTime,
    /// When it ends, after it has started.
    pub to: LocalTime,
    /// Whether it isn't after all.
    pub cancelled: bool,
    /// Whether it was moved here from another date.
    pub moved: bool,
}

impl Rule {
    /// Whether the rule names a date.
    pub fn names(&self, day: LocalDate, school: &SchoolYear) -> bool {
        let outside = self.starts.is_some_and(|starts| day < starts)
            || self.until.is_some_and(|until| day > until);
        if outside || self.season.is_some() && self.season != school.season(day) {
            return false;
        }
        // Where nothing says from when it is counted, every interval is as good.
        let start = self.starts.unwrap_or(day);
        let (apart, named) = match &self.repeat {
            Repeat::Daily => (day.days() - start.days(), true),
            Repeat::Weekly(days) => {
                let monday = |day: LocalDate| day.days() - i32::from(day.weekday());
                let weeks = (monday(day) - monday(start)) / 7;
                (weeks, days >> day.weekday() & 1 == 1)
            }
            Repeat::Monthly(days) => {
                let month = |day: LocalDate| day.year() * 12 + i32::from(day.month());
                let named = days.iter().any(|named| named.is(day));
                (month(day) - month(start), named)
            }
        };
        named && apart % i32::from(self.every.max(1)) == 0
    }
}

impl MonthDay {
    fn is(self, day: LocalDate) -> bool {
        match self {
            Self::Nth(nth, weekday) => day.weekday() == weekday && day.day().div_ceil(7) == nth,
            Self::Last(weekday) => {
                let in_a_week = LocalDate::from_days(day.days() + 7);
                day.weekday() == weekday && in_a_week.month() != day.month()
            }
            Self::Number(number) => day.day() == number,
        }
    }
}

impl Timetable {
    /// Every time it is on that starts in a window of dates, both included, in order.
    pub fn between(
        &self,
        first: LocalDate,
        last: LocalDate,
        school: &SchoolYear,
    ) -> Vec<Occurrence> {
        let mut all = Vec::new();
        for day in first.days()..=last.days() {
            self.on(LocalDate::from_days(day), school, &mut |occurrence| {
                all.push(occurrence);
            });
        }
        all.sort_unstable();
        all
    }

    /// Hands on every time it is on a date: none, one, or more where others were moved
    /// there. What was cancelled is among them.
    pub fn on(&self, day: LocalDate, school: &SchoolYear, take: &mut dyn FnMut(Occurrence)) {
        let mut named = self
            .rule
            .as_ref()
            .is_some_and(|rule| rule.names(day, school));
        let mut cancelled = false;
        for change in &self.changes {
            match *change {
                Change::Also(on) if on == day => named = true,
                Change::Cancelled(on) if on == day => cancelled = true,
                Change::Moved(_, to, from, until) if to == day => {
                    take(Occurrence::new(day, from, until, false, true));
                }
                _ => {}
            }
        }
        // What takes a date out counts whatever put it in.
        let out = self.changes.iter().any(|change| match *change {
            Change::Not(on) | Change::Moved(on, ..) => on == day,
            Change::Also(_) | Change::Cancelled(_) => false,
        });
        if named && !out {
            take(Occurrence::new(day, self.from, self.to, cancelled, false));
        }
    }
}

impl Occurrence {
    pub(super) fn new(
        day: LocalDate,
        from: ClockTime,
        to: ClockTime,
        cancelled: bool,
        moved: bool,
    ) -> Self {
        let end = if to > from {
            day
        } else {
            LocalDate::from_days(day.days() + 1)
        };
        Self {
            from: LocalTime { day, time: from },
            to: LocalTime { day: end, time: to },
            cancelled,
            moved,
        }
    }
}

#[cfg(test)]
mod tests;
