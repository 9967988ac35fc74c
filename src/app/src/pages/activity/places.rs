//! Where it is: in words first, then on the map.

use hark_domain::activity::{Detail, detail::DetailPlace};
use hark_domain::id::LocalityId;
use hark_domain::route::Route;
use hark_domain::site::Site;
use hark_domain::words::Word;
use leptos::prelude::*;

use super::{map, tag};
use crate::language::{say_with, shown, text};
use crate::parts::icon::{Icon, picture};

/// All of its places.
pub(super) fn places(detail: &Detail, site: &Site) -> AnyView {
    let items: Vec<AnyView> = detail.places.iter().map(place).collect();
    let class = if items.len() > 1 {
        "places places-many"
    } else {
        "places"
    };
    view! { <ol class=class>{items}</ol>{map::map(detail, site)} }.into_any()
}

fn place(place: &DetailPlace) -> AnyView {
    let line = |words: AnyView| view! { <p>{words}</p> }.into_any();
    let area = text(&place.area);
    let address = match &place.address {
        Some(address) => line(address.clone().into_any()),
        None => line(say_with(Word::SomewhereIn, &[("area", &area)]).into_any()),
    };
    let find = place.find.as_ref().map(|find| {
        let words = text(find);
        line(say_with(Word::FindDoor, &[("words", &words)]).into_any())
    });
    let has: Vec<AnyView> = place.has.iter().map(tag).collect();
    let href = LocalityId::new(&place.area_id).map(|id| Route::Area(id).href());
    view! {
        <li>
            <h3>{shown(&place.name)}</h3>
            {address}
            <p>{picture(Icon::Pin)}<a href=href.unwrap_or_default()>{shown(&place.area)}</a></p>
            {find}
            <p class="tags">{has}</p>
        </li>
    }
    .into_any()
}
