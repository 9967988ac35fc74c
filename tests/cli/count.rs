//! `hark survey count`

use std::path::Path;

use hark::commands::simulate::responses;
use hark::store::{Sqlite, Store};
use hark_domain::wire::{self, Record};
use hark_tests::packs::shipped;
use hark_tests::recount::{Recount, recount};
use hark_tests::server::day;
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

/// Made-up people with what is stored of them; they count unless `test`.
fn made_up(seed: u64, how_many: usize, test: bool) -> Vec<Record> {
    let (_, pack) = hark::folder::pack(&shipped()).unwrap();
    let survey = pack.survey("tellus").unwrap();
    let admitted = responses(survey, seed).take(how_many).map(|mut response| {
        response.test = test;
        wire::admit(response, Some(survey), day("2026-11-22")).unwrap()
    });
    admitted.collect()
}

async fn store_all(store: &Sqlite, records: Vec<Record>) {
    for record in records {
        store.record(record).await.unwrap();
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
    let share = 100.0 * f64::from(near(part)) / f64::from(near(whole));
    json!(
        format!("{:.0}", (share + 0.5).floor())
            .parse::<u32>()
            .unwrap()
    )
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
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let counted = made_up(1, 400, false);
    let of_version = |seed, how_many, version| {
        let mut records = made_up(seed, how_many, false);
        for record in &mut records {
            record.version = version;
        }
        records
    };
    store_all(&store, counted.clone()).await;
    store_all(&store, made_up(2, 60, true)).await;
    store_all(&store, of_version(3, 33, 1)).await;
    store_all(&store, of_version(4, 7, 9)).await;

    // The store is still in use, as it is while the server runs.
    let ran = count(folder.path(), &shipped(), &["--json"]);
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

    let people: Vec<Value> = counted
        .iter()
        .map(|record| serde_json::to_value(&record.closed).unwrap())
        .collect();
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
    let ran = count(folder.path(), &shipped(), &[]);
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
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    store_all(&store, made_up(1, 7, false)).await;
    store.close();
    let ran = count(folder.path(), &shipped(), &["--json"]);
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
