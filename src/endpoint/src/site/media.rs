//! Pictures, recordings and films of the pack: drawings from memory, compressed; all else
//! from its folder, in the parts that a browser asks for.
//!
//! Only what was found and checked at the start has an address, so nothing outside
//! `media/` ever has one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::{IntoResponse, Response};
use hark_domain::pack::media::{FOLDER, MediaFiles, MediaType};
use hark_domain::wire::ProblemType;
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::forms::Forms;
use crate::api::Refused;

/// Longer than somebody answers a survey. The app asks for all its pictures at once; one
/// that a page had to ask for again would tell which page somebody came to.
const KEPT: HeaderValue = HeaderValue::from_static("max-age=86400");

/// The files below `media/`, by path from there.
#[derive(Default)]
pub(super) struct Media {
    files: BTreeMap<String, Place>,
}

enum Place {
    Memory(Box<Forms>),
    Disk(PathBuf, HeaderValue),
}

impl Media {
    /// Those of the pack in `folder`.
    pub(super) fn new(folder: &Path, files: &MediaFiles) -> Self {
        let place = |(path, file): (&String, &hark_domain::pack::media::MediaFile)| {
            let kind = HeaderValue::from_static(MediaType::of(path)?.content_type());
            let place = match &file.text {
                Some(text) => Place::Memory(Box::new(Forms::new(text.clone().into_bytes(), kind))),
                None => Place::Disk(folder.join(FOLDER).join(path), kind),
            };
            Some((path.clone(), place))
        };
        Self {
            files: files.iter().filter_map(place).collect(),
        }
    }

    /// Compresses once what is compressed.
    pub(super) fn warm(&self) {
        for place in self.files.values() {
            if let Place::Memory(forms) = place {
                forms.warm();
            }
        }
    }

    /// Answers `GET` or `HEAD /content/media/{path}`, also of a part (RFC 9110, 14).
    pub(super) async fn answer(
        &self,
        path: &str,
        method: &Method,
        headers: &HeaderMap,
    ) -> Response {
        let mut response = match self.files.get(path) {
            Some(Place::Memory(forms)) => forms.answer(method, headers),
            Some(Place::Disk(file, kind)) => on_disk(file, kind, method, headers).await,
            None => return not_found(),
        };
        // One that went since the start.
        if response.status().as_u16() == 404 {
            return not_found();
        }
        response.headers_mut().insert(CACHE_CONTROL, KEPT);
        response
    }
}

async fn on_disk(
    file: &Path,
    kind: &HeaderValue,
    method: &Method,
    headers: &HeaderMap,
) -> Response {
    let mut request = Request::new(Body::empty());
    method.clone_into(request.method_mut());
    headers.clone_into(request.headers_mut());
    let mut response = match ServeFile::new(file).oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    if let Some(own) = response.headers_mut().get_mut(CONTENT_TYPE) {
        own.clone_from(kind);
    }
    response
}

fn not_found() -> Response {
    Refused::from(ProblemType::NotFound.because("This pack has no such file.")).into_response()
}
