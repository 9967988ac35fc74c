//! `OpenActive`: pages of a feed, single items, lists of them.
//!
//! <https://openactive.io/modelling-opportunity-data/>,
//! <https://openactive.io/realtime-paged-data-exchange/>.

use std::collections::BTreeMap;

use serde_json::Value;

use super::draft::{Cell, Draft, Price, Spot};
use super::gather::gather;
use super::line::{Line, Log};
use super::node::Node;
use super::openactive_times as times;
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
        if found.is_empty() {
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
    if name.is_none() {
        if let Some(above) = Node::of(data).cell(&["superEvent"]) {
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
    places(&chain, known, what.as_deref(), &mut draft);
    times::read(&chain, setting, &mut draft);
    draft
}

/// The day of a change, where `modified` is one: it may be any number that grows.
fn modified(envelope: &Node<'_>) -> Option<Cell> {
    let cell = envelope.cell(&["modified"])?;
    if cell.text.bytes().all(|b| b.is_ascii_digit()) {
        let number: i64 = cell.text.parse().ok()?;
        let seconds = if number > 100_000_000_000 {
            number / 1000
        } else {
            number
        };
        // From 2010 to 2100; anything else counts something else.
        let known = (1_262_304_000..4_102_444_800).contains(&seconds);
        let days = i32::try_from(seconds / 86_400).ok().filter(|_| known)?;
        let day = crate::calendar::LocalDate::from_days(days);
        return Some(Cell {
            field: cell.field,
            text: day.to_string(),
        });
    }
    super::dates::date(&cell.text).map(|_| cell)
}

fn status(chain: &Chain<'_>) -> Option<Cell> {
    let cell = chain.cell(&["eventStatus"])?;
    let said = cell.text.rsplit('/').next().unwrap_or_default();
    let words = match said {
        "EventCancelled" => "cancelled",
        "EventPostponed" => "postponed",
        _ => return None,
    };
    Some(Cell {
        field: cell.field,
        text: words.to_owned(),
    })
}

fn ages(chain: &Chain<'_>, draft: &mut Draft) {
    let Some(range) = chain.get(&["ageRange"]) else {
        draft.ages.extend(chain.cell(&["typicalAgeRange"]));
        return;
    };
    draft.youngest = range.cell(&["minValue"]);
    draft.oldest = range.cell(&["maxValue"]);
}

fn words(chain: &Chain<'_>, draft: &mut Draft) {
    let label = |node: &Node<'_>| node.cell(&["prefLabel", "name"]).or_else(|| node.own());
    draft
        .kinds
        .extend(chain.list(&["activity"]).iter().filter_map(label));
    let categories: Vec<Cell> = chain.list(&["category"]).iter().filter_map(label).collect();
    draft.kinds.extend(categories.clone());
    draft.levels.extend(categories);
    draft.supports.extend(
        chain
            .list(&["accessibilitySupport"])
            .iter()
            .filter_map(label),
    );
    for cell in chain
        .list(&["genderRestriction"])
        .iter()
        .filter_map(Node::own)
    {
        let whom = match cell.text.rsplit(['/', ':']).next().unwrap_or_default() {
            "FemaleOnly" => "It is for girls and women.",
            "MaleOnly" => "It is for boys and men.",
            _ => continue,
        };
        draft.besides.push(whom.to_owned());
    }
}

fn prices(chain: &Chain<'_>) -> Vec<Price> {
    let offers = chain.list(&["offers"]);
    let for_elders = |offer: &&Node<'_>| {
        let least = offer
            .get(&["ageRestriction"])
            .and_then(|range| range.cell(&["minValue"]));
        least
            .and_then(|least| super::ages::years(&least.text))
            .is_some_and(|least| least > super::ages::OLDEST)
    };
    offers
        .iter()
        .filter(|offer| !for_elders(offer))
        .map(|offer| Price {
            amount: offer.cell(&["price"]),
            words: offer.cell(&["name"]).into_iter().collect(),
            until: offer.cell(&["validThrough"]),
            currency: offer.cell(&["priceCurrency"]).filter(|_| {
                offer
                    .cell(&["price"])
                    .is_some_and(|price| price.text != "0")
            }),
        })
        .collect()
}

fn organizer<'a>(chain: &Chain<'a>, known: &Known<'a>, draft: &mut Draft) {
    let Some(node) = chain
        .get(&["organizer", "provider"])
        .map(|node| resolved(node, known))
    else {
        return;
    };
    let name = node.cell(&["name"]);
    if kind(&node).as_deref() == Some("Person") {
        draft.person = name;
    } else {
        draft.organisation = name;
    }
    draft.organisation_id = node.cell(&["@id", "id", "identifier"]);
    draft.phones.extend(node.cell(&["telephone"]));
    draft.emails.extend(node.cell(&["email"]));
    draft
        .webs
        .extend(node.cell(&["url"]).filter(|_| draft.webs.is_empty()));
    let leaders = chain.list(&["leader"]);
    let leader = leaders
        .iter()
        .find_map(|leader| leader.cell(&["name", "givenName"]));
    draft.person = draft.person.take().or(leader);
}

