//! When a survey takes answers: what an officer wrote, as moments.

use std::fmt;

use serde_json::Value;

use crate::calendar::LocalDate;
use crate::clock::{self, Clock, Instant, LocalTime, Zone};
use crate::json::{FromJson, Place};

/// When a survey opens or closes, on the clock of the borough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A whole day: opens with its first minute, closes after its last.
    Day(LocalDate),
    /// A time. Where the clocks go back and show it twice, opens at the first and closes
    /// at the last; where they go forward and skip it, the first minute after the gap.
    Time(LocalTime),
}

/// Where a survey stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// It opens later.
    Before,
    /// It can be answered.
    Open,
    /// It is over.
    After,
}

/// The moments from which a survey takes answers, and from which it takes no more;
/// without one, that end is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first minute with answers.
    pub opens: Option<Instant>,
    /// The first minute without.
    pub closes: Option<Instant>,
}

impl Written {
    /// Reads `2026-11-02` or `2026-11-02T09:00`.
    pub fn parse(text: &str) -> Option<Self> {
        LocalDate::parse(text)
            .map(Self::Day)
            .or_else(|| LocalTime::parse(text).map(Self::Time))
    }

    /// The day, whatever the time.
    pub fn day(self) -> LocalDate {
        match self {
            Self::Day(day) | Self::Time(LocalTime { day, .. }) => day,
        }
    }
}

impl Season {
    /// Its name where a built site notes for which seasons its pages were made.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Open => "open",
            Self::After => "after",
        }
    }
}

impl Span {
    /// What was written, by the clock of a place.
    pub fn of(opens: Option<Written>, closes: Option<Written>, zone: Zone) -> Self {
        let opens = opens.map(|written| match written {
            Written::Day(day) => clock::first(LocalTime::start_of(day), zone),
            Written::Time(time) => clock::first(time, zone),
        });
        let closes = closes.map(|written| match written {
            Written::Day(day) => clock::end(day, zone),
            Written::Time(time) => clock::last(time, zone),
        });
        Self { opens, closes }
    }

    /// The same with both ends so many hours further out.
    #[must_use]
    pub fn eased(self, hours: i32) -> Self {
        Self {
            opens: self.opens.map(|opens| opens.plus_hours(-hours)),
            closes: self.closes.map(|closes| closes.plus_hours(hours)),
        }
    }

    /// Where it stands at a moment.
    pub fn season(self, now: Instant) -> Season {
        if self.opens.is_some_and(|opens| now < opens) {
            Season::Before
        } else if self.closes.is_some_and(|closes| now >= closes) {
            Season::After
        } else {
            Season::Open
        }
    }
}

/// Where something written so stands now.
pub(super) fn season(opens: Option<Written>, closes: Option<Written>, clock: Clock) -> Season {
    Span::of(opens, closes, clock.zone).season(clock.now)
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Time(LocalTime { day, time }) => write!(f, "{day} at {time}"),
        }
    }
}

impl FromJson for Written {
    fn from_json(value: Value, place: &mut Place) -> Option<Self> {
        let text = String::from_json(value, place)?;
        Self::parse(&text).or_else(|| {
            place.say("Write a day, like 2026-11-02, or a time, like 2026-11-02T09:00.")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An hour east of UTC, always.
    fn zone(_: Instant) -> i32 {
        60
    }

    fn at(text: &str) -> Instant {
        Instant::from_seconds(LocalTime::parse(text).unwrap().minutes() * 60)
    }

    fn span(opens: Option<&str>, closes: Option<&str>) -> Span {
        let written = |text: &str| Written::parse(text).unwrap();
        Span::of(opens.map(written), closes.map(written), &zone)
    }

    #[test]
    fn days_are_whole_and_times_are_to_the_minute() {
        for (opens, closes, first, last) in [
            (
                "2026-11-02",
                "2026-11-02",
                "2026-11-01T23:00",
                "2026-11-02T22:59",
            ),
            (
                "2026-11-02T09:00",
                "2026-11-02T16:30",
                "2026-11-02T08:00",
                "2026-11-02T15:29",
            ),
            (
                "2026-11-02T09:00",
                "2026-11-03",
                "2026-11-02T08:00",
                "2026-11-03T22:59",
            ),
        ] {
            let span = span(Some(opens), Some(closes));
            let (first, last) = (at(first), at(last));
            let minute = |at: Instant, by: i64| Instant::from_seconds(at.seconds() + by * 60);
            assert_eq!(span.season(minute(first, -1)), Season::Before, "{opens}");
            assert_eq!(span.season(first), Season::Open, "{opens}");
            assert_eq!(span.season(last), Season::Open, "{closes}");
            assert_eq!(span.season(minute(last, 1)), Season::After, "{closes}");
            let eased = span.eased(24);
            assert_eq!(eased.season(first.plus_hours(-24)), Season::Open);
            assert_eq!(eased.season(last.plus_hours(24)), Season::Open);
            assert_eq!(
                eased.season(minute(first, -1).plus_hours(-24)),
                Season::Before
            );
            assert_eq!(eased.season(minute(last, 1).plus_hours(24)), Season::After);
        }
    }

    #[test]
    fn an_end_that_nobody_wrote_is_open() {
        let long_ago = at("1970-01-01T00:00");
        assert_eq!(span(None, None).season(long_ago), Season::Open);
        assert_eq!(
            span(None, Some("2026-11-02")).season(long_ago),
            Season::Open
        );
        assert_eq!(
            span(Some("2026-11-02"), None).season(long_ago),
            Season::Before
        );
        assert_eq!(span(None, None).eased(24).season(long_ago), Season::Open);
    }

    #[test]
    fn what_is_written_reads_back_in_words() {
        let said = |text| Written::parse(text).map(|written| written.to_string());
        assert_eq!(said("2026-11-02").as_deref(), Some("2026-11-02"));
        assert_eq!(
            said("2026-11-02T09:05").as_deref(),
            Some("2026-11-02 at 09:05")
        );
        for text in [
            "2026-11-31",
            "2026-11-02T9:00",
            "2026-11-02T25:00",
            "Monday",
            "",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
