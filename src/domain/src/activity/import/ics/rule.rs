//! `RRULE` put right (RFC 5545, section 3.3.10): what calendars write that no strict
//! reader takes.

use super::moments::{Begins, read_moment};
use crate::activity::import::Setting;
use crate::activity::import::draft::{Cell, Time};
use crate::activity::import::line::Log;
use crate::activity::import::plain::quoted;

/// Slips of the pen that calendars in use have made.
const SLIPS: [(&str, &str); 8] = [
    ("UNTL", "UNTIL"),
    ("UNTILL", "UNTIL"),
    ("BYDAYS", "BYDAY"),
    ("DAY", "BYDAY"),
    ("INTERVALL", "INTERVAL"),
    ("FREQUENCY", "FREQ"),
    ("COUNTS", "COUNT"),
    ("BYMONTHDAYS", "BYMONTHDAY"),
];

/// Puts a rule into a time. Nothing, with a line, where it can't be kept.
pub(super) fn put(
    text: &str,
    begins: &Begins,
    setting: &Setting<'_>,
    time: &mut Time,
    log: &mut Log,
) -> Option<()> {
    let mut position = None;
    let mut whole = true;
    let mut week_start = None;
    for part in text.split(';').filter(|part| !part.trim().is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (mut name, value) = (name.trim().to_ascii_uppercase(), value.trim());
        if let Some((_, right)) = SLIPS.iter().find(|(slip, _)| *slip == name) {
            log.repaired("RRULE", format!("{} is taken as {right}.", quoted(&name)));
            (*right).clone_into(&mut name);
        }
        let cell = Cell::of(format!("RRULE/{name}"), value);
        match name.as_str() {
            "FREQ" => time.frequency = cell,
            "INTERVAL" => time.every = cell.filter(|cell| cell.text != "1"),
            "BYDAY" => time.days.extend(cell),
            "BYMONTHDAY" => time.month_days = cell,
            "COUNT" => time.count = cell,
            "UNTIL" => time.until = cell.and_then(|cell| until(&cell, begins, setting, log)),
            "BYSETPOS" => position = cell,
            "WKST" => week_start = cell,
            "BYHOUR" | "BYMINUTE" | "BYSECOND" => {
                log.left_out(&format!("RRULE/{name}"), "It starts when DTSTART says.");
            }
            "BYMONTH" | "BYWEEKNO" | "BYYEARDAY" => {
                let text = format!(
                    "{} can't be kept: it's each day, week or month, all year.",
                    quoted(part)
                );
                log.left_out(&format!("RRULE/{name}"), text);
                whole = false;
            }
            _ => log.left_out("RRULE", format!("{} is no part of a rule.", quoted(part))),
        }
    }
    if let Some(cell) = position {
        let days: Vec<&str> = time
            .days
            .first()
            .map(|cell| cell.text.split(',').collect())
            .unwrap_or_default();
        match days.as_slice() {
            // "The last of all Fridays" is the last Friday.
            [day] if day.len() == 2 => {
                let day = format!("{}{day}", cell.text);
                time.days = Cell::of("RRULE/BYSETPOS", &day).into_iter().collect();
            }
            _ => {
                log.left_out(
                    &cell.field,
                    format!("{} of several days can't be kept.", quoted(&cell.text)),
                );
                whole = false;
            }
        }
    }
    let counts_weeks = time.every.is_some()
        && time
            .days
            .iter()
            .any(|cell| cell.text.contains("SU") && cell.text.len() > 2);
    if let Some(cell) = week_start.filter(|cell| counts_weeks && cell.text != "MO") {
        log.repaired(&cell.field, "Weeks are counted from Monday.");
    }
    if time.frequency.is_none() {
        log.left_out("RRULE", "It doesn't say how often: FREQ is missing.");
        whole = false;
    }
    if begins.shifted != 0 {
        shift(begins.shifted, time, log);
    }
    whole.then_some(())
}

/// The last day: that of UNTIL, unless the event starts later on it.
fn until(cell: &Cell, begins: &Begins, setting: &Setting<'_>, log: &mut Log) -> Option<Cell> {
    let Some(at) = read_moment(&cell.text, begins.zone.as_deref(), setting) else {
        log.left_out(
            &cell.field,
            format!("{} is no date that there is.", quoted(&cell.text)),
        );
        return None;
    };
    let mut day = at.day;
    match (at.time, begins.at.time) {
        (Some(end), Some(start)) => {
            if !cell.text.ends_with(['Z', 'z']) && begins.zone.is_some() {
                log.repaired(
                    &cell.field,
                    "It is taken by the clocks of DTSTART: with a TZID it should be UTC.",
                );
            }
            if end < start {
                day = crate::calendar::LocalDate::from_days(day.days() - 1);
            }
        }
        (None, Some(_)) => {
            log.repaired(
                &cell.field,
                format!("It's a day, and DTSTART has a time: {day} counts whole."),
            );
        }
        _ => {}
    }
    Cell::of(cell.field.clone(), &day.to_string())
}

/// The days of a rule where the borough's clocks show another day than the calendar's.
fn shift(by: i32, time: &mut Time, log: &mut Log) {
    const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    for cell in &mut time.days {
        let mut days = Vec::new();
        for code in cell.text.split(',') {
            let Some(at) = CODES.iter().position(|own| *own == code.trim()) else {
                log.repaired(&cell.field, "The day is that of the calendar's own clocks.");
                return;
            };
            let to = i32::try_from(at).unwrap_or(0) + by;
            let to = usize::try_from(to.rem_euclid(7)).unwrap_or(0);
            days.extend(CODES.get(to).copied());
        }
        let text = days.join(",");
        log.repaired(
            &cell.field,
            format!(
                "{} by the calendar's clocks is {} by ours.",
                quoted(&cell.text),
                quoted(&text)
            ),
        );
        cell.text = text;
    }
}
