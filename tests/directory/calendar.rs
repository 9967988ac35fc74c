//! iCalendar, with what calendars in use do wrong.

use hark_domain::activity::import;
use serde_json::json;

use crate::borough::{Came, dates, within};

/// A calendar of events, each given as its lines.
fn calendar(events: &[&str]) -> Came {
    let events = events.iter().map(|event| event.replace('\n', "\r\n"));
    let events = events.map(|event| ["BEGIN:VEVENT", &event, "END:VEVENT\r\n"].join("\r\n"));
    let events = events.collect::<Vec<_>>().concat();
    let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n");
    Came::of(within(|setting| import::ics(&text, "weir-hall", setting)))
}

/// One event with these lines besides.
fn event(lines: &str) -> Came {
    calendar(&[&format!(
        "UID:a\nSUMMARY:Youth club\\, 11-19\nDESCRIPTION:Pool.\nLOCATION:Weir Hall\\, Mill Lane\\, Weir\nLAST-MODIFIED:20261101T120000Z\n{lines}"
    )])
}

const WEEKLY: &str = "DTSTART;TZID=Europe/London:20260904T173000\nDTEND;TZID=Europe/London:20260904T213000\nRRULE:FREQ=WEEKLY;BYDAY=FR,SA";

#[test]
fn an_event_is_a_service_of_the_calendar() {
    let came = event(WEEKLY);
    assert_eq!(came.organisations[0]["name"], "Weir hall");
    assert_eq!(came.service()["ages"], json!({"from": 11, "to": 19}));
    assert_eq!(
        (&came.place()["name"], &came.place()["address"]),
        (&json!("Weir Hall"), &json!("Mill Lane, Weir"))
    );
    assert_eq!(
        came.session(),
        json!({"days": ["fri", "sat"], "starts": "2026-09-04", "from": "17:30", "to": "21:30"})
    );
    let named = within(|setting| {
        import::ics(
            "BEGIN:VCALENDAR\nX-WR-CALNAME:Mill\\, Weir\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20270101T180000\nEND:VEVENT",
            "x",
            setting,
        )
    });
    assert_eq!(named.files[0].1["name"], "Mill, Weir");
}

/// The other engines' trouble with each of these is in the brief of the `rrule` crate.
#[test]
fn rules_are_put_right() {
    for (rule, expected, line) in [
        (
            "FREQ=WEEKLY;UNTL=20261023;BYDAY=FR",
            json!({"days": ["fri"], "until": "2026-10-23"}),
            Some("RRULE: repaired: \"UNTL\" is taken as UNTIL."),
        ),
        (
            "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270723",
            json!({"days": ["fri"], "until": "2027-07-23"}),
            Some(
                "RRULE/UNTIL: repaired: It's a day, and DTSTART has a time: 2027-07-23 counts whole.",
            ),
        ),
        // 16:30 UTC is 17:30 in summer: that Friday counts; 16:00 UTC is before it begins.
        (
            "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270723T163000Z",
            json!({"days": ["fri"], "until": "2027-07-23"}),
            None,
        ),
        (
            "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270723T160000Z",
            json!({"days": ["fri"], "until": "2027-07-22"}),
            None,
        ),
        (
            "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270723T173000",
            json!({"days": ["fri"], "until": "2027-07-23"}),
            Some(
                "RRULE/UNTIL: repaired: It is taken by the clocks of DTSTART: with a TZID it should be UTC.",
            ),
        ),
        (
            "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1",
            json!({"monthly": ["last fri"]}),
            None,
        ),
        (
            "FREQ=MONTHLY;BYDAY=1FR,3FR",
            json!({"monthly": ["first fri", "third fri"]}),
            None,
        ),
        (
            "FREQ=WEEKLY;BYDAY=FR;BYMONTHDAY=4",
            json!({"days": ["fri"]}),
            Some(
                "RRULE/BYMONTHDAY: left out: Days of the month (4), because its days of the week are kept.",
            ),
        ),
        (
            "FREQ=DAILY;COUNT=30",
            json!({"daily": true, "count": 30}),
            None,
        ),
        (
            "FREQ=DAILY;BYDAY=MO,TU",
            json!({"days": ["mon", "tue"]}),
            None,
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,FR;WKST=SU",
            json!({"days": ["fri", "sun"], "every": 2}),
            Some("RRULE/WKST: repaired: Weeks are counted from Monday."),
        ),
        (
            "FREQ=WEEKLY;BYDAY=FR;BYHOUR=18",
            json!({"days": ["fri"]}),
            Some("RRULE/BYHOUR: left out: It starts when DTSTART says."),
        ),
    ] {
        let came = event(&WEEKLY.replace("FREQ=WEEKLY;BYDAY=FR,SA", rule));
        let mut session = came.session();
        for field in ["from", "to", "starts"] {
            session.as_object_mut().unwrap().remove(field);
        }
        assert_eq!(session, expected, "{rule}");
        if let Some(line) = line {
            came.says(&format!("event 1 (Youth club, 11-19), {line}"));
        }
    }
    // It began in the past and can't be followed: nothing is left of it.
    for (rule, line) in [
        (
            "FREQ=YEARLY",
            "RRULE/FREQ: left out: \"YEARLY\" can't be kept: it's each day, week or month, or on dates.",
        ),
        (
            "FREQ=WEEKLY;BYMONTH=7",
            "RRULE/BYMONTH: left out: \"BYMONTH=7\" can't be kept: it's each day, week or month, all year.",
        ),
        (
            "BYDAY=FR",
            "RRULE: left out: It doesn't say how often: FREQ is missing.",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
            "RRULE/BYSETPOS: left out: \"1\" of several days can't be kept.",
        ),
    ] {
        let came = event(&WEEKLY.replace("FREQ=WEEKLY;BYDAY=FR,SA", rule));
        came.says(&format!("event 1 (Youth club, 11-19), {line}"));
        assert_eq!(came.service()["sessions"], json!([]), "{rule}");
    }
}

