//! `/`: the three things the site is for.

use hark_domain::route::Route;
use leptos::prelude::*;

use crate::parts::icon::{Icon, picture};
use crate::parts::screen::arrive;
use crate::parts::unsent::unsent_notice;

/// The first screen.
pub(crate) fn home() -> impl IntoView {
    arrive(|| "Home".to_owned());
    let card = |route: Route, icon: Icon, title: &'static str, words: &'static str| {
        view! {
            <li class="card card-link">
                {picture(icon)}
                <h2><a href=route.href()>{title}</a></h2>
                <p>{words}</p>
            </li>
        }
    };
    view! {
        <div class="hero">
            <h1 tabindex="-1">"Your nights, your say, your people."</h1>
            <p class="lead">"Find things to do. Say what you think. Find someone to talk to. Nobody can see that it was you."</p>
        </div>
        {unsent_notice()}
        <ul class="cards">
            {card(Route::Activities, Icon::Star, "Things to do", "Clubs, sport, music and more, near you. Most cost little or nothing.")}
            {card(Route::Surveys, Icon::Tick, "Have your say", "Short surveys that change things. No name, no account.")}
            {card(Route::Help, Icon::Talk, "Someone to talk to", "Real people who listen. You can call or text.")}
        </ul>
    }
}
