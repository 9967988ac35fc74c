//! Timetables as lists of numbers: how the browser gets them. Ten lists of numbers are
//! read by the same code as one, and a form of its own for each part is not.

use super::{Change, MonthDay, Repeat, Rule, SchoolSeason, Timetable};
use crate::activity::school::SchoolYear;
use crate::calendar::LocalDate;
use crate::clock::ClockTime;

/// Stands for a date that isn't said. No session is in 1969.
const NONE: i64 = -1;

impl Timetable {
    /// As numbers: `from` and `to` in minutes of the day; how it repeats (0 not at all, 1
    /// daily, 2 weekly, 3 monthly); every; first and last date in days since 1970; season
    /// (0 none, 1 term, 2 holidays); the days of the week as bits, or how many days of the
    /// month and these; then each change with its kind and dates.
    pub fn to_numbers(&self) -> Vec<i64> {
        let time = |time: ClockTime| i64::from(time.minutes());
        let date = |date: LocalDate| i64::from(date.days());
        let mut numbers = vec![time(self.from), time(self.to)];
        match &self.rule {
            None => numbers.push(0),
            Some(rule) => {
                let kind = match rule.repeat {
                    Repeat::Daily => 1,
                    Repeat::Weekly(_) => 2,
                    Repeat::Monthly(_) => 3,
                };
                let season = match rule.season {
                    None => 0,
                    Some(SchoolSeason::Term) => 1,
                    Some(SchoolSeason::Holidays) => 2,
                };
                numbers.extend([
                    kind,
                    i64::from(rule.every),
                    rule.starts.map_or(NONE, date),
                    rule.until.map_or(NONE, date),
                    season,
                ]);
                match &rule.repeat {
                    Repeat::Daily => {}
                    Repeat::Weekly(days) => numbers.push(i64::from(*days)),
                    Repeat::Monthly(days) => {
                        numbers.push(i64::try_from(days.len()).unwrap_or(0));
                        numbers.extend(days.iter().map(|day| match *day {
                            MonthDay::Number(number) => i64::from(number),
                            MonthDay::Nth(nth, weekday) => {
                                i64::from(nth) * 100 + i64::from(weekday)
                            }
                            MonthDay::Last(weekday) => 500 + i64::from(weekday),
                        }));
                    }
                }
            }
        }
        for change in &self.changes {
            match *change {
                Change::Not(on) => numbers.extend([0, date(on)]),
                Change::Also(on) => numbers.extend([1, date(on)]),
                Change::Cancelled(on) => numbers.extend([2, date(on)]),
                Change::Moved(on, to, from, until) => {
                    numbers.extend([3, date(on), date(to), time(from), time(until)]);
                }
            }
        }
        numbers
    }

    /// Reads what [`Timetable::to_numbers`] wrote; nothing where it is anything else.
    pub fn from_numbers(numbers: &[i64]) -> Option<Self> {
        let mut left = Numbers(numbers);
        let (from, to) = (left.time()?, left.time()?);
        let rule = match left.next()? {
            0 => None,
            kind => Some(left.rule(kind)?),
        };
        let mut changes = Vec::new();
        while let Some(kind) = left.next() {
            let on = left.date()?;
            changes.push(match kind {
                0 => Change::Not(on),
                1 => Change::Also(on),
                2 => Change::Cancelled(on),
                3 => Change::Moved(on, left.date()?, left.time()?, left.time()?),
                _ => return None,
            });
        }
        Some(Self {
            rule,
            from,
            to,
            changes,
        })
    }
}

impl SchoolYear {
    /// As numbers: the last date known, then first and last of each holiday, in days since
    /// 1970; nothing where nothing is known.
    pub fn to_numbers(&self) -> Vec<i64> {
        let holidays = self.holidays.iter().flat_map(|(from, to)| [*from, *to]);
        let all = self.until.into_iter().chain(holidays);
        all.map(|date| i64::from(date.days())).collect()
    }

    /// Reads what [`SchoolYear::to_numbers`] wrote.
    pub fn from_numbers(numbers: &[i64]) -> Self {
        let mut left = Numbers(numbers);
        let until = left.date();
        let mut holidays = Vec::new();
        while let Some(holiday) = left.date().zip(left.date()) {
            holidays.push(holiday);
        }
        Self { until, holidays }
    }
}

/// The numbers that were not read yet.
struct Numbers<'a>(&'a [i64]);

impl Numbers<'_> {
    fn next(&mut self) -> Option<i64> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn small(&mut self) -> Option<u16> {
        u16::try_from(self.next()?).ok()
    }

    fn time(&mut self) -> Option<ClockTime> {
        ClockTime::from_minutes(self.small()?)
    }

    fn date(&mut self) -> Option<LocalDate> {
        // Five digits reach the year 2243.
        let days = i32::try_from(self.next()?).ok()?;
        (days < 100_000).then(|| LocalDate::from_days(days))
    }

    fn rule(&mut self, kind: i64) -> Option<Rule> {
        let every = self.small()?;
        let mut maybe = || {
            let date = self.date()?;
            Some((i64::from(date.days()) != NONE).then_some(date))
        };
        let (starts, until) = (maybe()?, maybe()?);
        let season = match self.next()? {
            0 => None,
            1 => Some(SchoolSeason::Term),
            _ => Some(SchoolSeason::Holidays),
        };
        let repeat = match kind {
            1 => Repeat::Daily,
            2 => Repeat::Weekly(u8::try_from(self.next()?).ok()?),
            _ => {
                let count = self.small()?;
                let days = (0..count).map(|_| self.month_day());
                Repeat::Monthly(days.collect::<Option<_>>()?)
            }
        };
        Some(Rule {
            every,
            repeat,
            starts,
            until,
            season,
        })
    }

    fn month_day(&mut self) -> Option<MonthDay> {
        let number = self.small()?;
        let (hundreds, rest) = (number / 100, u8::try_from(number % 100).ok()?);
        Some(match hundreds {
            0 => MonthDay::Number(rest),
            5 => MonthDay::Last(rest),
            nth => MonthDay::Nth(u8::try_from(nth).ok()?, rest),
        })
    }
}
