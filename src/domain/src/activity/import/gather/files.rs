//! Organisations as files of a pack.

use serde_json::{Value, json};

use super::{LONGEST, Party};
use crate::activity::import::Setting;
use crate::activity::import::line::Log;
use crate::activity::import::plain::{mark, quoted, slug};
use crate::activity::{Organisation, check};
use crate::json::take;

/// The files, each read and checked as a pack's are. What still isn't right is refused with
/// what the check says.
pub(super) fn files(
    parties: Vec<Party>,
    mut logs: Vec<&mut Log>,
    setting: &Setting<'_>,
) -> Vec<(String, Value)> {
    let mut files = Vec::new();
    for mut party in parties {
        while let Some((id, value)) = file(&party, &mut logs) {
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
