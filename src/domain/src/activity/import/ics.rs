//! iCalendar (RFC 5545): events, what repeats of them, and what was moved or called off.

use super::dates::spoken;
use super::draft::{Cell, Draft, Moved, Spot, Time};
use super::gather::gather;
use super::ics_rule;
use super::ics_text::{self, Calendar, Event, Property};
use super::line::{Line, Log};
use super::local::{Moment, Written, minutes};
use super::plain::{folded, plain, quoted};
use super::{Imported, Setting, ages};
use crate::calendar::LocalDate;
use crate::clock::ClockTime;
use crate::import::Act;

/// When an event begins, by the borough's clocks.
pub(super) struct Begins {
    pub(super) at: Moment,
    /// The zone it was written in.
    pub(super) zone: Option<String>,
    /// By how many days the borough's clocks are apart from the calendar's then.
    pub(super) shifted: i32,
}

/// Reads a calendar. `name` is what its events are run by where it has no name.
pub fn ics(text: &str, name: &str, setting: &Setting<'_>) -> Imported {
    let Calendar { properties, events } = ics_text::read(text);
    let mut lines = Vec::new();
    if events.is_empty() {
        let text = "There is no event in it: an event begins with BEGIN:VEVENT.".to_owned();
        lines.push(Line {
            file: String::new(),
            act: Act::Refused,
            record: "the calendar".to_owned(),
            field: String::new(),
            text,
        });
    }
    let called = properties
        .iter()
        .find(|property| matches!(property.name.as_str(), "X-WR-CALNAME" | "NAME"));
    let called = called
        .map(|property| plain(&property.text()).0)
        .filter(|called| !called.is_empty());
    let uid = |event: &Event| event.get("UID").map(|uid| uid.value.trim().to_owned());
    let is_change = |event: &&Event| event.get("RECURRENCE-ID").is_some();
    let (changes, whole): (Vec<&Event>, Vec<&Event>) = events.iter().partition(is_change);
    let mut drafts = Vec::new();
    for event in &whole {
        let own = uid(event);
        let of_it = changes
            .iter()
            .copied()
            .filter(|change| own.is_some() && uid(change) == own);
        drafts.push(draft(event, of_it.collect(), setting));
    }
    for change in changes {
        // One whose series isn't in the file is an event of its own.
        let own = uid(change);
        if !whole.iter().any(|event| own.is_some() && uid(event) == own) {
            drafts.push(draft(change, Vec::new(), setting));
        }
    }
    let name = called.as_deref().unwrap_or(name);
    gather(drafts, Some(name), lines, setting)
}

fn cell(event: &Event, name: &str) -> Option<Cell> {
    Cell::of(name, &event.get(name)?.text())
}

fn draft(event: &Event, changes: Vec<&Event>, setting: &Setting<'_>) -> Draft {
    let name = cell(event, "SUMMARY");
    let shown: String = name
        .as_ref()
        .map(|cell| plain(&cell.text).0.chars().take(60).collect())
        .unwrap_or_default();
    let shown = if shown.is_empty() {
        String::new()
    } else {
        format!(" ({shown})")
    };
    let mut log = Log::about("", format!("event {}{shown}", event.number));
    let changed = cell(event, "LAST-MODIFIED").or_else(|| cell(event, "DTSTAMP"));
    let changed = changed.and_then(|cell| Some((cell.field, basic(&cell.text)?.0.day)));
    let times = times(event, &changes, setting, &mut log);
    let categories = event.all("CATEGORIES").flat_map(|property| {
        let text = property.text();
        text.split(',')
            .filter_map(|part| Cell::of("CATEGORIES", part))
            .collect::<Vec<_>>()
    });
    let categories: Vec<Cell> = categories.collect();
    // "Canal Side, 11-19": from one age to another, not "5-a-side".
    let is_range = |cell: &Cell| {
        let told = ages::told(&cell.text);
        told.is_some_and(|told| {
            told.from
                .zip(told.to)
                .is_some_and(|(from, to)| from < to && to >= 8)
        })
    };
    Draft {
        log,
        id: cell(event, "UID"),
        about: cell(event, "DESCRIPTION").into_iter().collect(),
        status: cell(event, "STATUS"),
        ages: name.clone().filter(is_range).into_iter().collect(),
        name,
        kinds: categories.clone(),
        levels: categories,
        webs: cell(event, "URL").into_iter().collect(),
        places: place(event).into_iter().collect(),
        times,
        changed: changed.and_then(|(field, day)| Cell::of(field, &day.to_string())),
        ..Draft::default()
    }
}

