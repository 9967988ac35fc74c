//! Every status of `POST /api/v1/responses`.

use std::sync::Arc;

use hark::store::StoreError;
use hark_domain::wire::response::LONGEST_BODY;
use hark_tests::server::{Reply, Server};
use hark_tests::wire::{clubs, id, with};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::doubles::failing;
use crate::seasons::server_at;

fn assert_stored(reply: &Reply, status: u16, number: u128) {
    assert_eq!(reply.status, status, "{reply:?}");
    assert_eq!(reply.header("content-type"), "application/json");
    assert_eq!(reply.json(), json!({"id": id(number), "stored": true}));
}

#[tokio::test]
async fn the_first_time_is_201_and_the_same_again_200() {
    let server = Server::start();
    assert_stored(&server.post(&clubs(1)).await, 201, 1);
    assert_stored(&server.post(&clubs(1)).await, 200, 1);
    assert_stored(&server.post(&clubs(2)).await, 201, 2);
}

#[tokio::test]
async fn the_same_id_with_other_closed_answers_is_409() {
    let server = Server::start();
    server.post(&clubs(1)).await;
    for (pointer, value) in [
        ("/answers/nights", json!(3)),
        ("/answers/been", json!(["sport", "music"])),
        ("/answers/again", json!("prefer-not")),
        ("/group", json!("LEIGH10")),
        ("/test", json!(true)),
        ("/version", json!(1)),
        ("/survey", json!("closed")),
        ("/answers", json!({"again": "nonsense"})),
    ] {
        let reply = server.post(&with(&clubs(1), pointer, value)).await;
        assert_eq!(reply.status, 409, "{pointer}");
        assert!(reply.problem("conflict").is_empty());
    }
    let stored = server.stored();
    assert_eq!(stored["responses"].as_array().unwrap().len(), 1);
    assert_eq!(stored["texts"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_not_json_is_400() {
    let server = Server::start();
    let right = clubs(1).to_string();
    let twice = right.replacen("\"version\":2", "\"version\":2,\"version\":2", 1);
    let deep = "[".repeat(20_000);
    let bodies = [
        "",
        "{",
        "}",
        "null x",
        "{'id':1}",
        "\u{feff}{}",
        &twice,
        &deep,
        &right[1..],
    ];
    for body in bodies {
        let reply = server.post_as("application/json", body.to_owned()).await;
        assert_eq!(reply.status, 400, "{body:.60}");
        assert!(reply.problem("malformed").is_empty());
    }
    let reply = server.post_as("application/json", vec![0xff, 0xfe]).await;
    assert_eq!(reply.status, 400, "not UTF-8");
    reply.problem("malformed");
}

#[tokio::test]
async fn a_body_longer_than_any_response_is_413() {
    let server = Server::start();
    let padded = |length: usize| {
        let body = clubs(1).to_string();
        format!("{}{body}", " ".repeat(length - body.len()))
    };
    let reply = server
        .post_as("application/json", padded(LONGEST_BODY + 1))
        .await;
    assert_eq!(reply.status, 413);
    reply.problem("too-large");
    let reply = server
        .post_as("application/json", padded(LONGEST_BODY))
        .await;
    assert_eq!(reply.status, 201, "the longest is taken");
}

#[tokio::test]
async fn only_application_json_is_taken() {
    let server = Server::start();
    for taken in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=\"utf-8\"",
        "application/json ; x=1",
    ] {
        let reply = server.post_as(taken, clubs(1).to_string()).await;
        assert!(reply.status == 201 || reply.status == 200, "{taken}");
    }
    // The first three are what a page of another site may send without asking.
    for refused in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/json",
        "application/json-seq",
        "application/problem+json",
        "text/plain, application/json",
        "",
    ] {
        let reply = server.post_as(refused, clubs(2).to_string()).await;
        assert_eq!(reply.status, 415, "{refused}");
        reply.problem("not-json");
    }
    // It comes before any look at the body.
    let reply = server
        .post_as("text/plain", " ".repeat(LONGEST_BODY + 1))
        .await;
    assert_eq!(reply.status, 415);
    let reply = server.ask("POST", "/api/v1/responses", &[]).await;
    assert_eq!(reply.status, 415, "no Content-Type at all");
}

#[tokio::test]
async fn each_wrong_field_is_422_and_pointed_at() {
    let server = Server::start();
    for (pointer, value, code) in [
        ("/id", json!("ABC"), "wrong-kind"),
        ("/id", Value::Null, "missing"),
        ("/version", json!("2"), "wrong-kind"),
        ("/group", json!("small"), "wrong-kind"),
        ("/name", json!("Sam"), "unknown-field"),
        ("/survey", json!("none"), "unknown-survey"),
        ("/version", json!(1), "other-version"),
        ("/answers/again", Value::Null, "required"),
        ("/answers/again", json!("often"), "unknown-choice"),
        ("/answers/been", json!(["sport"]), "too-few"),
        ("/answers/been", json!("sport"), "wrong-kind"),
        ("/answers/nights", json!(8), "too-large"),
        ("/answers/nights", json!(1.5), "wrong-kind"),
        // Needed only of those who were at sport.
        ("/answers/nights", Value::Null, "required"),
        ("/answers/idea", json!("x".repeat(41)), "too-long"),
        ("/answers/who", json!("me"), "unknown-question"),
    ] {
        let body = with(&clubs(1), pointer, value);
        let reply = server.post(&body).await;
        assert_eq!(reply.status, 422, "{body}");
        let expected = [(pointer.to_owned(), code.to_owned())];
        assert_eq!(reply.problem("invalid"), expected, "{body}");
    }
    let several = json!({"id": id(1), "survey": "clubs", "version": 2, "answers": {
        "again": "yes", "been": ["sport"], "nights": -1, "who": "me"}});
    assert_eq!(server.post(&several).await.problem("invalid").len(), 3);
    for body in [json!([]), json!("x"), json!(null), json!(7)] {
        assert_eq!(server.post(&body).await.status, 422, "{body}");
    }
    let stored = server.stored();
    assert_eq!(stored, json!({"responses": [], "texts": []}));
}

#[tokio::test]
async fn a_survey_that_is_not_open_is_422() {
    let server = Server::start();
    let body = json!({"id": id(1), "survey": "closed", "version": 1, "answers": {"q": "late"}});
    let reply = server.post(&body).await;
    assert_eq!(reply.status, 422);
    assert_eq!(
        reply.problem("invalid"),
        [("/survey".to_owned(), "closed".to_owned())]
    );
    let early = server_at("2026-10-30T12:00");
    let reply = early.post(&clubs(1)).await;
    assert_eq!(reply.status, 422);
    assert_eq!(
        reply.problem("invalid"),
        [("/survey".to_owned(), "not-open-yet".to_owned())]
    );
}

#[tokio::test]
async fn a_store_that_fails_is_503_and_says_when_to_come_back() {
    for error in [
        StoreError::Busy,
        StoreError::Failed("disk full".to_owned()),
        StoreError::Closed,
    ] {
        let server = failing(error.clone());
        // The last can't be admitted, but may have been stored before: nobody knows.
        let closed = json!({"id": id(1), "survey": "closed", "version": 1, "answers": {}});
        for body in [clubs(1), closed] {
            let reply = server.post(&body).await;
            assert_eq!(reply.status, 503, "{error:?}");
            reply.problem("unavailable");
            assert!(reply.header("retry-after").parse::<u16>().unwrap() > 0);
            let text = String::from_utf8_lossy(&reply.body).into_owned();
            assert!(!text.contains("disk"), "it tells a stranger why: {text}");
        }
        let ready = server.get("/ready", &[]).await;
        assert_eq!(ready.status, 503);
        ready.problem("unavailable");
        assert_eq!(server.get("/health", &[]).await.status, 200);
        // What can be judged without the store is.
        assert_eq!(server.post(&json!({})).await.status, 422);
    }
    assert_eq!(Server::start().get("/ready", &[]).await.status, 200);
}

#[tokio::test]
async fn unknown_addresses_are_404_and_other_methods_405() {
    let server = Server::start();
    for path in [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/responses/",
        "/api/v2/responses",
        "/api/v1/responses/1",
    ] {
        for method in ["GET", "POST", "HEAD"] {
            let reply = server.ask(method, path, &[]).await;
            assert_eq!(reply.status, 404, "{method} {path}");
            if method == "HEAD" {
                assert!(reply.body.is_empty());
            } else {
                reply.problem("not-found");
            }
        }
    }
    for (path, allowed) in [
        ("/api/v1/responses", "POST"),
        ("/api/openapi.json", "GET,HEAD"),
        ("/health", "GET,HEAD"),
        ("/ready", "GET,HEAD"),
        ("/content/site.json", "GET,HEAD"),
        ("/", "GET,HEAD"),
        ("/surveys/clubs", "GET,HEAD"),
    ] {
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
            let reply = server.ask(method, path, &[]).await;
            assert_eq!(reply.status, 405, "{method} {path}");
            assert_eq!(reply.header("allow"), allowed, "{method} {path}");
            reply.problem("method");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_times_at_once_is_stored_once() {
    let server = Arc::new(Server::start());
    let mut sending = JoinSet::new();
    for _ in 0..16 {
        let server = server.clone();
        sending.spawn(async move { server.post(&clubs(1)).await.status });
    }
    let mut statuses = sending.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses[..15], [200; 15]);
    assert_eq!(statuses[15], 201);
    let stored = server.stored();
    assert_eq!(stored["responses"].as_array().unwrap().len(), 1);
    assert_eq!(stored["texts"].as_array().unwrap().len(), 1);
}
