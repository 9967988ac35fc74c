//! A service for search engines: its next dates as schema.org `Event`s, in JSON-LD.

use serde_json::{Value, json};

use super::lists::PlaceKind;
use super::place::Place;
use super::service::{Organisation, Service};
use super::session::Session;
use super::timetable::Occurrence;
use super::when::upcoming;
use crate::clock::{self, Clock, LocalTime};
use crate::site::Site;
use crate::text::FALLBACK;

/// How many dates of a session are told.
const MOST: usize = 4;

/// The next dates of a service as a JSON-LD document, in the pack's own language, ready to
/// stand in a `<script>`; nothing where it has none, is not running, or is nobody's business.
pub fn events(
    organisation: &Organisation,
    service: &Service,
    site: &Site,
    clock: Clock,
) -> Option<String> {
    if service.paused || service.is_private() {
        return None;
    }
    let language = site.languages.first().map_or(FALLBACK, String::as_str);
    let mut events = Vec::new();
    for session in &service.sessions {
        let Some(place) = organisation.place(session.place.as_str()) else {
            continue;
        };
        let timetable = session.counted(&site.school);
        for occurrence in upcoming(&timetable, clock, &site.school, MOST) {
            let mut event = event(service, session, &occurrence, clock, language);
            event["location"] = location(place, site, language);
            let online = place.kind == Some(PlaceKind::Online);
            let mode = if online { "Online" } else { "Offline" };
            event["eventAttendanceMode"] =
                format!("https://schema.org/{mode}EventAttendanceMode").into();
            event["organizer"] =
                json!({"@type": "Organization", "name": organisation.name.pick(language)});
            events.push(event);
        }
    }
    let document = json!({"@context": "https://schema.org", "@graph": events});
    // Nothing in it may end the element that it stands in.
    (!events.is_empty()).then(|| document.to_string().replace('<', "\\u003c"))
}

fn event(
    service: &Service,
    session: &Session,
    occurrence: &Occurrence,
    clock: Clock,
    language: &str,
) -> Value {
    let cost = session.cost.as_ref().unwrap_or(&service.cost);
    let status = match occurrence {
        it if it.cancelled => "EventCancelled",
        it if it.moved => "EventRescheduled",
        _ => "EventScheduled",
    };
    let mut event = json!({
        "@type": "Event",
        "name": service.name.pick(language),
        "description": service.about.pick(language),
        "startDate": stamp(occurrence.from, clock::first(occurrence.from, clock.zone), clock),
        "endDate": stamp(occurrence.to, clock::last(occurrence.to, clock.zone), clock),
        "eventStatus": format!("https://schema.org/{status}"),
        "typicalAgeRange": format!("{}-{}", service.ages.from, service.ages.to),
    });
    if let Some(pence) = cost.pence {
        let pounds = format!("{}.{:02}", pence / 100, pence % 100);
        event["isAccessibleForFree"] = (pence == 0).into();
        event["offers"] = json!({"@type": "Offer", "price": pounds, "priceCurrency": "GBP"});
    }
    if let Some(note) = session.note.as_ref().map(|note| note.pick(language)) {
        event["disambiguatingDescription"] = note.into();
    }
    event
}

