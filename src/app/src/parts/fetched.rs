//! Content that is still on its way, and what to show when it doesn't come.

use std::sync::Arc;

use hark_domain::json::FromJson;
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::{Fetched, Load};
use crate::language::say;
use crate::pages::not_found::not_found;
use crate::parts::art::{Art, drawing};
use crate::parts::button::{Tap, button};
use crate::parts::live::{live_view, tap};

/// Shows content once it is there; before that a quiet line, and where it does
/// not come, what to do.
pub(crate) fn when_ready<T: FromJson + Send + Sync + 'static>(
    content: Fetched<T>,
    show: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> AnyView {
    live_view(move || match content.load() {
        Load::Ready(value) => show(value),
        Load::Waiting => waiting(),
        Load::Missing => not_found().into_any(),
        Load::Failed => failed(tap(move |_| content.again())),
    })
}

/// Content is on its way.
pub(crate) fn waiting() -> AnyView {
    view! { <p class="waiting" role="status">{say(Word::Waiting)}</p> }.into_any()
}

/// Content did not come, and can be asked for again.
pub(crate) fn failed(again: Tap) -> AnyView {
    view! {
        <div class="notice notice-offline" role="alert">
            {drawing(Art::Offline)}
            <p><strong>{say(Word::LoadFailed)}</strong></p>
            <p>{say(Word::LoadFailedDo)}</p>
            {button(say(Word::TryAgain).into_any(), again)}
        </div>
    }
    .into_any()
}
