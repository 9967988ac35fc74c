//! `OpenActive`: feeds and items.

use hark_domain::activity::import;
use serde_json::{Value, json};

use crate::borough::{Came, dates, within};

fn openactive(value: Value) -> Came {
    let files = [(String::new(), value)];
    Came::of(within(|setting| import::openactive(&files, setting)))
}

/// A series that needs no repair.
fn series() -> Value {
    json!({
        "@type": "SessionSeries", "@id": "https://example.org/series/1", "name": "Badminton", "description": "No strings.",
        "url": "https://example.org/badminton", "activity": [{"prefLabel": "Badminton"}],
        "organizer": {"@type": "Organization", "@id": "https://example.org/o/1", "name": "Bobbin Leisure", "telephone": "01942 000000"},
        "ageRange": {"minValue": 11, "maxValue": 16}, "isAccessibleForFree": true,
        "location": {
            "@type": "Place", "name": "Weir Baths", "geo": {"latitude": 53.521, "longitude": -2.592},
            "address": {"streetAddress": "Mill Lane", "addressLocality": "Weir", "postalCode": "ZZ2 1AA", "addressCountry": "GB"},
            "amenityFeature": [{"name": "Changing Facilities", "value": true}, {"name": "Lift", "value": false}, {"name": "Lockers", "value": true}],
        },
        "accessibilitySupport": [{"prefLabel": "Visual impairment"}],
        "eventSchedule": [{
            "@type": "Schedule", "repeatFrequency": "P7D", "byDay": ["https://schema.org/Thursday"], "startDate": "2026-09-03",
            "startTime": "11:00", "endTime": "14:00", "scheduleTimezone": "Europe/London",
        }],
    })
}

fn but(fields: Value) -> Came {
    let mut value = series();
    for (name, field) in fields.as_object().unwrap() {
        value[name] = field.clone();
    }
    openactive(value)
}

#[test]
fn a_series_is_a_service() {
    let came = openactive(series());
    let service = came.service();
    assert_eq!(
        (&service["kind"], &service["supports"], &service["cost"]),
        (&json!("sport"), &json!(["visual"]), &json!({"pence": 0}))
    );
    assert_eq!(
        (&service["phone"], &service["web"]),
        (&json!("01942 000000"), &json!("example.org/badminton"))
    );
    assert_eq!(
        came.session(),
        json!({"days": ["thu"], "starts": "2026-09-03", "from": "11:00", "to": "14:00"})
    );
    assert_eq!(
        (&came.place()["has"], &came.place()["address"]),
        (
            &json!(["changing-facilities"]),
            &json!("Mill Lane, Weir, ZZ2 1AA")
        )
    );
}

#[test]
fn pages_items_and_lists_are_read() {
    let item = json!({"state": "updated", "kind": "SessionSeries", "id": "1", "modified": 1_580_293_007_248_i64, "data": series()});
    for value in [
        json!({"next": "x", "license": "y", "items": [item, {"state": "deleted", "kind": "SessionSeries", "id": "2", "modified": 7}]}),
        item.clone(),
        json!([item]),
        json!([series()]),
    ] {
        assert_eq!(openactive(value).service()["name"], "Badminton");
    }
    let came = openactive(json!({"items": [item, {"state": "deleted", "id": "2"}]}));
    came.says("item 2, state: refused: Its publisher deleted it.");
    assert_eq!(came.service()["checked"]["on"], "2020-01-29");
    for nothing in [json!({"items": []}), json!([]), json!(3), json!({"a": 1})] {
        openactive(nothing)
            .is_refused("the file: refused: There is nothing in it that OpenActive describes.");
    }
}

#[test]
fn what_is_no_session_is_refused() {
    for (kind, line) in [
        ("Place", "@type: refused: A place alone is nothing to do."),
        (
            "Slot",
            "@type: refused: It is a place to hire, and nobody runs anything there.",
        ),
        (
            "ConceptScheme",
            "@type: refused: \"ConceptScheme\" is nothing to do.",
        ),
    ] {
        but(json!({"@type": kind})).is_refused(&format!("item 1 (Badminton), {line}"));
    }
    but(json!({"eventStatus": "https://schema.org/EventCancelled"}))
        .is_refused("item 1 (Badminton), eventStatus: refused: It is marked as \"cancelled\".");
    openactive(json!({"@type": "ScheduledSession", "superEvent": "https://example.org/series/9", "startDate": "2027-01-01T10:00:00Z"}))
        .is_refused("item 1, superEvent: refused: It is part of \"https://example.org/series/9\", which isn't in this file.");
}