fn location(place: &Place, site: &Site, language: &str) -> Value {
    let area = site.locality(place.locality.as_str());
    let area = area.map(|locality| locality.name.pick(language));
    let mut location = json!({
        "@type": "Place",
        "name": place.name.pick(language),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": area.unwrap_or(&site.area),
            "addressCountry": "GB",
        },
    });
    if let Some(street) = &place.address {
        location["address"]["streetAddress"] = street.as_str().into();
    }
    if let Some(point) = place.point {
        location["geo"] =
            json!({"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon});
    }
    location
}

/// `2026-11-27T18:00+00:00`: the time on the wall with how far it is from UTC then.
fn stamp(time: LocalTime, at: clock::Instant, clock: Clock) -> String {
    let minutes = (clock.zone)(at);
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    format!("{}T{}{sign}{hours:02}:{rest:02}", time.day, time.time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Instant;
    use crate::json;

    const RUN: &str = r#"{"id":"o","name":"Bobbin </script> Trust","places":[
        {"id":"hall","name":"Hall","locality":"leigh","address":"Market Street","lat":53.5,"lon":-2.5},
        {"id":"bus","name":"Bus","kind":"bus","locality":"leigh"}],
        "services":[{"id":"s","name":"Fridays","about":"Games.","kind":"club","level":"universal",
        "ages":{"from":11,"to":19},"cost":{"pence":150},"joining":"drop-in","join":"Come.",
        "sessions":[{"place":"hall","days":["fri"],"from":"18:00","to":"21:00",
            "cancelled":[{"date":"2026-10-30","why":"No heating."}]},
            {"place":"bus","dates":["2026-10-24"],"from":"22:00","to":"01:30","cost":{"pence":0}}],
        "checked":{"on":"2026-10-01","by":"Team"}}]}"#;

    fn site() -> Site {
        let shipped = include_str!("../../../../public/content/site.json");
        json::read(shipped).unwrap()
    }

    fn of(run: &str, now: &str) -> Option<String> {
        let organisation: Organisation = json::read(run).unwrap();
        // Clocks go back at one in the morning, UTC, of 25 October 2026.
        let back = LocalTime::parse("2026-10-25T01:00").unwrap().minutes() * 60;
        let zone = move |at: Instant| if at.seconds() < back { 60 } else { 0 };
        let now = clock::first(LocalTime::parse(now).unwrap(), &zone);
        let clock = Clock { now, zone: &zone };
        events(&organisation, &organisation.services[0], &site(), clock)
    }

    #[test]
    fn the_next_dates_are_told_with_their_offset() {
        let text = of(RUN, "2026-10-23T12:00").unwrap();
        assert!(!text.contains("</script"), "{text}");
        let document: Value = serde_json::from_str(&text).unwrap();
        let events = document["@graph"].as_array().unwrap();
        let dates: Vec<_> = events
            .iter()
            .map(|event| {
                let of = |name: &str| event[name].as_str().unwrap().to_owned();
                (of("startDate"), of("endDate"), of("eventStatus"))
            })
            .collect();
        let scheduled = "https://schema.org/EventScheduled".to_owned();
        let first = ("2026-10-23T18:00+01:00", "2026-10-23T21:00+01:00");
        assert_eq!(
            dates[0],
            (first.0.into(), first.1.into(), scheduled.clone())
        );
        assert_eq!(dates[1].2, "https://schema.org/EventCancelled");
        assert_eq!(dates[1].0, "2026-10-30T18:00+00:00");
        // It ends at the second half past one.
        let bus = ("2026-10-24T22:00+01:00", "2026-10-25T01:30+00:00");
        assert_eq!(dates[4], (bus.0.into(), bus.1.into(), scheduled));
        assert_eq!(events[0]["offers"]["price"], "1.50");
        assert_eq!(events[4]["isAccessibleForFree"], true);
        assert_eq!(events[0]["location"]["geo"]["latitude"], 53.5);
        assert_eq!(events[4]["location"].get("geo"), None);
    }

    #[test]
    fn nothing_is_told_of_what_has_no_date_is_paused_or_private() {
        let paused = RUN.replace("\"joining\"", "\"status\":\"paused\",\"joining\"");
        assert_eq!(of(&paused, "2026-10-23T12:00"), None);
        let private = RUN.replace("\"level\":\"universal\"", "\"level\":\"targeted\"");
        assert_ne!(private, RUN);
        assert_eq!(of(&private, "2026-10-23T12:00"), None);
        let (start, end) = (
            RUN.find("[{\"place\"").unwrap(),
            RUN.find(",\n        \"checked").unwrap(),
        );
        let none = [&RUN[..start], "[]", &RUN[end..]].concat();
        assert_eq!(of(&none, "2026-10-23T12:00"), None);
    }
}
