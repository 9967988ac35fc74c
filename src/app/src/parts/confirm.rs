//! Deleting for good, in two taps, so that no slip of a thumb does it.

use std::sync::Arc;

use hark_domain::words::Word;
use leptos::prelude::*;

use super::button::{quiet, quiet_named};
use super::live::{live_view, tap};
use crate::device::page::focus;
use crate::language::say;

/// A quiet button that asks once more before it acts.
pub(crate) fn delete(label: Word, act: impl Fn() + Send + Sync + 'static) -> AnyView {
    asked(label, Arc::new(act), RwSignal::new(false))
}

/// The same while it asks, for the style guide.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn guide(label: Word) -> AnyView {
    asked(label, Arc::new(|| {}), RwSignal::new(true))
}

fn asked(label: Word, act: Arc<dyn Fn() + Send + Sync>, asking: RwSignal<bool>) -> AnyView {
    let view = live_view(move || {
        if !asking.get() {
            let ask = tap(move |_| {
                asking.set(true);
                focus("#delete-no");
            });
            return quiet(say(label).into_any(), ask);
        }
        let act = act.clone();
        let yes = quiet(say(Word::DeleteYes).into_any(), tap(move |_| act()));
        let no = quiet_named(
            "delete-no",
            say(Word::DeleteNo).into_any(),
            tap(move |_| asking.set(false)),
        );
        view! { <span>{say(Word::DeleteQuestion)}</span>{yes}{no} }.into_any()
    });
    view! { <div class="confirm">{view}</div> }.into_any()
}
