//! What takes two taps, so that no slip of a thumb does it.

use std::sync::Arc;

use hark_domain::words::Word;
use leptos::prelude::*;

use super::button::{quiet, quiet_named};
use super::live::{live_view, tap};
use crate::device::page::focus;
use crate::language::say;
use crate::view::{IntoView, View, view};

/// What is asked before something is done.
#[derive(Clone, Copy)]
struct Question {
    label: Word,
    asks: Word,
    yes: Word,
    no: Word,
    /// Where the focus goes when it is asked, to the harmless answer: `#` and its id.
    no_place: &'static str,
}

/// A quiet button that asks once more before it deletes.
pub(crate) fn delete(label: Word, act: impl Fn() + Send + Sync + 'static) -> View {
    asked(deleting(label), Arc::new(act), RwSignal::new(false))
}

/// A quiet button that asks whose the device is before anything stays on it.
pub(crate) fn finish_later(act: impl Fn() + Send + Sync + 'static) -> View {
    let question = Question {
        label: Word::FinishLater,
        asks: Word::KeepQuestion,
        yes: Word::KeepYes,
        no: Word::KeepNo,
        no_place: "#keep-no",
    };
    asked(question, Arc::new(act), RwSignal::new(false))
}

/// The same while it asks, for the style guide.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn guide(label: Word) -> View {
    asked(deleting(label), Arc::new(|| {}), RwSignal::new(true))
}

fn deleting(label: Word) -> Question {
    Question {
        label,
        asks: Word::DeleteQuestion,
        yes: Word::DeleteYes,
        no: Word::DeleteNo,
        no_place: "#delete-no",
    }
}

fn asked(question: Question, act: Arc<dyn Fn() + Send + Sync>, asking: RwSignal<bool>) -> View {
    let view = live_view(move || {
        if !asking.get() {
            let ask = tap(move |_| {
                asking.set(true);
                focus(question.no_place);
            });
            return quiet(say(question.label).into_view(), ask);
        }
        let act = act.clone();
        let yes = quiet(say(question.yes).into_view(), tap(move |_| act()));
        let no = quiet_named(
            question.no_place.trim_start_matches('#'),
            say(question.no).into_view(),
            tap(move |_| asking.set(false)),
        );
        view! { <span>{say(question.asks)}</span>{yes}{no} }
    });
    view! { <div class="confirm">{view}</div> }
}
