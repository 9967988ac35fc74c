//! Moments of calendars.

use super::text::{Event, Property};
use crate::activity::import::Setting;
use crate::activity::import::line::Log;
use crate::activity::import::local::{Moment, Written, minutes};
use crate::activity::import::plain::quoted;
use crate::calendar::LocalDate;
use crate::clock::{ClockTime, Instant};

/// When an event begins, by the borough's clocks.
pub(super) struct Begins {
    pub(super) at: Moment,
    /// The zone it was written in.
    pub(super) zone: Option<String>,
    /// By how many days the borough's clocks are apart from the calendar's then.
    pub(super) shifted: i32,
}

/// Reads `20260904`, `20260904T173000` and the same with "Z"; dashes and colons are passed
/// over.
pub(super) fn basic(text: &str) -> Option<(Moment, bool)> {
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
pub(super) fn zone(property: &Property, setting: &Setting<'_>, log: &mut Log) -> Option<String> {
    const WINDOWS: [(&str, &str); 6] = [
        ("GMT Standard Time", "Europe/London"),
        ("Greenwich Standard Time", "Atlantic/Reykjavik"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Romance Standard Time", "Europe/Paris"),
        ("Central European Standard Time", "Europe/Warsaw"),
        ("Central Europe Standard Time", "Europe/Budapest"),
    ];
    let written = property.parameter("TZID")?.trim();
    let known = |name: &str| (setting.zones)(name, Instant::from_seconds(0)).is_some();
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
    let found = of_windows.or(of_way);
    let text = match &found {
        Some(zone) => format!("The zone {} is taken as {zone}.", quoted(written)),
        None => format!(
            "There is no zone {}: it's taken by the borough's clocks.",
            quoted(written)
        ),
    };
    log.repaired(field, text);
    found
}

/// When an event begins; nothing where that is no date.
pub(super) fn begins(property: &Property, setting: &Setting<'_>, log: &mut Log) -> Option<Begins> {
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
pub(super) fn length(
    event: &Event,
    begins: &Begins,
    setting: &Setting<'_>,
    log: &mut Log,
) -> Option<u32> {
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
