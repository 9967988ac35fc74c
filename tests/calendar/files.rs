//! Calendar files against the occurrence engine.

use std::collections::BTreeSet;

use hark::BoroughZone;
use hark_domain::activity::export::{Export, FileKind, SEARCHES, search_name};
use hark_domain::activity::timetable::Occurrence;
use hark_domain::activity::{Organisation, Service};
use hark_domain::calendar::LocalDate;
use hark_domain::clock::LocalTime;
use hark_domain::id::{LocalityId, ServiceId};
use hark_domain::pack::Pack;
use hark_domain::site::Site;
use hark_tests::packs;
use hark_tests::timetables::{self, DAYS, date};
use proptest::prelude::*;

use crate::expand::{Time, expand};

const LONDON: &str = "Europe/London";

pub(crate) fn export(organisations: &[Organisation], site: &Site) -> Export {
    let zone = BoroughZone::of(site);
    Export::of(organisations, site, &[], &|at| zone.offset(at))
}

fn shipped() -> Pack {
    hark::folder::pack(&packs::shipped()).unwrap().1
}

fn calendar<'a>(export: &'a Export, name: &str) -> &'a str {
    let file = &export.files[&format!("calendar/{name}.ics")];
    assert_eq!(file.kind, FileKind::Calendar);
    &file.text
}

/// When somebody last made sure of it, as somebody has of everything here.
fn checked(service: &Service) -> LocalDate {
    service.checked.as_ref().unwrap().on
}

fn compact(time: LocalTime) -> String {
    let day = time.day.to_string().replace('-', "");
    format!("{day}T{}00", time.time.to_string().replace(':', ""))
}

/// What the engine says of a service from its last check on, in the sessions that are
/// `wanted`.
fn engine(
    service: &Service,
    site: &Site,
    last: LocalDate,
    wanted: &dyn Fn(&Organisation, &str) -> bool,
    organisation: &Organisation,
    weekdays: u8,
) -> Vec<Time> {
    let mut all = Vec::new();
    for session in &service.sessions {
        if !wanted(organisation, session.place.as_str()) {
            continue;
        }
        let timetable = session.counted(&site.school);
        let own: BTreeSet<Occurrence> = timetable
            .between(checked(service), last, &site.school)
            .into_iter()
            .collect();
        all.extend(
            own.into_iter()
                .filter(|it| weekdays >> it.from.day.weekday() & 1 == 1)
                .map(|it| {
                    (
                        compact(it.from),
                        compact(it.to),
                        it.cancelled || service.paused,
                    )
                }),
        );
    }
    all.sort();
    all
}

fn from(service: &Service, mut times: Vec<Time>) -> Vec<Time> {
    let first = compact(LocalTime::start_of(checked(service)));
    times.retain(|time| time.0 >= first);
    times
}

#[test]
fn the_calendar_of_every_shipped_service_says_what_the_engine_says() {
    let pack = shipped();
    let export = export(&pack.organisations, &pack.site);
    let last = LocalDate::parse("2028-06-30").unwrap();
    let mut times = 0;
    for organisation in &pack.organisations {
        for service in &organisation.services {
            let expected = engine(service, &pack.site, last, &|_, _| true, organisation, 127);
            let text = calendar(&export, service.id.as_str());
            let found = from(service, expand(text, LONDON, "20280701"));
            assert_eq!(found, expected, "{}", service.id);
            times += found.len();
        }
    }
    assert!(times > 5_000, "{times}");
}

#[test]
fn the_calendar_of_every_search_says_what_the_engine_says() {
    let pack = shipped();
    let export = export(&pack.organisations, &pack.site);
    let last = LocalDate::parse("2027-08-31").unwrap();
    // What was true when the last of all was checked is in all of them.
    let services = || pack.organisations.iter().flat_map(|it| &it.services);
    let checked = services().map(checked).max().unwrap();
    let first = compact(LocalTime::start_of(checked));
    let localities = pack.site.localities.iter().map(|it| Some(&it.id));
    for locality in localities.chain([None]) {
        for (search, weekdays) in SEARCHES {
            let here = |organisation: &Organisation, place: &str| {
                let place = organisation.place(place).unwrap();
                locality.is_none_or(|id| place.locality == *id)
            };
            let mut expected: Vec<Time> = Vec::new();
            for organisation in &pack.organisations {
                for service in organisation
                    .services
                    .iter()
                    .filter(|service| !service.paused)
                {
                    expected.extend(engine(
                        service,
                        &pack.site,
                        last,
                        &here,
                        organisation,
                        weekdays,
                    ));
                }
            }
            expected.retain(|time| time.0 >= first);
            expected.sort();
            let name = search_name(locality, search);
            let mut found = expand(calendar(&export, &name), LONDON, "20270901");
            found.retain(|time| time.0 >= first);
            assert_eq!(found, expected, "{name}");
            assert!(!found.is_empty(), "{name}");
        }
    }
    assert_eq!(search_name(None, "fri"), "all-fri");
    let leigh = LocalityId::new("leigh").unwrap();
    assert_eq!(search_name(Some(&leigh), "weekend"), "leigh-weekend");
}

