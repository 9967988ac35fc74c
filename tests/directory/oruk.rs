//! Open Referral UK and its relatives.

#[cfg(test)]
mod times;

use hark_domain::activity::{Detail, Organisation, details, directory, import};
use hark_domain::calendar::LocalDate;
use hark_domain::json;
use hark_domain::words::english;
use serde_json::{Value, json};

use crate::borough::{Came, oruk, within};

/// A service that needs no repair.
fn whole() -> Value {
    json!({
        "id": "0a1b", "name": "Weir Hall youth club", "description": "Pool and music.", "status": "active",
        "minimum_age": 11, "maximum_age": 19, "assured_date": "2026-11-01", "attending_access": "drop-in",
        "organization": {"id": "77", "name": "Bobbin Trust"},
        "cost_options": [{"amount": 0.5}],
        "schedules": [{"freq": "WEEKLY", "byday": "FR,SA", "opens_at": "18:00", "closes_at": "21:00"}],
        "service_at_locations": [{"location": {
            "name": "Weir Hall", "latitude": 53.521, "longitude": -2.592,
            "addresses": [{"address_1": "Mill Lane", "city": "Weir", "postal_code": "ZZ2 1AA", "country": "GB"}],
        }}],
    })
}

/// That service with other fields; null takes one away.
fn but(fields: Value) -> Came {
    let mut service = whole();
    for (name, value) in fields.as_object().unwrap() {
        service[name] = value.clone();
    }
    oruk(service)
}

fn schedule(fields: Value) -> Came {
    but(json!({"schedules": [fields]}))
}

#[test]
fn what_is_right_is_kept_without_a_word() {
    let came = oruk(whole());
    assert_eq!(came.lines, [""; 0]);
    let id = came.organisations[0]["id"].as_str().unwrap();
    assert!(id.starts_with("bobbin-trust-"), "{id}");
    let mut service = came.service().clone();
    let id = service["id"].take();
    assert!(
        id.as_str().unwrap().starts_with("weir-hall-youth-club-"),
        "{id}"
    );
    let expected = json!({
        "id": null, "name": "Weir Hall youth club", "about": "Pool and music.", "kind": "club", "level": "universal",
        "ages": {"from": 11, "to": 19}, "cost": {"pence": 50}, "joining": "drop-in", "join": "Just turn up.",
        "checked": {"on": "2026-11-01", "by": "Whoever runs it"},
        "sessions": [{"place": "weir-hall", "days": ["fri", "sat"], "from": "18:00", "to": "21:00"}],
    });
    assert_eq!(service, expected);
    let place = json!({
        "id": "weir-hall", "name": "Weir Hall", "locality": "south", "address": "Mill Lane, Weir, ZZ2 1AA",
        "lat": 53.521, "lon": -2.592,
    });
    assert_eq!(*came.place(), place);
    // The same record has the same names each time, and another has others.
    assert_eq!(oruk(whole()).service()["id"], id);
    assert_ne!(but(json!({"id": "0a1c"})).service()["id"], id);
}

#[test]
fn both_wrappers_lists_and_services_at_locations_are_read() {
    let at = |id: &str, name: &str| {
        let mut service = whole();
        let location = service["service_at_locations"].take()[0]["location"].take();
        let mut at = json!({"id": id, "service": service, "location": location});
        at["location"]["name"] = name.into();
        at
    };
    for page in [
        json!({"total_items": 1, "contents": [whole()]}),
        json!({"totalElements": 1, "content": [whole()]}),
        json!([whole()]),
        json!({"services": [whole()]}),
        json!({"id": "77", "name": "Bobbin Trust", "services": [whole()]}),
        at("1", "Weir Hall"),
    ] {
        let came = oruk(page.clone());
        assert_eq!(
            came.service()["sessions"][0]["place"],
            "weir-hall",
            "{page}"
        );
    }
    // A service at two places is one service.
    let came = oruk(json!({"contents": [at("1", "Weir Hall"), at("2", "Weir Annexe")]}));
    assert_eq!(came.service()["sessions"].as_array().unwrap().len(), 2);
    came.says("service 2 (Weir Hall youth club), service: repaired: It is the same service as service 1 (Weir Hall youth club) at another place: they are one.");
    let came = oruk(json!({"page_number": 1, "total_pages": 3, "contents": [whole()]}));
    came.says("the file: left out: This is page 1 of 3: what is on the others isn't in it.");
    for nothing in [
        json!({"$schema": "x", "properties": {}}),
        json!({"contents": []}),
        json!(7),
        json!(null),
        json!({"a": 1}),
    ] {
        let came = oruk(nothing.clone());
        assert_eq!(came.lines.len(), 1, "{nothing}: {:#?}", came.lines);
        assert!(
            came.lines[0].starts_with("the file: refused: "),
            "{nothing}"
        );
    }
}

