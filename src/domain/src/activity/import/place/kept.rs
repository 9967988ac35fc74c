//! A place as it is kept.

use serde_json::{Map, Value};

use super::Kept;
use crate::activity::import::draft::{Cell, Spot};
use crate::activity::import::line::Log;
use crate::activity::import::lists;
use crate::activity::import::plain::{folded, plain, quoted};

/// Makes a place of what a record says, in the locality that it is in.
pub(super) fn kept(
    spot: &Spot,
    locality: &str,
    point: Option<(f64, f64)>,
    find: Option<String>,
    postcode: Option<&Cell>,
    log: &mut Log,
) -> Kept {
    let mut lines: Vec<String> = Vec::new();
    if spot.masked.is_none() && !spot.online {
        for cell in spot.address.iter().chain(postcode) {
            let text = plain(&cell.text).0;
            let text = text.trim_matches([',', ' ']).to_owned();
            let known = lines.iter().any(|line| folded(line) == folded(&text));
            // Half a postcode is no address.
            let whole = postcode != Some(cell) || text.contains(' ');
            if !text.is_empty() && !known && whole {
                lines.push(text);
            }
        }
    }
    let mut name = spot
        .name
        .as_ref()
        .map(|cell| plain(&cell.text).0)
        .unwrap_or_default();
    let is_numbers = |name: &str| {
        name.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-'))
    };
    if is_numbers(&name) {
        if let Some(cell) = spot.name.as_ref().filter(|_| !name.is_empty()) {
            log.repaired(
                &cell.field,
                format!("{} is no name of a place.", quoted(&cell.text)),
            );
        }
        name = lines.first().cloned().unwrap_or_default();
    }
    let unnamed = name.is_empty();
    if unnamed {
        (if spot.online {
            "Online"
        } else {
            "Ask them where"
        })
        .clone_into(&mut name);
    }
    lines.retain(|line| folded(line) != folded(&name));
    let address = lines.join(", ");
    let mut fields = Map::new();
    let mut put = |field: &str, value: Value| fields.insert(field.to_owned(), value);
    put("name", name.clone().into());
    put("locality", locality.into());
    let kind = if spot.online {
        Some("online")
    } else {
        lists::place_kind(&name)
    };
    if let Some(kind) = kind {
        put("kind", kind.into());
    }
    if !address.is_empty() {
        put("address", address.clone().into());
    }
    if let Some((lat, lon)) = point {
        let short = |degrees: f64| (degrees * 100_000.0).round() / 100_000.0;
        put("lat", short(lat).into());
        put("lon", short(lon).into());
    }
    let has = has(spot, log);
    if !has.is_empty() {
        put("has", has.into());
    }
    if let Some(find) = find.filter(|find| !find.is_empty()) {
        put("find", find.into());
    }
    let said = if address.is_empty() {
        name.clone()
    } else {
        format!("{name}, {address}")
    };
    let key = format!("{} {locality}", folded(&said));
    let said = if unnamed { address } else { said };
    Kept { fields, key, said }
}

fn has(spot: &Spot, log: &mut Log) -> Vec<&'static str> {
    let mut has: Vec<&'static str> = Vec::new();
    for cell in &spot.has {
        let named = lists::facilities(&cell.text);
        if named.is_empty() && !cell.is_no() {
            let text = format!(
                "{} is none of the things that a place can have.",
                quoted(&cell.text)
            );
            log.left_out(&cell.field, text);
        }
        has.extend(
            named
                .into_iter()
                .filter(|name| !has.contains(name))
                .collect::<Vec<_>>(),
        );
    }
    has
}
