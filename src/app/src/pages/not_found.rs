//! Any other address.

use leptos::prelude::*;

use crate::parts::screen::arrive;

/// Says so, and where to go instead.
pub(crate) fn not_found() -> impl IntoView {
    arrive(|| "Page not found".to_owned());
    view! {
        <h1 tabindex="-1">"We can't find that page"</h1>
        <p class="lead">"The link may be old, or a letter may be missing."</p>
        <p><a class="button" href="/">"Go to the start page"</a></p>
    }
}
