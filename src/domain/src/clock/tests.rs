//! Against the time zone database, as another library reads it.

use std::sync::LazyLock;

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;

use super::*;

/// Changes of an hour, of half an hour, at midnight, into the day before, none, and a
/// whole day skipped.
const ZONES: [&str; 12] = [
    "Europe/London",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "America/Havana",
    "America/Nuuk",
    "Atlantic/Azores",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Asia/Pyongyang",
];

struct Place {
    name: &'static str,
    zone: TimeZone,
    /// When its clocks change, 1990 to 2040, and one moment where they never do.
    changes: Vec<Timestamp>,
}

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let (from, to) = ("1990-01-01T00:00Z", "2041-01-01T00:00Z");
    let (from, to): (Timestamp, Timestamp) = (from.parse().unwrap(), to.parse().unwrap());
    let place = |name| {
        let zone = TimeZone::get(name).unwrap();
        let changes = zone.following(from).map(|change| change.timestamp());
        let mut changes: Vec<_> = changes.take_while(|change| *change < to).collect();
        changes.push("2026-11-22T12:00Z".parse().unwrap());
        Place {
            name,
            zone,
            changes,
        }
    };
    ZONES.map(place).into()
});

impl Place {
    fn offset(&self, at: Instant) -> i32 {
        let at = Timestamp::from_second(at.seconds()).unwrap();
        self.zone.to_offset(at).seconds() / 60
    }

    /// What the clocks show at a moment.
    fn shown(&self, at: Timestamp) -> DateTime {
        self.zone.to_datetime(at)
    }
}

fn local(time: DateTime) -> LocalTime {
    LocalTime::parse(&time.strftime("%Y-%m-%dT%H:%M").to_string()).unwrap()
}

fn instant(at: Timestamp) -> Instant {
    Instant::from_seconds(at.as_second())
}

/// When something written as `time` opens and closes, as jiff has it.
fn expected(place: &Place, time: DateTime) -> (Timestamp, Timestamp) {
    let offsets = match place.zone.to_ambiguous_timestamp(time).offset() {
        AmbiguousOffset::Unambiguous { offset } => [offset, offset],
        AmbiguousOffset::Fold { before, after } | AmbiguousOffset::Gap { before, after } => {
            [before, after]
        }
    };
    let at = offsets.map(|offset| offset.to_timestamp(time).unwrap());
    // In Nuuk in 2023 it tells of an hour that came twice, but goes by only one of them.
    let mut shown: Vec<_> = at
        .into_iter()
        .filter(|at| place.shown(*at) == time)
        .collect();
    shown.sort_unstable();
    shown
        .first()
        .copied()
        .zip(shown.last().copied())
        .unwrap_or_else(|| {
            let mut later = place.zone.following(at[0].min(at[1]));
            let change = later.next().unwrap().timestamp();
            (change, change)
        })
}

/// The end of a day, minute by minute.
fn expected_end(place: &Place, day: jiff::civil::Date) -> Timestamp {
    let noon = TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).unwrap();
    let mut at = noon.checked_add(40.hours()).unwrap();
    while place.shown(at.checked_sub(1.minute()).unwrap()).date() > day {
        at = at.checked_sub(1.minute()).unwrap();
    }
    at
}

fn check(place: &Place, time: DateTime) {
    let zone = |at| place.offset(at);
    let (opens, closes) = expected(place, time);
    let written = local(time);
    let said = format!("{} {time}", place.name);
    assert_eq!(first(written, &zone), instant(opens), "{said} opens");
    assert_eq!(last(written, &zone), instant(closes), "{said} closes");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_time_near_a_change_is_found(
        place in 0..ZONES.len(), change: prop::sample::Index, minutes in -2_000..2_000_i64,
    ) {
        let place = &PLACES[place];
        let change = *change.get(&place.changes);
        check(place, place.shown(change).checked_add(minutes.minutes()).unwrap());
    }
}

#[test]
fn the_minutes_round_every_change_are_found() {
    for place in &*PLACES {
        for change in &place.changes {
            let before = place.shown(change.checked_sub(1.second()).unwrap());
            let before = before.checked_add(1.second()).unwrap();
            for shown in [before, place.shown(*change)] {
                for minutes in [-61, -31, -1, 0, 1, 29, 30, 59, 60] {
                    check(place, shown.checked_add(minutes.minutes()).unwrap());
                }
            }
        }
    }
}

#[test]
fn days_end_with_their_last_minute() {
    for place in &*PLACES {
        let zone = |at| place.offset(at);
        for change in &place.changes {
            for days in -1..=1_i64 {
                let day = place
                    .shown(*change)
                    .date()
                    .checked_add(days.days())
                    .unwrap();
                let written = LocalDate::parse(&day.to_string()).unwrap();
                let found = end(written, &zone);
                assert_eq!(
                    found,
                    instant(expected_end(place, day)),
                    "{} {day}",
                    place.name
                );
            }
        }
    }
}

#[test]
fn nowhere_do_clocks_change_twice_in_two_days() {
    let from: Timestamp = "1990-01-01T00:00Z".parse().unwrap();
    let to: Timestamp = "2041-01-01T00:00Z".parse().unwrap();
    for name in jiff::tz::db().available() {
        let zone = TimeZone::get(name.as_str()).unwrap();
        let mut last = (Timestamp::MIN, zone.to_offset(from));
        for change in zone.following(from).take_while(|it| it.timestamp() < to) {
            // Some changes are of the zone's name alone.
            if change.offset() != last.1 {
                let hours = change.timestamp().duration_since(last.0).as_hours();
                assert!(hours > 48, "{} {}", name.as_str(), change.timestamp());
                last = (change.timestamp(), change.offset());
            }
        }
    }
}

#[test]
fn the_hours_of_london() {
    let place = &PLACES[0];
    let zone = |at| place.offset(at);
    let at = |text: &str| instant(text.parse().unwrap());
    let written = |text| LocalTime::parse(text).unwrap();
    // 29 March 2026, 1.30 in the night: there is no such time.
    let skipped = written("2026-03-29T01:30");
    assert_eq!(first(skipped, &zone), at("2026-03-29T01:00Z"));
    assert_eq!(last(skipped, &zone), at("2026-03-29T01:00Z"));
    // 25 October 2026, 1.30 in the night, comes twice.
    let twice = written("2026-10-25T01:30");
    assert_eq!(first(twice, &zone), at("2026-10-25T00:30Z"));
    assert_eq!(last(twice, &zone), at("2026-10-25T01:30Z"));
    let summer = Clock {
        now: at("2026-06-30T23:30Z"),
        zone: &zone,
    };
    assert_eq!(summer.today().to_string(), "2026-07-01");
    let end = end(LocalDate::parse("2026-06-30").unwrap(), &zone);
    assert_eq!(end, at("2026-06-30T23:00Z"));
    assert_eq!(end.plus_hours(-24), at("2026-06-29T23:00Z"));
}
