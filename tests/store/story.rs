//! The promise of a store, as one story.

use std::sync::Arc;

use hark::store::{Kept, Receipt, Sqlite, Store};
use hark_domain::id::{ServiceId, SurveyId};
use hark_domain::wire::{Report, Reported, ResponseId, Wrong};
use hark_tests::server::day;
use tokio::task::JoinSet;

use crate::records::{changed, group, record, text};

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_tells_the_story() {
    let folder = tempfile::tempdir().unwrap();
    story(Arc::new(Sqlite::open(folder.path()).unwrap())).await;
}

async fn story(store: Arc<dyn Store>) {
    // A new store is ready and knows nobody.
    store.ready().await.unwrap();
    let first = record(1);
    assert_eq!(store.known(first.id.clone()).await.unwrap(), None);

    // The first time is new, and any later time the same again, in any week.
    assert_eq!(store.record(first.clone()).await.unwrap(), Receipt::New);
    assert_eq!(store.record(first.clone()).await.unwrap(), Receipt::Again);
    let later = changed(1, |r| r.week = day("2026-12-25").iso_week());
    assert_eq!(store.record(later).await.unwrap(), Receipt::Again);

    // It is known by its id, without its texts.
    let kept = store.known(first.id.clone()).await.unwrap().unwrap();
    assert_eq!(kept, Kept::of(&first).unwrap());
    assert_eq!(kept.closed, r#"{"been":["music","sport"],"nights":2}"#);

    // Any other closed part makes it another response, which changes nothing.
    for other in [
        changed(1, |r| {
            r.survey = SurveyId::new("other").unwrap();
        }),
        changed(1, |r| r.version = 3),
        changed(1, |r| r.group = Some(group("LEIGH10"))),
        changed(1, |r| r.test = true),
        changed(1, |r| {
            r.closed = hark_domain::json::read(r#"{"nights":3}"#).unwrap();
        }),
    ] {
        assert_eq!(store.record(other.clone()).await.unwrap(), Receipt::Other);
        assert_eq!(
            store.known(first.id.clone()).await.unwrap().as_ref(),
            Some(&kept)
        );
    }

    // Nothing leads from it to its texts, so with others it is the same again.
    for texts in [
        vec![text("idea", "A choir")],
        vec![text("why", "A film night")],
        Vec::new(),
    ] {
        let again = changed(1, |r| r.texts = texts);
        assert_eq!(store.record(again).await.unwrap(), Receipt::Again);
    }

    // Another id is another person, with the same answers or with none.
    assert_eq!(store.record(record(2)).await.unwrap(), Receipt::New);
    let empty = changed(3, |r| {
        r.closed = hark_domain::survey::Answers::default();
        r.texts.clear();
        r.group = Some(group("LEIGH10"));
        r.test = true;
    });
    assert_eq!(store.record(empty.clone()).await.unwrap(), Receipt::New);
    let kept = store.known(empty.id.clone()).await.unwrap().unwrap();
    assert_eq!(kept, Kept::of(&empty).unwrap());

    // Many at once with one id: one is new.
    let mut same = JoinSet::new();
    for _ in 0..16 {
        let store = store.clone();
        same.spawn(async move { store.record(record(5)).await.unwrap() });
    }
    let receipts = same.join_all().await;
    let new = |receipts: &[Receipt]| receipts.iter().filter(|r| **r == Receipt::New).count();
    assert_eq!(new(&receipts), 1);
    assert!(receipts.iter().all(|receipt| *receipt != Receipt::Other));

    // Many at once with ids of their own: all are kept.
    let mut many = JoinSet::new();
    for number in 100..300 {
        let store = store.clone();
        many.spawn(async move { store.record(record(number)).await.unwrap() });
    }
    assert_eq!(new(&many.join_all().await), 200);
    for number in 100..300 {
        assert!(store.known(record(number).id).await.unwrap().is_some());
    }

    // All of a survey are read in order of their ids, whatever the order in which they
    // came: every version, and tests too.
    let other = SurveyId::new("other").unwrap();
    assert_eq!(store.responses(other.clone()).await.unwrap(), []);
    let of_other = |number: u32| {
        changed(1_000 + u128::from(number), |r| {
            r.survey = other.clone();
            r.version = number;
            r.test = number == 2;
        })
    };
    for number in [3, 1, 4, 2] {
        store.record(of_other(number)).await.unwrap();
    }
    let kept = [1, 2, 3, 4].map(|number| Kept::of(&of_other(number)).unwrap());
    assert_eq!(store.responses(other.clone()).await.unwrap(), kept);

    reports(&*store).await;
    store.ready().await.unwrap();
}

/// What is wrong with things to do is kept once each, and counted by thing and code.
async fn reports(store: &dyn Store) {
    assert_eq!(store.reports().await.unwrap(), []);
    let reported = |number: u128, service: &str, what: Wrong, at: &str| Reported {
        report: Report {
            id: ResponseId::from_bytes(number.to_be_bytes()),
            service: ServiceId::new(service).unwrap(),
            what,
        },
        week: day(at).iso_week(),
    };
    let first = reported(9, "swim", Wrong::When, "2026-11-22");
    for receipt in [Receipt::New, Receipt::Again] {
        assert_eq!(store.report(first.clone()).await.unwrap(), receipt);
    }
    // A later week is the same again; another code or thing is not.
    for (again, receipt) in [
        (
            reported(9, "swim", Wrong::When, "2026-12-25"),
            Receipt::Again,
        ),
        (
            reported(9, "swim", Wrong::Cost, "2026-11-22"),
            Receipt::Other,
        ),
        (
            reported(9, "skate", Wrong::When, "2026-11-22"),
            Receipt::Other,
        ),
        // An id of its own among reports, whatever responses have.
        (reported(1, "swim", Wrong::When, "2026-12-25"), Receipt::New),
        (
            reported(2, "swim", Wrong::Other, "2026-11-22"),
            Receipt::New,
        ),
        (
            reported(3, "skate", Wrong::When, "2026-11-22"),
            Receipt::New,
        ),
    ] {
        assert_eq!(
            store.report(again.clone()).await.unwrap(),
            receipt,
            "{again:?}"
        );
    }
    let counted = store.reports().await.unwrap();
    let counted: Vec<_> = counted
        .iter()
        .map(|of| (of.service.as_str(), of.what, of.count, of.last.as_str()))
        .collect();
    assert_eq!(
        counted,
        [
            ("skate", Wrong::When, 1, "2026-W47"),
            ("swim", Wrong::Other, 1, "2026-W47"),
            ("swim", Wrong::When, 2, "2026-W52"),
        ]
    );
}
