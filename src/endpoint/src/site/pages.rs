//! The files of the built site, and the page that every address of it shows.

use std::fs;
use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use hark_domain::pack::Pack;
use hark_domain::route::Route;
use hark_domain::wire::ProblemType;
use tower::ServiceExt;
use tower_http::services::ServeDir;

use super::forms::Forms;
use super::{helplines, theme};
use crate::api::Refused;
use crate::log;
use crate::state::AppState;

/// How many hexadecimal digits a fingerprint has in a file's name.
const FINGERPRINT: usize = 16;

/// The longest address a file of the site can have, in bytes.
const LONGEST: usize = 255;

/// The file that holds the page. It is no address: the page stands at `/`.
const PAGE: &str = "index.html";

/// What every HTML file of the site is.
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// A built site.
pub struct Site {
    folder: Box<Path>,
    page: Forms,
}

impl Site {
    /// Reads the page of the site in `folder`, and puts the pack's helplines and, where
    /// the site was built with others, its colours in it.
    /// The page is held in memory from then on: a site that is built again is seen
    /// after a restart.
    ///
    /// # Errors
    /// A sentence: the page can't be read, or has no place for the helplines
    /// or the colours.
    pub fn read(folder: &Path, pack: &Pack) -> Result<Self, String> {
        let file = folder.join(PAGE);
        let colours = theme::link(folder, &pack.site);
        let page = fs::read_to_string(&file)
            .map_err(|error| error.to_string())
            .and_then(|page| helplines::put(&page, &pack.site))
            .and_then(|page| theme::put(&page, colours))
            .map_err(|why| format!("{}: this page can't be served: {why}.", file.display()))?;
        Ok(Self {
            folder: folder.into(),
            page: Forms::new(page.into_bytes(), HTML),
        })
    }
}

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
    let path = uri.path();
    match Route::parse(path) {
        Route::NotFound => {}
        // The survey of an old link may be gone.
        Route::Survey(id, _) if state.pack.survey(id.as_str()).is_none() => {}
        _ => return site.page.answer(&method, &headers),
    }
    if !may_be_file(path) {
        return site.page.not_found(&method, &headers);
    }
    let response = file(&site.folder, &method, &uri, &headers).await;
    match response.status() {
        StatusCode::NOT_FOUND => site.page.not_found(&method, &headers),
        StatusCode::INTERNAL_SERVER_ERROR => broken(),
        _ if is_fingerprinted(path) => cached(response, "public, max-age=31536000, immutable"),
        _ => cached(response, "no-cache"),
    }
}

/// A file of the site, in the form that the browser takes.
async fn file(folder: &Path, method: &Method, uri: &Uri, headers: &HeaderMap) -> Response {
    let mut request = Request::new(Body::empty());
    method.clone_into(request.method_mut());
    uri.clone_into(request.uri_mut());
    headers.clone_into(request.headers_mut());
    let files = ServeDir::new(folder)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let mut response = match files.oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    // Only the ending of a file's name is known there, and no charset.
    if let Some(kind) = response.headers_mut().get_mut(CONTENT_TYPE)
        && kind.as_bytes().starts_with(b"text/html")
    {
        *kind = HTML;
    }
    response
}

/// Whether a path can name a file of the site. Its own names have no percent signs,
/// and each file has one address; files whose name starts with a dot are nobody's
/// business; the page and the compressed copies are no files themselves.
fn may_be_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let compressed = name
        .rsplit_once('.')
        .is_some_and(|(_, ending)| matches!(ending, "br" | "gz"));
    // A disk answers a name too long for it with an error, not with "no such file".
    let odd = path.len() > LONGEST || ["%", "/.", "//"].iter().any(|part| path.contains(part));
    // Some disks don't tell large letters from small ones.
    !odd && !name.is_empty() && !name.eq_ignore_ascii_case(PAGE) && !compressed
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
    fn hidden_and_compressed_files_and_the_page_are_no_files() {
        for path in [
            "/.env",
            "/a/.git/config",
            "/a.js.br",
            "/a.js.gz",
            "/%2eenv",
            "/index.html",
            "/INDEX.html",
            "//index.html",
            "/index.html/",
            "//content/site.json",
            "/a.js/",
        ] {
            assert!(!may_be_file(path), "{path}");
        }
        assert!(may_be_file("/a.js"));
    }
}
