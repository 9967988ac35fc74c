//! One date out of the calendar file of a whole service (iCalendar, RFC 5545).
//!
//! The file of the service is made beforehand, with its rules, exceptions and time zone; a
//! browser only takes out what somebody asks for. So there is one writer of calendar files,
//! and it is not in the wasm.

use super::timetable::Occurrence;
use crate::clock::LocalTime;

/// Octets of a line before it is folded (RFC 5545, section 3.1).
const LINE: usize = 75;

/// The file with nothing but `occurrence` of the service whose file is `series`: the event
/// that it belongs to, at its time, without repeating. `place` is the name of its place:
/// where two events are at the same time, the one there is meant.
///
/// Nothing where no event of the file can be on then.
pub fn one_date(series: &str, occurrence: &Occurrence, place: &str) -> Option<String> {
    let lines = unfolded(series);
    let mut best: Option<(u8, usize)> = None;
    let mut begins = 0;
    for (index, line) in lines.iter().enumerate() {
        if line == "BEGIN:VEVENT" {
            begins = index;
        }
        if line == "END:VEVENT" {
            let fit = fit(&lines[begins..index], occurrence, place);
            if fit > best.map_or(0, |(fit, _)| fit) {
                best = Some((fit, begins));
            }
        }
    }
    let (_, chosen) = best?;
    let mut file = String::new();
    // The whole calendar's own name would take the date's place in some programs.
    let mut written = |line: &str| {
        if !line.starts_with("X-") && !line.starts_with("REFRESH-INTERVAL") {
            fold(line, &mut file);
        }
    };
    let mut own = true;
    let mut inside = false;
    for (index, line) in lines.iter().enumerate() {
        if line == "BEGIN:VEVENT" {
            own = index == chosen;
            inside = true;
        }
        match (inside, own) {
            (false, _) => written(line),
            (true, true) => event_line(line, occurrence, &mut written),
            (true, false) => {}
        }
        if line == "END:VEVENT" {
            inside = false;
        }
    }
    Some(file)
}

/// How well an event fits: 0 not at all; by its rule, 1; at that very time, 2; and 2 more at
/// that place, since another may begin then.
fn fit(event: &[String], occurrence: &Occurrence, place: &str) -> u8 {
    let start = stamp(occurrence.from);
    let has = |name: &str| property(event, name).is_some();
    let dates = property(event, "DTSTART").into_iter();
    let mut dates = dates.chain(properties(event, "RDATE"));
    let fit = if dates.any(|value| value.split(',').any(|date| date == start)) {
        2
    } else if has("RRULE") && !has("RECURRENCE-ID") && repeats(event, occurrence) {
        1
    } else {
        return 0;
    };
    let there = property(event, "LOCATION").is_some_and(|at| plain(at).contains(place));
    fit + 2 * u8::from(there)
}

/// Whether an event's rule names the occurrence's time, and a day like its.
fn repeats(event: &[String], occurrence: &Occurrence) -> bool {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let at = occurrence.from;
    let time = stamp(at).split_off(8);
    let day = DAYS
        .get(usize::from(at.day.weekday()))
        .copied()
        .unwrap_or_default();
    let same_time = property(event, "DTSTART").is_some_and(|start| start.ends_with(&time));
    let rule = property(event, "RRULE").unwrap_or_default();
    let mut parts = rule.split(';');
    let named = parts.find_map(|part| part.strip_prefix("BYDAY="));
    same_time && named.is_none_or(|days| days.split(',').any(|named| named.ends_with(day)))
}

/// A line of the chosen event, if it stays.
fn event_line(line: &str, occurrence: &Occurrence, written: &mut dyn FnMut(&str)) {
    let (head, value) = line.split_once(':').unwrap_or((line, ""));
    let name = head.split(';').next().unwrap_or(head);
    match name {
        "RRULE" | "RDATE" | "EXDATE" | "EXRULE" | "RECURRENCE-ID" | "DURATION" | "DTEND" => {}
        "DTSTART" => {
            written(&[head, ":", &stamp(occurrence.from)].concat());
            let end = head.replacen("DTSTART", "DTEND", 1);
            written(&[&end, ":", &stamp(occurrence.to)].concat());
        }
        // The whole series may be in the same calendar.
        "UID" => written(&["UID:", &stamp(occurrence.from), "-", value].concat()),
        _ => written(line),
    }
}

/// The first value of a property, and all of them.
fn property<'a>(event: &'a [String], name: &'a str) -> Option<&'a str> {
    properties(event, name).next()
}

fn properties<'a>(event: &'a [String], name: &'a str) -> impl Iterator<Item = &'a str> {
    event.iter().filter_map(move |line| {
        let rest = line.strip_prefix(name)?;
        // A parameter's value in quotes may have a colon; no time has one.
        let (head, value) = rest.split_once(':')?;
        (head.is_empty() || head.starts_with(';')).then_some(value)
    })
}

/// A text's value as it is meant (RFC 5545, section 3.3.11).
fn plain(value: &str) -> String {
    value.replace("\\,", ",").replace("\\;", ";")
}

/// `20261127T180000`.
fn stamp(time: LocalTime) -> String {
    let day = time.day.to_string().replace('-', "");
    let clock = time.time.to_string().replace(':', "");
    [&day, "T", &clock, "00"].concat()
}

/// The lines as they are meant: those that begin with a space or a tab carry on.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.push_str(more),
            _ if line.is_empty() => {}
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// Writes a line, folded where it is long, never within a letter.
fn fold(line: &str, file: &mut String) {
    let mut room = LINE;
    for letter in line.chars() {
        if letter.len_utf8() > room {
            file.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= letter.len_utf8();
        file.push(letter);
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests;
