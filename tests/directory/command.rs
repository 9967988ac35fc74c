//! `hark import oruk|openactive|csv|ics`, as an organiser types them.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use hark_tests::packs;
use serde_json::{Value, json};
use tempfile::TempDir;

/// How a command ended: its code, what it printed, and what it said.
fn run<A: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = A>,
) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_hark-under-test"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn service(id: &str, name: &str) -> Value {
    json!({
        "id": id, "name": name, "description": "Pool.", "status": "active", "minimum_age": 11, "maximum_age": 19,
        "assured_date": "2020-01-01", "attending_access": "drop-in", "organization": {"id": "7", "name": "Trust"}, "fees": "free",
        "schedules": [{"freq": "WEEKLY", "byday": "FR", "opens_at": "18:00", "closes_at": "21:00"}],
        "service_at_locations": [{"location": {"name": "Hall", "latitude": 53.5, "longitude": -2.52}}],
    })
}

/// A folder with a file of each format, and a pack with nothing to do in it yet.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put(
        "services.json",
        &json!({"contents": [service("1", "Club"), {"name": ""}]}).to_string(),
    );
    put(
        "pages/1.json",
        &json!({"content": [service("1", "Club")]}).to_string(),
    );
    put(
        "pages/2.json",
        &json!({"content": [service("2", "Band night")]}).to_string(),
    );
    put("pages/3.json", "not JSON");
    put("pages/read-me.txt", "no page");
    put("feed.json", &json!({"items": [{"state": "updated", "data": {
        "@type": "SessionSeries", "@id": "1", "name": "Badminton", "organizer": {"name": "Leisure"},
        "location": {"name": "Baths", "geo": {"latitude": 53.5, "longitude": -2.52}},
        "eventSchedule": [{"repeatFrequency": "P1W", "byDay": ["schema:Thursday"], "startTime": "18:00", "endTime": "19:00"}],
    }}]}).to_string());
    put(
        "offer.csv",
        "\u{feff}Name;Where;Postcode;Day;Start;End\r\nClub;Hall;WN7 1AA;Fri;18:00;21:00\r\n",
    );
    put(
        "hub.ics",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Club\r\nLOCATION:Hall\\, Leigh\r\nDTSTART:20260904T180000\r\nDURATION:PT2H\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    fs::create_dir(folder.path().join("pack")).unwrap();
    fs::copy(
        packs::shipped().join("site.json"),
        folder.path().join("pack/site.json"),
    )
    .unwrap();
    folder
}

/// Each line on standard error has a file, a record, a field, what was done, and why.
fn is_a_line(line: &str, file: &str) {
    let acts = [": repaired: ", ": left out: ", ": refused: "];
    let act = acts.iter().find(|act| line.contains(*act)).unwrap();
    let (before, after) = line.split_once(act).unwrap();
    let record = before
        .strip_prefix(file)
        .unwrap()
        .strip_prefix(": ")
        .unwrap();
    assert!(record.contains(", ") && after.ends_with('.'), "{line}");
}

#[test]
fn every_format_becomes_files_of_a_pack() {
    let folder = folder();
    for (format, file) in [
        ("oruk", "services.json"),
        ("openactive", "feed.json"),
        ("csv", "offer.csv"),
        ("ics", "hub.ics"),
    ] {
        // Without a folder they are printed.
        let (code, out, err) = run(folder.path(), ["import", format, file, "--content", "pack"]);
        assert_eq!(code, Some(0), "{format}: {err}");
        let printed: Value = serde_json::from_str(&out).unwrap();
        let path = printed.as_object().unwrap().keys().next().unwrap().clone();
        assert!(
            path.starts_with("activities/") && path.strip_suffix(".json").is_some(),
            "{path}"
        );
        assert!(!err.is_empty());
        err.lines().for_each(|line| is_a_line(line, file));
        // With one they are written, and the pack is right.
        let (code, out, again) = run(folder.path(), ["import", format, file, "--out", "pack"]);
        assert_eq!((code, out.as_str(), again), (Some(0), "", err));
        let written = fs::read_to_string(folder.path().join("pack").join(&path)).unwrap();
        assert_eq!(
            serde_json::from_str::<Value>(&written).unwrap(),
            printed[path]
        );
        let (code, out, err) = run(folder.path(), ["check", "pack"]);
        assert_eq!(code, Some(0), "{format}: {out}{err}");
    }
}

