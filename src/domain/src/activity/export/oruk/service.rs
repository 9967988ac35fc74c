//! Services, and services at their locations.

use serde_json::Value;

use super::super::{Source, named_sessions};
use super::schedule::Of;
use super::{Entry, place, record, terms, text};
use crate::activity::place::Place;
use crate::activity::publish::language;
use crate::activity::service::{Cost, Organisation, Service};

/// All services.
pub(super) fn entries(source: &Source<'_>) -> Vec<Entry> {
    let all = source.services().map(|(organisation, service)| {
        let short = short(source, organisation, service);
        Entry {
            id: id(source, service),
            whole: Some(whole(source, organisation, service, short.clone())),
            listed: short,
        }
    });
    all.collect()
}

/// All services at each of their locations.
pub(super) fn at_locations(source: &Source<'_>) -> Vec<Entry> {
    let mut all = Vec::new();
    for (organisation, service) in source.services() {
        let short = short(source, organisation, service);
        for place in places(organisation, service) {
            let mut listed = at_location(source, organisation, service, place);
            if let Some(fields) = listed.as_object_mut() {
                fields.insert("service".to_owned(), short.clone());
            }
            all.push(Entry {
                id: at_location_id(source, organisation, service, place),
                listed,
                whole: None,
            });
        }
    }
    all
}

fn id(source: &Source<'_>, service: &Service) -> String {
    source.uuid(&["service", service.id.as_str()])
}

/// What a list has of a service.
fn short(source: &Source<'_>, organisation: &Organisation, service: &Service) -> Value {
    let site = source.site;
    let status = if service.paused {
        "temporarily closed"
    } else {
        "active"
    };
    let checked = service
        .checked
        .as_ref()
        .map(|checked| checked.on.to_string());
    let ages = service.ages;
    let alert = service.alert.as_ref().map(|alert| source.said(alert));
    record([
        ("id", text(&id(source, service))),
        (
            "organization_id",
            text(&organisation_id(source, organisation)),
        ),
        ("name", text(source.said(&service.name))),
        ("description", text(source.said(&service.about))),
        ("url", service.web.as_deref().and_then(url)),
        ("email", service.email.as_deref().and_then(text)),
        ("status", text(status)),
        ("fees", text(&source.cost(service, None))),
        ("minimum_age", Some(ages.from.into())),
        ("maximum_age", Some(ages.to.into())),
        ("eligibility_description", text(&ages.said(source.words))),
        ("application_process", text(source.said(&service.join))),
        ("assured_date", checked.as_deref().and_then(text)),
        (
            "assurer_email",
            checked.as_ref().and_then(|_| text(&site.contact.email)),
        ),
        ("alert", alert.and_then(text)),
        (
            "last_modified",
            checked
                .as_ref()
                .map(|on| [on, "T00:00:00.000Z"].concat().into()),
        ),
        ("organization", Some(of(source, organisation))),
    ])
}

/// All that there is of a service.
fn whole(
    source: &Source<'_>,
    organisation: &Organisation,
    service: &Service,
    short: Value,
) -> Value {
    let id = id(source, service);
    let at_locations = places(organisation, service)
        .into_iter()
        .map(|place| at_location(source, organisation, service, place));
    let at_locations: Vec<Value> = at_locations.collect();
    let languages = service.languages.iter().map(|tag| {
        record([
            ("id", text(&source.uuid(&["language", &id, tag]))),
            ("service_id", text(&id)),
            ("name", text(&language(tag, source.words))),
            ("code", text(tag)),
        ])
    });
    let languages: Vec<Value> = languages.collect();
    let more = record([
        (
            "schedules",
            Some(schedules(source, organisation, service).into()),
        ),
        (
            "service_areas",
            Some(areas(source, organisation, service, &id).into()),
        ),
        ("service_at_locations", Some(at_locations.into())),
        ("languages", Some(languages.into())),
        ("cost_options", Some(costs(source, service, &id).into())),
        (
            "contacts",
            contact(source, service, &id).map(|it| vec![it].into()),
        ),
        (
            "attributes",
            Some(terms::of_service(source, service, &id).into()),
        ),
    ]);
    match (short, more) {
        (Value::Object(mut short), Value::Object(more)) => {
            short.extend(more);
            Value::Object(short)
        }
        (short, _) => short,
    }
}

fn organisation_id(source: &Source<'_>, organisation: &Organisation) -> String {
    source.uuid(&["organization", organisation.id.as_str()])
}

