//! iCalendar (RFC 5545): events, what repeats of them, and what was moved or called off.

mod changes;
mod moments;
mod rule;
mod text;

use self::changes::{additions, change_of, exceptions};
use self::moments::{basic, begins, length};
use self::text::{Calendar, Event, Property};
use super::draft::{Cell, Draft, Spot, Time};
use super::gather::gather;
use super::line::{Line, Log};
use super::plain::{folded, plain, quoted};
use super::{Imported, Setting, ages};
use crate::import::Act;

/// Reads a calendar. `name` is what its events are run by where it has no name.
pub fn ics(text: &str, name: &str, setting: &Setting<'_>) -> Imported {
    let Calendar { properties, events } = text::read(text);
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
        let of_it: Vec<&Event> = of_it.collect();
        drafts.push(draft(event, &of_it, setting));
    }
    for change in changes {
        // One whose series isn't in the file is an event of its own.
        let own = uid(change);
        if !whole.iter().any(|event| own.is_some() && uid(event) == own) {
            drafts.push(draft(change, &[], setting));
        }
    }
    let name = called.as_deref().unwrap_or(name);
    gather(drafts, Some(name), lines, setting)
}

fn cell(event: &Event, name: &str) -> Option<Cell> {
    Cell::of(name, &event.get(name)?.text())
}

fn draft(event: &Event, changes: &[&Event], setting: &Setting<'_>) -> Draft {
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
    let modified = cell(event, "LAST-MODIFIED").or_else(|| cell(event, "DTSTAMP"));
    let modified = modified.and_then(|cell| Some((cell.field, basic(&cell.text)?.0.day)));
    let times = times(event, changes, setting, &mut log);
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
        changed: modified.and_then(|(field, day)| Cell::of(field, &day.to_string())),
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
        if rule::put(&rule.value, &begins, setting, &mut one, log).is_some() {
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
