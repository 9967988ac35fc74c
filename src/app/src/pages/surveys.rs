//! `/surveys`: what can be answered now.

use hark_domain::route::{Route, Step};
use hark_domain::survey::Listed;
use leptos::prelude::*;

use crate::content::Fetched;
use crate::device::today::today;
use crate::parts::fetched::when_ready;
use crate::parts::screen::arrive;
use crate::parts::unsent::unsent_notice;
use crate::words::words;

/// The open surveys.
pub(crate) fn surveys() -> impl IntoView {
    arrive(|| "Have your say".to_owned());
    let surveys: Fetched<Vec<Listed>> = Fetched::new("surveys.json");
    view! {
            <h1 tabindex="-1">"Have your say"</h1>
            <p class="lead">"Your answers help to decide what happens here. You can skip any question."</p>
            {unsent_notice()}
            {when_ready(surveys, |surveys| {
                let today = today();
                let open = surveys.iter().filter(|survey| {
                    survey.is_open(today)
    });
                let cards: Vec<AnyView> = open.map(card).collect();
                if cards.is_empty() {
                    view! { <p class="empty">"No survey is open just now. Come back soon."</p> }.into_any()
                } else {
                    view! { <ul class="cards">{cards}</ul> }.into_any()
                }
            })}
        }
}

fn card(survey: &Listed) -> AnyView {
    let href = Route::Survey(survey.id.clone(), Step::Start).href();
    let minutes = survey.minutes;
    view! {
        <li class="card card-link">
            <h2><a href=href>{words(&survey.title)}</a></h2>
            <p>{words(&survey.about)}</p>
            <p class="tags"><span class="tag">"About "{minutes}" minutes"</span></p>
        </li>
    }
    .into_any()
}
