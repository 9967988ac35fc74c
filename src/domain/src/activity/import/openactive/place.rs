//! Where things of `OpenActive` are.

use super::{Chain, Known, kind, resolved};
use crate::activity::import::draft::{Cell, Draft, Spot};
use crate::activity::import::lists;
use crate::activity::import::node::Node;

/// Puts the place of an event to its draft.
pub(super) fn read<'a>(
    chain: &Chain<'a>,
    known: &Known<'a>,
    what: Option<&str>,
    draft: &mut Draft,
) {
    let mode = chain
        .cell(&["eventAttendanceMode"])
        .map(|cell| cell.text)
        .unwrap_or_default();
    let place = chain.get(&["location"]).map(|node| resolved(node, known));
    let virtual_place = chain.get(&[
        "beta:virtualLocation",
        "virtualLocation",
        "beta:affiliatedLocation",
    ]);
    match (place, virtual_place) {
        (Some(node), _) if node.fields().is_some() => {
            let online = kind(&node).as_deref() == Some("VirtualLocation");
            draft.places.push(Spot {
                online,
                ..spot(&node)
            });
            if draft.phones.is_empty() {
                draft.phones.extend(node.cell(&["telephone"]));
            }
        }
        (_, Some(node)) => draft.places.push(online(&node.at)),
        _ if what == Some("OnDemandEvent") || mode.ends_with("OnlineEventAttendanceMode") => {
            draft.places.push(online("location"));
        }
        // A name alone.
        (Some(node), None) => draft.places.extend(
            node.own()
                .filter(|cell| !cell.text.contains("://"))
                .map(|cell| Spot {
                    field: cell.field.clone(),
                    name: Some(cell),
                    ..Spot::default()
                }),
        ),
        _ => {}
    }
}

fn online(field: &str) -> Spot {
    Spot {
        field: field.to_owned(),
        online: true,
        ..Spot::default()
    }
}

fn spot(node: &Node<'_>) -> Spot {
    let geo = node.get(&["geo"]);
    let degree = |names: &[&str]| {
        geo.as_ref()
            .and_then(|geo| geo.cell(names))
            .or_else(|| node.cell(names))
    };
    let address = node.get(&["address"]);
    let of = |name: &str| address.as_ref().and_then(|address| address.cell(&[name]));
    let mut lines: Vec<Cell> = ["streetAddress", "addressLocality"]
        .iter()
        .filter_map(|name| of(name))
        .collect();
    lines.extend(address.as_ref().and_then(Node::own));
    let amenities = node.list(&["amenityFeature"]);
    let has = amenities
        .iter()
        .filter(|one| one.cell(&["value"]).is_none_or(|value| value.is_yes()));
    // Of what a leisure centre has, only what is in the list is of use here: lockers are not.
    let has = has
        .filter_map(|one| one.cell(&["name"]))
        .filter(|cell| !lists::facilities(&cell.text).is_empty());
    Spot {
        field: node.at.clone(),
        name: node.cell(&["name"]),
        address: lines,
        postcode: of("postalCode"),
        country: of("addressCountry"),
        lat: degree(&["latitude"]),
        lon: degree(&["longitude"]),
        has: has.collect(),
        ..Spot::default()
    }
}
