//! The JSON API. Its errors are problem details (RFC 9457), a closed set; its
//! description, at `/api/openapi.json`, is made from this code.

pub mod body;
mod health;
mod problem;
mod repeat;
mod reports;
mod responses;
pub mod schema;

use std::sync::LazyLock;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use problem::Refused;

use crate::state::AppState;

#[derive(OpenApi)]
#[openapi(info(
    title = "Hark",
    description = "Takes anonymous responses to a borough's surveys, and \
        reports of what is wrong with its things to do. Nothing that \
        identifies a person is asked for, stored or logged. Every error is \
        `application/problem+json`.",
    license(name = "MIT OR Apache-2.0")
))]
struct Description;

/// The OpenAPI document as it is served. A description that can't be written is
/// caught by the test that reads it.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| described().1.to_json().unwrap_or_default());

/// The API's addresses.
pub(crate) fn router() -> Router<AppState> {
    described().0
}

/// The addresses and their description, from the same list.
fn described() -> (Router<AppState>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(responses::receive))
        .routes(routes!(reports::receive))
        .routes(routes!(health::health))
        .routes(routes!(health::ready))
        .routes(routes!(document))
        .split_for_parts()
}

/// This document.
#[utoipa::path(get, path = "/api/openapi.json", responses(
    (status = 200, description = "The API's description.", body = Object),
))]
async fn document() -> Response {
    let json = HeaderValue::from_static("application/json");
    ([(CONTENT_TYPE, json)], DOCUMENT.as_str()).into_response()
}
