//! Every status of `POST /api/v1/reports`, and what is kept of a report.

use hark::store::StoreError;
use hark_domain::wire::response::LONGEST_BODY;
use hark_tests::disk;
use hark_tests::server::{Reply, Server};
use hark_tests::wire::{id, report, with};
use serde_json::{Value, json};

use crate::doubles::failing;

const REPORTS: &str = "/api/v1/reports";

async fn post(server: &Server, body: &Value) -> Reply {
    server
        .post_to(REPORTS, "application/json", body.to_string())
        .await
}

#[tokio::test]
async fn the_first_time_is_201_the_same_again_200_and_another_409() {
    let server = Server::start();
    for (number, status) in [(1, 201), (1, 200), (2, 201)] {
        let reply = post(&server, &report(number)).await;
        assert_eq!(reply.status, status, "{reply:?}");
        assert_eq!(reply.json(), json!({"id": id(number), "stored": true}));
    }
    let other = with(&report(1), "/what", json!("cost"));
    let reply = post(&server, &other).await;
    assert_eq!(reply.status, 409);
    assert!(reply.problem("conflict").is_empty());
}

#[tokio::test]
async fn what_is_wrong_is_pointed_at() {
    let server = Server::start();
    for (pointer, value, code) in [
        ("/id", json!("x"), "wrong-kind"),
        ("/service", json!("saturday"), "unknown-service"),
        ("/service", json!("a b"), "wrong-kind"),
        ("/service", Value::Null, "missing"),
        ("/what", json!("it was Sam"), "wrong-kind"),
        ("/name", json!("Sam"), "unknown-field"),
    ] {
        let reply = post(&server, &with(&report(1), pointer, value)).await;
        assert_eq!(reply.status, 422, "{pointer} {code}");
        let expected = [(pointer.to_owned(), code.to_owned())];
        assert_eq!(reply.problem("invalid"), expected);
    }
    let right = report(1).to_string();
    for (kind, body, status) in [
        ("application/json", "{".to_owned(), 400),
        ("text/plain", right, 415),
        ("application/json", " ".repeat(LONGEST_BODY + 1), 413),
    ] {
        let reply = server.post_to(REPORTS, kind, body).await;
        assert_eq!(reply.status, status, "{kind}");
    }
    assert_eq!(server.ask("GET", REPORTS, &[]).await.status, 405);
    assert_eq!(kept(&server), [] as [Value; 0]);
}

#[tokio::test]
async fn a_store_that_fails_is_503() {
    let server = failing(StoreError::Busy);
    let reply = post(&server, &report(1)).await;
    assert_eq!(reply.status, 503);
    assert_eq!(reply.header("retry-after"), "5");
}

#[tokio::test]
async fn the_week_is_kept_and_nothing_finer() {
    let server = Server::start();
    let body = with(&report(7), "/what", json!("unwelcome"));
    assert_eq!(post(&server, &body).await.status, 201);
    let expected =
        json!({"id": id(7), "service": "friday", "what": "unwelcome", "week": "2026-W47"});
    assert_eq!(kept(&server), [expected]);
}

/// Every report on disk, with all its columns.
fn kept(server: &Server) -> Vec<Value> {
    // What is waiting is written once the store is closed.
    let _ = server.stored();
    let connection = disk::open(&server.folder.path().join("hark.db")).unwrap();
    disk::rows(&connection, "SELECT * FROM report ORDER BY id").unwrap()
}
