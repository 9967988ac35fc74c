//! Schedules: when a session is, in Open Referral's fields. A rule that keeps to term time
//! or to holidays is one schedule for each term or holiday, and a day on which it is
//! otherwise is one that is valid on that day alone.

use serde_json::Value;

use super::super::Source;
use super::super::rule::{self, WEEK};
use super::{record, text};
use crate::activity::lists::PlaceKind;
use crate::activity::place::Place;
use crate::activity::session::Session;
use crate::activity::timetable::{Change, Repeat, Rule, Timetable};
use crate::calendar::LocalDate;
use crate::clock::ClockTime;
use crate::words::Word;

/// How far dates are listed of a rule that no schedule can say, in days.
const LISTED: i32 = 366;

/// The longest that is looked for the first date of a rule, in days.
const LONGEST: i32 = 2 * 366;

/// Whose schedules they are.
pub(super) struct Of<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) session: &'a Session,
    pub(super) place: Option<&'a Place>,
    /// Names of the session, the service and the service at its place.
    pub(super) name: &'a str,
    pub(super) service_id: &'a str,
    pub(super) at_location_id: Option<&'a str>,
    /// Where rules without a beginning begin.
    pub(super) checked: LocalDate,
}

/// One schedule.
#[derive(Default)]
struct Schedule {
    from: Option<LocalDate>,
    to: Option<LocalDate>,
    first: Option<LocalDate>,
    freq: Option<&'static str>,
    interval: u16,
    byday: String,
    bymonthday: String,
    times: Option<(ClockTime, ClockTime)>,
    says: String,
    closed: bool,
}

