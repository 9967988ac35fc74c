//! Reading and writing the page of a service.

use serde_json::{Value, json};

use super::{Detail, DetailPlace, DetailSession};
use crate::activity::school::SchoolYear;
use crate::activity::timetable::Timetable;
use crate::calendar::LocalDate;
use crate::json::{Fields, FromJson, Place as At};
use crate::text::Text;

/// Stands for a date that isn't known.
const NEVER: LocalDate = LocalDate::EPOCH;

impl FromJson for Detail {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let contact: Vec<String> = fields.list("contact");
        let Ok([id, phone, web, email]) = <[String; 4]>::try_from(contact) else {
            return None;
        };
        let known = |text: String| (!text.is_empty()).then_some(text);
        let dates: Vec<i64> = fields.list("dates");
        let date = |index: usize| {
            i32::try_from(*dates.get(index)?)
                .ok()
                .map(LocalDate::from_days)
        };
        let titles: Vec<String> = fields.list("titles");
        let answers: Vec<Vec<Text>> = fields.list("answers");
        Some(Self {
            id,
            name: fields.needed("name")?,
            by: fields.needed("by")?,
            about: fields.needed("about")?,
            alert: fields.optional("alert"),
            paused: fields.mark("paused"),
            tags: fields.list("tags"),
            join: fields.list("join"),
            questions: titles.into_iter().zip(answers).collect(),
            sessions: fields.list("sessions"),
            places: fields.list("places"),
            phone: known(phone),
            web: known(web),
            email: known(email),
            checked: date(0).filter(|date| *date != NEVER),
            visited: date(1),
            school: SchoolYear::from_numbers(&fields.list::<i64>("school")),
        })
    }
}

impl FromJson for DetailSession {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let days: Vec<i64> = fields.list("days");
        let days = days
            .iter()
            .map(|days| Some(LocalDate::from_days(i32::try_from(*days).ok()?)));
        let days: Vec<LocalDate> = days.collect::<Option<_>>()?;
        Some(Self {
            said: fields.needed("said")?,
            cost: fields.optional("cost"),
            place: usize::from(fields.needed::<u16>("place")?),
            timetable: Timetable::from_numbers(&fields.list::<i64>("when"))?,
            note: fields.optional("note"),
            why: days.into_iter().zip(fields.list("why")).collect(),
        })
    }
}

impl FromJson for DetailPlace {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let at: Vec<i64> = fields.list("at");
        let degrees = |index: usize| i32::try_from(*at.get(index)?).ok();
        Some(Self {
            name: fields.needed("name")?,
            area: fields.needed("area")?,
            area_id: fields.needed("in")?,
            address: fields.optional("address"),
            find: fields.optional("find"),
            has: fields.list("has"),
            point: degrees(0).zip(degrees(1)),
        })
    }
}

impl Detail {
    /// What is published, to be read again by the browser.
    pub fn to_json(&self) -> Value {
        let (titles, answers): (Vec<&str>, Vec<Value>) = self
            .questions
            .iter()
            .map(|(title, answers)| (title.as_str(), texts(answers)))
            .unzip();
        let known = |text: &Option<String>| text.clone().unwrap_or_default();
        let dates = [Some(self.checked.unwrap_or(NEVER)), self.visited];
        let dates: Vec<i32> = dates.iter().flatten().map(|date| date.days()).collect();
        let mut value = json!({
            "contact": [self.id, known(&self.phone), known(&self.web), known(&self.email)],
            "name": self.name.to_json(),
            "by": self.by.to_json(),
            "about": self.about.to_json(),
            "tags": self.tags,
            "join": texts(&self.join),
            "titles": titles,
            "answers": answers,
            "sessions": self.sessions.iter().map(DetailSession::to_json).collect::<Value>(),
            "places": self.places.iter().map(DetailPlace::to_json).collect::<Value>(),
            "dates": dates,
            "school": self.school.to_numbers(),
        });
        put(&mut value, "alert", self.alert.as_ref().map(Text::to_json));
        put(
            &mut value,
            "paused",
            self.paused.then_some(Value::Bool(true)),
        );
        value
    }
}

impl DetailSession {
    fn to_json(&self) -> Value {
        let (days, why): (Vec<i32>, Vec<Value>) = self
            .why
            .iter()
            .map(|(date, why)| (date.days(), why.to_json()))
            .unzip();
        let mut value = json!({
            "said": self.said,
            "place": self.place,
            "when": self.timetable.to_numbers(),
            "days": days,
            "why": why,
        });
        put(&mut value, "cost", self.cost.clone().map(Value::from));
        put(&mut value, "note", self.note.as_ref().map(Text::to_json));
        value
    }
}

impl DetailPlace {
    fn to_json(&self) -> Value {
        let mut value = json!({
            "name": self.name.to_json(),
            "area": self.area.to_json(),
            "in": self.area_id,
            "has": self.has,
        });
        put(&mut value, "address", self.address.clone().map(Value::from));
        put(&mut value, "find", self.find.as_ref().map(Text::to_json));
        put(
            &mut value,
            "at",
            self.point.map(|(lat, lon)| json!([lat, lon])),
        );
        value
    }
}

fn texts(texts: &[Text]) -> Value {
    texts.iter().map(Text::to_json).collect()
}

fn put(value: &mut Value, name: &str, part: Option<Value>) {
    if let Some(part) = part {
        value[name] = part;
    }
}
