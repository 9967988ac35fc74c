//! An organisation and its services, as `activities/*.json` of the pack has them.

use std::fmt;

use serde_json::Value;

use crate::calendar::LocalDate;
use crate::id::{LocalityId, OrganisationId, ServiceId};
use crate::json::{Fields, FromJson, Place as At};
use crate::text::Text;

/// Who runs things to do; one file of the pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name in files.
    pub id: OrganisationId,
    /// Its name on the screen.
    pub name: Text,
    /// Whether it is made up.
    pub sample: bool,
    /// What it runs.
    pub services: Vec<Service>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name in files.
    pub id: ServiceId,
    /// Its name on the screen.
    pub name: Text,
    /// What it is like.
    pub about: Text,
    /// What kind of thing it is, in a word.
    pub kind: String,
    /// Who it is open to.
    pub level: Level,
    /// How old people there are.
    pub ages: Ages,
    /// What it costs each time.
    pub cost: Cost,
    /// What makes it possible to take part, such as "step-free".
    pub access: Vec<String>,
    /// How to join.
    pub join: Text,
    /// Where and when.
    pub sessions: Vec<Session>,
    /// When someone last made sure that all this is true.
    pub checked: Checked,
}

/// Who a service is open to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Open to all.
    Universal,
    /// For people who share a situation.
    Targeted,
    /// For people who were referred.
    Specialist,
}

/// Ages in years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The youngest.
    pub from: u8,
    /// The oldest.
    pub to: u8,
    /// The oldest with learning difficulties or disabilities, where that differs.
    pub to_ldd: Option<u8>,
}

/// What it costs each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Pence; 0 is free.
    pub pence: u32,
    /// What else there is to say about it.
    pub words: Option<Text>,
}

/// A regular time at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Where.
    pub place: Place,
    /// On which days of the week.
    pub days: Vec<Day>,
    /// When it starts, local time, `HH:MM`.
    pub from: ClockTime,
    /// When it ends; before `from` means after midnight.
    pub to: ClockTime,
    /// What else to know about this time.
    pub note: Option<Text>,
}

/// Where a session is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it is called.
    pub name: Text,
    /// In which part of the borough.
    pub locality: LocalityId,
    /// The street, where the place may be named.
    pub address: Option<String>,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "days of the week")]
pub enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

/// A time of day on the wall clock, in minutes since midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime(u16);

/// When someone last made sure, and who.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The day.
    pub on: LocalDate,
    /// A role, never a person.
    pub by: String,
}

impl Day {
    /// Its name in the plural, as in "Fridays".
    pub fn plural(self) -> &'static str {
        match self {
            Self::Mon => "Mondays",
            Self::Tue => "Tuesdays",
            Self::Wed => "Wednesdays",
            Self::Thu => "Thursdays",
            Self::Fri => "Fridays",
            Self::Sat => "Saturdays",
            Self::Sun => "Sundays",
        }
    }
}

impl ClockTime {
    /// Reads `HH:MM`; nothing where that time does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let part = |part: &str, most: u16| {
            let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            digits
                .then(|| part.parse::<u16>().ok())?
                .filter(|n| *n < most)
        };
        Some(Self(part(hours, 24)? * 60 + part(minutes, 60)?))
    }
}

impl FromJson for Organisation {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (id, name) = (fields.needed("id"), fields.needed("name"));
        let (sample, services) = (fields.mark("sample"), fields.needed("services"));
        fields.finish();
        Some(Self {
            id: id?,
            name: name?,
            sample,
            services: services?,
        })
    }
}

impl FromJson for Service {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (id, name, about) = (
            fields.needed("id"),
            fields.needed("name"),
            fields.needed("about"),
        );
        let (kind, level, ages) = (
            fields.needed("kind"),
            fields.needed("level"),
            fields.needed("ages"),
        );
        let (cost, access, join) = (
            fields.needed("cost"),
            fields.list("access"),
            fields.needed("join"),
        );
        let (sessions, checked) = (fields.needed("sessions"), fields.needed("checked"));
        fields.finish();
        Some(Self {
            id: id?,
            name: name?,
            about: about?,
            kind: kind?,
            level: level?,
            ages: ages?,
            cost: cost?,
            access,
            join: join?,
            sessions: sessions?,
            checked: checked?,
        })
    }
}

impl FromJson for Level {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        match String::from_json(value, at)?.as_str() {
            "universal" => Some(Self::Universal),
            "targeted" => Some(Self::Targeted),
            "specialist" => Some(Self::Specialist),
            _ => at.say("A level is universal, targeted or specialist."),
        }
    }
}

impl FromJson for Ages {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (from, to, to_ldd) = (
            fields.needed("from"),
            fields.needed("to"),
            fields.optional("to_ldd"),
        );
        fields.finish();
        Some(Self {
            from: from?,
            to: to?,
            to_ldd,
        })
    }
}

