//! Places: buildings, and what comes to where people are.

use serde_json::Value;

use super::lists::{Facility, PlaceKind};
use crate::id::{LocalityId, PlaceId};
use crate::json::{Fields, FromJson, Place as At};
use crate::text::Text;

/// Where sessions are.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its name in the organisation's file.
    pub id: PlaceId,
    /// What it is called.
    pub name: Text,
    /// What it is, where it is not a place like any other.
    pub kind: Option<PlaceKind>,
    /// In which part of the borough.
    pub locality: LocalityId,
    /// The street, where it is told beforehand.
    pub address: Option<String>,
    /// Where it is on the map.
    pub point: Option<Point>,
    /// What it has.
    pub has: Vec<Facility>,
    /// How to find the door.
    pub find: Option<Text>,
}

impl Eq for Place {}

/// A point on the earth, in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Latitude.
    pub lat: f64,
    /// Longitude.
    pub lon: f64,
}

impl FromJson for Place {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (id, name, kind) = (
            fields.needed("id"),
            fields.needed("name"),
            fields.optional("kind"),
        );
        let (locality, address) = (fields.needed("locality"), fields.optional("address"));
        let (lat, lon) = (fields.optional("lat"), fields.optional("lon"));
        if lat.is_some() != lon.is_some() {
            fields.say("Give both \"lat\" and \"lon\", or none of them.");
        }
        let (has, find) = (fields.list("has"), fields.optional("find"));
        fields.finish();
        Some(Self {
            id: id?,
            name: name?,
            kind,
            locality: locality?,
            address,
            point: lat.zip(lon).map(|(lat, lon)| Point { lat, lon }),
            has,
            find,
        })
    }
}
