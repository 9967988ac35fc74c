//! `/surveys/ID/sent`: thank you, and what happens next.

use hark_domain::route::Route;
use hark_domain::words::Word;
use leptos::prelude::*;

use super::sitting::Sitting;
use crate::content::SiteContent;
use crate::language::{say, shown, text};
use crate::parts::art::{Art, drawing};
use crate::parts::fetched::when_ready;
use crate::parts::helplines;
use crate::parts::icon::{Icon, picture};
use crate::parts::screen::arrive;
use crate::view::{View, view};

pub(super) fn sent(sitting: Sitting) -> View {
    let survey = untrack(|| sitting.survey());
    let named = survey.clone();
    arrive(move || format!("{} – {}", say(Word::ThanksTitle), text(&named.title)));
    view! {
        <div class="notice notice-good">
            {drawing(Art::Sent)}
            <h1 tabindex="-1">{picture(Icon::Tick)}{say(Word::Thanks)}</h1>
            <p>{say(Word::ThanksForgotten)}</p>
        </div>
        <h2>{say(Word::WhatNext)}</h2>
        <p class="lead">{shown(&survey.thanks)}</p>
        <p><a class="button" href=Route::Activities.href()>{say(Word::FindThings)}</a></p>
        <h2>{say(Word::OnYourMind)}</h2>
        <p>{say(Word::PeopleListen)}</p>
        {when_ready(SiteContent::get(), |site| helplines::list(site.helplines_by_need().take(4)))}
    }
}
