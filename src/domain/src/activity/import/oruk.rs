//! Open Referral UK 1.0 and 3.0, HSDS 3.0 and Outpost's interface: services with what
//! belongs to them.
//!
//! Read leniently, because the schema is no gate: names of all four are taken wherever
//! they stand. <https://openreferraluk.org>, <https://docs.openreferral.org/en/3.0/>.

use std::collections::BTreeSet;

use serde_json::Value;

use super::draft::{Cell, Draft, Price, Tongue};
use super::gather::gather;
use super::line::{Line, Log};
use super::node::Node;
use super::plain::{plain, quoted};
use super::{Imported, Setting, oruk_place, oruk_times};
use crate::import::Act;

/// Fields of a service that are read or that have no counterpart here and harm nobody by
/// being left out. Any other is named.
const KNOWN: [&str; 75] = [
    "id",
    "organization_id",
    "organisation_id",
    "organization",
    "organisation",
    "name",
    "alternate_name",
    "description",
    "url",
    "email",
    "status",
    "fees",
    "fees_description",
    "free",
    "accreditations",
    "licenses",
    "minimum_age",
    "maximum_age",
    "min_age",
    "max_age",
    "eligibility_description",
    "eligibilitys",
    "eligibilities",
    "assured_date",
    "assurer_email",
    "alert",
    "last_modified",
    "updated_at",
    "created_at",
    "schedules",
    "regular_schedules",
    "regular_schedule",
    "holiday_schedules",
    "holidayScheduleCollection",
    "service_areas",
    "service_at_locations",
    "locations",
    "languages",
    "funding",
    "fundings",
    "cost_options",
    "contacts",
    "phones",
    "attributes",
    "service_taxonomys",
    "service_taxonomies",
    "taxonomies",
    "taxonomy_terms",
    "interpretation_services",
    "application_process",
    "wait_time",
    "program",
    "required_documents",
    "metadata",
    "deliverable_type",
    "attending_type",
    "attending_access",
    "reviews",
    "additional_urls",
    "capacities",
    "temporarily_closed",
    "needs_referral",
    "suitabilities",
    "send_needs",
    "links",
    "meta",
    "visible",
    "approved",
    "visible_from",
    "visible_to",
    "pc_targetAudience",
    "pc_metadata",
    "local_offer",
    "distance_away",
    "programs",
];

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
                number(&top, &["page_number", "number"]),
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

fn draft(file: &str, number: usize, record: &Record<'_>, unknown: &mut BTreeSet<String>) -> Draft {
    let node = &record.service;
    let name = node.cell(&["name"]);
    let called = name
        .as_ref()
        .map(|cell| plain(&cell.text).0)
        .filter(|name| !name.is_empty());
    let shown: Option<String> = called.map(|name| name.chars().take(60).collect());
    let mut log = Log::about(
        file,
        match shown {
            Some(name) => format!("service {number} ({name})"),
            None => format!("service {number}"),
        },
    );
    let Some(fields) = node.fields() else {
        log.refused("", "It is no service: services are objects, written { … }.");
        return Draft {
            log,
            ..Draft::default()
        };
    };
    for field in fields
        .keys()
        .filter(|field| !KNOWN.contains(&field.as_str()))
    {
        if unknown.insert(field.clone()) {
            log.left_out(
                field,
                format!(
                    "Nothing called {} is known here. It's named once, whatever has it.",
                    quoted(field)
                ),
            );
        }
    }
    let organisation = node
        .get(&["organization", "organisation"])
        .or(record.organisation.clone());
    let of = |names: &[&str]| organisation.as_ref().and_then(|node| node.cell(names));
    let organisation_id =
        of(&["id"]).or_else(|| node.cell(&["organization_id", "organisation_id"]));
    let mut draft = Draft {
        log,
        id: node.cell(&["id"]),
        organisation: of(&["name"]),
        organisation_id,
        name,
        about: node.cell(&["description"]).into_iter().collect(),
        status: status(node),
        alert: node.cell(&["alert"]),
        youngest: node.cell(&["minimum_age", "min_age"]),
        oldest: node.cell(&["maximum_age", "max_age"]),
        free: node.cell(&["free"]),
        prices: prices(node),
        languages: languages(node),
        assured: node.cell(&["assured_date"]),
        changed: node.cell(&["last_modified", "updated_at"]),
        ..Draft::default()
    };
    draft.ages.extend(node.cell(&["eligibility_description"]));
    for one in node.list(&["eligibilitys", "eligibilities"]) {
        draft.youngest = draft.youngest.or_else(|| one.cell(&["minimum_age"]));
        draft.oldest = draft.oldest.or_else(|| one.cell(&["maximum_age"]));
        let words = one.cell(&["eligibility"]);
        draft
            .ages
            .extend(words.filter(|_| draft.youngest.is_none() && draft.oldest.is_none()));
    }
    // What is told in words beside is only asked where there are no numbers.
    if draft.youngest.is_some() || draft.oldest.is_some() {
        draft.ages.clear();
    }
    draft
        .ages
        .retain(|cell| super::ages::told(&cell.text).is_some());
    terms(node, &mut draft);
    joining(node, &mut draft);
    contacts(node, organisation.as_ref(), record.at.as_ref(), &mut draft);
    oruk_place::read(node, record.at.as_ref(), &mut draft);
    oruk_times::read(node, record.at.as_ref(), &mut draft);
    draft
}