#[test]
fn every_line_is_as_the_standard_has_it() {
    let pack = shipped();
    let export = export(&pack.organisations, &pack.site);
    let calendars = export
        .files
        .iter()
        .filter(|(_, file)| file.kind == FileKind::Calendar);
    let mut folded = 0;
    for (path, file) in calendars {
        assert!(file.text.ends_with("END:VCALENDAR\r\n"), "{path}");
        for line in file.text.split_terminator("\r\n") {
            assert!(line.len() <= 75, "{path}: {line}");
            assert!(!line.contains(['\r', '\n']), "{path}: {line}");
            folded += usize::from(line.starts_with(' '));
        }
        let uids: Vec<&str> = file.text.split("\r\nUID:").skip(1).collect();
        let masters = uids.iter().filter(|it| {
            let event = it.split("END:VEVENT").next().unwrap();
            !event.contains("RECURRENCE-ID")
        });
        let names: Vec<&str> = masters.map(|it| it.split("\r\n").next().unwrap()).collect();
        let different: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(names.len(), different.len(), "{path}");
    }
    assert!(folded > 500, "{folded}");
}

/// An organisation with one service, whose sessions a test puts in.
fn club() -> Organisation {
    hark_domain::json::read(
        r#"{"id":"club","name":"Club","places":[
            {"id":"hall","name":"Hall; \\ the, old","locality":"leigh","address":"High Street","lat":53.5,"lon":-2.5},
            {"id":"street","name":"Street team","kind":"street","locality":"leigh"}],
        "services":[{"id":"nights","name":"Nights","about":"One, two;\nthree \\ four żółw 🎸",
            "kind":"club","level":"universal","ages":{"from":11,"to":19},"cost":{"pence":50},
            "joining":"drop-in","join":"Just turn up.","sessions":[],
            "checked":{"on":"2026-09-01","by":"Team"}}]}"#,
    )
    .unwrap()
}

/// The club's calendar with one session, with its long lines joined.
fn with_session(json: &str) -> String {
    let mut club = club();
    club.services[0].sessions = vec![hark_domain::json::read(json).unwrap()];
    let export = export(&[club], &packs::sample_site());
    calendar(&export, "nights").replace("\r\n ", "")
}

#[test]
fn an_event_says_what_somebody_has_to_know() {
    let text = with_session(
        r#"{"place":"hall","days":["fri"],"from":"22:00","to":"00:30","season":"term","note":"Bring a coat.",
            "starts":"2026-10-02","until":"2026-12-18","not":["2026-11-06"],
            "moved":[{"date":"2026-11-20","to":"2026-11-21","from":"18:00","until":"20:00"}],
            "cancelled":[{"date":"2026-12-04","why":"No heating."}],"dates":["2026-12-22"]}"#,
    );
    for line in [
        "DTSTART;TZID=Europe/London:20261002T220000",
        "DTEND;TZID=Europe/London:20261003T003000",
        // The end of that Friday; 18 December has no summer time.
        "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20261218T235959Z",
        // Not, and in the holidays.
        "EXDATE;TZID=Europe/London:20261030T220000,20261106T220000",
        "RDATE;TZID=Europe/London:20261222T220000",
        "RECURRENCE-ID;TZID=Europe/London:20261120T220000",
        "DTSTART;TZID=Europe/London:20261121T180000",
        "RECURRENCE-ID;TZID=Europe/London:20261204T220000",
        "STATUS:CANCELLED",
        "SUMMARY:Nights",
        "SUMMARY:Cancelled: Nights",
        "LOCATION:Hall\\; \\\\ the\\, old\\, High Street",
        "GEO:53.5;-2.5",
        "CATEGORIES:Clubs,For everyone",
        "DTSTAMP:20260901T000000Z",
        "LAST-MODIFIED:20260901T000000Z",
    ] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}\n{text}");
    }
    let description = "DESCRIPTION:One\\, two\\;\\nthree \\\\ four żółw 🎸\\n50p\\nAge 11 to 19\\nJust turn up.\\nBring a coat.\r\n";
    assert!(text.contains(description), "{text}");
    assert!(text.contains("DESCRIPTION:No heating.\\n"), "{text}");
    assert_eq!(text.matches("STATUS:CANCELLED").count(), 1);
    // No address of ours is known, so none is made up.
    assert!(!text.contains("\r\nURL"));
}

#[test]
fn a_rule_ends_in_utc_whatever_the_clocks_show() {
    let text = with_session(
        r#"{"place":"hall","days":["fri"],"until":"2027-07-23","from":"18:00","to":"20:00"}"#,
    );
    assert!(
        text.contains("RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20270723T225959Z\r\n"),
        "{text}"
    );
    assert!(
        text.contains("DTSTART;TZID=Europe/London:20260904T180000\r\n"),
        "{text}"
    );
}

