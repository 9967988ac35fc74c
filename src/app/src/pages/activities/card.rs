//! One thing to do, in a list.

use hark_domain::activity::Hit;
use hark_domain::id::ServiceId;
use hark_domain::route::Route;
use hark_domain::words::Word;

use super::looking::{Looking, here};
use crate::language::{distance, say, say_with, shown};
use crate::parts::icon::{Icon, picture};
use crate::parts::occurrence;
use crate::view::{IntoView, View, view};

/// Where the page of a service is.
fn address(id: &str) -> Option<String> {
    Some(Route::Activity(ServiceId::new(id).ok()?).href())
}

/// The card of what was found.
pub(super) fn card(looking: &Looking, hit: &Hit) -> View {
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
    let mark = mark.map(|(class, word)| part(class, say(word).into_view()));
    let when = match when {
        Some(when) => Some(occurrence::said(&when, looking.clock())),
        None if service.paused => None,
        None => Some(say(Word::NoDates)),
    };
    let when = when.map(|when| {
        let said = part("found-when", when.into_view());
        fact(Icon::Clock, said, None, None)
    });
    let session = &service.sessions[hit.session];
    let cost = session.cost.as_ref().unwrap_or(&service.cost);
    let number = session.place;
    let place = number.and_then(|number| directory.places.get(number));
    let place = place.map(|place| {
        let area = number.and_then(|number| looking.area_of(number));
        let area = area.map(|area| part("quiet", shown(&area.name)));
        let metres = hit.metres.filter(|_| here().is_some());
        let metres = metres.map(|metres| part("quiet", distance(metres).into_view()));
        fact(Icon::Pin, part("", shown(&place.name)), area, metres)
    });
    let word = hit.word.as_ref();
    let word = word.map(|word| line(say_with(Word::FoundBy, &[("word", word)])));
    let stale = hit.stale.then(|| line(say(Word::NotCheckedLately)));
    view! {
        <li class="card card-link">
            <h2><a href=address(&service.id)>{shown(&service.name)}</a></h2>
            {when}
            {place}
            <p class="tags">
                {mark}
                {part("tag tag-strong", cost.clone().into_view())}
                {part("tag", service.ages.clone().into_view())}
            </p>
            {word}
            {stale}
        </li>
    }
}

fn part(class: &'static str, said: View) -> View {
    view! { <span class=class>{said}</span> }
}

fn line(said: String) -> View {
    view! { <p class="quiet">{said}</p> }
}

/// A fact beside its sign, and what belongs to it.
fn fact(icon: Icon, said: View, one: Option<View>, other: Option<View>) -> View {
    view! { <p class="found-fact">{picture(icon)}{said}{one}{other}</p> }
}
