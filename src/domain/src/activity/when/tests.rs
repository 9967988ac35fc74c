//! What "tonight" means, hour by hour, and over both changes of the clocks.

use super::*;
use crate::activity::{SchoolYear, Session};
use crate::json;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The clock of London at a moment.
fn at<T>(utc: &str, ask: impl FnOnce(Clock) -> T) -> T {
    let zone = TimeZone::get("Europe/London").unwrap();
    let offset = |at: Instant| {
        let at = Timestamp::from_second(at.seconds()).unwrap();
        zone.to_offset(at).seconds() / 60
    };
    let now: Timestamp = utc.parse().unwrap();
    ask(Clock {
        now: Instant::from_seconds(now.as_second()),
        zone: &offset,
    })
}

fn timetable(when: &str) -> Timetable {
    let json = format!(r#"{{"place":"hall",{when}}}"#);
    json::read::<Session>(&json).unwrap().timetable
}

/// When it is on in a stretch of time, if it is.
fn found(when: &str, name: &str, utc: &str) -> Option<String> {
    let timetable = timetable(when);
    at(utc, |clock| {
        let window = When::parse(name).unwrap().window(clock);
        let first = window.first_of(&timetable, &SchoolYear::default(), clock.zone)?;
        Some(format!("{} {}", first.from.day, first.from.time))
    })
}

const FRIDAYS: &str = r#""days":["fri"],"from":"18:00","to":"21:00""#;
const LATE: &str = r#""days":["sat"],"from":"22:00","to":"00:30""#;

/// When it is, what was asked for, at what moment, and what is found. On Friday 27 November
/// 2026 London is on UTC.
const ASKED: &[(&str, &str, &str, Option<&str>)] = &[
    (
        FRIDAYS,
        "now",
        "2026-11-27T18:00Z",
        Some("2026-11-27 18:00"),
    ),
    (
        FRIDAYS,
        "now",
        "2026-11-27T20:59Z",
        Some("2026-11-27 18:00"),
    ),
    (FRIDAYS, "now", "2026-11-27T21:00Z", None),
    (FRIDAYS, "now", "2026-11-27T17:59Z", None),
    (
        FRIDAYS,
        "tonight",
        "2026-11-27T09:00Z",
        Some("2026-11-27 18:00"),
    ),
    (
        FRIDAYS,
        "tonight",
        "2026-11-27T20:00Z",
        Some("2026-11-27 18:00"),
    ),
    // Over, so it is no use to anybody.
    (FRIDAYS, "tonight", "2026-11-27T21:30Z", None),
    (FRIDAYS, "tonight", "2026-11-26T12:00Z", None),
    (
        FRIDAYS,
        "tomorrow",
        "2026-11-26T12:00Z",
        Some("2026-11-27 18:00"),
    ),
    (
        FRIDAYS,
        "fri",
        "2026-11-23T12:00Z",
        Some("2026-11-27 18:00"),
    ),
    (
        FRIDAYS,
        "fri",
        "2026-11-28T12:00Z",
        Some("2026-12-04 18:00"),
    ),
    (FRIDAYS, "weekend", "2026-11-23T12:00Z", None),
    (
        FRIDAYS,
        "2026-12-11",
        "2026-11-23T12:00Z",
        Some("2026-12-11 18:00"),
    ),
    (FRIDAYS, "2026-12-12", "2026-11-23T12:00Z", None),
    (FRIDAYS, "2026-11-20", "2026-11-23T12:00Z", None),
    // After midnight it is still the same night.
    (LATE, "now", "2026-11-29T00:10Z", Some("2026-11-28 22:00")),
    (
        LATE,
        "tonight",
        "2026-11-29T00:10Z",
        Some("2026-11-28 22:00"),
    ),
    (LATE, "tonight", "2026-11-29T05:00Z", None),
    (
        LATE,
        "weekend",
        "2026-11-28T12:00Z",
        Some("2026-11-28 22:00"),
    ),
    // In the afternoon only: that is no evening.
    (
        r#""days":["fri"],"from":"15:00","to":"17:00""#,
        "tonight",
        "2026-11-27T12:00Z",
        None,
    ),
    (
        r#""days":["fri"],"from":"15:00","to":"17:30""#,
        "tonight",
        "2026-11-27T12:00Z",
        Some("2026-11-27 15:00"),
    ),
    (
        r#""days":["sun"],"from":"14:00","to":"16:00""#,
        "weekend",
        "2026-11-29T12:00Z",
        Some("2026-11-29 14:00"),
    ),
    (
        r#""days":["sat","sun"],"from":"14:00","to":"16:00""#,
        "weekend",
        "2026-11-28T17:00Z",
        Some("2026-11-29 14:00"),
    ),
];

#[test]
fn names_mean_what_people_mean() {
    for &(when, name, utc, expected) in ASKED {
        assert_eq!(
            found(when, name, utc).as_deref(),
            expected,
            "{when} {name} {utc}"
        );
    }
}

#[test]
fn what_is_cancelled_is_not_on() {
    let when = r#""days":["fri"],"from":"18:00","to":"21:00","cancelled":[{"date":"2026-11-27"}]"#;
    assert_eq!(found(when, "tonight", "2026-11-27T12:00Z"), None);
    let next = at("2026-11-27T12:00Z", |clock| {
        upcoming(&timetable(when), clock, &SchoolYear::default(), 2)
    });
    let seen: Vec<_> = next
        .iter()
        .map(|it| (it.from.day.to_string(), it.cancelled))
        .collect();
    assert_eq!(
        seen,
        [
            ("2026-11-27".to_owned(), true),
            ("2026-12-04".to_owned(), false)
        ]
    );
}

/// Clocks go back at 2:00 summer time on 25 October 2026: a club until half past midnight
/// ends before, and one from 1:00 to 2:00 lasts two hours.
#[test]
fn the_night_the_clocks_go_back() {
    assert_eq!(
        found(LATE, "now", "2026-10-24T23:20Z").as_deref(),
        Some("2026-10-24 22:00")
    );
    assert_eq!(found(LATE, "now", "2026-10-24T23:30Z"), None);
    let night = r#""dates":["2026-10-25"],"from":"01:00","to":"02:00""#;
    for (utc, is_on) in [
        ("2026-10-24T23:59Z", false),
        ("2026-10-25T00:00Z", true),
        ("2026-10-25T01:30Z", true),
        ("2026-10-25T01:59Z", true),
        ("2026-10-25T02:00Z", false),
    ] {
        assert_eq!(found(night, "now", utc).is_some(), is_on, "{utc}");
    }
    // The evening before and the one after are an hour apart on no clock of theirs.
    let weekly = r#""days":["sat","sun"],"from":"19:00","to":"21:00""#;
    assert!(found(weekly, "now", "2026-10-24T18:00Z").is_some());
    assert!(found(weekly, "now", "2026-10-25T18:30Z").is_none());
    assert!(found(weekly, "now", "2026-10-25T19:00Z").is_some());
}

/// Clocks go forward at 1:00 on 28 March 2027: there is no half past one.
#[test]
fn the_night_the_clocks_go_forward() {
    let night = r#""dates":["2027-03-28"],"from":"01:30","to":"03:00""#;
    for (utc, is_on) in [
        ("2027-03-28T00:59Z", false),
        ("2027-03-28T01:00Z", true),
        ("2027-03-28T01:59Z", true),
        ("2027-03-28T02:00Z", false),
    ] {
        assert_eq!(found(night, "now", utc).is_some(), is_on, "{utc}");
    }
}

#[test]
fn the_next_times_begin_with_the_one_that_is_on() {
    let next = |utc: &str| {
        at(utc, |clock| {
            upcoming(&timetable(LATE), clock, &SchoolYear::default(), 1)
        })[0]
            .from
            .day
            .to_string()
    };
    assert_eq!(next("2026-11-29T00:20Z"), "2026-11-28");
    assert_eq!(next("2026-11-29T00:30Z"), "2026-12-05");
}
