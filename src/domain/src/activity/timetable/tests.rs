//! Which dates rules name, by hand; `tests/calendar` holds them against another library.

use super::*;
use crate::activity::{SchoolYear, Session};
use crate::json;
use proptest::prelude::*;

/// A term from September with a holiday, known until Christmas 2026.
fn school() -> SchoolYear {
    let date = |text| LocalDate::parse(text).unwrap();
    SchoolYear {
        until: Some(date("2026-12-18")),
        holidays: vec![(date("2026-10-24"), date("2026-11-01"))],
    }
}

fn session(when: &str) -> Session {
    let json = format!(r#"{{"place":"hall",{when}}}"#);
    json::read(&json).unwrap_or_else(|problems| panic!("{when}: {problems:?}"))
}

/// The dates of a session between two others.
fn dates(when: &str, first: &str, last: &str) -> Vec<String> {
    let timetable = session(when).counted(&school());
    let date = |text| LocalDate::parse(text).unwrap();
    let all = timetable.between(date(first), date(last), &school());
    all.iter().map(|it| it.from.day.to_string()).collect()
}

const EVENING: &str = r#""from":"18:00","to":"20:00""#;

#[test]
fn rules_name_their_dates() {
    for (rule, expected) in [
        (
            r#""days":["fri"]"#,
            "2026-10-02 2026-10-09 2026-10-16 2026-10-23 2026-10-30",
        ),
        (
            r#""days":["fri"],"every":2,"starts":"2026-10-02""#,
            "2026-10-02 2026-10-16 2026-10-30",
        ),
        // Weeks begin on Monday: the Sunday belongs to the week of the Friday before it.
        (
            r#""days":["fri","sun"],"every":2,"starts":"2026-10-02""#,
            "2026-10-02 2026-10-04 2026-10-16 2026-10-18 2026-10-30",
        ),
        (
            r#""days":["fri"],"season":"term""#,
            "2026-10-02 2026-10-09 2026-10-16 2026-10-23",
        ),
        (r#""days":["fri"],"season":"holidays""#, "2026-10-30"),
        (
            r#""days":["wed"],"starts":"2026-10-08","until":"2026-10-21""#,
            "2026-10-14 2026-10-21",
        ),
        (
            r#""days":["wed"],"starts":"2026-10-08","count":2"#,
            "2026-10-14 2026-10-21",
        ),
        (
            r#""monthly":["first fri","last sat"]"#,
            "2026-10-02 2026-10-31",
        ),
        (r#""monthly":["fourth sat"]"#, "2026-10-24"),
        (r#""monthly":["31","15"]"#, "2026-10-15 2026-10-31"),
        (r#""monthly":["1"],"every":2,"starts":"2026-09-01""#, ""),
        (
            r#""daily":true,"every":10,"starts":"2026-10-05""#,
            "2026-10-05 2026-10-15 2026-10-25",
        ),
        (r#""dates":["2026-10-03","2026-11-03"]"#, "2026-10-03"),
        (
            r#""days":["sat"],"not":["2026-10-10"],"dates":["2026-10-12"]"#,
            "2026-10-03 2026-10-12 2026-10-17 2026-10-24 2026-10-31",
        ),
        (
            r#""days":["sat"],"season":"term","moved":[{"date":"2026-10-17","to":"2026-10-18"}]"#,
            "2026-10-03 2026-10-10 2026-10-18",
        ),
    ] {
        let found = dates(&format!("{rule},{EVENING}"), "2026-10-01", "2026-10-31");
        assert_eq!(found.join(" "), expected, "{rule}");
    }
}

/// "The 31st" is not on the 1st of the month after, and a leap day comes when it comes.
#[test]
fn months_without_the_day_are_left_out() {
    let rule = format!(r#""monthly":["30"],{EVENING}"#);
    assert_eq!(dates(&rule, "2027-02-01", "2027-03-30"), ["2027-03-30"]);
    let rule = format!(r#""monthly":["29"],{EVENING}"#);
    assert_eq!(dates(&rule, "2028-02-01", "2028-02-29"), ["2028-02-29"]);
}

#[test]
fn nothing_is_promised_beyond_the_school_year() {
    let rule = format!(r#""days":["fri"],"season":"term",{EVENING}"#);
    assert_eq!(dates(&rule, "2026-12-14", "2027-02-01"), ["2026-12-18"]);
}

#[test]
fn what_ends_after_midnight_ends_on_the_next_day() {
    let late = session(r#""days":["sat"],"from":"22:00","to":"00:30""#);
    let day = LocalDate::parse("2026-10-31").unwrap();
    let found = late.timetable.between(day, day, &school());
    assert_eq!(found[0].to.day.to_string(), "2026-11-01");
    // A day long, and not nothing.
    let whole = session(r#""days":["sat"],"from":"00:00","to":"00:00""#);
    let found = whole.timetable.between(day, day, &school());
    assert_eq!(found[0].to.minutes() - found[0].from.minutes(), 24 * 60);
}

#[test]
fn a_cancelled_night_is_there_and_says_so() {
    let session = session(
        r#""days":["fri"],"from":"18:00","to":"20:00",
        "cancelled":[{"date":"2026-10-09","why":"No heating."}],
        "moved":[{"date":"2026-10-16","to":"2026-10-09","from":"15:00","until":"16:00"}]"#,
    );
    let day = LocalDate::parse("2026-10-09").unwrap();
    let found = session.timetable.between(day, day, &school());
    let seen: Vec<_> = found.iter().map(|it| (it.cancelled, it.moved)).collect();
    assert_eq!(seen, [(false, true), (true, false)]);
}

#[test]
fn what_contradicts_itself_is_refused_in_words() {
    for (when, sentence) in [
        (r#""days":["fri"],"every":2"#, "starts"),
        (r#""days":["fri"],"count":3"#, "starts"),
        (
            r#""days":["fri"],"every":0,"starts":"2026-10-02""#,
            "1 at least",
        ),
        (r#""days":["fri"],"monthly":["15"]"#, "Write one of"),
        (
            r#""days":["fri"],"starts":"2026-10-09","until":"2026-10-02""#,
            "before",
        ),
        (
            r#""every":2,"starts":"2026-10-02","dates":["2026-10-02"]"#,
            "Nothing repeats",
        ),
        (r#""monthly":["fifth fri"]"#, "first fri"),
        (r#""monthly":["32"]"#, "first fri"),
        (r#""monthly":["015"]"#, "first fri"),
        (r#""days":["fri"],"season":"summer""#, "term or holidays"),
        (
            r#""days":["fri"],"moved":[{"date":"2026-10-02","to":"2026-10-03","from":"10:00"}]"#,
            "both",
        ),
    ] {
        let json = format!(r#"{{"place":"hall",{when},{EVENING}}}"#);
        let problems = json::read::<Session>(&json).unwrap_err();
        assert!(problems[0].text.contains(sentence), "{when}: {problems:?}");
    }
}

fn timetables() -> impl Strategy<Value = Timetable> {
    let date = || (20_000..22_000_i32).prop_map(LocalDate::from_days);
    let time = || (0..1_440_u16).prop_map(|minutes| ClockTime::from_minutes(minutes).unwrap());
    let month_day = prop_oneof![
        (1..=4_u8, 0..7_u8).prop_map(|(nth, day)| MonthDay::Nth(nth, day)),
        (0..7_u8).prop_map(MonthDay::Last),
        (1..=31_u8).prop_map(MonthDay::Number),
    ];
    let repeat = prop_oneof![
        Just(Repeat::Daily),
        (1..128_u8).prop_map(Repeat::Weekly),
        prop::collection::vec(month_day, 1..4).prop_map(Repeat::Monthly),
    ];
    let season = prop::option::of(prop_oneof![
        Just(SchoolSeason::Term),
        Just(SchoolSeason::Holidays)
    ]);
    let rule = (1..5_u16, repeat, date(), prop::option::of(date()), season).prop_map(
        |(every, repeat, starts, until, season)| Rule {
            every,
            repeat,
            starts: Some(starts),
            until,
            season,
        },
    );
    let change = prop_oneof![
        date().prop_map(Change::Not),
        date().prop_map(Change::Also),
        date().prop_map(Change::Cancelled),
        (date(), date(), time(), time())
            .prop_map(|(on, to, from, until)| Change::Moved(on, to, from, until)),
    ];
    let changes = prop::collection::vec(change, 0..6);
    (prop::option::of(rule), time(), time(), changes).prop_map(|(rule, from, to, changes)| {
        Timetable {
            rule,
            from,
            to,
            changes,
        }
    })
}

proptest! {
    #[test]
    fn numbers_say_all_of_it(timetable in timetables()) {
        let numbers = timetable.to_numbers();
        prop_assert_eq!(Timetable::from_numbers(&numbers), Some(timetable));
    }

    #[test]
    fn no_numbers_panic(numbers in prop::collection::vec(-3..30_000_i64, 0..20)) {
        let _ = Timetable::from_numbers(&numbers);
        let _ = SchoolYear::from_numbers(&numbers);
    }

    /// Date by date and all at once are the same, and what ends has begun.
    #[test]
    fn a_window_is_its_dates(timetable in timetables(), first in 20_000..22_000_i32) {
        let day = LocalDate::from_days;
        let whole = timetable.between(day(first), day(first + 40), &school());
        let mut single = Vec::new();
        for days in first..=first + 40 {
            single.extend(timetable.between(day(days), day(days), &school()));
        }
        prop_assert_eq!(&whole, &single);
        for occurrence in whole {
            prop_assert!(occurrence.from < occurrence.to);
        }
    }
}
