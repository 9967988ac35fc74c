//! Points, put right where they can be.

use super::{Borough, grid};
use crate::activity::import::draft::{Cell, Spot};
use crate::activity::import::line::Log;
use crate::activity::import::plain::quoted;

impl Borough<'_> {
    /// The point, put right where it can be.
    pub(super) fn point(&self, spot: &Spot, log: &mut Log) -> Option<(f64, f64)> {
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
}
