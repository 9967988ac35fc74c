//! `OpenActive`: pages of a feed, single items, lists of them.
//!
//! <https://openactive.io/modelling-opportunity-data/>,
//! <https://openactive.io/realtime-paged-data-exchange/>.

mod about;
mod feed;
mod place;
mod times;

use std::collections::BTreeMap;

use serde_json::Value;

use self::about::{ages, modified, organizer, prices, status, words};
use super::draft::{Cell, Draft};
use super::gather::gather;
use super::line::{Line, Log};
use super::node::Node;
use super::plain::{plain, quoted};
use super::{Imported, Setting};
use crate::import::Act;

/// How deep events stand in events.
const DEEPEST: usize = 5;

/// Everything in the files, by the names it is referred to.
pub(super) type Known<'a> = BTreeMap<String, &'a Value>;

/// An event with those that it is part of, the nearest first.
pub(super) struct Chain<'a>(pub(super) Vec<Node<'a>>);

impl<'a> Chain<'a> {
    /// A text of the event, or of the nearest event above that has one.
    pub(super) fn cell(&self, names: &[&str]) -> Option<Cell> {
        self.0.iter().find_map(|node| node.cell(names))
    }

    /// A field in the same way.
    pub(super) fn get(&self, names: &[&str]) -> Option<Node<'a>> {
        self.0.iter().find_map(|node| node.get(names))
    }

    /// A list in the same way.
    pub(super) fn list(&self, names: &[&str]) -> Vec<Node<'a>> {
        self.get(names).map(Node::items).unwrap_or_default()
    }
}

/// Reads a page, an item, or a list of either.
pub fn openactive(files: &[(String, Value)], setting: &Setting<'_>) -> Imported {
    let mut lines = Vec::new();
    let mut known = Known::new();
    let mut items = Vec::new();
    for (file, value) in files {
        let found = unwrap(value);
        if found.is_empty() && !(files.len() > 1 && feed::is_its_end(value)) {
            let text = "There is nothing in it that OpenActive describes.".to_owned();
            lines.push(Line {
                file: file.clone(),
                act: Act::Refused,
                record: "the file".to_owned(),
                field: String::new(),
                text,
            });
        }
        items.extend(
            found
                .into_iter()
                .enumerate()
                .map(|(index, item)| (file, index + 1, item)),
        );
    }
    feed::only_newest(&mut items, &mut lines);
    for (_, _, item) in &items {
        let data = item.get("data").unwrap_or(item);
        for id in names_of(&Node::of(data), item) {
            known.entry(id).or_insert(data);
        }
    }
    let mut drafts: Vec<Draft> = Vec::new();
    let mut parts = Vec::new();
    for (file, number, item) in items {
        let draft = draft(file, number, item, &known, setting);
        // A single session of a series stands with the series.
        match series_of(item, &known) {
            Some(series) => parts.push((series, draft)),
            None => drafts.push(draft),
        }
    }
    for (series, part) in parts {
        let same = |own: &&mut Draft| own.id.as_ref().is_some_and(|id| series.contains(&id.text));
        match drafts.iter_mut().find(same) {
            Some(whole) if !part.log.is_refused() => {
                let mut log = part.log;
                log.repaired(
                    "superEvent",
                    format!("It is a time of {}: it stands there.", whole.log.record),
                );
                whole.log.take(log);
                whole
                    .times
                    .extend(part.times.into_iter().map(|time| super::draft::Time {
                        place: None,
                        ..time
                    }));
            }
            _ => drafts.push(part),
        }
    }
    gather(drafts, None, lines, setting)
}

