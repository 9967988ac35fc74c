//! Timetables at random, for whoever holds something that reads them against a plain reading.

use hark_domain::activity::timetable::{Change, MonthDay, Repeat, Rule, SchoolSeason, Timetable};
use hark_domain::activity::{SchoolYear, Session};
use hark_domain::calendar::LocalDate;
use hark_domain::clock::ClockTime;
use hark_domain::id::PlaceId;
use proptest::prelude::*;

/// The first date of all that is made here: the first of September 2026.
pub const FIRST: i32 = 20_697;

/// How many days are of interest: more than a school year, with both changes of the clocks.
pub const DAYS: i32 = 500;

/// A school year that begins on [`FIRST`], with some holidays.
pub fn school() -> impl Strategy<Value = SchoolYear> {
    let holiday = (0..DAYS, 0..40_i32);
    (200..DAYS, prop::collection::vec(holiday, 0..5)).prop_map(|(until, holidays)| SchoolYear {
        until: Some(date(until)),
        holidays: holidays
            .into_iter()
            .map(|(from, days)| (date(from), date(from + days)))
            .collect(),
    })
}

/// A rule as `hark check` lets it pass.
pub fn rule() -> impl Strategy<Value = Rule> {
    let season = prop_oneof![
        3 => Just(None),
        1 => Just(Some(SchoolSeason::Term)),
        1 => Just(Some(SchoolSeason::Holidays)),
    ];
    let until = prop::option::of(0..DAYS);
    (
        repeat(),
        1..4_u16,
        prop::option::of(0..100_i32),
        until,
        season,
    )
        .prop_map(|(repeat, every, starts, until, season)| Rule {
            // Without a beginning, nothing is counted.
            every: if starts.is_some() { every } else { 1 },
            repeat,
            starts: starts.map(date),
            until: until.map(|days| date(starts.unwrap_or(0) + days)),
            season,
        })
}

fn repeat() -> impl Strategy<Value = Repeat> {
    let weekday = 0..7_u8;
    let of_week = prop_oneof![
        (1..5_u8, weekday.clone()).prop_map(|(nth, day)| MonthDay::Nth(nth, day)),
        weekday.prop_map(MonthDay::Last),
    ];
    let number = (1..32_u8).prop_map(MonthDay::Number);
    let any = prop_oneof![of_week.clone(), number.clone()];
    prop_oneof![
        1 => Just(Repeat::Daily),
        4 => (1..128_u8).prop_map(Repeat::Weekly),
        2 => prop::collection::vec(of_week, 1..4).prop_map(Repeat::Monthly),
        1 => prop::collection::vec(number, 1..4).prop_map(Repeat::Monthly),
        1 => prop::collection::vec(any, 2..4).prop_map(Repeat::Monthly),
    ]
}

/// A time of day. From one to two at night the clocks skip or repeat an hour twice a year:
/// what is right then is decided by tests that name it.
pub fn time() -> impl Strategy<Value = ClockTime> {
    let quarter = prop_oneof![0..4_u16, 8..96_u16];
    quarter.prop_map(|quarter| ClockTime::from_minutes(quarter * 15).unwrap())
}

/// A timetable with changes, most of them on dates that its rule names.
pub fn timetable(school: SchoolYear) -> impl Strategy<Value = Timetable> {
    let times = || (time(), time());
    let changes = prop::collection::vec((0..6_u8, 0..1_000_usize, -20..20_i32, times()), 0..8);
    let parts = (prop::option::weighted(0.85, rule()), times(), changes);
    parts.prop_map(move |(rule, (from, to), changes)| {
        let named = |rule: &Rule| -> Vec<LocalDate> {
            let days = (0..DAYS).map(date);
            days.filter(|day| rule.names(*day, &school)).collect()
        };
        let named = rule.as_ref().map(named).unwrap_or_default();
        let changes = changes.into_iter().map(|(kind, pick, days, (from, to))| {
            let any = date(i32::try_from(pick).unwrap() % DAYS);
            let on = named.get(pick % named.len().max(1)).copied().unwrap_or(any);
            let other = LocalDate::from_days((on.days() + days).max(FIRST));
            match kind {
                0 => Change::Not(on),
                1 => Change::Also(other),
                2 => Change::Cancelled(on),
                3 => Change::Moved(on, other, from, to),
                4 => Change::Also(on),
                _ => Change::Not(other),
            }
        });
        Timetable {
            rule,
            from,
            to,
            changes: changes.collect(),
        }
    })
}

/// A session at a place, and the school year it goes by.
pub fn session(place: &str) -> impl Strategy<Value = (Session, SchoolYear)> {
    let place = PlaceId::new(place).unwrap();
    school().prop_flat_map(move |school| {
        let place = place.clone();
        timetable(school.clone()).prop_map(move |timetable| {
            let session = Session {
                place: place.clone(),
                timetable,
                count: None,
                why: Vec::new(),
                cost: None,
                note: None,
            };
            (session, school.clone())
        })
    })
}

/// The date so many days after [`FIRST`].
pub fn date(days: i32) -> LocalDate {
    LocalDate::from_days(FIRST + days)
}