fn place(event: &Event) -> Option<Spot> {
    let location = cell(event, "LOCATION");
    let geo = cell(event, "GEO");
    let degrees = geo.as_ref().and_then(|geo| geo.text.split_once(';'));
    let (lat, lon) = degrees.map_or((None, None), |(lat, lon)| {
        (Cell::of("GEO", lat), Cell::of("GEO", lon))
    });
    if location.is_none() && lat.is_none() {
        return None;
    }
    let online = location.as_ref().is_some_and(|cell| {
        cell.text.contains("://")
            || matches!(
                folded(&cell.text).as_str(),
                "online" | "zoom" | "teams" | "microsoft teams meeting"
            )
    });
    let mut parts = location
        .as_ref()
        .map(|cell| cell.text.split(['\n', ',']))
        .into_iter()
        .flatten();
    let name = parts
        .next()
        .and_then(|part| Cell::of("LOCATION", part))
        .filter(|_| !online);
    let country = |part: &str| {
        matches!(
            folded(part).as_str(),
            "uk" | "united kingdom" | "england" | "gb"
        )
    };
    let address = parts
        .filter(|part| !country(part))
        .filter_map(|part| Cell::of("LOCATION", part));
    Some(Spot {
        field: "LOCATION".to_owned(),
        address: address.collect(),
        name,
        lat,
        lon,
        online,
        ..Spot::default()
    })
}

/// Reads `20260904`, `20260904T173000` and the same with "Z"; dashes and colons are passed
/// over.
fn basic(text: &str) -> Option<(Moment, bool)> {
    let text: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, '-' | ':'))
        .collect();
    let upper = text.to_ascii_uppercase();
    let (wall, utc) = upper
        .strip_suffix('Z')
        .map_or((upper.as_str(), false), |wall| (wall, true));
    let (day, time) = wall
        .split_once('T')
        .map_or((wall, None), |(day, time)| (day, Some(time)));
    let is_number = day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit());
    let day = is_number.then(|| {
        LocalDate::parse(&format!(
            "{}-{}-{}",
            day.get(..4)?,
            day.get(4..6)?,
            day.get(6..)?
        ))
    })??;
    let time = match time {
        Some(time) => Some(ClockTime::parse(&format!(
            "{}:{}",
            time.get(..2)?,
            time.get(2..4)?
        ))?),
        None => None,
    };
    Some((Moment { day, time }, utc))
}

/// A moment by the borough's clocks, written by those of `zone` where it isn't UTC.
pub(super) fn read_moment(text: &str, zone: Option<&str>, setting: &Setting<'_>) -> Option<Moment> {
    let (at, utc) = basic(text)?;
    let written = match (utc, zone) {
        (true, _) => Written::Offset(0),
        (false, Some(zone)) => Written::Zone(zone),
        (false, None) => Written::Here,
    };
    setting.here(at, written)
}

