//! Fetching a file over the network.

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use web_sys::{AbortController, AbortSignal};

use super::{Read, State, arrivals};

/// Asks for the file at `path`, and lets `state` follow what becomes of it, as long as
/// nobody asks for another one there.
pub(super) fn fetch(state: RwSignal<State>, path: StoredValue<String>, read: Read) {
    // What is here is better than nothing, and than "it did not come".
    if !matches!(*state.read_untracked(), State::Ready(_)) {
        state.set(State::Waiting);
    }
    // What nobody waits for any more is not fetched to the end.
    let abort = AbortController::new().ok();
    let signal = abort.as_ref().map(AbortController::signal);
    let abort = SendWrapper::new(abort);
    on_cleanup(move || {
        if let Some(abort) = abort.as_ref() {
            abort.abort();
        }
    });
    arrivals::asked();
    let url = path.get_value();
    spawn_local(async move {
        let (arrived, text) = arrive(&url, signal.as_ref(), read).await;
        let news = arrivals::arrived(&url, &arrived, text);
        // The screen that asked may be gone, or have asked for something else since.
        if path.try_with_value(|path| *path != url) != Some(false) {
            return;
        }
        // What is shown already is not shown anew: whoever is in it would lose their place.
        let here = state.try_with_untracked(|state| matches!(state, State::Ready(_)));
        let keep = here == Some(true) && (!news || matches!(arrived, State::Failed));
        if !keep {
            let _ = state.try_set(arrived);
        }
    });
}

/// What became of a request, and the text that came.
async fn arrive(url: &str, signal: Option<&AbortSignal>, read: Read) -> (State, String) {
    let Ok(response) = Request::get(url).abort_signal(signal).send().await else {
        return (State::Failed, String::new());
    };
    match response.status() {
        200 => {
            let text = response.text().await.unwrap_or_default();
            (read(&text).map_or(State::Failed, State::Ready), text)
        }
        404 => (State::Missing, String::new()),
        _ => (State::Failed, String::new()),
    }
}
