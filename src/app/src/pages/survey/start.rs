//! `/surveys/ID`: what it is about, before the first question; before it opens, when that
//! is, and after it has closed, what came of it.

use std::sync::Arc;

use hark_domain::clock::Clock;
use hark_domain::route::{Route, Step};
use hark_domain::site::Site;
use hark_domain::survey::kept::kept_until;
use hark_domain::survey::{Season, Survey, Written};
use hark_domain::words::Word;
use leptos::prelude::*;

use super::after::after;
use super::sitting::Sitting;
use crate::content::SiteContent;
use crate::device::clock;
use crate::language::{date, say, say_count, say_with, shown, text, when};
use crate::parts::confirm;
use crate::parts::fetched::when_ready;
use crate::parts::icon::{Icon, picture};
use crate::parts::live::{live, live_maybe, on_event, tap};
use crate::parts::screen::arrive;
use crate::parts::unsent::unsent_notice;
use crate::view::{View, view};

/// Where a survey stands now, by the borough's clock.
pub(super) fn season(survey: &Survey, site: &Site) -> Season {
    let zone = clock::zone(&site.time_zone);
    survey.season(Clock {
        now: clock::now(),
        zone: &*zone,
    })
}

pub(super) fn start(sitting: Sitting) -> View {
    let survey = sitting.survey();
    let named = survey.clone();
    arrive(move || text(&named.title));
    let own = survey.clone();
    view! {
        <h1 tabindex="-1">{shown(&survey.title)}</h1>
        <p class="lead">{shown(&survey.about)}</p>
        {when_ready(SiteContent::get(), move |site| in_season(sitting, &own, season(&own, &site)))}
    }
}

/// What follows in each season. The style guide shows all of them.
pub(super) fn in_season(sitting: Sitting, survey: &Arc<Survey>, season: Season) -> View {
    match season {
        Season::Before => view! { {leftover(sitting)}{before(survey)} },
        Season::Open => open(sitting, survey),
        Season::After => view! { {unsent_notice()}{leftover(sitting)}{after(survey)} },
    }
}

/// The way to be rid of answers that can't be sent any more, or not yet.
fn leftover(sitting: Sitting) -> View {
    live_maybe(move || {
        let there = sitting.stays().get() || sitting.has_begun();
        there.then(|| confirm::delete(Word::DeleteMine, move || sitting.forget()))
    })
}

fn before(survey: &Survey) -> View {
    let said = |word, written: Option<Written>| {
        written.map(|written| {
            view! { <p>{say_with(word, &[("when", &when(written))])}</p> }
        })
    };
    view! {
        <div class="notice">
            <p><strong>{say(Word::SurveyComing)}</strong></p>
            {said(Word::OpensOn, survey.opens)}
            {said(Word::OpenUntil, survey.closes)}
        </div>
        {facts(survey, None)}
    }
}

fn open(sitting: Sitting, survey: &Survey) -> View {
    let to = |step: Step| Route::Survey(survey.id.clone(), step).href();
    let first = to(Step::Page(sitting.first_page()));
    let way_in = if sitting.has_begun() || sitting.has_waiting() {
        let again = tap(move |_| sitting.start_again());
        let carry_on = tap(move |_| sitting.begin());
        view! {
            <p>{say(Word::SurveyBegun)}</p>
            <div class="actions">
                <a class="button" href=to(sitting.left_at()) on:click=carry_on>{say(Word::CarryOn)}</a>
                <a class="button button-quiet" href=first on:click=again>{say(Word::StartAgain)}</a>
            </div>
        }
    } else {
        view! { <div class="actions"><a class="button" href=first>{say(Word::Start)}</a></div> }
    };
    view! {
        {facts(survey, survey.closes)}
        {unsent_notice()}
        {way_in}
        {own_phone(sitting)}
        <p class="quiet">{picture(Icon::Lock)}{say(Word::SharedPhone)}</p>
    }
}

/// What to know before starting; `until` only where it can be answered now.
fn facts(survey: &Survey, until: Option<Written>) -> View {
    let until = until.map(|until| {
        view! { <li>{say_with(Word::OpenUntil, &[("when", &when(until))])}</li> }
    });
    view! {
        <ul class="facts">
            {until}
            <li>{say_count(Word::TakesMinutes, usize::from(survey.minutes))}" "<a href=Route::Survey(survey.id.clone(), Step::Paper).href()>{say(Word::Print)}</a></li>
            <li>{say(Word::MaySkip)}</li>
            <li>{say(Word::NobodySees)}" "<a href=Route::Privacy.href()>{say(Word::HowWeMakeSure)}</a></li>
            <li>{say(Word::NothingSentYet)}</li>
        </ul>
    }
}

/// Lets somebody say that the device is their own, so that their answers stay on it; and
/// says so while they do, with one tap to end it.
fn own_phone(sitting: Sitting) -> View {
    let stays = sitting.stays();
    let change = on_event(move |event| sitting.stay(event_target_checked(&event)));
    let saved = live_maybe(move || {
        let until = date(kept_until(clock::today()));
        let said = say_with(Word::SavedUntil, &[("date", &until)]);
        stays.get().then(|| view! { <p role="status">{said}</p> })
    });
    view! {
        <label class="tick" for="own-phone">
            <input id="own-phone" type="checkbox" prop:checked=live(move || stays.get()) on:change=change/>
            <span>{say(Word::KeepHere)}</span>
        </label>
        {saved}
    }
}