fn status(node: &Node<'_>) -> Option<Cell> {
    let says = |name: &str, no: bool, words: &str| {
        let cell = node.cell(&[name])?;
        let said = if no { cell.is_no() } else { cell.is_yes() };
        said.then(|| Cell {
            field: cell.field,
            text: words.to_owned(),
        })
    };
    says("visible", true, "not visible")
        .or_else(|| says("approved", true, "not approved"))
        .or_else(|| says("temporarily_closed", false, "temporarily closed"))
        .or_else(|| node.cell(&["status"]))
}

/// Categories, levels and whom it supports: terms hang on a service in four ways.
fn terms(node: &Node<'_>, draft: &mut Draft) {
    for one in node.list(&["attributes"]) {
        let Some(term) = one.get(&["taxonomy_term"]) else {
            continue;
        };
        let named = term.cell(&["name", "term"]);
        draft.kinds.extend(named.clone());
        draft.levels.extend(named);
        draft.supports.extend(term.cell(&["name", "term"]));
    }
    let all = [
        "service_taxonomys",
        "service_taxonomies",
        "taxonomies",
        "taxonomy_terms",
    ];
    for name in all {
        for one in node.list(&[name]) {
            let term = one
                .get(&["taxonomy", "taxonomy_term"])
                .filter(|term| term.fields().is_some());
            let term = term.as_ref().unwrap_or(&one);
            let named = term.cell(&["name", "label", "term"]).or_else(|| term.own());
            draft.kinds.extend(named.clone());
            draft.levels.extend(named);
        }
    }
    for one in node.list(&["suitabilities", "send_needs"]) {
        draft
            .supports
            .extend(one.cell(&["name", "label"]).or_else(|| one.own()));
    }
}

fn joining(node: &Node<'_>, draft: &mut Draft) {
    if let Some(cell) = node.cell(&["needs_referral"]).filter(Cell::is_yes) {
        draft.joining.push(Cell {
            field: cell.field,
            text: "referral".to_owned(),
        });
    }
    let access = node
        .get(&["attending_access"])
        .map(Node::items)
        .unwrap_or_default();
    draft.joining.extend(access.iter().filter_map(Node::own));
    draft.joining.extend(node.cell(&["application_process"]));
}

fn prices(node: &Node<'_>) -> Vec<Price> {
    let mut prices: Vec<Price> = node
        .list(&["cost_options"])
        .iter()
        .map(|one| Price {
            amount: one.cell(&["amount"]),
            words: [
                one.cell(&["option"]),
                one.cell(&["amount_description", "cost_type"]),
            ]
            .into_iter()
            .flatten()
            .collect(),
            until: one.cell(&["valid_to"]),
            currency: one.cell(&["currency"]),
        })
        .collect();
    let words: Vec<Cell> = node
        .cell(&["fees", "fees_description"])
        .into_iter()
        .collect();
    if !words.is_empty() && prices.is_empty() {
        prices.push(Price {
            words,
            ..Price::default()
        });
    }
    prices
}

fn languages(node: &Node<'_>) -> Vec<Tongue> {
    node.list(&["languages"])
        .iter()
        .map(|one| Tongue {
            field: one.at.clone(),
            name: one.cell(&["name", "language"]).or_else(|| one.own()),
            code: one.cell(&["code"]),
        })
        .collect()
}

/// Numbers, addresses and sites: those of the service before those of its organisation.
/// Those of people who are named stay, the names don't.
fn contacts(
    node: &Node<'_>,
    organisation: Option<&Node<'_>>,
    at: Option<&Node<'_>>,
    draft: &mut Draft,
) {
    draft.webs.extend(node.cell(&["url", "website"]));
    draft.emails.extend(node.cell(&["email"]));
    for holder in [Some(node), at, organisation].into_iter().flatten() {
        for one in holder.list(&["contacts"]) {
            if one.cell(&["visible"]).is_some_and(|cell| cell.is_no()) {
                continue;
            }
            draft.person = draft.person.take().or_else(|| one.cell(&["name"]));
            draft.phones.extend(one.cell(&["phone"]));
            phones(&one, draft);
        }
        phones(holder, draft);
    }
    if draft.webs.is_empty() {
        draft
            .webs
            .extend(organisation.and_then(|node| node.cell(&["website", "url"])));
    }
    if draft.emails.is_empty() {
        draft
            .emails
            .extend(organisation.and_then(|node| node.cell(&["email"])));
    }
}

fn phones(holder: &Node<'_>, draft: &mut Draft) {
    for phone in holder.list(&["phones"]) {
        let number = phone.cell(&["number"]).or_else(|| phone.own());
        let known = |cell: &Cell| draft.phones.iter().any(|own| own.text == cell.text);
        if let Some(cell) = number.filter(|cell| !known(cell)) {
            draft.phones.push(cell);
        }
    }
}

/// A service that several records put at a place each is one service at several places.
fn merge(drafts: &mut Vec<Draft>, draft: Draft) {
    let id = draft.id.as_ref().map(|cell| cell.text.clone());
    let is_at = draft
        .places
        .iter()
        .any(|place| place.field.starts_with(oruk_place::AT));
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
