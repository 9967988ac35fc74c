//! `hark journey`

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::ran::{Ran, refused, run, sample};

/// A file with answers, kept as long as the test.
fn file(text: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.json");
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn journey(survey: &Path, answers: &Path, more: &[&str]) -> Ran {
    let arguments = [
        "journey".as_ref(),
        "--survey".as_ref(),
        survey.as_os_str(),
        "--answers".as_ref(),
        answers.as_os_str(),
    ];
    run(arguments.into_iter().chain(more.iter().map(AsRef::as_ref)))
}

/// The JSON for those answers to the survey `clubs`.
fn clubs(answers: &Value) -> Value {
    let (_folder, answers) = file(answers.to_string());
    let ran = journey(&sample("surveys/clubs.json"), &answers, &["--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    serde_json::from_str(&ran.out).unwrap()
}

const AGAIN: [&str; 3] = ["yes", "no", "prefer-not"];
const BEEN: [&str; 4] = ["sport", "music", "art", "film"];

#[test]
fn a_complete_journey_is_design_mds_json() {
    assert_eq!(
        clubs(&json!({"again": "yes", "been": ["sport", "art"], "nights": 1, "idea": "x"})),
        json!({
            "pages": [
                {"id": "again", "questions": ["again"]},
                {"id": "going", "questions": ["been", "nights"]},
                {"id": "idea", "questions": ["idea"]}
            ],
            "required": ["again", "nights"],
            "choices": {"again": AGAIN, "been": BEEN},
            "errors": [],
            "kept": {"again": "yes", "been": ["sport", "art"], "nights": 1, "idea": "x"},
            "complete": true
        })
    );
}

#[test]
fn a_journey_that_ends_early_keeps_nothing_hidden() {
    assert_eq!(
        clubs(&json!({"again": "no", "nights": 3, "idea": "x"})),
        json!({
            "pages": [{"id": "again", "questions": ["again"]}],
            "required": ["again"],
            "choices": {"again": AGAIN},
            "errors": [],
            "kept": {"again": "no"},
            "complete": true
        })
    );
}

#[test]
fn wrong_answers_are_in_the_json_and_exit_0() {
    let journey = clubs(&json!({"been": ["sport"], "nights": 9, "who": "me"}));
    let errors: Vec<(&str, &str)> = journey["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| {
            assert!(error["text"].as_str().unwrap().ends_with('.'), "{error}");
            let text = |name: &str| error[name].as_str().unwrap();
            (text("question"), text("code"))
        })
        .collect();
    assert_eq!(
        errors,
        [
            ("again", "required"),
            ("been", "too-few"),
            ("nights", "too-large"),
            ("who", "unknown-question"),
        ]
    );
    assert_eq!(journey["complete"], false);
    assert_eq!(journey["kept"], json!({}));
}

#[test]
fn a_survey_is_found_by_its_id_in_the_pack() {
    let (_folder, answers) = file("{}");
    let pack = sample("").display().to_string();
    let by_id = journey(
        Path::new("clubs"),
        &answers,
        &["--json", "--content", &pack],
    );
    let by_file = journey(&sample("surveys/clubs.json"), &answers, &["--json"]);
    assert_eq!(by_id, by_file);
    assert_eq!(by_id.code, Some(0));
    let unknown = journey(Path::new("none"), &answers, &["--content", &pack]);
    assert_eq!(unknown.code, Some(1));
    assert!(unknown.err.contains("none"), "{}", unknown.err);
}

#[test]
fn without_json_it_is_for_reading() {
    let (_folder, answers) = file(r#"{"been": ["sport"], "who": "me"}"#);
    let ran = journey(&sample("surveys/clubs.json"), &answers, &[]);
    assert_eq!(ran.code, Some(0));
    for part in [
        "clubs, version 2",
        "Page going",
        "again (needed): Have you been to a club?",
        "wrong: ",
        "who: This survey has no such question.",
        "It can't be sent yet.",
    ] {
        assert!(ran.out.contains(part), "{part}: {}", ran.out);
    }
}

#[test]
fn a_file_that_can_not_be_read_is_named() {
    let (_folder, right) = file("{}");
    let clubs = sample("surveys/clubs.json");
    let named = |survey: &Path, answers: &Path, part: &str| {
        let err = refused([
            "journey".as_ref(),
            "--survey".as_ref(),
            survey.as_os_str(),
            "--answers".as_ref(),
            answers.as_os_str(),
            "--json".as_ref(),
        ]);
        assert!(err.contains(part), "{part}: {err}");
    };
    for (text, part) in [
        (&b""[..], "answers.json: This is not JSON"),
        (b"{", "answers.json: This is not JSON"),
        (b"[1]", "answers.json: "),
        (b"{\"again\": true}", "answers.json: /again: "),
        (b"{\"again\": {\"a\": 1}}", "answers.json: /again: "),
        (b"{\"nights\": 0.1234567}", "answers.json: /nights: "),
        (b"{\"a/b\": 1}", "answers.json: /a~1b: "),
        (b"{\"a\": 1, \"a\": 2}", "answers.json: This is not JSON"),
        (b"\xff", "answers.json: This is not UTF-8 text"),
    ] {
        let (_folder, answers) = file(text);
        named(&clubs, &answers, part);
    }
    named(
        &clubs,
        Path::new("nowhere.json"),
        "nowhere.json: There is no such file.",
    );
    named(
        &clubs,
        &sample("surveys"),
        "surveys: This is a folder, not a file.",
    );
    named(
        Path::new("/dev/zero"),
        &right,
        "/dev/zero: This file is too large",
    );
    named(&sample(""), &right, "This is a folder, not a file.");
    // It is JSON, but no survey; the sentence says what is missing where.
    named(&sample("site.json"), &right, "site.json: ");
}

#[test]
fn a_pipe_is_as_good_as_a_file() {
    let mut child = crate::ran::hark()
        .args(["journey", "--json", "--answers", "/dev/stdin", "--survey"])
        .arg(sample("surveys/clubs.json"))
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut input, b"{\"again\":\"no\"}").unwrap();
    drop(input);
    let out = child.wait_with_output().unwrap();
    assert_eq!(out.status.code(), Some(0));
    let journey: Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(journey["complete"], true);
}
