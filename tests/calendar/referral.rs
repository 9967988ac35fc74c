//! Open Referral UK 3.0 against the profile's own JSON schema.

use std::collections::BTreeSet;
use std::fs;

use hark_domain::activity::export::{Export, FileKind};
use hark_tests::{cases, packs};
use serde_json::Value;

use crate::files::export;

fn shipped() -> Export {
    let (_, pack) = hark::folder::pack(&packs::shipped()).unwrap();
    export(&pack.organisations, &pack.site)
}

fn read(export: &Export, path: &str) -> Value {
    let file = &export.files[path];
    assert_eq!(file.kind, FileKind::Referral, "{path}");
    serde_json::from_str(&file.text).unwrap()
}

/// The entries of a list, page after page.
fn services(export: &Export) -> Vec<Value> {
    let mut all = Vec::new();
    for number in 1.. {
        let page = read(export, &format!("services/page/{number}.json"));
        assert_eq!(page["page_number"], number);
        assert_eq!(page["first_page"], number == 1);
        assert_eq!(page["empty"], false);
        let contents = page["contents"].as_array().unwrap();
        assert_eq!(page["size"], contents.len());
        all.extend(contents.iter().cloned());
        if page["last_page"] == true {
            assert_eq!(page["total_pages"], number);
            assert_eq!(page["total_items"], all.len());
            break;
        }
    }
    all
}

#[test]
fn every_service_is_as_the_profile_has_it() {
    let Some(path) = cases::find(
        "directory/oruk30-schema-service.json",
        "Open Referral's schema",
    ) else {
        return;
    };
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    // A check that lets everything pass would be none.
    let bad = fs::read_to_string(
        cases::find("directory/oruk30-FAIL-service-full.json", "what must fail").unwrap(),
    );
    assert!(!validator.is_valid(&serde_json::from_str(&bad.unwrap()).unwrap()));
    let export = shipped();
    let listed = services(&export);
    assert!(listed.len() > 100);
    for service in &listed {
        let id = service["id"].as_str().unwrap();
        let whole = read(&export, &format!("services/{id}.json"));
        for value in [service, &whole] {
            let errors: Vec<String> = validator
                .iter_errors(value)
                .map(|it| it.to_string())
                .collect();
            assert!(errors.is_empty(), "{}: {errors:?}", service["name"]);
        }
        for needed in ["id", "organization_id", "name", "status"] {
            assert!(whole[needed].is_string(), "{needed} of {id}");
        }
        assert_eq!(whole["organization"]["id"], whole["organization_id"]);
        no_gaps(&whole, id);
    }
    assert_eq!(
        read(&export, "services/index.json"),
        read(&export, "services/page/1.json")
    );
}

