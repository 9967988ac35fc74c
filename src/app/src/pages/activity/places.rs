//! Where it is: in words first, then on the map.

use hark_domain::activity::{Detail, detail::DetailPlace};
use hark_domain::id::LocalityId;
use hark_domain::route::Route;
use hark_domain::site::Site;
use hark_domain::words::Word;

use super::{icon, map, tags};
use crate::language::{say_with, shown, text};
use crate::parts::element::{all, link, list, paragraph};
use crate::parts::icon::Icon;
use crate::view::{IntoView, View, view};

/// All of its places.
pub(super) fn places(detail: &Detail, site: &Site) -> View {
    let items: Vec<View> = detail.places.iter().map(place).collect();
    let class = if items.len() > 1 {
        "places places-many"
    } else {
        "places"
    };
    all([list(class, items), map::map(detail, site)])
}

fn place(place: &DetailPlace) -> View {
    let area = text(&place.area);
    let address = place.address.clone();
    let address = address.unwrap_or_else(|| say_with(Word::SomewhereIn, &[("area", &area)]));
    let href = LocalityId::new(&place.area_id).map(|id| Route::Area(id).href());
    let area = link("", href.unwrap_or_default(), shown(&place.area));
    let mut lines = vec![
        view! { <h3>{shown(&place.name)}</h3> },
        paragraph("", address.into_view()),
        paragraph("place-area", all([icon(Icon::Pin), area])),
    ];
    let find = place.find.as_ref();
    lines.extend(find.map(|find| paragraph("", shown(find))));
    lines.push(tags("tags", &place.has));
    lines.into_view()
}
