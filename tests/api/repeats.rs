//! A phone that lost the answer sends the response again, maybe after the survey has
//! closed, changed or gone. It was stored; so it is told so.

use std::sync::Arc;

use hark::AppState;
use hark_domain::pack::Pack;
use hark_domain::survey::Survey;
use hark_tests::packs;
use hark_tests::server::{Server, london};
use hark_tests::wire::{clubs, with};
use serde_json::{Value, json};

fn later(state: &mut AppState) {
    state.now = Arc::new(|| london("2026-12-25T12:00"));
}

fn changed(state: &mut AppState) {
    let (_, mut pack) = packs::sample();
    let is_clubs = |survey: &&mut Survey| survey.id.as_str() == "clubs";
    let clubs = pack.surveys.iter_mut().find(is_clubs).unwrap();
    clubs.version = 3;
    clubs.pages.pop();
    state.pack = Arc::new(pack);
}

fn gone(state: &mut AppState) {
    let (_, pack) = packs::sample();
    state.pack = Arc::new(Pack {
        surveys: Vec::new(),
        ..pack
    });
}

/// What happens to the survey while the phone is offline.
const HAPPENINGS: [fn(&mut AppState); 3] = [later, changed, gone];

#[tokio::test]
async fn the_same_is_200_whatever_happened_to_the_survey() {
    let bodies = [
        clubs(1),
        with(&clubs(1), "/answers/idea", Value::Null),
        with(
            &with(&clubs(1), "/group", json!("LEIGH10")),
            "/test",
            json!(true),
        ),
        with(&clubs(1), "/answers", json!({"again": "no"})),
        // Spaces around a text are not stored.
        with(&clubs(1), "/answers/idea", json!("  A film night ")),
    ];
    for happen in HAPPENINGS {
        for body in &bodies {
            let server = Server::start();
            assert_eq!(server.post(body).await.status, 201);
            let server = server.restarted(happen);
            assert_eq!(server.post(body).await.status, 200, "{body}");
        }
    }
}

#[tokio::test]
async fn another_body_is_409_whatever_happened_to_the_survey() {
    for happen in HAPPENINGS {
        let server = Server::start();
        server.post(&clubs(1)).await;
        server
            .post(&with(&clubs(2), "/answers/idea", json!("A choir")))
            .await;
        let server = server.restarted(happen);
        for (pointer, value) in [
            ("/answers/nights", json!(3)),
            ("/answers/nights", Value::Null),
            ("/answers/more", json!(1)),
            ("/answers/more", json!(["a"])),
            ("/group", json!("LEIGH10")),
            ("/test", json!(true)),
            ("/version", json!(9)),
            ("/survey", json!("closed")),
        ] {
            let reply = server.post(&with(&clubs(1), pointer, value)).await;
            assert_eq!(reply.status, 409, "{pointer}");
        }
    }
}

#[tokio::test]
async fn a_new_response_is_still_refused() {
    for happen in HAPPENINGS {
        let server = Server::start().restarted(happen);
        assert_eq!(server.post(&clubs(1)).await.status, 422);
        assert_eq!(server.stored(), json!({"responses": [], "texts": []}));
    }
}

#[tokio::test]
async fn an_answer_to_a_hidden_question_is_not_stored_and_does_not_spoil_a_repeat() {
    let body = with(
        &clubs(1),
        "/answers",
        json!({"again": "no", "nights": 3, "idea": "nobody asked"}),
    );
    let server = Server::start();
    assert_eq!(server.post(&body).await.status, 201);
    assert_eq!(server.post(&body).await.status, 200);
    let server = server.restarted(later);
    assert_eq!(server.post(&body).await.status, 200, "after it closed");
    let stored = server.stored();
    assert_eq!(stored["responses"][0]["answers"], r#"{"again":"no"}"#);
    assert_eq!(stored["texts"], json!([]));
}

/// With one response of one's own, nothing can be found out about what others wrote:
/// a guess that is right is answered as one that is wrong, whatever happened to the
/// survey. What that costs is described at `hark::store::Kept`.
#[tokio::test]
async fn nobody_can_ask_for_somebody_elses_text() {
    let secret = "Moss at number 9";
    let nothing: fn(&mut AppState) = |_| {};
    for happen in HAPPENINGS.into_iter().chain([nothing]) {
        let server = Server::start();
        let own = clubs(1);
        server.post(&own).await;
        server
            .post(&with(&clubs(2), "/answers/idea", json!(secret)))
            .await;
        let server = server.restarted(happen);
        let mut answers = Vec::new();
        for guess in [
            json!(secret),
            json!("Moss at number 8"),
            json!("A film night"),
            Value::Null,
        ] {
            let reply = server.post(&with(&own, "/answers/idea", guess)).await;
            answers.push((reply.status, reply.body, reply.headers));
        }
        assert_eq!(answers[0].0, 200);
        assert!(
            answers.iter().all(|answer| *answer == answers[0]),
            "{answers:?}"
        );
        // The first stands: nothing was added or changed.
        let stored = server.stored();
        let texts = stored["texts"].as_array().unwrap();
        let mut texts: Vec<&str> = texts
            .iter()
            .map(|row| row["text"].as_str().unwrap())
            .collect();
        texts.sort_unstable();
        assert_eq!(texts, ["A film night", secret]);
    }
}
