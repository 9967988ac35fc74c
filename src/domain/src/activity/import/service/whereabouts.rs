//! Where a service is, and which of its sessions are where.

use serde_json::{Map, Value};

use crate::activity::import::draft::{Draft, Spot};
use crate::activity::import::line::Log;
use crate::activity::import::place::{Borough, Kept};

/// The places, and for each of the record's own where it is among them. Nothing where all
/// of them are outside the borough.
pub(super) fn places(
    draft: &Draft,
    borough: &Borough<'_>,
    name: &str,
    log: &mut Log,
) -> Option<(Vec<Kept>, Vec<Option<usize>>)> {
    let about = draft.about.first().map_or("", |cell| cell.text.as_str());
    let about = format!("{name} {about}");
    let mut places: Vec<Kept> = Vec::new();
    let mut which = Vec::new();
    let mut outside = Vec::new();
    for spot in &draft.places {
        which.push(match borough.read(spot, &about, log) {
            Ok(kept) => {
                let same = places.iter().position(|place| place.key == kept.key);
                Some(same.unwrap_or_else(|| {
                    places.push(kept);
                    places.len() - 1
                }))
            }
            Err(why) => {
                outside.push(why);
                None
            }
        });
    }
    if places.is_empty() && !outside.is_empty() {
        for (field, why) in outside {
            log.refused(&field, why);
        }
        return None;
    }
    for (field, why) in outside {
        log.left_out(&field, why);
    }
    if places.is_empty() && draft.times.iter().any(|time| !time.closed) {
        let nowhere = Spot {
            field: "place".to_owned(),
            ..Default::default()
        };
        places.extend(borough.read(&nowhere, &about, log));
    }
    Some((places, which))
}

/// Puts sessions where they are. Where a record with several places doesn't say, they are
/// at each, and people are told to ask.
pub(super) fn at_places(
    sessions: Vec<(Option<usize>, Map<String, Value>)>,
    places: &[Kept],
    which: &[Option<usize>],
    draft: &Draft,
    log: &mut Log,
) -> Vec<(usize, Map<String, Value>)> {
    let mut all = Vec::new();
    for (place, fields) in sessions {
        match place.map(|place| which.get(place).copied().flatten()) {
            Some(Some(place)) => all.push((place, fields)),
            // Its place is outside the borough.
            Some(None) if draft.places.len() > 1 => {}
            _ if places.len() == 1 => all.push((0, fields)),
            _ => {
                log.repaired("times", format!("Nobody says at which of {} places this is: it's shown at each, with a note to ask.", places.len()));
                for place in 0..places.len() {
                    let mut fields = fields.clone();
                    let note = "Their list doesn't say at which of their places this is. Ask them.";
                    let before = fields.get("note").and_then(Value::as_str);
                    let note = before.map_or(note.to_owned(), |before| format!("{before} {note}"));
                    fields.insert("note".to_owned(), note.into());
                    all.push((place, fields));
                }
            }
        }
    }
    // A rule that stands there twice is one.
    let mut kept: Vec<(usize, Map<String, Value>)> = Vec::new();
    for session in all {
        if !kept.contains(&session) {
            kept.push(session);
        }
    }
    kept
}
