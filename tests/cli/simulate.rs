//! `hark simulate`

use std::collections::BTreeSet;

use hark::commands::simulate::responses;
use hark_domain::clock::{Clock, Instant};
use hark_domain::pack::Pack;
use hark_domain::survey::Survey;
use hark_domain::wire;
use hark_tests::packs::{sample, shipped};
use proptest::prelude::*;
use serde_json::Value;

use crate::ran::{refused, run};

fn simulate(survey: &str, count: &str, seed: &str) -> String {
    let file = crate::ran::sample(&format!("surveys/{survey}.json"));
    let ran = run([
        "simulate".as_ref(),
        file.as_os_str(),
        "--count".as_ref(),
        count.as_ref(),
        "--seed".as_ref(),
        seed.as_ref(),
    ]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    ran.out
}

#[test]
fn the_same_seed_gives_the_same_people() {
    let first = simulate("clubs", "20", "7");
    assert_eq!(first, simulate("clubs", "20", "7"));
    assert_ne!(first, simulate("clubs", "20", "8"));
    // More of them begin with the same ones.
    assert!(simulate("clubs", "30", "7").starts_with(&first));
    assert_eq!(simulate("clubs", "0", "7"), "");
}

#[test]
fn each_line_is_a_body_marked_as_made_up() {
    let lines = simulate("clubs", "200", "1");
    assert_eq!(lines.lines().count(), 200);
    let mut ids = BTreeSet::new();
    for line in lines.lines() {
        let body: Value = serde_json::from_str(line).unwrap();
        assert_eq!(body["test"], true, "{line}");
        assert_eq!(body["survey"], "clubs");
        let response = wire::read(line.as_bytes()).unwrap();
        assert!(ids.insert(response.id), "an id came twice");
    }
}

/// Every survey of both packs, with a moment at which it is open.
fn surveys() -> Vec<(Survey, Instant)> {
    let (_, shipped): (_, Pack) = hark::folder::pack(&shipped()).unwrap();
    let surveys = sample().1.surveys.into_iter().chain(shipped.surveys);
    surveys
        .map(|survey| {
            let span = survey.span(&|_| 0);
            let open = span.opens.or(span.closes);
            (survey, open.unwrap_or(Instant::from_seconds(0)))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_made_up_person_is_admitted(seed: u64) {
        for (survey, now) in surveys() {
            for response in responses(&survey, seed).take(5) {
                let body = serde_json::to_string(&response).unwrap();
                let read = wire::read(body.as_bytes()).unwrap();
                prop_assert_eq!(&read, &response);
                let record = wire::admit(read, Some(&survey), Clock { now, zone: &|_| 0 });
                prop_assert!(record.is_ok(), "{body}: {record:?}");
            }
        }
    }
}

#[test]
fn made_up_people_differ() {
    for (survey, _) in surveys() {
        let people: BTreeSet<_> = responses(&survey, 1)
            .take(50)
            .map(|response| response.answers)
            .collect();
        assert!(people.len() > 5, "{}: {} of 50", survey.id, people.len());
    }
}

#[test]
fn a_survey_that_can_not_be_read_is_named() {
    let err = refused(["simulate", "nowhere.json", "--count", "1", "--seed", "1"]);
    assert!(
        err.contains("nowhere.json: There is no such file."),
        "{err}"
    );
}
