//! `/surveys/ID`: what it is about, before the first question.

use hark_domain::route::{Route, Step};
use hark_domain::words::Word;
use leptos::prelude::*;

use super::sitting::Sitting;
use crate::device::store;
use crate::device::today::today;
use crate::language::{date, say, say_count, say_with, shown, text};
use crate::parts::icon::{Icon, picture};
use crate::parts::live::{live, live_maybe, on_event, tap};
use crate::parts::screen::arrive;
use crate::parts::unsent::unsent_notice;

pub(super) fn start(sitting: Sitting) -> AnyView {
    let survey = sitting.survey();
    let named = survey.clone();
    arrive(move || text(&named.title));
    let to = |step: Step| Route::Survey(survey.id.clone(), step).href();
    let first = to(Step::Page(sitting.first_page()));
    let is_open = survey.is_open(today());
    let way_in = if !is_open {
        view! { <div class="notice"><p><strong>{say(Word::SurveyNotOpen)}</strong></p></div> }
            .into_any()
    } else if sitting.has_begun() || sitting.has_waiting() {
        let again = tap(move |_| sitting.start_again());
        let carry_on = tap(move |_| sitting.begin());
        view! {
            <p>{say(Word::SurveyBegun)}</p>
            <div class="actions">
                <a class="button" href=to(sitting.left_at()) on:click=carry_on>{say(Word::CarryOn)}</a>
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
        {is_open.then(|| own_phone(sitting))}
        <p class="quiet">{picture(Icon::Lock)}{say(Word::SharedPhone)}" "<a href=to(Step::Paper)>{say(Word::Print)}</a></p>
    }
    .into_any()
}

/// Lets somebody say that the device is their own, so that their answers stay on it; and
/// says so while they do, with one tap to end it.
fn own_phone(sitting: Sitting) -> AnyView {
    let stays = sitting.stays();
    let change = on_event(move |event| sitting.stay(event_target_checked(&event)));
    let saved = live_maybe(move || {
        let until = date(store::kept_until());
        let said = say_with(Word::SavedUntil, &[("date", &until)]);
        stays
            .get()
            .then(|| view! { <p role="status">{said}</p> }.into_any())
    });
    view! {
        <label class="tick" for="own-phone">
            <input id="own-phone" type="checkbox" prop:checked=live(move || stays.get()) on:change=change/>
            <span>{say(Word::KeepHere)}</span>
        </label>
        {saved}
    }
    .into_any()
}
