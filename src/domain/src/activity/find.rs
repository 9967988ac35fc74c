//! Finding something to do: filters, search, and what to do where nothing is left.
//!
//! What is filtered are sessions, because "tonight in Leigh" has to be one session that is
//! tonight and in Leigh; what is counted and shown are services. Each option of a filter is
//! a set of bits, made once; so every option's count is there with every key that is
//! pressed.

mod bits;
mod fold;
mod index;
mod query;
mod text;
mod typing;
mod wordbook;

use std::sync::Arc;

use self::bits::Bits;
use self::index::{Index, NOT_FOUND};
use self::text::NO_TERM;
use super::listed::{Directory, ListedSession, Spot};
use super::timetable::Occurrence;
use super::when::{When, upcoming};
use crate::clock::Clock;

pub use fold::words;
pub use query::{AGE, LDD, Query, TEXT, WHEN};
pub use wordbook::{Finds, Part, Wordbook};

/// How many hits are shown at once.
pub const PAGE: usize = 20;

/// What nobody has checked for so many days may have changed: it comes after what was.
pub(super) const STALE: i32 = 183;

/// The youngest and the oldest for whom there is anything.
pub const AGES: std::ops::RangeInclusive<u8> = 11..=25;

/// Services that can be looked through, at one moment.
pub struct Finder {
    directory: Arc<Directory>,
    index: Index,
    /// By session: which service it belongs to, and where it stands there.
    owners: Vec<(u32, u32)>,
    /// By session: when it is next.
    next: Vec<Option<Occurrence>>,
    all: Bits,
    ends: Bits,
    facets: Vec<Facet>,
    /// The ages again, with the limits for people with learning difficulties or disabilities.
    ldd: Vec<Bits>,
}

/// The options of one group.
struct Facet {
    key: String,
    many: bool,
    options: Vec<(String, Bits)>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many services.
    pub total: usize,
    /// Those to show, the best first.
    pub hits: Vec<Hit>,
    /// How many each option would leave, by the names of its group and its own. The times
    /// come first, then the ages, then the directory's groups.
    pub counts: Vec<(String, Vec<(String, usize)>)>,
    /// How many would be left where one of these groups asked for nothing, in the same
    /// order; 0 for a group of which several can be chosen.
    pub any: Vec<usize>,
    /// Where nothing was found: changes that would find something, the nearest first, and
    /// how much.
    pub instead: Vec<(Instead, usize)>,
}

/// A service that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which of the directory's services.
    pub service: usize,
    /// Which of its sessions comes first.
    pub session: usize,
    /// When that is.
    pub when: Option<Occurrence>,
    /// The word that found it.
    pub word: Option<String>,
    /// How far away it is, in metres.
    pub metres: Option<u32>,
    /// Whether nobody has checked it for long.
    pub stale: bool,
}

/// A change that would find something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Another option of a group.
    Option(String, String),
    /// No option of a group.
    Without(String),
    /// Without the text.
    WithoutText,
}

/// How many other options are named of each of the two groups where they help.
const OTHERS: usize = 3;

/// What comes first of hits, as one number, less being better: what runs before what is
/// paused, then how well it was found, how far away it is, its date, what was checked
/// before what was not, and its time. One number, because sorting is code for each type.
fn rank(paused: bool, score: u16, metres: u32, when: Option<Occurrence>, stale: bool) -> u128 {
    let minutes = when.and_then(|when| u64::try_from(when.from.minutes()).ok());
    let minutes = minutes.map_or(u128::from(u32::MAX), u128::from);
    let (day, time) = (minutes / 1_440, minutes % 1_440);
    let mut rank = u128::from(paused);
    for (part, bits) in [
        (u128::from(score), 16),
        (u128::from(metres), 32),
        (day, 24),
        (u128::from(stale), 1),
        (time, 11),
    ] {
        rank = rank << bits | part;
    }
    rank
}

