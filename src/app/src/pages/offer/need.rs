//! `/offer/7`: the way to help with one need, and back down again.

use hark_domain::activity::Level;
use hark_domain::offer::{Named, Need, Step};
use hark_domain::route::Route;
use hark_domain::site::Site;
use hark_domain::text::Text;
use hark_domain::words::Word;
use leptos::prelude::*;

use super::{bubble, bubbles};
use crate::content::{Fetched, SiteContent};
use crate::language::{say, shown};
use crate::parts::exit;
use crate::parts::fetched::when_ready;
use crate::parts::helplines;
use crate::parts::screen::arrive;
use crate::parts::statement::{heading, link};

/// The need with that number.
pub(crate) fn need(number: u16) -> AnyView {
    let need: Fetched<Need<Named>> =
        Fetched::content(&["offer/", &number.to_string(), ".json"].concat());
    when_ready(need, |need| {
        when_ready(SiteContent::get(), move |site| whole(&need, &site))
    })
}

fn whole(need: &Need<Named>, site: &Site) -> AnyView {
    arrive(String::new);
    let steps: Vec<AnyView> = need.steps.iter().map(|it| step(it, site)).collect();
    view! {
        {link(Route::Offer, Word::Offer)}
        <h1 tabindex="-1">{shown(&need.say)}</h1>
        <p class="lead">{shown(&need.about)}</p>
        <ol class="steps">{steps}<li>{heading(Word::StepBack)}<p>{shown(&need.back)}</p></li></ol>
        {exit::about()}
    }
    .into_any()
}

fn step(step: &Step<Named>, site: &Site) -> AnyView {
    let level = match step.level {
        Level::Universal => Word::StepUniversal,
        Level::Targeted => Word::StepTargeted,
        Level::Specialist => Word::StepSpecialist,
    };
    let services: Vec<AnyView> = step.services.iter().map(service).collect();
    let services = (!services.is_empty()).then(|| bubbles(services));
    let lines = (!step.helplines.is_empty()).then(|| helplines::named(site, &step.helplines));
    view! {
        <li>
            {heading(level)}
            <p>{shown(&step.what)}</p>
            {fact(Word::StepDecides, &step.decides)}
            {fact(Word::StepLong, &step.long)}
            {fact(Word::StepAsk, &step.ask)}
            {fact(Word::StepTells, &step.tells)}
            {services}
            {lines}
        </li>
    }
    .into_any()
}

fn fact(name: Word, text: &Text) -> AnyView {
    view! { <p><strong>{say(name)}</strong>" "{shown(text)}</p> }.into_any()
}

fn service(service: &Named) -> AnyView {
    bubble(&Route::Activities, &service.name)
}
