//! One page of the site in every language it was made in.

use axum::http::header::{CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::Response;

use super::forms::Forms;
use super::headers::policy_of;
use super::language;

/// What every HTML file of the site is.
pub(super) const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// A page, by language; the site's own language first.
#[derive(Default)]
pub(super) struct Page {
    languages: Vec<Language>,
}

/// A page in one language.
struct Language {
    tag: String,
    forms: Forms,
    policy: HeaderValue,
}

impl Page {
    /// Takes the page in one more language. The site's own has no tag in its file's name,
    /// and is told by its markup.
    pub(super) fn add(&mut self, tag: Option<&str>, html: String) {
        let own = tag.or_else(|| declared(&html)).unwrap_or("en").to_owned();
        let policy = policy_of(&html);
        self.add_with(&own, html, policy);
        if tag.is_none() {
            self.languages.rotate_right(1);
        }
    }

    /// Takes the page in one more language, with what it may load.
    pub(super) fn add_with(&mut self, tag: &str, html: String, policy: HeaderValue) {
        self.languages.push(Language {
            tag: tag.to_owned(),
            policy,
            forms: Forms::new(html.into_bytes(), HTML),
        });
    }

    /// Whether there is none in any language.
    pub(super) fn is_empty(&self) -> bool {
        self.languages.is_empty()
    }

    /// Whether it is there in the language that the browser would get of `other`.
    pub(super) fn speaks_as(&self, other: &Self, headers: &HeaderMap) -> bool {
        let wanted = other.wanted(headers).map(|wanted| &wanted.tag);
        self.languages.iter().any(|own| Some(&own.tag) == wanted)
    }

    fn wanted(&self, headers: &HeaderMap) -> Option<&Language> {
        let offered: Vec<&str> = self.languages.iter().map(|own| own.tag.as_str()).collect();
        self.languages.get(language::wanted(headers, &offered))
    }

    /// Compresses it once in every language.
    pub(super) fn warm(&self) {
        self.languages.iter().for_each(|own| own.forms.warm());
    }

    /// Answers `GET` or `HEAD` in the language that the browser asks for.
    pub(super) fn answer(&self, method: &Method, headers: &HeaderMap) -> Response {
        self.with(headers, |forms| forms.answer(method, headers))
    }

    /// The same as 404.
    pub(super) fn not_found(&self, method: &Method, headers: &HeaderMap) -> Response {
        self.with(headers, |forms| forms.not_found(method, headers))
    }

    fn with(&self, headers: &HeaderMap, answer: impl Fn(&Forms) -> Response) -> Response {
        let Some(language) = self.wanted(headers) else {
            // A page is made with its first language.
            return Response::default();
        };
        let mut response = answer(&language.forms);
        let own = response.headers_mut();
        own.insert(CONTENT_SECURITY_POLICY, language.policy.clone());
        own.insert(
            VARY,
            HeaderValue::from_static("accept-encoding, accept-language"),
        );
        if own.contains_key(CONTENT_TYPE)
            && let Ok(tag) = HeaderValue::from_str(&language.tag)
        {
            own.insert(CONTENT_LANGUAGE, tag);
        }
        response
    }
}

/// The language that a page says it is in.
fn declared(html: &str) -> Option<&str> {
    let (_, rest) = html.split_once("<html lang=\"")?;
    rest.split('"').next()
}
