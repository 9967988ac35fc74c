//! Open data of the pack that is served: any pack, without a build.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use axum::body::Body;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE,
};
use axum::http::{HeaderMap, HeaderValue, Method, Uri};
use axum::response::{IntoResponse, Response};
use hark_domain::activity::export::{Export, FileKind, List, PER_PAGE};
use hark_domain::pack::Pack;
use hark_domain::wire::ProblemType;

use super::forms::Forms;
use super::headers::DATA_POLICY;
use super::locales::locales;
use crate::api::Refused;
use crate::zone::BoroughZone;

/// The most entries that somebody gets at once.
const MOST_PER_PAGE: usize = 1000;

/// What is given out of a pack. Most visits ask for none of it, so it is made when somebody
/// first does.
pub(super) struct OpenData {
    pack: Arc<Pack>,
    made: OnceLock<Made>,
}

/// Every file by its path below the root, and what is listed in pages.
struct Made {
    files: BTreeMap<String, Forms>,
    lists: Vec<List>,
}

impl OpenData {
    /// That of a pack.
    pub(super) fn new(pack: Arc<Pack>) -> Self {
        Self {
            pack,
            made: OnceLock::new(),
        }
    }

    fn made(&self) -> &Made {
        self.made.get_or_init(|| {
            let site = &self.pack.site;
            let zone = BoroughZone::of(site);
            let offset = |at| zone.offset(at);
            let Export { files, lists } =
                Export::of(&self.pack.organisations, site, &locales(), &offset);
            let files = files.into_iter().map(|(path, file)| {
                let kind = HeaderValue::from_static(file.kind.content_type());
                let forms = Forms::soon(file.text.into_bytes(), kind);
                (path, forms)
            });
            Made {
                files: files.collect(),
                lists,
            }
        })
    }

    /// Answers `GET` or `HEAD` where the path belongs here; nothing elsewhere.
    pub(super) fn answer(
        &self,
        uri: &Uri,
        method: &Method,
        headers: &HeaderMap,
    ) -> Option<Response> {
        let path = uri.path().strip_prefix('/')?;
        let kind = Export::kind(path)?;
        let query = uri.query().unwrap_or_default();
        let made = self.made();
        // `/taxonomies.json` is a file with all of them, unless a page of it is asked for.
        let plain = made.files.contains_key(path) && !query.contains("page=");
        let list = made.list(path).filter(|_| !plain);
        let mut response = match list {
            Some(list) => made.page(list, query, method, headers),
            None => made.file(path, method, headers),
        };
        let own = response.headers_mut();
        own.insert(
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(DATA_POLICY),
        );
        if kind.is_for_all_origins() {
            own.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        }
        Some(response)
    }
}

impl Made {
    /// The list at a path: `services`, with or without `.json` or a slash at its end.
    fn list(&self, path: &str) -> Option<&List> {
        let name = path.strip_suffix('/').unwrap_or(path);
        let name = name.strip_suffix(".json").unwrap_or(name);
        self.lists.iter().find(|list| list.name == name)
    }

    fn file(&self, path: &str, method: &Method, headers: &HeaderMap) -> Response {
        let whole = || self.files.get(&[path, ".json"].concat());
        self.files.get(path).or_else(whole).map_or_else(
            || refused("There is nothing at this address: the README says what is given out."),
            |forms| forms.answer(method, headers),
        )
    }

    /// A page of a list, as `?page=2&per_page=20` asks for it.
    fn page(&self, list: &List, query: &str, method: &Method, headers: &HeaderMap) -> Response {
        let asked = |name: &str, otherwise: usize| {
            let mut fields = query.split('&').filter_map(|field| field.split_once('='));
            let value = fields.find(|field| field.0 == name);
            let number = value.map_or(Some(otherwise), |field| field.1.parse().ok());
            number.filter(|number| *number > 0)
        };
        let (Some(page), Some(per_page)) = (asked("page", 1), asked("per_page", PER_PAGE)) else {
            return refused("\"page\" and \"per_page\" are whole numbers, 1 at least.");
        };
        // What is a file already has compressed forms; any other page goes as it is.
        let made = format!("{}/page/{page}.json", list.name);
        if let Some(forms) = self.files.get(&made).filter(|_| per_page == PER_PAGE) {
            return forms.answer(method, headers);
        }
        let text = list.page(page, per_page.min(MOST_PER_PAGE)).to_string();
        let length = HeaderValue::from(text.len());
        let whole = method != Method::HEAD;
        let mut response = Response::new(if whole {
            Body::from(text)
        } else {
            Body::empty()
        });
        let own = response.headers_mut();
        let kind = HeaderValue::from_static(FileKind::Referral.content_type());
        own.insert(CONTENT_TYPE, kind);
        own.insert(CONTENT_LENGTH, length);
        own.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        response
    }
}

fn refused(text: &str) -> Response {
    Refused::from(ProblemType::NotFound.because(text)).into_response()
}
