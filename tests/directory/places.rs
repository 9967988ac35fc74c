//! Where things are, and whether in the borough.

use serde_json::{Value, json};

use crate::borough::{Came, oruk};

fn at(location: Value) -> Came {
    oruk(json!({
        "id": "1", "name": "Club", "description": "x", "status": "active", "minimum_age": 11, "maximum_age": 19,
        "fees": "free", "attending_access": "drop-in", "assured_date": "2026-11-01", "organization": {"name": "Trust"},
        "schedules": [{"freq": "WEEKLY", "byday": "FR", "opens_at": "18:00", "closes_at": "21:00"}],
        "service_at_locations": [{"location": location}],
    }))
}

const AT: &str = "service 1 (Club), service_at_locations/0/location";

#[test]
fn points_are_put_right() {
    for (lat, lon, line) in [
        (json!(53.521), json!(-2.592), None),
        (json!("53.521"), json!("-2.592"), None),
        (
            json!(-2.592),
            json!(53.521),
            Some("repaired: Latitude and longitude were swapped."),
        ),
        (
            json!(53.521),
            json!(2.592),
            Some("repaired: The longitude lacked its minus: the borough is west of Greenwich."),
        ),
        (
            json!(360_829),
            json!(402_803),
            Some(
                "repaired: These are eastings and northings of the British National Grid: they were turned into degrees.",
            ),
        ),
    ] {
        let came = at(json!({"name": "Hall", "latitude": lat, "longitude": lon}));
        let place = came.place();
        assert_eq!(place["locality"], "south", "{lat} {lon}");
        assert!(
            (place["lat"].as_f64().unwrap() - 53.521).abs() < 0.001,
            "{place}"
        );
        assert!(
            (place["lon"].as_f64().unwrap() + 2.592).abs() < 0.001,
            "{place}"
        );
        match line {
            Some(line) => came.says(&format!("{AT}/latitude: {line}")),
            None => assert!(
                !came.lines.iter().any(|line| line.contains("latitude")),
                "{:#?}",
                came.lines
            ),
        }
    }
    for (lat, lon, line) in [
        (
            json!(0),
            json!(0),
            "latitude: left out: 0, 0 is in the sea off Africa: the point is unknown.",
        ),
        (
            json!(100),
            json!(101),
            "latitude: left out: There is no point 100, 101.",
        ),
        (
            json!("north"),
            json!(1),
            "latitude: left out: \"north\" and \"1\" are no degrees.",
        ),
        (
            json!(53.5),
            json!(null),
            "latitude: left out: One half of a point is no place: give latitude and longitude.",
        ),
    ] {
        let came = at(
            json!({"name": "Hall", "latitude": lat, "longitude": lon, "addresses": [{"postal_code": "ZZ1 1AA"}]}),
        );
        assert_eq!(
            (came.place().get("lat"), &came.place()["locality"]),
            (None, &json!("north"))
        );
        came.says(&format!("{AT}/{line}"));
    }
}

#[test]
fn what_is_outside_is_refused() {
    for (location, line) in [
        (
            json!({"latitude": 54.43, "longitude": -2.96}),
            "latitude: refused: It is outside the borough: 54.430, -2.960 is more than 8 km from the middle of every locality.",
        ),
        (
            json!({"addresses": [{"postal_code": "la220xx"}]}),
            "addresses/0/postal_code: refused: It is outside the borough: no locality has LA22.",
        ),
        (
            json!({"addresses": [{"country": "US"}]}),
            "addresses/0/country: refused: It is in another country, \"US\".",
        ),
        (
            json!({"latitude": 530_034, "longitude": 180_381}),
            "latitude: refused: It is outside the borough: 51.507, -0.128 is more than 8 km from the middle of every locality.",
        ),
    ] {
        at(location).is_refused(&format!("{AT}/{line}"));
    }
    // One place outside and one inside: that one is left out.
    let service = json!({
        "name": "Club", "status": "active",
        "service_at_locations": [
            {"location": {"name": "Lake", "latitude": 54.43, "longitude": -2.96}},
            {"location": {"name": "Hall", "latitude": 53.52, "longitude": -2.59}},
        ],
        "schedules": [{"freq": "WEEKLY", "byday": "FR", "opens_at": "18:00", "closes_at": "21:00"}],
    });
    let came = oruk(service);
    assert_eq!(came.place()["name"], "Hall");
    assert_eq!(came.service()["sessions"].as_array().unwrap().len(), 1);
    assert!(
        came.lines
            .iter()
            .any(|line| line.contains("location/latitude: left out: It is outside the borough"))
    );
}

