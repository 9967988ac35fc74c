//! What of an event is otherwise than its rule says.

use super::moments::{Begins, begins as begins_at, length, read_moment, zone};
use super::text::Event;
use crate::activity::import::Setting;
use crate::activity::import::clock::later;
use crate::activity::import::dates::spoken;
use crate::activity::import::draft::{Cell, Moved, Time};
use crate::activity::import::line::Log;
use crate::activity::import::plain::{plain, quoted};
use crate::calendar::LocalDate;

/// The dates of `EXDATE`. By the date alone, because their times are often an hour off.
pub(super) fn exceptions(
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
            if let (Some(own), Some(start)) = (at.time, begins.at.time)
                && own != start
            {
                log.repaired(
                    "EXDATE",
                    format!(
                        "{} is at {own} here, and the event at {start}: the date {} counts.",
                        quoted(value),
                        at.day
                    ),
                );
            }
            // A date alone is a date of the calendar's clocks.
            let shift = if at.time.is_none() { begins.shifted } else { 0 };
            time.not.push(LocalDate::from_days(at.day.days() + shift));
        }
    }
}

/// The dates of `RDATE`: those at another time are times of their own.
pub(super) fn additions(
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
pub(super) fn change_of(
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
    let own = begins_at(starts, setting, log);
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
        until: until.map(|length| later(from, length).to_string()),
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
