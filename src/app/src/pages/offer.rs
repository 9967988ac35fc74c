//! `/offer`: what somebody may need, in their own words.

mod need;

use hark_domain::offer::{Listed, Said};
use hark_domain::route::Route;
use hark_domain::text::Text;
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::Fetched;
use crate::language::{say, shown};
use crate::parts::exit;
use crate::parts::fetched::when_ready;
use crate::parts::screen::arrive;

pub(crate) use need::need;

/// Every need, theme by theme.
pub(crate) fn offer() -> AnyView {
    arrive(String::new);
    let themes: Fetched<Vec<Listed>> = Fetched::content("offer.json");
    view! {
        <h1 tabindex="-1">{say(Word::Offer)}</h1>
        <p class="lead">{say(Word::OfferLead)}</p>
        {when_ready(themes, |themes| themes.iter().map(theme).collect::<Vec<_>>().into_any())}
        {exit::about()}
    }
    .into_any()
}

fn theme(theme: &Listed) -> AnyView {
    let needs: Vec<AnyView> = theme.needs.iter().map(said).collect();
    view! { <h2>{shown(&theme.title)}</h2>{bubbles(needs)} }.into_any()
}

fn said(need: &Said) -> AnyView {
    bubble(&Route::Need(need.number), &need.say)
}

fn bubble(route: &Route, words: &Text) -> AnyView {
    view! { <li><a href=route.href()>{shown(words)}</a></li> }.into_any()
}

fn bubbles(items: Vec<AnyView>) -> AnyView {
    view! { <ul class="bubbles">{items}</ul> }.into_any()
}