fn resolved<'a>(node: Node<'a>, known: &Known<'a>) -> Node<'a> {
    let found = node.value.as_str().and_then(|name| known.get(name));
    Node {
        value: found.copied().unwrap_or(node.value),
        at: node.at,
    }
}

fn places<'a>(chain: &Chain<'a>, known: &Known<'a>, what: Option<&str>, draft: &mut Draft) {
    let mode = chain
        .cell(&["eventAttendanceMode"])
        .map(|cell| cell.text)
        .unwrap_or_default();
    let place = chain.get(&["location"]).map(|node| resolved(node, known));
    let virtual_place = chain.get(&[
        "beta:virtualLocation",
        "virtualLocation",
        "beta:affiliatedLocation",
    ]);
    match (place, virtual_place) {
        (Some(node), _) if node.fields().is_some() => {
            let online = kind(&node).as_deref() == Some("VirtualLocation");
            draft.places.push(Spot {
                online,
                ..spot(&node)
            });
            if draft.phones.is_empty() {
                draft.phones.extend(node.cell(&["telephone"]));
            }
        }
        (_, Some(node)) => draft.places.push(online(&node.at)),
        _ if what == Some("OnDemandEvent") || mode.ends_with("OnlineEventAttendanceMode") => {
            draft.places.push(online("location"));
        }
        // A name alone.
        (Some(node), None) => draft.places.extend(
            node.own()
                .filter(|cell| !cell.text.contains("://"))
                .map(|cell| Spot {
                    field: cell.field.clone(),
                    name: Some(cell),
                    ..Spot::default()
                }),
        ),
        _ => {}
    }
}

fn online(field: &str) -> Spot {
    Spot {
        field: field.to_owned(),
        online: true,
        ..Spot::default()
    }
}

fn spot(node: &Node<'_>) -> Spot {
    let geo = node.get(&["geo"]);
    let degree = |names: &[&str]| {
        geo.as_ref()
            .and_then(|geo| geo.cell(names))
            .or_else(|| node.cell(names))
    };
    let address = node.get(&["address"]);
    let of = |name: &str| address.as_ref().and_then(|address| address.cell(&[name]));
    let mut lines: Vec<Cell> = ["streetAddress", "addressLocality"]
        .iter()
        .filter_map(|name| of(name))
        .collect();
    lines.extend(address.as_ref().and_then(Node::own));
    let amenities = node.list(&["amenityFeature"]);
    let has = amenities
        .iter()
        .filter(|one| one.cell(&["value"]).is_none_or(|value| value.is_yes()));
    // Of what a leisure centre has, only what is in the list is of use here: lockers are not.
    let has = has
        .filter_map(|one| one.cell(&["name"]))
        .filter(|cell| !super::lists::facilities(&cell.text).is_empty());
    Spot {
        field: node.at.clone(),
        name: node.cell(&["name"]),
        address: lines,
        postcode: of("postalCode"),
        country: of("addressCountry"),
        lat: degree(&["latitude"]),
        lon: degree(&["longitude"]),
        has: has.collect(),
        ..Spot::default()
    }
}
