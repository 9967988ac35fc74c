//! Content that is still on its way, and what to show when it doesn't come.

use std::sync::Arc;

use hark_domain::json::FromJson;
use hark_domain::words::Word;

use crate::content::{Fetched, Load};
use crate::language::say;
use crate::pages::not_found::not_found;
use crate::parts::art::{Art, drawing};
use crate::parts::button::{Tap, button};
use crate::parts::live::{live_view, tap};
use crate::view::{IntoView, View, view};

/// Shows content once it is there; before that a quiet line, and where it does
/// not come, what to do.
pub(crate) fn when_ready<T: FromJson + Send + Sync + 'static>(
    content: Fetched<T>,
    show: impl Fn(Arc<T>) -> View + Send + 'static,
) -> View {
    live_view(move || match content.load() {
        Load::Ready(value) => show(value),
        Load::Waiting => waiting(),
        Load::Missing => not_found(),
        Load::Failed => failed(tap(move |_| content.again())),
    })
}

/// Content is on its way.
pub(crate) fn waiting() -> View {
    view! { <p class="waiting" role="status">{say(Word::Waiting)}</p> }
}

/// Content did not come, and can be asked for again.
pub(crate) fn failed(again: Tap) -> View {
    view! {
        <div class="notice notice-offline" role="alert">
            {drawing(Art::Offline)}
            <p><strong>{say(Word::LoadFailed)}</strong></p>
            <p>{say(Word::LoadFailedDo)}</p>
            {button(say(Word::TryAgain).into_view(), again)}
        </div>
    }
}
