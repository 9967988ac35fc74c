//! Everything the server answers, in one place for `main` and for tests.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use hark_domain::pack::{MAP, PAPER, THEME, is_json, media};
use hark_domain::wire::ProblemType;

use crate::api::{self, Refused};
use crate::site;
use crate::state::AppState;

/// Puts the whole server together.
pub fn router(state: AppState) -> Router {
    api::router()
        .method_not_allowed_fallback(async || wrong_method())
        .fallback({
            let state = state.clone();
            async move |request: Request| elsewhere(&state, request).await
        })
        .layer(from_fn_with_state(state.limits, api::body::receive))
        .layer(from_fn(site::headers::guard))
        .with_state(state)
}

/// Whether an address belongs to the API, where nothing is a page.
pub(crate) fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/") || path == "/health" || path == "/ready"
}

/// Answers what is no address of the API's own.
async fn elsewhere(state: &AppState, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let (method, uri, headers): (Method, Uri, HeaderMap) = (parts.method, parts.uri, parts.headers);
    let path = uri.path();
    if is_api(path) {
        return Refused::from(ProblemType::NotFound.because("The API has no such address."))
            .into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        let mut response = wrong_method();
        response.headers_mut().insert(
            axum::http::header::ALLOW,
            axum::http::HeaderValue::from_static("GET,HEAD"),
        );
        return response;
    }
    // What belongs to the pack comes from there, whatever the site was built with.
    if let Some(name) = path.strip_prefix("/content/")
        && (is_json(name) || [MAP, THEME, PAPER].contains(&name) || name.starts_with(media::FOLDER))
    {
        return state.content.answer(name, &method, &headers).await;
    }
    if let Some(paper) = state.content.paper(path, &method, &headers) {
        return paper;
    }
    if let Some(data) = state.content.open_data(&uri, &method, &headers) {
        return data;
    }
    site::pages::answer(state, method, uri, headers).await
}

fn wrong_method() -> Response {
    Refused::from(ProblemType::Method.because("This address does not take that method."))
        .into_response()
}
