//! Headers that every answer carries.
//!
//! `Strict-Transport-Security` is not among them: it belongs to the proxy that
//! holds the certificate. Sent from here, it would lock a test on plain HTTP out
//! and promise what this process can't keep.

use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::pages::is_fingerprinted;
use crate::router::is_api;

/// What a page may load: nothing but its own files.
///
/// WebAssembly needs `'wasm-unsafe-eval'`. The Trusted Types policy `default` is
/// made by the site's own script before the front end starts. No page may be framed
/// until schools can embed one.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data:; \
    media-src 'self'; font-src 'self'; \
    worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types default";

/// What data may do if a browser shows it as a page: nothing.
pub const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Everything a browser could ask of the device, off; but a film in sign language may fill
/// the screen when somebody says so, and whoever looks for things to do may have those near
/// them first, which their device works out by itself.
pub const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
    encrypted-media=(), fullscreen=(self), geolocation=(self), gyroscope=(), hid=(), idle-detection=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// What a form to print may load: its style and the pack's pictures, and no script at all.
pub const PAPER_POLICY: &str = "default-src 'none'; style-src 'self'; \
    img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// [`PAGE_POLICY`] for one page: with the hashes of the style and the script that stand
/// in it (CSP level 3, 2.3.1), and of no other.
pub(super) fn policy_of(page: &str) -> HeaderValue {
    let policy = with_hashes(PAGE_POLICY, page, "script");
    let policy = with_hashes(&policy, page, "style");
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static(PAGE_POLICY))
}

/// [`PAPER_POLICY`] for one form, with the hash of what it says about the foot of a sheet.
pub(super) fn paper_policy_of(page: &str) -> HeaderValue {
    let policy = with_hashes(PAPER_POLICY, page, "style");
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static(PAPER_POLICY))
}

/// The policy with the hashes of what stands in the page's elements of that name.
fn with_hashes(policy: &str, page: &str, name: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    let hashes = inside(page, name).fold(String::new(), |all, text| {
        [&*all, " 'sha256-", &hash(text), "'"].concat()
    });
    let own = format!("{name}-src 'self'");
    policy.replace(&own, &[&own, &*hashes].concat())
}

/// What stands in the elements of that name which have no address. Not a parser for any
/// page, only for those that `cargo xtask site` makes.
fn inside<'a>(page: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = page;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(&start)?;
        let (tag, after) = after.split_once('>')?;
        let (text, after) = after.split_once(&end)?;
        rest = after;
        Some((tag, text))
    })
    .filter(|(tag, _)| !tag.contains(" src="))
    .map(|(_, text)| text)
}

/// Adds the headers that keep a browser from doing what Hark never needs.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let api = is_api(path);
    // A part of a page, which is neither a page nor a worker: what only these can use would
    // be three quarters of a kilobyte with each, several times in a first visit.
    let data = api || is_fingerprinted(path) || path.starts_with("/content/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // A page that holds its own style and script has said so itself.
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        let policy = if data { DATA_POLICY } else { PAGE_POLICY };
        set(headers, CONTENT_SECURITY_POLICY, policy);
    }
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, REFERRER_POLICY, "no-referrer");
    set(
        headers,
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    // What pages of other sites may read, they may also load.
    let open = headers.contains_key(ACCESS_CONTROL_ALLOW_ORIGIN);
    set(
        headers,
        HeaderName::from_static("cross-origin-resource-policy"),
        if open { "cross-origin" } else { "same-origin" },
    );
    if !data {
        set(
            headers,
            HeaderName::from_static("permissions-policy"),
            PERMISSIONS,
        );
    }
    if api {
        set(headers, CACHE_CONTROL, "no-store");
    }
    response
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_run_what_stands_in_it_and_nothing_else() {
        let page = "<script data-wasm=\"/a\">b()</script><style>c{}</style><script src=\"/d.js\"></script>";
        // printf 'b()' | openssl dgst -sha256 -binary | base64
        let script = "script-src 'self' 'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc=' 'wasm-unsafe-eval';";
        let style = "style-src 'self' 'sha256-ftC8Ai5hOUB0hYxJ5eL4hEFGrnb9Asw7dO2PtFDjO0I=';";
        let policy = policy_of(page);
        let policy = policy.to_str().unwrap();
        assert!(policy.contains(script), "{policy}");
        assert!(policy.contains(style), "{policy}");
        assert_eq!(policy_of("<p>"), PAGE_POLICY);
    }
}
