//! Headers that every answer carries.
//!
//! `Strict-Transport-Security` is not among them: it belongs to the proxy that
//! holds the certificate. Sent from here, it would lock a test on plain HTTP out
//! and promise what this process can't keep.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::router::is_api;

/// What a page may load: nothing but its own files.
///
/// WebAssembly needs `'wasm-unsafe-eval'`. The Trusted Types policy `default` is
/// made by the site's own script before the front end starts. No page may be framed
/// until schools can embed one.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types default";

/// What data may do if a browser shows it as a page: nothing.
pub const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Everything a browser could ask of the device, off.
pub const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
    encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// Adds the headers that keep a browser from doing what Hark never needs.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let api = is_api(path);
    let data = api || path.starts_with("/content/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    set(
        headers,
        CONTENT_SECURITY_POLICY,
        if data { DATA_POLICY } else { PAGE_POLICY },
    );
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, REFERRER_POLICY, "no-referrer");
    set(
        headers,
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        headers,
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        headers,
        HeaderName::from_static("permissions-policy"),
        PERMISSIONS,
    );
    if api {
        set(headers, CACHE_CONTROL, "no-store");
    }
    response
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
