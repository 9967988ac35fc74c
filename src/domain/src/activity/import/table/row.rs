//! Where and when the thing of a row is.

use super::Cells;
use super::headings::Column;
use crate::activity::import::draft::{Cell, Draft, Spot, Time};
use crate::activity::import::plain::folded;
use crate::activity::import::{dates, days};

impl Cells<'_> {
    /// The place of the row, put to the draft; where the row names none, the last.
    pub(super) fn place(&self, draft: &mut Draft) -> Option<usize> {
        let mut address = self.all(Column::Address);
        address.extend(self.all(Column::Town));
        let spot = Spot {
            field: self
                .one(Column::Place)
                .map_or("place".to_owned(), |cell| cell.field),
            name: self.one(Column::Place),
            address,
            postcode: self.one(Column::Postcode),
            lat: self.one(Column::Lat),
            lon: self.one(Column::Lon),
            has: self.parts(Column::Access),
            masked: self.one(Column::Masked).filter(Cell::is_yes),
            ..Spot::default()
        };
        let unsaid = spot.name.as_ref().is_none_or(|name| asks(&name.text))
            && spot.postcode.is_none()
            && spot.lat.is_none();
        if unsaid && spot.address.is_empty() {
            if let Some(last) = draft.places.last_mut() {
                last.has.extend(spot.has);
            } else if spot.name.is_some() || !spot.has.is_empty() {
                draft.places.push(Spot { name: None, ..spot });
            }
        } else {
            draft.places.push(spot);
        }
        draft.places.len().checked_sub(1)
    }

    /// The times of the row: those of a column for each day, or the one that it says.
    pub(super) fn times(&self, place: Option<usize>) -> Vec<Time> {
        let (opens, closes) = (self.one(Column::Opens), self.one(Column::Closes));
        let on_days = self
            .all(Column::OnDay)
            .into_iter()
            .filter(|cell| !cell.is_no());
        let by_day: Vec<Time> = on_days
            .map(|cell| {
                let heading = cell.field.split(" in row ").next().unwrap_or_default();
                let says_time = cell.text.bytes().any(|b| b.is_ascii_digit());
                Time {
                    field: cell.field.clone(),
                    place,
                    days: Cell::of(cell.field.clone(), heading).into_iter().collect(),
                    // A tick, where the times are the same on every day.
                    opens: if says_time { Some(cell) } else { opens.clone() },
                    closes: closes.clone().filter(|_| !says_time),
                    ..Time::default()
                }
            })
            .collect();
        if by_day.is_empty() {
            self.time(place).into_iter().collect()
        } else {
            by_day
        }
    }

    fn time(&self, place: Option<usize>) -> Option<Time> {
        let (opens, closes) = (self.all(Column::Opens), self.one(Column::Closes));
        let mut days = self.all(Column::Days);
        let mut starts = self.one(Column::Starts);
        // A column of days may hold a date, and one of dates a day.
        let is_date =
            |cell: &Cell| days::days(&cell.text).is_none() && dates::date(&cell.text).is_some();
        if starts.is_none() {
            if let Some(at) = days.iter().position(is_date) {
                starts = Some(days.remove(at));
            }
        } else if let Some(cell) = starts
            .take_if(|cell| dates::date(&cell.text).is_none() && days::days(&cell.text).is_some())
        {
            days.push(cell);
        }
        // "Time" may hold the days, too.
        let with_days = |cell: &&Cell| days::days(&cell.text).is_some();
        if days.is_empty() {
            days.extend(opens.iter().find(with_days).cloned());
        }
        let opens = opens.into_iter().find(|cell| !days.contains(cell));
        let some = !days.is_empty() || starts.is_some() || opens.is_some() || closes.is_some();
        some.then(|| Time {
            field: days
                .first()
                .or(starts.as_ref())
                .or(opens.as_ref())
                .map_or("day".to_owned(), |cell| cell.field.clone()),
            place,
            frequency: self.one(Column::Often),
            days,
            starts,
            until: self.one(Column::Until),
            opens,
            closes,
            ..Time::default()
        })
    }
}

/// Whether a cell only says to ask.
fn asks(text: &str) -> bool {
    matches!(
        folded(text).as_str(),
        "ask" | "tbc" | "tba" | "various" | "n a" | "na" | "" | "private" | "contact us"
    )
}
