//! `/places/ID`: a part of the borough.

use std::sync::Arc;

use hark_domain::activity::Directory;
use hark_domain::id::LocalityId;
use hark_domain::route::Route;
use hark_domain::site::{Locality, Site};
use hark_domain::survey::{Listed, Season};
use hark_domain::words::Word;
use leptos::prelude::*;

use super::{activities, surveys};
use crate::content::{Fetched, SiteContent};
use crate::language::{say, say_with, shown, text};
use crate::pages::not_found::not_found;
use crate::parts::fetched::{waiting, when_ready};
use crate::parts::icon::{Icon, picture};
use crate::parts::live::live_view;
use crate::parts::screen::arrive;

/// How many things to do are shown, and how many people to talk to.
const MOST: usize = 5;

/// What there is in it.
pub(crate) fn area(id: &LocalityId) -> AnyView {
    let site = SiteContent::get();
    let own = id.clone();
    arrive(move || {
        let site = site.ready();
        let name = site.and_then(|site| Some(text(&site.locality(own.as_str())?.name)));
        name.unwrap_or_default()
    });
    let directory: Fetched<Directory> = Fetched::content("activities.json");
    let listed: Fetched<Vec<Listed>> = Fetched::content("surveys.json");
    let id = id.clone();
    live_view(move || {
        let Some(site) = site.ready() else {
            return waiting();
        };
        let Some(locality) = site.locality(id.as_str()) else {
            return not_found().into_any();
        };
        let (own, all) = (site.clone(), site.clone());
        let (key, name) = (id.to_string(), text(&locality.name));
        let things = when_ready(directory, move |directory| {
            things(&directory, &own, &key, &name)
        });
        let surveys = live_view(move || {
            let listed = listed.ready().unwrap_or_default();
            questions(&all, &listed)
        });
        page(locality, things, surveys)
    })
}

fn page(locality: &Locality, things: AnyView, surveys: AnyView) -> AnyView {
    view! { <h1 tabindex="-1">{shown(&locality.name)}</h1>{things}{surveys} }.into_any()
}

/// What's on, and who to talk to.
fn things(directory: &Arc<Directory>, site: &Site, area: &str, name: &str) -> AnyView {
    let here = ["in=", area].concat();
    let of = |kind: &str| [&here, "&kind=", kind].concat();
    let queries = [here.clone(), of("support"), of("health")];
    let [next, support, health] = activities::first(directory, site, &queries, MOST);
    let all = [&Route::Activities.href(), "#", &here].concat();
    view! {
        <h2>{say(Word::WhatsOnHere)}</h2>
        <ul class="cards">{next}</ul>
        <p class="onward"><a class="button button-quiet" href=all>{say_with(Word::AllIn, &[("area", name)])}</a></p>
        <h2>{say(Word::SomeoneToTalkTo)}</h2>
        <ul class="cards">{support}{health}</ul>
        <p class="onward"><a class="button button-quiet" href=Route::Help.href()>{picture(Icon::Talk)}{say(Word::TalkToSomeone)}</a></p>
    }
    .into_any()
}

/// The surveys that are open; nothing where none is.
fn questions(site: &Site, listed: &[Listed]) -> AnyView {
    let cards = surveys::cards(site, listed, &[Season::Open]);
    (!cards.is_empty())
        .then(|| {
            view! { <h2>{say(Word::HaveYourSay)}</h2><ul class="cards">{cards}</ul> }.into_any()
        })
        .into_any()
}

/// All parts of the borough, each a link to its page.
pub(crate) fn list() -> AnyView {
    let site = SiteContent::get();
    live_view(move || {
        let localities = site.ready().map(|site| site.localities.clone());
        let links: Vec<AnyView> = localities
            .unwrap_or_default()
            .iter()
            .map(|locality| {
                let href = Route::Area(locality.id.clone()).href();
                view! { <a class="chip" href=href>{shown(&locality.name)}</a> }.into_any()
            })
            .collect();
        view! { <h2>{say(Word::Places)}</h2><p class="chips">{links}</p> }.into_any()
    })
}
