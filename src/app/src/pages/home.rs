//! `/`: the three things the site is for.

use hark_domain::route::Route;
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::language::say;
use crate::parts::art::{Art, drawing};
use crate::parts::icon::{Icon, picture};
use crate::parts::screen::arrive;
use crate::parts::unsent::unsent_notice;

/// The first screen.
pub(crate) fn home() -> impl IntoView {
    arrive(|| say(Word::Home));
    let card = |route: Route, icon: Icon, title: Word, words: Word| {
        view! {
            <li class="card card-link">
                {picture(icon)}
                <h2><a href=route.href()>{say(title)}</a></h2>
                <p>{say(words)}</p>
            </li>
        }
    };
    view! {
        <div class="hero">
            <h1 tabindex="-1">{say(Word::HomeTitle)}</h1>
            <p class="lead">{say(Word::HomeLead)}</p>
            {drawing(Art::Home)}
        </div>
        {unsent_notice()}
        <ul class="cards">
            {card(Route::Activities, Icon::Star, Word::ThingsToDo, Word::HomeActivities)}
            {card(Route::Surveys, Icon::Tick, Word::HaveYourSay, Word::HomeSurveys)}
            {card(Route::Help, Icon::Talk, Word::SomeoneToTalkTo, Word::HomeHelp)}
        </ul>
    }
}
