//! Things to do as the browser gets them: ready to be looked through.
//!
//! Everything that hangs neither on the reader nor on the time is worked out beforehand, in
//! each language: a card has its words, a filter its options with their names, a place its
//! metres. So the wasm has neither the model of a pack nor the words of its lists.

mod read;

use super::school::SchoolYear;
use super::timetable::Timetable;
use crate::calendar::LocalDate;
use crate::text::Text;

/// Everything there is to do, in one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    /// The school year.
    pub school: SchoolYear,
    /// From degrees to metres.
    pub ground: Ground,
    /// What can be asked for besides a time and an age.
    pub groups: Vec<Group>,
    /// Where sessions are.
    pub places: Vec<ListedPlace>,
    /// What there is to do.
    pub services: Vec<ListedService>,
}

/// How metres are counted: a borough is small enough to be flat.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ground {
    /// Where both coordinates are 0, degrees (WGS 84).
    pub lat: f64,
    /// The same.
    pub lon: f64,
    /// Metres of a degree of longitude there.
    pub east: f64,
}

/// Metres of a degree of latitude: the mean of the meridian (WGS 84).
pub const NORTH: f64 = 111_133.0;

/// A point of the borough, in metres.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// To the east.
    pub x: i32,
    /// To the north.
    pub y: i32,
}

/// Options of which one may be chosen, or some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in addresses, such as "kind".
    pub key: String,
    /// Its name on the screen.
    pub title: String,
    /// Whether several can be chosen, which then all have to hold.
    pub many: bool,
    /// What can be chosen.
    pub options: Vec<Choosable>,
}

/// One option of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// Its name in addresses.
    pub key: String,
    /// Its name on the screen.
    pub name: Text,
    /// Its middle, of a part of the borough.
    pub spot: Option<Spot>,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPlace {
    /// What it is called.
    pub name: Text,
    /// Where it is, or the middle of its part of the borough.
    pub spot: Spot,
    /// What of the groups' options is true there, as numbers: options are counted through
    /// all groups.
    pub options: Vec<usize>,
}

/// A service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedService {
    /// Its name in addresses.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// What it costs, said.
    pub cost: String,
    /// For which ages it is, said.
    pub ages: String,
    /// The youngest, the oldest, and the oldest with learning difficulties or disabilities.
    pub years: [u8; 3],
    /// When somebody last made sure.
    pub checked: LocalDate,
    /// Whether it is not running for now.
    pub paused: bool,
    /// What of the groups' options is true of it.
    pub options: Vec<usize>,
    /// Where and when; one at least.
    pub sessions: Vec<ListedSession>,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSession {
    /// Which of the places, if it is at any.
    pub place: Option<usize>,
    /// What of the groups' options is true of it.
    pub options: Vec<usize>,
    /// When; nothing where people have to ask.
    pub timetable: Option<Timetable>,
    /// What it costs, said, where that differs from the service.
    pub cost: Option<String>,
}

impl Directory {
    /// The option of a number.
    pub fn option(&self, number: usize) -> Option<&Choosable> {
        let mut all = self.groups.iter().flat_map(|group| &group.options);
        all.nth(number)
    }

    /// The service of that name.
    pub fn service(&self, id: &str) -> Option<&ListedService> {
        self.services.iter().find(|service| service.id == id)
    }
}

impl Ground {
    /// A point in metres; nothing where it is no point of any borough.
    pub fn spot(&self, lat: f64, lon: f64) -> Option<Spot> {
        let metres = |degrees: f64, each: f64| {
            let metres = degrees * each;
            // A thousand kilometres, so that nothing below overflows.
            #[expect(clippy::cast_possible_truncation, reason = "it fits")]
            (metres.abs() < 1e6).then_some(metres as i32)
        };
        Some(Spot {
            x: metres(lon - self.lon, self.east)?,
            y: metres(lat - self.lat, NORTH)?,
        })
    }
}

/// Tenths of a mile in so many metres, to the nearest (a mile is 1,609.344 m).
pub fn tenths_of_miles(metres: u32) -> u32 {
    let tenths = (u64::from(metres) * 10_000 + 804_672) / 1_609_344;
    u32::try_from(tenths).unwrap_or(u32::MAX)
}

impl Spot {
    /// How far another one is, in metres, as the crow flies.
    pub fn metres_to(self, other: Self) -> u32 {
        let square = |a: i32, b: i32| f64::from(a.abs_diff(b)).powi(2);
        let whole = square(self.x, other.x) + square(self.y, other.y);
        // The root of a float is one instruction, that of a whole number 700 bytes.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is not negative, and far below what fits"
        )]
        {
            whole.sqrt() as u32
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metres_are_miles() {
        for (metres, tenths) in [(0, 0), (80, 0), (81, 1), (1_609, 10), (16_094, 100)] {
            assert_eq!(tenths_of_miles(metres), tenths, "{metres} m");
        }
        // What no borough has is a number all the same.
        assert_eq!(tenths_of_miles(u32::MAX), 26_687_689);
    }
}