fn unwrap(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().flat_map(unwrap).collect(),
        Value::Object(fields) => match fields.get("items").and_then(Value::as_array) {
            Some(items) => items.iter().collect(),
            None if kind(&Node::of(value)).is_some()
                || fields.contains_key("data")
                || fields.contains_key("state") =>
            {
                vec![value]
            }
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// What a thing is, without the name of its vocabulary.
fn kind(node: &Node<'_>) -> Option<String> {
    let types = node.get(&["@type", "type"])?.items();
    let first = types.first()?.own()?;
    let name = first
        .text
        .rsplit(['/', ':', '#'])
        .next()
        .unwrap_or_default();
    Some(name.to_owned())
}

fn names_of(data: &Node<'_>, item: &Value) -> Vec<String> {
    let item = Node::of(item);
    let own = [
        data.cell(&["@id"]),
        data.cell(&["id"]),
        data.cell(&["identifier"]),
        item.cell(&["id"]),
    ];
    own.into_iter().flatten().map(|cell| cell.text).collect()
}

/// The names of the series in the files that an item is a single session of.
fn series_of(item: &Value, known: &Known<'_>) -> Option<Vec<String>> {
    let data = item.get("data").unwrap_or(item);
    let above = data.get("superEvent").or_else(|| data.get("facilityUse"))?;
    let name = above.as_str().or_else(|| above.get("@id")?.as_str())?;
    let series = known.get(name)?;
    Some(names_of(&Node::of(series), &Value::Null))
}

fn chain<'a>(data: &'a Value, known: &Known<'a>) -> Chain<'a> {
    let mut all = vec![Node::of(data)];
    while let Some(above) = all.last().and_then(|node| node.get(&["superEvent"])) {
        let found = match above.value {
            Value::String(name) => known.get(name).map(|value| Node {
                value,
                at: above.at.clone(),
            }),
            Value::Object(_) => Some(above),
            _ => None,
        };
        match found {
            Some(node) if all.len() < DEEPEST => all.push(node),
            _ => break,
        }
    }
    Chain(all)
}

fn draft(
    file: &str,
    number: usize,
    item: &Value,
    known: &Known<'_>,
    setting: &Setting<'_>,
) -> Draft {
    let envelope = Node::of(item);
    let data = item.get("data").unwrap_or(item);
    let chain = chain(data, known);
    let name = chain.cell(&["name"]);
    let shown: String = name
        .as_ref()
        .map(|cell| plain(&cell.text).0.chars().take(60).collect())
        .unwrap_or_default();
    let record = if shown.is_empty() {
        format!("item {number}")
    } else {
        format!("item {number} ({shown})")
    };
    let mut log = Log::about(file, record);
    let is_deleted = envelope
        .cell(&["state"])
        .is_some_and(|state| state.text == "deleted");
    let what = kind(&Node::of(data));
    let refusal = match what.as_deref() {
        _ if is_deleted => Some(("state", "Its publisher deleted it.".to_owned())),
        None => Some((
            "data",
            "Nothing says what it is: \"@type\" is missing.".to_owned(),
        )),
        Some("Place" | "SportsActivityLocation" | "VirtualLocation") => {
            Some(("@type", "A place alone is nothing to do.".to_owned()))
        }
        Some("FacilityUse" | "IndividualFacilityUse" | "Slot") => Some((
            "@type",
            "It is a place to hire, and nobody runs anything there.".to_owned(),
        )),
        Some(
            "Event" | "EventSeries" | "SessionSeries" | "ScheduledSession" | "HeadlineEvent"
            | "CourseInstance" | "Course" | "OnDemandEvent",
        ) => None,
        Some(other) => Some(("@type", format!("{} is nothing to do.", quoted(other)))),
    };
    if let Some((field, text)) = refusal {
        log.refused(field, text);
        return Draft {
            log,
            ..Draft::default()
        };
    }
    if name.is_none()
        && let Some(above) = Node::of(data).cell(&["superEvent"])
    {
        log.refused(
            "superEvent",
            format!(
                "It is part of {}, which isn't in this file.",
                quoted(&above.text)
            ),
        );
        return Draft {
            log,
            ..Draft::default()
        };
    }
    let own = Node::of(data);
    let mut draft = Draft {
        log,
        id: own
            .cell(&["@id", "id", "identifier"])
            .or_else(|| envelope.cell(&["id"])),
        name,
        about: [
            chain.cell(&["description"]),
            chain.cell(&["beta:formattedDescription"]),
        ]
        .into_iter()
        .flatten()
        .collect(),
        status: status(&chain),
        free: chain.cell(&["isAccessibleForFree"]),
        prices: prices(&chain),
        webs: chain.cell(&["url"]).into_iter().collect(),
        changed: modified(&envelope),
        ..Draft::default()
    };
    ages(&chain, &mut draft);
    words(&chain, &mut draft);
    organizer(&chain, known, &mut draft);
    place::read(&chain, known, what.as_deref(), &mut draft);
    times::read(&chain, setting, &mut draft);
    draft
}

fn resolved<'a>(node: Node<'a>, known: &Known<'a>) -> Node<'a> {
    let found = node.value.as_str().and_then(|name| known.get(name));
    Node {
        value: found.copied().unwrap_or(node.value),
        at: node.at,
    }
}
