//! `/activities`: things to do.

use hark_domain::activity::{Organisation, Service, Session};
use hark_domain::calendar::LocalDate;
use hark_domain::site::Site;
use leptos::prelude::*;

use crate::content::{Fetched, SiteContent};
use crate::parts::fetched::when_ready;
use crate::parts::screen::arrive;
use crate::words::{words, words_of};

/// All of them, as a plain list.
pub(crate) fn activities() -> impl IntoView {
    arrive(|| "Things to do".to_owned());
    let organisations: Fetched<Vec<Organisation>> = Fetched::new("activities.json");
    view! {
        <h1 tabindex="-1">"Things to do"</h1>
        <p class="lead">"Each one says who it is for, what it costs and when someone last checked it."</p>
        {when_ready(organisations, |organisations| {
            let site = SiteContent::get();
            when_ready(site, move |site| list(&organisations, &site))
        })}
    }
}

fn list(organisations: &[Organisation], site: &Site) -> AnyView {
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
        return view! { <p class="empty">"There is nothing here yet."</p> }.into_any();
    }
    view! {
        <p class="quiet" role="status">{cards.len()}" things to do"</p>
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
            view! { <span class="tag tag-quiet">{fact.replace('-', " ")}</span> }.into_any()
        })
        .collect();
    view! {
        <li class="card">
            <h2>{words(&service.name)}</h2>
            <p class="quiet">{words(&organisation.name)}</p>
            <p class="tags">
                <span class="tag tag-strong">{service.cost.to_string()}</span>
                <span class="tag">"Age "{service.ages.to_string()}</span>
            </p>
            <p>{words(&service.about)}</p>
            <ul class="sessions">{sessions}</ul>
            {words_of(service.cost.words.as_ref()).map(|words| view! { <p>{words}</p> })}
            <p><strong>"How to join: "</strong>{words(&service.join)}</p>
            <p class="tags">{access}</p>
            <p class="quiet">"Checked on "{long(service.checked.on)}</p>
        </li>
    }
    .into_any()
}

fn row(session: &Session, site: &Site) -> AnyView {
    let locality = site
        .locality(session.place.locality.as_str())
        .map(|locality| words(&locality.name));
    let note =
        words_of(session.note.as_ref()).map(|note| view! { <span class="quiet">{note}</span> });
    view! {
        <li>
            <strong>{session.to_string()}</strong>
            <span>{words(&session.place.name)}</span>
            {session.place.address.clone().map(|address| view! { <span>{address}</span> })}
            <span class="quiet">{locality}</span>
            {note}
        </li>
    }
    .into_any()
}

/// A date as people say it: "2 November 2026".
fn long(date: LocalDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS
        .get(usize::from(date.month()) - 1)
        .copied()
        .unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}
