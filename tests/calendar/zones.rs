//! `VTIMEZONE`: what it says of a zone, read back by its own words, against the IANA database.

use hark::BoroughZone;
use hark_domain::activity::export::Export;
use hark_domain::clock::{Clock, Instant};
use hark_tests::packs;
use icalendar::parser::{Component, read_calendar, unfold};
use jiff::civil::{Date, DateTime};

/// The shipped pack's biggest calendar, as if it were elsewhere.
fn calendar(zone: &str) -> String {
    let (_, pack) = hark::folder::pack(&packs::shipped()).unwrap();
    let mut site = pack.site;
    site.time_zone = zone.to_owned();
    let rules = BoroughZone::named(zone).unwrap();
    let export = Export::of(&pack.organisations, &site, &[], &|at| rules.offset(at));
    export.files["calendar/all-fri.ics"].text.clone()
}

/// Moments, and how many minutes from UTC the clocks are from there on.
fn observances(zone: &Component<'_>) -> Vec<(i64, i32)> {
    let mut all = Vec::new();
    for part in &zone.components {
        let value = |name: &str| part.find_prop(name).map(|it| it.val.to_string());
        let offset = |name: &str| {
            let text = value(name).unwrap();
            let (sign, digits) = text.split_at(1);
            let minutes =
                digits[..2].parse::<i32>().unwrap() * 60 + digits[2..].parse::<i32>().unwrap();
            if sign == "-" { -minutes } else { minutes }
        };
        let (before, after) = (offset("TZOFFSETFROM"), offset("TZOFFSETTO"));
        let start: DateTime = value("DTSTART").unwrap().parse().unwrap();
        let mut dates = vec![start];
        if let Some(rule) = value("RRULE") {
            let month = match rule.as_str() {
                "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" => 3,
                "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" => 10,
                other => panic!("{other}"),
            };
            dates = (2020..2036)
                .map(|year| {
                    let last = Date::new(year, month, 31).unwrap();
                    let back = last.weekday().to_sunday_zero_offset();
                    last.checked_sub(jiff::Span::new().days(back))
                        .unwrap()
                        .to_datetime(start.time())
                })
                .collect();
        }
        if let Some(more) = value("RDATE") {
            dates.extend(
                more.split(',')
                    .map(|date| date.parse::<DateTime>().unwrap()),
            );
        }
        all.extend(dates.into_iter().map(|date| {
            let offset = jiff::tz::Offset::from_seconds(before * 60).unwrap();
            (offset.to_timestamp(date).unwrap().as_second(), after)
        }));
    }
    all.sort_unstable();
    all
}

#[test]
fn a_file_says_of_a_zone_what_the_database_says() {
    for name in [
        "Europe/London",
        "Europe/Dublin",
        "Europe/Prague",
        "America/New_York",
        // Half an hour of summer time, and it is summer at Christmas.
        "Australia/Lord_Howe",
        // Never changes, with half an hour from UTC.
        "Asia/Kolkata",
        "UTC",
        // Goes back for a month of fasting, twice a year by another calendar.
        "Africa/Casablanca",
    ] {
        let text = calendar(name);
        let unfolded = unfold(&text);
        let calendar = read_calendar(&unfolded).unwrap();
        let zone = calendar
            .components
            .iter()
            .find(|it| it.name == "VTIMEZONE")
            .unwrap();
        assert_eq!(zone.find_prop("TZID").unwrap().val.to_string(), name);
        let said = observances(zone);
        let rules = BoroughZone::named(name).unwrap();
        // From the first check of the pack to five years after, every six hours.
        for hour in 0..5 * 366 * 4 {
            let at = Instant::from_seconds(1_790_000_000 + hour * 6 * 3_600);
            let last = said
                .iter()
                .rev()
                .find(|(from, _)| *from <= at.seconds())
                .unwrap();
            let now = Clock {
                now: at,
                zone: &|at| rules.offset(at),
            }
            .local_now();
            assert_eq!(last.1, rules.offset(at), "{name} {} {}", now.day, now.time);
        }
    }
}
