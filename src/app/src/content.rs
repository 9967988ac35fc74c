//! Fetching the borough's pack.

use std::sync::Arc;

use gloo_net::http::Request;
use hark_domain::site::Site;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use serde::de::DeserializeOwned;
use web_sys::AbortController;

/// Where a file of the pack is on its way to the screen.
#[derive(Clone)]
pub(crate) enum Load<T> {
    /// It was asked for.
    Waiting,
    /// It is here.
    Ready(Arc<T>),
    /// The survey, or whatever it is, does not exist.
    Missing,
    /// It did not come: no signal, or the server is away.
    Failed,
}

/// A file of the pack, fetched when first needed and again when asked to.
pub(crate) struct Fetched<T: Send + Sync + 'static> {
    state: RwSignal<Load<T>>,
    path: StoredValue<String>,
}

impl<T: Send + Sync> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Fetched<T> {}

impl<T: DeserializeOwned + Clone + Send + Sync + 'static> Fetched<T> {
    /// Asks for `/content/PATH`.
    pub(crate) fn new(path: impl Into<String>) -> Self {
        let fetched = Self {
            state: RwSignal::new(Load::Waiting),
            path: StoredValue::new(path.into()),
        };
        fetched.again();
        fetched
    }

    /// Asks once more. What is there stays until the answer comes.
    pub(crate) fn again(self) {
        if !matches!(*self.state.read_untracked(), Load::Ready(_)) {
            self.state.set(Load::Waiting);
        }
        // What nobody waits for any more is not fetched to the end.
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let abort = SendWrapper::new(abort);
        Owner::on_cleanup(move || {
            if let Some(abort) = abort.as_ref() {
                abort.abort();
            }
        });
        let url = format!("/content/{}", self.path.get_value());
        spawn_local(async move {
            let state = fetch(&url, signal.as_ref()).await;
            // The screen that asked may be gone.
            self.state.try_set(state);
        });
    }

    /// Where it is.
    pub(crate) fn load(self) -> Load<T> {
        self.state.get()
    }

    /// The file, once it is here.
    pub(crate) fn ready(self) -> Option<Arc<T>> {
        match self.state.get() {
            Load::Ready(value) => Some(value),
            _ => None,
        }
    }
}

async fn fetch<T: DeserializeOwned>(url: &str, signal: Option<&web_sys::AbortSignal>) -> Load<T> {
    let Ok(response) = Request::get(url).abort_signal(signal).send().await else {
        return Load::Failed;
    };
    match response.status() {
        200 => response
            .json()
            .await
            .map_or(Load::Failed, |value| Load::Ready(Arc::new(value))),
        404 => Load::Missing,
        _ => Load::Failed,
    }
}

/// The borough's own facts, fetched once for every screen.
#[derive(Clone, Copy)]
pub(crate) struct SiteContent(Fetched<Site>);

impl SiteContent {
    /// Asks for them.
    pub(crate) fn fetch() -> Self {
        Self(Fetched::new("site.json"))
    }

    /// Those of the app this is called in.
    pub(crate) fn get() -> Fetched<Site> {
        expect_context::<Self>().0
    }
}
