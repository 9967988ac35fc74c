//! From a timetable to what a calendar file can say: series of dates with a rule, dates
//! besides and dates left out, and what is on once.

use super::super::rule;
use crate::activity::school::SchoolYear;
use crate::activity::timetable::{Change, Occurrence, Rule, Timetable};
use crate::calendar::LocalDate;

/// How far the first date of a rule is looked for.
const AHEAD: i32 = 6 * 366;

/// How far a rule goes that no `RRULE` can say, so that its dates are listed.
const LISTED: i32 = 2 * 366;

/// All that is on of a timetable.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What repeats.
    pub(super) series: Vec<Series>,
    /// What is on once, and belongs to no series.
    pub(super) single: Vec<Occurrence>,
}

/// Dates of the same times of day.
#[derive(Debug)]
pub(super) struct Series {
    /// The first of them.
    pub(super) first: LocalDate,
    /// The rule from there on, with its last date.
    pub(super) rule: Option<(String, Option<LocalDate>)>,
    /// Dates besides.
    pub(super) also: Vec<LocalDate>,
    /// Dates of the rule on which it isn't.
    pub(super) not: Vec<LocalDate>,
    /// What is instead on dates that belong to it: cancelled, or at another time.
    pub(super) instead: Vec<(LocalDate, Occurrence)>,
}

/// What a timetable is read with.
pub(super) struct Frame<'a> {
    /// The school year.
    pub(super) school: &'a SchoolYear,
    /// Only what starts on these days of the week, as bits from Monday.
    pub(super) week: u8,
    /// Where a rule without a beginning begins.
    pub(super) from: LocalDate,
    /// The dates on which clocks change.
    pub(super) clocks_change: &'a [LocalDate],
    /// What takes longer or shorter than it does at other times, because they do.
    pub(super) uneven: &'a dyn Fn(&Occurrence) -> bool,
}

/// Makes the plan.
pub(super) fn plan(timetable: &Timetable, frame: &Frame<'_>) -> Plan {
    let days = Days::new(timetable, frame);
    let mut plan = Plan::default();
    let mut besides = days.besides();
    if let Some(rule) = &timetable.rule {
        days.follow(rule, &mut besides, &mut plan);
    }
    besides.retain(|day| {
        let alone = days.alone(*day);
        plan.single.extend(alone);
        alone.is_none()
    });
    if let Some((first, also)) = besides.split_first() {
        plan.series.push(Series {
            first: *first,
            rule: None,
            also: also.to_vec(),
            not: Vec::new(),
            instead: days.instead(|day| besides.contains(&day)),
        });
    }
    days.leave_moved(&mut plan);
    plan
}

struct Days<'a> {
    timetable: &'a Timetable,
    frame: &'a Frame<'a>,
    /// The first date that is looked at, and the last of a rule that is listed.
    start: LocalDate,
    listed: Option<LocalDate>,
}

impl<'a> Days<'a> {
    fn new(timetable: &'a Timetable, frame: &'a Frame<'a>) -> Self {
        // What is moved from before all others to after that is still to come.
        let moved = timetable.changes.iter().filter_map(|change| match *change {
            Change::Moved(on, ..) => Some(on),
            _ => None,
        });
        let rule = timetable.rule.as_ref();
        let start = rule.and_then(|rule| rule.starts);
        let start = start.unwrap_or_else(|| moved.fold(frame.from, LocalDate::min));
        let listed = rule.is_some_and(|rule| rule::text(rule, frame.week).is_none());
        Self {
            timetable,
            frame,
            start,
            listed: listed.then(|| later(start.max(frame.from), LISTED)),
        }
    }

    /// Whether a series can have a date: named, and on, or on at another time.
    fn has(&self, day: LocalDate) -> bool {
        self.named(day)
            && (self.moved(day).is_some() || !self.out(day))
            && self.alone(day).is_none()
    }

    fn named(&self, day: LocalDate) -> bool {
        self.in_week(day) && (self.by_rule(day) || self.change(&Change::Also(day)))
    }

    fn in_week(&self, day: LocalDate) -> bool {
        self.frame.week >> day.weekday() & 1 == 1
    }

    fn by_rule(&self, day: LocalDate) -> bool {
        let rule = self.timetable.rule.as_ref();
        day >= self.start
            && self.listed.is_none_or(|last| day <= last)
            && rule.is_some_and(|rule| rule.names(day, self.frame.school))
    }

    fn change(&self, change: &Change) -> bool {
        self.timetable.changes.contains(change)
    }

    /// Whether a date is taken out, whatever put it in.
    fn out(&self, day: LocalDate) -> bool {
        let mut changes = self.timetable.changes.iter();
        changes.any(|change| match *change {
            Change::Not(on) | Change::Moved(on, ..) => on == day,
            Change::Also(_) | Change::Cancelled(_) => false,
        })
    }

    /// Where a date was moved to, at first.
    fn moved(&self, day: LocalDate) -> Option<Occurrence> {
        let mut changes = self.timetable.changes.iter();
        changes.find_map(|change| match *change {
            Change::Moved(on, to, ..) if on == day && self.in_week(to) => moved(change),
            _ => None,
        })
    }

    fn at(&self, day: LocalDate) -> Occurrence {
        let cancelled = self.change(&Change::Cancelled(day));
        Occurrence::new(
            day,
            self.timetable.from,
            self.timetable.to,
            cancelled,
            false,
        )
    }

