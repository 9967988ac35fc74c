//! Reading organisations from their files.

use serde_json::Value;

use super::{Ages, Checked, Cost, Day, Level, Organisation, Place, Service, Session};
use crate::clock::ClockTime;
use crate::json::{Fields, FromJson, Place as At};

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
