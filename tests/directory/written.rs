//! Times, days and prices as people write them, where a hasty reader gets them wrong.

use hark_domain::activity::import;
use serde_json::{Value, json};

use crate::borough::{Came, oruk, within};

fn service(fields: Value) -> Value {
    let mut service = json!({"id": "1", "name": "Club", "status": "active"});
    for (name, value) in fields.as_object().unwrap() {
        service[name] = value.clone();
    }
    service
}

/// A session on Fridays at these times.
fn at(opens: Value, closes: Value) -> Came {
    let schedule = json!({"freq": "WEEKLY", "byday": "FR", "opens_at": opens, "closes_at": closes});
    oruk(service(json!({"schedules": [schedule]})))
}

#[test]
fn two_times_in_one_field_are_no_offset_from_greenwich() {
    let came = at(json!("10:00-12:00 and 13:00-15:00"), Value::Null);
    let join = came.service()["join"].as_str().unwrap();
    assert_eq!(came.service()["sessions"].as_array().map_or(0, Vec::len), 0);
    assert!(join.contains("10:00-12:00 and 13:00-15:00"), "{join}");
    let came = at(json!("18:00:00-01:00"), json!("20:00:00+01:00"));
    assert_eq!(
        (&came.session()["from"], &came.session()["to"]),
        (&json!("18:00"), &json!("20:00"))
    );
}

#[test]
fn parts_of_a_day_have_commas_where_the_spreadsheet_has() {
    let came = at(json!("0,75"), json!("0,875"));
    assert_eq!(
        (&came.session()["from"], &came.session()["to"]),
        (&json!("18:00"), &json!("21:00"))
    );
}

#[test]
fn a_rule_with_escaped_commas_has_all_its_days() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Club\nDTSTART:20261127T180000\nDTEND:20261127T200000\nRRULE:FREQ=WEEKLY;BYDAY=FR\\,SA\nEND:VEVENT\nEND:VCALENDAR\n";
    let came = Came::of(within(|setting| import::ics(text, "club", setting)));
    assert_eq!(came.session()["days"], json!(["fri", "sat"]));
}

#[test]
fn a_price_in_words_counts_where_the_number_is_none() {
    let cost = |fields: Value| oruk(service(fields)).service()["cost"]["pence"].clone();
    let options = json!([{"amount": "-"}]);
    assert_eq!(cost(json!({"cost_options": options, "fees": "50p"})), 50);
    assert_eq!(
        cost(json!({"cost_options": [{"amount": 2}], "fees": "50p"})),
        200
    );
    let below = json!([{"amount": -1}]);
    assert_eq!(cost(json!({"cost_options": below})), Value::Null);
}
