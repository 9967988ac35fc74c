//! Times as a wall clock shows them, without any zone.

use std::fmt;

use crate::calendar::LocalDate;

/// A time of day on the wall clock, in minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime(u16);

/// A day with a time of day, written `2026-11-02T09:00` (ISO 8601, without a zone).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// The day.
    pub day: LocalDate,
    /// The time of that day.
    pub time: ClockTime,
}

impl ClockTime {
    /// Reads `HH:MM`; nothing where that time does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let part = |part: &str, most: u16| {
            let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            digits
                .then(|| part.parse::<u16>().ok())?
                .filter(|n| *n < most)
        };
        Some(Self(part(hours, 24)? * 60 + part(minutes, 60)?))
    }

    /// The time so many minutes after midnight; nothing where the day is over by then.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes < 24 * 60).then_some(Self(minutes))
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// Hours since midnight and minutes of the hour.
    pub fn hours_and_minutes(self) -> (u16, u16) {
        (self.0 / 60, self.0 % 60)
    }
}

impl LocalTime {
    /// Reads `YYYY-MM-DDTHH:MM`; nothing where that day or time does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('T')?;
        Some(Self {
            day: LocalDate::parse(day)?,
            time: ClockTime::parse(time)?,
        })
    }

    /// The first minute of a day.
    pub fn start_of(day: LocalDate) -> Self {
        Self {
            day,
            time: ClockTime(0),
        }
    }

    /// The time so many minutes after 1970 began on the same wall clock.
    pub(super) fn at(minutes: i64) -> Self {
        let (day, time) = (minutes.div_euclid(24 * 60), minutes.rem_euclid(24 * 60));
        Self {
            // A clock this far off shows some day or other.
            day: LocalDate::from_days(i32::try_from(day).unwrap_or(0)),
            time: ClockTime(u16::try_from(time).unwrap_or(0)),
        }
    }

    /// Minutes since 1970 began on the same wall clock, had nobody ever changed it.
    pub fn minutes(self) -> i64 {
        i64::from(self.day.days()) * 24 * 60 + i64::from(self.time.0)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes) = self.hours_and_minutes();
        write!(f, "{hours:02}:{minutes:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_that_do_not_exist_are_refused() {
        for text in ["24:00", "6pm", "18:60", "8:00", "", "+1:00"] {
            assert!(ClockTime::parse(text).is_none(), "{text}");
        }
        for text in [
            "2026-11-02",
            "2026-11-02T24:00",
            "2026-02-29T09:00",
            "2026-11-02 09:00",
            "2026-11-02T09:00Z",
            "T09:00",
        ] {
            assert!(LocalTime::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_local_time_is_minutes_on_its_own_clock() {
        let time = LocalTime::parse("1970-01-03T01:05").unwrap();
        assert_eq!(time.minutes(), 2 * 1_440 + 65);
        assert_eq!(time.time.to_string(), "01:05");
        assert!(LocalTime::parse("1969-12-31T23:59").unwrap().minutes() == -1);
    }
}