/// "Optional fields with no value should be left out", and ids are for one thing each.
fn no_gaps(value: &Value, path: &str) {
    match value {
        Value::Null => panic!("{path} is null"),
        Value::String(text) => assert!(!text.is_empty(), "{path} is empty"),
        Value::Array(all) => {
            assert!(!all.is_empty(), "{path} is an empty list");
            for it in all {
                no_gaps(it, path);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                no_gaps(value, &format!("{path}/{name}"));
            }
        }
        Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn what_refers_to_something_finds_it() {
    let export = shipped();
    let terms = read(&export, "taxonomy_terms.json");
    let ids = |list: &Value| -> BTreeSet<String> {
        let all = list["contents"].as_array().unwrap();
        let ids: Vec<String> = all
            .iter()
            .map(|it| it["id"].as_str().unwrap().to_owned())
            .collect();
        let different: BTreeSet<String> = ids.iter().cloned().collect();
        assert_eq!(ids.len(), different.len(), "two have one id");
        different
    };
    let known = ids(&terms);
    let taxonomies = ids(&read(&export, "taxonomies.json"));
    for term in terms["contents"].as_array().unwrap() {
        assert!(taxonomies.contains(term["taxonomy_id"].as_str().unwrap()));
    }
    let at_locations = ids(&read(&export, "service_at_locations.json"));
    let listed = services(&export);
    ids(&serde_json::json!({"contents": listed}));
    let mut schedules = BTreeSet::new();
    for service in listed {
        let id = service["id"].as_str().unwrap();
        let whole = read(&export, &format!("services/{id}.json"));
        for attribute in whole["attributes"].as_array().unwrap() {
            assert!(known.contains(attribute["taxonomy_term_id"].as_str().unwrap()));
            assert_eq!(
                attribute["taxonomy_term"]["id"],
                attribute["taxonomy_term_id"]
            );
            assert_eq!(attribute["link_id"], whole["id"]);
        }
        for at in whole["service_at_locations"].as_array().unwrap() {
            let own = at["id"].as_str().unwrap();
            assert!(at_locations.contains(own));
            let alone = read(&export, &format!("service_at_locations/{own}.json"));
            assert_eq!(alone["location"], at["location"]);
            assert_eq!(alone["service"]["id"], whole["id"]);
        }
        for schedule in whole["schedules"].as_array().into_iter().flatten() {
            assert!(at_locations.contains(schedule["service_at_location_id"].as_str().unwrap()));
            assert!(schedules.insert(schedule["id"].to_string()), "{schedule}");
        }
    }
    for path in ["oruk.json", "services/index.json", "taxonomies.json"] {
        assert!(export.files.contains_key(path), "{path}");
    }
}

#[test]
fn terms_and_days_off_are_schedules() {
    let organisation = hark_domain::json::read(
        r#"{"id":"club","name":"Club","places":[
            {"id":"hall","name":"Hall","locality":"leigh","address":"1 High Street, Leigh WN7 1AA","has":["lift"],"find":"Ring."},
            {"id":"street","name":"Street team","kind":"street","locality":"leigh"}],
        "services":[{"id":"nights","name":"Nights","about":"About.","kind":"club","level":"universal",
            "ages":{"from":11,"to":19,"to_ldd":25},"cost":{"pence":50,"words":"with a drink"},
            "languages":["pl"],"joining":"drop-in","join":"Just turn up.","phone":"01942 000000",
            "status":"paused","alert":"Back soon.",
            "sessions":[
                {"place":"hall","days":["fri","sat"],"season":"term","from":"22:00","to":"00:30","starts":"2026-09-04",
                 "cancelled":[{"date":"2026-12-04","why":"No heating."}],
                 "moved":[{"date":"2026-11-20","to":"2026-11-22","from":"18:00","until":"20:00"}]},
                {"place":"street","monthly":["last sat"],"every":2,"starts":"2026-09-01","from":"18:00","to":"20:00",
                 "cost":{"pence":0}}],
            "checked":{"on":"2026-09-01","by":"Team"}}]}"#,
    )
    .unwrap();
    let export = export(&[organisation], &packs::sample_site());
    let id = services(&export)[0]["id"].as_str().unwrap().to_owned();
    let service = read(&export, &format!("services/{id}.json"));
    assert_eq!(service["status"], "temporarily closed");
    assert_eq!(service["alert"], "Back soon.");
    assert_eq!(
        (&service["minimum_age"], &service["maximum_age"]),
        (&11.into(), &19.into())
    );
    assert_eq!(service["cost_options"][0]["amount"], 0.5);
    assert_eq!(
        service["cost_options"][0]["amount_description"],
        "50p: with a drink"
    );
    assert_eq!(service["cost_options"][1]["amount"], 0.0);
    assert_eq!(
        service["contacts"][0]["phones"][0]["number"],
        "01942 000000"
    );
    assert_eq!(service["assured_date"], "2026-09-01");
    let hall = &service["service_at_locations"][0]["location"];
    assert_eq!(hall["addresses"][0]["postal_code"], "WN7 1AA");
    assert_eq!(hall["addresses"][0]["city"], "Leigh");
    assert_eq!(hall["accessibility"][0]["description"], "Lift");
    assert_eq!(hall["description"], "Ring.");
    let street = &service["service_at_locations"][1]["location"];
    assert_eq!(street["description"], "area only");
    assert!(street.get("latitude").is_none());
    let schedules = service["schedules"].as_array().unwrap();
    let field = |it: &Value, name: &str| {
        it.get(name)
            .map_or("-".to_owned(), |it| it.to_string().replace('"', ""))
    };
    let all: Vec<String> = schedules
        .iter()
        .map(|it| {
            let names = [
                "valid_from",
                "valid_to",
                "dtstart",
                "freq",
                "interval",
                "byday",
                "opens_at",
                "closes_at",
            ];
            names.map(|name| field(it, name)).join(" ")
        })
        .collect();
    assert_eq!(
        all,
        [
            "2026-09-04 2026-10-23 - WEEKLY 1 FR,SA 22:00 00:30",
            "2026-11-02 2026-12-18 - WEEKLY 1 FR,SA 22:00 00:30",
            "2027-01-04 2027-02-12 - WEEKLY 1 FR,SA 22:00 00:30",
            "2027-02-22 2027-03-25 - WEEKLY 1 FR,SA 22:00 00:30",
            "2027-04-12 2027-05-28 - WEEKLY 1 FR,SA 22:00 00:30",
            "2027-06-07 2027-07-23 - WEEKLY 1 FR,SA 22:00 00:30",
            "2026-11-20 2026-11-20 - - - - - -",
            "2026-11-22 2026-11-22 2026-11-22 - - - 18:00 20:00",
            "2026-12-04 2026-12-04 - - - - - -",
            "2026-09-01 - 2026-09-26 MONTHLY 2 -1SA 18:00 20:00",
        ]
    );
    assert_eq!(schedules[8]["description"], "Closed: No heating.");
    assert_eq!(schedules[8]["closed"], true);
}
