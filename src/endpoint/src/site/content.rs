//! The borough's content, compressed once and served from memory, so
//! that a second borough needs a folder and no build.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use axum::http::{HeaderMap, HeaderValue, Method, Uri};
use axum::response::{IntoResponse, Response};
use hark_domain::pack::media::{FOLDER, MediaFiles};
use hark_domain::pack::{self, Files, Pack};
use hark_domain::wire::ProblemType;
use hark_domain::words::Catalogue;

use super::forms::Forms;
use super::locales::locales;
use super::media::Media;
use super::open_data::OpenData;
use super::papers::Papers;
use crate::api::Refused;

/// What every published file is but the map and the styles.
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What the map is.
const SVG: HeaderValue = HeaderValue::from_static("image/svg+xml");

/// What the pack's colours and the forms' style are.
const CSS: HeaderValue = HeaderValue::from_static("text/css; charset=utf-8");

/// The published files of a pack, by path below `/content/`, its forms to print, and what
/// is given out of it as open data.
pub struct Content {
    files: BTreeMap<String, Forms>,
    details: Details,
    media: Media,
    papers: Papers,
    open_data: OpenData,
    /// The style of the forms: the site's own, whatever the pack.
    paper_css: Forms,
}

/// The page of each thing to do in each language, made when somebody first asks.
struct Details {
    pack: Arc<Pack>,
    words: Vec<Catalogue>,
    made: BTreeMap<String, OnceLock<Box<Forms>>>,
}

impl Details {
    fn of(pack: Arc<Pack>, words: Vec<Catalogue>) -> Self {
        let paths = pack::details(&pack);
        Self {
            made: paths.map(|path| (path, OnceLock::new())).collect(),
            pack,
            words,
        }
    }

    fn get(&self, path: &str) -> Option<&Forms> {
        let place = self.made.get(path)?;
        Some(place.get_or_init(|| {
            let text = self.text(path);
            Box::new(Forms::soon(text.into_bytes(), JSON))
        }))
    }

    fn text(&self, path: &str) -> String {
        pack::detail(path, &self.pack, &self.words).unwrap_or_default()
    }
}

impl Content {
    /// Publishes a pack.
    pub fn new(files: &Files, pack: &Pack) -> Self {
        let words = locales();
        let mut files: BTreeMap<String, Forms> = pack::listed(files, pack, &words)
            .into_iter()
            .map(|(path, text)| {
                let kind = if path == pack::MAP { SVG } else { JSON };
                (path, Forms::new(text.into_bytes(), kind))
            })
            .collect();
        let theme = Forms::new(pack::theme_css(&pack.site).into_bytes(), CSS);
        files.insert(pack::THEME.to_owned(), theme);
        let whole = Arc::new(pack.clone());
        Self {
            files,
            media: Media::default(),
            papers: Papers::new(pack, &words),
            details: Details::of(whole.clone(), words),
            open_data: OpenData::new(whole),
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

    /// Compresses once what a visit begins with, so that nobody waits for it.
    pub fn warm(&self) {
        self.files.values().for_each(Forms::warm);
        self.media.warm();
    }

    /// Whether the site in `folder` was built with this very content.
    pub(super) fn is_built_into(&self, folder: &Path) -> bool {
        let is_there = |path: &str, text: &[u8]| {
            let built = fs::read(folder.join("content").join(path));
            built.is_ok_and(|built| built == text)
        };
        let mut listed = self.files.iter();
        // A page has the same facts in every language.
        let mut details = (self.details.made.keys()).filter(|path| path.starts_with("activities/"));
        listed.all(|(path, forms)| is_there(path, forms.bytes()))
            && details.all(|path| is_there(path, self.details.text(path).as_bytes()))
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

    /// Answers `GET` or `HEAD` of open data; nothing where the path is none's.
    pub(crate) fn open_data(
        &self,
        uri: &Uri,
        method: &Method,
        headers: &HeaderMap,
    ) -> Option<Response> {
        self.open_data.answer(uri, method, headers)
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
        let get = |path: &str| self.files.get(path).or_else(|| self.details.get(path));
        let other = || get(name.split_once('/')?.1);
        let found = own.or_else(|| get(name)).or_else(other);
        match found {
            Some(forms) => forms.answer(method, headers),
            None => Refused::from(ProblemType::NotFound.because("This pack has no such file."))
                .into_response(),
        }
    }
}
