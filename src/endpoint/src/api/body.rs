//! A request's body, read before anything is answered.
//!
//! A server that answers and closes while the other side is still sending loses its
//! answer on the way. So where a body may come it is read to its end whatever the
//! answer will be, and what is longer than a response can be is thrown away as it
//! comes. Nobody waits for the body of a `GET`.

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use hark_domain::wire::response::LONGEST_BODY;
use hark_domain::wire::{ProblemDetails, ProblemType};
use http_body_util::BodyExt;

use crate::state::Limits;

/// The body of a request, or why there is none.
#[derive(Clone, Debug)]
pub(crate) struct Received(pub(crate) Result<Bytes, Unread>);

/// Why a body could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It is longer than [`LONGEST_BODY`].
    TooLarge,
    /// It did not arrive in time.
    TooSlow,
    /// It ended early, or came in a form that is no HTTP.
    Broken,
}

impl From<Unread> for ProblemDetails {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::TooLarge => ProblemType::TooLarge
                .because(format!("A body has {} kB at most.", LONGEST_BODY / 1024)),
            Unread::TooSlow => {
                ProblemType::TooSlow.because("The body took too long. Please send it again.")
            }
            Unread::Broken => ProblemType::Malformed.because("The body ended early."),
        }
    }
}

/// Reads the body of a request and hands it on as [`Received`].
pub(crate) async fn receive(
    State(limits): State<Limits>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let (received, whole) = if may_have_body(&parts.method) {
        read(body, limits).await
    } else {
        (Ok(Bytes::new()), body.is_end_stream())
    };
    parts.extensions.insert(Received(received));
    let mut response = next.run(Request::from_parts(parts, Body::empty())).await;
    if !whole {
        // What is left of the body would be read as the next request.
        response
            .headers_mut()
            .insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// Whether a body means anything with this method (RFC 9110, 9.3; RFC 5789).
fn may_have_body(method: &Method) -> bool {
    [Method::POST, Method::PUT, Method::PATCH].contains(method)
}

/// Reads a body, and says whether it was read to its end.
async fn read(mut body: Body, limits: Limits) -> (Result<Bytes, Unread>, bool) {
    let mut kept = Vec::new();
    let mut length = 0;
    let reading = async {
        while let Some(frame) = body.frame().await {
            let Ok(frame) = frame else {
                return Err(Unread::Broken);
            };
            let data = frame.into_data().unwrap_or_default();
            length += data.len();
            if length <= LONGEST_BODY {
                kept.extend_from_slice(&data);
            } else if length > LONGEST_BODY + limits.drained {
                return Err(Unread::TooLarge);
            }
        }
        Ok(())
    };
    let end = tokio::time::timeout(limits.body_time, reading).await;
    match end {
        _ if length > LONGEST_BODY => (Err(Unread::TooLarge), matches!(end, Ok(Ok(())))),
        Ok(Ok(())) => (Ok(kept.into()), true),
        Ok(Err(unread)) => (Err(unread), false),
        Err(_elapsed) => (Err(Unread::TooSlow), false),
    }
}
