//! Looking at a store: nothing is changed, and nobody is waited for.

use std::fs;
use std::path::Path;

use hark::store::{Kept, Sqlite, Store, StoreError};
use hark_domain::id::SurveyId;

use crate::records::record;

async fn seen(store: &Sqlite) -> Vec<Kept> {
    let clubs = SurveyId::new("clubs").unwrap();
    store.responses(clubs).await.unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<String> = entries.map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

fn refusal(folder: &Path) -> String {
    match Sqlite::open_to_read(folder) {
        Ok(_) => panic!("{} was opened", folder.display()),
        Err(sentence) => sentence,
    }
}

#[tokio::test]
async fn a_store_in_use_can_be_looked_at_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let server = Sqlite::open(folder.path()).unwrap();
    server.record(record(1)).await.unwrap();
    let look = Sqlite::open_to_read(folder.path()).unwrap();
    assert_eq!(seen(&look).await.len(), 1);
    server.record(record(2)).await.unwrap();
    assert_eq!(seen(&look).await, vec![Kept::of(&record(1)).unwrap(); 2]);
    look.close();
    server.record(record(3)).await.unwrap();
    assert_eq!(seen(&server).await.len(), 3);
}

#[tokio::test]
async fn nothing_can_be_recorded_and_nothing_is_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    let server = Sqlite::open(folder.path()).unwrap();
    server.record(record(1)).await.unwrap();
    server.close();
    let file = folder.path().join("hark.db");
    let before = (names(folder.path()), fs::read(&file).unwrap());
    let look = Sqlite::open_to_read(folder.path()).unwrap();
    let told = look.record(record(2)).await;
    assert!(matches!(told, Err(StoreError::Failed(_))), "{told:?}");
    assert_eq!(seen(&look).await.len(), 1, "it goes on after a refusal");
    look.close();
    assert_eq!((names(folder.path()), fs::read(&file).unwrap()), before);
}

/// The log that a crash left holds responses too.
#[tokio::test]
async fn what_a_crash_left_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let server = Sqlite::open(folder.path()).unwrap();
    server.record(record(1)).await.unwrap();
    let copy = tempfile::tempdir().unwrap();
    for name in ["hark.db", "hark.db-wal"] {
        fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
    }
    let look = Sqlite::open_to_read(copy.path()).unwrap();
    assert_eq!(seen(&look).await.len(), 1);
}

#[test]
fn what_is_no_store_of_this_version_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let sentence = refusal(folder.path());
    assert!(
        sentence.contains("there are no responses here"),
        "{sentence}"
    );
    assert_eq!(names(folder.path()), [""; 0], "nothing is made");

    let file = folder.path().join("hark.db");
    fs::write(&file, "").unwrap();
    let sentence = refusal(folder.path());
    assert!(sentence.contains("an older Hark"), "{sentence}");

    drop(Sqlite::open(folder.path()).unwrap());
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let sentence = refusal(folder.path());
    assert!(sentence.contains("a newer Hark"), "{sentence}");

    fs::write(&file, "This is a letter. ".repeat(500)).unwrap();
    let sentence = refusal(folder.path());
    assert!(sentence.contains("this store can't be used"), "{sentence}");
}
