//! `/activities/ID`: one thing to do.

use hark_domain::activity::Detail;
use hark_domain::id::ServiceId;
use leptos::prelude::*;

use crate::content::Fetched;
use crate::language::{shown, text};
use crate::parts::fetched::when_ready;
use crate::parts::screen::arrive;

/// All there is to know of it.
pub(crate) fn activity(id: &ServiceId) -> AnyView {
    let detail: Fetched<Detail> = Fetched::content(&format!("activities/{id}.json"));
    arrive(move || {
        let detail = detail.ready();
        detail.map_or_else(String::new, |detail| text(&detail.name))
    });
    when_ready(detail, |detail| {
        view! {
            <h1 tabindex="-1">{shown(&detail.name)}</h1>
            <p class="lead">{shown(&detail.about)}</p>
        }
        .into_any()
    })
}
