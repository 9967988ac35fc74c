//! The JSON API. Its errors are problem details (RFC 9457), a closed set; its
//! description, at `/api/openapi.json`, is made from this code.

pub mod body;
mod health;
mod problem;
mod repeat;
mod responses;
pub mod schema;

use std::sync::Arc;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use problem::Refused;

use crate::state::AppState;

/// Where the API describes itself.
pub const DOCUMENT: &str = "/api/openapi.json";

#[derive(OpenApi)]
#[openapi(info(
    title = "Hark",
    description = "Takes anonymous responses to a borough's surveys. Nothing that \
        identifies a person is asked for, stored or logged. Every error is \
        `application/problem+json`.",
    license(name = "MIT OR Apache-2.0")
))]
struct Description;

/// The API's addresses.
pub(crate) fn router() -> Router<AppState> {
    let (router, description) = described();
    // A description that can't be written is caught by the test that reads it.
    let json: Arc<str> = description.to_json().unwrap_or_default().into();
    router.route(DOCUMENT, get(async move || document(&json)))
}

/// The OpenAPI document.
pub fn description() -> utoipa::openapi::OpenApi {
    described().1
}

fn described() -> (Router<AppState>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(responses::receive))
        .routes(routes!(health::health))
        .routes(routes!(health::ready))
        .split_for_parts()
}

fn document(json: &str) -> Response {
    let mut response = json.to_owned().into_response();
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
