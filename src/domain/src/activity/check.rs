//! Whether things to do make sense: what a reader of one field can't see.

use std::collections::BTreeMap;

use super::export::search_names;
use super::place::Place;
use super::school::SchoolYear;
use super::service::{Organisation, Service};
use super::session::Session;
use super::timetable::Change;
use crate::calendar::LocalDate;
use crate::id::repeated;
use crate::problem::Problem;
use crate::site::Site;

/// Nobody looks for what is further away from the middle of the borough than this, in
/// degrees: about 30 km.
const FAR: f64 = 0.4;

/// Everything wrong with the organisations of a pack, by the path of each.
pub fn check(organisations: &[(&str, &Organisation)], site: &Site) -> Vec<Problem> {
    let mut checker = Checker {
        site,
        problems: Vec::new(),
    };
    let mut services: BTreeMap<&str, &str> = BTreeMap::new();
    for (path, organisation) in organisations {
        let before = checker.problems.len();
        checker.organisation(organisation);
        for (index, service) in organisation.services.iter().enumerate() {
            if let Some(other) = services.insert(service.id.as_str(), path) {
                let text = format!("Service \"{}\" stands in {other} already.", service.id);
                checker.say(format!("/services/{index}/id"), text);
            }
            let localities = site.localities.iter().map(|locality| Some(&locality.id));
            for search in localities.chain([None]).flat_map(search_names) {
                if service.id.as_str() == search {
                    let text = format!(
                        "The calendar of a search is called \"{search}\": choose another id."
                    );
                    checker.say(format!("/services/{index}/id"), text);
                }
            }
        }
        let new = checker.problems.drain(before..);
        let named: Vec<Problem> = new.map(|problem| problem.in_file(path)).collect();
        checker.problems.extend(named);
    }
    checker.problems
}

struct Checker<'a> {
    site: &'a Site,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn say(&mut self, pointer: String, text: impl Into<String>) {
        self.problems.push(Problem::at(pointer, text.into()));
    }

    fn organisation(&mut self, organisation: &Organisation) {
        let places = organisation.places.iter().map(|place| place.id.as_str());
        for (index, id) in repeated(places) {
            let text = format!("Place \"{id}\" stands here twice.");
            self.say(format!("/places/{index}/id"), text);
        }
        for (index, place) in organisation.places.iter().enumerate() {
            self.place(&format!("/places/{index}"), place);
        }
        for (index, service) in organisation.services.iter().enumerate() {
            let at = format!("/services/{index}");
            self.service(&at, service);
            for (place, session) in service.sessions.iter().enumerate() {
                let at = format!("{at}/sessions/{place}");
                if organisation.place(session.place.as_str()).is_none() {
                    let text = format!("There is no place \"{}\" in this file.", session.place);
                    self.say(format!("{at}/place"), text);
                }
                self.session(&at, session);
            }
        }
    }

    fn place(&mut self, at: &str, place: &Place) {
        let Some(locality) = self.site.locality(place.locality.as_str()) else {
            let text = format!("There is no locality \"{}\" in site.json.", place.locality);
            return self.say(format!("{at}/locality"), text);
        };
        let Some(point) = place.point else { return };
        let near = |lat: f64, lon: f64| {
            (lat - locality.lat).abs() < FAR && (lon - locality.lon).abs() < FAR
        };
        if near(point.lon, point.lat) {
            self.say(at.to_owned(), "\"lat\" and \"lon\" are swapped.");
        } else if !near(point.lat, point.lon) {
            let text = format!(
                "This point is far from \"{}\": is it right?",
                place.locality
            );
            self.say(at.to_owned(), text);
        }
    }

    fn service(&mut self, at: &str, service: &Service) {
        let ages = service.ages;
        let ldd = ages.to_ldd.unwrap_or(ages.to);
        if ages.from > ages.to || ages.to > ldd || ldd > 25 {
            self.say(
                format!("{at}/ages"),
                "Ages go from the youngest up to the oldest, 25 at most.",
            );
        }
        if let Some(web) = &service.web
            && (web.contains("://") || web.contains(char::is_whitespace) || web.contains(':'))
        {
            self.say(
                format!("{at}/web"),
                "Write the web site without \"https://\", such as bobbin.example.",
            );
        }
        for (index, tag) in service.languages.iter().enumerate() {
            let right = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
            if tag.len() < 2 || !tag.bytes().all(right) {
                let text = format!("\"{tag}\" is no language: write a tag such as pl or bfi.");
                self.say(format!("{at}/languages/{index}"), text);
            }
        }
    }

    fn session(&mut self, at: &str, session: &Session) {
        let school = &self.site.school;
        let seasonal = session
            .timetable
            .rule
            .as_ref()
            .is_some_and(|rule| rule.season.is_some());
        if seasonal && school.until.is_none() {
            self.say(
                format!("{at}/season"),
                "site.json says nothing of the \"school\" year.",
            );
        }
        // A date that is taken out has to be there, or it is a slip of the pen.
        for change in &session.timetable.changes {
            let (name, date) = match *change {
                Change::Not(date) => ("not", date),
                Change::Cancelled(date) => ("cancelled", date),
                Change::Moved(date, ..) => ("moved", date),
                Change::Also(_) => continue,
            };
            if !was_to_be(session, date, school) {
                let text = format!("It would not be on {date} anyway.");
                self.say(format!("{at}/{name}"), text);
            }
        }
    }
}

/// Whether a session was to be on a date, by its rule or its dates.
pub(super) fn was_to_be(session: &Session, date: LocalDate, school: &SchoolYear) -> bool {
    let timetable = &session.timetable;
    let rule = timetable.rule.as_ref();
    rule.is_some_and(|rule| rule.names(date, school))
        || timetable.changes.contains(&Change::Also(date))
}
