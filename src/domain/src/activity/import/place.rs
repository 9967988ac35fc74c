//! Where a place is: its point, its postcode, and which part of the borough that is in.

use serde_json::{Map, Value};

use super::draft::{Cell, Spot};
use super::grid;
use super::line::Log;
use super::lists;
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
        let postcode = self.postcode(spot, log);
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

    /// The point, put right where it can be.
    fn point(&self, spot: &Spot, log: &mut Log) -> Option<(f64, f64)> {
        let (Some(lat), Some(lon)) = (&spot.lat, &spot.lon) else {
            if let Some(cell) = spot.lat.as_ref().or(spot.lon.as_ref()) {
                log.left_out(
                    &cell.field,
                    "One half of a point is no place: give latitude and longitude.",
                );
            }
            return None;
        };
        let number = |cell: &Cell| {
            let text = cell.text.replace(',', ".");
            text.parse::<f64>().ok().filter(|number| number.is_finite())
        };
        let field = &lat.field;
        let (Some(one), Some(two)) = (number(lat), number(lon)) else {
            let text = format!(
                "{} and {} are no degrees.",
                quoted(&lat.text),
                quoted(&lon.text)
            );
            log.left_out(field, text);
            return None;
        };
        if one == 0.0 && two == 0.0 {
            log.left_out(
                field,
                "0, 0 is in the sea off Africa: the point is unknown.",
            );
            return None;
        }
        let known = [
            ((one, two), ""),
            ((two, one), "Latitude and longitude were swapped."),
            (
                (one, -two),
                "The longitude lacked its minus: the borough is west of Greenwich.",
            ),
            (
                (-two, one),
                "Latitude and longitude were swapped, and a minus was missing.",
            ),
        ];
        for (point, said) in known {
            if self.at(point).is_some() {
                if !said.is_empty() {
                    log.repaired(field, said);
                }
                return Some(point);
            }
        }
        if one.abs() > 180.0 && two.abs() > 180.0 {
            for (easting, northing) in [(one, two), (two, one)] {
                let point = grid::degrees(easting, northing);
                if let Some(point) = point.filter(|point| self.at(*point).is_some()) {
                    log.repaired(field, "These are eastings and northings of the British National Grid: they were turned into degrees.");
                    return Some(point);
                }
            }
            if let Some(point) = grid::degrees(one, two) {
                return Some(point);
            }
        }
        if one.abs() > 90.0 || two.abs() > 180.0 {
            let text = format!("There is no point {}, {}.", lat.text, lon.text);
            log.left_out(field, text);
            return None;
        }
        Some((one, two))
    }

    /// The first half of the postcode, with the postcode as it is written.
    fn postcode(&self, spot: &Spot, log: &mut Log) -> Option<(String, Cell)> {
        if let Some(cell) = &spot.postcode {
            let Some((outward, whole)) = postcode(&cell.text) else {
                let text = format!("{} is no postcode.", quoted(&cell.text));
                log.left_out(&cell.field, text);
                return None;
            };
            if whole != cell.text {
                let text = format!("{} is written {whole}.", quoted(&cell.text));
                log.repaired(&cell.field, text);
            }
            return Some((
                outward,
                Cell {
                    field: cell.field.clone(),
                    text: whole,
                },
            ));
        }
        // Many write it behind the street.
        for cell in spot.address.iter().rev() {
            let words: Vec<&str> = cell
                .text
                .split([' ', ','])
                .filter(|word| !word.is_empty())
                .collect();
            for pair in words.windows(2) {
                let read = postcode(&pair.join(" ")).filter(|(_, whole)| whole.contains(' '));
                if let Some((outward, _)) = read {
                    // It is in the address already.
                    return Some((
                        outward,
                        Cell {
                            field: cell.field.clone(),
                            text: String::new(),
                        },
                    ));
                }
            }
        }
        None
    }
}

const KM_A_DEGREE: f64 = 111.2;

/// Kilometres between two points, as on a flat map: right enough for one borough.
fn apart(one: (f64, f64), two: (f64, f64)) -> f64 {
    let north = (one.0 - two.0) * KM_A_DEGREE;
    let east = (one.1 - two.1) * KM_A_DEGREE * one.0.to_radians().cos();
    north.hypot(east)
}