#[test]
fn exceptions_an_hour_off_count_by_date() {
    let mut schedule = series()["eventSchedule"].clone();
    schedule[0]["exceptDate"] = json!(["2027-07-22T11:00:00.000Z", "2026-12-24", "never"]);
    let came = but(json!({"eventSchedule": schedule}));
    assert_eq!(came.session()["not"], json!(["2026-12-24", "2027-07-22"]));
    came.says("item 1 (Badminton), eventSchedule/0/exceptDate/0: repaired: It is at 12:00, and the session at 11:00: the date 2027-07-22 counts.");
    came.says("item 1 (Badminton), eventSchedule/0/exceptDate/2: left out: \"never\" is no date that there is.");
}

#[test]
fn single_sessions_stand_with_their_series() {
    let single = |id: &str, start: &str, end: &str, status: &str| {
        json!({"@type": "ScheduledSession", "@id": id, "superEvent": "https://example.org/series/1", "startDate": start, "endDate": end,
            "eventStatus": format!("https://schema.org/{status}")})
    };
    let mut without = series();
    without.as_object_mut().unwrap().remove("eventSchedule");
    let came = openactive(json!([
        single(
            "a",
            "2026-11-27T18:15:00Z",
            "2026-11-27T19:15:00Z",
            "EventScheduled"
        ),
        without,
        single(
            "b",
            "2027-07-02T17:15:00Z",
            "2027-07-02T18:15:00Z",
            "EventScheduled"
        ),
    ]));
    let sessions = came.service()["sessions"].as_array().unwrap();
    let all: Vec<String> = sessions
        .iter()
        .flat_map(|session| dates(session, "2026-11-24"))
        .collect();
    // 17:15 UTC in July is 18:15 here.
    assert_eq!(all, ["2026-11-27 18:15-19:15", "2027-07-02 18:15-19:15"]);
    let came = but(json!({"subEvent": [
        {"@type": "ScheduledSession", "startDate": "2026-11-26T11:00:00Z", "endDate": "2026-11-26T14:00:00Z", "eventStatus": "https://schema.org/EventCancelled"},
        {"@type": "ScheduledSession", "startDate": "2026-12-03T11:00:00Z", "endDate": "2026-12-03T14:00:00Z"},
        {"@type": "ScheduledSession", "startDate": "2026-12-05T11:00:00Z", "endDate": "2026-12-05T14:00:00Z"},
    ]}));
    assert_eq!(
        dates(&came.session(), "2026-11-24")[..3],
        [
            "2026-11-26 11:00-14:00 off",
            "2026-12-03 11:00-14:00",
            "2026-12-05 11:00-14:00"
        ]
    );
    assert_eq!(came.session()["dates"], json!(["2026-12-05"]));
}

#[test]
fn what_an_event_lacks_its_series_has() {
    let came = openactive(json!({"data": {
        "@type": "Event", "startDate": "2026-12-05T10:00:00+00:00", "duration": "PT1H", "offers": [{"price": "5.00", "priceCurrency": "GBP"}, {"name": "Senior", "price": 3, "ageRestriction": {"minValue": 50}}],
        "location": series()["location"], "genderRestriction": "https://openactive.io/FemaleOnly",
        "superEvent": {"@type": "EventSeries", "name": "Workout", "ageRange": {"minValue": 14}, "organizer": {"@type": "Person", "name": "Ann Person"}},
    }}));
    let service = came.service();
    assert_eq!(
        (&service["name"], &service["ages"], &service["cost"]),
        (
            &json!("Workout"),
            &json!({"from": 14, "to": 25}),
            &json!({"pence": 500})
        )
    );
    assert!(
        service["about"]
            .as_str()
            .unwrap()
            .ends_with("It is for girls and women.")
    );
    assert_eq!(
        came.session(),
        json!({"dates": ["2026-12-05"], "from": "10:00", "to": "11:00"})
    );
    assert!(!came.organisations[0].to_string().contains("Person"));
    let came = but(
        json!({"location": null, "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode"}),
    );
    assert_eq!(came.place()["kind"], "online");
    let came = but(
        json!({"location": {"@type": "Place", "name": "53.521, -2.592", "geo": {"latitude": 53.521, "longitude": -2.592}}}),
    );
    assert_eq!(came.place()["name"], "Ask them where");
    came.says(
        "item 1 (Badminton), location/name: repaired: \"53.521, -2.592\" is no name of a place.",
    );
}
