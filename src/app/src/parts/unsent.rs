//! Answers that are finished and not sent yet, wherever someone may look for them.

use hark_domain::route::{Route, Step};
use hark_domain::wire::Response;
use hark_domain::words::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::button::button;
use super::confirm;
use super::icon::{Icon, picture};
use super::live::{live_text, live_view, tap};
use super::outcome::{Sending, stopped};
use crate::device::page::focus;
use crate::device::post::{Sent, post};
use crate::device::store::{self, Draft, Waiting};
use crate::language::say;
use crate::navigation::Navigation;
use crate::view::{IntoView, View, view};

/// A notice for each response that still waits on this device, with ways to send it
/// and to delete it that need nothing else.
pub(crate) fn unsent_notice() -> View {
    store::all_unsent()
        .into_iter()
        .map(notice)
        .collect::<Vec<_>>()
        .into_view()
}

fn notice(waiting: Waiting) -> View {
    let state = RwSignal::new(Sending::No);
    let view = live_view(move || match state.get() {
        Sending::Done(words) => {
            view! { <p role="status"><strong>{say(words)}</strong></p> }
        }
        now => still_here(&waiting, state, now),
    });
    view! { <div class="notice notice-offline">{view}</div> }
}

/// One such notice, for the style guide.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn guide() -> View {
    notice(Waiting::guide())
}

fn still_here(waiting: &Waiting, state: RwSignal<Sending>, now: Sending) -> View {
    let own = waiting.clone();
    let delete = confirm::delete(Word::UnsentDelete, move || {
        own.forget();
        if let Some(response) = &own.response {
            store::forget_copies(&response.survey, &response.id);
        }
        state.set(Sending::Done(Word::UnsentDeleted));
    });
    let way = waiting
        .response
        .clone()
        .map(|response| way_on(response, state, &now));
    let why = match now {
        Sending::Stopped { why, stored } => Some(stopped(why, stored)),
        _ => None,
    };
    view! {
        <p>{picture(Icon::WifiOff)}<strong>{say(Word::Unsent)}</strong></p>
        {why}
        <div class="actions">{way}{delete}</div>
    }
}

/// The button that sends; or, where the survey has changed, the way back into it.
fn way_on(response: Response, state: RwSignal<Sending>, now: &Sending) -> View {
    if matches!(
        now,
        Sending::Stopped {
            why: Sent::Changed,
            ..
        }
    ) {
        let navigation = Navigation::get();
        let reopen = tap(move |_| {
            let draft = Draft {
                version: response.version,
                answers: response.answers.clone(),
                response: Some(response.id.clone()),
                page: 0,
                group: response.group.clone(),
                until: None,
            };
            store::keep_draft(&response.survey, &draft);
            navigation.go(&Route::Survey(response.survey.clone(), Step::Check));
        });
        return button(say(Word::UnsentLook).into_view(), reopen);
    }
    let label = live_text(move || {
        let busy = state.get() == Sending::Now;
        say(if busy {
            Word::Sending
        } else {
            Word::UnsentSend
        })
    });
    let send = tap(move |_| {
        if *state.read_untracked() != Sending::Now {
            state.set(Sending::Now);
            spawn_local(deliver(response.clone(), state));
        }
    });
    button(label, send)
}

async fn deliver(response: Response, state: RwSignal<Sending>) {
    let outcome = match post(&response).await {
        Sent::Received => {
            store::forget_unsent(&response.survey, &response.id);
            store::forget_copies(&response.survey, &response.id);
            Sending::Done(Word::UnsentArrived)
        }
        why => Sending::Stopped { why, stored: true },
    };
    // The screen may be gone meanwhile.
    if state.try_set(outcome).is_none() {
        focus(".stopped");
    }
}
