//! Which of what was found is shown, the best first.

use super::Finder;
use super::bits::Bits;
use super::found::Hit;
use super::query::{Query, WHEN};
use super::text::NO_TERM;
use crate::activity::listed::Spot;
use crate::activity::timetable::Occurrence;
use crate::activity::when::When;
use crate::clock::Clock;

/// The name of the part of the borough that hits are wanted near to, in addresses.
pub const NEAR: &str = "near";

/// How many hits are shown at once.
pub const PAGE: usize = 20;

/// What nobody has checked for so many days may have changed: it comes after what was.
pub(in crate::activity) const STALE: i32 = 183;

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
    pub(super) fn hits(
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
