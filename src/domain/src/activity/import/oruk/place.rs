//! Where services of Open Referral UK are.

use crate::activity::import::draft::{Cell, Draft, Spot};
use crate::activity::import::lists;
use crate::activity::import::node::Node;
use crate::activity::import::plain::folded;

/// What the fields of a place begin with, where the record is a service at a location.
pub(super) const AT: &str = "location";

/// Every place of a service, in the order in which [`holders`] gives them.
pub(super) fn read(node: &Node<'_>, at: Option<&Node<'_>>, draft: &mut Draft) {
    for holder in holders(node, at) {
        let location = holder
            .get(&["location"])
            .filter(|location| location.fields().is_some());
        draft
            .places
            .push(spot(location.as_ref().unwrap_or(&holder)));
    }
}

/// What has a location: services at locations, or Outpost's locations.
pub(super) fn holders<'a>(node: &Node<'a>, at: Option<&Node<'a>>) -> Vec<Node<'a>> {
    let mut all: Vec<Node<'a>> = at.cloned().into_iter().collect();
    all.extend(node.list(&["service_at_locations"]));
    all.extend(node.list(&["locations"]));
    all.retain(|one| one.fields().is_some());
    all
}

fn spot(node: &Node<'_>) -> Spot {
    let address = node.list(&["addresses", "physical_addresses", "physical_address"]);
    // One to visit rather than one to write to.
    let physical = |one: &&Node<'_>| {
        one.cell(&["address_type"])
            .is_none_or(|cell| cell.text != "postal")
    };
    let address = address
        .iter()
        .find(physical)
        .or(address.first())
        .unwrap_or(node);
    let lines = ["address_1", "address_2", "city"];
    let kind = node.cell(&["location_type"]);
    let description = node.cell(&["description"]);
    let masks = |cell: &Cell| {
        folded(&cell.text).contains("mask exact address") || folded(&cell.text) == "area only"
    };
    let mask_field = node.cell(&["mask_exact_address"]).filter(Cell::is_yes);
    let masked = mask_field.or_else(|| description.clone().filter(masks));
    let has = node.list(&[
        "accessibility",
        "accessibility_for_disabilities",
        "accessibilities",
    ]);
    let has = has.iter().filter_map(|one| {
        let own = one.cell(&["accessibility"]);
        if let Some(own) = own.filter(|own| lists::is_facility(&own.text)) {
            return Some(own);
        }
        one.cell(&["description", "accessibility", "name", "label"])
            .or_else(|| one.own())
    });
    let (lat, lon) = point(node);
    let attributes = node.list(&["attributes"]);
    let mut localities = attributes.iter().filter(|one| {
        let list = one.cell(&["link_type"]);
        list.is_some_and(|list| list.text == "locality")
    });
    let locality = localities.find_map(|one| one.get(&["taxonomy_term"])?.cell(&["code"]));
    Spot {
        locality,
        field: if node.at.is_empty() {
            AT.to_owned()
        } else {
            node.at.clone()
        },
        name: node.cell(&["name"]),
        address: lines
            .iter()
            .filter_map(|line| address.cell(&[line]))
            .collect(),
        postcode: address.cell(&["postal_code", "postcode"]),
        country: address.cell(&["country"]),
        lat,
        lon,
        has: has.collect(),
        find: description.filter(|cell| !masks(cell)),
        online: kind.is_some_and(|cell| {
            matches!(
                cell.text.to_ascii_lowercase().as_str(),
                "virtual" | "online"
            )
        }),
        masked,
    }
}

/// Latitude and longitude, also as `GeoJSON` has them, the other way round.
fn point(node: &Node<'_>) -> (Option<Cell>, Option<Cell>) {
    let plain = (
        node.cell(&["latitude", "lat"]),
        node.cell(&["longitude", "lon", "lng"]),
    );
    if plain.0.is_some() || plain.1.is_some() {
        return plain;
    }
    let pair = node
        .get(&["geometry"])
        .and_then(|geometry| geometry.get(&["coordinates"]));
    let pair: Vec<Cell> = pair
        .map(Node::items)
        .unwrap_or_default()
        .iter()
        .filter_map(Node::own)
        .collect();
    match pair.as_slice() {
        [lon, lat, ..] => (Some(lat.clone()), Some(lon.clone())),
        _ => (None, None),
    }
}
