//! When things are, as schedules have it.

use serde_json::{Value, json};

use super::{but, schedule};
use crate::borough::{Came, dates};

#[test]
fn times_of_day() {
    for (opens, closes, from, to, line) in [
        (
            "6pm",
            "9pm",
            "18:00",
            "21:00",
            "opens_at: repaired: \"6pm\" is taken as 18:00.",
        ),
        (
            "18:00Z",
            "21:00",
            "18:00",
            "21:00",
            "opens_at: repaired: \"18:00Z\" is taken as 18:00 by the clock on the wall: the \"Z\" after it is left aside.",
        ),
        (
            "18:00",
            "late",
            "18:00",
            "20:00",
            "closes_at: repaired: \"late\" is no time of day: it's taken to end at 20:00, and a note says so.",
        ),
        (
            "18:00",
            "",
            "18:00",
            "20:00",
            ": repaired: Nobody says when it ends: it's taken to end at 20:00, and a note says so.",
        ),
        (
            "22:30",
            "00:30",
            "22:30",
            "00:30",
            "closes_at: repaired: It ends at 00:30, before 22:30: it goes on past midnight.",
        ),
        (
            "00:00",
            "23:59",
            "00:00",
            "00:00",
            "closes_at: repaired: From 00:00 to 23:59 is day and night.",
        ),
        (
            "18:00",
            "18:00",
            "18:00",
            "20:00",
            "closes_at: repaired: It ends when it starts: it's taken to end at 20:00, and a note says so.",
        ),
        (
            "7.30",
            "9",
            "19:30",
            "21:00",
            "opens_at: repaired: \"7.30\" is taken as 19:30, because nobody says whether it is in the morning.",
        ),
    ] {
        let came = schedule(
            json!({"freq": "WEEKLY", "byday": "FR", "opens_at": opens, "closes_at": closes}),
        );
        let session = came.session();
        assert_eq!(
            (session["from"].as_str(), session["to"].as_str()),
            (Some(from), Some(to)),
            "{opens} {closes}"
        );
        let line = match line.strip_prefix(':') {
            Some(line) => format!("service 1 (Weir Hall youth club), schedules/0:{line}"),
            None => format!("service 1 (Weir Hall youth club), schedules/0/{line}"),
        };
        came.says(&line);
    }
    let came = schedule(json!({"freq": "WEEKLY", "byday": "FR", "opens_at": "TBC"}));
    assert_eq!(came.service()["sessions"], json!([]));
    came.says("service 1 (Weir Hall youth club), schedules/0/opens_at: left out: \"TBC\" is no time of day: people are told to ask.");
    assert_eq!(
        came.service()["join"],
        "Just turn up. Ask them when it is on. Their list says: Friday, TBC. It is at: Weir Hall, Mill Lane, Weir, ZZ2 1AA."
    );
}

/// A schedule with these fields, from 18:00 to 21:00.
fn evening(fields: Value) -> Came {
    let mut schedule = json!({"opens_at": "18:00", "closes_at": "21:00"});
    for (name, value) in fields.as_object().unwrap() {
        schedule[name] = value.clone();
    }
    self::schedule(schedule)
}

#[test]
fn days_and_rhythms() {
    let hours = |fields: Value| {
        let mut session = json!({"from": "18:00", "to": "21:00"});
        for (name, value) in fields.as_object().unwrap() {
            session[name] = value.clone();
        }
        session
    };
    for (given, kept, line) in [
        (
            json!({"freq": "WEEKLY", "byday": "FRI"}),
            json!({"days": ["fri"]}),
            Some("schedules/0/byday: repaired: \"FRI\" is read as: Friday."),
        ),
        (
            json!({"freq": "WEEKLY", "byday": "Fri & Sat"}),
            json!({"days": ["fri", "sat"]}),
            Some("schedules/0/byday: repaired: \"Fri & Sat\" is read as: Friday, Saturday."),
        ),
        (
            json!({"freq": "MONTHLY", "byday": "-1FR"}),
            json!({"monthly": ["last fri"]}),
            None,
        ),
        (
            json!({"freq": "MONTHLY", "bymonthday": "15"}),
            json!({"monthly": ["15"]}),
            None,
        ),
        (
            json!({"freq": "WEEKLY", "byday": "-1FR"}),
            json!({"monthly": ["last fri"]}),
            Some(
                "schedules/0/freq: repaired: A \"last fri\" of the month is each month, not \"WEEKLY\".",
            ),
        ),
        (
            json!({"freq": "WEEKLY", "byday": "SA", "bymonthday": "2,3,4"}),
            json!({"days": ["sat"]}),
            Some(
                "schedules/0/bymonthday: left out: Days of the month (2,3,4), because its days of the week are kept.",
            ),
        ),
        (
            json!({"freq": "week", "weekday": "Friday", "byday": "FR", "dtstart": "2026-09-04T00:00:00.000Z"}),
            json!({"days": ["fri"], "starts": "2026-09-04"}),
            None,
        ),
        (
            json!({"freq": "WEEKLY", "interval": 2, "byday": "FR", "dtstart": "2026-10-02"}),
            json!({"days": ["fri"], "every": 2, "starts": "2026-10-02"}),
            None,
        ),
        (
            json!({"freq": "WEEKLY", "interval": 2, "byday": "FR", "dtstart": "2026-10-02", "valid_from": "2026-10-09"}),
            json!({"days": ["fri"], "every": 2, "starts": "2026-10-16"}),
            None,
        ),
        (
            json!({"freq": "WEEKLY", "dtstart": "2026-10-02"}),
            json!({"days": ["fri"], "starts": "2026-10-02"}),
            None,
        ),
        (json!({"freq": "DAILY"}), json!({"daily": true}), None),
        (
            json!({"dtstart": "2026-12-28"}),
            json!({"dates": ["2026-12-28"]}),
            None,
        ),
        (
            json!({"dtstart": "28/12/2026"}),
            json!({"dates": ["2026-12-28"]}),
            Some("schedules/0/dtstart: repaired: \"28/12/2026\" is read as 2026-12-28."),
        ),
        (
            json!({"freq": "WEEKLY", "byday": "FR", "valid_to": "2024-08-30"}),
            json!({"days": ["fri"], "until": "2024-08-30"}),
            Some(
                "schedules/0/valid_to: repaired: It ended on 2024-08-30: it's kept, and shows no dates until somebody gives a new end.",
            ),
        ),
        (
            json!({"freq": "WEEKLY", "byday": "FR", "dtstart": "2026-11-06", "count": 10}),
            json!({"days": ["fri"], "starts": "2026-11-06", "count": 10}),
            None,
        ),
    ] {
        let came = evening(given.clone());
        assert_eq!(came.session(), hours(kept), "{given}");
        match line {
            Some(line) => came.says(&format!("service 1 (Weir Hall youth club), {line}")),
            None => assert_eq!(came.lines, [""; 0], "{given}"),
        }
    }
    let came = evening(json!({"freq": "WEEKLY", "interval": 2, "byday": "FR"}));
    assert_eq!(
        came.session(),
        hours(
            json!({"days": ["fri"], "note": "It isn't every time. Ask them when the next one is."})
        )
    );
}

