//! `hark survey count`

use std::path::Path;
use std::sync::Arc;

use hark::commands::simulate::responses;
use hark_domain::id::SurveyId;
use hark_domain::wire::{Record, ResponseId};
use hark_tests::packs::shipped;
use hark_tests::recount::{Recount, recount};
use hark_tests::server::{Server, day};
use serde_json::{Value, json};

use crate::ran::{Ran, refused, run};

/// The thresholds of the shipped pack, by hand.
const HIDE_BELOW: u32 = 8;
const SMALLEST_BASE: u32 = 10;
const PERCENT_BASE: u32 = 30;

fn count(data: &Path, content: &Path, more: &[&str]) -> Ran {
    let arguments = ["survey", "count", "tellus", "--data"].map(AsRef::as_ref);
    let folders = [data.as_os_str(), "--content".as_ref(), content.as_os_str()];
    run(arguments
        .into_iter()
        .chain(folders)
        .chain(more.iter().map(AsRef::as_ref)))
}

/// A server with the shipped pack.
fn server() -> Server {
    let (_, pack) = hark::folder::pack(&shipped()).unwrap();
    Server::with(|state| state.pack = Arc::new(pack))
}

/// What made-up people send; it counts unless `test`.
fn made_up(server: &Server, seed: u64, how_many: usize, test: bool) -> Vec<Value> {
    let survey = server.state.pack.survey("tellus").unwrap();
    let bodies = responses(survey, seed).take(how_many).map(|mut response| {
        response.test = test;
        serde_json::to_value(response).unwrap()
    });
    bodies.collect()
}

async fn send(server: &Server, bodies: &[Value]) {
    for body in bodies {
        let reply = server.post(body).await;
        assert_eq!(reply.status, 201, "{reply:?}");
    }
}

/// Stores responses as an earlier or later Hark would have, to that version of the survey.
async fn store_of_version(server: &Server, version: u32, how_many: u128) {
    for number in 0..how_many {
        let record = Record {
            id: ResponseId::from_bytes((u128::from(version) << 64 | number).to_be_bytes()),
            survey: SurveyId::new("tellus").unwrap(),
            version,
            group: None,
            test: false,
            week: day("2026-11-22").iso_week(),
            closed: hark_domain::json::read(r#"{"year":"10","parks":"good"}"#).unwrap(),
            texts: Vec::new(),
        };
        server.store().record(record).await.unwrap();
    }
}

/// To the nearest five.
fn near(count: u32) -> u32 {
    (count + 2) / 5 * 5
}

fn percent(part: u32, whole: u32) -> Value {
    if whole < PERCENT_BASE {
        return Value::Null;
    }
    let (part, whole) = (near(part), near(whole));
    let percent = (0..=100)
        .rev()
        .find(|it| 2 * it * whole <= 200 * part + whole);
    json!(percent)
}

/// What may be seen of a recount, said again.
fn may_be_seen(it: &Recount) -> Value {
    let no = it.answered - it.numerator;
    let parts = [
        it.numerator,
        no,
        it.not_answered,
        it.dont_know,
        it.prefer_not,
    ];
    let small = parts.iter().any(|part| (1..HIDE_BELOW).contains(part));
    let alike = it.answered < PERCENT_BASE && (it.numerator == 0 || no == 0);
    if small || alike || it.answered < SMALLEST_BASE {
        return Value::Null;
    }
    json!({
        "asked": near(it.asked), "answered": near(it.answered),
        "not_answered": near(it.not_answered), "dont_know": near(it.dont_know),
        "prefer_not": near(it.prefer_not), "numerator": near(it.numerator),
        "percent_of_answered": percent(it.numerator, it.answered),
        "percent_of_asked": percent(it.numerator, it.asked),
    })
}

#[tokio::test]
async fn what_was_answered_is_counted_as_a_recount_by_hand_says() {
    let server = server();
    let counted = made_up(&server, 1, 400, false);
    send(&server, &counted).await;
    send(&server, &made_up(&server, 2, 60, true)).await;
    store_of_version(&server, 1, 33).await;
    store_of_version(&server, 9, 7).await;

    // The store is in use, as it always is where a server runs.
    let data = server.folder.path();
    let ran = count(data, &shipped(), &["--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["survey"], "tellus");
    assert_eq!(report["responses"], 400);
    let left_out = json!([{"version": 1, "responses": 35}, {"version": 9, "responses": null}]);
    assert_eq!(report["left_out"], left_out);
    assert!(
        report["warning"]
            .as_str()
            .unwrap()
            .contains("not to be published")
    );

    let people: Vec<Value> = counted.iter().map(|body| body["answers"].clone()).collect();
    let lines = report["indicators"].as_array().unwrap();
    let ids: Vec<&str> = lines
        .iter()
        .map(|line| line["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["ni-110", "ni-115", "ni-199", "ni-50", "ni-69"]);
    for line in lines {
        let id = line["id"].as_str().unwrap();
        let recount = recount(id, &people).unwrap();
        assert_eq!(line["figure"], may_be_seen(&recount), "{id}: {recount:?}");
    }
    let shown = lines
        .iter()
        .filter(|line| !line["figure"].is_null())
        .count();
    assert!(
        shown > 0 && shown < lines.len(),
        "{shown} are shown, so half of this shows nothing"
    );
    let ni_110 = &lines[0];
    assert_eq!(
        [
            &ni_110["status"],
            &ni_110["weighting"],
            &ni_110["missing"],
            &ni_110["better"]
        ],
        ["sourced", "to-be-supplied", "as-no", "larger"]
    );

    // The same for a person.
    let ran = count(data, &shipped(), &[]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    for words in [
        "(tellus, version ",
        "Responses: about 400.",
        "Left out, because of version 1: about 35.",
        "Left out, because of version 9: too few to say.",
        "not to be published",
        "complementary suppression",
        "differencing",
        "Its weights have not been supplied",
        "The rule is assumed",
        "Too few to show.",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    let parks = &lines[2]["figure"];
    let line = format!(
        "Asked {}: answered {}, not answered {}, don't know {}, don't want to say {}.",
        parks["asked"],
        parks["answered"],
        parks["not_answered"],
        parks["dont_know"],
        parks["prefer_not"]
    );
    assert!(ran.out.contains(&line), "{line}: {}", ran.out);
}

#[tokio::test]
async fn few_answers_show_nothing_of_anybody() {
    let server = server();
    send(&server, &made_up(&server, 1, 7, false)).await;
    let ran = count(server.folder.path(), &shipped(), &["--json"]);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["responses"], Value::Null);
    for line in report["indicators"].as_array().unwrap() {
        assert_eq!(line["figure"], Value::Null, "{line}");
    }
}

#[test]
fn what_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let content = shipped().display().to_string();
    let folders = ["--data", &data, "--content", &content];
    let err = refused([&["survey", "count", "telus"][..], &folders].concat());
    assert!(
        err.contains("There is no survey \"telus\"") && err.contains("tellus"),
        "{err}"
    );
    let err = refused([&["survey", "count", "tellus"][..], &folders].concat());
    assert!(err.contains("there are no responses here"), "{err}");
}
