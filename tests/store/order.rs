//! Nothing on disk tells who came first, or whose text is whose (privacy.md 2.1; its
//! check I8: a rank correlation under 0.1).

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use hark::commands::simulate::responses;
use hark::store::sqlite::Pace;
use hark::store::{Sqlite, Store};
use hark_tests::disk;
use hark_tests::rank::{ranks, rho};

use crate::records::{changed, text};

/// So many that chance keeps far below 0.1: its standard deviation is one divided
/// by the root of this, 0.016.
const MANY: usize = 4_000;

/// So few that all lie on one page of the database.
const FEW: usize = 15;

/// Someone who answered: the id and the text of the response. Both are random, but
/// the same in every run.
struct Person {
    id: String,
    words: String,
}

/// People in the order in which they answer.
fn people(count: usize) -> Vec<Person> {
    let (_, pack) = hark_tests::packs::sample();
    let ids = |seed| responses(pack.survey("clubs").unwrap(), seed).map(|response| response.id);
    let person = |(id, words): (_, _)| Person {
        id: format!("{id}"),
        words: format!("{words}"),
    };
    ids(1).zip(ids(2)).map(person).take(count).collect()
}

/// Stores everybody in that order.
async fn store_all(store: &Sqlite, people: &[Person]) {
    for some in people.chunks(1_000) {
        let sent = some.iter().map(|person| {
            store.record(changed(0, |r| {
                r.id = hark_domain::wire::ResponseId::parse(&person.id).unwrap();
                r.texts = vec![text("idea", &person.words)];
            }))
        });
        for answer in sent.collect::<Vec<_>>() {
            answer.await.unwrap();
        }
    }
}

/// Every place in a file where one of the 32 digits of `whose` stands.
fn places(file: &Path, whose: &[&str]) -> Vec<(usize, usize)> {
    let wanted: HashMap<&[u8], usize> = (0..)
        .zip(whose)
        .map(|(person, digits)| (digits.as_bytes(), person))
        .collect();
    let bytes = fs::read(file).unwrap();
    let found = bytes.windows(32).enumerate();
    found
        .filter_map(|(place, window)| Some((place, *wanted.get(window)?)))
        .collect()
}

/// The first place of each, by person.
fn first_places(file: &Path, whose: &[&str]) -> Vec<usize> {
    let mut first = vec![usize::MAX; whose.len()];
    for (place, person) in places(file, whose) {
        first[person] = first[person].min(place);
    }
    assert!(!first.contains(&usize::MAX), "somebody is not in the file");
    first
}

fn assert_no_order(what: &str, ranks: &[usize]) {
    let rho = rho(ranks);
    assert!(rho.abs() < 0.1, "{what}: rho {rho:+.3}");
}

/// Looks at the file's bytes as somebody would who has copied the disk.
fn assert_nothing_tells(file: &Path, people: &[Person]) {
    let ids: Vec<&str> = people.iter().map(|person| &*person.id).collect();
    let words: Vec<&str> = people.iter().map(|person| &*person.words).collect();
    let (ids, words) = (first_places(file, &ids), first_places(file, &words));
    let in_order = |places: &[usize]| ranks(places, |place| *place);
    assert_no_order("responses in the file", &in_order(&ids));
    assert_no_order("texts in the file", &in_order(&words));
    let mut by_response: Vec<usize> = (0..people.len()).collect();
    by_response.sort_by_key(|person| ids[*person]);
    let theirs: Vec<usize> = by_response.iter().map(|person| words[*person]).collect();
    assert_no_order("texts in the order of responses", &in_order(&theirs));
}

#[tokio::test]
async fn a_closed_store_has_forgotten_who_came_first() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let people = people(MANY);
    store_all(&store, &people).await;
    store.close();

    let file = folder.path().join("hark.db");
    assert!(
        !folder.path().join("hark.db-wal").exists(),
        "the log is still there"
    );
    let rows = disk::rows(&disk::open(&file).unwrap(), "SELECT id FROM response").unwrap();
    let in_table: HashMap<&str, usize> = (0..)
        .zip(&rows)
        .map(|(place, row)| (row["id"].as_str().unwrap(), place))
        .collect();
    let in_table: Vec<usize> = people.iter().map(|person| in_table[&*person.id]).collect();
    assert_no_order("the table", &in_table);
    assert_nothing_tells(&file, &people);
}

/// Where few have answered, all their rows lie on one page, and SQLite appends to a
/// page: without a rewrite it holds them in the order in which they came.
#[tokio::test]
async fn a_handful_lies_in_order_of_its_keys() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let people = people(FEW);
    store_all(&store, &people).await;
    store.close();

    let file = folder.path().join("hark.db");
    let ids: Vec<&str> = people.iter().map(|person| &*person.id).collect();
    let mut in_file: Vec<&str> = places(&file, &ids)
        .into_iter()
        .map(|(_, person)| ids[person])
        .collect();
    // A page is filled from its end.
    in_file.reverse();
    assert!(in_file.is_sorted(), "{in_file:?}");
    assert_eq!(in_file.len(), FEW, "each stands there once");

    // Texts lie on one page, in order of their random keys.
    let rows = disk::stored(&file).unwrap();
    let mut by_key: Vec<(String, String)> = rows["texts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["key"].to_string(), row["text"].as_str().unwrap().into()))
        .collect();
    by_key.sort();
    let by_key: Vec<&str> = by_key.iter().map(|(_, text)| text.as_str()).collect();
    let words: Vec<&str> = people.iter().map(|person| &*person.words).collect();
    let mut in_file: Vec<&str> = places(&file, &words)
        .into_iter()
        .map(|(_, person)| words[person])
        .collect();
    in_file.reverse();
    assert_eq!(in_file, by_key);
}

#[tokio::test]
async fn the_log_is_emptied_while_the_store_is_open() {
    let folder = tempfile::tempdir().unwrap();
    // With no patience at all the log is emptied after every batch.
    let pace = Pace {
        busy: Duration::ZERO,
        ..Pace::default()
    };
    let store = Sqlite::open_with(folder.path(), pace).unwrap();
    store_all(&store, &people(FEW)).await;
    // The writer answers one thing after the other: when it answers this, it has
    // tidied up after the last response.
    store.ready().await.unwrap();
    let log = fs::metadata(folder.path().join("hark.db-wal")).unwrap();
    assert_eq!(log.len(), 0);
}

#[tokio::test]
async fn a_log_left_by_a_crash_is_read_and_emptied() {
    let folder = tempfile::tempdir().unwrap();
    let store = Sqlite::open(folder.path()).unwrap();
    let people = people(FEW);
    store_all(&store, &people).await;
    // A copy made now is what a crash would leave: the log has not been emptied.
    let copy = tempfile::tempdir().unwrap();
    for name in ["hark.db", "hark.db-wal"] {
        fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
    }
    assert!(fs::metadata(copy.path().join("hark.db-wal")).unwrap().len() > 0);
    Sqlite::open(copy.path()).unwrap().close();
    assert!(
        !copy.path().join("hark.db-wal").exists(),
        "the log is still there"
    );
    let stored = disk::stored(&copy.path().join("hark.db")).unwrap();
    assert_eq!(stored["responses"].as_array().unwrap().len(), FEW);
}
