//! Answers that are finished and not sent yet, wherever someone may look for them.

use hark_domain::route::{Route, Step};
use leptos::prelude::*;

use super::icon::{Icon, picture};
use crate::device::store;

/// A line for each response that still waits on this device.
pub(crate) fn unsent_notice() -> impl IntoView {
    let waiting: Vec<AnyView> = store::all_unsent()
        .into_iter()
        .map(|survey| {
            let check = Route::Survey(survey, Step::Check).href();
            view! {
                <div class="notice">
                    <p>{picture(Icon::Alert)}<strong>"You have answers that are not sent yet."</strong></p>
                    <p><a class="button" href=check>"Look at them and send"</a></p>
                </div>
            }
            .into_any()
        })
        .collect();
    waiting
}
