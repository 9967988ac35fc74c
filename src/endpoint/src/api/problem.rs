//! Problems as answers.

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use hark_domain::wire::{ProblemDetails, ProblemType};

use crate::store::StoreError;

/// In how many seconds it is worth trying again when nothing can be stored.
const RETRY_IN_SECONDS: u16 = 5;

/// A request refused, and why.
#[derive(Debug)]
pub struct Refused(ProblemDetails);

impl From<ProblemDetails> for Refused {
    fn from(problem: ProblemDetails) -> Self {
        Self(problem)
    }
}

impl From<StoreError> for Refused {
    /// Why is for the log of whoever runs the store, not for who sent the request.
    fn from(_: StoreError) -> Self {
        Self(
            ProblemType::Unavailable
                .because("Nothing was stored. Please send the same again a little later."),
        )
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(&self.0)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if self.0.kind == ProblemType::Unavailable {
            headers.insert(RETRY_AFTER, HeaderValue::from(RETRY_IN_SECONDS));
        }
        response
    }
}
