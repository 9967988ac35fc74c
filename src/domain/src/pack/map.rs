//! The map of the borough: `map.svg` of the pack.
//!
//! A drawing with a shape for each locality, whose `id` is the locality's, and the degrees
//! of its edges on the root: `data-west`, `data-north`, `data-east`, `data-south` (WGS 84).
//! Where a place is on it is worked out when the pack is published, so that the browser
//! needs neither degrees nor the drawing's source.

use super::media::svg;
use crate::activity::Point;
use crate::problem::Problem;
use crate::site::Site;

/// Where a pack has its map, and the browser finds it below `/content/`.
pub const MAP: &str = "map.svg";

/// What has to be known of the map to put a point on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Longitude of the left edge, degrees.
    west: f64,
    /// Latitude of the upper edge, degrees.
    north: f64,
    /// Longitude of the right edge, degrees.
    east: f64,
    /// Latitude of the lower edge, degrees.
    south: f64,
    /// How wide and how high the drawing is, in its own units.
    pub size: (u16, u16),
    /// Whom the map is from, in the words that its licence asks for.
    pub credit: Option<String>,
}

impl Eq for Map {}

impl Map {
    /// Reads the map of a pack.
    ///
    /// # Errors
    /// Everything wrong with it.
    pub(super) fn read(text: &str, site: Option<&Site>) -> Result<Self, Vec<Problem>> {
        if let Some(why) = svg::wrong(text) {
            return Err(vec![Problem::at("", why)]);
        }
        let root = root(text);
        let mut problems = Vec::new();
        let mut degrees = |name: &str| {
            let found = attribute(root, name).and_then(|value| value.parse::<f64>().ok());
            let found = found.filter(|degrees| degrees.is_finite());
            if found.is_none() {
                let text = format!(
                    "The map's <svg> needs {name}=\"…\": the degrees of that edge, such as -2.735."
                );
                problems.push(Problem::at("", text));
            }
            found.unwrap_or_default()
        };
        let (west, north) = (degrees("data-west"), degrees("data-north"));
        let (east, south) = (degrees("data-east"), degrees("data-south"));
        if problems.is_empty() && (west >= east || south >= north) {
            let text = "On the map, data-west has to be less than data-east, and data-south less than data-north.";
            problems.push(Problem::at("", text));
        }
        let area = attribute(root, "viewBox").and_then(|view| size(&view));
        if area.is_none() {
            let text =
                "The map's <svg> needs viewBox=\"0 0 WIDTH HEIGHT\", in whole numbers up to 9999.";
            problems.push(Problem::at("", text));
        }
        let localities = site.map_or(&[][..], |site| &site.localities);
        for locality in localities {
            if !text.contains(&format!("id=\"{}\"", locality.id)) {
                let text = format!("The map has no shape with id=\"{}\".", locality.id);
                problems.push(Problem::at("", text));
            }
        }
        match area {
            Some(area) if problems.is_empty() => Ok(Self {
                west,
                north,
                east,
                south,
                size: area,
                credit: attribute(root, "data-credit"),
            }),
            _ => Err(problems),
        }
    }

    /// Where a point of the earth is on it, in the drawing's units; nothing where it is
    /// outside. A borough is small enough for degrees to be a grid.
    pub fn place(&self, point: Point) -> Option<(u16, u16)> {
        let across = (point.lon - self.west) / (self.east - self.west);
        let down = (self.north - point.lat) / (self.north - self.south);
        let on = |part: f64, size: u16| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a part of a size is no more than that"
            )]
            (0.0..=1.0)
                .contains(&part)
                .then(|| (part * f64::from(size)).round() as u16)
        };
        Some((on(across, self.size.0)?, on(down, self.size.1)?))
    }

    /// The drawing as it is published: without its comments, which say where it is from to
    /// whoever keeps the pack.
    pub(super) fn published(text: &str) -> String {
        let mut rest = text;
        let mut published = String::new();
        while let Some((before, comment)) = rest.split_once("<!--") {
            published.push_str(before);
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        }
        published + rest
    }
}

/// The first tag that is an element's, which [`svg::wrong`] made sure is `<svg>`.
fn root(text: &str) -> &str {
    let start = text.find("<svg").unwrap_or_default();
    let rest = text.get(start..).unwrap_or_default();
    rest.split_once('>').map_or(rest, |(root, _)| root)
}

/// The value of an attribute in double quotes.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let plain = tag.replace(char::is_whitespace, " ");
    let (_, value) = plain.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value.to_owned())
}

fn size(view: &str) -> Option<(u16, u16)> {
    let numbers: Vec<u16> = view
        .split(' ')
        .map(|number| number.parse().ok())
        .collect::<Option<_>>()?;
    match numbers[..] {
        [0, 0, width @ 1..=9999, height @ 1..=9999] => Some((width, height)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RIGHT: &str = r#"<svg xmlns="x" viewBox="0 0 1000 500" data-west="-3" data-north="54"
        data-east="-2" data-south="53.5" data-credit="Drawn by hand."><!-- a > b --><path id="a"/></svg>"#;

    fn point(lat: f64, lon: f64) -> Point {
        Point { lat, lon }
    }

    #[test]
    fn points_are_put_on_it() {
        let map = Map::read(RIGHT, None).unwrap();
        assert_eq!(map.credit.as_deref(), Some("Drawn by hand."));
        assert_eq!(map.place(point(54.0, -3.0)), Some((0, 0)));
        assert_eq!(map.place(point(53.5, -2.0)), Some((1000, 500)));
        assert_eq!(map.place(point(53.75, -2.25)), Some((750, 250)));
        assert_eq!(map.place(point(53.4, -2.25)), None);
        assert_eq!(map.place(point(53.75, -3.01)), None);
    }

    #[test]
    fn comments_stay_with_the_pack() {
        let published = Map::published(RIGHT);
        assert!(!published.contains("<!--") && published.ends_with("<path id=\"a\"/></svg>"));
    }

    #[test]
    fn what_is_missing_is_told_all_at_once() {
        let wrong = |from: &str, to: &str| {
            let problems = Map::read(&RIGHT.replace(from, to), None).unwrap_err();
            problems
                .iter()
                .map(|it| it.text.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(wrong("data-", "x-").len(), 4);
        assert!(
            wrong("0 0 1000 500", "0 0 100%")
                .concat()
                .contains("viewBox")
        );
        assert!(
            wrong("-3\"", "-1\"")
                .concat()
                .contains("data-west has to be")
        );
        assert!(wrong("<path", "<script").concat().contains("<script>"));
    }

    #[test]
    fn every_part_of_the_borough_has_a_shape() {
        let shipped = |file: &str| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/content/");
            std::fs::read_to_string([folder, file].concat()).unwrap()
        };
        let site: Site = crate::json::read(&shipped("site.json")).unwrap();
        let map = shipped(MAP);
        assert!(Map::read(&map, Some(&site)).is_ok());
        let without = map.replace("id=\"leigh\"", "id=\"lee\"");
        let problems = Map::read(&without, Some(&site)).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert!(problems[0].text.contains("no shape with id=\"leigh\""));
    }

    proptest! {
        #[test]
        fn a_point_is_on_the_drawing_or_nowhere(lat in 52.0..55.0, lon in -4.0..-1.0) {
            let map = Map::read(RIGHT, None).unwrap();
            let inside = (53.5..=54.0).contains(&lat) && (-3.0..=-2.0).contains(&lon);
            let place = map.place(point(lat, lon));
            prop_assert_eq!(place.is_some(), inside);
            prop_assert!(place.is_none_or(|(x, y)| x <= 1000 && y <= 500));
        }
    }
}
