//! `/activities`: things to do.

use hark_domain::activity::{Organisation, Service, Session};
use hark_domain::site::Site;
use hark_domain::text::Text;
use hark_domain::words::Word;
use leptos::prelude::*;

use crate::content::{Fetched, SiteContent};
use crate::language::{date, say, say_count, shown, shown_of, words};
use crate::parts::empty::empty;
use crate::parts::fetched::when_ready;
use crate::parts::icon::{Icon, picture};
use crate::parts::screen::arrive;

/// All of them, as a plain list.
pub(crate) fn activities() -> impl IntoView {
    arrive(|| say(Word::ThingsToDo));
    let organisations: Fetched<Vec<Organisation>> = Fetched::content("activities.json");
    view! {
        <h1 tabindex="-1">{say(Word::ThingsToDo)}</h1>
        <p class="lead">{say(Word::ActivitiesLead)}</p>
        {when_ready(organisations, |organisations| {
            let site = SiteContent::get();
            when_ready(site, move |site| list(&organisations, &site))
        })}
    }
}

/// Every service of these organisations, as cards.
pub(crate) fn list(organisations: &[Organisation], site: &Site) -> AnyView {
    let cards: Vec<AnyView> = organisations
        .iter()
        .flat_map(|organisation| {
            organisation
                .services
                .iter()
                .map(move |service| (organisation, service))
        })
        .map(|(organisation, service)| card(organisation, service, site))
        .collect();
    if cards.is_empty() {
        return empty(Word::NothingHere);
    }
    view! {
        <p class="quiet" role="status">{say_count(Word::ThingsCount, cards.len())}</p>
        <ul class="cards">{cards}</ul>
    }
    .into_any()
}

fn card(organisation: &Organisation, service: &Service, site: &Site) -> AnyView {
    let sessions: Vec<AnyView> = service
        .sessions
        .iter()
        .map(|session| row(session, site))
        .collect();
    let access: Vec<AnyView> = service
        .access
        .iter()
        .map(|fact| {
            view! { <span class="tag tag-quiet">{shown(&Text::Same(fact.replace('-', " ")))}</span> }.into_any()
        })
        .collect();
    let words = words();
    let checked = date(service.checked.on);
    let checked = words.say_with(Word::CheckedOn, &[("date", &checked)]);
    view! {
        <li class="card">
            <h2>{shown(&service.name)}</h2>
            <p class="quiet">{shown(&organisation.name)}</p>
            <p class="tags">
                <span class="tag tag-strong">{service.cost.said(&words)}</span>
                <span class="tag">{picture(Icon::People)}{service.ages.said(&words)}</span>
            </p>
            <p>{shown(&service.about)}</p>
            <ul class="sessions">{sessions}</ul>
            {shown_of(service.cost.words.as_ref()).map(|words| view! { <p>{words}</p> }.into_any())}
            <p><strong>{say(Word::HowToJoin)}</strong>" "{shown(&service.join)}</p>
            <p class="tags">{access}</p>
            <p class="quiet">{checked}</p>
        </li>
    }
    .into_any()
}

fn row(session: &Session, site: &Site) -> AnyView {
    let locality = site
        .locality(session.place.locality.as_str())
        .map(|locality| shown(&locality.name));
    let note = shown_of(session.note.as_ref())
        .map(|note| view! { <span class="quiet">{note}</span> }.into_any());
    view! {
        <li>
            <strong>{picture(Icon::Clock)}{session.said(&words())}</strong>
            <span>{picture(Icon::Pin)}{shown(&session.place.name)}</span>
            {session.place.address.clone().map(|address| view! { <span>{address}</span> }.into_any())}
            <span class="quiet">{locality}</span>
            {note}
        </li>
    }
    .into_any()
}