#[test]
fn a_place_that_is_kept_back_is_in_no_calendar() {
    let text = with_session(r#"{"place":"street","days":["fri"],"from":"18:00","to":"20:00"}"#);
    assert!(!text.contains("LOCATION") && !text.contains("GEO") && !text.contains("Street team"));
    assert!(text.contains("Leigh\\, Lowton\\, Golborne"), "{text}");
}

#[test]
fn an_event_leads_back_where_the_site_is_known() {
    let mut club = club();
    club.services[0].sessions = vec![
        hark_domain::json::read(
            r#"{"place":"hall","dates":["2026-12-22"],"from":"18:00","to":"20:00"}"#,
        )
        .unwrap(),
    ];
    let mut site = packs::sample_site();
    site.web = Some("hark.example".to_owned());
    let export = export(&[club], &site);
    let text = calendar(&export, "nights").replace("\r\n ", "");
    assert!(
        text.contains("\r\nURL:https://hark.example/activities/nights\r\n"),
        "{text}"
    );
    let (_, event) = text.split_once("BEGIN:VEVENT").unwrap();
    assert!(
        !event.contains("RRULE") && !event.contains("RDATE"),
        "one date needs no rule: {event}"
    );
}

/// What nobody has made sure of yet is told from the day on which somebody made sure of
/// anything.
#[test]
fn what_was_never_checked_is_told_too() {
    let mut club = club();
    let mut other = club.services[0].clone();
    other.id = ServiceId::new("other").unwrap();
    other.checked = None;
    other.sessions = vec![
        hark_domain::json::read(r#"{"place":"hall","days":["fri"],"from":"18:00","to":"20:00"}"#)
            .unwrap(),
    ];
    club.services.push(other);
    let both = export(&[club.clone()], &packs::sample_site());
    assert!(calendar(&both, "other").contains("DTSTART;TZID=Europe/London:20260904T180000\r\n"));
    club.services.remove(0);
    let alone = export(&[club], &packs::sample_site());
    assert!(calendar(&alone, "other").contains("DTSTART;TZID=Europe/London:20260102T180000\r\n"));
}

/// A night on which the clocks change takes an hour more or less, which no rule can say.
#[test]
fn nights_of_the_change_end_by_the_wall_clock() {
    let session = r#"{"place":"hall","days":["sat"],"from":"22:00","to":"02:30"}"#;
    let text = with_session(session);
    let times = expand(&text, LONDON, "20270501");
    for (from, to) in [
        ("20261017T220000", "20261018T023000"),
        ("20261024T220000", "20261025T023000"),
        ("20261031T220000", "20261101T023000"),
        ("20270327T220000", "20270328T023000"),
        ("20270403T220000", "20270404T023000"),
    ] {
        let time = (from.to_owned(), to.to_owned(), false);
        assert_eq!(
            times.iter().filter(|it| **it == time).count(),
            1,
            "{from}: {times:?}"
        );
    }
    assert!(
        text.contains("EXDATE;TZID=Europe/London:20261024T220000,20270327T220000"),
        "{text}"
    );
}

/// The name of an event is the same for ever: a calendar would show it twice.
#[test]
fn names_of_events_stay() {
    let session = r#"{"place":"hall","days":["fri"],"from":"18:00","to":"20:00"}"#;
    let uid = |text: &str| {
        let (_, rest) = text.split_once("UID:").unwrap();
        rest.split_once("\r\n").unwrap().0.to_owned()
    };
    let text = with_session(session);
    assert_eq!(uid(&text), "4b9458c7-6dee-59b0-9d5b-8fdb24858b03");
    let later = with_session(&session.replace("18:00", "18:30"));
    assert_eq!(uid(&text), uid(&later));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_timetable_comes_out_as_the_engine_has_it(
        (session, school) in timetables::session("hall"),
        search in 0..4_usize,
    ) {
        let mut site = packs::sample_site();
        site.school = school;
        // One part of the borough is as good as five, and made sooner.
        site.localities.retain(|locality| locality.id.as_str() == "leigh");
        let mut club = club();
        club.services[0].sessions = vec![session];
        let (name, weekdays) = match SEARCHES.get(search) {
            Some((name, weekdays)) => (search_name(None, name), *weekdays),
            None => ("nights".to_owned(), 127),
        };
        let last = date(DAYS);
        let before = compact(LocalTime::start_of(LocalDate::from_days(last.days() + 1)));
        let expected = engine(&club.services[0], &site, last, &|_, _| true, &club, weekdays);
        let export = export(std::slice::from_ref(&club), &site);
        let text = calendar(&export, &name);
        let found = from(&club.services[0], expand(text, LONDON, &before[..8]));
        prop_assert_eq!(found, expected, "{}", text);
    }
}
