//! Sending a response or a report.

use gloo_net::http::Request;
use hark_domain::json::ToJson;
use hark_domain::wire::{Report, Response};
use leptos::prelude::*;
use web_sys::{AbortController, RequestCredentials};

use super::json;

/// How long to wait for the endpoint before saying "not sent yet".
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

/// What became of what was sent.
#[derive(Clone, PartialEq)]
pub(crate) enum Sent {
    /// It is stored, now or from an earlier try.
    Received,
    /// Nobody knows: no signal, or the endpoint is away. Trying again is safe.
    NotYet,
    /// The survey has changed meanwhile.
    Changed,
    /// The survey is not open, or gone.
    NotOpen,
    /// It was stored before with other answers, which stay.
    Before,
    /// The endpoint would not take it; why, in a sentence.
    Refused(String),
}

/// Sends a response, and waits for what becomes of it.
pub(crate) async fn post(response: &Response) -> Sent {
    send("/api/v1/responses", response.to_json()).await
}

/// Sends a report, and waits for what becomes of it.
pub(crate) async fn post_report(report: &Report) -> Sent {
    send("/api/v1/reports", report.to_json()).await
}

/// Sends a body, without cookies.
async fn send(path: &'static str, body: String) -> Sent {
    let Ok(abort) = AbortController::new() else {
        return Sent::NotYet;
    };
    let signal = abort.signal();
    let patience = set_timeout_with_handle(move || abort.abort(), PATIENCE);
    let request = Request::post(path)
        .credentials(RequestCredentials::Omit)
        .abort_signal(Some(&signal))
        .header("content-type", "application/json")
        .body(body);
    let Ok(request) = request else {
        return Sent::NotYet;
    };
    let answer = request.send().await;
    if let Ok(patience) = patience {
        patience.clear();
    }
    let Ok(answer) = answer else {
        return Sent::NotYet;
    };
    match answer.status() {
        200 | 201 => Sent::Received,
        409 => Sent::Before,
        408 | 429 | 500.. => Sent::NotYet,
        _ => answer
            .text()
            .await
            .map_or(Sent::NotYet, |problem| refused(&problem)),
    }
}

/// What a problem (RFC 9457) means here.
fn refused(problem: &str) -> Sent {
    let problem = json::parse(problem).unwrap_or_default();
    match problem["errors"][0]["code"].as_str() {
        Some("other-version") => Sent::Changed,
        Some("closed" | "not-open-yet" | "unknown-survey") => Sent::NotOpen,
        _ => Sent::Refused(problem["detail"].as_str().unwrap_or_default().to_owned()),
    }
}
