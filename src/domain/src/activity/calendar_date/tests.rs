use proptest::prelude::*;

use super::*;
use crate::calendar::LocalDate;
use crate::clock::ClockTime;

/// A club on Mondays and Fridays at the hall, its Friday on 23 October moved to the
/// Saturday, one more on a Tuesday, and on Fridays at the same time a bus.
const SERIES: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hark//EN\r\n\
X-WR-CALNAME:Club\r\n\
BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:DAYLIGHT\r\nDTSTART:19810329T010000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n\
END:DAYLIGHT\r\nEND:VTIMEZONE\r\n\
BEGIN:VEVENT\r\nUID:bus@hark\r\nDTSTAMP:20261001T000000Z\r\nSUMMARY:Bus\r\n\
LOCATION:The bus\\, by the market\r\n\
DTSTART;TZID=Europe/London:20260904T180000\r\nDURATION:PT2H\r\n\
RRULE:FREQ=WEEKLY;BYDAY=FR\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:club@hark\r\nDTSTAMP:20261001T000000Z\r\nSUMMARY:Club\r\n\
LOCATION:Bobbin Hall\\, Market Street\r\n\
DTSTART;TZID=Europe/London:20260904T180000\r\nDTEND;TZID=Europe/London:20260904T210000\r\n\
RRULE:FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20270101T\r\n 000000Z\r\n\
RDATE;TZID=Europe/London:20261027T100000,20261029T100000\r\n\
EXDATE;TZID=Europe/London:20261016T180000\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nUID:club@hark\r\nDTSTAMP:20261001T000000Z\r\nSUMMARY:Club (moved)\r\n\
LOCATION:Bobbin Hall\\, Market Street\r\n\
RECURRENCE-ID;TZID=Europe/London:20261023T180000\r\n\
DTSTART;TZID=Europe/London:20261024T190000\r\nDTEND;TZID=Europe/London:20261024T223000\r\n\
END:VEVENT\r\nEND:VCALENDAR\r\n";

fn at(from: &str, to: &str) -> Occurrence {
    Occurrence {
        from: LocalTime::parse(from).unwrap(),
        to: LocalTime::parse(to).unwrap(),
        cancelled: false,
        moved: false,
    }
}

#[test]
fn a_date_of_a_rule_is_one_event_with_the_time_zone() {
    // The first Friday after the clocks went back.
    let file = one_date(
        SERIES,
        &at("2026-10-30T18:00", "2026-10-30T21:00"),
        "Bobbin Hall, Market",
    )
    .unwrap();
    let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hark//EN\r\n\
BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:DAYLIGHT\r\nDTSTART:19810329T010000\r\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n\
END:DAYLIGHT\r\nEND:VTIMEZONE\r\n\
BEGIN:VEVENT\r\nUID:20261030T180000-club@hark\r\nDTSTAMP:20261001T000000Z\r\nSUMMARY:Club\r\n\
LOCATION:Bobbin Hall\\, Market Street\r\n\
DTSTART;TZID=Europe/London:20261030T180000\r\nDTEND;TZID=Europe/London:20261030T210000\r\n\
END:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(file, expected);
}

#[test]
fn the_place_tells_two_at_the_same_time_apart() {
    let friday = at("2026-10-30T18:00", "2026-10-30T20:00");
    for (place, summary) in [
        ("The bus, by", "SUMMARY:Bus"),
        ("Bobbin Hall", "SUMMARY:Club"),
    ] {
        let file = one_date(SERIES, &friday, place).unwrap();
        assert!(file.contains(summary), "{place}: {file}");
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 1);
        // A duration would say otherwise than the end that is there now.
        assert!(!file.contains("DURATION"));
        assert!(file.contains("DTEND;TZID=Europe/London:20261030T200000"));
    }
}

#[test]
fn a_moved_date_and_one_more_are_found() {
    let moved = at("2026-10-24T19:00", "2026-10-24T22:30");
    let file = one_date(SERIES, &moved, "Bobbin Hall").unwrap();
    assert!(file.contains("SUMMARY:Club (moved)") && !file.contains("RECURRENCE-ID"));
    let more = at("2026-10-29T10:00", "2026-10-29T13:00");
    let file = one_date(SERIES, &more, "Bobbin Hall").unwrap();
    assert!(file.contains("DTSTART;TZID=Europe/London:20261029T100000\r\n"));
    assert!(!file.contains("RDATE") && !file.contains("EXDATE"));
}

#[test]
fn over_midnight_the_end_is_on_the_next_day() {
    let late = at("2026-10-30T18:00", "2026-10-31T00:30");
    let file = one_date(SERIES, &late, "").unwrap();
    assert!(file.contains("DTEND;TZID=Europe/London:20261031T003000"));
}

#[test]
fn what_no_event_says_is_nothing() {
    for (from, to) in [
        ("2026-10-27T18:00", "2026-10-27T20:00"),
        ("2026-10-30T17:00", "2026-10-30T20:00"),
    ] {
        assert_eq!(
            one_date(SERIES, &at(from, to), "Bobbin Hall"),
            None,
            "{from}"
        );
    }
    assert_eq!(
        one_date("", &at("2026-10-30T18:00", "2026-10-30T20:00"), ""),
        None
    );
}

proptest! {
    #[test]
    fn long_lines_are_folded_and_say_the_same(words in "[a-zé\u{1f3a8}م ]{0,200}") {
        let series = SERIES.replace("SUMMARY:Club\r\n", &format!("SUMMARY:x{words}x\r\n"));
        let monday = at("2026-11-02T18:00", "2026-11-02T21:00");
        let file = one_date(&series, &monday, "").unwrap();
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
        let summary = format!("SUMMARY:x{words}x");
        prop_assert!(unfolded(&file).contains(&summary));
    }

    #[test]
    fn every_date_of_the_rule_gives_a_file_and_no_other_day_does(days in 20_700..20_800_i32) {
        let day = LocalDate::from_days(days);
        let time = |hours: u16| LocalTime { day, time: ClockTime::from_minutes(hours * 60).unwrap() };
        let on = Occurrence { from: time(18), to: time(21), cancelled: false, moved: false };
        let found = one_date(SERIES, &on, "Bobbin Hall");
        prop_assert_eq!(found.is_some(), matches!(day.weekday(), 0 | 4));
    }

    #[test]
    fn no_text_panics(series in "([A-Z:;=,]{0,9}(\r\n|BEGIN:VEVENT\n|END:VEVENT\n| )){0,20}") {
        let _ = one_date(&series, &at("2026-10-30T18:00", "2026-10-30T20:00"), "x");
    }
}
