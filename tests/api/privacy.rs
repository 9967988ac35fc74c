//! Nothing of a request is kept or logged but its answers (privacy.md, check I7).
//!
//! The real program is sent a response with a mark in everything that could give a
//! person away, is killed so that nothing is tidied up, and its files and its output
//! are searched for the marks.

use std::fs;
use std::path::Path;
use std::process::Command;

use hark_tests::packs::fixture;
use hark_tests::process::Served;
use hark_tests::wire::id;
use serde_json::json;

const PROGRAM: &str = env!("CARGO_BIN_EXE_hark-under-test");

/// What a browser or a proxy says of a person, each with its mark.
const HEADERS: &str = "user-agent: canary-agent\r\n\
    x-forwarded-for: 203.0.113.77\r\n\
    forwarded: for=203.0.113.78\r\n\
    x-real-ip: 203.0.113.79\r\n\
    referer: https://school.example/canary-referer\r\n\
    origin: https://canary-origin.example\r\n\
    accept-language: cy-canary\r\n\
    cookie: session=canary-cookie\r\n\
    sec-ch-ua-model: canary-device\r\n\
    x-request-id: canary-request\r\n";

const TEXT: &str = "canary-text";

/// Every file below a folder, with what it holds.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
        .collect()
}

fn holds(bytes: &[u8], mark: &str) -> bool {
    let mark = mark.as_bytes();
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// The survey `clubs` without its dates: a real process has the real day.
fn open_pack(folder: &Path) {
    let (files, _) = hark_tests::packs::sample();
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let open = text
            .replace("\"opens\": \"2026-11-01\",", "")
            .replace("\"closes\": \"2026-11-30\",", "");
        fs::write(path, open).unwrap();
    }
}

#[test]
fn no_mark_of_a_person_is_on_disk_or_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let (data, content) = (folder.path().join("data"), folder.path().join("content"));
    open_pack(&content);
    let mut served = Served::start(PROGRAM, &data, &content, &[]);
    let body = |number, idea: &str| {
        json!({"id": id(number), "survey": "clubs", "version": 2,
            "answers": {"again": "yes", "nights": 1, "idea": idea}})
        .to_string()
    };
    let (status, _) = served.post(HEADERS, &body(1, TEXT)).unwrap();
    assert_eq!(status, 201);
    // Requests that are refused, or repeated, leave nothing either.
    for (wrong, expected) in [
        (
            body(2, "canary-refused").replace("yes", "canary-choice"),
            422,
        ),
        (
            body(1, "canary-conflict").replace("\"nights\":1", "\"nights\":2"),
            409,
        ),
        (body(1, "canary-repeat"), 200),
        ("canary-malformed".to_owned(), 400),
        (" ".repeat(70_000), 413),
    ] {
        let (status, _) = served.post(HEADERS, &wrong).unwrap();
        assert_eq!(status, expected);
    }
    served.kill();

    let files = contents(&data);
    assert!(files.iter().any(|(name, _)| name.ends_with("hark.db-wal")));
    let marks = ["203.0.113", "canary", "school.example", "127.0.0.1"];
    for (name, bytes) in &files {
        let without_text = String::from_utf8_lossy(bytes).replace(TEXT, "");
        for mark in marks {
            assert!(!holds(without_text.as_bytes(), mark), "{mark} in {name}");
        }
    }
    assert!(
        files.iter().any(|(_, bytes)| holds(bytes, TEXT)),
        "the search finds what is there"
    );
    let (out, err, _) = served.finish();
    assert_eq!(out, "", "it said more than where it is");
    assert!(
        err.lines()
            .all(|line| line.contains("there is no site here")),
        "{err}"
    );
}

#[test]
fn a_failing_store_is_logged_without_data() {
    let folder = tempfile::tempdir().unwrap();
    let (data, content) = (folder.path().join("data"), folder.path().join("content"));
    open_pack(&content);
    let served = Served::start(PROGRAM, &data, &content, &["--site", "none"]);
    rusqlite::Connection::open(data.join("hark.db"))
        .unwrap()
        .execute_batch("DROP TABLE response")
        .unwrap();
    let body = json!({"id": id(0xabc), "survey": "clubs", "version": 2,
        "answers": {"again": "no"}});
    for _ in 0..3 {
        let (status, _) = served.post(HEADERS, &body.to_string()).unwrap();
        assert_eq!(status, 503);
    }
    served.terminate();
    let (_, err, status) = served.finish();
    assert!(status.success());
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(
        lines.len(),
        2,
        "no site, and one line for three failures: {err}"
    );
    assert_eq!(lines[1], "Storing fails: no such table: response.");
}

#[test]
fn the_program_speaks_of_nothing_else() {
    // A check that the search above would see a log line at all.
    let out = Command::new(PROGRAM)
        .arg("check")
        .arg(fixture("pack"))
        .output()
        .unwrap();
    assert!(out.status.success());
    assert!(!out.stdout.is_empty() && out.stderr.is_empty());
}
