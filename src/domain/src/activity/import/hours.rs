//! From when to when a session is.

use super::clock::{self, Told};
use super::draft::{Cell, Time};
use super::line::Log;
use super::plain::quoted;
use crate::clock::ClockTime;

/// How long something is of which nobody says when it ends, in minutes.
const USUAL: u32 = 120;

/// From when to when, and what people are told besides.
pub(super) struct Hours {
    pub(super) from: ClockTime,
    pub(super) to: ClockTime,
    pub(super) note: Option<&'static str>,
}

/// Reads the times; nothing, with a line, where nobody says when it starts.
///
/// `beside` are times that stand with the days, as in "Fri 6-9".
pub(super) fn hours(time: &Time, beside: &str, log: &mut Log) -> Option<Hours> {
    let beside_field = time.days.first().map_or("", |cell| cell.field.as_str());
    let mut opens = time
        .opens
        .clone()
        .or_else(|| Cell::of(beside_field, beside));
    let mut closes = time.closes.clone();
    if let Some(cell) = opens.as_ref().filter(|_| closes.is_none())
        && let Some((from, to)) = clock::range(&cell.text)
    {
        closes = Cell::of(cell.field.as_str(), &to);
        opens = Cell::of(cell.field.as_str(), &from);
    }
    let Some(opens) = opens else {
        log.left_out(
            &time.field,
            "Nobody says at what time it starts: people are told to ask.",
        );
        return None;
    };
    let Some(from) = begin(&opens, log) else {
        let text = format!(
            "{} is no time of day: people are told to ask.",
            quoted(&opens.text)
        );
        log.left_out(&opens.field, text);
        return None;
    };
    let mut note = None;
    let mut unsaid = |log: &mut Log, field: &str, why: &str, told: &'static str| {
        let to = clock::later(from, USUAL);
        log.repaired(
            field,
            format!("{why}: it's taken to end at {to}, and a note says so."),
        );
        note = Some(told);
        to
    };
    let to = match closes.as_ref().map(|cell| (cell, clock::time(&cell.text))) {
        None => match time.minutes.filter(|minutes| *minutes > 0) {
            Some(minutes) => clock::later(from, minutes),
            None => unsaid(log, &time.field, "Nobody says when it ends", NO_END),
        },
        Some((cell, None)) => {
            let why = format!("{} is no time of day", quoted(&cell.text));
            unsaid(log, &cell.field, &why, NO_END)
        }
        Some((cell, Some(Told::Late))) => {
            let why = format!("{} is no time of day", quoted(&cell.text));
            unsaid(log, &cell.field, &why, LATE)
        }
        Some((cell, Some(Told::Half(hours, minutes)))) => {
            let to = clock::ends(from, hours, minutes).unwrap_or(from);
            told(cell, to, "", log);
            to
        }
        Some((cell, Some(Told::Zoned(to)))) => {
            told(cell, to, WALL, log);
            to
        }
        Some((cell, Some(Told::At(to, exact)))) => {
            if !exact {
                told(cell, to, "", log);
            }
            to
        }
    };
    let whole_day =
        from.to_string() == "00:00" && matches!(to.to_string().as_str(), "00:00" | "23:59");
    if whole_day {
        if let Some(cell) = closes.filter(|_| to > from) {
            log.repaired(&cell.field, "From 00:00 to 23:59 is day and night.");
        }
        return Some(Hours {
            from,
            to: from,
            note: None,
        });
    }
    if to == from {
        let to = unsaid(
            log,
            &closes.unwrap_or(opens).field,
            "It ends when it starts",
            NO_END,
        );
        return Some(Hours { from, to, note });
    }
    if to < from {
        let text = format!("It ends at {to}, before {from}: it goes on past midnight.");
        log.repaired(&closes.unwrap_or(opens).field, text);
    }
    Some(Hours { from, to, note })
}

const NO_END: &str = "Their list doesn't say when it ends. Ask them.";
const LATE: &str = "Their list says it goes on until late. Ask them when it ends.";
const WALL: &str = " by the clock on the wall: the \"Z\" after it is left aside";

fn begin(cell: &Cell, log: &mut Log) -> Option<ClockTime> {
    let (from, why) = match clock::time(&cell.text)? {
        Told::At(from, true) => return Some(from),
        Told::At(from, false) => (from, ""),
        Told::Zoned(from) => (from, WALL),
        Told::Half(hours, minutes) => (
            clock::begins(hours, minutes)?,
            ", because nobody says whether it is in the morning",
        ),
        Told::Late => return None,
    };
    told(cell, from, why, log);
    Some(from)
}

fn told(cell: &Cell, time: ClockTime, why: &str, log: &mut Log) {
    log.repaired(
        &cell.field,
        format!("{} is taken as {time}{why}.", quoted(&cell.text)),
    );
}