#[test]
fn what_is_there_already_stays() {
    let folder = folder();
    let import = ["import", "csv", "offer.csv", "--out", "pack"];
    assert_eq!(run(folder.path(), import).0, Some(0));
    assert_eq!(run(folder.path(), import).0, Some(0));
    let path = fs::read_dir(folder.path().join("pack/activities"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    fs::write(&path, "{}").unwrap();
    let (code, _, err) = run(folder.path(), import);
    assert_eq!(code, Some(1));
    assert!(
        err.contains("This file is there already and says something else."),
        "{err}"
    );
    assert_eq!(
        run(folder.path(), [&import[..], &["--replace"]].concat()).0,
        Some(0)
    );
    assert_ne!(fs::read_to_string(path).unwrap(), "{}");
}

#[test]
fn a_folder_is_read_whole_and_its_files_are_named() {
    let folder = folder();
    let (code, out, err) = run(
        folder.path(),
        ["import", "oruk", "pages", "--content", "pack"],
    );
    assert_eq!(code, Some(0), "{err}");
    let printed: Value = serde_json::from_str(&out).unwrap();
    let organisation = printed.as_object().unwrap().values().next().unwrap();
    assert_eq!(organisation["services"].as_array().unwrap().len(), 2);
    assert!(
        err.starts_with("pages/3.json: the file: refused: This is not JSON: "),
        "{err}"
    );
    assert!(
        err.contains("\npages/2.json: service 1 (Band night), assured_date: repaired: "),
        "{err}"
    );
}

#[test]
fn places_that_nobody_names_go_where_the_organiser_says() {
    let folder = folder();
    fs::write(
        folder.path().join("bare.csv"),
        "Name,Day,Time\nClub,Fri,6-9pm\n",
    )
    .unwrap();
    let import = [
        "import",
        "csv",
        "bare.csv",
        "--content",
        "pack",
        "--locality",
    ];
    let (code, out, err) = run(folder.path(), [&import[..], &["leigh"]].concat());
    assert_eq!(code, Some(0));
    assert!(
        out.contains("\"locality\": \"leigh\"") && !err.contains("part of the borough"),
        "{out}{err}"
    );
    let (code, _, err) = run(folder.path(), [&import[..], &["atlantis"]].concat());
    assert_eq!(
        (code, err.as_str()),
        (
            Some(1),
            "There is no locality \"atlantis\": it's one of wigan-north, wigan-south, hindley, atherton, leigh.\n"
        )
    );
}

#[test]
fn nothing_to_keep_is_said_in_words() {
    let folder = folder();
    let said = |arguments: &[&str]| {
        let (code, out, err) = run(
            folder.path(),
            [&["import"], arguments, &["--content", "pack"]].concat(),
        );
        assert_eq!((code, out.as_str()), (Some(1), ""));
        err
    };
    assert_eq!(
        said(&["oruk", "nowhere.json"]),
        "nowhere.json: There is no such file.\n"
    );
    assert!(said(&["oruk", "offer.csv"]).starts_with("offer.csv: This is not JSON: "));
    assert!(said(&["ics", "offer.csv"]).ends_with("refused: There is no event in it: an event begins with BEGIN:VEVENT.\noffer.csv: Nothing was imported.\n"));
    assert!(said(&["csv", "hub.ics"]).ends_with("\nhub.ics: Nothing was imported.\n"));
    assert!(
        said(&["openactive", "services.json"])
            .ends_with("\nservices.json: Nothing was imported.\n")
    );
    fs::create_dir(folder.path().join("empty")).unwrap();
    assert_eq!(
        said(&["oruk", "empty"]),
        "empty: A folder has 1 to 5000 files whose names end in .json; here are 0.\n"
    );
    let (code, _, err) = run(
        folder.path(),
        ["import", "csv", "offer.csv", "--content", "empty"],
    );
    assert_eq!(
        (code, err.as_str()),
        (
            Some(1),
            "empty/site.json: There is no such file. Say --content for the pack whose localities these things are in.\n"
        )
    );
    assert_eq!(run(folder.path(), ["import", "csv"]).0, Some(2));
}
