//! Sessions of what a record says about its times.

use serde_json::{Map, Value};

use super::Setting;
use super::changes::{close, only_what_was_to_be, put, session, texts};
use super::dates;
use super::days::{self, Days};
use super::draft::{Cell, Time};
use super::hours::{Hours, hours};
use super::line::Log;
use super::plain::{folded, has_words, plain, quoted};
use super::rhythm::{Rhythm, rhythm};
use crate::calendar::LocalDate;

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

/// Reads all times of a record.
pub(super) fn read(times: &[Time], setting: &Setting<'_>, log: &mut Log) -> Times {
    let mut out = Times::default();
    let (closed, open): (Vec<&Time>, Vec<&Time>) = times.iter().partition(|time| is_closed(time));
    let mut from = Vec::new();
    for (index, time) in open.iter().enumerate() {
        one(time, setting, &mut out, log);
        from.resize(out.sessions.len(), index);
    }
    without_what_ended(&open, &from, setting, &mut out, log);
    for time in closed {
        close(time, &mut out.sessions, &setting.site.school, log);
    }
    out
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
    let mut days = days_of(time, log);
    let season_said = unknown_season(time, &mut days, setting, log);
    let Some(Rhythm {
        mut rules,
        once,
        every_unsaid,
    }) = rhythm(time, &days, log)
    else {
        out.unread.extend(as_it_stands(time));
        return;
    };
    let mut dates = time.dates.clone();
    dates.extend(once);
    dates.sort_unstable();
    dates.dedup();
    if rules.is_empty() {
        let before = dates.len();
        let last = dates.last().copied();
        dates.retain(|date| *date >= setting.today);
        let gone = before - dates.len();
        if let Some(last) = last.filter(|_| dates.is_empty()) {
            log.left_out(&time.field, format!("It was on {last} and is over."));
            out.over += 1;
            return;
        }
        if gone > 0 {
            log.left_out(&time.field, format!("Dates that are over: {gone}."));
        }
        rules.push(Map::new());
    }
    let Some(hours) = hours(time, &days.times, log) else {
        out.unread.extend(as_it_stands(time));
        return;
    };
    let mut dates = Some(dates).filter(|dates| !dates.is_empty());
    for mut fields in rules {
        if let Some(dates) = dates.take() {
            fields.insert("dates".to_owned(), texts(&dates));
        }
        fields.insert("from".to_owned(), hours.from.to_string().into());
        fields.insert("to".to_owned(), hours.to.to_string().into());
        let repeats = ["days", "monthly", "daily"]
            .iter()
            .any(|name| fields.contains_key(*name));
        if let Some(season) = days.season.filter(|_| repeats) {
            fields.insert("season".to_owned(), season.into());
        }
        if let Some(note) = note(time, &hours, every_unsaid, season_said) {
            fields.insert("note".to_owned(), note.into());
        }
        put(time, &hours, &mut fields, log);
        only_what_was_to_be(time, &mut fields, &setting.site.school, log);
        out.sessions.push((time.place, fields));
    }
}

/// Takes the season out where the pack knows no school year, and gives what to say instead.
fn unknown_season(
    time: &Time,
    days: &mut Days,
    setting: &Setting<'_>,
    log: &mut Log,
) -> &'static str {
    if setting.site.school.until.is_some() {
        return "";
    }
    let Some(season) = days.season.take() else {
        return "";
    };
    let field = time.days.first().map_or(&time.field, |cell| &cell.field);
    log.repaired(
        field,
        "site.json says nothing of the school year: it stands in a note.",
    );
    if season == "term" {
        "In term time only."
    } else {
        "In the school holidays only."
    }
}

/// Leaves out what ended where something else goes on. Where nothing does, it stays for
/// whoever knows the new dates, and a line says so.
fn without_what_ended(
    times: &[&Time],
    from: &[usize],
    setting: &Setting<'_>,
    out: &mut Times,
    log: &mut Log,
) {
    let last = |fields: &Map<String, Value>| {
        let session = session(fields)?;
        let timetable = session.counted(&setting.site.school);
        let until = timetable.rule?.until?;
        let extra = fields
            .get("dates")
            .and_then(Value::as_array)
            .and_then(|dates| dates.last());
        let extra = extra.and_then(Value::as_str).and_then(LocalDate::parse);
        Some(extra.map_or(until, |extra| until.max(extra))).filter(|last| *last < setting.today)
    };
    let ended: Vec<Option<LocalDate>> = out
        .sessions
        .iter()
        .map(|(_, fields)| last(fields))
        .collect();
    let goes_on = ended.iter().any(Option::is_none);
    for (ended, time) in ended.iter().zip(from) {
        let (Some(ended), Some(time)) = (ended, times.get(*time)) else {
            continue;
        };
        let field = time.until.as_ref().map_or(&time.field, |cell| &cell.field);
        if goes_on {
            log.left_out(field, format!("It ended on {ended}."));
        } else {
            log.repaired(field, format!("It ended on {ended}: it's kept, and shows no dates until somebody gives a new end."));
        }
    }
    if goes_on {
        let mut ended = ended.iter();
        out.sessions
            .retain(|_| ended.next().is_some_and(Option::is_none));
    }
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

/// What stands there, for people, where it can't be read: codes as words, dates as people
/// write them.
fn as_it_stands(time: &Time) -> Option<String> {
    let day = |cell: &Cell| match days::days(&cell.text) {
        Some(days) if days.exact => days.said(),
        _ => plain(&cell.text).0,
    };
    let date = |cell: &Cell| {
        dates::date(&cell.text).map_or_else(|| plain(&cell.text).0, |(day, _)| dates::spoken(day))
    };
    let mut parts: Vec<String> = time.days.iter().map(day).collect();
    parts.extend(
        time.starts
            .iter()
            .filter(|_| time.days.is_empty())
            .map(date),
    );
    parts.extend(
        time.opens
            .iter()
            .chain(&time.closes)
            .chain(&time.words)
            .map(|cell| plain(&cell.text).0),
    );
    parts.retain(|part| !part.is_empty());
    parts.dedup();
    (!parts.is_empty()).then(|| parts.join(", "))
}