/// A postcode of the United Kingdom as it is written, and its first half; that half alone
/// is one, too.
fn postcode(text: &str) -> Option<(String, String)> {
    let letters: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    if !letters.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let is_inward = |text: &str| {
        let mut bytes = text.bytes();
        text.len() == 3
            && bytes.next().is_some_and(|b| b.is_ascii_digit())
            && bytes.all(|b| b.is_ascii_uppercase())
    };
    let is_outward = |text: &str| {
        let area = text.bytes().take_while(u8::is_ascii_uppercase).count();
        let district = text.bytes().skip(area);
        let mut rest = district.skip_while(u8::is_ascii_digit);
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let ends = match (rest.next(), rest.next()) {
            (None, _) => true,
            (Some(letter), None) => letter.is_ascii_uppercase() && digits == 1,
            _ => false,
        };
        (1..=2).contains(&area) && (1..=2).contains(&digits) && ends
    };
    let split = letters
        .len()
        .checked_sub(3)
        .and_then(|at| letters.split_at_checked(at));
    if let Some((outward, inward)) = split.filter(|(one, two)| is_outward(one) && is_inward(two)) {
        return Some((outward.to_owned(), format!("{outward} {inward}")));
    }
    is_outward(&letters).then(|| (letters.clone(), letters.clone()))
}

fn kept(
    spot: &Spot,
    locality: &str,
    point: Option<(f64, f64)>,
    find: Option<String>,
    postcode: Option<&Cell>,
    log: &mut Log,
) -> Kept {
    let mut lines: Vec<String> = Vec::new();
    if spot.masked.is_none() && !spot.online {
        for cell in spot.address.iter().chain(postcode) {
            let text = plain(&cell.text).0;
            let text = text.trim_matches([',', ' ']).to_owned();
            let known = lines.iter().any(|line| folded(line) == folded(&text));
            // Half a postcode is no address.
            let whole = postcode != Some(cell) || text.contains(' ');
            if !text.is_empty() && !known && whole {
                lines.push(text);
            }
        }
    }
    let mut name = spot
        .name
        .as_ref()
        .map(|cell| plain(&cell.text).0)
        .unwrap_or_default();
    let is_numbers = |name: &str| {
        name.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-'))
    };
    if is_numbers(&name) {
        if let Some(cell) = spot.name.as_ref().filter(|_| !name.is_empty()) {
            log.repaired(
                &cell.field,
                format!("{} is no name of a place.", quoted(&cell.text)),
            );
        }
        name = lines.first().cloned().unwrap_or_default();
    }
    let unnamed = name.is_empty();
    if unnamed {
        (if spot.online {
            "Online"
        } else {
            "Ask them where"
        })
        .clone_into(&mut name);
    }
    lines.retain(|line| folded(line) != folded(&name));
    let address = lines.join(", ");
    let mut fields = Map::new();
    let mut put = |field: &str, value: Value| fields.insert(field.to_owned(), value);
    put("name", name.clone().into());
    put("locality", locality.into());
    let kind = if spot.online {
        Some("online")
    } else {
        lists::place_kind(&name)
    };
    if let Some(kind) = kind {
        put("kind", kind.into());
    }
    if !address.is_empty() {
        put("address", address.clone().into());
    }
    if let Some((lat, lon)) = point {
        let short = |degrees: f64| (degrees * 100_000.0).round() / 100_000.0;
        put("lat", short(lat).into());
        put("lon", short(lon).into());
    }
    let has = has(spot, log);
    if !has.is_empty() {
        put("has", has.into());
    }
    if let Some(find) = find.filter(|find| !find.is_empty()) {
        put("find", find.into());
    }
    let said = if address.is_empty() {
        name.clone()
    } else {
        format!("{name}, {address}")
    };
    let key = format!("{} {locality}", folded(&said));
    let said = if unnamed { address } else { said };
    Kept { fields, key, said }
}

fn has(spot: &Spot, log: &mut Log) -> Vec<&'static str> {
    let mut has: Vec<&'static str> = Vec::new();
    for cell in &spot.has {
        let named = lists::facilities(&cell.text);
        if named.is_empty() && !cell.is_no() {
            let text = format!(
                "{} is none of the things that a place can have.",
                quoted(&cell.text)
            );
            log.left_out(&cell.field, text);
        }
        has.extend(
            named
                .into_iter()
                .filter(|name| !has.contains(name))
                .collect::<Vec<_>>(),
        );
    }
    has
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_put_right() {
        for (text, outward, whole) in [
            ("WN7 1XX", "WN7", "WN7 1XX"),
            ("wn71xx", "WN7", "WN7 1XX"),
            ("m46 0xx", "M46", "M46 0XX"),
            ("SW1A1AA", "SW1A", "SW1A 1AA"),
            ("WN7", "WN7", "WN7"),
            ("W1A", "W1A", "W1A"),
        ] {
            let expected = Some((outward.to_owned(), whole.to_owned()));
            assert_eq!(postcode(text), expected, "{text}");
        }
        for text in ["ABC 1234", "", "7", "WN", "WN7 1X", "WN123 1XX", "é1 1AA"] {
            assert_eq!(postcode(text), None, "{text}");
        }
    }
}
