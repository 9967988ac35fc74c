//! The files of the built site, and the page that every address of it shows.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use hark_domain::clock::Clock;
use hark_domain::pack::Pack;
use hark_domain::route::Route;
use hark_domain::survey::Survey;
use hark_domain::survey::paper::Address;
use hark_domain::wire::ProblemType;
use tower::ServiceExt;
use tower_http::services::ServeDir;

use super::page::{HTML, Page};
use super::{Content, helplines, language, theme};
use crate::api::Refused;
use crate::log;
use crate::state::AppState;

/// How many hexadecimal digits a fingerprint has in a file's name.
const FINGERPRINT: usize = 16;

/// The longest address a file of the site can have, in bytes.
const LONGEST: usize = 255;

/// A page that the site is made up of is a file with one of these names; a tag may stand
/// before the ending: `index.pl.html`. None of them is an address itself.
const PAGE: &str = "index";
const FALLBACK: &str = "404";

/// The file in which a built site notes where each survey stood when its pages were made.
const SEASONS: &str = "seasons.json";

/// A built site. Its pages are held in memory: a site that is built again is seen after a
/// restart.
pub struct Site {
    folder: Box<Path>,
    /// The page for every screen that has none of its own.
    fallback: Page,
    /// Pages that show their text before the front end has started, by address.
    pages: BTreeMap<String, Page>,
    /// Where each survey stood when the pages were made, by its id.
    seasons: BTreeMap<String, String>,
}

impl Site {
    /// Reads the pages of the site in `folder`, and puts the pack's helplines and, where
    /// the site was built with others, its colours in them. Pages with the text of another
    /// pack than `content` are left out: the fallback shows the right one, only later.
    ///
    /// # Errors
    /// A sentence: a page can't be read, or has no place for the helplines or the colours.
    pub fn read(folder: &Path, pack: &Pack, content: &Content) -> Result<Self, String> {
        let colours = theme::link(folder, &pack.site);
        let read = |file: &Path| {
            fs::read_to_string(file)
                .map_err(|error| error.to_string())
                .and_then(|page| helplines::put(&page, &pack.site))
                .and_then(|page| theme::put(&page, colours))
                .map(|page| language::offer(&page, &pack.site.languages))
                .map_err(|why| format!("{}: this page can't be served: {why}.", file.display()))
        };
        let mut fallback = Page::default();
        let mut pages: BTreeMap<String, Page> = BTreeMap::new();
        let own = content.is_built_into(folder);
        let mut found = Vec::new();
        collect(folder, "", &mut found)?;
        let offered = |tag: Option<&str>| {
            tag.is_none_or(|tag| pack.site.languages.iter().any(|own| own == tag))
        };
        // Forms to print are no pages of the app, and made from the pack that is served.
        found.retain(|(address, ..)| Address::parse(&format!("/{address}")).is_none());
        for (address, name, file) in found {
            match page_name(&name).filter(|(_, tag)| offered(*tag)) {
                Some((FALLBACK, tag)) if address.is_empty() => fallback.add(tag, read(&file)?),
                Some((PAGE, tag)) if own => {
                    let address = format!("/{}", address.trim_end_matches('/'));
                    pages.entry(address).or_default().add(tag, read(&file)?);
                }
                _ => {}
            }
        }
        if fallback.is_empty() {
            // A site made otherwise, with one page only.
            fallback.add(None, read(&folder.join("index.html"))?);
            pages.clear();
        } else if !own {
            log::say(
                "The site was built with another content pack, so its pages show their text \
                 only once the app has started. `cargo xtask site --content DIR` builds it with this one.",
            );
        }
        // A site made otherwise has no such file, and no pages of surveys.
        let seasons = fs::read(folder.join(SEASONS)).unwrap_or_default();
        Ok(Self {
            folder: folder.into(),
            fallback,
            pages,
            seasons: serde_json::from_slice(&seasons).unwrap_or_default(),
        })
    }