impl Of<'_> {
    /// All schedules of the session.
    pub(super) fn schedules(&self) -> Vec<Value> {
        let timetable = self.session.counted(&self.source.site.school);
        let mut all = Vec::new();
        if let Some(rule) = &timetable.rule {
            for (from, to) in self.periods(rule) {
                self.rule(&timetable, rule, (from, to), &mut all);
            }
        }
        for change in &timetable.changes {
            self.change(&timetable, change, &mut all);
        }
        let all = all.into_iter().enumerate();
        all.map(|(number, schedule)| self.record(number, &schedule))
            .collect()
    }

    /// From when to when a rule goes.
    fn periods(&self, rule: &Rule) -> Vec<(Option<LocalDate>, Option<LocalDate>)> {
        let Some(season) = rule.season else {
            return vec![(rule.starts, rule.until)];
        };
        let school = &self.source.site.school;
        let Some(known) = school.until else {
            return Vec::new();
        };
        let from = rule.starts.unwrap_or(self.checked);
        let to = rule.until.map_or(known, |until| until.min(known));
        let mut periods: Vec<(LocalDate, LocalDate)> = Vec::new();
        for day in (from.days()..=to.days()).map(LocalDate::from_days) {
            if school.season(day) == Some(season) {
                match periods.last_mut() {
                    Some((_, last)) if last.days() + 1 == day.days() => *last = day,
                    _ => periods.push((day, day)),
                }
            }
        }
        let periods = periods.into_iter();
        periods.map(|(from, to)| (Some(from), Some(to))).collect()
    }

    fn rule(
        &self,
        timetable: &Timetable,
        rule: &Rule,
        (from, to): (Option<LocalDate>, Option<LocalDate>),
        all: &mut Vec<Schedule>,
    ) {
        let school = &self.source.site.school;
        let start = from.unwrap_or(self.checked);
        let last = to.map_or(start.days() + LONGEST, |to| {
            to.days().min(start.days() + LONGEST)
        });
        let mut dates = (start.days()..=last).map(LocalDate::from_days);
        let Some(first) = dates.find(|day| rule.names(*day, school)) else {
            return;
        };
        let (numbers, weekdays) = match &rule.repeat {
            Repeat::Monthly(days) => rule::month(days, WEEK),
            _ => (Vec::new(), Vec::new()),
        };
        let schedule = |freq, byday: String, bymonthday: String| Schedule {
            from,
            to,
            // The interval is counted from there.
            first: (rule.every > 1).then_some(first),
            freq: Some(freq),
            interval: rule.every,
            byday,
            bymonthday,
            times: Some((timetable.from, timetable.to)),
            says: timetable.said(self.source.words),
            closed: false,
        };
        match &rule.repeat {
            Repeat::Daily if rule.every == 1 => {
                all.push(schedule("WEEKLY", rule::days(WEEK), String::new()));
            }
            Repeat::Daily => {
                let last = last.min(start.days() + LISTED);
                let dates = (start.days()..=last).map(LocalDate::from_days);
                let dates = dates.filter(|day| rule.names(*day, school));
                all.extend(dates.map(|day| self.once(day, timetable.from, timetable.to, None)));
            }
            Repeat::Weekly(days) => all.push(schedule("WEEKLY", rule::days(*days), String::new())),
            Repeat::Monthly(_) => {
                if !weekdays.is_empty() {
                    all.push(schedule("MONTHLY", weekdays.join(","), String::new()));
                }
                if !numbers.is_empty() {
                    all.push(schedule("MONTHLY", String::new(), numbers.join(",")));
                }
            }
        }
    }

    fn change(&self, timetable: &Timetable, change: &Change, all: &mut Vec<Schedule>) {
        match *change {
            Change::Not(on) | Change::Cancelled(on) => all.push(self.closed(on)),
            Change::Also(on) => all.push(self.once(on, timetable.from, timetable.to, None)),
            Change::Moved(on, to, from, until) => {
                if on != to {
                    all.push(self.closed(on));
                }
                all.push(self.once(to, from, until, Some(Word::MovedHere)));
            }
        }
    }

    fn once(
        &self,
        day: LocalDate,
        from: ClockTime,
        until: ClockTime,
        says: Option<Word>,
    ) -> Schedule {
        Schedule {
            from: Some(day),
            to: Some(day),
            first: Some(day),
            times: Some((from, until)),
            says: says.map_or_else(String::new, |word| self.source.words.say(word).to_owned()),
            ..Schedule::default()
        }
    }

    fn closed(&self, day: LocalDate) -> Schedule {
        let closed = self.source.words.say(Word::Closed);
        let mut why = self.session.why.iter().filter(|(on, _)| *on == day);
        let why = why.next().map(|(_, why)| self.source.said(why));
        Schedule {
            from: Some(day),
            to: Some(day),
            says: why.map_or(closed.to_owned(), |why| [closed, ": ", why].concat()),
            closed: true,
            ..Schedule::default()
        }
    }

    fn record(&self, number: usize, it: &Schedule) -> Value {
        let number = number.to_string();
        let id = ["schedule", self.service_id, self.name, &number];
        let online = self.place.and_then(|place| place.kind) == Some(PlaceKind::Online);
        let date = |date: Option<LocalDate>| date.map(|date| date.to_string().into());
        let time = |time: ClockTime| Value::from(time.to_string());
        let note = self.session.note.as_ref().filter(|_| !it.closed);
        record([
            ("id", text(&self.source.uuid(&id))),
            ("service_id", text(self.service_id)),
            (
                "service_at_location_id",
                self.at_location_id.map(Value::from),
            ),
            ("valid_from", date(it.from)),
            ("valid_to", date(it.to)),
            ("dtstart", date(it.first)),
            ("freq", it.freq.map(Value::from)),
            ("interval", it.freq.map(|_| it.interval.into())),
            ("byday", text(&it.byday)),
            ("bymonthday", text(&it.bymonthday)),
            ("description", text(&it.says)),
            ("opens_at", it.times.map(|times| time(times.0))),
            ("closes_at", it.times.map(|times| time(times.1))),
            (
                "attending_type",
                text(if online { "online" } else { "venue" }),
            ),
            ("notes", note.and_then(|note| text(self.source.said(note)))),
            // As version 1.0 had it: a description alone is for people.
            ("closed", it.closed.then_some(Value::Bool(true))),
        ])
    }
}
