//! From organisations to what the browser gets, in one language.

mod options;
mod terms;

use super::detail::Detail;
use super::find::Wordbook;
use super::listed::{Directory, Ground, ListedPlace, ListedService, ListedSession, NORTH, Spot};
use super::place::Place;
use super::service::{Organisation, Service};
use crate::calendar::LocalDate;
use crate::pack::Map;
use crate::site::Site;
use crate::words::Catalogue;

use self::options::Options;
pub(super) use self::options::language;

/// Everything there is to do, for readers of one language.
pub fn directory(organisations: &[Organisation], site: &Site, words: &Catalogue) -> Directory {
    let ground = ground(site);
    let options = Options::of(organisations, site, words, &ground);
    let mut directory = Directory {
        school: site.school.clone(),
        ground,
        ..Directory::default()
    };
    for organisation in organisations {
        let first = directory.places.len();
        let places = organisation.places.iter();
        directory.places.extend(places.map(|place| ListedPlace {
            name: place.name.clone(),
            spot: spot(place, site, &ground),
            options: options.of_place(place),
        }));
        for service in &organisation.services {
            let listed = listed(organisation, service, site, words, &options, first);
            directory.services.push(listed);
        }
    }
    directory.groups = options.groups;
    directory
}

/// The words that find services of [`directory`], which a browser needs once somebody types.
pub fn wordbook(organisations: &[Organisation], site: &Site, words: &Catalogue) -> Wordbook {
    terms::of(organisations, site, words)
}

/// The page of each service, by its name.
pub fn details(
    organisations: &[Organisation],
    site: &Site,
    map: Option<&Map>,
    words: &Catalogue,
) -> Vec<Detail> {
    let services = organisations.iter().flat_map(|organisation| {
        let services = organisation.services.iter();
        services.map(move |service| (organisation, service))
    });
    services
        .map(|(organisation, service)| Detail::of(organisation, service, site, map, words))
        .collect()
}

fn listed(
    organisation: &Organisation,
    service: &Service,
    site: &Site,
    words: &Catalogue,
    options: &Options,
    first_place: usize,
) -> ListedService {
    let place_of = |id: &str| {
        let mut places = organisation.places.iter();
        places.position(|place| place.id.as_str() == id)
    };
    let mut sessions: Vec<ListedSession> = service
        .sessions
        .iter()
        .map(|session| ListedSession {
            place: place_of(session.place.as_str()).map(|place| place + first_place),
            options: options.of_session(service, session),
            timetable: Some(session.counted(&site.school)),
            cost: session.cost.as_ref().map(|cost| cost.said(words)),
        })
        .collect();
    if sessions.is_empty() {
        // People have to ask when; it is somewhere all the same.
        sessions.push(ListedSession {
            place: (!organisation.places.is_empty()).then_some(first_place),
            options: options.of_cost(&service.cost),
            timetable: None,
            cost: None,
        });
    }
    let ages = service.ages;
    ListedService {
        id: service.id.to_string(),
        name: service.name.clone(),
        cost: service.cost.said(words),
        ages: ages.said(words),
        years: [ages.from, ages.to, ages.to_ldd.unwrap_or(ages.to)],
        // What nobody has checked is as stale as can be.
        checked: (service.checked.as_ref()).map_or(LocalDate::EPOCH, |checked| checked.on),
        paused: service.paused,
        options: options.of_service(service),
        sessions,
    }
}

/// Flat ground round the middle of the borough's localities.
fn ground(site: &Site) -> Ground {
    let count = f64::from(u32::try_from(site.localities.len()).unwrap_or(1).max(1));
    let lat = site.localities.iter().map(|it| it.lat).sum::<f64>() / count;
    let lon = site.localities.iter().map(|it| it.lon).sum::<f64>() / count;
    Ground {
        lat,
        lon,
        east: NORTH * lat.to_radians().cos(),
    }
}

/// Where a place is, or the middle of its locality.
fn spot(place: &Place, site: &Site, ground: &Ground) -> Spot {
    let locality = site.locality(place.locality.as_str());
    let own = place.point.map(|point| (point.lat, point.lon));
    let point = own.or(locality.map(|locality| (locality.lat, locality.lon)));
    point
        .and_then(|(lat, lon)| ground.spot(lat, lon))
        .unwrap_or_default()
}
