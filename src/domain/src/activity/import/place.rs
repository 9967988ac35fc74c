//! Where a place is: its point, its postcode, and which part of the borough that is in.

mod grid;
mod kept;
mod point;
mod postcode;

use serde_json::{Map, Value};

use self::kept::kept;
use super::draft::Spot;
use super::line::Log;
use super::plain::{folded, has_words, plain, quoted};
use crate::site::{Locality, Site};

/// The borough, as far as places are concerned.
pub(super) struct Borough<'a> {
    site: &'a Site,
    /// The locality of places of which nothing says where they are.
    unsaid: &'a str,
    /// Whether somebody said so, or it is the first there is.
    chosen: bool,
    /// How far from a locality's middle it still goes, in kilometres.
    reach: f64,
}

/// A place that is kept.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// All of it but its id.
    pub(super) fields: Map<String, Value>,
    /// What two records of the same place have in common.
    pub(super) key: String,
    /// Where it is, for people: its name and address; empty where neither is known.
    pub(super) said: String,
}

/// The shortest reach, in kilometres: a quarter of an hour by bus.
const SHORTEST: f64 = 5.0;

impl<'a> Borough<'a> {
    /// The borough of that site. Places of which nothing says where they are go to the
    /// locality `unsaid`, and where none is named, to one that is called like the borough,
    /// or the first.
    pub(super) fn new(site: &'a Site, unsaid: Option<&'a str>) -> Self {
        let area = folded(&site.area);
        let named = |locality: &&Locality| has_words(&folded(locality.name.pick("en")), &area);
        let first = site
            .localities
            .iter()
            .find(named)
            .or(site.localities.first());
        let first = first.map_or("", |locality| locality.id.as_str());
        let nearest = site.localities.iter().map(|one| {
            let others = site.localities.iter().filter(|other| other.id != one.id);
            let far = others.map(|other| apart((one.lat, one.lon), (other.lat, other.lon)));
            far.fold(f64::INFINITY, f64::min)
        });
        let reach = nearest
            .filter(|far| far.is_finite())
            .fold(SHORTEST, f64::max);
        Self {
            site,
            unsaid: unsaid.unwrap_or(first),
            chosen: unsaid.is_some(),
            reach,
        }
    }

