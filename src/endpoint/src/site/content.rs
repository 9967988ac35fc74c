//! The borough's content, compressed once at the start and served from memory, so
//! that a second borough needs a folder and no build.

use std::collections::BTreeMap;
use std::io::Write;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use hark_domain::pack::{self, Files, Pack};
use hark_domain::wire::ProblemType;
use sha2::{Digest, Sha256};

use crate::api::Refused;

/// The published files of a pack, by path below `/content/`.
pub struct Content {
    files: BTreeMap<String, Forms>,
}

/// One file in each form that a browser may ask for.
struct Forms {
    plain: Form,
    brotli: Form,
    gzip: Form,
}

struct Form {
    bytes: Bytes,
    /// Another form is another representation, so each has its own tag.
    tag: HeaderValue,
}

impl Content {
    /// Publishes a pack.
    pub fn new(files: &Files, pack: &Pack) -> Self {
        let files = pack::published(files, pack)
            .into_iter()
            .map(|(path, text)| (path, Forms::new(text.into_bytes())))
            .collect();
        Self { files }
    }

    /// Answers `GET` or `HEAD /content/{name}`.
    pub(crate) fn answer(&self, name: &str, method: &Method, headers: &HeaderMap) -> Response {
        let Some(forms) = self.files.get(name) else {
            return Refused::from(ProblemType::NotFound.because("This pack has no such file."))
                .into_response();
        };
        let (form, encoding) = match Encoding::wanted(headers) {
            Some(Encoding::Brotli) => (&forms.brotli, Some("br")),
            Some(Encoding::Gzip) => (&forms.gzip, Some("gzip")),
            None => (&forms.plain, None),
        };
        let mut response = if has_already(headers, &form.tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else if method == Method::HEAD {
            Response::new(Body::empty())
        } else {
            Response::new(Body::from(form.bytes.clone()))
        };
        let fresh = response.status() == StatusCode::OK;
        let to = response.headers_mut();
        to.insert(ETAG, form.tag.clone());
        to.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        to.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if fresh {
            to.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            to.insert(CONTENT_LENGTH, HeaderValue::from(form.bytes.len()));
            if let Some(encoding) = encoding {
                to.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
            }
        }
        response
    }
}

impl Forms {
    fn new(plain: Vec<u8>) -> Self {
        let hash: String = Sha256::digest(&plain)
            .iter()
            .take(16)
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|digit| char::from_digit(u32::from(digit), 16))
            .collect();
        let form = |bytes: Vec<u8>, suffix: &str| Form {
            bytes: Bytes::from(bytes),
            // Hexadecimal digits and letters are a right header value.
            tag: HeaderValue::try_from(format!("\"{hash}{suffix}\""))
                .unwrap_or_else(|_| HeaderValue::from_static("\"\"")),
        };
        Self {
            brotli: form(brotli(&plain), "-br"),
            gzip: form(gzip(&plain), "-gz"),
            plain: form(plain, ""),
        }
    }
}

fn brotli(plain: &[u8]) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4_096, 11, 22);
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