impl Finder {
    /// Makes a directory ready, as of now.
    pub fn new(directory: Arc<Directory>, clock: Clock) -> Self {
        let mut owners = Vec::new();
        for (service, listed) in (0..).zip(&directory.services) {
            owners.extend(
                (0..)
                    .take(listed.sessions.len())
                    .map(|session| (service, session)),
            );
        }
        let mut ends = Bits::none(owners.len());
        for (index, (service, _)) in owners.iter().enumerate() {
            if owners
                .get(index + 1)
                .is_none_or(|(other, _)| other != service)
            {
                ends.set(index);
            }
        }
        let mut finder = Self {
            index: Index::default(),
            all: Bits::all(owners.len()),
            next: Vec::new(),
            facets: Vec::new(),
            ldd: Vec::new(),
            directory,
            owners,
            ends,
        };
        finder.turn_to(clock);
        finder
    }

    /// Takes another moment for now: what is on, and next, may be something else.
    pub fn turn_to(&mut self, clock: Clock) {
        let next = |session: &ListedSession| {
            let timetable = session.timetable.as_ref()?;
            upcoming(timetable, clock, &self.directory.school, 1).pop()
        };
        self.next = self.sessions().map(next).collect();
        self.make_facets(clock);
    }

    /// Takes the words that find services; until then, whatever is typed finds none.
    pub fn know(&mut self, words: Wordbook) {
        self.index = Index::new(words);
    }

    fn sessions(&self) -> impl Iterator<Item = &ListedSession> {
        self.directory
            .services
            .iter()
            .flat_map(|service| &service.sessions)
    }

