//! Fetching the borough's pack.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use gloo_net::http::Request;
use hark_domain::json::{self, FromJson};
use hark_domain::site::Site;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use web_sys::{AbortController, AbortSignal};

/// Where a file of the pack is on its way to the screen.
pub(crate) enum Load<T> {
    /// It was asked for.
    Waiting,
    /// It is here.
    Ready(Arc<T>),
    /// There is no such file.
    Missing,
    /// It did not come: no signal, or the server is away.
    Failed,
}

/// The same without its type: signals of four types cost 10 KB more wasm than
/// signals of one.
#[derive(Clone)]
enum State {
    Waiting,
    Ready(Arc<dyn Any + Send + Sync>),
    Missing,
    Failed,
}

type Read = fn(&str) -> Option<Arc<dyn Any + Send + Sync>>;

/// A file of the pack, fetched when first needed and again when asked to.
pub(crate) struct Fetched<T> {
    state: RwSignal<State>,
    path: StoredValue<String>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Fetched<T> {}

impl<T: FromJson + Send + Sync + 'static> Fetched<T> {
    /// Asks for `/content/PATH`.
    pub(crate) fn new(path: impl Into<String>) -> Self {
        let state = RwSignal::new(State::Waiting);
        let fetched = Self {
            state,
            path: StoredValue::new(path.into()),
            holds: PhantomData,
        };
        fetched.again();
        fetched
    }

    /// Asks once more. What is there stays until the answer comes.
    pub(crate) fn again(self) {
        let read: Read = |text| Some(Arc::new(json::read::<T>(text).ok()?));
        fetch(self.state, &self.path.get_value(), read);
    }

    /// Where it is.
    pub(crate) fn load(self) -> Load<T> {
        match self.state.get() {
            State::Waiting => Load::Waiting,
            State::Ready(value) => value.downcast().map_or(Load::Failed, Load::Ready),
            State::Missing => Load::Missing,
            State::Failed => Load::Failed,
        }
    }

    /// The file, once it is here.
    pub(crate) fn ready(self) -> Option<Arc<T>> {
        match self.load() {
            Load::Ready(value) => Some(value),
            _ => None,
        }
    }
}

fn fetch(state: RwSignal<State>, path: &str, read: Read) {
    if !matches!(*state.read_untracked(), State::Ready(_)) {
        state.set(State::Waiting);
    }
    let url = format!("/content/{path}");
    // What nobody waits for any more is not fetched to the end.
    let abort = AbortController::new().ok();
    let signal = abort.as_ref().map(AbortController::signal);
    let abort = SendWrapper::new(abort);
    on_cleanup(move || {
        if let Some(abort) = abort.as_ref() {
            abort.abort();
        }
    });
    spawn_local(async move {
        let arrived = arrive(&url, signal.as_ref(), read).await;
        // The screen that asked may be gone: then nobody is told.
        let _ = state.try_set(arrived);
    });
}

async fn arrive(url: &str, signal: Option<&AbortSignal>, read: Read) -> State {
    let Ok(response) = Request::get(url).abort_signal(signal).send().await else {
        return State::Failed;
    };
    match response.status() {
        200 => {
            let text = response.text().await.ok();
            text.and_then(|text| read(&text))
                .map_or(State::Failed, State::Ready)
        }
        404 => State::Missing,
        _ => State::Failed,
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
