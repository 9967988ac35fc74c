//! Finding something to do: filters, search, and what to do where nothing is left.
//!
//! What is filtered are sessions, because "tonight in Leigh" has to be one session that is
//! tonight and in Leigh; what is counted and shown are services. Each option of a filter is
//! a set of bits, made once; so every option's count is there with every key that is
//! pressed.

mod bits;
mod facets;
mod fold;
mod found;
mod index;
mod instead;
mod order;
mod query;
mod text;
mod typing;
mod wordbook;

use std::sync::Arc;

use self::bits::Bits;
use self::facets::Facet;
use self::index::{Index, NOT_FOUND};
use super::listed::{Directory, ListedSession, Spot};
use super::timetable::Occurrence;
use super::when::upcoming;
use crate::clock::Clock;

pub use facets::{AGES, AREA, COST};
pub use fold::words;
pub use found::{Found, Hit, Instead};
pub(super) use order::STALE;
pub use order::{NEAR, PAGE};
pub use query::{AGE, LDD, Query, TEXT, WHEN};
pub use wordbook::{Finds, Part, Wordbook};

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
}

#[cfg(test)]
mod tests;
