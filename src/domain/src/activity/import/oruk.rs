//! Open Referral UK 1.0 and 3.0, HSDS 3.0 and Outpost's interface: services with what
//! belongs to them.
//!
//! Read leniently, because the schema is no gate: names of all four are taken wherever
//! they stand. <https://openreferraluk.org>, <https://docs.openreferral.org/en/3.0/>.

mod place;
mod service;
mod times;

use std::collections::BTreeSet;

use serde_json::Value;

use self::service::draft;
use super::draft::Draft;
use super::gather::gather;
use super::line::Line;
use super::node::Node;
use super::{Imported, Setting};
use crate::import::Act;

/// Reads files of services: a service, a list of them, or a page in either wrapper. Each
/// file has its name, which lines carry where there are several.
pub fn oruk(files: &[(String, Value)], setting: &Setting<'_>) -> Imported {
    let mut drafts = Vec::new();
    let mut lines = Vec::new();
    let mut unknown = BTreeSet::new();
    for (file, value) in files {
        let found = records(value, &mut |text, act| {
            lines.push(Line {
                file: file.clone(),
                act,
                record: "the file".to_owned(),
                field: String::new(),
                text,
            });
        });
        for (index, record) in found.into_iter().enumerate() {
            let draft = draft(file, index + 1, &record, &mut unknown);
            merge(&mut drafts, draft);
        }
    }
    gather(drafts, None, lines, setting)
}

/// A record with what stood round it.
struct Record<'a> {
    service: Node<'a>,
    /// A service at a location, where the record is one.
    at: Option<Node<'a>>,
    /// The organisation, where the service stands in it.
    organisation: Option<Node<'a>>,
}

/// The services of a file.
fn records<'a>(value: &'a Value, say: &mut dyn FnMut(String, Act)) -> Vec<Record<'a>> {
    let mut found = Vec::new();
    let top = Node::of(value);
    let wrapped = top.get(&[
        "contents",
        "content",
        "services",
        "service_at_locations",
        "items",
        "data",
        "results",
    ]);
    let is_service = top.get(&["name"]).is_some() && is_a_service(&top);
    let list = match (&top.value, wrapped) {
        (Value::Array(_), _) => top.clone().items(),
        (Value::Object(_), Some(list)) if !is_service => {
            let (page, pages) = (
                number(&top, &["page_number", "number", "page"]),
                number(&top, &["total_pages", "totalPages"]),
            );
            if let (Some(page), Some(pages)) = (page, pages.filter(|pages| *pages > 1)) {
                say(
                    format!("This is page {page} of {pages}: what is on the others isn't in it."),
                    Act::LeftOut,
                );
            }
            list.items()
        }
        _ => vec![top.clone()],
    };
    let alone = !top.value.is_array()
        && list.len() == 1
        && list.first().is_some_and(|one| one.at.is_empty());
    for node in list {
        let here = |node: &Node<'a>| Node::of(node.value);
        if let Some(service) = node
            .get(&["service"])
            .filter(|service| service.fields().is_some())
        {
            found.push(Record {
                service: here(&service),
                at: Some(here(&node)),
                organisation: None,
            });
        } else if let Some(services) = node
            .get(&["services"])
            .filter(|services| services.value.is_array())
        {
            for service in services.items() {
                found.push(Record {
                    service: here(&service),
                    at: None,
                    organisation: Some(here(&node)),
                });
            }
        } else if node.fields().is_none()
            || alone && !(is_a_service(&node) && node.value.get("name").is_some())
        {
            say(
                "It is no service of Open Referral UK.".to_owned(),
                Act::Refused,
            );
        } else {
            found.push(Record {
                service: here(&node),
                at: None,
                organisation: None,
            });
        }
    }
    if found.is_empty() && !alone {
        say("There are no services in it.".to_owned(), Act::Refused);
    }
    found
}

fn number(node: &Node<'_>, names: &[&str]) -> Option<u64> {
    node.get(names)?.value.as_u64()
}

/// Whether an object looks like a service at all, rather than like a schema or a list of
/// categories.
fn is_a_service(node: &Node<'_>) -> bool {
    let own = [
        "status",
        "organization",
        "organisation",
        "organization_id",
        "service_at_locations",
        "schedules",
        "regular_schedules",
        "eligibilitys",
        "cost_options",
        "minimum_age",
        "assured_date",
        "contacts",
        "description",
        "locations",
    ];
    let schema = node
        .get(&["$schema", "properties", "features", "concept"])
        .is_some();
    !schema && node.get(&own).is_some()
}

/// A service that several records put at a place each is one service at several places.
fn merge(drafts: &mut Vec<Draft>, draft: Draft) {
    let id = draft.id.as_ref().map(|cell| cell.text.clone());
    let is_at = draft
        .places
        .iter()
        .any(|place| place.field.starts_with(place::AT));
    let same = |own: &&mut Draft| {
        is_at && id.is_some() && own.id.as_ref().map(|cell| &cell.text) == id.as_ref()
    };
    let Some(first) = drafts.iter_mut().find(same) else {
        drafts.push(draft);
        return;
    };
    let before = first.places.len();
    let text = format!(
        "It is the same service as {} at another place: they are one.",
        first.log.record
    );
    let mut log = draft.log;
    log.repaired("service", text);
    first.log.take(log);
    first.places.extend(draft.places);
    first
        .times
        .extend(draft.times.into_iter().filter_map(|mut time| {
            time.place = Some(before + time.place?);
            Some(time)
        }));
}
