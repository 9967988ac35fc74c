//! The borough with a point for each place: the pack's own drawing, and nobody's tiles.

use hark_domain::activity::Detail;
use hark_domain::site::Site;
use hark_domain::words::Word;

use crate::language::{say, say_with, text};
use crate::view::{View, view};

/// The map, where there is one and at least one place with a part of the borough. The words
/// above it say the same, so it has one name and nothing inside it is read.
pub(super) fn map(detail: &Detail, site: &Site) -> View {
    let Some((width, height, credit)) = &detail.map else {
        return View::Nothing;
    };
    if detail.places.is_empty() {
        return View::Nothing;
    }
    let areas: Vec<View> = site
        .localities
        .iter()
        .map(|locality| {
            let id = locality.id.as_str();
            let here = detail.places.iter().any(|place| place.area_id == id);
            let class = if here { "area area-here" } else { "area" };
            let href = ["/content/map.svg#", id].concat();
            view! { <use class=class href=href></use> }
        })
        .collect();
    let several = detail.places.len() > 1;
    let mut points: Vec<View> = Vec::new();
    for (index, place) in detail.places.iter().enumerate() {
        if let Some((x, y)) = place.point {
            let (x, y) = (x.to_string(), y.to_string());
            let number = several.then(|| (index + 1).to_string());
            let point = view! {
                <circle cx=x.clone() cy=y.clone() r="34"></circle>
                <text x=x y=y dy="15">{number}</text>
            };
            points.push(point);
        }
    }
    let names: Vec<String> = detail
        .places
        .iter()
        .map(|place| [text(&place.name), say(Word::Comma), text(&place.area)].concat())
        .collect();
    let label = say_with(Word::MapOf, &[("places", &names.join("; "))]);
    let view_box = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    view! {
        <figure class="map">
            <svg role="img" aria-label=label viewBox=view_box>{areas}{points}</svg>
            <figcaption class="quiet" lang="en">{credit.clone()}</figcaption>
        </figure>
    }
}
