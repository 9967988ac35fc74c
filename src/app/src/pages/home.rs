//! `/`: the three things the site is for.

use hark_domain::activity::find::WHEN;
use hark_domain::route::Route;
use hark_domain::words::Word;

use crate::language::say;
use crate::pages::area;
use crate::parts::art::{Art, drawing};
use crate::parts::icon::{Icon, picture};
use crate::parts::screen::arrive;
use crate::parts::statement::link;
use crate::parts::unsent::unsent_notice;
use crate::view::{View, view};

/// The first screen.
pub(crate) fn home() -> View {
    arrive(|| say(Word::Home));
    let card = |route: Route, icon: Icon, title: Word, words: Word| {
        let also = (route == Route::Activities).then(evenings);
        view! {
            <li class="card card-link">
                {picture(icon)}
                <h2><a href=route.href()>{say(title)}</a></h2>
                <p>{say(words)}</p>
                {also}
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
        {link(&Route::Offer, Word::Offer)}
        {area::list()}
    }
}

/// What people come for most, one tap away.
fn evenings() -> View {
    let link = |word: Word, key: &str| {
        let href = [&Route::Activities.href(), "#", WHEN, "=", key].concat();
        view! { <a class="chip" href=href>{say(word)}</a> }
    };
    view! {
        <p class="chips">
            {link(Word::Tonight, "tonight")}
            {link(Word::ThisWeekend, "weekend")}
        </p>
    }
}
