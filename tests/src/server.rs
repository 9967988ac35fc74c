//! The server within the test's own process: the same router that `hark serve` has.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request};
use hark::site::Content;
use hark::store::{Sqlite, Store};
use hark::{AppState, BoroughZone, Limits};
use hark_domain::calendar::LocalDate;
use hark_domain::clock::{Instant, LocalTime, first};
use http_body_util::BodyExt;
use serde_json::Value;
use tempfile::TempDir;
use tower::ServiceExt;

use crate::packs;

/// The time it is in every test, in London: a Sunday, in week 47.
pub const NOW: &str = "2026-11-22T12:00";

/// A server with the small pack and a store of its own.
pub struct Server {
    /// Its parts.
    pub state: AppState,
    /// Its data.
    pub folder: TempDir,
    store: Arc<Sqlite>,
    router: Router,
}

/// An answer, whole.
#[derive(Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Server {
    /// A server as it is.
    pub fn start() -> Self {
        Self::with(|_| {})
    }

    /// A server with parts changed.
    pub fn with(change: impl FnOnce(&mut AppState)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(Sqlite::open(folder.path()).unwrap());
        let (files, pack) = packs::sample();
        let mut state = AppState {
            content: Arc::new(Content::new(&files, &pack)),
            zone: Arc::new(BoroughZone::of(&pack.site)),
            pack: Arc::new(pack),
            store: store.clone(),
            site: None,
            now: Arc::new(|| london(NOW)),
            limits: Limits {
                body_time: Duration::from_secs(10),
                ..Limits::default()
            },
        };
        change(&mut state);
        Self {
            router: hark::router(state.clone()),
            state,
            folder,
            store,
        }
    }

    /// A server with the same store, as if it had been restarted with other parts.
    #[must_use]
    pub fn restarted(self, change: impl FnOnce(&mut AppState)) -> Self {
        let mut state = self.state.clone();
        change(&mut state);
        Self {
            router: hark::router(state.clone()),
            state,
            ..self
        }
    }

    /// The router, for a real socket.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Sends a request.
    pub async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Reply {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: body.collect().await.unwrap().to_bytes(),
        }
    }

    /// `GET path`, with headers.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.ask("GET", path, headers).await
    }

    /// Any request without a body.
    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Posts a response.
    pub async fn post(&self, body: &Value) -> Reply {
        self.post_as("application/json", body.to_string()).await
    }

    /// Posts anything as a response.
    pub async fn post_as(&self, content_type: &str, body: impl Into<Body>) -> Reply {
        self.post_to("/api/v1/responses", content_type, body).await
    }

    /// Posts anything anywhere.
    pub async fn post_to(&self, path: &str, content_type: &str, body: impl Into<Body>) -> Reply {
        let request = Request::post(path).header("content-type", content_type);
        self.send(request.body(body.into()).unwrap()).await
    }

    /// What is on disk once the store is closed.
    pub fn stored(&self) -> Value {
        self.store.close();
        crate::disk::stored(&self.folder.path().join("hark.db")).unwrap()
    }

    /// The server's own store.
    pub fn store(&self) -> Arc<dyn Store> {
        self.store.clone()
    }
}

impl Reply {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {:?}", String::from_utf8_lossy(&self.body)))
    }

    /// A header; empty where it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Asserts that this is a problem of that type, with the right status in it,
    /// and gives its wrong fields: pointer and code.
    pub fn problem(&self, kind: &str) -> Vec<(String, String)> {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem = self.json();
        assert_eq!(problem["type"], format!("/problems/{kind}"), "{problem}");
        assert_eq!(problem["status"], self.status, "{problem}");
        for words in ["title", "detail"] {
            assert!(!problem[words].as_str().unwrap().is_empty(), "{problem}");
        }
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        errors
            .iter()
            .map(|error| (text(&error["pointer"]), text(&error["code"])))
            .collect()
    }
}

/// A day written `YYYY-MM-DD`.
pub fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

/// The moment at which clocks in London first show `YYYY-MM-DDTHH:MM`.
pub fn london(text: &str) -> Instant {
    let zone = BoroughZone::named("Europe/London").unwrap();
    first(LocalTime::parse(text).unwrap(), &|at| zone.offset(at))
}
