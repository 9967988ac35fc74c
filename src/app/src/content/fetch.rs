//! Fetching a file over the network.

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use web_sys::{AbortController, AbortSignal};

use super::{Read, State, arrivals};

/// Asks for the file at `url`, and lets `state` follow what becomes of it.
pub(super) fn fetch(state: RwSignal<State>, url: &str, read: Read) {
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
    let url = url.to_owned();
    spawn_local(async move {
        let arrived = arrive(&url, signal.as_ref(), read).await;
        arrivals::arrived(&url, &arrived);
        // The screen that asked may be gone: then nobody is told.
        let here = state.try_with_untracked(|state| matches!(state, State::Ready(_)));
        if here == Some(false) || !matches!(arrived, State::Failed) {
            let _ = state.try_set(arrived);
        }
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
