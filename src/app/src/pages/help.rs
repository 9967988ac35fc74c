//! `/help`: someone to talk to.

use leptos::prelude::*;

use crate::content::SiteContent;
use crate::parts::fetched::when_ready;
use crate::parts::helplines;
use crate::parts::screen::arrive;

/// Everybody there is to talk to.
pub(crate) fn help() -> impl IntoView {
    arrive(|| "Someone to talk to".to_owned());
    view! {
        <h1 tabindex="-1">"Someone to talk to"</h1>
        <p class="lead">"You don't need a reason, and you don't have to give your name."</p>
        {when_ready(SiteContent::get(), |site| helplines::list(site.helplines_by_need()))}
    }
}
