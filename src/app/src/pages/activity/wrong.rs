//! "Tell us it is wrong": one tap on a list, and nothing else is sent.

use hark_domain::id::ServiceId;
use hark_domain::wire::{Report, Wrong};
use hark_domain::words::Word;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::device::page::focus;
use crate::device::post::{Sent, post_report};
use crate::device::random;
use crate::language::say;
use crate::parts::button::second;
use crate::parts::element::{all, block, paragraph};
use crate::parts::live::{hidden_if, live, live_text, tap};
use crate::parts::outcome::Sending;
use crate::view::{IntoView, View, view};

/// What can be told of a thing to do.
pub(super) fn tell(service: &str) -> View {
    let state = RwSignal::new(Sending::No);
    let buttons: Vec<View> = Wrong::ALL
        .iter()
        .map(|(wrong, _, word)| button(service, *wrong, *word, state))
        .collect();
    let hidden = live(move || hidden_if(matches!(state.get(), Sending::Done(_))));
    let said = live_text(move || match state.get() {
        Sending::No => String::new(),
        Sending::Now => say(Word::Sending),
        Sending::Stopped { .. } => say(Word::WrongNotSent),
        Sending::Done(word) => say(word),
    });
    let how = paragraph("", say(Word::TellWrongHow).into_view());
    let list = all([how, block("actions", buttons.into_view())]);
    view! {
        <details class="aside wrong">
            <summary>{say(Word::TellWrong)}</summary>
            <div hidden=hidden>{list}</div>
            <p class="wrong-said" role="status" tabindex="-1">{said}</p>
        </details>
    }
}

fn button(service: &str, what: Wrong, word: Word, state: RwSignal<Sending>) -> View {
    // Made once: sent again after a lost answer, it is the same report.
    let report = random::response_id().and_then(|id| {
        let service = ServiceId::new(service).ok()?;
        Some(Report { id, service, what })
    });
    let send = tap(move |_| {
        if *state.read_untracked() != Sending::Now
            && let Some(report) = report.clone()
        {
            state.set(Sending::Now);
            spawn_local(deliver(report, state));
        }
    });
    second(say(word).into_view(), send)
}

async fn deliver(report: Report, state: RwSignal<Sending>) {
    let outcome = match post_report(&report).await {
        Sent::Received => Sending::Done(Word::WrongThanks),
        why => Sending::Stopped { why, stored: false },
    };
    let done = matches!(outcome, Sending::Done(_));
    // The screen may be gone meanwhile. The button that was tapped goes with the list.
    if state.try_set(outcome).is_none() && done {
        focus(".wrong-said");
    }
}
