//! A small borough to import into, on one day.

use hark::BoroughZone;
use hark_domain::activity::import::{self, Imported, Setting};
use hark_domain::activity::{Organisation, Session};
use hark_domain::calendar::LocalDate;
use hark_domain::clock::Instant;
use hark_domain::json;
use hark_domain::site::Site;
use serde_json::Value;

const SITE: &str = r#"{
  "name": "Hark", "area": "Bobbin", "languages": ["en"],
  "localities": [
    {"id": "north", "name": "Bobbin North, Overmill", "lat": 53.58, "lon": -2.66, "postcodes": ["ZZ1"]},
    {"id": "south", "name": "Nethermill, Weir", "lat": 53.52, "lon": -2.59, "postcodes": ["ZZ2", "ZZ3"]}
  ],
  "school": {"until": "2027-07-23", "holidays": [{"from": "2026-12-19", "to": "2027-01-03"}]},
  "helplines": [], "urgent": [],
  "contact": {"name": "Team", "email": "team@example.org"},
  "disclosure": {"hide_below": 5, "round_to": 5, "smallest_base": 10, "percent_base": 30}
}"#;

/// Runs an import into that borough on 24 November 2026.
pub(crate) fn within<T>(import: impl FnOnce(&Setting<'_>) -> T) -> T {
    let site: Site = json::read(SITE).unwrap();
    into(&site, import)
}

/// The same into another borough.
pub(crate) fn into<T>(site: &Site, import: impl FnOnce(&Setting<'_>) -> T) -> T {
    let zones = |name: &str, at: Instant| BoroughZone::named(name).map(|zone| zone.offset(at));
    import(&Setting {
        site,
        today: LocalDate::parse("2026-11-24").unwrap(),
        unsaid: None,
        zones: &zones,
    })
}

/// What came of an import, easy to ask.
pub(crate) struct Came {
    pub(crate) lines: Vec<String>,
    pub(crate) organisations: Vec<Value>,
}

impl Came {
    pub(crate) fn of(imported: Imported) -> Self {
        for (path, file) in &imported.files {
            let organisation: Organisation = json::take(file.clone()).unwrap();
            assert_eq!(*path, format!("activities/{}.json", organisation.id));
        }
        Self {
            lines: imported.lines.iter().map(ToString::to_string).collect(),
            organisations: imported.files.into_iter().map(|(_, file)| file).collect(),
        }
    }

    /// Every service.
    pub(crate) fn services(&self) -> Vec<&Value> {
        let all = self.organisations.iter();
        all.flat_map(|organisation| organisation["services"].as_array().unwrap())
            .collect()
    }

    /// The only service.
    pub(crate) fn service(&self) -> &Value {
        let services = self.services();
        assert_eq!(services.len(), 1, "{:#?}", self.lines);
        services[0]
    }

    /// The only session of the only service, without its place.
    pub(crate) fn session(&self) -> Value {
        let sessions = self.service()["sessions"].as_array().unwrap();
        assert_eq!(sessions.len(), 1, "{:#?}", self.lines);
        let mut session = sessions[0].clone();
        session.as_object_mut().unwrap().remove("place");
        session
    }

    /// The first place of the only organisation.
    pub(crate) fn place(&self) -> &Value {
        &self.organisations[0]["places"][0]
    }

    /// Whether a line says that.
    #[track_caller]
    pub(crate) fn says(&self, line: &str) {
        assert!(
            self.lines.iter().any(|said| said == line),
            "{line}\n{:#?}",
            self.lines
        );
    }

    /// Whether nothing was kept, and the last line says why.
    #[track_caller]
    pub(crate) fn is_refused(&self, line: &str) {
        assert!(self.organisations.is_empty(), "{:#?}", self.organisations);
        self.says(line);
    }
}

/// Imports one service of Open Referral UK 3.0.
pub(crate) fn oruk(service: Value) -> Came {
    let files = [(String::new(), service)];
    Came::of(within(|setting| import::oruk(&files, setting)))
}

/// The dates of a session from a day on, at most ten, with its times.
pub(crate) fn dates(session: &Value, from: &str) -> Vec<String> {
    let site: Site = json::read(SITE).unwrap();
    let mut session = session.clone();
    session["place"] = "x".into();
    let session: Session = json::take(session).unwrap();
    let timetable = session.counted(&site.school);
    let first = LocalDate::parse(from).unwrap().days();
    let mut dates = Vec::new();
    for day in (first..first + 400).map(LocalDate::from_days) {
        timetable.on(day, &site.school, &mut |it| {
            let off = if it.cancelled { " off" } else { "" };
            dates.push(format!(
                "{} {}-{}{off}",
                it.from.day, it.from.time, it.to.time
            ));
        });
    }
    dates.truncate(10);
    dates
}
