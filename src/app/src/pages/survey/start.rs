//! `/surveys/ID`: what it is about, before the first question.

use hark_domain::route::{Route, Step};
use hark_domain::words::Word;
use leptos::prelude::*;

use super::sitting::Sitting;
use crate::device::today::today;
use crate::language::{say, say_count, shown, text};
use crate::parts::icon::{Icon, picture};
use crate::parts::live::tap;
use crate::parts::screen::arrive;
use crate::parts::unsent::unsent_notice;

pub(super) fn start(sitting: Sitting) -> AnyView {
    let survey = sitting.survey();
    let named = survey.clone();
    arrive(move || text(&named.title));
    let to = |step: Step| Route::Survey(survey.id.clone(), step).href();
    let first = to(Step::Page(sitting.first_page()));
    let way_in = if !survey.is_open(today()) {
        view! { <div class="notice"><p><strong>{say(Word::SurveyNotOpen)}</strong></p></div> }
            .into_any()
    } else if sitting.has_begun() {
        let again = tap(move |_| sitting.start_again());
        view! {
            <p>{say(Word::SurveyBegun)}</p>
            <div class="actions">
                <a class="button" href=first.clone()>{say(Word::CarryOn)}</a>
                <a class="button button-quiet" href=first on:click=again>{say(Word::StartAgain)}</a>
            </div>
        }
        .into_any()
    } else {
        view! { <div class="actions"><a class="button" href=first>{say(Word::Start)}</a></div> }
            .into_any()
    };
    view! {
        <h1 tabindex="-1">{shown(&survey.title)}</h1>
        <p class="lead">{shown(&survey.about)}</p>
        <ul class="facts">
            <li>{say_count(Word::TakesMinutes, usize::from(survey.minutes))}</li>
            <li>{say(Word::MaySkip)}</li>
            <li>{say(Word::NobodySees)}" "<a href=Route::Privacy.href()>{say(Word::HowWeMakeSure)}</a></li>
            <li>{say(Word::NothingSentYet)}</li>
        </ul>
        {unsent_notice()}
        {way_in}
        <p class="quiet">{picture(Icon::Lock)}{say(Word::SharedPhone)}</p>
        <p class="quiet"><a href=to(Step::Paper)>{say(Word::Print)}</a></p>
    }
    .into_any()
}
