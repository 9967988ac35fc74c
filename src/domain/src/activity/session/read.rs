//! Reading sessions.

use serde_json::Value;

use super::Session;
use crate::activity::service::Day;
use crate::activity::timetable::{Change, MonthDay, Repeat, Rule, SchoolSeason, Timetable};
use crate::calendar::LocalDate;
use crate::clock::ClockTime;
use crate::json::{Fields, FromJson, Place as At};
use crate::text::Text;

impl FromJson for Session {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let place = fields.needed("place");
        let (from, to) = (
            fields.needed::<ClockTime>("from"),
            fields.needed::<ClockTime>("to"),
        );
        // Days that can't be read have their own problem, and were not forgotten.
        let says_days = fields.has("days") || fields.has("monthly");
        let rule = rule(&mut fields);
        let count = fields.optional("count");
        let (also, not): (Vec<LocalDate>, Vec<LocalDate>) =
            (fields.list("dates"), fields.list("not"));
        let (moved, cancelled): (Vec<Moved>, Vec<Cancelled>) =
            (fields.list("moved"), fields.list("cancelled"));
        let (cost, note) = (fields.optional("cost"), fields.optional("note"));
        if let Some(text) = contradiction(rule.as_ref(), count, also.is_empty() && !says_days) {
            fields.say(text);
        }
        fields.finish();
        let (from, to) = (from?, to?);
        let mut changes: Vec<Change> = also.into_iter().map(Change::Also).collect();
        changes.extend(not.into_iter().map(Change::Not));
        changes.extend(moved.into_iter().map(|moved| {
            let (from, until) = moved.times.unwrap_or((from, to));
            Change::Moved(moved.date, moved.to, from, until)
        }));
        changes.extend(cancelled.iter().map(|it| Change::Cancelled(it.date)));
        let why = cancelled
            .into_iter()
            .filter_map(|it| Some((it.date, it.why?)));
        Some(Self {
            place: place?,
            timetable: Timetable {
                rule,
                from,
                to,
                changes,
            },
            count,
            why: why.collect(),
            cost,
            note,
        })
    }
}

/// What doesn't go together, as a sentence.
fn contradiction(rule: Option<&Rule>, count: Option<u16>, no_dates: bool) -> Option<&'static str> {
    let Some(rule) = rule else {
        let nothing = "Say when: \"days\", \"monthly\", \"daily\" or \"dates\" is missing.";
        let counted = "A \"count\" needs something that repeats.";
        return no_dates
            .then_some(nothing)
            .or(count.is_some().then_some(counted));
    };
    let backwards = rule
        .starts
        .zip(rule.until)
        .is_some_and(|(starts, until)| until < starts);
    let uncounted = rule.starts.is_none();
    if rule.every == 0 || count == Some(0) {
        Some("\"every\" and \"count\" are 1 at least.")
    } else if uncounted && (rule.every > 1 || count.is_some()) {
        Some("With \"every\" or \"count\", \"starts\" says from when it is counted.")
    } else if backwards {
        Some("\"until\" is before \"starts\".")
    } else if count.is_some() && rule.until.is_some() {
        Some("Give \"until\" or \"count\", not both.")
    } else {
        None
    }
}

fn rule(fields: &mut Fields<'_>) -> Option<Rule> {
    let days = some_of(fields, "days");
    let monthly: Vec<MonthDay> = some_of(fields, "monthly");
    let daily = fields.mark("daily");
    let every: Option<u16> = fields.optional("every");
    let (starts, until, season) = (
        fields.optional("starts"),
        fields.optional("until"),
        fields.optional("season"),
    );
    let weekly = days
        .iter()
        .fold(0, |bits, day: &Day| bits | 1 << *day as u8);
    let repeat = match (weekly != 0, monthly.is_empty(), daily) {
        (true, true, false) => Repeat::Weekly(weekly),
        (false, false, false) => Repeat::Monthly(monthly),
        (false, true, true) => Repeat::Daily,
        (false, true, false) => {
            if every.is_some() || starts.is_some() || until.is_some() || season.is_some() {
                fields.say("Nothing repeats here: \"days\", \"monthly\" or \"daily\" is missing.");
            }
            return None;
        }
        _ => {
            fields.say(
                "Write one of \"days\", \"monthly\" and \"daily\", and a session more for another.",
            );
            return None;
        }
    };
    Some(Rule {
        every: every.unwrap_or(1),
        repeat,
        starts,
        until,
        season,
    })
}

/// A list that names something, where it is there.
fn some_of<T: FromJson>(fields: &mut Fields<'_>, name: &str) -> Vec<T> {
    let read: Option<Vec<T>> = fields.optional(name);
    if read.as_ref().is_some_and(Vec::is_empty) {
        fields.tell(|| format!("Name one day at least in \"{name}\"."));
    }
    read.unwrap_or_default()
}

impl FromJson for MonthDay {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let text = String::from_json(value, at)?;
        let number = || {
            let number = text.parse::<u8>().ok()?;
            let plain = (1..=31).contains(&number) && number.to_string() == text;
            plain.then_some(Self::Number(number))
        };
        let named = || {
            let (nth, day) = text.split_once(' ')?;
            let day = Day::named(day)? as u8;
            Some(match nth {
                "first" => Self::Nth(1, day),
                "second" => Self::Nth(2, day),
                "third" => Self::Nth(3, day),
                "fourth" => Self::Nth(4, day),
                "last" => Self::Last(day),
                _ => return None,
            })
        };
        named().or_else(number).or_else(|| {
            at.say("A day of the month is written like \"first fri\", \"last sat\" or \"15\".")
        })
    }
}

impl FromJson for SchoolSeason {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        match String::from_json(value, at)?.as_str() {
            "term" => Some(Self::Term),
            "holidays" => Some(Self::Holidays),
            _ => at.say("A season is term or holidays."),
        }
    }
}

struct Moved {
    date: LocalDate,
    to: LocalDate,
    times: Option<(ClockTime, ClockTime)>,
}

impl FromJson for Moved {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (date, to) = (fields.needed("date"), fields.needed("to"));
        let (from, until) = (fields.optional("from"), fields.optional("until"));
        if from.is_some() != until.is_some() {
            fields.say("Give both \"from\" and \"until\", or none of them.");
        }
        fields.finish();
        Some(Self {
            date: date?,
            to: to?,
            times: from.zip(until),
        })
    }
}

struct Cancelled {
    date: LocalDate,
    why: Option<Text>,
}

impl FromJson for Cancelled {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (date, why) = (fields.needed("date"), fields.optional("why"));
        fields.finish();
        Some(Self { date: date?, why })
    }
}
