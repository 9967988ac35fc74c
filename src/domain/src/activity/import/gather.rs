//! Services gathered into organisations, one file each.

mod files;
mod twins;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use self::files::files;
use self::twins::{add_times, same_thing};

use super::draft::Draft;
use super::line::Line;
use super::place::{Borough, Kept};
use super::plain::{folded, mark, plain, slug};
use super::service::{self, Made};
use super::{Imported, Setting};

/// The longest part of a name that comes from a title, in characters: with the mark behind
/// it, it is a name that files and addresses can have.
const LONGEST: usize = 40;

/// One organisation while it is gathered.
struct Party {
    key: String,
    name: Option<String>,
    places: Vec<(String, Kept)>,
    services: Vec<Entry>,
}

/// A service in its organisation, with its record.
struct Entry {
    record: usize,
    name: String,
    id: String,
    place_keys: Vec<String>,
    fields: Map<String, Value>,
    sessions: Vec<Map<String, Value>>,
}

/// Makes files of drafts. `name` is that of whoever runs what nobody is named for; where
/// there is none, such things are each by themselves.
pub(super) fn gather(
    mut drafts: Vec<Draft>,
    name: Option<&str>,
    mut lines: Vec<Line>,
    setting: &Setting<'_>,
) -> Imported {
    let borough = Borough::new(setting.site, setting.unsaid);
    let mut parties: Vec<Party> = Vec::new();
    let mut before: BTreeMap<String, usize> = BTreeMap::new();
    for record in 0..drafts.len() {
        let Some((earlier, draft)) = split(&mut drafts, record) else {
            continue;
        };
        if let Some(first) = same_id(draft, &mut before, record) {
            let first = earlier
                .get(first)
                .map_or("", |first| first.log.record.as_str());
            draft.log.refused(
                "id",
                format!("It has the same id as {first}: only that is kept."),
            );
            continue;
        }
        let Some(made) = service::make(draft, &borough, setting) else {
            continue;
        };
        let twin = same_thing(&parties, &made);
        let of = |record: usize| {
            earlier
                .get(record)
                .map_or("", |first| first.log.record.as_str())
        };
        let own = party(&mut parties, draft, name);
        match twin {
            Some(twin) if twin.says_it_all => {
                let first = of(twin.record);
                draft.log.refused(
                    "name",
                    format!("It has the same name and place as {first}: only that is kept."),
                );
            }
            Some(twin) if twin.party == own => {
                let first = of(twin.record);
                draft.log.repaired(
                    "name",
                    format!("It has the same name and place as {first}: its times stand there."),
                );
                if let Some(party) = parties.get_mut(own) {
                    add_times(party, twin.entry, made);
                }
            }
            _ => {
                if let Some(party) = parties.get_mut(own) {
                    put(party, draft, made, record);
                }
            }
        }
    }
    let logs = drafts.iter_mut().map(|draft| &mut draft.log).collect();
    let files = files(parties, logs, setting);
    lines.extend(drafts.into_iter().flat_map(|draft| draft.log.into_lines()));
    Imported { files, lines }
}

fn split(drafts: &mut [Draft], at: usize) -> Option<(&[Draft], &mut Draft)> {
    let (earlier, rest) = drafts.split_at_mut_checked(at)?;
    Some((earlier, rest.first_mut()?))
}

/// The record that had that id before.
fn same_id(draft: &Draft, before: &mut BTreeMap<String, usize>, record: usize) -> Option<usize> {
    let id = draft.id.as_ref()?.text.clone();
    let first = *before.entry(id).or_insert(record);
    (first != record).then_some(first)
}

/// The organisation of a record, made where it is new.
fn party(parties: &mut Vec<Party>, draft: &Draft, name: Option<&str>) -> usize {
    let said = draft
        .organisation
        .as_ref()
        .map(|cell| plain(&cell.text).0)
        .filter(|said| !said.is_empty());
    let id = draft.organisation_id.as_ref().map(|cell| cell.text.clone());
    let key = match (&id, &said, name) {
        (Some(id), ..) => id.clone(),
        (None, Some(said), _) => folded(said),
        (None, None, Some(name)) => format!("file {name}"),
        (None, None, None) => {
            let own = draft.id.as_ref().or(draft.name.as_ref());
            format!("service {}", own.map_or("", |cell| cell.text.as_str()))
        }
    };
    if let Some(index) = parties.iter().position(|party| party.key == key) {
        if let Some(party) = parties.get_mut(index) {
            party.name = party.name.take().or(said);
        }
        return index;
    }
    // The file is all that is known of who runs it.
    let said = said.or_else(|| name.filter(|_| id.is_none()).map(title));
    parties.push(Party {
        key,
        name: said,
        places: Vec::new(),
        services: Vec::new(),
    });
    parties.len() - 1
}

/// "youth-offer_2026" as people write it: "Youth offer 2026".
fn title(name: &str) -> String {
    let words: Vec<&str> = name
        .split(['-', '_', ' ', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    let joined = plain(&words.join(" ")).0;
    let mut letters = joined.chars();
    letters.next().map_or("Things to do".to_owned(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn put(party: &mut Party, draft: &Draft, made: Made, record: usize) {
    let Made {
        fields,
        sessions,
        places,
        name,
    } = made;
    let mut place_keys: Vec<String> = places.iter().map(|place| place.key.clone()).collect();
    place_keys.sort_unstable();
    // Where it has no name in the source, what tells it from others: not where it stands,
    // so that the next list gives the same names.
    let source = draft.id.as_ref().map_or_else(
        || {
            let ages = fields
                .get("ages")
                .map(ToString::to_string)
                .unwrap_or_default();
            format!("{} {name} {ages} {}", party.key, place_keys.join(" "))
        },
        |cell| format!("{} {}", party.key, cell.text),
    );
    let ids: Vec<String> = places
        .into_iter()
        .map(|place| place_id(party, place))
        .collect();
    let sessions = sessions.into_iter().filter_map(|(place, mut fields)| {
        fields.insert("place".to_owned(), ids.get(place)?.clone().into());
        Some(fields)
    });
    party.services.push(Entry {
        record,
        id: format!("{}-{}", slug(&name, LONGEST), mark(&source)),
        name: folded(&name),
        place_keys,
        fields,
        sessions: sessions.collect(),
    });
}

/// The id of a place in its organisation, with what another record knew of it besides.
fn place_id(party: &mut Party, place: Kept) -> String {
    if let Some((id, known)) = party
        .places
        .iter_mut()
        .find(|(_, known)| known.key == place.key)
    {
        for (field, value) in place.fields {
            known.fields.entry(field).or_insert(value);
        }
        return id.clone();
    }
    let name = place
        .fields
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let short = slug(name, LONGEST);
    let taken = |id: &str| party.places.iter().any(|(own, _)| own == id);
    let mut id = short.clone();
    let mut number = 2;
    while taken(&id) {
        id = format!("{short}-{number}");
        number += 1;
    }
    party.places.push((id.clone(), place));
    id
}