#[test]
fn rhythms_that_can_not_be_kept_are_for_people_to_ask_about() {
    for (given, line) in [
        (
            json!({"freq": "YEARLY", "byday": "FR"}),
            "schedules/0/freq: left out: \"YEARLY\" can't be kept: it's each day, week or month, or on dates.",
        ),
        (
            json!({"freq": "MONTHLY", "byday": "5FR"}),
            "schedules/0/byday: left out: \"5FR\" of a month can't be kept: the first to fourth and the last can.",
        ),
        (
            json!({"freq": "WEEKLY", "byday": "XX"}),
            "schedules/0/byday: left out: \"XX\" names no day.",
        ),
        (
            json!({}),
            "schedules/0: left out: Nobody says on which days it is: people are told to ask.",
        ),
    ] {
        let came = evening(given);
        assert_eq!(came.service()["sessions"], json!([]));
        came.says(&format!("service 1 (Weir Hall youth club), {line}"));
    }
    evening(json!({"dtstart": "2026-10-28"})).is_refused("service 1 (Weir Hall youth club), times: refused: It is over: all its dates are in the past.");
}

#[test]
fn closed_days_are_taken_out() {
    let open =
        json!({"freq": "WEEKLY", "byday": "FR,SA", "opens_at": "18:00", "closes_at": "21:00"});
    let closed = json!({"freq": "WEEKLY", "byday": "FR", "opens_at": "00:00", "closes_at": "00:00",
        "valid_from": "2026-12-25", "valid_to": "2026-12-25", "description": "CLOSED Christmas Day"});
    let came = but(json!({"schedules": [open, closed]}));
    assert_eq!(
        dates(&came.session(), "2026-12-24")[..2],
        ["2026-12-26 18:00-21:00", "2027-01-01 18:00-21:00"]
    );
    came.says("service 1 (Weir Hall youth club), schedules/1: repaired: It is closed from 2026-12-25 to 2026-12-25: sessions leave those dates out.");
    let came = but(
        json!({"holiday_schedules": [{"closed": true, "start_date": "2026-12-20", "end_date": "2027-01-01"}]}),
    );
    assert_eq!(
        came.session()["not"],
        json!(["2026-12-25", "2026-12-26", "2027-01-01"])
    );
    let came = but(
        json!({"holiday_schedules": [{"closed": true, "start_date": "2026-12-21", "end_date": "2026-12-24"}]}),
    );
    came.says("service 1 (Weir Hall youth club), holiday_schedules/0: left out: It is closed from 2026-12-21 to 2026-12-24, when nothing is on.");
}

#[test]
fn what_ended_goes_where_something_goes_on() {
    let term = |from: &str, to: &str| json!({"freq": "WEEKLY", "byday": "MO", "opens_at": "15:30", "closes_at": "17:00", "valid_from": from, "valid_to": to});
    let came = but(
        json!({"schedules": [term("2026-09-07", "2026-10-23"), term("2026-11-02", "2026-12-18")]}),
    );
    assert_eq!(came.session()["starts"], "2026-11-02");
    came.says(
        "service 1 (Weir Hall youth club), schedules/0/valid_to: left out: It ended on 2026-10-23.",
    );
}
