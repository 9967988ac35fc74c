//! `/surveys`: what can be answered now.

use hark_domain::route::{Route, Step};
use hark_domain::survey::Listed;
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::Fetched;
use crate::device::today::today;
use crate::language::{say, say_count, shown};
use crate::parts::empty::empty;
use crate::parts::fetched::when_ready;
use crate::parts::screen::arrive;
use crate::parts::unsent::unsent_notice;

/// The open surveys.
pub(crate) fn surveys() -> impl IntoView {
    arrive(|| say(Word::HaveYourSay));
    let surveys: Fetched<Vec<Listed>> = Fetched::content("surveys.json");
    view! {
        <h1 tabindex="-1">{say(Word::HaveYourSay)}</h1>
        <p class="lead">{say(Word::SurveysLead)}</p>
        {unsent_notice()}
        {when_ready(surveys, |surveys| {
            let today = today();
            let open = surveys.iter().filter(|survey| survey.is_open(today));
            let cards: Vec<AnyView> = open.map(card).collect();
            if cards.is_empty() {
                empty(Word::NoSurveyOpen)
            } else {
                view! { <ul class="cards">{cards}</ul> }.into_any()
            }
        })}
    }
}

fn card(survey: &Listed) -> AnyView {
    let href = Route::Survey(survey.id.clone(), Step::Start).href();
    let minutes = say_count(Word::Minutes, usize::from(survey.minutes));
    view! {
        <li class="card card-link">
            <h2><a href=href>{shown(&survey.title)}</a></h2>
            <p>{shown(&survey.about)}</p>
            <p class="tags"><span class="tag">{minutes}</span></p>
        </li>
    }
    .into_any()
}