    /// Whether a survey stands where it stood when the pages were made.
    fn stands(&self, survey: &Survey, clock: Clock) -> bool {
        let then = self.seasons.get(survey.id.as_str());
        then.is_some_and(|then| then == survey.season(clock).as_str())
    }

    /// Compresses once what most visits begin with, so that nobody waits for it. The page of
    /// a single thing to do is one of thousands: it is compressed when somebody first asks.
    pub fn warm(&self) {
        self.fallback.warm();
        let single = |address: &str| matches!(Route::parse(address), Route::Activity(_));
        let pages = self.pages.iter().filter(|(address, _)| !single(address));
        pages.for_each(|(_, page)| page.warm());
    }

    /// The page of a screen, which shows its own text at once where it may, and where it
    /// was made in the reader's language.
    fn page(&self, address: &str, fresh: bool, headers: &HeaderMap) -> &Page {
        let own = self.pages.get(address).filter(|_| fresh);
        let own = own.filter(|page| page.speaks_as(&self.fallback, headers));
        own.unwrap_or(&self.fallback)
    }
}

/// Every file of the site that may be a page: the address of its folder, its name, and
/// where it is.
fn collect(
    folder: &Path,
    address: &str,
    found: &mut Vec<(String, String, PathBuf)>,
) -> Result<(), String> {
    let named = |error: std::io::Error| format!("{}: {error}.", folder.display());
    for entry in fs::read_dir(folder).map_err(named)? {
        let entry = entry.map_err(named)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if path.is_dir() {
            collect(&path, &format!("{address}{name}/"), found)?;
        } else if page_name(&name).is_some() {
            found.push((address.to_owned(), name, path));
        }
    }
    Ok(())
}

/// `index` or `404`, and the language's tag if there is one: `index.pl.html`.
fn page_name(name: &str) -> Option<(&str, Option<&str>)> {
    let stem = name.strip_suffix(".html")?;
    let (stem, tag) = match stem.split_once('.') {
        Some((stem, tag)) => (stem, Some(tag)),
        None => (stem, None),
    };
    [PAGE, FALLBACK].contains(&stem).then_some((stem, tag))
}

/// Answers `GET` or `HEAD` of anything but the API and the content: a screen's
/// address with its page, a file with itself, anything else with the fallback as 404.
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
    let route = Route::parse(path);
    // What a page says of a survey is out of date once that has opened or closed, and the
    // survey of an old link may be gone.
    let stands = |survey| state.by_clock(|clock| site.stands(survey, clock));
    let fresh = match &route {
        Route::NotFound => None,
        Route::Need(number) => state.pack.need(*number).map(|_| true),
        Route::Activity(id) => state.pack.service(id.as_str()).map(|_| true),
        Route::Area(id) => state.pack.site.locality(id.as_str()).map(|_| true),
        Route::Surveys => Some(state.pack.surveys.iter().all(stands)),
        Route::Survey(id, _) => state.pack.survey(id.as_str()).map(stands),
        _ => Some(true),
    };
    if let Some(fresh) = fresh {
        let page = site.page(&route.href(), fresh, &headers);
        return page.answer(&method, &headers);
    }
    // What the site has besides the product's screens, such as its style guide.
    if let Some(page) = site.pages.get(path) {
        return page.answer(&method, &headers);
    }
    if !may_be_file(path) {
        return site.fallback.not_found(&method, &headers);
    }
    let response = file(&site.folder, &method, &uri, &headers).await;
    match response.status() {
        StatusCode::NOT_FOUND => site.fallback.not_found(&method, &headers),
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
    let page = page_name(&name.to_ascii_lowercase()).is_some();
    !odd && !name.is_empty() && !page && !compressed
}

/// Whether a file's name holds a hash of its contents: a dot or a dash, sixteen
/// hexadecimal digits, and an ending.
pub(super) fn is_fingerprinted(path: &str) -> bool {
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
            "/help/index.pl.html",
            "/404.html",
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