#[test]
fn until_before_the_start_is_once() {
    let rule = WEEKLY
        .replace("BYDAY=FR,SA", "UNTIL=20270101")
        .replace("20260904", "20270105");
    let came = event(&rule);
    assert_eq!(came.session()["dates"], json!(["2027-01-05"]));
    came.says("event 1 (Youth club, 11-19), RRULE/UNTIL: repaired: It ends on 2027-01-01, before it starts on 2027-01-05: it's taken as once, on 2027-01-05.");
    event(&WEEKLY.replace("BYDAY=FR,SA", "UNTIL=20260101")).is_refused(
        "event 1 (Youth club, 11-19), times: refused: It is over: all its dates are in the past.",
    );
}

#[test]
fn exceptions_count_by_their_date() {
    for exceptions in [
        "EXDATE;TZID=Europe/London:20261225T173000,20261226T173000",
        "EXDATE;VALUE=DATE:20261225\nEXDATE;VALUE=DATE:20261226",
        "EXDATE:20261225T173000Z,20261226T173000Z",
        "EXDATE:20261225T163000Z\nEXDATE:20261226T190000Z",
        "EXDATE;TZID=\"Europe/London\":20261225T173000,\n 20261226T173000",
    ] {
        let came = event(&format!("{WEEKLY}\n{exceptions}"));
        let dates = dates(&came.session(), "2026-12-19");
        assert_eq!(
            dates[..2],
            ["2026-12-19 17:30-21:30", "2027-01-01 17:30-21:30"],
            "{exceptions}"
        );
    }
    let came = event(&format!("{WEEKLY}\nEXDATE:20261225T163000Z"));
    came.says("event 1 (Youth club, 11-19), EXDATE: repaired: \"20261225T163000Z\" is at 16:30 here, and the event at 17:30: the date 2026-12-25 counts.");
    let came = event(&format!("{WEEKLY}\nEXDATE:20261224T173000Z,rubbish"));
    came.says(
        "event 1 (Youth club, 11-19), EXDATE: left out: \"rubbish\" is no date that there is.",
    );
    came.says("event 1 (Youth club, 11-19), DTSTART: left out: What it says of 2026-12-24, because it isn't on then anyway.");
}

#[test]
fn moved_cancelled_and_extra_dates() {
    let own = format!(
        "UID:a\nSUMMARY:Club\nLOCATION:Weir\n{WEEKLY}\nRDATE;TZID=Europe/London:20261129T173000\nRDATE:20261130T140000Z"
    );
    let moved = "UID:a\nRECURRENCE-ID;TZID=Europe/London:20261127T173000\nSUMMARY:Club (in Leigh)\nDTSTART;TZID=Europe/London:20261126T183000\nDTEND;TZID=Europe/London:20261126T203000";
    let cancelled =
        "UID:a\nRECURRENCE-ID:20261128T173000Z\nSTATUS:CANCELLED\nDTSTART:20261128T173000Z";
    let came = calendar(&[moved, &own, cancelled]);
    let sessions = came.service()["sessions"].as_array().unwrap();
    assert_eq!(
        dates(&sessions[0], "2026-11-24")[..4],
        [
            "2026-11-26 18:30-20:30",
            "2026-11-28 17:30-21:30 off",
            "2026-11-29 17:30-21:30",
            "2026-12-04 17:30-21:30"
        ]
    );
    assert_eq!(sessions[0]["note"], "26 November 2026: Club (in Leigh).");
    assert_eq!(
        dates(&sessions[1], "2026-11-24"),
        ["2026-11-30 14:00-18:00"]
    );
}

