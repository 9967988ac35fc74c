//! Reading and writing what the browser gets. Numbers are in lists, because reading a list
//! is the same code each time.

use serde_json::{Value, json};

use super::{Choosable, Directory, Ground, Group, ListedPlace, ListedService, ListedSession, Spot};
use crate::activity::school::SchoolYear;
use crate::activity::timetable::Timetable;
use crate::calendar::LocalDate;
use crate::json::{Fields, FromJson, Place as At};

/// Stands for a place that isn't known, and for a cost that is none of its own.
const NOWHERE: i64 = -1;

impl FromJson for Directory {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let ground: Vec<f64> = fields.list("ground");
        let [lat, lon, east] = ground[..] else {
            return None;
        };
        Some(Self {
            school: SchoolYear::from_numbers(&fields.list::<i64>("school")),
            ground: Ground { lat, lon, east },
            groups: fields.list("groups"),
            places: fields.list("places"),
            services: fields.list("services"),
        })
    }
}

impl FromJson for Group {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        Some(Self {
            key: fields.needed("key")?,
            title: fields.needed("title")?,
            many: fields.mark("many"),
            options: fields.list("options"),
        })
    }
}

impl FromJson for Choosable {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        Some(Self {
            key: fields.needed("key")?,
            name: fields.needed("name")?,
            spot: spot(&fields.list("at")),
        })
    }
}

impl FromJson for ListedPlace {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let numbers: Vec<i64> = fields.list("n");
        Some(Self {
            name: fields.needed("name")?,
            spot: spot(&numbers)?,
            options: places(numbers.get(2..)?),
        })
    }
}

impl FromJson for ListedService {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let said: Vec<String> = fields.list("said");
        let [id, cost, ages, ..] = &said[..] else {
            return None;
        };
        let numbers: Vec<i64> = fields.list("n");
        let small = |index: usize| u8::try_from(*numbers.get(index)?).ok();
        let sessions: Vec<Vec<i64>> = fields.list("when");
        let sessions = sessions.iter().map(|numbers| session(numbers, &said));
        Some(Self {
            id: id.clone(),
            name: fields.needed("name")?,
            cost: cost.clone(),
            ages: ages.clone(),
            years: [small(0)?, small(1)?, small(2)?],
            checked: LocalDate::from_days(i32::try_from(*numbers.get(3)?).ok()?),
            paused: small(4)? == 1,
            options: places(numbers.get(5..)?),
            sessions: sessions.collect::<Option<_>>()?,
        })
    }
}

/// The place, where it is said what it costs, how many options, these, and the timetable.
fn session(numbers: &[i64], said: &[String]) -> Option<ListedSession> {
    let (place, rest) = numbers.split_first()?;
    let (cost, rest) = rest.split_first()?;
    let (count, rest) = rest.split_first()?;
    let (options, timetable) = rest.split_at_checked(usize::try_from(*count).ok()?)?;
    Some(ListedSession {
        place: usize::try_from(*place).ok(),
        options: places(options),
        timetable: Timetable::from_numbers(timetable),
        cost: usize::try_from(*cost)
            .ok()
            .and_then(|at| said.get(at))
            .cloned(),
    })
}

fn spot(numbers: &[i64]) -> Option<Spot> {
    let metres = |index: usize| i32::try_from(*numbers.get(index)?).ok();
    Some(Spot {
        x: metres(0)?,
        y: metres(1)?,
    })
}

/// Numbers that count items of a list.
fn places(numbers: &[i64]) -> Vec<usize> {
    let places = numbers.iter().map(|number| usize::try_from(*number).ok());
    places.flatten().collect()
}

impl Directory {
    /// What is published, to be read again by the browser.
    pub fn to_json(&self) -> Value {
        json!({
            "school": self.school.to_numbers(),
            "ground": [self.ground.lat, self.ground.lon, self.ground.east],
            "groups": self.groups.iter().map(Group::to_json).collect::<Value>(),
            "places": self.places.iter().map(ListedPlace::to_json).collect::<Value>(),
            "services": self.services.iter().map(ListedService::to_json).collect::<Value>(),
        })
    }
}

impl Group {
    fn to_json(&self) -> Value {
        let option = |option: &Choosable| {
            let mut value = json!({"key": option.key, "name": option.name.to_json()});
            if let Some(spot) = option.spot {
                value["at"] = json!([spot.x, spot.y]);
            }
            value
        };
        let options: Value = self.options.iter().map(option).collect();
        json!({"key": self.key, "title": self.title, "many": self.many, "options": options})
    }
}

impl ListedPlace {
    fn to_json(&self) -> Value {
        let mut numbers = vec![i64::from(self.spot.x), i64::from(self.spot.y)];
        numbers.extend(counted(&self.options));
        json!({"name": self.name.to_json(), "n": numbers})
    }
}

impl ListedService {
    fn to_json(&self) -> Value {
        let mut numbers: Vec<i64> = self.years.map(i64::from).to_vec();
        numbers.extend([i64::from(self.checked.days()), i64::from(self.paused)]);
        numbers.extend(counted(&self.options));
        let mut said = vec![&self.id, &self.cost, &self.ages];
        let mut when = Vec::new();
        for session in &self.sessions {
            let cost = session.cost.as_ref().map(|cost| {
                said.push(cost);
                said.len() - 1
            });
            when.push(session.to_numbers(cost));
        }
        json!({
            "said": said,
            "name": self.name.to_json(),
            "n": numbers,
            "when": when,
        })
    }
}

impl ListedSession {
    fn to_numbers(&self, cost: Option<usize>) -> Vec<i64> {
        let number = |place: Option<usize>| {
            let place = place.and_then(|place| i64::try_from(place).ok());
            place.unwrap_or(NOWHERE)
        };
        let mut numbers = vec![number(self.place), number(cost)];
        numbers.push(i64::try_from(self.options.len()).unwrap_or(0));
        numbers.extend(counted(&self.options));
        numbers.extend(self.timetable.iter().flat_map(Timetable::to_numbers));
        numbers
    }
}

fn counted(numbers: &[usize]) -> impl Iterator<Item = i64> {
    numbers
        .iter()
        .filter_map(|number| i64::try_from(*number).ok())
}
