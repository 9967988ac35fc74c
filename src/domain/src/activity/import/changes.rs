//! The dates on which a session is otherwise than its rule says.

use serde_json::{Map, Value, json};

use super::clock::{self, Told};
use super::draft::Time;
use super::hours::Hours;
use super::line::Log;
use super::plain::plain;
use super::times::day;
use crate::activity::Session;
use crate::activity::check::was_to_be;
use crate::activity::school::SchoolYear;
use crate::calendar::LocalDate;
use crate::clock::ClockTime;
use crate::json::take;

/// The longest time somebody can be closed, in days: what is longer never opens again.
const LONGEST_CLOSED: i32 = 400;

/// A session as packs have them, to ask it about dates.
pub(super) fn session(fields: &Map<String, Value>) -> Option<Session> {
    let mut whole = fields.clone();
    whole.insert("place".to_owned(), "anywhere".into());
    take(Value::Object(whole)).ok()
}

pub(super) fn texts(dates: &[LocalDate]) -> Value {
    dates.iter().map(ToString::to_string).collect()
}

/// The dates on which it is otherwise. A date has one fate.
pub(super) fn put(time: &Time, hours: &Hours, fields: &mut Map<String, Value>, log: &mut Log) {
    let mut moved = Vec::new();
    let mut told: Vec<LocalDate> = Vec::new();
    for change in &time.moved {
        if told.contains(&change.date) {
            continue;
        }
        let from = read_time(&change.from).unwrap_or(hours.from);
        let length = i32::from(minutes(hours.to)) - i32::from(minutes(hours.from));
        let length = u32::try_from(length.rem_euclid(24 * 60)).unwrap_or(0);
        let until = change
            .until
            .as_deref()
            .and_then(read_time)
            .filter(|until| *until != from);
        let until = until.unwrap_or_else(|| clock::later(from, length));
        if change.date == change.to && from == hours.from && until == hours.to {
            continue;
        }
        told.push(change.date);
        moved.push(json!({
            "date": change.date.to_string(), "to": change.to.to_string(),
            "from": from.to_string(), "until": until.to_string(),
        }));
    }
    let mut cancelled = Vec::new();
    for (date, why) in &time.cancelled {
        if told.contains(date) {
            continue;
        }
        told.push(*date);
        let mut fields = Map::from_iter([("date".to_owned(), date.to_string().into())]);
        let why = why
            .as_ref()
            .map(|why| plain(why).0)
            .filter(|why| !why.is_empty());
        if let Some(why) = why {
            fields.insert("why".to_owned(), why.into());
        }
        cancelled.push(Value::Object(fields));
    }
    let mut not = time.not.clone();
    not.sort_unstable();
    not.dedup();
    not.retain(|date| !told.contains(date));
    if not.len() > MOST_CHANGES {
        log.left_out(
            &time.field,
            format!("More than {MOST_CHANGES} dates on which it isn't."),
        );
        not.truncate(MOST_CHANGES);
    }
    if !not.is_empty() {
        fields.insert("not".to_owned(), texts(&not));
    }
    if !moved.is_empty() {
        fields.insert("moved".to_owned(), moved.into());
    }
    if !cancelled.is_empty() {
        fields.insert("cancelled".to_owned(), cancelled.into());
    }
}

/// As many changes as ten years of a weekly session have dates.
const MOST_CHANGES: usize = 520;

fn read_time(text: &str) -> Option<ClockTime> {
    match clock::time(text)? {
        Told::At(time, _) | Told::Zoned(time) => Some(time),
        Told::Half(..) | Told::Late => None,
    }
}

fn minutes(time: ClockTime) -> u16 {
    let (hours, minutes) = time.hours_and_minutes();
    hours * 60 + minutes
}

/// Leaves out changes of dates on which it would not be anyway, and dates that its rule
/// names without them.
pub(super) fn only_what_was_to_be(
    time: &Time,
    fields: &mut Map<String, Value>,
    school: &SchoolYear,
    log: &mut Log,
) {
    let Some(session) = session(fields) else {
        return;
    };
    let date_of = |change: &Value| {
        let text = change.as_str().or_else(|| change.get("date")?.as_str());
        text.and_then(LocalDate::parse)
    };
    let mut gone: Vec<String> = Vec::new();
    for name in ["not", "cancelled", "moved"] {
        let Some(Value::Array(changes)) = fields.get_mut(name) else {
            continue;
        };
        changes.retain(|change| {
            let date = date_of(change);
            let right = date.is_some_and(|date| was_to_be(&session, date, school));
            if let Some(date) = date.filter(|_| !right) {
                gone.push(date.to_string());
            }
            right
        });
        if changes.is_empty() {
            fields.remove(name);
        }
    }
    if !gone.is_empty() {
        log.left_out(
            &time.field,
            format!(
                "What it says of {}, because it isn't on then anyway.",
                gone.join(", ")
            ),
        );
    }
    if let (Some(rule), Some(Value::Array(dates))) =
        (&session.timetable.rule, fields.get_mut("dates"))
    {
        dates.retain(|date| date_of(date).is_some_and(|date| !rule.names(date, school)));
        if dates.is_empty() {
            fields.remove("dates");
        }
    }
}

/// Takes the dates on which it is closed out of the sessions.
pub(super) fn close(
    time: &Time,
    sessions: &mut [(Option<usize>, Map<String, Value>)],
    school: &SchoolYear,
    log: &mut Log,
) {
    let first = day(time.valid_from.as_ref().or(time.starts.as_ref()), log);
    let last = match &time.until {
        Some(until) => day(Some(until), log),
        None => first,
    };
    let (Some(first), Some(last)) = (first, last) else {
        log.left_out(&time.field, "It says that it is closed, and not when.");
        return;
    };
    let apart = last.days() - first.days();
    if !(0..=LONGEST_CLOSED).contains(&apart) {
        let text =
            format!("It is closed from {first} to {last}: that is no time somebody is closed for.");
        log.left_out(&time.field, text);
        return;
    }
    let mut dates = 0;
    for (place, fields) in sessions {
        if time.place.is_some() && place.is_some() && *place != time.place {
            continue;
        }
        let Some(session) = session(fields) else {
            continue;
        };
        let closed = (0..=apart).map(|after| LocalDate::from_days(first.days() + after));
        let closed: Vec<Value> = closed
            .filter(|date| was_to_be(&session, *date, school))
            .map(|date| date.to_string().into())
            .collect();
        let not = fields.entry("not").or_insert_with(|| json!([]));
        if let Value::Array(not) = not {
            for date in closed {
                dates += 1;
                if !not.contains(&date) {
                    not.push(date);
                }
            }
            if not.is_empty() {
                fields.remove("not");
            }
        }
    }
    if dates == 0 {
        log.left_out(
            &time.field,
            format!("It is closed from {first} to {last}, when nothing is on."),
        );
    } else {
        log.repaired(
            &time.field,
            format!("It is closed from {first} to {last}: sessions leave those dates out."),
        );
    }
}
