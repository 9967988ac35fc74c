//! Services of Open Referral UK, as drafts.

use std::collections::BTreeSet;

use super::{Record, place, times};
use crate::activity::import::ages;
use crate::activity::import::draft::{Cell, Draft, Price, Tongue};
use crate::activity::import::line::Log;
use crate::activity::import::node::Node;
use crate::activity::import::plain::{plain, quoted};
use crate::activity::import::price;

/// Fields of a service that are read or that have no counterpart here and harm nobody by
/// being left out. Any other is named.
const KNOWN: &str = "
    id organization_id organisation_id organization organisation name alternate_name
    description url email status fees fees_description free accreditations licenses minimum_age
    maximum_age min_age max_age eligibility_description eligibilitys eligibilities assured_date
    assurer_email alert last_modified updated_at created_at schedules regular_schedules
    regular_schedule holiday_schedules holidayScheduleCollection service_areas
    service_at_locations locations languages funding fundings cost_options contacts phones
    attributes service_taxonomys service_taxonomies taxonomies taxonomy_terms
    interpretation_services application_process wait_time program required_documents metadata
    deliverable_type attending_type attending_access reviews additional_urls capacities
    temporarily_closed needs_referral suitabilities send_needs links meta visible approved
    visible_from visible_to pc_targetAudience pc_metadata local_offer distance_away programs
    page age_band_under_2 age_band_2 age_band_3_4 age_band_5_7 age_band_8_plus age_band_all
    score
";

/// The draft of a record. Fields that nobody knows are named once for all records.
pub(super) fn draft(
    file: &str,
    number: usize,
    record: &Record<'_>,
    unknown: &mut BTreeSet<String>,
) -> Draft {
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
        .filter(|field| !KNOWN.split_whitespace().any(|known| known == *field))
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
    // What is told in words beside is only asked where there are no numbers, but for the
    // limit of people with learning difficulties or disabilities: no field has that.
    let numbers = draft.youngest.is_some() || draft.oldest.is_some();
    draft.ages.retain(|cell| {
        ages::told(&cell.text).is_some_and(|told| !numbers || told.to_ldd.is_some())
    });
    terms(node, &mut draft);
    joining(node, &mut draft);
    contacts(node, organisation.as_ref(), record.at.as_ref(), &mut draft);
    place::read(node, record.at.as_ref(), &mut draft);
    times::read(node, record.at.as_ref(), &mut draft);
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
        // Ours, given out and come back: the list is known, and the name in it.
        let list = one
            .cell(&["link_type"])
            .map_or(String::new(), |cell| cell.text);
        let own = match list.as_str() {
            "kind" => Some(&mut draft.kinds),
            "level" => Some(&mut draft.levels),
            "joining" => Some(&mut draft.joining),
            "supports" => Some(&mut draft.supports),
            "locality" | "languages" => continue,
            _ => None,
        };
        if let Some(own) = own {
            own.extend(term.cell(&["code", "name"]));
            continue;
        }
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
    draft.join = node.cell(&["application_process"]);
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
    let says = |price: &Price| {
        let mut cells = price.amount.iter().chain(&price.words);
        cells.any(|cell| price::told(&cell.text).is_some())
    };
    if !words.is_empty() && !prices.iter().any(says) {
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