#[test]
fn files_of_a_folder_are_named() {
    let files = [
        ("a.json".to_owned(), whole()),
        ("b.json".to_owned(), json!({"name": "", "status": "active"})),
    ];
    let imported = within(|setting| import::oruk(&files, setting));
    assert_eq!(imported.files.len(), 1);
    let lines: Vec<_> = imported
        .lines
        .iter()
        .map(|line| (line.file.as_str(), line.to_string()))
        .collect();
    assert_eq!(
        lines,
        [(
            "b.json",
            "service 1, name: refused: It has no name.".to_owned()
        )]
    );
}

#[test]
fn ages() {
    let ages = |min: Value, max: Value| but(json!({"minimum_age": min, "maximum_age": max}));
    for (min, max, from, to, line) in [
        (
            json!(18),
            json!(8),
            8,
            18,
            "minimum_age: repaired: The ages were swapped: it is from 8 to 18.",
        ),
        (
            json!(0.5),
            json!(17.99),
            0,
            17,
            "maximum_age: repaired: Ages are whole years: 17.99 is 17.",
        ),
        (
            json!("11"),
            json!(""),
            11,
            25,
            "minimum_age: repaired: No oldest age is given: 11 to 25 is shown.",
        ),
        (
            json!(12),
            json!(100),
            12,
            25,
            "minimum_age: repaired: Ages end at 25 here, not at 100.",
        ),
        (
            json!(null),
            json!(null),
            11,
            19,
            "ages: repaired: No ages are given: 11 to 19 is shown.",
        ),
        (
            json!("teen"),
            json!(16),
            11,
            16,
            "minimum_age: left out: \"teen\" is no age in years.",
        ),
    ] {
        let came = ages(min, max);
        assert_eq!(came.service()["ages"], json!({"from": from, "to": to}));
        came.says(&format!("service 1 (Weir Hall youth club), {line}"));
    }
    ages(json!(0), json!(4)).is_refused("service 1 (Weir Hall youth club), minimum_age: refused: It is for ages 0 to 4, and this is for people of 11 to 19.");
    ages(json!(50), json!(99)).is_refused("service 1 (Weir Hall youth club), minimum_age: refused: It is for ages 50 to 99, and this is for people of 11 to 19.");
    let came = but(json!({"description": "Ages 11–19 (up to 25 with SEND)"}));
    assert_eq!(came.service()["ages"]["to_ldd"], 25);
}

#[test]
fn prices() {
    for (given, cost) in [
        (
            json!({"cost_options": [{"amount": 0, "amount_description": "Free for residents, otherwise 3 pounds"}]}),
            json!({"pence": 300, "words": "Free for residents, otherwise 3 pounds"}),
        ),
        (
            json!({"cost_options": [{"amount": 5, "option": "Adult"}, {"amount": 2, "option": "Under 18s"}]}),
            json!({"pence": 200, "words": "£5: Adult; £2: Under 18s"}),
        ),
        (
            json!({"cost_options": [{"amount": "£3/£2"}]}),
            json!({"pence": 300, "words": "£3/£2"}),
        ),
        (
            json!({"cost_options": [{"amount": 35, "valid_to": "2022-12-31"}]}),
            json!({}),
        ),
        (
            json!({"cost_options": null, "fees": "Free"}),
            json!({"pence": 0}),
        ),
        (
            json!({"cost_options": null, "fees": "50p"}),
            json!({"pence": 50}),
        ),
        (
            json!({"cost_options": null, "free": true}),
            json!({"pence": 0}),
        ),
        (json!({"cost_options": null}), json!({})),
        (
            json!({"cost_options": [{"amount": 5, "currency": "eur"}]}),
            json!({}),
        ),
    ] {
        assert_eq!(but(given.clone()).service()["cost"], cost, "{given}");
    }
    but(json!({"cost_options": null})).says("service 1 (Weir Hall youth club), cost: repaired: Nobody says what it costs: people are told to ask.");
}

#[test]
fn hostile_and_broken_text_is_no_harm() {
    let came = but(json!({
        "name": "<script>alert(1)</script> Poetry slam", "url": "javascript:alert(1)", "email": "not-an-email",
        "description": "<p>Words.</p><style>x</style>", "alert": "<b>Moved</b>",
        "contacts": [{"name": "Ann Person", "phones": [{"number": "\"+44 1234 234567\""}, {"number": "call"}]}],
    }));
    let service = came.service();
    assert_eq!(
        (&service["name"], &service["about"], &service["alert"]),
        (&json!("Poetry slam"), &json!("Words."), &json!("Moved"))
    );
    assert_eq!(
        (service.get("web"), service.get("email"), &service["phone"]),
        (None, None, &json!("01234 234567"))
    );
    for line in [
        "name: repaired: Scripts, tags or codes in it are not kept: it is \"Poetry slam\".",
        "url: left out: \"javascript:alert(1)\" is no address of a web site, such as https://example.org.",
        "email: left out: \"not-an-email\" is no e-mail address.",
        "contacts/0/name: left out: Names of people are not kept.",
        "contacts/0/phones/1/number: left out: \"call\" is no telephone number of the United Kingdom.",
    ] {
        came.says(&format!("service 1 (Poetry slam), {line}"));
    }
    let everything = format!("{service}");
    assert!(
        !everything.contains("Person") && !everything.contains('<'),
        "{everything}"
    );
}

