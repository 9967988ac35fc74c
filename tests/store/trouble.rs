//! When storing fails, nobody is told that it worked; when it works again, it goes on.

use std::path::Path;
use std::time::{Duration, Instant};

use hark::store::sqlite::Pace;
use hark::store::{Receipt, Sqlite, Store, StoreError};
use hark_tests::disk;
use rusqlite::Connection;

use crate::records::record;

/// Another connection, as somebody at the database's own command line has it.
fn meddler(folder: &Path) -> Connection {
    Connection::open(folder.join("hark.db")).unwrap()
}

#[tokio::test]
async fn a_batch_that_fails_is_acknowledged_to_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let meddler = meddler(folder.path());
    meddler
        .execute_batch("ALTER TABLE free_text RENAME TO elsewhere")
        .unwrap();
    // The response's own row can be written, its text can't: neither may stay.
    let failed: Vec<_> = (0..10).map(|number| store.record(record(number))).collect();
    for answer in failed {
        assert!(matches!(answer.await, Err(StoreError::Failed(_))));
    }
    meddler
        .execute_batch("ALTER TABLE elsewhere RENAME TO free_text")
        .unwrap();
    store.ready().await.unwrap();
    assert_eq!(
        disk::stored(&folder.path().join("hark.db")).unwrap()["responses"],
        serde_json::json!([])
    );
    for number in 0..10 {
        assert_eq!(store.record(record(number)).await.unwrap(), Receipt::New);
    }
}

#[tokio::test]
async fn the_words_of_a_failure_hold_nothing_of_the_response() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    meddler(folder.path())
        .execute_batch("DROP TABLE free_text")
        .unwrap();
    let Err(error) = store.record(record(0xabc_def)).await else {
        panic!("there is no table for the text");
    };
    let words = error.to_string();
    assert!(words.contains("free_text"), "{words}");
    for value in ["abcdef", "film", "clubs", "music"] {
        assert!(!words.contains(value), "{words}");
    }
}

#[tokio::test]
async fn a_full_queue_refuses_at_once_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let meddler = meddler(folder.path());
    // Whoever holds the database stops the writer, so that the queue fills.
    meddler.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answers: Vec<_> = (0..1_200)
        .map(|number| store.record(record(number)))
        .collect();
    meddler.execute_batch("ROLLBACK").unwrap();

    let mut receipts = Vec::new();
    for answer in answers {
        receipts.push(answer.await);
    }
    let (mut kept, mut busy) = (0, 0);
    for (number, receipt) in (0..).zip(receipts) {
        match receipt {
            Ok(Receipt::New) => kept += 1,
            Err(StoreError::Busy) => busy += 1,
            other => panic!("{other:?}"),
        }
        let known = store.known(record(number).id).await.unwrap();
        assert_eq!(known.is_some(), receipt.is_ok(), "response {number}");
    }
    assert!(kept >= 1_024 && busy > 0, "kept {kept}, refused {busy}");
}

#[tokio::test]
async fn one_batch_takes_repeats() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let meddler = meddler(folder.path());
    meddler.execute_batch("BEGIN IMMEDIATE").unwrap();
    // While the first waits for the database, the others gather behind it.
    let answers: Vec<_> = (0..40)
        .map(|number| store.record(record(number % 4)))
        .collect();
    meddler.execute_batch("ROLLBACK").unwrap();
    let mut receipts = Vec::new();
    for answer in answers {
        receipts.push(answer.await.unwrap());
    }
    assert_eq!(receipts[..4], [Receipt::New; 4]);
    assert_eq!(receipts[4..], [Receipt::Again; 36]);
}

/// As a backup does for as long as it takes.
#[tokio::test]
async fn whoever_reads_the_file_holds_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let pace = Pace {
        busy: Duration::ZERO,
        ..Pace::default()
    };
    let store = Sqlite::open_with(folder.path(), pace).unwrap();
    store.record(record(0)).await.unwrap();
    let reader = disk::open(&folder.path().join("hark.db")).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let count = || {
        disk::rows(&reader, "SELECT id FROM response")
            .unwrap()
            .len()
    };
    assert_eq!(count(), 1);
    let before = Instant::now();
    for number in 1..20 {
        assert_eq!(store.record(record(number)).await.unwrap(), Receipt::New);
    }
    // With the patience for other writers, each would have taken two seconds.
    assert!(before.elapsed() < Duration::from_secs(20), "it waited");
    assert_eq!(count(), 1, "the reader sees what it began with");
    reader.execute_batch("COMMIT").unwrap();
    assert_eq!(count(), 20);
}

#[tokio::test]
async fn closing_writes_what_waits_and_refuses_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let answers: Vec<_> = (0..200)
        .map(|number| store.record(record(number)))
        .collect();
    store.close();
    for answer in answers {
        assert_eq!(answer.await.unwrap(), Receipt::New);
    }
    assert_eq!(store.record(record(0)).await, Err(StoreError::Closed));
    assert_eq!(store.ready().await, Err(StoreError::Closed));
}
