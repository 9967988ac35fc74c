//! What is stored of a response: the list of design.md, and nothing else.

use std::path::Path;
use std::process::Command;

use hark::store::{Sqlite, Store};
use hark_tests::disk;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::records::{changed, group, record, text};

/// Every column of every table, by table.
fn columns(connection: &Connection) -> Vec<(String, Vec<String>)> {
    let tables = disk::rows(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
    );
    let name = |row: &Value| row["name"].as_str().unwrap().to_owned();
    tables
        .unwrap()
        .iter()
        .map(|table| {
            let query = format!("SELECT name FROM pragma_table_info('{}')", name(table));
            let columns = disk::rows(connection, &query).unwrap();
            (name(table), columns.iter().map(name).collect())
        })
        .collect()
}

#[tokio::test]
async fn there_is_no_place_for_anything_else() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    store.ready().await.unwrap();
    let connection = disk::open(&folder.path().join("hark.db")).unwrap();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(
        columns(&connection),
        [
            (
                "free_text".to_owned(),
                names(&["key", "survey", "question", "text", "mark"])
            ),
            (
                "report".to_owned(),
                names(&["id", "service", "what", "week"])
            ),
            (
                "response".to_owned(),
                names(&[
                    "id",
                    "survey",
                    "version",
                    "group_code",
                    "mark",
                    "week",
                    "answers"
                ])
            ),
        ]
    );
    // A row number would count up. (`rowid` in single quotes would be a string.)
    for table in ["response", "free_text", "report"] {
        assert!(
            disk::rows(&connection, &format!("SELECT rowid FROM {table}")).is_err(),
            "{table} has row numbers"
        );
    }
}

#[tokio::test]
async fn the_rows_hold_what_was_sent_and_the_week() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let whole = changed(0xabc, |r| {
        r.group = Some(group("LEIGH10"));
        r.test = true;
        r.texts = vec![text("idea", "A film night"), text("why", "For fun")];
    });
    store.record(whole).await.unwrap();
    store.record(changed(2, |r| r.texts.clear())).await.unwrap();
    store.close();

    let mut stored = disk::stored(&folder.path().join("hark.db")).unwrap();
    assert_eq!(
        stored["responses"],
        json!([
            {
                "id": "00000000000000000000000000000002", "survey": "clubs", "version": 2,
                "group_code": null, "mark": null, "week": "2026-W47",
                "answers": "{\"been\":[\"music\",\"sport\"],\"nights\":2}"
            },
            {
                "id": "00000000000000000000000000000abc", "survey": "clubs", "version": 2,
                "group_code": "LEIGH10", "mark": "test", "week": "2026-W47",
                "answers": "{\"been\":[\"music\",\"sport\"],\"nights\":2}"
            },
        ])
    );
    // The texts' keys are random, so they are looked at and then left out.
    let mut keys = Vec::new();
    for text in stored["texts"].as_array_mut().unwrap() {
        let key = text.as_object_mut().unwrap().remove("key").unwrap();
        let key = key.as_str().unwrap().to_owned();
        assert!(key.len() == 32 && key.bytes().all(|b| b.is_ascii_hexdigit()));
        assert!(!key.ends_with("abc"), "the text has its response's id");
        keys.push(key);
    }
    assert_ne!(keys[0], keys[1]);
    assert_eq!(
        stored["texts"],
        json!([
            {"survey": "clubs", "question": "idea", "text": "A film night", "mark": "test"},
            {"survey": "clubs", "question": "why", "text": "For fun", "mark": "test"},
        ])
    );
}

/// A text is written and never looked for: an index on it would serve only somebody
/// who guesses.
#[tokio::test]
async fn nothing_leads_to_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    store.ready().await.unwrap();
    let connection = disk::open(&folder.path().join("hark.db")).unwrap();
    let query = "SELECT name FROM sqlite_schema WHERE type NOT IN ('table')
        AND name NOT LIKE 'sqlite_autoindex_%'";
    assert_eq!(disk::rows(&connection, query).unwrap(), [] as [Value; 0]);
}

#[tokio::test]
async fn any_words_come_back_as_they_went_in() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let words = "'; DROP TABLE response; -- \u{1f3a8} \"עברית\"";
    let awkward = changed(1, |r| r.texts = vec![text("idea", words)]);
    store.record(awkward).await.unwrap();
    store.record(record(2)).await.unwrap();
    // A repeat with another text changes nothing: the first stands.
    let again = changed(1, |r| r.texts = vec![text("idea", "another")]);
    store.record(again).await.unwrap();
    store.close();
    let stored = disk::stored(&folder.path().join("hark.db")).unwrap();
    let rows = stored["texts"].as_array().unwrap();
    let mut texts: Vec<&str> = rows
        .iter()
        .map(|row| row["text"].as_str().unwrap())
        .collect();
    texts.sort_unstable();
    assert_eq!(texts, [words, "A film night"]);
}

#[tokio::test]
async fn stored_prints_what_is_on_disk_while_the_store_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    store.record(record(1)).await.unwrap();
    let file = folder.path().join("hark.db");
    let stored = |file: &Path| {
        Command::new(env!("CARGO_BIN_EXE_stored"))
            .arg(file)
            .output()
            .unwrap()
    };
    let printed: Value = serde_json::from_slice(&stored(&file).stdout).unwrap();
    assert_eq!(printed, disk::stored(&file).unwrap());
    assert_eq!(printed["responses"].as_array().unwrap().len(), 1);
    assert_eq!(printed["texts"].as_array().unwrap().len(), 1);
    let missing = stored(&folder.path().join("nothing.db"));
    assert_eq!(missing.status.code(), Some(1));
}
