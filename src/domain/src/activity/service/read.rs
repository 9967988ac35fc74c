//! Reading organisations from their files.

use serde_json::Value;

use super::{Ages, Checked, Cost, Day, Organisation, Service, Welcome};
use crate::clock::ClockTime;
use crate::json::{Fields, FromJson, Place as At};

impl FromJson for Organisation {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let (id, name) = (fields.needed("id"), fields.needed("name"));
        let sample = fields.mark("sample");
        let (places, services) = (fields.list("places"), fields.needed("services"));
        fields.finish();
        Some(Self {
            id: id?,
            name: name?,
            sample,
            places,
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
        let (cost, supports, languages) = (
            fields.needed("cost"),
            fields.list("supports"),
            fields.list("languages"),
        );
        let (joining, join, words) = (
            fields.needed("joining"),
            fields.needed("join"),
            fields.list("words"),
        );
        let (phone, web, email) = (
            fields.optional("phone"),
            fields.optional("web"),
            fields.optional("email"),
        );
        let (status, alert, welcome) = (
            fields.optional::<Status>("status"),
            fields.optional("alert"),
            fields.optional("welcome"),
        );
        let (sessions, checked) = (fields.needed("sessions"), fields.optional("checked"));
        fields.finish();
        Some(Self {
            id: id?,
            name: name?,
            about: about?,
            kind: kind?,
            level: level?,
            ages: ages?,
            cost: cost?,
            supports,
            languages,
            joining: joining?,
            join: join?,
            words,
            phone,
            web,
            email,
            paused: matches!(status, Some(Status::Paused)),
            alert,
            welcome,
            sessions: sessions?,
            checked,
        })
    }
}

enum Status {
    Running,
    Paused,
}

impl FromJson for Status {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        match String::from_json(value, at)?.as_str() {
            "running" => Some(Self::Running),
            "paused" => Some(Self::Paused),
            _ => at.say(
                "A status is running or paused; a single date is \"cancelled\" in its session.",
            ),
        }
    }
}

impl FromJson for Welcome {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let mut fields = Fields::of(value, at)?;
        let welcome = Self {
            decides: fields.optional("decides"),
            tells: fields.optional("tells"),
            expect: fields.optional("expect"),
            alone: fields.mark("alone"),
            friend: fields.mark("friend"),
            visited: fields.optional("visited"),
        };
        fields.finish();
        Some(welcome)
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
        let (pence, words) = (fields.optional("pence"), fields.optional("words"));
        fields.finish();
        Some(Self { pence, words })
    }
}

impl Day {
    /// The day of that name in files.
    pub(in crate::activity) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "mon" => Self::Mon,
            "tue" => Self::Tue,
            "wed" => Self::Wed,
            "thu" => Self::Thu,
            "fri" => Self::Fri,
            "sat" => Self::Sat,
            "sun" => Self::Sun,
            _ => return None,
        })
    }
}

impl FromJson for Day {
    fn from_json(value: Value, at: &mut At) -> Option<Self> {
        let name = String::from_json(value, at)?;
        Self::named(&name).or_else(|| at.say("A day is mon, tue, wed, thu, fri, sat or sun."))
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