/// The organisation. Its description may not be missing: ours says what it runs.
fn of(source: &Source<'_>, organisation: &Organisation) -> Value {
    let runs = organisation.services.iter();
    let runs: Vec<&str> = runs.map(|service| source.said(&service.name)).collect();
    record([
        ("id", text(&organisation_id(source, organisation))),
        ("name", text(source.said(&organisation.name))),
        ("description", text(&runs.join(", "))),
    ])
}

/// The places where a service is; where it has no sessions, all of its organisation's.
fn places<'a>(organisation: &'a Organisation, service: &Service) -> Vec<&'a Place> {
    let used = |place: &&Place| {
        let mut sessions = service.sessions.iter();
        service.sessions.is_empty() || sessions.any(|session| session.place == place.id)
    };
    organisation.places.iter().filter(used).collect()
}

fn at_location_id(
    source: &Source<'_>,
    organisation: &Organisation,
    service: &Service,
    place: &Place,
) -> String {
    let (service, organisation) = (service.id.as_str(), organisation.id.as_str());
    source.uuid(&[
        "service_at_location",
        service,
        organisation,
        place.id.as_str(),
    ])
}

fn at_location(
    source: &Source<'_>,
    organisation: &Organisation,
    service: &Service,
    place: &Place,
) -> Value {
    record([
        (
            "id",
            text(&at_location_id(source, organisation, service, place)),
        ),
        ("service_id", text(&id(source, service))),
        ("location_id", text(&place::id(source, organisation, place))),
        (
            "location",
            Some(place::location(source, organisation, place)),
        ),
    ])
}

fn schedules(source: &Source<'_>, organisation: &Organisation, service: &Service) -> Vec<Value> {
    let id = id(source, service);
    let all = named_sessions(service).flat_map(|(name, session)| {
        let place = organisation.place(session.place.as_str());
        let at = place.map(|place| at_location_id(source, organisation, service, place));
        let of = Of {
            source,
            session,
            place,
            name: &name,
            service_id: &id,
            at_location_id: at.as_deref(),
            checked: source.since(service),
        };
        of.schedules()
    });
    all.collect()
}

/// In which parts of the borough it is.
fn areas(
    source: &Source<'_>,
    organisation: &Organisation,
    service: &Service,
    id: &str,
) -> Vec<Value> {
    let used = places(organisation, service);
    let all = source.site.localities.iter();
    let all = all.filter(|locality| used.iter().any(|place| place.locality == locality.id));
    let all = all.map(|locality| {
        let name = source.said(&locality.name);
        record([
            (
                "id",
                text(&source.uuid(&["service_area", id, locality.id.as_str()])),
            ),
            ("service_id", text(id)),
            ("name", text(name)),
            ("service_area", text(name)),
        ])
    });
    all.collect()
}

/// What it costs each time, and where a session differs, what that costs.
fn costs(source: &Source<'_>, service: &Service, id: &str) -> Vec<Value> {
    let option = |key: &str, cost: &Cost, option: Option<String>, said: String| {
        record([
            ("id", text(&source.uuid(&["cost_option", id, key]))),
            ("service_id", text(id)),
            ("option", option.map(Value::from)),
            (
                "amount",
                cost.pence.map(|pence| (f64::from(pence) / 100.0).into()),
            ),
            ("currency", text("GBP")),
            ("amount_description", text(&said)),
        ])
    };
    let mut all = vec![option("", &service.cost, None, source.cost(service, None))];
    all.extend(named_sessions(service).filter_map(|(name, session)| {
        let cost = session.cost.as_ref()?;
        let when = session.timetable.said(source.words);
        Some(option(
            &name,
            cost,
            Some(when),
            source.cost(service, Some(session)),
        ))
    }));
    all
}

/// Whom to ring or write to. It has no name: a name would be taken for a person's.
fn contact(source: &Source<'_>, service: &Service, id: &str) -> Option<Value> {
    let own = source.uuid(&["contact", id]);
    let phone = service.phone.as_ref().map(|number| {
        let phone = record([
            ("id", text(&source.uuid(&["phone", id]))),
            ("contact_id", text(&own)),
            ("number", text(number)),
        ]);
        Value::from(vec![phone])
    });
    (service.phone.is_some() || service.email.is_some()).then(|| {
        record([
            ("id", text(&own)),
            ("service_id", text(id)),
            ("email", service.email.as_deref().and_then(text)),
            ("phones", phone),
        ])
    })
}

fn url(web: &str) -> Option<Value> {
    text(&["https://", web].concat())
}
