//! `POST /api/v1/responses`: one person's answers to one survey.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use hark_domain::wire::{self, ProblemDetails, ProblemType, Refusal, ResponseId};

use super::body::{Received, Unread};
use super::problem::Refused;
use super::repeat;
use super::schema::{Problem, Response, Stored};
use crate::state::AppState;
use crate::store::Receipt;

/// Takes a response.
///
/// Sending the same response again is safe at any time, also after the survey has
/// closed or changed: it is answered with 200 and stored once. Free texts are not
/// compared, as nothing leads from a response to its texts: the first ones stand.
#[utoipa::path(
    post,
    path = "/api/v1/responses",
    request_body(content = Response, content_type = "application/json"),
    responses(
        (status = 201, description = "Stored.", body = Stored),
        (status = 200, description = "Stored before, with the same closed answers; nothing was changed.", body = Stored),
        (status = 400, description = "The body is not JSON.", body = Problem,
            content_type = "application/problem+json"),
        (status = 405, description = "Only POST is taken here.", body = Problem,
            content_type = "application/problem+json",
            headers(("Allow" = String, description = "The methods taken."))),
        (status = 408, description = "The body took too long to arrive.", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "The id came before with other closed answers.", body = Problem,
            content_type = "application/problem+json"),
        (status = 413, description = "The body is longer than 64 kB.", body = Problem,
            content_type = "application/problem+json"),
        (status = 415, description = "The body is not application/json.", body = Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "Not a response to this survey; `errors` has every wrong field.",
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
    let response = sent(&headers, body, wire::read)?;
    let id = response.id.clone();
    let survey = state.pack.survey(response.survey.as_str());
    let admitted = state.by_clock(|clock| wire::admit(response.clone(), survey, clock));
    let receipt = match admitted {
        Ok(record) => state.store.record(record).await?,
        // What can't be admitted now may have been admitted before.
        Err(errors) => repeat::compare(&*state.store, response, survey)
            .await?
            .ok_or_else(|| ProblemDetails::invalid(errors))?,
    };
    answer(receipt, &id)
}

/// What was sent, if it is JSON and `read` can read it.
pub(super) fn sent<T>(
    headers: &HeaderMap,
    body: Result<Bytes, Unread>,
    read: impl Fn(&[u8]) -> Result<T, Refusal>,
) -> Result<T, ProblemDetails> {
    if !is_json(headers) {
        let detail = "Send it with Content-Type: application/json.";
        return Err(ProblemType::NotJson.because(detail));
    }
    read(&body?).map_err(|refusal| match refusal {
        Refusal::Malformed(why) => {
            ProblemType::Malformed.because(format!("This is not JSON: {why}."))
        }
        Refusal::Invalid(errors) => ProblemDetails::invalid(errors),
    })
}

/// What somebody is told of what they sent.
pub(super) fn answer(
    receipt: Receipt,
    id: &ResponseId,
) -> Result<(StatusCode, Json<Stored>), Refused> {
    let stored = Json(Stored {
        id: id.to_string(),
        stored: true,
    });
    match receipt {
        Receipt::New => Ok((StatusCode::CREATED, stored)),
        Receipt::Again => Ok((StatusCode::OK, stored)),
        Receipt::Other => Err(ProblemType::Conflict
            .because("This id came before with something else. Nothing was changed.")
            .into()),
    }
}

/// Whether the body says that it is JSON. Parameters, such as a charset, say
/// nothing more: JSON is UTF-8 (RFC 8259, section 8.1).
///
/// No other type is taken, because a page of another site may send the others
/// without asking first.
fn is_json(headers: &HeaderMap) -> bool {
    let mut types = headers.get_all(CONTENT_TYPE).iter();
    let only = types.next().filter(|_| types.next().is_none());
    only.and_then(|value| value.to_str().ok())
        .map(|value| value.split(';').next().unwrap_or_default().trim())
        .is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"))
}