#[test]
fn zones_are_turned_into_the_boroughs() {
    let zoned = |zone: &str, start: &str| {
        event(&format!(
            "DTSTART;TZID={zone}:{start}\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"
        ))
    };
    for (zone, start, day, from) in [
        ("Europe/Berlin", "20261204T220000", "fri", "21:00"),
        ("Europe/Berlin", "20261204T003000", "thu", "23:30"),
        ("GMT Standard Time", "20261204T220000", "fri", "22:00"),
        (
            "/freeassociation.sourceforge.net/Tzfile/Europe/London",
            "20261204T220000",
            "fri",
            "22:00",
        ),
        ("Bobbin Time", "20261204T220000", "fri", "22:00"),
    ] {
        let came = zoned(zone, start);
        assert_eq!(
            (&came.session()["days"], &came.session()["from"]),
            (&json!([day]), &json!(from)),
            "{zone}"
        );
        assert!(
            came.lines
                .iter()
                .any(|line| line.contains("DTSTART: repaired: ")),
            "{zone}"
        );
    }
    // The days of the rule go along, and so do the dates that are taken out.
    let came = event(
        "DTSTART;TZID=Europe/Berlin:20261204T003000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;BYDAY=FR,MO\nEXDATE:20261206T233000Z",
    );
    assert_eq!(
        (&came.session()["days"], &came.session()["not"]),
        (&json!(["thu", "sun"]), &json!(["2026-12-06"]))
    );
    // In summer, UTC is an hour behind.
    assert_eq!(
        event("DTSTART:20270702T173000Z\nDURATION:PT1H").session()["from"],
        "18:30"
    );
}

#[test]
fn ends_that_are_missing_or_odd() {
    let at = |end: &str| event(&format!("DTSTART:20270702T180000\n{end}"));
    for end in [
        "",
        "DTEND:20270702T180000",
        "DTEND:20270702T170000",
        "DURATION:rubbish",
    ] {
        let came = at(end);
        assert_eq!(came.session()["to"], "20:00", "{end}");
        assert_eq!(
            came.session()["note"],
            "Their list doesn't say when it ends. Ask them."
        );
    }
    assert_eq!(at("DURATION:PT1H30M").session()["to"], "19:30");
    assert_eq!(at("DTEND:20270703T013000").session()["to"], "01:30");
    at("DTEND:20270709T180000").says("event 1 (Youth club, 11-19), DTEND: repaired: It goes on for more than a day: only the first is kept.");
    // A day without a time is no session, but somebody may ask.
    let came = event("DTSTART;VALUE=DATE:20270702");
    assert_eq!(
        came.service()["join"],
        "Get in touch before you go. Ask them when it is on. Their list says: 2 July 2027. It is at: Weir Hall, Mill Lane, Weir."
    );
    // Nobody ends the first event, nor the file.
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:A\nDTSTART:20270702T180000\nBEGIN:VEVENT\nUID:2\nSUMMARY:B\nDTSTART:20270703T180000";
    let came = Came::of(within(|setting| import::ics(text, "x", setting)));
    assert_eq!(came.services().len(), 2);
}

#[test]
fn events_that_are_none() {
    event("")
        .is_refused("event 1 (Youth club, 11-19), DTSTART: refused: It doesn't say when it is.");
    event("DTSTART:never").is_refused(
        "event 1 (Youth club, 11-19), DTSTART: refused: \"never\" is no date that there is.",
    );
    event("DTSTART:20200101T180000").is_refused(
        "event 1 (Youth club, 11-19), times: refused: It is over: all its dates are in the past.",
    );
    event(&format!("{WEEKLY}\nSTATUS:CANCELLED")).is_refused(
        "event 1 (Youth club, 11-19), status: refused: It is marked as \"CANCELLED\"."
            .replace("status", "STATUS")
            .as_str(),
    );
    let came = Came::of(within(|setting| {
        import::ics("Dear all,\nno calendar", "x", setting)
    }));
    came.is_refused(
        "the calendar: refused: There is no event in it: an event begins with BEGIN:VEVENT.",
    );
}
