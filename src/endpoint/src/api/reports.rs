//! `POST /api/v1/reports`: what somebody found wrong with a thing to do.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use hark_domain::wire;
use hark_domain::wire::ProblemDetails;

use super::body::Received;
use super::problem::Refused;
use super::responses::{answer, sent};
use super::schema::{Problem, Report, Stored};
use crate::state::AppState;

/// Takes a report.
///
/// Sending the same report again is safe: it is answered with 200 and stored once.
#[utoipa::path(
    post,
    path = "/api/v1/reports",
    request_body(content = Report, content_type = "application/json"),
    responses(
        (status = 201, description = "Stored.", body = Stored),
        (status = 200, description = "Stored before, the same; nothing was changed.", body = Stored),
        (status = 400, description = "The body is not JSON.", body = Problem,
            content_type = "application/problem+json"),
        (status = 405, description = "Only POST is taken here.", body = Problem,
            content_type = "application/problem+json",
            headers(("Allow" = String, description = "The methods taken."))),
        (status = 408, description = "The body took too long to arrive.", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "The id came before with something else.", body = Problem,
            content_type = "application/problem+json"),
        (status = 413, description = "The body is longer than 64 kB.", body = Problem,
            content_type = "application/problem+json"),
        (status = 415, description = "The body is not application/json.", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "Not a report, or of no thing to do here; `errors` has every wrong field.",
            body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Nothing can be stored just now; nothing was.", body = Problem,
            content_type = "application/problem+json",
            headers(("Retry-After" = u16, description = "Seconds to wait."))),
    )
)]
pub(super) async fn receive(
    State(state): State<AppState>,
    headers: HeaderMap,
    Extension(Received(body)): Extension<Received>,
) -> Result<(StatusCode, Json<Stored>), Refused> {
    let report = sent(&headers, body, wire::Report::read)?;
    let id = report.id.clone();
    let admitted = state.by_clock(|clock| report.admit(&state.pack, clock));
    let reported = admitted.map_err(ProblemDetails::invalid)?;
    answer(state.store.report(reported).await?, &id)
}
