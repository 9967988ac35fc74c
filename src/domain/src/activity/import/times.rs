//! Sessions of what a record says about its times.

use serde_json::{Map, Value, json};

use super::Setting;
use super::dates;
use super::days::{self, Days};
use super::draft::{Cell, Time};
use super::hours::{Hours, hours};
use super::line::Log;
use super::plain::{folded, has_words, plain, quoted};
use super::rhythm::{Rhythm, rhythm};
use crate::activity::Session;
use crate::activity::check::was_to_be;
use crate::activity::school::SchoolYear;
use crate::calendar::LocalDate;
use crate::json::take;

/// What came of all times of a record.
#[derive(Default)]
pub(super) struct Times {
    /// Sessions without their place, each with the place that the record names.
    pub(super) sessions: Vec<(Option<usize>, Map<String, Value>)>,
    /// How many were single dates that are over.
    pub(super) over: usize,
    /// What couldn't be read, as it stands there, for people to ask about.
    pub(super) unread: Vec<String>,
}

/// The longest time somebody can be closed, in days: what is longer never opens again.
const LONGEST_CLOSED: i32 = 400;

/// Reads all times of a record.
pub(super) fn read(times: &[Time], setting: &Setting<'_>, log: &mut Log) -> Times {
    let school = &setting.site.school;
    let mut out = Times::default();
    let (closed, open): (Vec<&Time>, Vec<&Time>) = times.iter().partition(|time| is_closed(time));
    for time in open {
        let before = out.sessions.len();
        one(time, setting, &mut out, log);
        for (_, fields) in out.sessions.iter_mut().skip(before) {
            only_what_was_to_be(time, fields, school, log);
        }
    }
    for time in closed {
        close(time, &mut out, school, log);
    }
    out
}

/// A session as packs have them, to ask it about dates.
fn session(fields: &Map<String, Value>) -> Option<Session> {
    let mut whole = fields.clone();
    whole.insert("place".to_owned(), "anywhere".into());
    take(Value::Object(whole)).ok()
}