    fn make_facets(&mut self, clock: Clock) {
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
    fn set_of(&self, holds: &dyn Fn(usize, usize) -> bool) -> Bits {
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

    /// What a query finds now. `here` is where the reader is, if the phone has said so.
    pub fn find(&mut self, query: &Query, here: Option<Spot>, clock: Clock) -> Found {
        self.know_date(query, clock);
        let here = here.or_else(|| self.spot_of(query.of(NEAR).next()?));
        let count = self.directory.services.len();
        let scores = text::search(&self.index, &query.text, count);
        let by_text = scores
            .as_ref()
            .map(|scores| self.set_of(&|service, _| scores[service].0 != NOT_FOUND));
        let chosen: Vec<Vec<&Bits>> = self
            .facets
            .iter()
            .map(|facet| self.chosen(facet, query))
            .collect();
        // What is left where one group asks for nothing.
        let left = |without: Option<usize>| {
            let groups = chosen.iter().enumerate();
            let others = groups.filter(|(index, _)| Some(*index) != without);
            let sets = others.flat_map(|(_, sets)| sets.iter().copied());
            Bits::of_all(&self.all, sets.chain(&by_text))
        };
        let whole = left(None);
        let mut found = Found {
            total: whole.services(&self.all, &self.ends),
            ..Found::default()
        };
        for (index, facet) in self.facets.iter().enumerate() {
            // Of options that all have to hold, each is asked for besides the others.
            let base = left((!facet.many).then_some(index));
            let any = (!facet.many).then(|| base.services(&self.all, &self.ends));
            found.any.push(any.unwrap_or(0));
            let options = facet
                .options
                .iter()
                .enumerate()
                .map(|(option, (key, set))| {
                    let set = self.aged(index, option, set, query);
                    (key.clone(), base.services(set, &self.ends))
                });
            found.counts.push((facet.key.clone(), options.collect()));
        }
        if found.total == 0 {
            let count = |without| left(without).services(&self.all, &self.ends);
            found.instead = self.instead(query, &found.counts, &count);
            if by_text.is_some() {
                let sets = chosen.iter().flatten().copied();
                let without_text = Bits::of_all(&self.all, sets).services(&self.all, &self.ends);
                if without_text > 0 {
                    found.instead.push((Instead::WithoutText, without_text));
                }
            }
        }
        found.hits = self.hits(&whole, query, scores.as_deref(), here, clock);
        found
    }

    /// A date that was chosen is an option from then on.
    fn know_date(&mut self, query: &Query, clock: Clock) {
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

    fn chosen<'a>(&'a self, facet: &'a Facet, query: &Query) -> Vec<&'a Bits> {
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

    fn aged<'a>(&'a self, facet: usize, option: usize, own: &'a Bits, query: &Query) -> &'a Bits {
        let is_age = facet == 1 && query.ldd;
        if is_age { &self.ldd[option] } else { own }
    }

    /// Other parts of the borough, other times, then each thing that was asked for left out.
    fn instead(
        &self,
        query: &Query,
        counts: &[(String, Vec<(String, usize)>)],
        count: &dyn Fn(Option<usize>) -> usize,
    ) -> Vec<(Instead, usize)> {
        let mut instead = Vec::new();
        for (index, (group, options)) in counts.iter().enumerate() {
            if query.of(group).next().is_none() {
                continue;
            }
            if group == WHEN || group == AREA {
                // The nearest parts of the borough; times are in order already.
                let from = query.of(group).next().filter(|_| group == AREA);
                let apart = |key: &str| u128::from(self.metres_between(from, key).unwrap_or(0));
                let mut others: Vec<(u128, usize)> = Vec::new();
                for (place, (key, count)) in options.iter().enumerate() {
                    if *count > 0 {
                        others.push((apart(key), place));
                    }
                }
                others.sort_unstable();
                for (_, place) in others.iter().take(OTHERS) {
                    let (key, count) = &options[*place];
                    instead.push((Instead::Option(group.clone(), key.clone()), *count));
                }
            }
            let without = count(Some(index));
            if without > 0 {
                instead.push((Instead::Without(group.clone()), without));
            }
        }
        instead
    }

    /// The middle of a part of the borough.
    fn spot_of(&self, key: &str) -> Option<Spot> {
        let mut groups = self.directory.groups.iter();
        let area = groups.find(|group| group.key == AREA)?;
        area.options.iter().find(|option| option.key == key)?.spot
    }

    fn metres_between(&self, from: Option<&str>, to: &str) -> Option<u32> {
        Some(self.spot_of(from?)?.metres_to(self.spot_of(to)?))
    }

    fn hits(
        &self,
        set: &Bits,
        query: &Query,
        scores: Option<&[(u16, u32)]>,
        here: Option<Spot>,
        clock: Clock,
    ) -> Vec<Hit> {
        let asked = query.of(WHEN).find_map(When::parse);
        let window = asked.map(|when| when.window(clock));
        let today = clock.today().days();
        let mut best: Vec<(u128, usize)> = Vec::new();
        let mut hits: Vec<Hit> = Vec::new();
        set.for_each(&mut |index| {
            let (service, session) = self.owners[index];
            let listed = &self.directory.services[service as usize];
            let own = &listed.sessions[session as usize];
            let when = match (&window, &own.timetable) {
                (Some(window), Some(timetable)) => {
                    window.first_of(timetable, &self.directory.school, clock.zone)
                }
                _ => self.next[index],
            };
            let place = own.place.and_then(|place| self.directory.places.get(place));
            let metres = here
                .zip(place)
                .map(|(here, place)| here.metres_to(place.spot));
            let found = scores.map_or((0, NO_TERM), |scores| scores[service as usize]);
            let stale = today - listed.checked.days() > STALE;
            let rank = rank(listed.paused, found.0, metres.unwrap_or(0), when, stale);
            let hit = Hit {
                service: service as usize,
                session: session as usize,
                when,
                word: None,
                metres,
                stale,
            };
            // A service stands once, with its best session.
            match (hits.last_mut(), best.last_mut()) {
                (Some(last), Some(before)) if last.service == hit.service => {
                    if rank < before.0 {
                        (*last, before.0) = (hit, rank);
                    }
                }
                _ => {
                    best.push((rank, hits.len()));
                    hits.push(hit);
                }
            }
        });
        best.sort_unstable();
        let shown = best.iter().skip(query.from).take(PAGE);
        shown
            .map(|(_, place)| {
                let hit = hits[*place].clone();
                let term = scores.map(|scores| scores[hit.service].1);
                Hit {
                    word: term.and_then(|term| self.index.named(term)),
                    ..hit
                }
            })
            .collect()
    }
}

/// The name of the group of the borough's parts.
pub const AREA: &str = "in";

/// The name of the group of what it costs.
pub const COST: &str = "cost";

/// The name of the part of the borough that hits are wanted near to, in addresses.
pub const NEAR: &str = "near";

#[cfg(test)]
mod tests;
