//! Fetching the borough's pack, and the site's own words.

mod arrivals;
#[cfg(target_arch = "wasm32")]
mod fetch;

use std::any::Any;
use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::Arc;

use hark_domain::json::FromJson;
use hark_domain::site::Site;
use leptos::prelude::*;

use crate::device::json;
use crate::language::words;
#[cfg(not(target_arch = "wasm32"))]
use crate::prerender::fetch;
#[cfg(target_arch = "wasm32")]
pub(crate) use arrivals::when_settled;

/// Where a file is on its way to the screen.
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
pub(crate) enum State {
    Waiting,
    Ready(Arc<dyn Any + Send + Sync>),
    Missing,
    #[cfg_attr(
        not(target_arch = "wasm32"),
        expect(dead_code, reason = "where pages are made, every file is at hand")
    )]
    Failed,
}

/// Makes a value out of a file's text, if it is right.
pub(crate) type Read = fn(&str) -> Option<Arc<dyn Any + Send + Sync>>;

/// A file, fetched when first needed and again when asked to.
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
    /// Asks for a file by its path. What came before in this visit is there at once,
    /// and stays until a newer one has come.
    pub(crate) fn new(path: impl Into<String>) -> Self {
        let path = path.into();
        let fetched = Self {
            state: RwSignal::new(arrivals::kept(&path).unwrap_or(State::Waiting)),
            path: StoredValue::new(path),
            holds: PhantomData,
        };
        fetched.again();
        fetched
    }

    /// What is here already, and may be exchanged.
    pub(crate) fn here(value: Arc<T>) -> Self {
        let fetched = Self::later();
        fetched.set(value);
        fetched
    }

    /// Asks for nothing until [`Fetched::ask`] names a file.
    pub(crate) fn later() -> Self {
        Self {
            state: RwSignal::new(State::Waiting),
            path: StoredValue::new(String::new()),
            holds: PhantomData,
        }
    }

    /// Asks for another file in the place of the one before.
    pub(crate) fn ask(self, path: &str) {
        self.path.set_value(path.to_owned());
        self.state
            .set(arrivals::kept(path).unwrap_or(State::Waiting));
        self.again();
    }

    /// Asks for a file of the pack in the reader's language, `/content/LANGUAGE/PATH`,
    /// and for that of another language when the reader changes it.
    pub(crate) fn content(path: &str) -> Self {
        // Not followed here: the whole screen would be made anew.
        let fetched = Self::new(untrack(|| in_language(path)));
        follow_language(fetched.state, fetched.path, Self::reader(), path.to_owned());
        fetched
    }

    fn reader() -> Read {
        |text| Some(Arc::new(json::read::<T>(text)?))
    }

    /// Asks once more. What is there stays until the answer comes.
    pub(crate) fn again(self) {
        fetch::fetch(self.state, self.path, Self::reader());
    }

    /// Takes another value in its place.
    pub(crate) fn set(self, value: Arc<T>) {
        self.state.set(State::Ready(value));
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

/// The address of a file of the pack in the language that is spoken.
pub(crate) fn in_language(path: &str) -> String {
    ["/content/", &words().language, "/", path].concat()
}

/// Asks anew in another language once the reader has changed it. What is there stays until
/// that has come. Not of one type each: see [`State`].
fn follow_language(state: RwSignal<State>, path: StoredValue<String>, read: Read, file: String) {
    Effect::new(move |_| {
        let wanted = in_language(&file);
        if path.get_value() != wanted {
            // What came before in this visit is no news when it comes again.
            if let Some(kept) = arrivals::kept(&wanted) {
                state.set(kept);
            }
            path.set_value(wanted);
            fetch::fetch(state, path, read);
        }
    });
}

/// The borough's own facts, fetched once for every screen.
pub(crate) struct SiteContent;

thread_local! {
    static SITE: Cell<Option<Fetched<Site>>> = const { Cell::new(None) };
}

impl SiteContent {
    /// Asks for them.
    pub(crate) fn fetch() {
        SITE.set(Some(Fetched::content("site.json")));
    }

    /// Those of the app.
    pub(crate) fn get() -> Fetched<Site> {
        #[expect(clippy::expect_used, reason = "the app asks before any screen")]
        SITE.get().expect("a started app")
    }
}
