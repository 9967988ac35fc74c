//! The files of the built site, and the page that every address of it shows.

use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_TYPE, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, RANGE,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use hark_domain::route::Route;
use hark_domain::wire::ProblemType;
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

use crate::api::Refused;
use crate::log;
use crate::state::AppState;

/// How many hexadecimal digits a fingerprint has in a file's name.
const FINGERPRINT: usize = 16;

/// Answers `GET` or `HEAD` of anything but the API and the content: a screen's
/// address with the page, a file with itself, anything else with the page as 404.
pub(crate) async fn answer(
    state: &AppState,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Some(site) = state.site.as_deref() else {
        let detail = "There is no site here, only the API under /api: see /api/openapi.json.";
        return Refused::from(ProblemType::NotFound.because(detail)).into_response();
    };
    let path = uri.path().to_owned();
    let mut request = Request::new(Body::empty());
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    match Route::parse(&path) {
        Route::NotFound => {}
        // The survey of an old link may be gone.
        Route::Survey(id, _) if state.pack.survey(id.as_str()).is_none() => {
            return not_found(site, request).await;
        }
        _ => return cached(page(site, request).await, "no-cache"),
    }
    if !may_be_file(&path) {
        return not_found(site, request).await;
    }
    let files = ServeDir::new(site)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let again = parts_of(&request);
    let response = match files.oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    match response.status() {
        StatusCode::NOT_FOUND => not_found(site, again).await,
        StatusCode::INTERNAL_SERVER_ERROR => broken(),
        _ if is_fingerprinted(&path) => cached(response, "public, max-age=31536000, immutable"),
        _ => cached(response, "no-cache"),
    }
}

/// The same request once more: a request without a body is its method, address and
/// headers.
fn parts_of(request: &Request) -> Request {
    let mut again = Request::new(Body::empty());
    request.method().clone_into(again.method_mut());
    request.uri().clone_into(again.uri_mut());
    request.headers().clone_into(again.headers_mut());
    again
}

/// Whether a path can name a file of the site. Its own names have no percent signs;
/// files whose name starts with a dot are nobody's business; the compressed
/// copies are forms of a file and no files themselves.
fn may_be_file(path: &str) -> bool {
    let compressed = path
        .rsplit_once('.')
        .is_some_and(|(_, ending)| matches!(ending, "br" | "gz"));
    !path.contains('%') && !path.contains("/.") && !compressed
}

/// Whether a file's name holds a hash of its contents: a dot or a dash, sixteen
/// hexadecimal digits, and an ending.
fn is_fingerprinted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let parts: Vec<&str> = name.split(['.', '-']).collect();
    let Some((_ending, [_first, middle @ ..])) = parts.split_last() else {
        return false;
    };
    let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    middle
        .iter()
        .any(|part| part.len() == FINGERPRINT && part.bytes().all(hex))
}

/// The page that starts the front end.
async fn page(site: &Path, request: Request) -> Response {
    let file = ServeFile::new(site.join("index.html"))
        .precompressed_br()
        .precompressed_gzip();
    match file.oneshot(request).await {
        Ok(response) if response.status().is_client_error() => broken(),
        Ok(response) if response.status().is_server_error() => broken(),
        Ok(response) => {
            let mut response = response.map(Body::new);
            if response.headers().contains_key(CONTENT_TYPE) {
                let html = HeaderValue::from_static("text/html; charset=utf-8");
                response.headers_mut().insert(CONTENT_TYPE, html);
            }
            response
        }
        Err(never) => match never {},
    }
}

/// The page as 404. A browser that has it must not be told "not modified", and a
/// part of it makes no sense.
async fn not_found(site: &Path, mut request: Request) -> Response {
    for name in [IF_NONE_MATCH, IF_MODIFIED_SINCE, IF_RANGE, RANGE] {
        request.headers_mut().remove::<HeaderName>(name);
    }
    let mut response = cached(page(site, request).await, "no-cache");
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

/// A file of the site can't be read; that is for whoever runs it to know.
fn broken() -> Response {
    log::say("A file of the site can't be read: is it being built again?");
    Refused::from(ProblemType::Unavailable.because("The site can't be read just now."))
        .into_response()
}

fn cached(mut response: Response, how: &'static str) -> Response {
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static(how));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_in_the_name_is_a_fingerprint() {
        for path in [
            "/hark-0123456789abcdef.js",
            "/a/hark-0123456789abcdef_bg.wasm"
                .replace("_bg", "")
                .as_str(),
            "/style.0123456789abcdef.css",
            "/hark-app.0123456789abcdef.min.js",
        ] {
            assert!(is_fingerprinted(path), "{path}");
        }
        for path in [
            "/sw.js",
            "/0123456789abcdef.js",
            "/hark-0123456789ABCDEF.js",
            "/hark-0123456789abcde.js",
            "/hark-0123456789abcdef",
            "/hark-0123456789abcdef/sw.js",
        ] {
            assert!(!is_fingerprinted(path), "{path}");
        }
    }

    #[test]
    fn hidden_and_compressed_files_are_no_files() {
        for path in ["/.env", "/a/.git/config", "/a.js.br", "/a.js.gz", "/%2eenv"] {
            assert!(!may_be_file(path), "{path}");
        }
        assert!(may_be_file("/a.js"));
    }
}