/// The zone of a property, as the database has it: calendars write names of Windows, and
/// ways to files.
fn zone(property: &Property, setting: &Setting<'_>, log: &mut Log) -> Option<String> {
    const WINDOWS: [(&str, &str); 6] = [
        ("GMT Standard Time", "Europe/London"),
        ("Greenwich Standard Time", "Atlantic/Reykjavik"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Romance Standard Time", "Europe/Paris"),
        ("Central European Standard Time", "Europe/Warsaw"),
        ("Central Europe Standard Time", "Europe/Budapest"),
    ];
    let written = property.parameter("TZID")?.trim();
    let known =
        |name: &str| (setting.zones)(name, crate::clock::Instant::from_seconds(0)).is_some();
    if known(written) {
        return Some(written.to_owned());
    }
    let field = property.name.as_str();
    let of_windows = WINDOWS
        .iter()
        .find(|(name, _)| *name == written)
        .map(|(_, zone)| (*zone).to_owned());
    let parts: Vec<&str> = written.rsplit('/').take(2).collect();
    let of_way = match parts.as_slice() {
        [city, area] => Some(format!("{area}/{city}")).filter(|name| known(name)),
        _ => None,
    };
    match of_windows.or(of_way) {
        Some(zone) => {
            log.repaired(
                field,
                format!("The zone {} is taken as {zone}.", quoted(written)),
            );
            Some(zone)
        }
        None => {
            log.repaired(
                field,
                format!(
                    "There is no zone {}: it's taken by the borough's clocks.",
                    quoted(written)
                ),
            );
            None
        }
    }
}

fn begins(property: &Property, setting: &Setting<'_>, log: &mut Log) -> Option<Begins> {
    let zone = zone(property, setting, log);
    let at = read_moment(&property.value, zone.as_deref(), setting)?;
    let (wall, utc) = basic(&property.value)?;
    if at != wall && !utc {
        let time = at.time.map(|time| time.to_string()).unwrap_or_default();
        let there = zone.as_deref().unwrap_or_default();
        log.repaired(
            &property.name,
            format!(
                "{} in {there} is {} {time} here.",
                quoted(&property.value),
                at.day
            ),
        );
    }
    Some(Begins {
        at,
        zone,
        shifted: at.day.days() - wall.day.days(),
    })
}

/// How long an event is, in minutes, where it says so.
fn length(event: &Event, begins: &Begins, setting: &Setting<'_>, log: &mut Log) -> Option<u32> {
    if let Some(duration) = event.get("DURATION") {
        return minutes(&duration.value);
    }
    let property = event.get("DTEND")?;
    let zone = zone(property, setting, log);
    let end = read_moment(&property.value, zone.as_deref(), setting)?;
    let since = |at: Moment| {
        let (hours, minutes) = at.time?.hours_and_minutes();
        Some(i64::from(at.day.days()) * 24 * 60 + i64::from(hours * 60 + minutes))
    };
    u32::try_from(since(end)? - since(begins.at)?).ok()
}

fn times(event: &Event, changes: &[&Event], setting: &Setting<'_>, log: &mut Log) -> Vec<Time> {
    let Some(property) = event.get("DTSTART") else {
        log.refused("DTSTART", "It doesn't say when it is.");
        return Vec::new();
    };
    let Some(begins) = begins(property, setting, log) else {
        log.refused(
            "DTSTART",
            format!("{} is no date that there is.", quoted(&property.value)),
        );
        return Vec::new();
    };
    let length = length(event, &begins, setting, log);
    if length.is_some_and(|length| length > 24 * 60) {
        log.repaired(
            "DTEND",
            "It goes on for more than a day: only the first is kept.",
        );
    }
    let mut time = Time {
        field: "DTSTART".to_owned(),
        starts: Cell::of("DTSTART", &begins.at.day.to_string()),
        opens: begins
            .at
            .time
            .and_then(|time| Cell::of("DTSTART", &time.to_string())),
        minutes: length.map(|length| length.min(24 * 60 - 1)),
        ..Time::default()
    };
    exceptions(event, &begins, setting, &mut time, log);
    for change in changes {
        change_of(change, &begins, setting, &mut time, log);
    }
    let rules: Vec<&Property> = event.all("RRULE").collect();
    let mut times = Vec::new();
    for rule in &rules {
        let mut one = time.clone();
        if ics_rule::put(&rule.value, &begins, setting, &mut one, log).is_some() {
            times.push(one);
        } else {
            // Without the rule, the day it begins is true; once that is over, people ask.
            let is_over = begins.at.day < setting.today;
            let unread = Cell::of("RRULE", &rule.value).filter(|_| is_over);
            one = Time {
                frequency: unread,
                every: None,
                days: Vec::new(),
                month_days: None,
                until: None,
                count: None,
                not: Vec::new(),
                moved: Vec::new(),
                cancelled: Vec::new(),
                ..one
            };
            times.push(one);
        }
    }
    if rules.is_empty() {
        times.push(time.clone());
    }
    additions(event, &begins, setting, &time, &mut times, log);
    times
}

/// The dates of `EXDATE`. By the date alone, because their times are often an hour off.
fn exceptions(
    event: &Event,
    begins: &Begins,
    setting: &Setting<'_>,
    time: &mut Time,
    log: &mut Log,
) {
    for property in event.all("EXDATE") {
        let zone = zone(property, setting, log).or(begins.zone.clone());
        for value in property
            .value
            .split(',')
            .filter(|value| !value.trim().is_empty())
        {
            let Some(at) = read_moment(value, zone.as_deref(), setting) else {
                log.left_out(
                    "EXDATE",
                    format!("{} is no date that there is.", quoted(value)),
                );
                continue;
            };
            if let (Some(own), Some(start)) = (at.time, begins.at.time) {
                if own != start {
                    log.repaired(
                        "EXDATE",
                        format!(
                            "{} is at {own} here, and the event at {start}: the date {} counts.",
                            quoted(value),
                            at.day
                        ),
                    );
                }
            }
            // A date alone is a date of the calendar's clocks.
            let shift = if at.time.is_none() { begins.shifted } else { 0 };
            time.not.push(LocalDate::from_days(at.day.days() + shift));
        }
    }
}

/// The dates of `RDATE`: those at another time are times of their own.
fn additions(
    event: &Event,
    begins: &Begins,
    setting: &Setting<'_>,
    time: &Time,
    times: &mut Vec<Time>,
    log: &mut Log,
) {
    for property in event.all("RDATE") {
        let zone = zone(property, setting, log).or(begins.zone.clone());
        for value in property
            .value
            .split(',')
            .filter(|value| !value.trim().is_empty())
        {
            let start = value.split('/').next().unwrap_or_default();
            let Some(at) = read_moment(start, zone.as_deref(), setting) else {
                log.left_out(
                    "RDATE",
                    format!("{} is no date that there is.", quoted(value)),
                );
                continue;
            };
            let same = at.time.is_none() || at.time == begins.at.time;
            let first = times
                .first_mut()
                .filter(|first| same && first.frequency.is_some());
            if let Some(first) = first {
                first.dates.push(at.day);
                continue;
            }
            let opens = at
                .time
                .or(begins.at.time)
                .and_then(|time| Cell::of("RDATE", &time.to_string()));
            times.push(Time {
                field: "RDATE".to_owned(),
                opens,
                minutes: time.minutes,
                dates: vec![at.day],
                ..Time::default()
            });
        }
    }
}

/// One occurrence that is otherwise: moved, or called off.
fn change_of(
    change: &Event,
    begins: &Begins,
    setting: &Setting<'_>,
    time: &mut Time,
    log: &mut Log,
) {
    let Some(property) = change.get("RECURRENCE-ID") else {
        return;
    };
    let zone_of = zone(property, setting, log).or(begins.zone.clone());
    let Some(date) = read_moment(&property.value, zone_of.as_deref(), setting) else {
        log.left_out(
            "RECURRENCE-ID",
            format!("{} is no date that there is.", quoted(&property.value)),
        );
        return;
    };
    let date = date.day;
    let cancelled = change
        .get("STATUS")
        .is_some_and(|status| status.value.trim().eq_ignore_ascii_case("CANCELLED"));
    if cancelled {
        time.cancelled.push((date, None));
        return;
    }
    let Some(starts) = change.get("DTSTART") else {
        return;
    };
    let own = self::begins(starts, setting, log);
    let Some((own, from)) =
        own.and_then(|own| Some((own.at.time?, own)).map(|(from, own)| (own, from)))
    else {
        log.left_out(
            "RECURRENCE-ID",
            format!("The event of {date} doesn't say to when it was moved."),
        );
        return;
    };
    let until = length(change, &own, setting, log).filter(|length| *length > 0);
    time.moved.push(Moved {
        date,
        to: own.at.day,
        from: from.to_string(),
        until: until.map(|length| super::clock::later(from, length).to_string()),
    });
    // What is said of that night alone.
    let words = change
        .get("SUMMARY")
        .map(|summary| plain(&summary.text()).0)
        .unwrap_or_default();
    if own.at.day >= setting.today && !words.is_empty() {
        let text = format!("{}: {words}", spoken(own.at.day));
        time.words.extend(Cell::of("RECURRENCE-ID", &text));
    }
}
