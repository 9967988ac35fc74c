//! `/places/ID`: a part of the borough.

use std::sync::Arc;

use hark_domain::activity::Directory;
use hark_domain::id::LocalityId;
use hark_domain::route::Route;
use hark_domain::site::{Locality, Site};
use hark_domain::survey::{Listed, Season};
use hark_domain::words::Word;

use super::{activities, surveys};
use crate::content::{Fetched, SiteContent};
use crate::language::{say, say_with, shown, text};
use crate::pages::not_found::not_found;
use crate::parts::element::{all, cards, link, paragraph, section};
use crate::parts::fetched::{waiting, when_ready};
use crate::parts::icon::{Icon, picture};
use crate::parts::live::live_view;
use crate::parts::screen::arrive;
use crate::view::{IntoView, View, view};

/// How many things to do are shown.
const MOST: usize = 5;

/// How many of each kind of people to talk to.
const TALKS: usize = 3;

/// What there is in it.
pub(crate) fn area(id: &LocalityId) -> View {
    let site = SiteContent::get();
    let directory: Fetched<Directory> = Fetched::content("activities.json");
    let listed: Fetched<Vec<Listed>> = Fetched::content("surveys.json");
    let id = id.clone();
    live_view(move || {
        let Some(site) = site.ready() else {
            return waiting();
        };
        let Some(locality) = site.locality(id.as_str()) else {
            return not_found();
        };
        let (own, all) = (site.clone(), site.clone());
        let (key, name) = (id.to_string(), text(&locality.name));
        let title = name.clone();
        arrive(move || title.clone());
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

fn page(locality: &Locality, things: View, surveys: View) -> View {
    let title = view! { <h1 tabindex="-1">{shown(&locality.name)}</h1> };
    all([title, things, surveys])
}

/// What's on, and who to talk to.
fn things(directory: &Arc<Directory>, site: &Site, area: &str, name: &str) -> View {
    let here = ["in=", area].concat();
    let of = |kind: &str| [&here, "&kind=", kind].concat();
    let queries = [
        (here.clone(), MOST),
        (of("support"), TALKS),
        (of("health"), TALKS),
    ];
    let [next, mut talk, health] = activities::first(directory, site, &queries);
    talk.extend(health);
    let onward =
        |href: String, body: View| paragraph("onward", link("button button-quiet", href, body));
    let every = [&Route::Activities.href(), "#", &here].concat();
    let every = onward(every, say_with(Word::AllIn, &[("area", name)]).into_view());
    let lines = all([picture(Icon::Talk), say(Word::TalkToSomeone).into_view()]);
    let lines = onward(Route::Help.href(), lines);
    all([
        section(say(Word::WhatsOnHere), all([cards("cards", next), every])),
        section(
            say(Word::SomeoneToTalkTo),
            all([cards("cards", talk), lines]),
        ),
    ])
}

/// The surveys that are open; nothing where none is.
fn questions(site: &Site, listed: &[Listed]) -> View {
    let open = surveys::cards(site, listed, &[Season::Open]);
    if open.is_empty() {
        return View::Nothing;
    }
    section(say(Word::HaveYourSay), cards("cards", open))
}

/// All parts of the borough, each a link to its page.
pub(crate) fn list() -> View {
    let site = SiteContent::get();
    live_view(move || {
        let localities = site.ready().map(|site| site.localities.clone());
        let links: Vec<View> = localities
            .unwrap_or_default()
            .iter()
            .map(|locality| {
                let href = Route::Area(locality.id.clone()).href();
                link("chip", href, shown(&locality.name))
            })
            .collect();
        section(say(Word::Places), paragraph("chips", links.into_view()))
    })
}
