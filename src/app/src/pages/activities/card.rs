//! One thing to do, in a list.

use hark_domain::activity::Hit;
use hark_domain::words::Word;
use leptos::prelude::*;

use super::looking::{Looking, here};
use crate::language::{distance, say, say_with, shown};
use crate::parts::icon::{Icon, picture};
use crate::parts::occurrence;

/// Where the page of a service is.
fn address(id: &str) -> String {
    ["/activities/", id].concat()
}

/// The card of what was found.
pub(super) fn card(looking: &Looking, hit: &Hit) -> AnyView {
    let directory = &looking.directory;
    let service = &directory.services[hit.service];
    let when = hit.when.filter(|_| !service.paused);
    let (cancelled, moved) = when.map_or((false, false), |when| (when.cancelled, when.moved));
    let mark = match (service.paused, cancelled, moved) {
        (true, ..) => Some(("tag tag-cannot", Word::Paused)),
        (_, true, _) => Some(("tag tag-cannot", Word::Cancelled)),
        (.., true) => Some(("tag tag-done", Word::MovedHere)),
        _ => None,
    };
    let mark = mark.map(|(class, word)| view! { <span class=class>{say(word)}</span> }.into_any());
    let when = match when {
        Some(when) => occurrence::said(&when, looking.clock()),
        None if service.paused => String::new(),
        None => say(Word::NoDates),
    };
    let when = (!when.is_empty()).then(|| {
        view! { <p class="found-fact found-when">{picture(Icon::Clock)}<span>{when}</span></p> }
            .into_any()
    });
    let place = service.sessions[hit.session].place;
    let metres = hit.metres.filter(|_| here().is_some());
    let place = place.and_then(|number| {
        let place = directory.places.get(number)?;
        let area = looking.area_of(number);
        let area = area.map(|area| {
            view! { <span class="quiet">{shown(&area.name)}</span> }.into_any()
        });
        let metres = metres.map(|metres| {
            view! { <span class="quiet">{distance(metres)}</span> }.into_any()
        });
        let view = view! {
            <p class="found-fact">{picture(Icon::Pin)}<span>{shown(&place.name)}</span>{area}{metres}</p>
        };
        Some(view.into_any())
    });
    let line = |words: String| view! { <p class="quiet">{words}</p> }.into_any();
    let word = hit
        .word
        .as_ref()
        .map(|word| line(say_with(Word::FoundBy, &[("word", word)])));
    let stale = hit.stale.then(|| line(say(Word::NotCheckedLately)));
    view! {
        <li class="card card-link">
            <h2><a href=address(&service.id)>{shown(&service.name)}</a></h2>
            {when}
            {place}
            <p class="tags">
                {mark}
                <span class="tag tag-strong">{service.cost.clone()}</span>
                <span class="tag">{service.ages.clone()}</span>
            </p>
            {word}
            {stale}
        </li>
    }
    .into_any()
}
