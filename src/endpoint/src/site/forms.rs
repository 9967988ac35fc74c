//! A file held in memory in each form that a browser may ask for.

use std::io::Write;
use std::sync::OnceLock;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// One file, compressed once: when a browser first asks for it, or before by
/// [`Forms::warm`]. A start does not wait for it.
pub(crate) struct Forms {
    kind: HeaderValue,
    hash: String,
    /// Of brotli, from 0 to 11.
    quality: u32,
    plain: Form,
    brotli: OnceLock<Form>,
    gzip: OnceLock<Form>,
}

struct Form {
    bytes: Bytes,
    /// How it is encoded; nothing for the plain one.
    encoding: Option<&'static str>,
    /// Another form is another representation, so each has its own tag.
    tag: HeaderValue,
}

impl Forms {
    /// The forms of these bytes; `kind` is their content type.
    pub(crate) fn new(plain: Vec<u8>, kind: HeaderValue) -> Self {
        Self::packed(plain, kind, 11)
    }

    /// The same, compressed while somebody waits: an eighth larger, fifty times sooner.
    pub(super) fn soon(plain: Vec<u8>, kind: HeaderValue) -> Self {
        Self::packed(plain, kind, 5)
    }

    fn packed(plain: Vec<u8>, kind: HeaderValue, quality: u32) -> Self {
        let hash: String = Sha256::digest(&plain)
            .iter()
            .take(16)
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|digit| char::from_digit(u32::from(digit), 16))
            .collect();
        Self {
            kind,
            quality,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
            plain: Form::new(plain, None, &hash),
            hash,
        }
    }

    /// The bytes as they are.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.plain.bytes
    }

    /// Answers `GET` or `HEAD`: a browser asks each time, and is sent what it has not.
    pub(crate) fn answer(&self, method: &Method, headers: &HeaderMap) -> Response {
        let form = self.wanted(headers);
        if has_already(headers, &form.tag) {
            let mut response = StatusCode::NOT_MODIFIED.into_response();
            form.name(&mut response);
            return response;
        }
        self.whole(form, method)
    }

    /// The same as 404. A browser that has the file must not be told that nothing
    /// has changed.
    pub(crate) fn not_found(&self, method: &Method, headers: &HeaderMap) -> Response {
        let mut response = self.whole(self.wanted(headers), method);
        *response.status_mut() = StatusCode::NOT_FOUND;
        response
    }

    fn wanted(&self, headers: &HeaderMap) -> &Form {
        match Encoding::wanted(headers) {
            Some(Encoding::Brotli) => self.brotli(),
            Some(Encoding::Gzip) => self.gzip(),
            None => &self.plain,
        }
    }

    /// Compresses it now.
    pub(super) fn warm(&self) {
        self.brotli();
        self.gzip();
    }

    fn brotli(&self) -> &Form {
        let tag = || format!("{}-br", self.hash);
        let packed = || brotli(&self.plain.bytes, self.quality);
        self.brotli
            .get_or_init(|| Form::new(packed(), Some("br"), &tag()))
    }

    fn gzip(&self) -> &Form {
        let tag = || format!("{}-gz", self.hash);
        self.gzip
            .get_or_init(|| Form::new(gzip(&self.plain.bytes), Some("gzip"), &tag()))
    }

    fn whole(&self, form: &Form, method: &Method) -> Response {
        let body = if method == Method::HEAD {
            Body::empty()
        } else {
            Body::from(form.bytes.clone())
        };
        let mut response = Response::new(body);
        form.name(&mut response);
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, self.kind.clone());
        headers.insert(CONTENT_LENGTH, HeaderValue::from(form.bytes.len()));
        if let Some(encoding) = form.encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }
}

impl Form {
    fn new(bytes: Vec<u8>, encoding: Option<&'static str>, tag: &str) -> Self {
        Self {
            bytes: Bytes::from(bytes),
            encoding,
            // Hexadecimal digits and letters are a right header value.
            tag: HeaderValue::try_from(format!("\"{tag}\""))
                .unwrap_or_else(|_| HeaderValue::from_static("\"\"")),
        }
    }

    /// Says which form this is, and that it is to be asked for each time.
    fn name(&self, response: &mut Response) {
        let headers = response.headers_mut();
        headers.insert(ETAG, self.tag.clone());
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
}

fn brotli(plain: &[u8], quality: u32) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4_096, quality, 22);
    // Writing to memory can't fail.
    let _ = writer.write_all(plain);
    writer.into_inner()
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let _ = writer.write_all(plain);
    writer.finish().unwrap_or_default()
}

enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// The best encoding that the browser takes (RFC 9110, 12.5.3).
    fn wanted(headers: &HeaderMap) -> Option<Self> {
        let takes = |name: &str| {
            let offers = headers
                .get_all(ACCEPT_ENCODING)
                .iter()
                .filter_map(|value| value.to_str().ok());
            offers.flat_map(|value| value.split(',')).any(|offer| {
                let (encoding, weight) = offer.split_once(';').unwrap_or((offer, "q=1"));
                let weight = weight.trim().trim_start_matches(['q', 'Q']).trim_start();
                let refused = weight
                    .strip_prefix('=')
                    .and_then(|weight| weight.trim().parse::<f32>().ok())
                    .is_some_and(|weight| weight <= 0.0);
                encoding.trim().eq_ignore_ascii_case(name) && !refused
            })
        };
        if takes("br") {
            Some(Self::Brotli)
        } else {
            takes("gzip").then_some(Self::Gzip)
        }
    }
}

/// Whether the browser has that form already (RFC 9110, 13.1.2).
fn has_already(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let tag = tag.to_str().unwrap_or_default();
    let known = headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok());
    known
        .flat_map(|value| value.split(','))
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}
