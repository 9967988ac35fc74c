//! The same thing in two records.

use serde_json::{Map, Value};

use super::{Party, place_id};
use crate::activity::import::plain::folded;
use crate::activity::import::service::Made;

/// A service of the same name, at the same places and for the same ages.
pub(super) struct Twin {
    pub(super) party: usize,
    pub(super) entry: usize,
    pub(super) record: usize,
    /// Whether it has all times of the other.
    pub(super) says_it_all: bool,
}

/// The service that a record says again.
pub(super) fn same_thing(parties: &[Party], made: &Made) -> Option<Twin> {
    let name = folded(&made.name);
    let mut places: Vec<&str> = made.places.iter().map(|place| place.key.as_str()).collect();
    places.sort_unstable();
    parties.iter().enumerate().find_map(|(index, party)| {
        let position = party.services.iter().position(|entry| {
            let same_ages = entry.fields.get("ages") == made.fields.get("ages");
            entry.name == name && entry.place_keys == places && same_ages
        })?;
        let entry = party.services.get(position)?;
        let has = |session: &Map<String, Value>| {
            entry
                .sessions
                .iter()
                .any(|own| times(own) == times(session))
        };
        Some(Twin {
            party: index,
            entry: position,
            record: entry.record,
            says_it_all: made.sessions.iter().all(|(_, session)| has(session)),
        })
    })
}

/// What a session says of when it is.
fn times(session: &Map<String, Value>) -> Map<String, Value> {
    let mut fields = session.clone();
    fields.retain(|name, _| !matches!(name.as_str(), "place" | "note"));
    fields
}

/// Puts the times that a record has besides to its twin.
pub(super) fn add_times(party: &mut Party, entry: usize, made: Made) {
    let ids: Vec<String> = made
        .places
        .into_iter()
        .map(|place| place_id(party, place))
        .collect();
    let Some(entry) = party.services.get_mut(entry) else {
        return;
    };
    for (place, mut fields) in made.sessions {
        let known = entry
            .sessions
            .iter()
            .any(|own| times(own) == times(&fields));
        let Some(id) = ids.get(place).filter(|_| !known) else {
            continue;
        };
        fields.insert("place".to_owned(), id.clone().into());
        entry.sessions.push(fields);
    }
}
