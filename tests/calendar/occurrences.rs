//! The occurrence engine against the `rrule` crate, which was written by others from the
//! same standard (RFC 5545, section 3.3.10); and the cases in which that crate is wrong, so
//! that nobody takes it for right there.

use hark_domain::activity::SchoolYear;
use hark_domain::activity::timetable::{MonthDay, Repeat, Rule, Timetable};
use hark_domain::calendar::LocalDate;
use hark_domain::clock::ClockTime;
use hark_tests::timetables::{self, date};
use proptest::prelude::*;
use rrule::{RRuleError, RRuleSet};

/// Five years, with ten changes of the clocks and a leap day.
const YEARS: i32 = 5 * 366;

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The rule as the standard writes it, by hand and not by the code under test. `rrule`
/// wants a date that the rule names as the first.
fn written(rule: &Rule, first: LocalDate, from: ClockTime) -> String {
    let list = |days: Vec<String>| days.join(",");
    let by = match &rule.repeat {
        Repeat::Daily => "FREQ=DAILY".to_owned(),
        Repeat::Weekly(bits) => {
            let days = DAYS
                .iter()
                .enumerate()
                .filter(|(day, _)| bits & (1 << day) != 0);
            format!(
                "FREQ=WEEKLY;BYDAY={}",
                list(days.map(|(_, day)| (*day).to_owned()).collect())
            )
        }
        Repeat::Monthly(days) => {
            let named = days.iter().map(|day| match day {
                MonthDay::Number(number) => number.to_string(),
                MonthDay::Nth(nth, day) => format!("{nth}{}", DAYS[usize::from(*day)]),
                MonthDay::Last(day) => format!("-1{}", DAYS[usize::from(*day)]),
            });
            // All by number or none, see `rule`.
            let by = if matches!(days[0], MonthDay::Number(_)) {
                "BYMONTHDAY"
            } else {
                "BYDAY"
            };
            format!("FREQ=MONTHLY;{by}={}", list(named.collect()))
        }
    };
    let compact = |day: LocalDate| day.to_string().replace('-', "");
    let until = rule
        .until
        .map(|until| format!(";UNTIL={}T225959Z", compact(until)));
    let time = from.to_string().replace(':', "");
    format!(
        "DTSTART;TZID=Europe/London:{}T{time}00\nRRULE:{by};INTERVAL={}{}",
        compact(first),
        rule.every,
        until.unwrap_or_default()
    )
}

