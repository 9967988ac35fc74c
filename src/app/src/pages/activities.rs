//! `/activities`: things to do.

use std::sync::Arc;

use hark_domain::activity::when::AHEAD;
use hark_domain::activity::{Directory, Finder, Hit, Query};
use hark_domain::clock::{Clock, looked_up};
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::{Fetched, SiteContent};
use crate::device::clock;
use crate::language::{say, say_count, shown};
use crate::parts::empty::empty;
use crate::parts::fetched::when_ready;
use crate::parts::screen::arrive;

/// All of them, the next first.
pub(crate) fn activities() -> impl IntoView {
    arrive(|| say(Word::ThingsToDo));
    let directory: Fetched<Directory> = Fetched::content("activities.json");
    view! {
        <h1 tabindex="-1">{say(Word::ThingsToDo)}</h1>
        <p class="lead">{say(Word::ActivitiesLead)}</p>
        {when_ready(directory, |directory| {
            when_ready(SiteContent::get(), move |site| list(&directory, &site.time_zone))
        })}
    }
}

/// What there is, as cards.
pub(crate) fn list(directory: &Arc<Directory>, zone: &str) -> AnyView {
    let now = clock::now();
    let zone = clock::zone(zone);
    let zone = looked_up(&*zone, now, AHEAD + 2);
    let clock = Clock { now, zone: &zone };
    let found = Finder::new(directory.clone(), clock).find(&Query::default(), None, clock);
    if found.total == 0 {
        return empty(Word::NothingHere);
    }
    let cards: Vec<AnyView> = found.hits.iter().map(|hit| card(directory, hit)).collect();
    view! {
        <p class="quiet" role="status">{say_count(Word::ThingsCount, found.total)}</p>
        <ul class="cards">{cards}</ul>
    }
    .into_any()
}

fn card(directory: &Directory, hit: &Hit) -> AnyView {
    let service = &directory.services[hit.service];
    view! {
        <li class="card">
            <h2>{shown(&service.name)}</h2>
            <p class="tags">
                <span class="tag tag-strong">{service.cost.clone()}</span>
                <span class="tag">{service.ages.clone()}</span>
            </p>
        </li>
    }
    .into_any()
}