    /// The locality that a point is in; nothing outside the borough.
    ///
    /// A pack knows only the middles of localities. So a point is in the borough where it
    /// is no further from the nearest of them than they are apart, and not far outside the
    /// box round all of them.
    fn at(&self, point: (f64, f64)) -> Option<&'a str> {
        let all = &self.site.localities;
        let (nearest, far) = all
            .iter()
            .map(|locality| (locality, apart((locality.lat, locality.lon), point)))
            .min_by(|a, b| a.1.total_cmp(&b.1))?;
        let beyond = |value: f64, of: fn(&Locality) -> f64| {
            let least = all.iter().map(of).fold(f64::INFINITY, f64::min);
            let most = all.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
            (least - value).max(value - most).max(0.0)
        };
        let margin = self.reach * 0.75;
        let north = beyond(point.0, |locality| locality.lat) * KM_A_DEGREE;
        let east =
            beyond(point.1, |locality| locality.lon) * KM_A_DEGREE * point.0.to_radians().cos();
        let inside = far <= self.reach && north <= margin && east <= margin;
        inside.then(|| nearest.id.as_str())
    }

    /// The locality that a postcode is in, by the first half of it.
    fn of_postcode(&self, outward: &str) -> Option<&'a str> {
        let has = |locality: &&Locality| locality.postcodes.iter().any(|own| own == outward);
        let found = self.site.localities.iter().find(has);
        found.map(|locality| locality.id.as_str())
    }

    /// The locality that a text names: the longest name in it.
    fn named(&self, text: &str) -> Option<&'a str> {
        let text = folded(text);
        let mut best: Option<(usize, &str)> = None;
        for locality in &self.site.localities {
            for words in locality.name.all() {
                for part in words.split(',') {
                    let part = folded(part);
                    let longer = best.is_none_or(|(length, _)| part.len() > length);
                    if !part.is_empty() && longer && has_words(&text, &part) {
                        best = Some((part.len(), locality.id.as_str()));
                    }
                }
            }
        }
        best.map(|(_, id)| id)
    }

    /// Reads a place; or, where it is outside the borough, the field that says so and a
    /// sentence.
    ///
    /// `about` is what else may name the part of the borough, such as the service's name.
    pub(super) fn read(
        &self,
        spot: &Spot,
        about: &str,
        log: &mut Log,
    ) -> Result<Kept, (String, String)> {
        let postcode = postcode::of_place(spot, log);
        let mut point = self.point(spot, log);
        if let Some(country) = &spot.country {
            let here = matches!(
                folded(&country.text).as_str(),
                "gb" | "uk"
                    | "england"
                    | "united kingdom"
                    | "great britain"
                    | "gbr"
                    | "british isles"
            );
            if !here {
                let why = format!("It is in another country, {}.", quoted(&country.text));
                return Err((country.field.clone(), why));
            }
        }
        let mut locality = None;
        if let Some(at) = point {
            locality = self.at(at);
            if locality.is_none() {
                let why = format!(
                    "It is outside the borough: {:.3}, {:.3} is more than {:.0} km from the middle of every locality.",
                    at.0, at.1, self.reach
                );
                let field = spot.lat.as_ref().map_or(&spot.field, |cell| &cell.field);
                return Err((field.clone(), why));
            }
        }
        let told = spot.locality.as_ref();
        let told = told.and_then(|cell| self.site.locality(&cell.text));
        locality = told.map(|own| own.id.as_str()).or(locality);
        if let (None, Some((outward, cell))) = (locality, &postcode) {
            locality = self.of_postcode(outward);
            let all_have = self
                .site
                .localities
                .iter()
                .all(|locality| !locality.postcodes.is_empty());
            if locality.is_none() && all_have {
                let why = format!("It is outside the borough: no locality has {outward}.");
                return Err((cell.field.clone(), why));
            }
        }
        let mut texts = spot.address.iter().rev().chain(&spot.name);
        locality = locality.or_else(|| texts.find_map(|cell| self.named(&cell.text)));
        if locality.is_none() && !spot.online {
            locality = self.named(about);
            if let Some(id) = locality {
                let text = format!(
                    "Only what it says in words names the part of the borough: {}.",
                    quoted(id)
                );
                log.repaired(&spot.field, text);
            }
        }
        let mut find = spot.find.as_ref().map(|cell| plain(&cell.text).0);
        if locality.is_none() && !spot.online && !self.chosen {
            log.repaired(
                &spot.field,
                format!(
                    "Nothing says in which part of the borough it is: it stands under {}, and people are told to ask. Say --locality for another.",
                    quoted(self.unsaid)
                ),
            );
            find = Some("Their list doesn't say where this is. Ask before you go.".to_owned());
        }
        if let Some(cell) = &spot.masked {
            point = None;
            log.repaired(
                &cell.field,
                "Its exact place is not to be shown: only the part of the borough is kept.",
            );
            find = Some("They tell you where it is when you get in touch.".to_owned());
        }
        let locality = locality.unwrap_or(self.unsaid);
        Ok(kept(
            spot,
            locality,
            point,
            find,
            postcode.as_ref().map(|(_, cell)| cell),
            log,
        ))
    }
}

const KM_A_DEGREE: f64 = 111.2;

/// Kilometres between two points, as on a flat map: right enough for one borough.
fn apart(one: (f64, f64), two: (f64, f64)) -> f64 {
    let north = (one.0 - two.0) * KM_A_DEGREE;
    let east = (one.1 - two.1) * KM_A_DEGREE * one.0.to_radians().cos();
    north.hypot(east)
}