/// Rules that one `RRULE` can say, from a first date.
fn rule() -> impl Strategy<Value = Rule> {
    timetables::rule().prop_filter_map("more than one rule can say", |rule| {
        let one = match &rule.repeat {
            Repeat::Monthly(days) => {
                let numbers = days.iter().filter(|day| matches!(day, MonthDay::Number(_)));
                let numbers = numbers.count();
                numbers == 0 || numbers == days.len()
            }
            _ => true,
        };
        one.then_some(Rule {
            starts: rule.starts.or(Some(date(0))),
            season: None,
            ..rule
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_engine_and_rrule_name_the_same_dates(
        rule in rule(),
        // UNTIL is a moment in UTC: in the last hour of a day, its date is another one in summer.
        from in timetables::time().prop_filter("late", |time| time.minutes() < 23 * 60),
        to in timetables::time(),
    ) {
        let school = SchoolYear::default();
        let start = rule.starts.unwrap();
        let last = LocalDate::from_days(start.days() + YEARS);
        let timetable = Timetable { rule: Some(rule.clone()), from, to, changes: Vec::new() };
        let ours: Vec<String> = timetable
            .between(start, last, &school)
            .iter()
            .map(|it| format!("{} {}", it.from.day, it.from.time))
            .collect();
        let Some(first) = ours.first() else { return Ok(()) };
        let first = LocalDate::parse(&first[..10]).unwrap();
        let text = written(&rule, first, from);
        let set: RRuleSet = text.parse().unwrap();
        let theirs: Vec<String> = set
            .into_iter()
            .map(|it| it.format("%Y-%m-%d %H:%M").to_string())
            .take_while(|it| it[..10] <= *last.to_string())
            .collect();
        prop_assert_eq!(ours, theirs, "{}", text);
    }
}

fn read(text: &str) -> Result<Vec<String>, RRuleError> {
    let set: RRuleSet = text.parse()?;
    let dates = set.into_iter().take(6);
    Ok(dates
        .map(|it| it.format("%m-%d %H:%M %:z").to_string())
        .collect())
}

fn ours(rule: Rule, not: &[&str], from: &str) -> Vec<String> {
    use hark_domain::activity::timetable::Change;
    let not = not
        .iter()
        .map(|day| Change::Not(LocalDate::parse(day).unwrap()));
    let time = ClockTime::parse(from).unwrap();
    let start = rule.starts.unwrap();
    let timetable = Timetable {
        rule: Some(rule),
        from: time,
        to: time,
        changes: not.collect(),
    };
    let last = LocalDate::from_days(start.days() + 60);
    let all = timetable.between(start, last, &SchoolYear::default());
    all.iter()
        .map(|it| format!("{} {}", it.from.day, it.from.time))
        .collect()
}

fn fridays(starts: &str, until: Option<&str>) -> Rule {
    Rule {
        every: 1,
        repeat: Repeat::Weekly(0b1_0000),
        starts: LocalDate::parse(starts),
        until: until.map(|until| LocalDate::parse(until).unwrap()),
        season: None,
    }
}

/// Both follow the wall clock over the night of 25 October 2026, when summer time ends.
#[test]
fn over_a_change_of_the_clocks_both_are_right() {
    let theirs =
        read("DTSTART;TZID=Europe/London:20261016T183000\nRRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3");
    assert_eq!(
        theirs.unwrap(),
        [
            "10-16 18:30 +01:00",
            "10-23 18:30 +01:00",
            "10-30 18:30 +00:00"
        ]
    );
    let all = ours(fridays("2026-10-16", Some("2026-10-30")), &[], "18:30");
    assert_eq!(
        all,
        ["2026-10-16 18:30", "2026-10-23 18:30", "2026-10-30 18:30"]
    );
}

/// `rrule` leaves an `EXDATE` that is a date unread, without a word.
#[test]
fn rrule_is_wrong_where_an_exception_is_a_date() {
    let rule = "DTSTART;TZID=Europe/London:20261211T183000\nRRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20270101T235959Z\n";
    let theirs = read(&format!("{rule}EXDATE;VALUE=DATE:20261225")).unwrap();
    assert!(
        theirs.contains(&"12-25 18:30 +00:00".to_owned()),
        "{theirs:?}"
    );
    // As a moment in the same zone, which is what our files say, it is read.
    let right = read(&format!("{rule}EXDATE;TZID=Europe/London:20261225T183000")).unwrap();
    let all = ours(
        fridays("2026-12-11", Some("2027-01-01")),
        &["2026-12-25"],
        "18:30",
    );
    assert_eq!(
        all,
        ["2026-12-11 18:30", "2026-12-18 18:30", "2027-01-01 18:30"]
    );
    assert_eq!(
        right,
        [
            "12-11 18:30 +00:00",
            "12-18 18:30 +00:00",
            "01-01 18:30 +00:00"
        ]
    );
}

/// `rrule` refuses an `UNTIL` that is a date, which is how people say it.
#[test]
fn rrule_is_wrong_where_the_end_is_a_date() {
    let theirs = read(
        "DTSTART;TZID=Europe/London:20260904T183000\nRRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20260925",
    );
    assert!(theirs.is_err(), "{theirs:?}");
    let all = ours(fridays("2026-09-04", Some("2026-09-25")), &[], "18:30");
    assert_eq!(all.len(), 4);
}

/// What begins in the hour that spring skips: `rrule` moves it an hour on, as the standard
/// says (section 3.3.5). Our dates stay on the wall clock, and it begins when the hour that
/// was skipped is over: whoever opens at half past one then opens at two.
#[test]
fn in_the_hour_that_is_skipped_they_differ() {
    let theirs = read("DTSTART;TZID=Europe/London:20270327T013000\nRRULE:FREQ=DAILY;COUNT=3");
    assert_eq!(
        theirs.unwrap(),
        [
            "03-27 01:30 +00:00",
            "03-28 02:30 +01:00",
            "03-29 01:30 +01:00"
        ]
    );
    let daily = Rule {
        repeat: Repeat::Daily,
        ..fridays("2027-03-27", Some("2027-03-29"))
    };
    let all = ours(daily, &[], "01:30");
    assert_eq!(
        all,
        ["2027-03-27 01:30", "2027-03-28 01:30", "2027-03-29 01:30"]
    );
}

/// The bug that is known of `rrule` (issue 115): rules by the hour show two o'clock twice
/// in spring. We have no such rules; this only says why it is no oracle for them.
#[test]
fn rrule_is_wrong_where_rules_go_by_the_hour() {
    let theirs =
        read("DTSTART;TZID=Europe/London:20270328T000000\nRRULE:FREQ=HOURLY;COUNT=4").unwrap();
    assert_eq!(
        theirs
            .iter()
            .filter(|it| *it == "03-28 02:00 +01:00")
            .count(),
        2,
        "{theirs:?}"
    );
}
