//! `/surveys/ID`: what it is about, before the first question.

use hark_domain::route::{Route, Step};
use leptos::prelude::*;

use super::sitting::Sitting;
use crate::device::today::today;
use crate::parts::icon::{Icon, picture};
use crate::parts::live::tap;
use crate::parts::screen::arrive;
use crate::parts::unsent::unsent_notice;
use crate::words::words;

pub(super) fn start(sitting: Sitting) -> AnyView {
    let survey = sitting.survey();
    let title = words(&survey.title);
    let named = title.clone();
    arrive(move || named.clone());
    let to = |step: Step| Route::Survey(survey.id.clone(), step).href();
    let first = to(Step::Page(sitting.first_page()));
    let way_in = if !survey.is_open(today()) {
        view! { <p class="notice"><strong>"This survey is not open. You can't answer it today."</strong></p> }.into_any()
    } else if sitting.has_begun() {
        let again = tap(move |_| sitting.start_again());
        view! {
            <p>"You started this survey. Your answers are still here."</p>
            <div class="actions">
                <a class="button" href=first.clone()>"Carry on"</a>
                <a class="button button-quiet" href=first on:click=again>"Start again"</a>
            </div>
        }
        .into_any()
    } else {
        view! { <div class="actions"><a class="button" href=first>"Start"</a></div> }.into_any()
    };
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">{words(&survey.about)}</p>
        <ul class="facts">
            <li>"It takes about "{survey.minutes}" minutes."</li>
            <li>"You can skip any question."</li>
            <li>"Nobody can see that the answers are yours. "<a href=Route::Privacy.href()>"How we make sure"</a></li>
            <li>"Nothing is sent until you have checked it."</li>
        </ul>
        {unsent_notice()}
        {way_in}
        <p class="quiet">{picture(Icon::Lock)}"Is this phone not yours? You can stop and delete your answers on every page."</p>
    }
    .into_any()
}
