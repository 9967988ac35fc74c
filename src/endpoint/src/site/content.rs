//! The borough's content, compressed once and served from memory, so
//! that a second borough needs a folder and no build.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::{IntoResponse, Response};
use hark_domain::pack::media::{FOLDER, MediaFiles};
use hark_domain::pack::{self, Files, Pack};
use hark_domain::wire::ProblemType;

use super::forms::Forms;
use super::media::Media;
use super::papers::Papers;
use crate::api::Refused;

/// What every published file is but the styles.
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What the pack's colours and the forms' style are.
const CSS: HeaderValue = HeaderValue::from_static("text/css; charset=utf-8");

/// The published files of a pack, by path below `/content/`, and its forms to print.
pub struct Content {
    files: BTreeMap<String, Forms>,
    media: Media,
    papers: Papers,
    /// The style of the forms: the site's own, whatever the pack.
    paper_css: Forms,
}

impl Content {
    /// Publishes a pack.
    pub fn new(files: &Files, pack: &Pack) -> Self {
        let mut files: BTreeMap<String, Forms> = pack::published(files, pack)
            .into_iter()
            .map(|(path, text)| (path, Forms::new(text.into_bytes(), JSON)))
            .collect();
        let theme = Forms::new(pack::theme_css(&pack.site).into_bytes(), CSS);
        files.insert(pack::THEME.to_owned(), theme);
        Self {
            files,
            media: Media::default(),
            papers: Papers::new(pack),
            paper_css: Forms::new(pack::PAPER_CSS.into(), CSS),
        }
    }

    /// The same with the pictures and recordings of the pack in `folder`.
    #[must_use]
    pub fn with_media(self, folder: &Path, media: &MediaFiles) -> Self {
        Self {
            media: Media::new(folder, media),
            ..self
        }
    }

    /// Compresses everything once, so that nobody waits for it.
    pub fn warm(&self) {
        self.files.values().for_each(Forms::warm);
        self.media.warm();
    }

    /// Whether the site in `folder` was built with this very content.
    pub(super) fn is_built_into(&self, folder: &Path) -> bool {
        self.files.iter().all(|(path, forms)| {
            let built = fs::read(folder.join("content").join(path));
            built.is_ok_and(|built| built == forms.bytes())
        })
    }

    /// Answers `GET` or `HEAD` of a form to print; nothing where the path is none's.
    pub(crate) fn paper(
        &self,
        path: &str,
        method: &Method,
        headers: &HeaderMap,
    ) -> Option<Response> {
        self.papers.answer(path, method, headers)
    }

    /// Answers `GET` or `HEAD /content/{name}`.
    pub(crate) async fn answer(
        &self,
        name: &str,
        method: &Method,
        headers: &HeaderMap,
    ) -> Response {
        if let Some(path) = name.strip_prefix(FOLDER) {
            return self.media.answer(path, method, headers).await;
        }
        let own = (name == pack::PAPER).then_some(&self.paper_css);
        // Of a language that this pack doesn't have, what it has is better than nothing.
        let other = || self.files.get(name.split_once('/')?.1);
        let found = own.or_else(|| self.files.get(name)).or_else(other);
        match found {
            Some(forms) => forms.answer(method, headers),
            None => Refused::from(ProblemType::NotFound.because("This pack has no such file."))
                .into_response(),
        }
    }
}