#[test]
fn languages_levels_kinds_and_statuses() {
    let came = but(json!({
        "languages": [{"id": "1"}, {"name": "Kurdish (Sorani)", "code": "ckb"}, {"name": "Polish"}, {"language": "English"}, {"name": "Elvish"}],
        "attributes": [{"taxonomy_term": {"name": "Targeted"}}, {"taxonomy_term": {"name": "Football"}}],
        "status": "temporarily closed", "attending_access": "referral",
    }));
    let service = came.service();
    assert_eq!(service["languages"], json!(["ckb", "pl"]));
    assert_eq!(
        (&service["level"], &service["kind"]),
        (&json!("targeted"), &json!("sport"))
    );
    assert_eq!(
        (&service["status"], &service["joining"]),
        (&json!("paused"), &json!("referral"))
    );
    came.says(
        "service 1 (Weir Hall youth club), languages/0: left out: A language without a name.",
    );
    came.says("service 1 (Weir Hall youth club), languages/4: left out: \"Elvish\" is no language that is known here: give its code, such as \"pl\".");
    but(json!({"status": "defunct"})).is_refused(
        "service 1 (Weir Hall youth club), status: refused: It is marked as \"defunct\".",
    );
    but(json!({"status": "Open"}))
        .says("service 1 (Weir Hall youth club), status: repaired: \"Open\" is taken for active.");
    but(json!({"name": "Welcome group"})).says("service 1 (Welcome group), kind: repaired: No word of it tells what kind of thing it is: it's called a club.");
    but(json!({"colour": "red"})).says("service 1 (Weir Hall youth club), colour: left out: Nothing called \"colour\" is known here. It's named once, whatever has it.");
    but(json!({"assured_date": "2025-01-01"})).says("service 1 (Weir Hall youth club), assured_date: repaired: It was last looked after on 2025-01-01, more than a year ago: people are shown that.");
    let came = but(json!({"assured_date": "2030-01-01"}));
    assert_eq!(came.service().get("checked"), None);
    came.says("service 1 (Weir Hall youth club), assured_date: left out: 2030-01-01 is still to come: nobody can have checked then.");
}

#[test]
fn the_same_again_is_kept_once_and_other_times_are_added() {
    let mut other = whole();
    other["id"] = "0a1c".into();
    other["name"] = " weir hall  YOUTH club ".into();
    let came = oruk(json!([whole(), other]));
    came.says("service 2 (weir hall YOUTH club), name: refused: It has the same name and place as service 1 (Weir Hall youth club): only that is kept.");
    assert_eq!(came.service()["sessions"].as_array().unwrap().len(), 1);
    other["schedules"][0]["byday"] = "MO".into();
    let came = oruk(json!([whole(), other]));
    came.says("service 2 (weir hall YOUTH club), name: repaired: It has the same name and place as service 1 (Weir Hall youth club): its times stand there.");
    assert_eq!(came.service()["sessions"].as_array().unwrap().len(), 2);
    other["minimum_age"] = 8.into();
    assert_eq!(oruk(json!([whole(), other])).services().len(), 2);
    let came = oruk(json!([whole(), whole()]));
    came.says("service 2 (Weir Hall youth club), id: refused: It has the same id as service 1 (Weir Hall youth club): only that is kept.");
}

#[test]
fn what_says_next_to_nothing_is_kept_for_people_to_ask() {
    let came = oruk(json!({"id": "9", "name": "Drama Club", "status": "active"}));
    assert_eq!(came.organisations[0]["name"], "Drama Club");
    let service = came.service();
    assert_eq!(service["sessions"], json!([]));
    assert_eq!(
        service["join"],
        "Get in touch before you go. Ask them when it is on."
    );
    assert_eq!(service.get("checked"), None);
    for field in ["description", "ages", "cost", "joining", "checked", "times"] {
        let start = format!("service 1 (Drama Club), {field}: repaired: ");
        assert!(
            came.lines.iter().any(|line| line.starts_with(&start)),
            "{field}: {:#?}",
            came.lines
        );
    }
}

/// A page says of such a thing that people have to ask, and not that it is free or checked.
#[test]
fn what_nobody_says_reaches_the_page_as_unknown() {
    let came = oruk(json!({"id": "9", "name": "Drama Club", "status": "active"}));
    let organisation: Organisation = json::take(came.organisations[0].clone()).unwrap();
    let all = [organisation];
    within(|setting| {
        let detail = details(&all, setting.site, None, english()).remove(0);
        assert_eq!(
            (detail.checked, detail.tags[0].as_str()),
            (None, "Ask what it costs")
        );
        assert_eq!(json::take::<Detail>(detail.to_json()), Ok(detail));
        let listed = &directory(&all, setting.site, english()).services[0];
        assert_eq!(
            (listed.checked, listed.cost.as_str()),
            (LocalDate::EPOCH, "Ask what it costs")
        );
    });
}
