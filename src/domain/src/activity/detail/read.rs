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
            map: map(&fields.list("map"), fields.optional("credit")),
            private: fields.mark("private"),
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
        let at: Vec<u16> = fields.list("at");
        Some(Self {
            name: fields.needed("name")?,
            area: fields.needed("area")?,
            area_id: fields.needed("in")?,
            address: fields.optional("address"),
            find: fields.optional("find"),
            has: fields.list("has"),
            point: pair(&at),
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
        put(
            &mut value,
            "private",
            self.private.then_some(Value::Bool(true)),
        );
        if let Some((width, height, credit)) = &self.map {
            value["map"] = json!([width, height]);
            put(
                &mut value,
                "credit",
                (!credit.is_empty()).then(|| credit.as_str().into()),
            );
        }
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
        put(&mut value, "at", self.point.map(|(x, y)| json!([x, y])));
        value
    }
}

fn pair(numbers: &[u16]) -> Option<(u16, u16)> {
    numbers.first().copied().zip(numbers.get(1).copied())
}

fn map(size: &[u16], credit: Option<String>) -> Option<(u16, u16, String)> {
    pair(size).map(|(width, height)| (width, height, credit.unwrap_or_default()))
}

fn texts(texts: &[Text]) -> Value {
    texts.iter().map(Text::to_json).collect()
}

fn put(value: &mut Value, name: &str, part: Option<Value>) {
    if let Some(part) = part {
        value[name] = part;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::service::Organisation;
    use crate::json;
    use crate::pack::{self, Files};
    use crate::words::english;

    /// The shipped pack's borough and map with one organisation of these words.
    fn details(organisation: &str) -> Vec<Detail> {
        let mut files = Files::new();
        for name in ["site.json", "map.svg"] {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/content/");
            let text = std::fs::read_to_string([folder, name].concat()).unwrap();
            files.insert(name.to_owned(), text);
        }
        files.insert("activities/o.json".to_owned(), organisation.to_owned());
        let pack = pack::read(&files).unwrap();
        let organisations: Vec<Organisation> = pack.organisations;
        crate::activity::details(&organisations, &pack.site, pack.map.as_ref(), english())
    }

    const RICH: &str = r#"{"id":"o","name":"Trust","places":[
        {"id":"hall","name":"Hall","locality":"leigh","address":"Mill Lane","lat":53.497,"lon":-2.519,"has":["lift"]},
        {"id":"bus","name":{"en":"Bus","cs":"Autobus"},"kind":"bus","locality":"atherton","find":"By the tree."}],
        "services":[{"id":"rich","name":"Club","about":"Games.","kind":"club","level":"universal",
        "ages":{"from":11,"to":19},"cost":{"pence":50},"joining":"drop-in","join":"Come.","phone":"01942 000000",
        "welcome":{"decides":"You.","alone":true,"visited":"2026-09-01"},
        "sessions":[{"place":"bus","days":["tue"],"from":"16:00","to":"18:00","note":"Bring a coat.",
            "cancelled":[{"date":"2026-10-27","why":"No bus."}]},
            {"place":"hall","days":["sat"],"from":"22:00","to":"02:30","cost":{"pence":0}}],
        "checked":{"on":"2026-10-01","by":"Team"}},
        {"id":"poor","name":"Talk","about":"Talk.","kind":"support","level":"universal",
        "ages":{"from":11,"to":19},"cost":{"pence":0},"joining":"book","join":"Ring.","sessions":[],
        "status":"paused","alert":"Back soon.","checked":{"on":"2026-10-01","by":"Team"}}]}"#;

    #[test]
    fn a_browser_reads_what_was_published() {
        let details = details(RICH);
        for detail in &details {
            assert_eq!(json::take::<Detail>(detail.to_json()), Ok(detail.clone()));
        }
        let [rich, poor] = &details[..] else {
            panic!("{details:?}");
        };
        assert!(!rich.private && poor.private && poor.paused);
        let map = rich.map.as_ref().unwrap();
        assert_eq!((map.0, map.1), (1000, 882));
        // Sessions name their places in the order in which they come first.
        let [bus, hall] = &rich.places[..] else {
            panic!("{:?}", rich.places);
        };
        assert_eq!((bus.point, rich.sessions[0].place), (None, 0));
        // By the edges of the shipped map.
        assert_eq!(hall.point, Some((665, 597)));
        assert_eq!(poor.places.len(), 2, "without sessions, all its places");
    }
}