    /// What is on that day but can't belong to a series.
    fn alone(&self, day: LocalDate) -> Option<Occurrence> {
        let it = self.at(day);
        (!self.out(day) && (self.frame.uneven)(&it)).then_some(it)
    }

    /// The dates besides the rule, in order.
    fn besides(&self) -> Vec<LocalDate> {
        let also = self
            .timetable
            .changes
            .iter()
            .filter_map(|change| match *change {
                Change::Also(on) => Some(on),
                _ => None,
            });
        let on =
            |day: &LocalDate| self.in_week(*day) && (self.moved(*day).is_some() || !self.out(*day));
        let mut also: Vec<LocalDate> = also.filter(on).collect();
        also.sort_unstable();
        also.dedup();
        also
    }

    /// What is instead on dates of a series.
    fn instead(&self, within: impl Fn(LocalDate) -> bool) -> Vec<(LocalDate, Occurrence)> {
        let mut all: Vec<(LocalDate, Occurrence)> = Vec::new();
        for change in &self.timetable.changes {
            let (Change::Cancelled(on) | Change::Moved(on, ..)) = *change else {
                continue;
            };
            let known = all.iter().any(|(day, _)| *day == on);
            if !known && within(on) {
                all.push((on, self.moved(on).unwrap_or_else(|| self.at(on))));
            }
        }
        all.sort_unstable();
        all
    }

    /// Adds the series of the rule. Of the dates besides, those stay that come before it.
    fn follow(&self, rule: &Rule, besides: &mut Vec<LocalDate>, plan: &mut Plan) {
        let school_ends = rule.season.and(self.frame.school.until);
        let ends = [rule.until, school_ends, self.listed];
        let end = ends.into_iter().flatten().min();
        // A rule that begins later than that never does.
        let limit = later(self.start.max(self.frame.from), AHEAD);
        let limit = end.map_or(limit, |end| end.min(limit));
        let special = self.special();
        let alone = special
            .iter()
            .filter(|day| self.by_rule(**day) && self.in_week(**day));
        let alone = alone.filter(|day| !besides.contains(day));
        plan.single.extend(alone.filter_map(|day| self.alone(*day)));
        let by_rule = |day: &LocalDate| self.by_rule(*day) && self.has(*day);
        let Some(text) = rule::text(rule, self.frame.week) else {
            besides.extend(self.days(limit).filter(by_rule));
            besides.sort_unstable();
            return besides.dedup();
        };
        let Some(first) = self.days(limit).find(by_rule) else {
            return;
        };
        let last = match end {
            Some(end) if end <= limit => self.days(limit).rev().find(by_rule).or(Some(first)),
            end => end,
        };
        let unseasoned = Rule {
            season: None,
            ..rule.clone()
        };
        let said = |day: LocalDate| {
            let within = day >= first && last.is_none_or(|last| day <= last);
            within && self.in_week(day) && unseasoned.names(day, self.frame.school)
        };
        // Only a season takes out what nothing else names.
        let mut not: Vec<LocalDate> = match (rule.season, last) {
            (Some(_), Some(last)) => self.days(last).collect(),
            _ => special,
        };
        not.retain(|day| said(*day) && !self.has(*day));
        let (also, before): (Vec<LocalDate>, Vec<LocalDate>) =
            besides.iter().partition(|day| **day > first || said(**day));
        *besides = before;
        let alone = also.iter().filter_map(|day| self.alone(*day));
        plan.single.extend(alone);
        let instead = self.instead(|day| (said(day) || also.contains(&day)) && self.has(day));
        plan.series.push(Series {
            first,
            // What is on once needs no rule.
            rule: (last != Some(first)).then_some((text, last)),
            also: also
                .into_iter()
                .filter(|day| !said(*day) && self.has(*day))
                .collect(),
            not,
            instead,
        });
    }

    /// All days from the start to a last one.
    fn days(&self, last: LocalDate) -> impl DoubleEndedIterator<Item = LocalDate> + use<> {
        (self.start.days()..=last.days()).map(LocalDate::from_days)
    }

    /// The dates on which it may be otherwise than its rule says, in order: changes of its
    /// own, and nights on which the clocks change.
    fn special(&self) -> Vec<LocalDate> {
        let own = self.timetable.changes.iter().map(|change| match *change {
            Change::Not(on) | Change::Also(on) | Change::Cancelled(on) | Change::Moved(on, ..) => {
                on
            }
        });
        let clocks = self.frame.clocks_change.iter();
        let clocks = clocks.flat_map(|day| [later(*day, -1), *day, later(*day, 1)]);
        let mut all: Vec<LocalDate> = own.chain(clocks).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What was moved here from a date that belongs to no series.
    fn leave_moved(&self, plan: &mut Plan) {
        for change in &self.timetable.changes {
            let Change::Moved(on, to, ..) = *change else {
                continue;
            };
            let Some(it) = moved(change).filter(|_| self.in_week(to)) else {
                continue;
            };
            let mut series = plan.series.iter().flat_map(|series| &series.instead);
            let belongs = series.any(|instead| *instead == (on, it));
            if !belongs && !plan.single.contains(&it) {
                plan.single.push(it);
            }
        }
        plan.single.sort_unstable();
    }
}

fn moved(change: &Change) -> Option<Occurrence> {
    match *change {
        Change::Moved(_, to, from, until) => Some(Occurrence::new(to, from, until, false, true)),
        _ => None,
    }
}

fn later(day: LocalDate, days: i32) -> LocalDate {
    LocalDate::from_days(day.days() + days)
}