/// Leaves out changes of dates on which it would not be anyway, and dates that its rule
/// names without them.
fn only_what_was_to_be(
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

fn is_closed(time: &Time) -> bool {
    let says = |cell: &Cell| {
        let words = folded(&cell.text);
        [
            "closed",
            "no session",
            "no sessions",
            "no club",
            "not running",
            "cancelled",
            "not open",
        ]
        .iter()
        .any(|no| has_words(&words, no))
    };
    let narrow = time.until.is_some() && (time.valid_from.is_some() || time.starts.is_some());
    time.closed || narrow && time.words.iter().any(says)
}

/// A day, with a line where it isn't written as formats ask for.
pub(super) fn day(cell: Option<&Cell>, log: &mut Log) -> Option<LocalDate> {
    let cell = cell?;
    let Some((day, exact)) = dates::date(&cell.text) else {
        log.left_out(
            &cell.field,
            format!("{} is no date that there is.", quoted(&cell.text)),
        );
        return None;
    };
    if !exact {
        log.repaired(
            &cell.field,
            format!("{} is read as {day}.", quoted(&cell.text)),
        );
    }
    Some(day)
}

/// What the days say, all together.
fn days_of(time: &Time, log: &mut Log) -> Days {
    let mut all = Days::default();
    for cell in &time.days {
        let Some(read) = days::days(&cell.text) else {
            log.left_out(&cell.field, format!("{} names no day.", quoted(&cell.text)));
            continue;
        };
        for beyond in &read.beyond {
            let text = format!(
                "{} of a month can't be kept: the first to fourth and the last can.",
                quoted(beyond)
            );
            log.left_out(&cell.field, text);
        }
        if !read.exact {
            log.repaired(
                &cell.field,
                format!("{} is read as: {}.", quoted(&cell.text), read.said()),
            );
        }
        all.week |= read.week;
        all.month.extend(read.month);
        all.daily |= read.daily;
        all.season = all.season.or(read.season);
        all.every = all.every.or(read.every);
        if all.times.is_empty() {
            all.times = read.times;
        }
    }
    all
}

fn one(time: &Time, setting: &Setting<'_>, out: &mut Times, log: &mut Log) {
    let today = setting.today;
    let mut days = days_of(time, log);
    let mut season_said = "";
    if let Some(season) = days.season.filter(|_| setting.site.school.until.is_none()) {
        let field = time.days.first().map_or(&time.field, |cell| &cell.field);
        log.repaired(
            field,
            "site.json says nothing of the school year: it stands in a note.",
        );
        season_said = if season == "term" {
            "In term time only."
        } else {
            "In the school holidays only."
        };
        days.season = None;
    }
    let made = rhythm(time, &days, log);
    let hours = made.as_ref().and_then(|_| hours(time, &days.times, log));
    let (Some(made), Some(hours)) = (made, hours) else {
        out.unread.extend(as_it_stands(time));
        return;
    };
    let mut dates = time.dates.clone();
    let Rhythm {
        mut rules,
        once,
        every_unsaid,
    } = made;
    dates.extend(once);
    dates.sort_unstable();
    dates.dedup();
    if rules.is_empty() {
        let before = dates.len();
        let last = dates.last().copied();
        dates.retain(|date| *date >= today);
        let gone = before - dates.len();
        match (last, dates.is_empty()) {
            (Some(last), true) => {
                log.left_out(&time.field, format!("It was on {last} and is over."));
                out.over += 1;
                return;
            }
            _ if gone > 0 => log.left_out(&time.field, format!("Dates that are over: {gone}.")),
            _ => {}
        }
        rules.push(Map::new());
    }
    let mut dates = Some(dates).filter(|dates| !dates.is_empty());
    for mut fields in rules {
        if let Some(until) = fields
            .get("until")
            .and_then(Value::as_str)
            .and_then(LocalDate::parse)
        {
            if until < today {
                let field = time.until.as_ref().map_or(&time.field, |cell| &cell.field);
                log.repaired(field, format!("It ended on {until}: it's kept, and shows no dates until somebody gives a new end."));
            }
        }
        if let Some(dates) = dates.take() {
            fields.insert("dates".to_owned(), texts(&dates));
        }
        changes(time, &hours, &mut fields, log);
        fields.insert("from".to_owned(), hours.from.to_string().into());
        fields.insert("to".to_owned(), hours.to.to_string().into());
        if let Some(season) = days
            .season
            .filter(|_| fields.keys().any(|key| repeats(key)))
        {
            fields.insert("season".to_owned(), season.into());
        }
        if let Some(note) = note(time, &hours, every_unsaid, season_said) {
            fields.insert("note".to_owned(), note.into());
        }
        out.sessions.push((time.place, fields));
    }
}

fn repeats(field: &str) -> bool {
    matches!(field, "days" | "monthly" | "daily")
}

fn texts(dates: &[LocalDate]) -> Value {
    dates.iter().map(ToString::to_string).collect()
}

/// The dates on which it is otherwise. A date has one fate.
fn changes(time: &Time, hours: &Hours, fields: &mut Map<String, Value>, log: &mut Log) {
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
        let until = until.unwrap_or_else(|| super::clock::later(from, length));
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

fn read_time(text: &str) -> Option<crate::clock::ClockTime> {
    use super::clock::{Told, time};
    match time(text)? {
        Told::At(time, _) | Told::Zoned(time) => Some(time),
        Told::Half(..) | Told::Late => None,
    }
}

fn minutes(time: crate::clock::ClockTime) -> u16 {
    let (hours, minutes) = time.hours_and_minutes();
    hours * 60 + minutes
}

/// What else people should know about a time.
fn note(time: &Time, hours: &Hours, every_unsaid: bool, season: &str) -> Option<String> {
    let mut parts: Vec<String> = time.words.iter().map(|cell| plain(&cell.text).0).collect();
    parts.retain(|part| !part.is_empty());
    parts.dedup();
    parts.extend(hours.note.map(str::to_owned));
    parts.extend(Some(season.to_owned()).filter(|season| !season.is_empty()));
    if every_unsaid {
        parts.push("It isn't every time. Ask them when the next one is.".to_owned());
    }
    let parts: Vec<String> = parts
        .into_iter()
        .map(|part| {
            if part.ends_with(['.', '!', '?']) {
                part
            } else {
                format!("{part}.")
            }
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What stands there, for people, where it can't be read.
fn as_it_stands(time: &Time) -> Option<String> {
    let cells = time
        .days
        .iter()
        .chain(&time.opens)
        .chain(&time.closes)
        .chain(&time.words);
    let cells = cells.chain(time.starts.iter().filter(|_| time.days.is_empty()));
    let mut parts: Vec<String> = cells.map(|cell| plain(&cell.text).0).collect();
    parts.retain(|part| !part.is_empty());
    parts.dedup();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Takes the dates on which it is closed out of the sessions.
fn close(time: &Time, out: &mut Times, school: &SchoolYear, log: &mut Log) {
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
    for (place, fields) in &mut out.sessions {
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
