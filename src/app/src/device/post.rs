//! Sending a response.

use gloo_net::http::Request;
use hark_domain::wire::{ProblemDetails, Response};
use leptos::prelude::*;
use web_sys::{AbortController, RequestCredentials};

/// How long to wait for the endpoint before saying "not sent yet".
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

/// What became of a response.
#[derive(Clone, PartialEq)]
pub(crate) enum Sent {
    /// It is stored, now or from an earlier try.
    Received,
    /// Nobody knows: no signal, or the endpoint is away. Trying again is safe.
    NotYet,
    /// The survey has changed meanwhile.
    Changed,
    /// The survey is closed, or gone.
    Closed,
    /// It was stored before with other answers, which stay.
    Before,
    /// The endpoint would not take it; why, in a sentence.
    Refused(String),
}

/// Sends a response, without cookies, and waits for what becomes of it.
pub(crate) async fn post(response: &Response) -> Sent {
    let Ok(abort) = AbortController::new() else {
        return Sent::NotYet;
    };
    let signal = abort.signal();
    let patience = set_timeout_with_handle(move || abort.abort(), PATIENCE);
    let request = Request::post("/api/v1/responses")
        .credentials(RequestCredentials::Omit)
        .abort_signal(Some(&signal))
        .json(response);
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
            .json()
            .await
            .map_or(Sent::NotYet, |problem| refused(&problem)),
    }
}

fn refused(problem: &ProblemDetails) -> Sent {
    let code = problem
        .errors
        .first()
        .map_or("", |error| error.code.as_str());
    match code {
        "other-version" => Sent::Changed,
        "closed" | "unknown-survey" => Sent::Closed,
        _ => Sent::Refused(problem.detail.clone()),
    }
}
