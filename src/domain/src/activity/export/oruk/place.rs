//! Locations.

use serde_json::Value;

use super::super::Source;
use super::{record, terms, text};
use crate::activity::lists::PlaceKind;
use crate::activity::place::Place;
use crate::activity::service::Organisation;

/// What says that the exact place is kept back.
const HIDDEN: &str = "area only";

/// The stable name of a place.
pub(super) fn id(source: &Source<'_>, organisation: &Organisation, place: &Place) -> String {
    source.uuid(&["location", organisation.id.as_str(), place.id.as_str()])
}

/// A place as a location.
pub(super) fn location(source: &Source<'_>, organisation: &Organisation, place: &Place) -> Value {
    let id = id(source, organisation, place);
    let online = place.kind == Some(PlaceKind::Online);
    let kind = if online { "virtual" } else { "physical" };
    let accessibility = place.has.iter().map(|has| {
        let own = source.uuid(&["accessibility", &id, has.key()]);
        let said = source.words.say(has.word());
        record([
            ("id", text(&own)),
            ("location_id", text(&id)),
            ("description", text(said)),
            // The name in our own files, whatever the language.
            ("accessibility", text(has.key())),
        ])
    });
    let accessibility: Vec<Value> = accessibility.collect();
    let locality = source.locality(place).map(|locality| {
        let name = source.said(&locality.name);
        terms::of_locality(source, locality.id.as_str(), name, &id)
    });
    let point = place.point;
    record([
        ("id", text(&id)),
        ("location_type", text(kind)),
        ("name", text(source.said(&place.name))),
        ("description", text(&description(source, place, online))),
        ("latitude", point.map(|point| point.lat.into())),
        ("longitude", point.map(|point| point.lon.into())),
        (
            "addresses",
            address(source, place, &id).map(|it| vec![it].into()),
        ),
        ("accessibility", Some(accessibility.into())),
        ("attributes", locality.map(|it| vec![it].into())),
    ])
}

/// How to get there. The street stands here where it is no whole address.
fn description(source: &Source<'_>, place: &Place, online: bool) -> String {
    let street = place
        .address
        .as_deref()
        .filter(|street| postcode(street).is_none());
    let find = place.find.as_ref().map(|find| source.said(find));
    if place.address.is_none() && place.point.is_none() && find.is_none() && !online {
        return HIDDEN.to_owned();
    }
    let parts: Vec<&str> = street.into_iter().chain(find).collect();
    parts.join(". ")
}

/// An address, where all is known that Open Referral wants of one: without a postcode it
/// would have to be made up.
fn address(source: &Source<'_>, place: &Place, location: &str) -> Option<Value> {
    let whole = place.address.as_deref()?;
    let (street, postcode) = postcode(whole)?;
    let (street, city) = street
        .rsplit_once(',')
        .unwrap_or((street, &source.site.area));
    Some(record([
        ("id", text(&source.uuid(&["address", location]))),
        ("location_id", text(location)),
        ("address_1", text(street)),
        ("city", text(city)),
        ("state_province", text(&source.site.area)),
        ("postal_code", text(postcode)),
        ("country", text("GB")),
        ("address_type", text("physical")),
    ]))
}

/// An address that ends in a British postcode, taken apart.
fn postcode(address: &str) -> Option<(&str, &str)> {
    let address = address.trim();
    let (before, inward) = address.rsplit_once(' ')?;
    let (start, outward) = before.rsplit_once([' ', ',']).unwrap_or(("", before));
    let shape = |text: &str| -> String {
        let shape = text.chars().map(|c| match c {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            _ => '?',
        });
        shape.collect()
    };
    let right = shape(inward) == "9AA"
        && matches!(
            &*shape(outward),
            "A9" | "A99" | "A9A" | "AA9" | "AA99" | "AA9A"
        );
    let street = start.trim_end_matches([' ', ',']);
    let postcode = &address[address.len() - outward.len() - 1 - inward.len()..];
    (right && !street.is_empty()).then_some((street, postcode))
}

#[cfg(test)]
mod tests {
    use super::postcode;

    #[test]
    fn an_address_with_a_postcode_is_taken_apart() {
        for (address, parts) in [
            (
                "1 High Street, Leigh WN7 1AA",
                Some(("1 High Street, Leigh", "WN7 1AA")),
            ),
            (
                "1 High Street, Leigh, M46 9ZZ",
                Some(("1 High Street, Leigh", "M46 9ZZ")),
            ),
            ("Market Street, Atherton", None),
            ("WN7 1AA", None),
            ("By the market, Leigh WN7", None),
            ("Żółw 9é", None),
            ("", None),
        ] {
            assert_eq!(postcode(address), parts, "{address}");
        }
    }
}