#[test]
fn localities_by_postcode_and_by_name() {
    for (location, locality) in [
        (json!({"addresses": [{"postal_code": "zz31xx"}]}), "south"),
        (
            json!({"addresses": [{"address_1": "1 Mill Lane, ZZ1 2AB"}]}),
            "north",
        ),
        (json!({"addresses": [{"city": "Overmill"}]}), "north"),
        (
            json!({"addresses": [{"address_1": "Overmill Road", "city": "Weir"}]}),
            "south",
        ),
        (json!({"name": "Nethermill library"}), "south"),
    ] {
        assert_eq!(
            at(location.clone()).place()["locality"],
            locality,
            "{location}"
        );
    }
    let came = at(json!({"name": "Hall", "addresses": [{"postal_code": "ABC 1234"}]}));
    came.says(&format!(
        "{AT}/addresses/0/postal_code: left out: \"ABC 1234\" is no postcode."
    ));
    came.says(&format!("{AT}: repaired: Nothing says in which part of the borough it is: it stands under \"north\", and people are told to ask. Say --locality for another."));
    assert_eq!(
        came.place()["find"],
        "Their list doesn't say where this is. Ask before you go."
    );
    let came = at(json!({"name": "Hall", "addresses": [{"postal_code": "zz21aa"}]}));
    came.says(&format!(
        "{AT}/addresses/0/postal_code: repaired: \"zz21aa\" is written ZZ2 1AA."
    ));
    assert_eq!(came.place()["address"], "ZZ2 1AA");
}

#[test]
fn what_is_to_stay_hidden_stays_hidden() {
    let came = at(json!({
        "name": "Private venue, Weir", "latitude": 53.52, "longitude": -2.59, "description": "MASK EXACT ADDRESS",
        "addresses": [{"address_1": "1 Secret Street", "postal_code": "ZZ2 1AA"}],
    }));
    let place = came.place();
    assert_eq!(
        (place.get("lat"), place.get("address"), &place["locality"]),
        (None, None, &json!("south"))
    );
    assert!(!came.organisations[0].to_string().contains("Secret"));
    came.says(&format!("{AT}/description: repaired: Its exact place is not to be shown: only the part of the borough is kept."));
}

#[test]
fn kinds_of_places_and_what_they_have() {
    let came = at(json!({
        "name": "Weir Hub", "latitude": 53.52, "longitude": -2.59,
        "accessibility": [{"description": "Step-free entrance, hearing loop"}, {"description": "Friendly cat"}],
    }));
    assert_eq!(
        (&came.place()["kind"], &came.place()["has"]),
        (
            &json!("hub"),
            &json!(["hearing-loop", "wheelchair-entrance"])
        )
    );
    came.says(&format!("{AT}/accessibility/1/description: left out: \"Friendly cat\" is none of the things that a place can have."));
    let came = at(json!({"name": "Online", "location_type": "virtual"}));
    assert_eq!(came.place()["kind"], "online");
    assert_eq!(came.lines, [""; 0]);
}

#[test]
fn several_places_without_a_word_on_which_are_all_shown_with_a_note() {
    let place = |name: &str, lat: f64| json!({"location": {"name": name, "latitude": lat, "longitude": -2.6}});
    let came = oruk(json!({
        "name": "Club", "status": "active", "service_at_locations": [place("Hub", 53.52), place("Satellite", 53.57)],
        "schedules": [{"freq": "WEEKLY", "byday": "FR", "opens_at": "18:00", "closes_at": "21:00"}],
    }));
    let sessions = came.service()["sessions"].as_array().unwrap();
    let places: Vec<&str> = sessions
        .iter()
        .map(|session| session["place"].as_str().unwrap())
        .collect();
    assert_eq!(places, ["hub", "satellite"]);
    assert_eq!(
        sessions[1]["note"],
        "Their list doesn't say at which of their places this is. Ask them."
    );
    came.says("service 1 (Club), times: repaired: Nobody says at which of 2 places this is: it's shown at each, with a note to ask.");
}
