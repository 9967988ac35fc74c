//! The store's files.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use hark::store::{Receipt, Sqlite, Store};
use hark_tests::disk;

use crate::records::record;

fn refusal(folder: &Path) -> String {
    match Sqlite::open(folder) {
        Ok(_) => panic!("{} was taken", folder.display()),
        Err(sentence) => sentence,
    }
}

#[tokio::test]
async fn only_the_owner_can_read_what_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("a/b");
    fs::create_dir(folder.path().join("a")).unwrap();
    let store = Sqlite::open(&data).unwrap();
    store.record(record(1)).await.unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data), 0o700);
    let files: Vec<_> = fs::read_dir(&data)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert!(files.len() >= 3, "database, log and lock: {files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn a_database_open_to_others_is_closed_to_them() {
    let folder = tempfile::tempdir().unwrap();
    drop(Sqlite::open(folder.path()).unwrap());
    let file = folder.path().join("hark.db");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    drop(Sqlite::open(folder.path()).unwrap());
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[tokio::test]
async fn what_was_stored_is_there_when_it_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    store.record(record(1)).await.unwrap();
    drop(store);
    let store = Sqlite::open(folder.path()).unwrap();
    assert_eq!(store.record(record(1)).await.unwrap(), Receipt::Again);
}

#[test]
fn two_can_not_use_one_folder() {
    let folder = tempfile::tempdir().unwrap();
    let first = Sqlite::open(folder.path()).unwrap();
    let sentence = refusal(folder.path());
    assert!(
        sentence.contains("another Hark is using this data"),
        "{sentence}"
    );
    first.close();
    assert!(Sqlite::open(folder.path()).is_ok());
}

#[test]
fn what_is_no_store_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hark.db");
    fs::write(
        &file,
        "This is a letter, and no database at all.".repeat(50),
    )
    .unwrap();
    let sentence = refusal(folder.path());
    assert!(sentence.contains("this store can't be used"), "{sentence}");
    assert!(fs::read_to_string(&file).unwrap().starts_with("This is"));

    let sentence = refusal(&file);
    assert!(sentence.contains("can't be used for data"), "{sentence}");
}

#[test]
fn a_store_of_a_later_version_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    drop(Sqlite::open(folder.path()).unwrap());
    let file = folder.path().join("hark.db");
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let sentence = refusal(folder.path());
    assert!(sentence.contains("a newer Hark"), "{sentence}");
    let connection = disk::open(&file).unwrap();
    let version: u32 = connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 99);
}
