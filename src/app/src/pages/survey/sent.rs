//! `/surveys/ID/sent`: thank you, and what happens next.

use hark_domain::route::Route;
use leptos::prelude::*;

use super::sitting::Sitting;
use crate::content::SiteContent;
use crate::parts::fetched::when_ready;
use crate::parts::helplines;
use crate::parts::icon::{Icon, picture};
use crate::parts::screen::arrive;
use crate::words::words;

pub(super) fn sent(sitting: Sitting) -> AnyView {
    let survey = untrack(|| sitting.survey());
    let title = words(&survey.title);
    arrive(move || format!("Thank you – {title}"));
    view! {
        <div class="notice notice-good">
            <h1 tabindex="-1">{picture(Icon::Tick)}"Thank you. Your answers have arrived."</h1>
            <p>"This phone has forgotten them. Nobody can see that they are yours."</p>
        </div>
        <h2>"What happens next"</h2>
        <p class="lead">{words(&survey.thanks)}</p>
        <p><a class="button" href=Route::Activities.href()>"Find things to do"</a></p>
        <h2>"If something is on your mind"</h2>
        <p>"Some questions stay with you. These people listen."</p>
        {when_ready(SiteContent::get(), |site| helplines::list(site.helplines_by_need().take(4)))}
    }
    .into_any()
}
