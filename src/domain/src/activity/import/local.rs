//! Moments of calendars and feeds, as the borough's clocks show them.

use super::Setting;
use super::clock::clock;
use crate::calendar::LocalDate;
use crate::clock::{ClockTime, Instant};

const DAY: i64 = 24 * 60;

/// A day, with a time or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: LocalDate,
    pub(super) time: Option<ClockTime>,
}

/// What the clocks that a moment was written by are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written<'a> {
    /// Nobody says: those of the borough.
    Here,
    /// So many minutes east of UTC.
    Offset(i64),
    /// Those of a zone.
    Zone(&'a str),
}

impl Setting<'_> {
    /// A moment as the borough's clocks show it; nothing where nobody knows the zone.
    pub(super) fn here(&self, at: Moment, written: Written<'_>) -> Option<Moment> {
        let Some(time) = at.time else {
            return Some(at);
        };
        let (hours, minutes) = time.hours_and_minutes();
        let wall = i64::from(at.day.days()) * DAY + i64::from(hours * 60 + minutes);
        let utc = match written {
            Written::Here => return Some(at),
            Written::Zone(zone) if zone == self.site.time_zone => return Some(at),
            Written::Offset(offset) => wall - offset,
            Written::Zone(zone) => {
                // The offset of a moment hangs on the moment: twice is enough, but in the
                // hour that clocks skip.
                let offset =
                    |utc: i64| (self.zones)(zone, Instant::from_seconds(utc * 60)).map(i64::from);
                let guess = wall - offset(wall)?;
                wall - offset(guess)?
            }
        };
        let own = (self.zones)(&self.site.time_zone, Instant::from_seconds(utc * 60)).unwrap_or(0);
        let here = utc + i64::from(own);
        let minutes = u16::try_from(here.rem_euclid(DAY)).ok()?;
        Some(Moment {
            day: LocalDate::from_days(i32::try_from(here.div_euclid(DAY)).ok()?),
            time: clock(minutes / 60, minutes % 60),
        })
    }
}

/// Reads ISO 8601 as feeds write it: a date, or a date with a time and perhaps an offset.
pub(super) fn iso(text: &str) -> Option<(Moment, Written<'static>)> {
    let text = text.trim();
    let day = LocalDate::parse(text.get(..10)?)?;
    let rest = text.get(10..)?;
    let Some(clock_text) = rest.strip_prefix(['T', 't', ' ']) else {
        return rest
            .is_empty()
            .then_some((Moment { day, time: None }, Written::Here));
    };
    let end = clock_text
        .find(['Z', 'z', '+', '-'])
        .unwrap_or(clock_text.len());
    let (wall, zone) = clock_text.split_at_checked(end)?;
    let time = ClockTime::parse(wall.get(..5)?)?;
    let written = match zone {
        "" => Written::Here,
        "Z" | "z" => Written::Offset(0),
        _ => {
            let sign = if zone.starts_with('-') { -1 } else { 1 };
            let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
            let hours: i64 = digits.get(..2)?.parse().ok()?;
            let minutes: i64 = digits.get(2..4).unwrap_or("00").parse().ok()?;
            Written::Offset(sign * (hours * 60 + minutes))
        }
    };
    Some((
        Moment {
            day,
            time: Some(time),
        },
        written,
    ))
}

/// Minutes of an ISO 8601 duration such as "PT1H30M" or "P1DT2H"; no months or years.
pub(super) fn minutes(text: &str) -> Option<u32> {
    let text = text.trim().to_ascii_uppercase();
    let rest = text.trim_start_matches('+').strip_prefix('P')?;
    let mut minutes: u32 = 0;
    let mut digits = String::new();
    let mut in_time = false;
    for c in rest.chars() {
        let factor = match c {
            '0'..='9' => {
                digits.push(c);
                continue;
            }
            'T' => {
                in_time = true;
                continue;
            }
            'W' => 7 * 24 * 60,
            'D' => 24 * 60,
            'H' if in_time => 60,
            'M' if in_time => 1,
            'S' if in_time => 0,
            _ => return None,
        };
        let number: u32 = digits.parse().ok()?;
        digits.clear();
        minutes = minutes.checked_add(number.checked_mul(factor)?)?;
    }
    digits.is_empty().then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_durations_are_read() {
        let said = |text: &str| {
            iso(text).map(|(at, written)| {
                let time = at.time.map(|time| time.to_string()).unwrap_or_default();
                (format!("{} {time}", at.day), written)
            })
        };
        assert_eq!(
            said("2020-07-23T11:00:00.000Z"),
            Some(("2020-07-23 11:00".to_owned(), Written::Offset(0)))
        );
        assert_eq!(
            said("2020-07-23T11:00:00-05:30"),
            Some(("2020-07-23 11:00".to_owned(), Written::Offset(-330)))
        );
        assert_eq!(
            said("2020-07-23T11:00"),
            Some(("2020-07-23 11:00".to_owned(), Written::Here))
        );
        assert_eq!(
            said("2020-07-23"),
            Some(("2020-07-23 ".to_owned(), Written::Here))
        );
        for text in [
            "",
            "2020-07-23X",
            "2020-07-23T",
            "2020-07-23T1",
            "2020-07-23T11:00+",
            "été",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
        for (text, expected) in [
            ("PT1H30M", Some(90)),
            ("PT3H", Some(180)),
            ("P1DT2H", Some(1560)),
            ("P1W", Some(10_080)),
            ("PT45M30S", Some(45)),
            ("P1M", None),
            ("PT", Some(0)),
            ("1H", None),
            ("PT99999999999H", None),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }
}