impl FromJson for Cost {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (pence, words) = (fields.needed("pence"), fields.optional("words"));
        fields.finish();
        Some(Self {
            pence: pence?,
            words,
        })
    }
}

impl FromJson for Session {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (place, days) = (fields.needed("place"), fields.needed("days"));
        let (from, to, note) = (
            fields.needed("from"),
            fields.needed("to"),
            fields.optional("note"),
        );
        fields.finish();
        Some(Self {
            place: place?,
            days: days?,
            from: from?,
            to: to?,
            note,
        })
    }
}

impl FromJson for Place {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (name, locality) = (fields.needed("name"), fields.needed("locality"));
        let address = fields.optional("address");
        fields.finish();
        Some(Self {
            name: name?,
            locality: locality?,
            address,
        })
    }
}

impl FromJson for Day {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        Some(match String::from_json(value, at)?.as_str() {
            "mon" => Self::Mon,
            "tue" => Self::Tue,
            "wed" => Self::Wed,
            "thu" => Self::Thu,
            "fri" => Self::Fri,
            "sat" => Self::Sat,
            "sun" => Self::Sun,
            _ => return at.say("A day is mon, tue, wed, thu, fri, sat or sun."),
        })
    }
}

impl FromJson for ClockTime {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let text = String::from_json(value, at)?;
        Self::parse(&text).or_else(|| at.say("A time is written like 18:30."))
    }
}

impl FromJson for Checked {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (on, by) = (fields.needed("on"), fields.needed("by"));
        fields.finish();
        Some(Self { on: on?, by: by? })
    }
}

/// As people say it: "6pm", "6.30pm", "midnight".
impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes) = (self.0 / 60, self.0 % 60);
        match (hours, minutes) {
            (0, 0) => return f.write_str("midnight"),
            (12, 0) => return f.write_str("noon"),
            _ => {}
        }
        let half = if hours < 12 { "am" } else { "pm" };
        let hour = if hours % 12 == 0 { 12 } else { hours % 12 };
        if minutes == 0 {
            write!(f, "{hour}{half}")
        } else {
            write!(f, "{hour}.{minutes:02}{half}")
        }
    }
}

/// As people say it: "Free", "50p", "£1", "£1.50".
impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.pence / 100, self.pence % 100) {
            (0, 0) => f.write_str("Free"),
            (0, pence) => write!(f, "{pence}p"),
            (pounds, 0) => write!(f, "£{pounds}"),
            (pounds, pence) => write!(f, "£{pounds}.{pence:02}"),
        }
    }
}

/// As people say it: "11 to 19, to 25 with learning difficulties or disabilities".
impl fmt::Display for Ages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.from, self.to)?;
        match self.to_ldd {
            Some(to) if to > self.to => {
                write!(f, ", to {to} with learning difficulties or disabilities")
            }
            _ => Ok(()),
        }
    }
}

/// As people say it: "Fridays and Saturdays, 6.30pm to 9pm".
impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, day) in self.days.iter().enumerate() {
            let joint = match index {
                0 => "",
                _ if index + 1 == self.days.len() => " and ",
                _ => ", ",
            };
            write!(f, "{joint}{}", day.plural())?;
        }
        write!(f, ", {} to {}", self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_ages_and_times_are_said_as_people_say_them() {
        for (pence, words) in [
            (0, "Free"),
            (50, "50p"),
            (100, "£1"),
            (150, "£1.50"),
            (205, "£2.05"),
        ] {
            assert_eq!(Cost { pence, words: None }.to_string(), words);
        }
        for (text, words) in [
            ("18:30", "6.30pm"),
            ("09:00", "9am"),
            ("00:00", "midnight"),
            ("12:00", "noon"),
            ("00:15", "12.15am"),
            ("12:05", "12.05pm"),
        ] {
            assert_eq!(ClockTime::parse(text).unwrap().to_string(), words);
        }
        assert_eq!(
            Ages {
                from: 11,
                to: 19,
                to_ldd: Some(25)
            }
            .to_string(),
            "11 to 19, to 25 with learning difficulties or disabilities"
        );
        assert_eq!(
            Ages {
                from: 11,
                to: 19,
                to_ldd: None
            }
            .to_string(),
            "11 to 19"
        );
    }

    #[test]
    fn a_session_is_a_sentence() {
        let session: Session = crate::json::read(
            r#"{"place":{"name":"Hall","locality":"leigh"},"days":["mon","fri","sat"],"from":"18:30","to":"21:00"}"#,
        )
        .unwrap();
        assert_eq!(
            session.to_string(),
            "Mondays, Fridays and Saturdays, 6.30pm to 9pm"
        );
    }

    #[test]
    fn times_that_do_not_exist_are_refused() {
        for text in ["24:00", "6pm", "18:60", "8:00", "", "+1:00"] {
            assert!(ClockTime::parse(text).is_none(), "{text}");
        }
    }
}
