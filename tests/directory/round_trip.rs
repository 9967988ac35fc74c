//! The shipped pack given out as Open Referral UK 3.0, and taken in again.

use std::collections::{BTreeMap, BTreeSet};

use hark::BoroughZone;
use hark_domain::activity::export::Export;
use hark_domain::activity::{Organisation, Place, PlaceKind, Service, Session, import};
use hark_domain::calendar::LocalDate;
use hark_domain::json;
use hark_domain::site::Site;
use hark_domain::text::Text;
use hark_tests::packs;
use serde_json::Value;

use crate::borough::into;

/// How far dates are compared from the day of the import on, in days.
const AHEAD: i32 = 200;

/// Every page of services' whole records.
fn exported(organisations: &[Organisation], site: &Site) -> Vec<(String, Value)> {
    let zone = BoroughZone::of(site);
    let export = Export::of(organisations, site, &packs::words(), &|at| zone.offset(at));
    let single = export.files.into_iter().filter(|(path, _)| {
        path.strip_prefix("services/")
            .is_some_and(|name| !name.contains('/') && name != "index.json")
    });
    single
        .map(|(path, file)| (path, serde_json::from_str(&file.text).unwrap()))
        .collect()
}

/// What is to come of a session: the date, and the times.
fn ahead(session: &Session, site: &Site) -> Vec<String> {
    let first = LocalDate::parse("2026-11-24").unwrap().days();
    let timetable = session.counted(&site.school);
    let mut dates = Vec::new();
    for day in (first..first + AHEAD).map(LocalDate::from_days) {
        timetable.on(day, &site.school, &mut |it| {
            if !it.cancelled {
                // Day and night is from midnight to midnight.
                let to = it.to.time.to_string().replace("23:59", "00:00");
                dates.push(format!("{} {}-{to}", it.from.day, it.from.time));
            }
        });
    }
    dates
}

/// When it is, and at which place.
fn dates(organisation: &Organisation, service: &Service, site: &Site) -> BTreeSet<String> {
    let mut dates = BTreeSet::new();
    for session in &service.sessions {
        let place = organisation.place(session.place.as_str()).unwrap();
        let place = place.name.pick("en");
        let ahead = ahead(session, site).into_iter();
        dates.extend(ahead.map(|when| format!("{when} {place}")));
    }
    dates
}

/// The services of some organisations by the names of both, which are different for each.
fn by_name(all: &[Organisation]) -> BTreeMap<String, (&Organisation, &Service)> {
    let mut named = BTreeMap::new();
    for organisation in all {
        for service in &organisation.services {
            let name = format!(
                "{}: {}",
                organisation.name.pick("en"),
                service.name.pick("en")
            );
            assert!(named.insert(name, (organisation, service)).is_none());
        }
    }
    named
}

/// What has to survive of a service, a line each.
fn facts(organisation: &Organisation, service: &Service, site: &Site) -> BTreeSet<String> {
    let said = |text: &Option<Text>| text.as_ref().map(|text| text.pick("en").to_owned());
    let checked = service.checked.as_ref().map(|checked| checked.on);
    let mut supports = service.supports.clone();
    supports.sort_unstable();
    let mut facts = dates(organisation, service, site);
    facts.extend([
        format!("ages {} to {}", service.ages.from, service.ages.to),
        // A limit below 20 is not told from an age for everybody.
        format!("ldd {:?}", service.ages.to_ldd.filter(|to| *to >= 20)),
        format!("pence {:?}", service.cost.pence),
        format!("kind {}", service.kind.key()),
        format!("level {}", service.level.key()),
        format!("joining {}", service.joining.key()),
        format!("join {}", service.join.pick("en")),
        format!("about {}", service.about.pick("en")),
        format!("supports {supports:?}"),
        format!("languages {:?}", service.languages),
        format!("paused {}", service.paused),
        format!("alert {:?}", said(&service.alert)),
        format!(
            "reached {:?} {:?} {:?}",
            service.phone, service.web, service.email
        ),
        format!("checked {checked:?}"),
    ]);
    facts.extend(places(organisation, service, site));
    facts
}

/// Where it is still to be: an import leaves out what is over.
fn places(organisation: &Organisation, service: &Service, site: &Site) -> BTreeSet<String> {
    let coming = service.sessions.iter();
    let coming = coming.filter(|session| !ahead(session, site).is_empty());
    let coming: Vec<&str> = coming.map(|session| session.place.as_str()).collect();
    let used = |place: &&Place| service.sessions.is_empty() || coming.contains(&place.id.as_str());
    let said = |place: &Place| {
        let mut has = place.has.clone();
        has.sort_unstable();
        let online = place.kind == Some(PlaceKind::Online);
        let name = place.name.pick("en");
        let point = place.point.map(|point| (point.lat, point.lon));
        format!(
            "place {name} {} {point:?} {has:?} online {online}",
            place.locality
        )
    };
    organisation.places.iter().filter(used).map(said).collect()
}

/// What can't survive, because Open Referral UK has no field for it: the sentence of
/// `welcome`, the words that find a service, what sort of place it is but online, a street
/// without a postcode (it comes back as the way to find the place), prices of single sessions,
/// who checked, and whether a date was cancelled, moved or never to be.
#[test]
fn what_is_given_out_comes_in_again() {
    let (_, pack) = hark::folder::pack(&packs::shipped()).unwrap();
    let files = exported(&pack.organisations, &pack.site);
    let imported = into(&pack.site, |setting| import::oruk(&files, setting));
    let again = imported.files.into_iter();
    let again: Vec<Organisation> = again.map(|(_, file)| json::take(file).unwrap()).collect();
    let (before, after) = (by_name(&pack.organisations), by_name(&again));
    assert!(before.len() > 100);
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    for (name, (organisation, service)) in before {
        let (new_organisation, new) = after[&name];
        let own = facts(organisation, service, &pack.site);
        // The prices of single sessions become words of the service's.
        if service
            .sessions
            .iter()
            .all(|session| session.cost.is_none())
        {
            assert_eq!(new.cost, service.cost, "{name}");
        }
        let new = facts(new_organisation, new, &pack.site);
        let lost: Vec<&String> = own.difference(&new).collect();
        let made: Vec<&String> = new.difference(&own).collect();
        assert!(
            lost.is_empty() && made.is_empty(),
            "{name}: {lost:#?} became {made:#?}"
        );
    }
}

/// An address is given out where all is known that Open Referral asks of one, and nothing
/// of it is made up.
#[test]
fn an_address_is_whole_or_not_there() {
    let (_, mut pack) = hark::folder::pack(&packs::shipped()).unwrap();
    let place = &mut pack.organisations[0].places[0];
    place.address = Some("1 Mill Lane, Weir WN7 1AA".to_owned());
    let own = place.name.pick("en").to_owned();
    let mut whole = 0;
    for (path, service) in exported(&pack.organisations, &pack.site) {
        for at in service["service_at_locations"].as_array().unwrap() {
            let location = &at["location"];
            for address in location["addresses"].as_array().into_iter().flatten() {
                let field = |name: &str| address[name].as_str().unwrap_or_default();
                for needed in ["address_1", "city", "state_province", "postal_code"] {
                    assert!(!field(needed).is_empty(), "{path}: {needed}");
                }
                assert_eq!(
                    (field("country"), field("address_type")),
                    ("GB", "physical")
                );
                if location["name"] == *own {
                    assert_eq!(field("address_1"), "1 Mill Lane");
                    assert_eq!((field("city"), field("postal_code")), ("Weir", "WN7 1AA"));
                    whole += 1;
                }
            }
        }
    }
    assert!(whole > 0);
}
