//! One date out of the calendar file of a whole service: for every date of the shipped pack
//! that a page offers, by the file that is given out.

use hark::BoroughZone;
use hark_domain::activity::calendar_date::one_date;
use hark_domain::activity::when::upcoming;
use hark_domain::clock::Clock;
use hark_tests::packs;
use hark_tests::server::london;

use crate::files::export;

#[test]
fn every_date_that_is_shown_is_in_the_file_of_its_service() {
    let (_, pack) = hark::folder::pack(&packs::shipped()).unwrap();
    let export = export(&pack.organisations, &pack.site);
    let zone = BoroughZone::of(&pack.site);
    let offset = |at| zone.offset(at);
    let mut dates = 0;
    // In term, before the clocks change, in the holidays, before Christmas, in summer.
    for now in [
        "2026-09-08T12:00",
        "2026-10-23T12:00",
        "2026-12-18T12:00",
        "2027-06-04T12:00",
    ] {
        let clock = Clock {
            now: london(now),
            zone: &offset,
        };
        for organisation in &pack.organisations {
            for service in organisation.services.iter().filter(|it| !it.paused) {
                let series = &export.files[&format!("calendar/{}.ics", service.id)].text;
                for session in &service.sessions {
                    let place = organisation.place(session.place.as_str()).unwrap();
                    let place = place.name.pick("en");
                    let timetable = session.counted(&pack.site.school);
                    let next = upcoming(&timetable, clock, &pack.site.school, 6);
                    for when in next.iter().filter(|it| !it.cancelled) {
                        let at = format!("{} at {}", service.id, when.from.day);
                        let file = one_date(series, when, place).unwrap_or_else(|| panic!("{at}"));
                        let day = when.from.day.to_string().replace('-', "");
                        let start = format!(
                            ":{day}T{}00\r\n",
                            when.from.time.to_string().replace(':', "")
                        );
                        let starts = file.match_indices("DTSTART;TZID").count();
                        assert_eq!(
                            (starts, file.matches("BEGIN:VEVENT").count()),
                            (1, 1),
                            "{at}"
                        );
                        let event = file.split("BEGIN:VEVENT").nth(1).unwrap();
                        assert!(event.contains(&start), "{at}: {event}");
                        assert!(!event.contains("RRULE"), "{at}");
                        if place.is_ascii() && event.contains("LOCATION:") {
                            let plain = event.replace("\r\n ", "").replace("\\,", ",");
                            assert!(plain.contains(place), "{at} is at {place}: {plain}");
                        }
                        dates += 1;
                    }
                }
            }
        }
    }
    assert!(dates > 1_000, "only {dates}");
}
