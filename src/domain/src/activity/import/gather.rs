//! Services gathered into organisations, one file each.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::draft::Draft;
use super::line::{Line, Log};
use super::place::{Borough, Kept};
use super::plain::{folded, mark, plain, quoted, slug};
use super::service::{self, Made};
use super::{Imported, Setting};
use crate::activity::{Organisation, check};
use crate::json::take;

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

/// A service of the same name, at the same places and for the same ages.
struct Twin {
    party: usize,
    entry: usize,
    record: usize,
    /// Whether it has all times of the other.
    says_it_all: bool,
}

fn same_thing(parties: &[Party], made: &Made) -> Option<Twin> {
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

fn add_times(party: &mut Party, entry: usize, made: Made) {
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

/// The files, each read and checked as a pack's are. What still isn't right is refused with
/// what the check says.
fn files(
    parties: Vec<Party>,
    mut logs: Vec<&mut Log>,
    setting: &Setting<'_>,
) -> Vec<(String, Value)> {
    let mut files = Vec::new();
    for mut party in parties {
        loop {
            let Some((id, value)) = file(&party, &mut logs) else {
                break;
            };
            let read = take::<Organisation>(value.clone()).and_then(|organisation| {
                let problems = check(&[("", &organisation)], setting.site);
                if problems.is_empty() {
                    Ok(())
                } else {
                    Err(problems)
                }
            });
            match read {
                Ok(()) => {
                    files.push((format!("activities/{id}.json"), value));
                    break;
                }
                Err(problems) => {
                    let mut gone: Vec<usize> = Vec::new();
                    for problem in &problems {
                        let mut steps = problem.pointer.split('/').skip(1);
                        let of_service = steps.next() == Some("services");
                        let index = steps
                            .next()
                            .and_then(|index| index.parse().ok())
                            .unwrap_or(0);
                        let index = if of_service { index } else { 0 };
                        let field: Vec<&str> = steps.collect();
                        let record = party.services.get(index).map(|entry| entry.record);
                        if let Some(log) = record.and_then(|record| logs.get_mut(record)) {
                            log.refused(&field.join("/"), problem.text.clone());
                        }
                        gone.push(index);
                    }
                    // Each round leaves out one at least, so it ends.
                    let mut index = 0;
                    party.services.retain(|_| {
                        index += 1;
                        !gone.contains(&(index - 1))
                    });
                }
            }
        }
    }
    files
}

/// The file of an organisation; nothing where no service is left.
fn file(party: &Party, logs: &mut [&mut Log]) -> Option<(String, Value)> {
    let first = party.services.first()?;
    let name = party.name.clone().unwrap_or_else(|| {
        let only = first.fields.get("name").and_then(Value::as_str);
        let name = match only.filter(|_| party.services.len() == 1) {
            Some(only) => only.to_owned(),
            None => "Name not known".to_owned(),
        };
        if let Some(log) = logs.get_mut(first.record) {
            let text = format!(
                "Nobody says what the organisation is called: {} is shown.",
                quoted(&name)
            );
            log.repaired("organization", text);
        }
        name
    });
    let id = format!("{}-{}", slug(&name, LONGEST), mark(&party.key));
    let alone = party.services.len() == 1;
    let used = |place: &str| {
        // Where people have to ask when something is, they still see where.
        if alone {
            return true;
        }
        let mut sessions = party.services.iter().flat_map(|entry| &entry.sessions);
        sessions.any(|session| session.get("place").and_then(Value::as_str) == Some(place))
    };
    let places: Vec<Value> = party
        .places
        .iter()
        .filter(|(id, _)| used(id))
        .map(|(id, place)| {
            let mut fields = place.fields.clone();
            fields.insert("id".to_owned(), id.clone().into());
            Value::Object(fields)
        })
        .collect();
    let mut ids: Vec<String> = Vec::new();
    let services: Vec<Value> = party
        .services
        .iter()
        .map(|entry| {
            let mut fields = entry.fields.clone();
            let mut id = entry.id.clone();
            while ids.contains(&id) {
                id.push('x');
            }
            ids.push(id.clone());
            fields.insert("id".to_owned(), id.into());
            fields.insert(
                "sessions".to_owned(),
                entry.sessions.iter().cloned().map(Value::Object).collect(),
            );
            Value::Object(fields)
        })
        .collect();
    Some((
        id.clone(),
        json!({"id": id, "name": name, "places": places, "services": services}),
    ))
}
