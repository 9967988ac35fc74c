//! The groups of options: of each option, the set of sessions that have it.

use super::Finder;
use super::bits::Bits;
use super::query::{AGE, Query, WHEN};
use crate::activity::when::When;
use crate::clock::Clock;

/// The name of the group of the borough's parts.
pub const AREA: &str = "in";

/// The name of the group of what it costs.
pub const COST: &str = "cost";

/// The youngest and the oldest for whom there is anything.
pub const AGES: std::ops::RangeInclusive<u8> = 11..=25;

/// The options of one group.
pub(super) struct Facet {
    pub(super) key: String,
    pub(super) many: bool,
    pub(super) options: Vec<(String, Bits)>,
}

impl Finder {
    pub(super) fn make_facets(&mut self, clock: Clock) {
        let named = When::NAMED.iter();
        let times = named.map(|(when, name)| ((*name).to_owned(), self.at(*when, clock)));
        let mut facets = vec![Facet {
            key: WHEN.to_owned(),
            many: false,
            options: times.collect(),
        }];
        let ages = |oldest: usize| AGES.map(move |age| (age, oldest));
        let of_age = |(age, oldest): (u8, usize)| {
            self.set_of(&|service, _| {
                let years = self.directory.services[service].years;
                (years[0]..=years[oldest]).contains(&age)
            })
        };
        facets.push(Facet {
            key: AGE.to_owned(),
            many: false,
            options: ages(1)
                .map(|age| (age.0.to_string(), of_age(age)))
                .collect(),
        });
        let ldd = ages(2).map(of_age).collect();
        let mut number = 0;
        for group in &self.directory.groups {
            let mut options = Vec::new();
            for option in &group.options {
                let wanted = number;
                options.push((
                    option.key.clone(),
                    self.set_of(&|service, session| {
                        let service = &self.directory.services[service];
                        let session = &service.sessions[session];
                        let place = session
                            .place
                            .and_then(|place| self.directory.places.get(place));
                        service.options.contains(&wanted)
                            || session.options.contains(&wanted)
                            || place.is_some_and(|place| place.options.contains(&wanted))
                    }),
                ));
                number += 1;
            }
            facets.push(Facet {
                key: group.key.clone(),
                many: group.many,
                options,
            });
        }
        self.facets = facets;
        self.ldd = ldd;
    }

    /// The sessions of which something holds, given the places of service and session.
    pub(super) fn set_of(&self, holds: &dyn Fn(usize, usize) -> bool) -> Bits {
        let mut set = Bits::none(self.owners.len());
        for (index, (service, session)) in self.owners.iter().enumerate() {
            if holds(*service as usize, *session as usize) {
                set.set(index);
            }
        }
        set
    }

    /// The sessions that are on at a time.
    fn at(&self, when: When, clock: Clock) -> Bits {
        let window = when.window(clock);
        self.set_of(&|service, session| {
            let service = &self.directory.services[service];
            let timetable = service.sessions[session].timetable.as_ref();
            !service.paused
                && timetable.is_some_and(|timetable| {
                    window
                        .first_of(timetable, &self.directory.school, clock.zone)
                        .is_some()
                })
        })
    }

    /// A date that was chosen is an option from then on.
    pub(super) fn know_date(&mut self, query: &Query, clock: Clock) {
        let date = query.of(WHEN).next();
        let Some((name, when)) = date.and_then(|name| Some((name, When::parse(name)?))) else {
            return;
        };
        let known = |facet: &Facet| facet.options.iter().any(|(key, _)| key == name);
        if self.facets.first().is_some_and(|facet| !known(facet)) {
            let set = self.at(when, clock);
            if let Some(facet) = self.facets.first_mut() {
                facet.options.truncate(When::NAMED.len());
                facet.options.push((name.to_owned(), set));
            }
        }
    }

    pub(super) fn chosen<'a>(&'a self, facet: &'a Facet, query: &Query) -> Vec<&'a Bits> {
        let mut chosen = Vec::new();
        for picked in query.of(&facet.key) {
            if let Some(option) = facet.options.iter().position(|(key, _)| key == picked) {
                let own = &facet.options[option].1;
                let is_age = facet.key == AGE && query.ldd;
                chosen.push(if is_age { &self.ldd[option] } else { own });
            }
        }
        chosen
    }

    pub(super) fn aged<'a>(
        &'a self,
        facet: usize,
        option: usize,
        own: &'a Bits,
        query: &Query,
    ) -> &'a Bits {
        let is_age = facet == 1 && query.ldd;
        if is_age { &self.ldd[option] } else { own }
    }
}
